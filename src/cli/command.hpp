// A verb of the command line: what it is.
#pragma once

#include <span>
#include <string_view>

namespace mechgraph {

struct Options;
class Report;

// Groups of options that a verb can take, beside --help.
namespace takes {
inline constexpr unsigned inputs = 1U << 0U;       // any number of records or graph files, and how to read them
inline constexpr unsigned words = 1U << 1U;        // one input, then words: terms, text
inline constexpr unsigned outputs = 1U << 2U;      // -o and -f
inline constexpr unsigned json = 1U << 3U;         // --json
inline constexpr unsigned records = 1U << 4U;      // those of `records`
inline constexpr unsigned paths = 1U << 5U;        // those of `paths`
inline constexpr unsigned formats = 1U << 6U;      // those of `formats`
inline constexpr unsigned ontology = 1U << 7U;     // --ontology
inline constexpr unsigned selection = 1U << 8U;    // those of `export`
inline constexpr unsigned check = 1U << 16U;       // --fail-on
inline constexpr unsigned tsv = 1U << 17U;         // --tsv
inline constexpr unsigned matrix = 1U << 20U;      // --matrix
inline constexpr unsigned dot = 1U << 21U;         // --dot
inline constexpr unsigned all = 1U << 18U;         // --all, where much of one kind is cut short
inline constexpr unsigned merge = 1U << 19U;       // --same-as
inline constexpr unsigned free_words = 1U << 22U;  // words that the verb tells apart itself
}  // namespace takes

// One verb. `run` gives the exit code (0 or 1) and throws Error for everything that is 2.
struct Command {
  std::string_view name;      // "paths"
  std::string_view summary;   // one line
  std::string_view usage;     // what follows the verb: "INPUT... --from A --to B"
  std::string_view details;   // for --help: what to know, whole lines
  std::string_view examples;  // for --help: whole lines
  unsigned options = 0;       // of takes::
  int (*run)(Options const&, Report&) = nullptr;
};

// All verbs, in the order of commands.def.
std::span<Command const* const> commands();
// By name, or nullptr.
Command const* command_named(std::string_view name);

}  // namespace mechgraph
