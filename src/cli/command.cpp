// The table of verbs, made from commands.def.
#include "cli/command.hpp"

#include <algorithm>

namespace mechgraph {

#define COMMAND(name) extern Command const name##_command;
#include "cli/commands.def"
#undef COMMAND

std::span<Command const* const> commands() {
  static constexpr Command const* all[] = {
#define COMMAND(name) &name##_command,
#include "cli/commands.def"
#undef COMMAND
  };
  return all;
}

Command const* command_named(std::string_view name) {
  auto const all = commands();
  auto const found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : *found;
}

}  // namespace mechgraph
