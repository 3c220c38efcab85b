// The report.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

namespace {

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_preparation_says_what_it_is_and_what_it_does) {
  std::string const text = exported(sample_graph(), "md");
  BOOST_TEST(
      holds(text,
            "### TNF-pretreated exosome (bone marrow)\n\n"
            "It is: derives from bone marrow; instance of exosome; pretreated with TNF; studied in acute liver failure; tested in mouse\n\n"
            "| effect | on | basis | references | words | context |\n| --- | --- | --- | --- | --- | --- |\n"
            "| not: affects | \u03B2-flux \\| \"odd\" | stated | 1 witness | \u201Cno effect on \u03B2-flux\u201D |  |\n"
            "| \u25BC decreases | NLRP3 | stated | \\[[DOI:10.1000/x(1)\\#107](https://pubmed.ncbi.nlm.nih.gov/77)\\], "
            "\\[DOI:10.1000/x(1)\\#108\\] | \u201CSuppression of NLRP3\u201D | cell\\_type: macrophage; magnitude: marked |\n"
            "| \u25B2 increases | NLRP3 | stated | \\[[PMID:123](https://pubmed.ncbi.nlm.nih.gov/123)\\] | "
            "\u201CNLRP3 rose\u201D |  |\n"),
      text);
}

BOOST_AUTO_TEST_CASE(what_is_no_preparation_has_rows_of_its_own) {
  BOOST_TEST(
      holds(exported(sample_graph(), "md"),
            "| NLRP3 | \u25B2 contributes to | acute liver failure | implied | 1 witness | \u201Cthereby reducing ALF\u201D |  |\n"));
}

BOOST_AUTO_TEST_CASE(what_was_said_both_ways_is_told) {
  BOOST_TEST(holds(exported(sample_graph(), "md"),
                   "## Said both ways\n\n| what | on | more | less |\n| --- | --- | --- | --- |\n"
                   "| TNF-pretreated exosome (bone marrow) | NLRP3 | \\[[PMID:123](https://pubmed.ncbi.nlm.nih.gov/123)\\] | "
                   "\\[[DOI:10.1000/x(1)\\#107](https://pubmed.ncbi.nlm.nih.gov/77)\\], \\[DOI:10.1000/x(1)\\#108\\] |\n"));
}

BOOST_AUTO_TEST_CASE(with_one_document_references_are_printed_as_it_prints_them) {
  PartMaker p;
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a");
  p.table("DOI:10.1/x", "10.1/x", "A [title](javascript:alert(1))", "Table 1", "");
  auto const cell = p.cell("1", "result", "a raises a");
  p.witness(p.edge(a, "increases", a, 1), cell, "a raises a").references = {p.text("DOI:10.1/x#12")};
  std::string const text = exported(p.graph(), "md");
  BOOST_TEST(holds(text, "| a | \u25B2 increases | a | stated | \\[12\\] |"));
  BOOST_TEST(holds(text, "| [DOI:10.1/x](https://doi.org/10.1/x) | A \\[title\\](javascript\\:alert(1)) |"));
}

BOOST_AUTO_TEST_CASE(an_empty_graph_is_a_short_report) {
  BOOST_TEST(exported(PartMaker{}.graph(), "md") ==
             "# Mechanisms\n\n0 nodes, 0 edges, 0 witnesses, 0 documents.\n"
             "\u25B2 more of it, \u25BC less of it; \"implied\" and \"cargo\" say that the words do not say it themselves.\n");
}
