// How things look: the one place for colours and shapes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "domain/evidence.hpp"
#include "ontology/kind.hpp"
#include "ontology/term.hpp"

namespace mechgraph {

// What a figure is drawn on: paper, or a dark screen.
enum class Theme : std::uint8_t { light, dark };

// All colours are #RRGGBB.
struct Page {
  std::string_view background;
  std::string_view text;    // of nodes: reads on every fill and on the background
  std::string_view faint;   // of edges' labels
  std::string_view denied;  // of edges that the words deny
};

// A kind of node. Fills are near to the background so that text reads on them; borders and shapes tell the kinds apart without colour.
struct NodeLook {
  std::string_view title;  // of its lane
  std::string_view shape;  // of Graphviz
  std::string_view style;
  std::string_view fill;
  std::string_view border;
  std::uint8_t width;          // of its labels: code points a line
  std::string_view cytoscape;  // the nearest shape in Cytoscape.js, in yEd and in GEXF
  std::string_view yed;
  std::string_view gexf;
};

// An edge, by the sign of its effect or by what else it is. Signs are told apart by arrow head as well as by colour.
struct EdgeLook {
  std::string_view meaning;
  std::string_view head;  // of Graphviz
  std::string_view colour;
  std::string_view cytoscape;  // the head's name in Cytoscape.js and in yEd
  std::string_view yed;
};

Page const& page(Theme theme) noexcept;

NodeLook const& look(Kind kind, Theme theme = Theme::light) noexcept;

// An effect by its sign; a modifier, slot or comparison by its class.
EdgeLook const& look(RelationClass relation_class, std::int8_t sign, Theme theme = Theme::light) noexcept;

// The colour of what a comparison marked (attribute "change"); empty for a change that it does not know.
std::string_view change_colour(std::string_view change) noexcept;

// The line of a basis: solid, dashed, dotted.
std::string_view line_style(Basis basis) noexcept;
// What the legend says of it.
std::string_view meaning(Basis basis) noexcept;

}  // namespace mechgraph
