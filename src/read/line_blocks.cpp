// The lines of an input, however long it is.
#include "read/line_blocks.hpp"

namespace mechgraph {

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
  if (!blocks_.next(block_)) return false;
  left_ = block_;
  return !left_.empty();
}

}  // namespace mechgraph
