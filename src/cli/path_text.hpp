// A path for people, and for programs.
#pragma once

#include <cstddef>
#include <string>

#include "exporters/json.hpp"
#include "query/joints.hpp"
#include "query/paths.hpp"

namespace mechgraph {

// Appends the path: its steps, signs, support and score, what each hop rests on, and where it is joined over records. At most 80 columns.
void append_path(std::string& text, Graph const& graph, Terrain const& terrain, Path const& path, std::size_t number, bool colour);

// An object of the array "paths" (docs/formats.md).
void path_object(JsonWriter& json, Graph const& graph, Terrain const& terrain, Path const& path);

}  // namespace mechgraph
