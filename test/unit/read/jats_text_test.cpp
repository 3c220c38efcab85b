// The words inside an element.
#include <list>

#include <boost/test/unit_test.hpp>

#include "read/jats_scan.hpp"
#include "read/jats_text.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

MarkedText marked(std::string_view content) {
  Diagnostics diagnostics;
  Input const input = check_input("a.xml", "<td>" + std::string{content} + "</td>", InputLimits{}, diagnostics);
  SourcePlaces const places{input, diagnostics};
  static std::list<std::string> kept;  // ids are views of what was parsed
  std::string& text = kept.emplace_back(input.bytes);
  scan_xml(text, places);
  rapidxml::xml_document<char> document;
  document.parse<rapidxml::parse_non_destructive>(text.data());
  UnknownEntities unknown;
  return marked_text(*document.first_node(), text.data(), unknown);
}

std::string text(std::string_view content) { return marked(content).text; }

std::string cited(std::string_view content) {
  std::string out;
  for (LinkedReference const& work : linked_references(marked(content))) out += (out.empty() ? "" : "|") + work.printed;
  return out;
}

std::string link(std::string_view words) { return "<xref ref-type=\"bibr\" rid=\"B1\">" + std::string{words} + "</xref>"; }

}  // namespace

BOOST_AUTO_TEST_CASE(markup_is_flattened_and_white_space_between_it_kept) {
  BOOST_TEST(text("<italic>in</italic> <bold>vivo</bold>\n  <!-- no --> <i><b>x</b> </i>y") == "in vivo x y");
  BOOST_TEST(text("  a<?pi?>b<![CDATA[<&amp;]]>&amp;c ") == "ab<&amp;&c");
  BOOST_TEST(text(" \n ") == "");
}

BOOST_AUTO_TEST_CASE(lines_end_at_breaks_paragraphs_and_list_items) {
  BOOST_TEST(text("a <break/> b<p>c</p><p>d</p>") == "a\nb\nc\nd");
  BOOST_TEST(
      text("<list><list-item><p>a</p></list-item><list-item><p>b</p><list><list-item><p>c</p></list-item></list></list-item></list>") ==
      "a\nb\nc");
  BOOST_TEST(text("<p>&#x2003;a</p><p>\u00A0b\u00A0c</p>") == "a\nb\u00A0c");
}

BOOST_AUTO_TEST_CASE(digits_above_and_below_the_line_keep_their_place) {
  BOOST_TEST(text("10<sup>9</sup> and 10<sup> −3 </sup>, H<sub>2</sub>O, CD4<sup>+</sup>, ALT<sup>a</sup>") ==
             "10⁹ and 10 ⁻³ , H₂O, CD4+, ALTa");
}

BOOST_AUTO_TEST_CASE(formulas_give_their_tokens_and_no_tex) {
  BOOST_TEST(text("<inline-formula><alternatives><tex-math>$10^9$</tex-math><mml:math> <mml:msup><mml:mn>10</mml:mn>\n<mml:mn>9</mml:mn>"
                  "</mml:msup> </mml:math><inline-graphic/></alternatives></inline-formula> cells") == "10⁹ cells");
}

BOOST_AUTO_TEST_CASE(linked_citations_are_found_and_ranges_written_out) {
  BOOST_TEST(text("lower ALT [" + link("12") + "]") == "lower ALT [12]");
  BOOST_TEST(cited("lower ALT [" + link("12") + ", " + link("14") + "–" + link("17") + ", " + link("14") + "]") == "12|14|15|16|17");
  BOOST_TEST(cited("a <sup>" + link("3") + "</sup> b " + link("<sup>5–7</sup>")) == "3|5|6|7");
  BOOST_TEST(cited("(" + link("Li et al., 2019") + "; " + link("Wu, 2020") + ")") == "Li et al., 2019|Wu, 2020");
  BOOST_TEST(cited("see <xref ref-type=\"table\">2</xref>") == "");
}

BOOST_AUTO_TEST_CASE(a_linked_year_gets_its_authors) {
  BOOST_TEST(cited("Hebert et al., " + link("2008b") + ", " + link("2009") + "; Nelson and Wang, " + link("2010")) ==
             "Hebert et al., 2008b|Hebert et al., 2009|Nelson and Wang, 2010");
  BOOST_TEST(cited("lower ALT (Li, " + link("2019") + "), as was found before by others " + link("2020")) == "Li, 2019|2020");
}

