// Another program, run on bytes.
#pragma once

#include <string>
#include <vector>

#include "base/sink.hpp"

namespace mechgraph {

// A file in memory without a name: what a program is given or gives.
class ScratchFile {
 public:
  // Throws Error when there is none to be had.
  ScratchFile();
  ScratchFile(ScratchFile const&) = delete;
  ScratchFile& operator=(ScratchFile const&) = delete;
  ~ScratchFile();

  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
  // Back to the first byte.
  void rewind();
  // From the first byte to the end.
  void copy_to(Sink& sink);
  // Up to `limit` bytes from the first one.
  std::string text(std::size_t limit);

 private:
  int descriptor_ = -1;
};

// Runs `command`, looked up as a shell would but without one, with `in` as its standard input, from its first byte on, and its two outputs
// in `out` and `messages`; waits for it. Gives its exit code (128 + n for a signal), or -1 where there is no such program. Throws Error
// when it can not be started otherwise.
int run_child(std::vector<std::string> const& command, ScratchFile& in, ScratchFile& out, ScratchFile& messages);

}  // namespace mechgraph
