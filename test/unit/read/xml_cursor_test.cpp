// Stepping over XML.
#include "read/xml_cursor.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

#include "base/error.hpp"
#include "read/jats_scan.hpp"

using namespace mechgraph;

namespace {

XmlCursor cursor_of(std::string_view& text, std::size_t block = 1000) {
  return XmlCursor{[&text, block](std::string& window) {
    std::string_view const next = text.substr(0, block);
    window += next;
    text.remove_prefix(next.size());
    return !next.empty();
  }};
}

// "<name a=b> text [raw] </name>" with a bar between marks.
std::string marks(std::string_view text, std::size_t block = 1000) {
  XmlCursor cursor = cursor_of(text, block);
  std::string out;
  for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
    if (!out.empty()) out += '|';
    switch (event) {
      case XmlCursor::Event::start:
        out += '<' + std::string{cursor.name()};
        for (auto const& [name, value] : cursor.attributes()) out += ' ' + std::string{name} + '=' + std::string{value};
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

// The marks with texts that blocks cut joined, or the fault.
std::string outcome(std::string_view text, std::size_t block) {
  try {
    return marks(text, block);
  } catch (XmlFault const& fault) {
    return std::to_string(fault.line) + ':' + std::to_string(fault.byte + 1) + ": " + fault.message + "; " + fault.hint;
  }
}

// What scan_xml says of the whole text; empty where it is well-formed.
std::string scanned(std::string const& text) {
  Diagnostics diagnostics;
  Input const input{"x", diagnostics.add_input("x"), text, nullptr};
  std::string copy = text;
  try {
    scan_xml(copy, SourcePlaces{input, diagnostics});
    return {};
  } catch (Error const& error) {
    return error.place().substr(2) + ": " + error.what() + "; " + error.hint();
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_mark_is_met_in_turn) {
  BOOST_TEST(marks("<?xml v?><!DOCTYPE a \">\"><!-- <b> --><y:a b='1>2' c = \"x\"><d/>t &amp; u<![CDATA[<e>]]></y:a >") ==
             "<a b=1>2 c=x>|<d>|</d>|t &amp; u|[<e>]|</a>");
  BOOST_TEST(marks("<d k='v'/>") == "<d k=v>|</d>");
  BOOST_TEST(marks("<![CDATA[]]>") == "[]");
  BOOST_TEST(marks("") == "");
}

BOOST_AUTO_TEST_CASE(blocks_of_any_size_give_the_same_marks_and_the_faults_that_a_scan_of_the_whole_gives) {
  std::string const whole =
      "<?xml version='1.0'?>\n<!DOCTYPE g>\n<g a='1'>\n <k id=\"2\"/>t&amp;\n<!-- c -->\n<d key='x'><![CDATA[a<b]]></d >\n<n:e f = '>'>\n"
      "text</n:e></g>\n";
  std::mt19937 random{5};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
  constexpr std::string_view bytes = "<>/='\" \n!-[]?ax";
  std::size_t broken = 0;
  for (std::size_t round = 0; round < 2000; ++round) {
    std::string text = whole;
    for (std::size_t changes = random() % 3; changes > 0; --changes) {
      std::size_t const at = random() % text.size();
      if (random() % 2 == 0)
        text[at] = bytes[random() % bytes.size()];
      else
        text.erase(at, 1 + random() % 20);
    }
    std::string const expected = scanned(text);
    std::string const at_once = outcome(text, text.size() + 1);
    if (!expected.empty()) BOOST_REQUIRE(at_once == expected);
    broken += expected.empty() ? 0U : 1U;
    for (std::size_t const block : {1U, 2U, 3U, 7U, 40U}) BOOST_REQUIRE(outcome(text, block) == at_once);
  }
  BOOST_TEST(broken > 300U);
  BOOST_TEST(broken < 1700U);
}

BOOST_AUTO_TEST_CASE(an_attribute_is_found_by_its_name) {
  std::string_view text = "<a id='1' key=\"2\"/>";
  XmlCursor cursor = cursor_of(text);
  cursor.next();
  BOOST_TEST(cursor.attribute("key") == "2");
  BOOST_TEST(cursor.attribute("ke") == "");
}

BOOST_AUTO_TEST_CASE(a_place_is_known_as_long_as_its_line_is_at_hand) {
  std::string input = "<g>\n";
  for (int i = 0; i < 100; ++i) input += "<n id='" + std::to_string(i) + "'/>\n";
  input += "</g>\n";
  std::string_view text = input;
  XmlCursor cursor = cursor_of(text, 16);
  std::size_t first = 0;
  std::uint32_t line = 1;
  for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
    if (event != XmlCursor::Event::start || cursor.name() != "n") continue;
    if (first == 0) first = cursor.at();
    BOOST_REQUIRE(cursor.place().line == ++line);
    BOOST_REQUIRE(cursor.place().byte == 0U);
    BOOST_REQUIRE(cursor.line_of(cursor.at()).starts_with("<n id='" + std::to_string(line - 2) + "'"));
  }
  BOOST_TEST(line == 101U);
  BOOST_TEST(cursor.line_of(first).empty());
}
