// Attributes as columns of a table whose width does not grow with the data.
#include "exporters/property_columns.hpp"

#include <algorithm>
#include <utility>

namespace mechgraph {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

std::string plain_name(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string name;
  for (char const c : text.substr(0, longest)) name += is_letter(c) || (c >= '0' && c <= '9') ? c : '_';
  if (name.empty() || !is_letter(name.front())) name.insert(0, "x_");
  return name;
}

std::string untaken(std::set<std::string, std::less<>>& taken, std::string name) {
  std::string const plain = name;
  for (std::size_t i = 2; !taken.insert(lower(name)).second; ++i) name = plain + "_" + std::to_string(i);
  return name;
}

PropertyColumns::PropertyColumns(std::vector<std::string_view> const& taken) {
  for (std::string_view const name : taken) taken_.insert(lower(std::string{name}));
  taken_.emplace(rest);
}

void PropertyColumns::settle() {
  std::vector<std::pair<std::size_t, std::string_view>> ranked;
  for (auto const& [name, count] : counts_) ranked.emplace_back(count, name);
  std::stable_sort(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  if (ranked.size() > limit) ranked.resize(limit);
  std::sort(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
  for (auto const& [count, name] : ranked) columns_.emplace_back(name, untaken(taken_, plain_name(name)));
}

std::vector<std::string> PropertyColumns::names() const {
  std::vector<std::string> names;
  for (auto const& [attribute, column] : columns_) names.push_back(column);
  names.emplace_back(rest);
  return names;
}

}  // namespace mechgraph
