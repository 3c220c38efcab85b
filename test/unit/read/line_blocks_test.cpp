// Lines and digest of an input that is read block by block: as those of the text at hand.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "read/input.hpp"
#include "read/line_blocks.hpp"

using namespace mechgraph;

namespace {

std::string long_text() {
  std::string text;
  for (unsigned i = 0; text.size() < 3 * TextBlocks::block_size; ++i) text += "line " + std::to_string(i) + std::string(i % 97, 'x') + '\n';
  return text + "without an end";
}

}  // namespace

BOOST_AUTO_TEST_CASE(lines_of_blocks_are_those_of_the_text_whenever_the_digest_is_asked_for) {
  std::string const text = long_text();
  for (std::size_t const asked_at : {std::size_t{1}, std::size_t{30'000}, std::size_t{1'000'000}}) {
    Diagnostics diagnostics;
    MemorySource source{text};
    Input const input = open_text(source, "a", "a", {}, diagnostics);
    BOOST_TEST(input.bytes.size() < text.size());
    LineBlocks blocks{input, diagnostics};
    Lines lines{text};
    Line found, expected;
    std::string asked;
    while (lines.next(expected)) {
      BOOST_REQUIRE(blocks.next(found));
      BOOST_REQUIRE(found.text == expected.text);
      BOOST_REQUIRE(found.number == expected.number);
      if (found.number != asked_at) continue;
      asked = blocks.content_digest();
      BOOST_REQUIRE(found.text == expected.text);
    }
    BOOST_TEST(!blocks.next(found));
    if (asked.empty()) asked = blocks.content_digest();
    BOOST_TEST(asked == digest(text));
  }
}
