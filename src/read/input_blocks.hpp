// The blocks of an input, however long it is.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/digest.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// For readers `in_blocks`: the text of an input block by block.
class InputBlocks {
 public:
  // Both must outlive it.
  InputBlocks(Input const& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  // Appends the next block of whole lines, the Input's own first; false at the end.
  bool next(std::string& text);

  // The digest of the whole input. Reads what is left of it into memory, where next() will find it.
  std::string content_digest();

 private:
  bool begin(std::string& text);

  Input const& input_;
  Diagnostics& diagnostics_;
  Digest digest_;      // of what was read
  std::string ahead_;  // read, but not yet given
  bool begun_ = false;
};

}  // namespace mechgraph
