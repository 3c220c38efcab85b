// Stepping over XML.
#include <boost/test/unit_test.hpp>

#include <string>

#include "read/xml_cursor.hpp"

using namespace mechgraph;

namespace {

// "<name a=b> text [raw] </name>" with a bar between marks.
std::string marks(std::string_view text) {
  XmlCursor cursor{text};
  std::string out;
  for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
    if (!out.empty()) out += '|';
    switch (event) {
      case XmlCursor::Event::start:
        out += '<' + std::string{cursor.name()};
        cursor.attributes(
            [&](std::string_view name, std::string_view value) { out += ' ' + std::string{name} + '=' + std::string{value}; });
        out += '>';
        break;
      case XmlCursor::Event::end: out += "</" + std::string{cursor.name()} + '>'; break;
      case XmlCursor::Event::text: out += cursor.text(); break;
      case XmlCursor::Event::raw_text: out += '[' + std::string{cursor.text()} + ']'; break;
      case XmlCursor::Event::done: break;
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_mark_is_met_in_turn) {
  BOOST_TEST(marks("<?xml v?><!DOCTYPE a \">\"><!-- <b> --><y:a b='1>2' c = \"x\"><d/>t &amp; u<![CDATA[<e>]]></y:a >") ==
             "<a b=1>2 c=x>|<d>|</d>|t &amp; u|[<e>]|</a>");
  BOOST_TEST(marks("<d k='v'/>") == "<d k=v>|</d>");
  BOOST_TEST(marks("<![CDATA[]]>") == "[]");
  BOOST_TEST(marks("") == "");
}

BOOST_AUTO_TEST_CASE(text_that_is_cut_off_ends_the_walk) {
  for (std::string_view const text : {"<", "</", "<a b", "<a b='", "<a b=", "<!--", "<![CDATA[x", "<?", "<!", "<a/"}) {
    BOOST_TEST(marks(text).size() < 10U);
  }
}

BOOST_AUTO_TEST_CASE(an_attribute_is_found_by_its_name) {
  XmlCursor cursor{"<a id='1' key=\"2\"/>"};
  cursor.next();
  BOOST_TEST(cursor.attribute("key") == "2");
  BOOST_TEST(cursor.attribute("ke") == "");
}
