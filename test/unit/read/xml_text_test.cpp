// Entities, and digits set high or low.
#include <boost/test/unit_test.hpp>

#include "read/xml_text.hpp"

using namespace mechgraph;

namespace {

std::string plain(std::string_view text) {
  UnknownEntities unknown;
  std::string const out = resolved(text, unknown);
  BOOST_TEST(unknown.count == 0U);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_entities_of_xml_and_numbers_are_resolved_once) {
  BOOST_TEST(plain("a&lt;b &amp; c&gt;&quot;&apos;") == "a<b & c>\"'");
  BOOST_TEST(plain("&#946;&#x3B2;&#X3b2;") == "βββ");
  BOOST_TEST(plain("&amp;beta;") == "&beta;");
}

BOOST_AUTO_TEST_CASE(named_entities_of_articles_are_resolved) {
  BOOST_TEST(plain("&alpha;&Omega;&nbsp;&ndash;&mdash;&plusmn;&times;&le;&ge;&rarr;&hellip;&micro;&sup2;&prime;&quot;") ==
             "αΩ\u00A0–—±×≤≥→…µ²′\"");
}

BOOST_AUTO_TEST_CASE(numbers_that_xml_can_not_hold_become_the_replacement_character) {
  BOOST_TEST(plain("&#0;&#xD800;&#x110000;&#99999999999;&#1;") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  UnknownEntities unknown;
  BOOST_TEST(resolved("&#1; &#xFFFD; &#xB; &#xFFFE; &beta;", unknown) == "\uFFFD \uFFFD \uFFFD \uFFFD \u03B2");
  BOOST_TEST(unknown.replaced == 3U);
  BOOST_TEST(unknown.count == 0U);
}

BOOST_AUTO_TEST_CASE(the_number_of_a_carriage_return_is_a_line_feed) { BOOST_TEST(plain("a&#13;b&#xD;c&#10;d") == "a\nb\nc\nd"); }

BOOST_AUTO_TEST_CASE(unknown_entities_are_kept_and_counted_and_a_bare_ampersand_is_text) {
  UnknownEntities unknown;
  BOOST_TEST(resolved("R&D & &foo;&bar; &#x; &; &amp", unknown) == "R&D & &foo;&bar; &#x; &; &amp");
  BOOST_TEST(unknown.count == 3U);
  BOOST_TEST(unknown.first == "&foo;");
}

BOOST_AUTO_TEST_CASE(digits_are_set_high_or_low_and_letters_stay) {
  BOOST_TEST(in_script("9", Script::super) == "⁹");
  BOOST_TEST(in_script("−12", Script::super) == "⁻¹²");
  BOOST_TEST(in_script("2+", Script::super) == "²⁺");
  BOOST_TEST(in_script("2", Script::sub) == "₂");
  BOOST_TEST(in_script("+", Script::super) == "+");
  BOOST_TEST(in_script("a-1", Script::super) == "a-¹");
}
