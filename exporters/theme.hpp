// How things look: the one place for colours and shapes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "domain/evidence.hpp"
#include "ontology/kind.hpp"
#include "ontology/term.hpp"

namespace mechgraph {

// A kind of node. Fills are pale so that black text reads on them; borders and shapes tell the kinds apart without colour.
struct NodeLook {
  std::string_view title;  // of its lane
  std::string_view shape;  // of Graphviz
  std::string_view style;
  std::string_view fill;
  std::string_view border;
  std::uint8_t width;  // of its labels: code points a line
};

// An edge, by the sign of its effect or by what else it is. Signs are told apart by arrow head as well as by colour.
struct EdgeLook {
  std::string_view meaning;
  std::string_view head;  // of Graphviz
  std::string_view colour;
};

NodeLook const& look(Kind kind) noexcept;

// An effect by its sign; a modifier, slot or comparison by its class.
EdgeLook const& look(RelationClass relation_class, std::int8_t sign) noexcept;

// The colour of what a comparison marked (attribute "change"); empty for a change that it does not know.
std::string_view change_colour(std::string_view change) noexcept;

// The line of a basis: solid, dashed, dotted.
std::string_view line_style(Basis basis) noexcept;
// What the legend says of it.
std::string_view meaning(Basis basis) noexcept;

}  // namespace mechgraph
