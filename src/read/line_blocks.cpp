// The lines of an input, however long it is.
#include "read/line_blocks.hpp"

#include <utility>

#include "read/input.hpp"

namespace mechgraph {

LineBlocks::LineBlocks(Input const& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics), left_(input.bytes) {
  digest_.add(left_);
}

bool LineBlocks::next(Line& line) {
  if (left_.empty() && !next_block()) return false;
  std::size_t const end = left_.find('\n');
  line.text = left_.substr(0, end);
  line.number = ++number_;
  left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
  return true;
}

bool LineBlocks::next_block() {
  block_.clear();
  if (!ahead_.empty()) {
    block_ = std::exchange(ahead_, {});
  } else {
    if (!mechgraph::next_block(input_, diagnostics_, block_)) return false;
    digest_.add(block_);
  }
  left_ = block_;
  return !left_.empty();
}

std::string LineBlocks::content_digest() {
  std::size_t known = ahead_.size();
  while (mechgraph::next_block(input_, diagnostics_, ahead_)) {
    digest_.add(std::string_view{ahead_}.substr(known));
    known = ahead_.size();
  }
  return digest_.hex();
}

}  // namespace mechgraph
