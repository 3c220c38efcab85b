// Text that grows at its end.
#include "base/text_buffer.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_text_is_what_was_appended_whatever_the_sizes) {
  TextBuffer buffer;
  std::string plain;
  BOOST_TEST(buffer.view().empty());
  for (std::size_t size = 0; size < 200; ++size) {
    std::string piece;
    for (std::size_t i = 0; i < size; ++i) piece += static_cast<char>('a' + (i + size) % 26);
    buffer += piece;
    buffer += '|';
    plain += piece + '|';
  }
  BOOST_TEST(buffer.view() == plain);
  BOOST_TEST(buffer.size() == plain.size());
}

BOOST_AUTO_TEST_CASE(a_cleared_buffer_is_empty_and_takes_text_again) {
  TextBuffer buffer;
  buffer += "before";
  buffer.clear();
  BOOST_TEST(buffer.empty());
  buffer += "after";
  BOOST_TEST(buffer.str() == "after");
}

BOOST_AUTO_TEST_CASE(a_buffer_that_moved_leaves_none) {
  TextBuffer from;
  from += "text";
  TextBuffer const to{std::move(from)};
  BOOST_TEST(to.view() == "text");
  BOOST_TEST(from.view().empty());  // NOLINT(bugprone-use-after-move): it is usable again
}
