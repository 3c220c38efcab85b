// How things look. Colours are those of Okabe and Ito, which people with any colour vision tell apart, and pale tints of them.
#include "exporters/theme.hpp"

namespace mechgraph {
namespace {

constexpr std::array<NodeLook, 7> node_looks{{
    {"Source", "cds", "filled", "#FDEBD0", "#B9770E", 16},
    {"Derivative", "cylinder", "filled", "#F3E3EE", "#A64D79", 14},
    {"Preparation", "box", "filled,rounded", "#DCEBF7", "#0072B2", 20},
    {"Model", "hexagon", "filled", "#EEEEEE", "#777777", 12},
    {"Mediator", "ellipse", "filled", "#FFF7C9", "#8A7A00", 16},
    {"Outcome", "box", "filled", "#D8F0E7", "#00795A", 16},
    {"Context", "plaintext", "", "#FFFFFF", "#777777", 16},
}};

constexpr EdgeLook increases{"increases", "normal", "#0072B2"};
constexpr EdgeLook decreases{"decreases", "tee", "#D55E00"};
constexpr EdgeLook affects{"affects", "odot", "#555555"};
constexpr EdgeLook made_of{"made or given with", "odiamond", "#8E5A9E"};
constexpr EdgeLook belongs{"made from, tested in", "none", "#B5B5B5"};
constexpr EdgeLook compared{"superior to", "open", "#555555"};

}  // namespace

NodeLook const& look(Kind kind) noexcept { return node_looks[static_cast<std::size_t>(kind)]; }

EdgeLook const& look(RelationClass relation_class, std::int8_t sign) noexcept {
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
