// The lines of an input, however long it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/input_blocks.hpp"
#include "read/lines.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// For readers `in_blocks`: walks over the lines of an input as Lines does over those of a text, in the memory of a block.
class LineBlocks {
 public:
  // Both must outlive it.
  LineBlocks(Input const& input, Diagnostics& diagnostics) : blocks_(input, diagnostics) {}

  // The next line, or false at the end; it lives until the next call.
  bool next(Line& line);

  // The digest of the whole input. Reads what is left of it into memory, where next() will find it.
  std::string content_digest() { return blocks_.content_digest(); }

 private:
  bool next_block();

  InputBlocks blocks_;
  std::string block_;  // at hand
  std::string_view left_;
  std::uint32_t number_ = 0;
};

}  // namespace mechgraph
