// Members of JSON objects, with a message where one is not what it should be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <simdjson.h>

namespace mechgraph {

using JsonElement = simdjson::dom::element;
using JsonObject = simdjson::dom::object;
using JsonArray = simdjson::dom::array;

// Why a line, or a value of a file, can not be used.
struct LineFault {
  std::string what;
};

// All throw LineFault where a member is there but of another type; null counts as absent. Cost: linear in the object's members.
std::optional<JsonElement> member(JsonObject const& parent, std::string_view name);

template <class T>
std::optional<T> member_as(JsonObject const& parent, std::string_view name, std::string_view wanted) {
  auto const value = member(parent, name);
  if (!value) return std::nullopt;
  T typed;
  if (value->get(typed) != simdjson::SUCCESS) throw LineFault{fmt::format("\"{}\" is not {}", name, wanted)};
  return typed;
}

std::optional<JsonObject> object_member(JsonObject const& parent, std::string_view name);
std::optional<JsonArray> array_member(JsonObject const& parent, std::string_view name);
std::string_view text_member(JsonObject const& parent, std::string_view name);  // empty where it is absent

// These throw also where it is absent (the text: or empty).
JsonObject needed_object(JsonObject const& parent, std::string_view name);
std::string_view needed_text(JsonObject const& parent, std::string_view name);

// An item of a list of texts.
std::string_view text_of(JsonElement value);

}  // namespace mechgraph
