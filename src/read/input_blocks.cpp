// The blocks of an input, however long it is.
#include "read/input_blocks.hpp"

#include "read/input.hpp"

namespace mechgraph {

bool InputBlocks::begin(std::string& text) {
  if (begun_) return false;
  begun_ = true;
  digest_.add(input_.bytes);
  text += input_.bytes;
  return !input_.bytes.empty();
}

bool InputBlocks::next(std::string& text) {
  if (begin(text)) return true;
  if (!ahead_.empty()) {
    text += ahead_;
    ahead_ = {};
    return true;
  }
  std::size_t const known = text.size();
  if (!next_block(input_, diagnostics_, text)) return false;
  digest_.add(std::string_view{text}.substr(known));
  return true;
}

std::string InputBlocks::content_digest() {
  begin(ahead_);
  std::size_t known = ahead_.size();
  while (next_block(input_, diagnostics_, ahead_)) {
    digest_.add(std::string_view{ahead_}.substr(known));
    known = ahead_.size();
  }
  return digest_.hex();
}

}  // namespace mechgraph
