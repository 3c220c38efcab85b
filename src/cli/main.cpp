// mechgraph VERB ...: finds the verb, reads its options, runs it, and turns what happened into an exit code.
#include <unistd.h>

#include <poll.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <span>
#include <string_view>

#include "base/error.hpp"
#include "base/unfinished.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/suggest.hpp"

namespace mechgraph {
namespace {

bool wants_colour() {
  char const* const term = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr && term != nullptr && std::string_view{term} != "dumb";
}

// True when standard output is a pipe that nobody reads any more.
bool reader_is_gone() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

void print(std::string_view text) {
  Sink out = standard_output();
  out.write(text);
  out.close();
}

int run(std::span<char const* const> arguments, Report& report) {
  std::string_view const verb = arguments.empty() ? std::string_view{} : arguments.front();
  if (verb == "--version") {
    print("mechgraph " MECHGRAPH_VERSION "\n");
    return 0;
  }
  if (verb == "--help" || verb == "-h" || verb == "help") {
    Command const* const command = arguments.size() > 1 ? command_named(arguments[1]) : nullptr;
    print(command != nullptr ? help(*command) : help());
    return 0;
  }
  if (verb.empty()) throw Error("", "what is to be done?", "see 'mechgraph --help'");
  Command const* const command = command_named(verb);
  if (command == nullptr) {
    std::vector<std::string_view> names;
    for (Command const* each : commands()) names.push_back(each->name);
    std::string const hint = did_you_mean(verb, names);
    throw Error("", "there is no verb '" + std::string{verb} + "'", hint.empty() ? "see 'mechgraph --help'" : hint);
  }
  auto const options = parse_options(*command, arguments.subspan(1));
  if (!options) {
    print(help(*command));
    return 0;
  }
  report.set_style({report.style().colour, options->quiet, options->verbose});
  return command->run(*options, report);
}

int guarded(std::span<char const* const> arguments) {
  Report report{STDERR_FILENO, {.colour = wants_colour()}};
  try {
    return run(arguments, report);
  } catch (Error const& error) {
    if (reader_is_gone()) return -1;
    report.show(error);
  } catch (std::bad_alloc const&) {
    report.show(Error{"", "there is not enough memory for this input"});
  } catch (std::exception const& error) {
    report.show(Error{"", std::string{"this should not happen: "} + error.what(), "please report it with the command and its input"});
  }
  return 2;
}

}  // namespace
}  // namespace mechgraph

int main(int argc, char** argv) {
  // A pipe that is closed early must not kill the run before unfinished files are taken away; afterwards it ends as others do.
  std::signal(SIGPIPE, SIG_IGN);
  mechgraph::remove_unfinished_on_signals();
  int const code = mechgraph::guarded({argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0});
  if (code >= 0) return code;
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
}
