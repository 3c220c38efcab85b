// The role of a node that users see and draw: the closed set that code may switch on.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mechgraph {

// In the order of a mechanism's lanes; also the order of nodes in a graph.
enum class Kind : std::uint8_t { source, derivative, intervention, model, mediator, outcome, context };

inline constexpr std::array all_kinds{Kind::source,   Kind::derivative, Kind::intervention, Kind::model,
                                      Kind::mediator, Kind::outcome,    Kind::context};

constexpr std::string_view name(Kind kind) noexcept {
  switch (kind) {
    case Kind::source: return "source";
    case Kind::derivative: return "derivative";
    case Kind::intervention: return "intervention";
    case Kind::model: return "model";
    case Kind::mediator: return "mediator";
    case Kind::outcome: return "outcome";
    case Kind::context: return "context";
  }
  return {};
}

constexpr std::optional<Kind> kind_named(std::string_view text) noexcept {
  for (Kind const kind : all_kinds) {
    if (name(kind) == text) return kind;
  }
  return std::nullopt;
}

}  // namespace mechgraph