BOOST_AUTO_TEST_CASE(a_raised_citation_is_no_exponent_and_leaves_the_text) {
  MarkedText const raised = marked("lower ALT<sup>" + link("12") + "," + link("13") + "</sup> and AST" + link("<sup>14</sup>"));
  BOOST_TEST(raised.text == "lower ALT12,13 and AST14");
  BOOST_TEST(without_citations(raised) == "lower ALT and AST");
}

BOOST_AUTO_TEST_CASE(bracketed_citations_at_the_end_leave_the_text) {
  BOOST_TEST(without_citations(marked("lower ALT (" + link("12") + "; " + link("13") + ").")) == "lower ALT");
  BOOST_TEST(without_citations(marked("as in [" + link("12") + "] and " + link("13"))) == "as in [12] and 13");
  BOOST_TEST(without_citations(marked("(lower ALT " + link("12") + ")")) == "(lower ALT 12)");
  BOOST_TEST(without_citations(marked("[" + link("12") + "]")) == "[12]");
}

BOOST_AUTO_TEST_CASE(the_place_is_that_of_the_first_word) {
  BOOST_TEST(marked("<p> <b>x</b></p>").at == 11U);
  BOOST_TEST(marked("").at == 1U);
}

BOOST_AUTO_TEST_CASE(links_keep_what_they_link_to) {
  auto const linked = [](std::string_view content) {
    std::string out;
    for (LinkedReference const& work : linked_references(marked(content))) {
      out += (out.empty() ? "" : " ") + work.printed + "(";
      for (std::size_t i = 0; i < work.ids.size(); ++i) out += (i == 0 ? "" : ",") + std::string{work.ids[i]};
      if (!work.from.empty()) out += std::string{work.from} + "+" + std::to_string(work.offset);
      out += ")";
    }
    return out;
  };
  auto const to = [](std::string_view ids, std::string_view words) {
    return "<xref rid=\"" + std::string{ids} + "\" ref-type=\"bibr\">" + std::string{words} + "</xref>";
  };
  BOOST_TEST(linked("[" + to("B2", "2") + ", " + to("B4", "4") + "\u2013" + to("B7", "7") + "]") == "2(B2) 4(B4) 5(B4+1) 6(B4+2) 7(B7)");
  BOOST_TEST(linked(to("B2", "2\u20134")) == "2(B2) 3(B2+1) 4(B2+2)");
  BOOST_TEST(linked(to("B2 B3\nB4", "[2-4]")) == "2(B2) 3(B3) 4(B4)");
  BOOST_TEST(linked(to("B2 B3", "Li, 2019a, b")) == "Li, 2019a, b(B2,B3)");
  BOOST_TEST(linked(to("B2", "Li et al.") + " (" + to("B2", "2019") + ")") == "Li et al. 2019(B2)");
  BOOST_TEST(linked("Li et al. (" + to("B2", "2019") + ", " + to("B3", "2020") + ")") == "Li et al. 2019(B2) Li et al. 2020(B3)");
}

BOOST_AUTO_TEST_CASE(marks_of_footnotes_are_printed_and_no_words) {
  auto const mark = [](std::string_view words) { return "<xref ref-type=\"table-fn\" rid=\"f1\">" + std::string{words} + "</xref>"; };
  MarkedText const noted =
      marked("ALT<sup>" + mark("a") + "," + mark("1") + "</sup> and AST" + mark("<sup>2</sup>") + " fell " + mark("*"));
  BOOST_TEST(noted.text == "ALTa,1 and AST\u00B2 fell *");
  BOOST_TEST(without_citations(noted) == "ALT and AST fell");
  BOOST_TEST(without_citations(marked(mark("a"))) == "a");
  BOOST_TEST(marked("Exosomes<sup>a</sup> fell").text == "Exosomesa fell");
  BOOST_TEST(without_citations(marked("Exosomes<sup>a</sup> and ALT<sup>b, c</sup> fell<sup>\u2020</sup>")) == "Exosomes and ALT fell");
  BOOST_TEST(without_citations(marked("CD4<sup>+</sup> x<sup>n</sup> Foxp<sup>hi</sup> p<sup>a</sup>")) == "CD4+ xn Foxphi pa");
  BOOST_TEST(marked("10<sup>9" + mark("a") + "</sup>").text == "10⁹a");
  BOOST_TEST(without_citations(marked("10<sup>9" + mark("a") + "</sup>")) == "10⁹");
  BOOST_TEST(marked("10<sup>9," + link("12") + "</sup>").text == "10⁹,12");
  BOOST_TEST(without_citations(marked("ALT<sup>" + link("<sup>1</sup>") + "," + link("<sup>2</sup>") + "</sup> fell")) == "ALT fell");
}
