// Outputs that are not whole yet: a table of names that a signal handler may read at any time.
#include "base/unfinished.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <deque>
#include <mutex>
#include <string_view>

namespace mechgraph {
namespace {

// A run has a few outputs, a folder some dozens of files; what finds no place here is only not taken away.
std::array<std::atomic<char const*>, 1024> names{};
std::mutex guard;

// Names stay as long as the process, since a handler may be reading one that has just ended.
std::deque<std::string>& all_names() {
  static std::deque<std::string> all;
  return all;
}

void on_signal(int number) {
  for (auto const& name : names) {
    if (char const* const path = name.load()) ::unlink(path);
  }
  for (auto const& name : names) {
    if (char const* const path = name.load()) ::rmdir(path);
  }
  ::raise(number);  // SA_RESETHAND: as it ends others
}

}  // namespace

void begin_unfinished(std::string const& path) {
  std::scoped_lock const lock{guard};
  for (auto& name : names) {
    if (name.load() != nullptr) continue;
    name.store(all_names().emplace_back(path).c_str());
    return;
  }
}

void end_unfinished(std::string const& path) {
  std::scoped_lock const lock{guard};
  for (auto& name : names) {
    char const* const held = name.load();
    if (held == nullptr) continue;
    std::string_view const text{held};
    if (text.starts_with(path) && (text.size() == path.size() || text[path.size()] == '/')) name.store(nullptr);
  }
}

void remove_unfinished_on_signals() {
  for (int const number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction was {};
    if (::sigaction(number, nullptr, &was) != 0 || was.sa_handler != SIG_DFL) continue;
    struct sigaction now {};
    now.sa_handler = on_signal;
    now.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigemptyset(&now.sa_mask);
    ::sigaction(number, &now, nullptr);
  }
}

}  // namespace mechgraph
