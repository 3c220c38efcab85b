// Members of JSON objects.
#include "read/json_members.hpp"

namespace mechgraph {

std::optional<JsonElement> member(JsonObject const& parent, std::string_view name) {
  JsonElement value;
  if (parent.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::optional<JsonObject> object_member(JsonObject const& parent, std::string_view name) {
  return member_as<JsonObject>(parent, name, "an object");
}
std::optional<JsonArray> array_member(JsonObject const& parent, std::string_view name) {
  return member_as<JsonArray>(parent, name, "a list");
}
std::string_view text_member(JsonObject const& parent, std::string_view name) {
  return member_as<std::string_view>(parent, name, "a text").value_or(std::string_view{});
}

JsonObject needed_object(JsonObject const& parent, std::string_view name) {
  if (auto const value = object_member(parent, name)) return *value;
  throw LineFault{fmt::format("there is no \"{}\"", name)};
}

std::string_view needed_text(JsonObject const& parent, std::string_view name) {
  std::string_view const text = text_member(parent, name);
  if (text.empty()) throw LineFault{fmt::format("there is no \"{}\"", name)};
  return text;
}

std::string_view text_of(JsonElement value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) throw LineFault{"a list holds something that is not a text"};
  return text;
}

}  // namespace mechgraph
