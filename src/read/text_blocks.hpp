// Bytes → clean UTF-8 text, in blocks of whole lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "read/byte_source.hpp"
#include "read/encoding.hpp"

namespace mechgraph {

struct InputLimits {
  std::uint64_t longest_line = std::uint64_t{64} * 1024 * 1024;  // bytes; --max-line
  // What a packed document may unpack to, in bytes; --max-size. 0: 4 GiB, and no more than 500 times its packed size above 64 MiB.
  std::uint64_t largest = 0;
};

// Why a text can not be read on, at `caret`; `before` is what stands before it in its line.
struct TextFault {
  Caret caret;
  std::string before;
  std::string message;
  std::string hint;
};

// Reads a source once, from front to back. A byte order mark is dropped, line ends become LF, control characters that XML can not hold
// become U+FFFD, UTF-16 and Windows-1252 become UTF-8 (a note in the Diagnostics says so). The lines are the same whatever the size of a
// block. Memory: a block and the longest line. Cost: linear.
class TextBlocks {
 public:
  static constexpr std::size_t block_size = std::size_t{1} << 20U;  // bytes of the source

  // All must outlive it. `number` is the input's in the Diagnostics.
  TextBlocks(ByteSource& source, std::uint32_t number, InputLimits const& limits, Diagnostics& diagnostics)
      : source_(source), number_(number), limits_(limits), diagnostics_(diagnostics) {}

  // Appends the next block of whole lines; false at the end. Throws TextFault, but only after the lines before it were given: a known
  // binary form, a NUL byte, bytes of no known encoding, a line above the limit, a source that breaks off.
  bool next(std::string& out);

 private:
  void append_block(std::string& out);
  void begin(std::string_view head);
  std::size_t convert(std::string_view bytes, std::string& out);
  std::size_t take_utf8(std::string_view bytes, std::string& out);
  std::size_t take_windows_1252(std::string_view bytes, std::string& out);
  void append_clean(std::string_view text, std::string& out);
  void check_lines(std::string_view out, std::size_t begin, std::size_t fresh);
  void fail(std::size_t at, std::string message, std::string_view hint);
  void place_fault(std::string& out, std::size_t begin);
  void note_conversion(std::string_view text);
  void note_replaced();

  ByteSource& source_;
  std::uint32_t number_;
  InputLimits limits_;
  Diagnostics& diagnostics_;
  std::unique_ptr<char[]> raw_;  // read, not yet converted
  std::size_t raw_size_ = 0;
  std::string partial_;              // converted: the beginning of the line that comes
  std::uint32_t line_ = 1;           // its number
  std::size_t begin_ = 0;            // of what this call appends
  std::size_t converted_at_ = npos;  // behind the lines that were given: the first byte that was Windows-1252
  std::optional<TextFault> fault_;
  std::size_t fault_at_ = npos;  // in the text at hand; npos: the input as a whole
  std::uint64_t replaced_ = 0;
  Encoding encoding_ = Encoding::utf8;
  bool has_multibyte_ = false;
  bool begun_ = false;
  bool at_end_ = false;

  static constexpr std::size_t npos = std::string::npos;
};

}  // namespace mechgraph
