// Text that is safe inside each format.
#include "exporters/escape.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace mechgraph;

namespace {

using namespace std::string_literals;

template <class... More>
std::string dot(std::string const& text, More... more) {
  std::string out;
  dot_label(out, text, more...);
  return out;
}

#define ESCAPED(function)                              \
  std::string function##_of(std::string const& text) { \
    std::string out;                                   \
    function(out, text);                               \
    return out;                                        \
  }
ESCAPED(xml_text)
ESCAPED(xml_attribute)
ESCAPED(json_string)
ESCAPED(nt_literal)
ESCAPED(csv_string)
ESCAPED(iri_part)
ESCAPED(dot_id)
#undef ESCAPED

}  // namespace

BOOST_AUTO_TEST_CASE(plain_text_stays_plain_in_every_format) {
  BOOST_TEST(xml_text_of("TNF-\u03B1 \U0001F9EC") == "TNF-\u03B1 \U0001F9EC");
  BOOST_TEST(xml_attribute_of("TNF-\u03B1") == "TNF-\u03B1");
  BOOST_TEST(json_string_of("TNF-\u03B1") == "\"TNF-\u03B1\"");
  BOOST_TEST(nt_literal_of("TNF-\u03B1") == "\"TNF-\u03B1\"");
  BOOST_TEST(dot_id_of("TNF-\u03B1") == "\"TNF-\u03B1\"");
  BOOST_TEST(dot("TNF-\u03B1") == "\"TNF-\u03B1\"");
}

BOOST_AUTO_TEST_CASE(empty_text_is_empty) {
  BOOST_TEST(xml_text_of("").empty());
  BOOST_TEST(xml_attribute_of("").empty());
  BOOST_TEST(json_string_of("") == "\"\"");
  BOOST_TEST(nt_literal_of("") == "\"\"");
  BOOST_TEST(dot_id_of("") == "\"\"");
  BOOST_TEST(dot("", std::size_t{20}) == "\"\"");
}

BOOST_AUTO_TEST_CASE(xml_text_that_readers_would_alter_goes_into_cdata) {
  BOOST_TEST(xml_text_of("a < b") == "<![CDATA[a < b]]>");
  BOOST_TEST(xml_text_of("a & b") == "<![CDATA[a & b]]>");
  BOOST_TEST(xml_text_of(" a") == "<![CDATA[ a]]>");
  BOOST_TEST(xml_text_of("a ") == "<![CDATA[a ]]>");
  BOOST_TEST(xml_text_of("a\nb\tc") == "<![CDATA[a\nb\tc]]>");
  BOOST_TEST(xml_text_of("say \"a\"") == "say \"a\"");
}

BOOST_AUTO_TEST_CASE(the_end_of_cdata_is_split) {
  BOOST_TEST(xml_text_of("]]>") == "<![CDATA[]]]]><![CDATA[>]]>");
  BOOST_TEST(xml_text_of("a]]]>b") == "<![CDATA[a]]]]]><![CDATA[>b]]>");
  BOOST_TEST(xml_text_of("a]]") == "a]]");
  BOOST_TEST(xml_text_of("]] >") == "<![CDATA[]] >]]>");
}

