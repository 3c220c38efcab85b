// XML before a parser sees it.
#include <boost/test/unit_test.hpp>

#include "read/jats_scan.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

struct Scanned {
  std::string text;
  XmlScan scan;
};

Scanned scanned(std::string_view bytes) {
  Diagnostics diagnostics;
  Input const input = check_input("a.xml", bytes, InputLimits{}, diagnostics);
  SourcePlaces const places{input, diagnostics};
  Scanned result{input.bytes, {}};
  result.scan = scan_xml(result.text, places);
  return result;
}

std::string fault(std::string_view bytes) {
  return failure([&] { scanned(bytes); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(articles_are_found_wherever_they_stand) {
  Scanned const result = scanned(
      "<?xml version='1.0'?><!DOCTYPE s SYSTEM \"a>b\"><s:set><article/>\n<x:article a='>'><article></article></x:article></s:set>");
  BOOST_TEST(result.scan.root == "set");
  BOOST_TEST_REQUIRE(result.scan.articles.size() == 2U);
  BOOST_TEST(result.text.substr(result.scan.articles[0].begin, result.scan.articles[0].end - result.scan.articles[0].begin) ==
             "<article/>");
  BOOST_TEST(result.text.substr(result.scan.articles[1].begin, result.scan.articles[1].end - result.scan.articles[1].begin) ==
             "<x:article a='>'><article></article></x:article>");
}

BOOST_AUTO_TEST_CASE(white_space_between_tags_is_marked_and_nothing_else) {
  BOOST_TEST(scanned("<a> <b/> c <!-- <x> --> <![CDATA[ </a> ]]>\n</a>\n").text ==
             "<a>\x01<b/> c <!-- <x> -->\x01<![CDATA[ </a> ]]>\x01</a>\n");
}

BOOST_AUTO_TEST_CASE(a_cut_file_says_what_was_open) {
  BOOST_TEST(fault("<a>\n<b>text") == "a.xml:2:8: error: the file ends inside <b> of line 2; the file is cut off or damaged: get it again");
  BOOST_TEST(fault("<a>\n<b x") == "a.xml:2:1: error: a tag that is never closed; the file is cut off or damaged: get it again");
  BOOST_TEST(fault("<a b='x>") ==
             "a.xml:1:6: error: the quote that opens here is never closed; the file is cut off or damaged: get it again");
  BOOST_TEST(fault("<a><!-- x") == "a.xml:1:4: error: a comment that is never closed; the file is cut off or damaged: get it again");
  BOOST_TEST(fault("<a><![CDATA[ x") ==
             "a.xml:1:4: error: a CDATA section that is never closed; the file is cut off or damaged: get it again");
  BOOST_TEST(fault("<?x") ==
             "a.xml:1:1: error: a processing instruction that is never closed; the file is cut off or damaged: get it again");
  BOOST_TEST(fault("<!DOCTYPE a") == "a.xml:1:1: error: a DOCTYPE that is never closed; the file is cut off or damaged: get it again");
}

BOOST_AUTO_TEST_CASE(tags_must_match) {
  BOOST_TEST(fault("<a>\n<b></a>") ==
             "a.xml:2:4: error: </a> where <b> of line 2 is to be closed; correct the tags, or get the file again");
  BOOST_TEST(fault("<a/></a>") == "a.xml:1:5: error: </a> closes nothing; the file is cut off or damaged: get it again");
}

BOOST_AUTO_TEST_CASE(tags_must_be_whole) {
  BOOST_TEST(fault("<a>p < 0.05</a>") == "a.xml:1:6: error: a \"<\" that begins no tag; in text it is written &lt;");
  BOOST_TEST(fault("<a b=c>") == "a.xml:1:6: error: \"c\" can not stand here in a tag; correct the tag; a \"<\" in text is written &lt;");
  BOOST_TEST(fault("<a\"><b>") == "a.xml:1:3: error: \"\"\" can not stand here in a tag; correct the tag; a \"<\" in text is written &lt;");
}

BOOST_AUTO_TEST_CASE(a_doctype_of_its_own_is_refused) {
  BOOST_TEST(
      fault("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>") ==
      "a.xml:1:13: error: a DOCTYPE that declares entities or elements itself ('['); remove the part in brackets; declarations are never "
      "read and nothing is fetched");
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
  std::string deep;
  std::string ends;
  for (int i = 0; i < 1000; ++i) {
    deep += "<a>";
    ends += "</a>";
  }
  BOOST_TEST(fault(deep + ends) == "");
  BOOST_TEST(fault(deep + "<a>" + ends + "</a>") == "a.xml:1:3001: error: elements nested deeper than 1000; check that this is an article");
}
