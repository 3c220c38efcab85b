// How things look. Colours are those of Okabe and Ito, which people with any colour vision tell apart, and pale tints of them.
#include "exporters/theme.hpp"

#include <utility>

namespace mechgraph {
namespace {

constexpr std::array<Page, 2> pages{{
    {"#FFFFFF", "#000000", "#444444", "#999999"},
    {"#16181D", "#F4F4F4", "#C4C4C4", "#808080"},
}};

using NodeLooks = std::array<NodeLook, all_kinds.size()>;

constexpr NodeLooks light_nodes{{
    {"Source", "cds", "filled", "#FDEBD0", "#B9770E", 16, "rhomboid", "parallelogram", "triangle"},
    {"Derivative", "cylinder", "filled", "#F3E3EE", "#A64D79", 14, "barrel", "trapezoid", "diamond"},
    {"Preparation", "box", "filled,rounded", "#DCEBF7", "#0072B2", 20, "round-rectangle", "roundrectangle", "square"},
    {"Model", "hexagon", "filled", "#EEEEEE", "#777777", 12, "hexagon", "hexagon", "triangle"},
    {"Mediator", "ellipse", "filled", "#FFF7C9", "#8A7A00", 16, "ellipse", "ellipse", "disc"},
    {"Outcome", "box", "filled", "#D8F0E7", "#00795A", 16, "rectangle", "rectangle", "square"},
    {"Context", "plaintext", "", "#FFFFFF", "#777777", 16, "cut-rectangle", "octagon", "diamond"},
}};

constexpr NodeLooks dark_of(NodeLooks looks) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, all_kinds.size()> colours{{{"#3D2E14", "#E69F00"},
                                                                                                 {"#3A2532", "#CC79A7"},
                                                                                                 {"#10304A", "#56B4E9"},
                                                                                                 {"#2B2D33", "#9A9A9A"},
                                                                                                 {"#35320F", "#F0E442"},
                                                                                                 {"#0F3A2D", "#2FC79A"},
                                                                                                 {"#16181D", "#9A9A9A"}}};
  for (std::size_t i = 0; i < looks.size(); ++i) {
    looks[i].fill = colours[i].first;
    looks[i].border = colours[i].second;
  }
  return looks;
}

constexpr std::array<NodeLooks, 2> node_looks{light_nodes, dark_of(light_nodes)};

enum Line : std::size_t { increases, decreases, affects, made_of, belongs, compared, line_count };
using EdgeLooks = std::array<EdgeLook, line_count>;

constexpr std::array<EdgeLooks, 2> edge_looks{{{{{"increases", "normal", "#0072B2", "triangle", "standard"},
                                                 {"decreases", "tee", "#D55E00", "tee", "t_shape"},
                                                 {"affects", "odot", "#555555", "circle", "transparent_circle"},
                                                 {"made or given with", "odiamond", "#8E5A9E", "diamond", "white_diamond"},
                                                 {"made from, tested in", "none", "#B5B5B5", "none", "none"},
                                                 {"superior to", "open", "#555555", "vee", "plain"}}},
                                               {{{"increases", "normal", "#56B4E9", "triangle", "standard"},
                                                 {"decreases", "tee", "#F08A4B", "tee", "t_shape"},
                                                 {"affects", "odot", "#BBBBBB", "circle", "transparent_circle"},
                                                 {"made or given with", "odiamond", "#C39BD3", "diamond", "white_diamond"},
                                                 {"made from, tested in", "none", "#6A6A6A", "none", "none"},
                                                 {"superior to", "open", "#BBBBBB", "vee", "plain"}}}}};

Line line_of(RelationClass relation_class, std::int8_t sign) noexcept {
  switch (relation_class) {
    case RelationClass::modifier: return made_of;
    case RelationClass::slot:
    case RelationClass::hierarchy: return belongs;
    case RelationClass::comparison: return compared;
    case RelationClass::effect:
    case RelationClass::foreign: break;
  }
  return sign > 0 ? increases : sign < 0 ? decreases : affects;
}

constexpr std::size_t position(Theme theme) { return static_cast<std::size_t>(theme); }

}  // namespace

Page const& page(Theme theme) noexcept { return pages[position(theme)]; }

NodeLook const& look(Kind kind, Theme theme) noexcept { return node_looks[position(theme)][static_cast<std::size_t>(kind)]; }

EdgeLook const& look(RelationClass relation_class, std::int8_t sign, Theme theme) noexcept {
  return edge_looks[position(theme)][line_of(relation_class, sign)];
}

std::string_view change_colour(std::string_view change) noexcept {
  if (change == "added") return "#009E73";
  if (change == "removed") return "#CC3311";
  if (change == "flipped") return "#CC79A7";
  return change == "changed" || change == "evidence" ? "#E69F00" : std::string_view{};
}

std::string_view line_style(Basis basis) noexcept {
  switch (basis) {
    case Basis::stated: return "solid";
    case Basis::implied: return "dashed";
    case Basis::cargo: return "dotted";
  }
  return "solid";
}

std::string_view meaning(Basis basis) noexcept {
  switch (basis) {
    case Basis::stated: return "stated";
    case Basis::implied: return "implied";
    case Basis::cargo: return "suggested by cargo";
  }
  return {};
}

}  // namespace mechgraph