BOOST_AUTO_TEST_CASE(what_xml_can_not_hold_becomes_the_replacement_character) {
  BOOST_TEST(xml_text_of("a\x01"s + "b\0c"s) == "a\uFFFDb\uFFFDc");
  BOOST_TEST(xml_text_of("<\x1F\uFFFE>") == "<![CDATA[<\uFFFD\uFFFD>]]>");
  BOOST_TEST(xml_attribute_of("\uFFFF\x0B") == "\uFFFD\uFFFD");
  BOOST_TEST(dot("a\x01") == "\"a\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_become_the_replacement_character) {
  BOOST_TEST(xml_text_of("a\xFFz") == "a\uFFFDz");
  BOOST_TEST(json_string_of("\xC3") == "\"\uFFFD\"");
  BOOST_TEST(nt_literal_of("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");
  BOOST_TEST(dot_id_of("\xC0\x80") == "\"\uFFFD\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(xml_attributes_escape_by_reference) {
  BOOST_TEST(xml_attribute_of("<a b=\"c\">\t\n\r&") == "&lt;a b=&quot;c&quot;&gt;&#9;&#10;&#13;&amp;");
}

BOOST_AUTO_TEST_CASE(json_strings_escape_what_xml_readers_break_lines_at) {
  BOOST_TEST(json_string_of("a\u0085b\u2028c\u2029d\u2027") == "\"a\\u0085b\\u2028c\\u2029d\u2027\"");
}

BOOST_AUTO_TEST_CASE(json_strings_escape_quotes_backslashes_and_controls) {
  BOOST_TEST(json_string_of("\"\\\b\f\n\r\t\x01\x1F\x7F/"s + "\0"s) == "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001F\x7F/\\u0000\"");
}

BOOST_AUTO_TEST_CASE(literals_are_canonical) {
  BOOST_TEST(nt_literal_of("\"\\\b\f\n\r\t\x0B\x7F'"s + "\0"s) == "\"\\\"\\\\\\b\\f\\n\\r\\t\\u000B\\u007F'\\u0000\"");
  BOOST_TEST(nt_literal_of("\uFFFE\uFFFF\uFFFD\u0080") == "\"\\uFFFE\\uFFFF\uFFFD\u0080\"");
}

BOOST_AUTO_TEST_CASE(iri_parts_are_percent_encoded) {
  BOOST_TEST(iri_part_of("miR-20a_5p.1~") == "miR-20a_5p.1~");
  BOOST_TEST(iri_part_of("a b/<\u03B2>%") == "a%20b%2F%3C%CE%B2%3E%25");
  std::string out;
  iri_part(out, "10.1002/(SICI)1<1::AID>", true);
  BOOST_TEST(out == "10.1002/%28SICI%291%3C1%3A%3AAID%3E");
}

BOOST_AUTO_TEST_CASE(no_escape_of_a_dot_label_acts) {
  BOOST_TEST(dot("\\N\\G\\l") == "\"\\\\N\\\\G\\\\l\"");
  BOOST_TEST(dot("ends in \\") == "\"ends in \\\\\"");
  BOOST_TEST(dot("a\nb\tc\"") == "\"a\nb c\\\"\"");
  BOOST_TEST(dot("&beta; &#946; a&b; R&D & <b>") == "\"&amp;beta; &amp;#946; a&amp;b; R&D & <b>\"");
}

BOOST_AUTO_TEST_CASE(dot_identifiers_double_backslashes) {
  BOOST_TEST(dot_id_of("a\\") == "\"a\\\\\"");
  BOOST_TEST(dot_id_of("MSC:\"1\"&beta;") == "\"MSC:\\\"1\\\"&beta;\"");
}

BOOST_AUTO_TEST_CASE(labels_break_at_white_space) {
  std::size_t const width = 10;
  BOOST_TEST(dot("conditioned medium of bone marrow", std::size_t{12}) == "\"conditioned\nmedium of\nbone marrow\"");
  BOOST_TEST(dot("1234567890", width) == "\"1234567890\"");
  BOOST_TEST(dot("1234567890 a", width) == "\"1234567890\na\"");
  BOOST_TEST(dot("12345 7890 a", width) == "\"12345 7890\na\"");
  BOOST_TEST(dot("\u03B2\u03B2\u03B2 \u03B2\u03B2\u03B2\u03B2\u03B2\u03B2 \u03B2", width) ==
             "\"\u03B2\u03B2\u03B2 \u03B2\u03B2\u03B2\u03B2\u03B2\u03B2\n\u03B2\"");
  BOOST_TEST(dot("one\ntwo three four", width) == "\"one\ntwo three\nfour\"");
}

BOOST_AUTO_TEST_CASE(words_longer_than_a_line_are_cut) { BOOST_TEST(dot("1234567890abc de", std::size_t{10}) == "\"1234567890\nabc de\""); }

BOOST_AUTO_TEST_CASE(long_text_is_cut_at_a_code_point) {
  BOOST_TEST(shortened("abc", 3) == "abc");
  BOOST_TEST(shortened("abcd", 3) == "abc\u2026");
  BOOST_TEST(shortened("ab\u03B2\u03B2", 3) == "ab\u2026");
  std::string const text(100'000, '"');
  BOOST_TEST(dot(text).size() == 2 * dot_limit + 5);
  BOOST_TEST(dot_id_of(text).size() == 2 * dot_limit + 5);
}

BOOST_AUTO_TEST_CASE(a_sink_gets_what_a_string_gets) {
  std::string const text = "a\"<&>\\\n\u03B2 ]]>\x01";
  std::string out;
  Sink sink = Sink::to_string(out);
  xml_text(sink, text);
  json_string(sink, text);
  dot_label(sink, text, std::size_t{3});
  BOOST_TEST(out == xml_text_of(text) + json_string_of(text) + dot(text, std::size_t{3}));
}

BOOST_AUTO_TEST_CASE(a_csv_field_doubles_quotes_and_leaves_backslashes_alone) {
  BOOST_TEST(csv_string_of("say \"x\", \\n\nnext") == "\"say \"\"x\"\", \\n\nnext\"");
  BOOST_TEST(csv_string_of("") == "\"\"");
  BOOST_TEST(csv_string_of("a\0b\xFF"s) == "\"a\uFFFDb\uFFFD\"");
  BOOST_TEST(csv_string_of("\u03B2\uFFFE\x01") == "\"\u03B2\uFFFE\x01\"");
}

BOOST_AUTO_TEST_CASE(database_text_is_utf8_without_nul) {
  BOOST_TEST(database_text("a\"\0b\xC0\u03B2"s) == "a\"\uFFFDb\uFFFD\u03B2");
  BOOST_TEST(database_text("") == "");
}
