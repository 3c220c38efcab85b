// What references stand for, and which of them are one work.
#include "graph/works.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

struct Citing : Sketch {
  // One witness for each set of references.
  void cites(std::vector<std::string> const& references) {
    auto& witness = said(std::to_string(part.records.size() + 1), "NCBIGene:114548", "increases", 1, "MONDO:0019542");
    for (auto const& reference : references) witness.references.push_back(text(reference));
  }
  void stands_for(std::string_view reference, std::string_view doi, std::string_view pmid, std::string_view pmcid = {}) {
    part.citations.push_back({text(reference), text(doi), text(pmid), text(pmcid)});
  }
};

std::string works_of(Graph const& graph, std::size_t witness) {
  std::string text;
  for (std::string_view const work : graph.works(at_index<WitnessId>(witness))) text.append(text.empty() ? "" : " ").append(work);
  return text;
}

std::string cited(Graph const& graph, std::string_view reference) {
  std::string text;
  for (CitedWork const& work : graph.cited(reference)) {
    text.append("(").append(work.doi).append("|").append(work.pmid).append("|").append(work.pmcid).append(")");
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_reference_stands_for_what_the_reference_list_says) {
  Citing s;
  s.cites({"DOI:10.1/x#7", "DOI:10.1/x#8"});
  s.stands_for("DOI:10.1/x#7", "10.5/a", "11");
  Graph const graph = s.graph();
  BOOST_TEST(cited(graph, "DOI:10.1/x#7") == "(10.5/a|11|)");
  BOOST_TEST(cited(graph, "DOI:10.1/x#8") == "");
  BOOST_TEST(cited(graph, "DOI:10.1/x#9") == "");
  BOOST_TEST(works_of(graph, 0) == "DOI:10.1/x#8 PMID:11");
}

BOOST_AUTO_TEST_CASE(references_that_share_an_identifier_are_one_work_also_over_others) {
  Citing s;
  s.cites({"DOI:10.1/x#1", "DOI:10.1/x#2", "DOI:10.1/x#3", "DOI:10.5/A"});
  s.stands_for("DOI:10.1/x#1", "10.5/a", "");
  s.stands_for("DOI:10.1/x#2", "10.5/a", "", "PMC4");
  s.stands_for("DOI:10.1/x#3", "", "13", "PMC4");
  BOOST_TEST(works_of(s.graph(), 0) == "PMID:13");
}

BOOST_AUTO_TEST_CASE(a_reference_may_stand_for_several_works) {
  Citing s;
  s.cites({"DOI:10.1/x#12"});
  s.stands_for("DOI:10.1/x#12", "", "22");
  s.stands_for("DOI:10.1/x#12", "", "21");
  Graph const graph = s.graph();
  BOOST_TEST(cited(graph, "DOI:10.1/x#12") == "(|21|)(|22|)");
  BOOST_TEST(works_of(graph, 0) == "PMID:21 PMID:22");
}

BOOST_AUTO_TEST_CASE(what_says_less_than_another_is_dropped) {
  Citing s;
  s.cites({"DOI:10.1/x#12"});
  s.stands_for("DOI:10.1/x#12", "", "22");
  s.stands_for("DOI:10.1/x#12", "10.5/a", "22");
  s.stands_for("DOI:10.1/x#12", "10.5/a", "");
  s.stands_for("DOI:10.1/x#12", "", "");
  s.stands_for("DOI:10.1/x#12", "10.5/b", "");
  BOOST_TEST(cited(s.graph(), "DOI:10.1/x#12") == "(10.5/a|22|)(10.5/b||)");
}

BOOST_AUTO_TEST_CASE(a_witness_without_references_rests_on_its_document) {
  Citing s;
  s.cites({});
  s.cites({"PMID:9"});
  BOOST_TEST(works_of(s.graph(), 0) == "DOI:10.1/x");
  s.part.documents[0].pmid = s.text("9");
  Graph const graph = s.graph();
  BOOST_TEST(works_of(graph, 0) == "PMID:9");
  BOOST_TEST(works_of(graph, 1) == "PMID:9");
}

BOOST_AUTO_TEST_CASE(citations_of_references_that_no_witness_has_are_left_out) {
  Citing s;
  s.cites({"DOI:10.1/x#1"});
  s.stands_for("DOI:10.1/x#2", "10.5/a", "");
  BOOST_TEST(cited(s.graph(), "DOI:10.1/x#2") == "");
}

BOOST_AUTO_TEST_CASE(the_same_witness_with_and_without_a_reference_list_is_one) {
  Citing bare;
  bare.cites({"DOI:10.1/x#1"});
  Citing resolved;
  resolved.cites({"DOI:10.1/x#1"});
  resolved.stands_for("DOI:10.1/x#1", "", "5");
  GraphBuilder builder{test_ontology()};
  builder.add(bare.part);
  builder.add(resolved.part);
  Graph const graph = std::move(builder).freeze();
  BOOST_TEST(graph.witness_count() == 1U);
  BOOST_TEST(works_of(graph, 0) == "PMID:5");
}
