// Nested JSON → paths and texts.
#include "read/json_paths.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

// "a[0].b" → "a.0.b"
std::string with_points(std::string_view path) {
  std::string out;
  for (char const byte : path) {
    if (byte == '[') {
      out += '.';
    } else if (byte != ']') {
      out += byte;
    }
  }
  return out;
}

bool has_number(std::string_view path) {
  return std::ranges::any_of(split(path, '.'),
                             [](std::string_view part) { return !part.empty() && std::ranges::all_of(part, is_ascii_digit); });
}

}  // namespace

void JsonPaths::want(std::string_view path) {
  std::string points = with_points(path);
  if (!has_number(points)) return;
  wanted_.push_back(std::move(points));
  names_.emplace_back(path);
}

void JsonPaths::flatten(simdjson::dom::object const& object, Take const& take) {
  path_.clear();
  numbered_.clear();
  for (auto const& [key, value] : object) step(key, key, value, take);
}

// Goes into a member, or into an item, which has a number only.
void JsonPaths::step(std::string_view key, std::string_view number, simdjson::dom::element value, Take const& take) {
  std::size_t const path = path_.size();
  std::size_t const numbered = numbered_.size();
  auto const append = [](std::string& to, std::string_view name) {
    if (!to.empty()) to += '.';
    to += name;
  };
  if (!key.empty()) append(path_, is_clean_text(key) ? std::string{key} : clean_text(key, replaced_));
  if (!wanted_.empty()) append(numbered_, number);
  leaf_or_walk(value, take);
  path_.resize(path);
  numbered_.resize(numbered);
}

void JsonPaths::leaf_or_walk(simdjson::dom::element value, Take const& take) {
  switch (value.type()) {
    case simdjson::dom::element_type::OBJECT:
      for (auto const& [key, child] : simdjson::dom::object(value)) step(key, key, child, take);
      break;
    case simdjson::dom::element_type::ARRAY: {
      std::size_t index = 0;
      for (simdjson::dom::element const child : simdjson::dom::array(value)) step({}, std::to_string(index++), child, take);
      break;
    }
    case simdjson::dom::element_type::STRING: {
      give(clean_text(std::string_view(value), replaced_), take);
      break;
    }
    case simdjson::dom::element_type::NULL_VALUE: give({}, take); break;
    default: give(simdjson::minify(value), take); break;
  }
}

void JsonPaths::give(std::string_view value, Take const& take) {
  auto const wanted = std::ranges::find(wanted_, numbered_);
  take(wanted == wanted_.end() ? path_ : names_[static_cast<std::size_t>(wanted - wanted_.begin())], value);
}

}  // namespace mechgraph
