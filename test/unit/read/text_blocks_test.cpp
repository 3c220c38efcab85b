// Text in blocks: the same lines and faults wherever a block ends.
#include "read/text_blocks.hpp"

#include <algorithm>
#include <string>

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;
using namespace std::string_view_literals;

namespace {

// Gives a few bytes at a time, then the end or a failure.
class Trickle : public ByteSource {
 public:
  Trickle(std::string bytes, std::size_t piece, bool fails = false) : bytes_(std::move(bytes)), piece_(piece), fails_(fails) {}
  std::size_t read(char* to, std::size_t size) override {
    std::size_t const got = std::min({size, piece_, bytes_.size() - at_});
    if (got == 0 && fails_) throw Error("", "the line is cut", "call again");
    std::copy_n(bytes_.data() + at_, got, to);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  bool fails_;
  std::size_t at_ = 0;
};

struct Whole {
  std::string text;
  std::string said;  // the fault, the notes
  std::size_t blocks = 0;
};

Whole all_of(ByteSource& source, InputLimits limits = {}) {
  Whole whole;
  Diagnostics diagnostics;
  TextBlocks blocks{source, diagnostics.add_input("t"), limits, diagnostics};
  try {
    for (std::string block; blocks.next(block); block.clear()) {
      whole.text += block;
      ++whole.blocks;
    }
  } catch (TextFault const& fault) {
    whole.said = diagnostics.place(fault.caret, fault.before) + ": " + fault.message + '\n';
  }
  whole.said += printed(diagnostics);
  return whole;
}

Whole all_of(std::string_view bytes, InputLimits limits = {}) {
  MemorySource source{bytes};
  return all_of(source, limits);
}

// Filler of whole lines such that what follows begins `before` bytes before the end of the first block.
std::string filler(std::size_t before) {
  std::string text(TextBlocks::block_size - before, 'x');
  for (std::size_t i = 99; i < text.size(); i += 100) text[i] = '\n';
  text.back() = '\n';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_block_ends_with_a_line_and_the_blocks_are_the_text) {
  std::string text = filler(5) + "a line over the end of the block\nlast without end";
  Whole const whole = all_of(text);
  BOOST_TEST(whole.blocks == 2U);
  BOOST_TEST(whole.said == "");
  BOOST_TEST((whole.text == text));
}

BOOST_AUTO_TEST_CASE(characters_and_line_ends_are_whole_wherever_a_block_ends) {
  for (std::size_t before = 1; before <= 12; ++before) {
    Whole const whole = all_of(filler(before) + "\u03B1\r\n\u20AC\r\U0001F600\r\n\xEF\xBF\xBE");
    BOOST_TEST((whole.text == filler(before) + "\u03B1\n\u20AC\n\U0001F600\n\uFFFD"), "block ends " << before << " bytes in");
    BOOST_TEST(whole.said == "t: warning: 1 control character was replaced by U+FFFD, since XML can not hold it\n");
  }
}

BOOST_AUTO_TEST_CASE(utf16_is_whole_wherever_a_block_ends) {
  for (std::size_t before = 2; before <= 16; ++before) {
    std::string bytes = "\xFF\xFE";
    while (bytes.size() + before < TextBlocks::block_size) bytes += bytes.size() % 100 == 0 ? "\n\0"sv : "x\0"sv;
    bytes += "\n\0\xB1\x03\r\0\n\0\x3D\xD8\x00\xDE\r\0z\0"sv;
    Whole const whole = all_of(bytes);
    BOOST_TEST(whole.text.ends_with("\n\u03B1\n\U0001F600\nz"), "block ends " << before << " bytes in");
    BOOST_TEST(whole.said == "t: note: is UTF-16 (little endian); converted to UTF-8\n");
  }
}

BOOST_AUTO_TEST_CASE(a_fault_has_the_same_place_wherever_a_block_ends) {
  std::string const above = filler(200);
  auto const lines = std::to_string(std::count(above.begin(), above.end(), '\n') + 2);
  for (std::size_t more = 150; more < 210; more += 7) {
    Whole const whole = all_of(above + std::string(more, 'y') + "\n\u03B1\xFF\n");
    BOOST_TEST((whole.text == above + std::string(more, 'y') + "\n"));
    BOOST_TEST(whole.said == "t:" + lines + ":2: byte 0xFF is not UTF-8\n");
  }
}

BOOST_AUTO_TEST_CASE(windows_1252_begins_at_its_first_byte_and_goes_on_in_the_blocks_behind) {
  std::string const above = filler(4);
  auto const line = std::to_string(std::count(above.begin(), above.end(), '\n') + 1);
  Whole const whole = all_of(above + "caf\xE9\r\nna\xEFve \xE9");
  BOOST_TEST((whole.text == above + "caf\u00E9\nna\u00EFve \u00E9"));
  BOOST_TEST(whole.said ==
             "t:" + line + ":4: note: is not UTF-8; read as Windows-1252 (Latin-1); save the file as UTF-8 if a character is wrong\n");
}

BOOST_AUTO_TEST_CASE(text_that_was_utf8_does_not_become_windows_1252) {
  Whole const whole = all_of("\u03B1\nb\nc\xE9\n");
  BOOST_TEST(whole.text == "\u03B1\nb\n");
  BOOST_TEST(whole.said == "t:3:2: byte 0xE9 is not UTF-8\n");
  BOOST_TEST(all_of("\xEF\xBB\xBFx\xE9").said == "t:1:2: byte 0xE9 is not UTF-8\n");
}

BOOST_AUTO_TEST_CASE(a_source_that_fails_gives_what_came_before) {
  Trickle source{"one\ntwo\nthr", 2, true};
  Whole const whole = all_of(source);
  BOOST_TEST(whole.text == "one\ntwo\n");
  BOOST_TEST(whole.said == "t:3:4: the line is cut\n");
}

BOOST_AUTO_TEST_CASE(a_pipe_that_gives_little_at_a_time_gives_the_same_blocks) {
  Trickle source{"\u03B1\r\n\u03B2\r\n", 1};
  Whole const whole = all_of(source);
  BOOST_TEST(whole.text == "\u03B1\n\u03B2\n");
  BOOST_TEST(whole.blocks == 1U);
}

BOOST_AUTO_TEST_CASE(a_line_over_many_blocks_is_given_up_at_the_limit) {
  Whole const whole = all_of("short\n" + std::string(6 * TextBlocks::block_size, 'x'), {5 * TextBlocks::block_size});
  BOOST_TEST(whole.text == "short\n");
  BOOST_TEST(whole.said == "t:2:1: a line longer than the limit of 5242880 bytes\n");
  BOOST_TEST(all_of(std::string(3 * TextBlocks::block_size, 'x'), {5 * TextBlocks::block_size}).text.size() == 3 * TextBlocks::block_size);
}
