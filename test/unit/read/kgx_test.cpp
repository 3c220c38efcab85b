// KGX as TSV → graph.
#include <boost/test/unit_test.hpp>

#include "unit/read/graph_reading.hpp"

using namespace mechgraph;

namespace {

Graph graph_of(std::vector<std::string> const& files) {
  std::vector<GraphPart> parts;
  for (std::string const& file : files) {
    Reading reading = read_text("g.tsv", file, graph_options());
    BOOST_TEST(reading.reader == "kgx");
    BOOST_TEST(printed(reading.diagnostics) == "");
    for (GraphPart& part : reading.parts) parts.push_back(std::move(part));
  }
  return built(parts);
}

}  // namespace

BOOST_AUTO_TEST_CASE(nodes_keep_names_categories_and_other_columns) {
  Graph const graph =
      graph_of({"id\tcategory\tname\tsynonym\tdescription\n"
                "X:1\tbiolink:NamedThing|biolink:Protein\tone|1\ta|b\tc|d\n"
                "X:2\tbiolink:CellularComponent\ttwo\t\t\n"
                "X:3\tGene\n"});
  BOOST_TEST(nodes_of(graph) ==
             "X:1 [mediator|Gene|one|1|0] category=biolink:NamedThing category=biolink:Protein description=c|d name=one|1 synonym=a "
             "synonym=b\n"
             "X:3 [mediator|Gene||0] \n"
             "X:2 [context|biolink:CellularComponent|two|2] name=two\n");
}

BOOST_AUTO_TEST_CASE(an_edge_is_a_witness_that_keeps_every_column) {
  Graph const graph = graph_of(
      {"id\tcategory\tname\nX:1\tbiolink:Gene\tone\nX:2\tbiolink:Gene\ttwo\n",
       "id\tsubject\tpredicate\tobject\tnegated\tknowledge_level\tagent_type\tprimary_knowledge_source\tpublications\tconfidence\t"
       "supporting_text\tp_value\n"
       "e1\tX:1\tbiolink:negatively_regulates\tX:2\t\tprediction\tmanual_agent\tinfores:x\tPMID:1|PMID:2\t0.25\tone lowers two\t1e-9\n"
       "e2\tX:1\tSEMMEDDB:LIKES\tX:2\tTrue\t\t\tinfores:x\t\t0.12345\t\t\n"
       "e3\tX:1\tbiolink:part_of\tX:2\tfalse\t\t\t\t\t\t\t\n"});
  BOOST_TEST(edges_of(graph).substr(0, edges_of(graph).find("X:1 biolink:part_of")) ==
             "X:1 not SEMMEDDB:LIKES 0 X:2 \n"
             " infores:x e2 stated 1000 (confidence=0.12345;id=e2;) <> ''\n"
             "X:1 biolink:negatively_regulates -1 X:2 \n"
             " infores:x e1 implied 250 (agent_type=manual_agent;id=e1;knowledge_level=prediction;p_value=1e-9;) <PMID:1;PMID:2;> "
             "'one lowers two'\n");
  BOOST_TEST(graph.document(graph.record(graph.witness(graph.witnesses(EdgeId{2})[0]).record).document).id.starts_with("MECHGRAPH:D"));
}

BOOST_AUTO_TEST_CASE(edges_alone_make_their_ends) {
  Graph const graph = graph_of({"subject\tpredicate\tobject\tsign\nA\tincreases\tB\t+\nA\tblocks\tB\t-1\n"});
  BOOST_TEST(nodes_of(graph) == "A [context|||0] \nB [context|||0] \n");
  BOOST_TEST(edges_of(graph).find("A blocks -1 B \n") == 0U);
  BOOST_TEST(edges_of(graph).find("A increases 1 B \n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_edge_that_stands_twice_in_one_record_has_two_witnesses) {
  std::string const with_id = "id\tsubject\tpredicate\tobject\trecord\n1\tA\tp\tB\tr\n2\tA\tp\tB\tr\n";
  std::string const without = "subject\tpredicate\tobject\trecord\nA\tp\tB\tr\nA\tp\tB\tr\n";
  for (std::string const& file : {with_id, without}) {
    Graph const graph = graph_of({file});
    BOOST_TEST(graph.edge_count() == 1U);
    BOOST_TEST(graph.record_count() == 1U);
    BOOST_TEST(graph.witness_count() == 2U);
    BOOST_TEST(graph_of({file, file}).witness_count() == 2U);  // the same file twice says no more
  }
}

BOOST_AUTO_TEST_CASE(qualifiers_make_the_relation_and_stay_where_they_say_more) {
  Graph const graph =
      graph_of({"subject\tpredicate\tqualified_predicate\tobject_direction_qualifier\tobject_aspect_qualifier\tobject\trecord\tid\n"
                "A\tbiolink:affects\tbiolink:causes\tincreased\t\tB\tr\t1\n"
                "A\tbiolink:affects\tbiolink:causes\tdecreased\tactivity\tB\tr\t2\n"});
  BOOST_TEST(edges_of(graph).find("A increases 1 B") != std::string::npos);
  BOOST_TEST(edges_of(graph).find("(id=1;)") != std::string::npos);
  BOOST_TEST(edges_of(graph).find("A decreases -1 B") != std::string::npos);
  BOOST_TEST(edges_of(graph).find("(id=2;object_aspect_qualifier=activity;object_direction_qualifier=decreased;predicate=biolink:affects;"
                                  "qualified_predicate=biolink:causes;)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_line_that_can_not_be_used_is_named_and_the_others_stay) {
  Reading const reading = read_text("e.tsv",
                                    "subject\tpredicate\tobject\tsign\n"
                                    "A\tp\t\t1\n"
                                    "A\tp\tB\tmore\n"
                                    "A\tincreases\tB\t-1\n"
                                    "A\tp\tB\t1\tx\n"
                                    "\n"
                                    "A\tp\tB\n",
                                    graph_options());
  BOOST_TEST(printed(reading.diagnostics) ==
             "e.tsv:2:1: error: an edge without an object; the line is left out\n"
             "e.tsv:3:1: error: the sign \"more\" is none of 1, -1 and 0; the line is left out\n"
             "e.tsv:4:1: error: the sign is not that of the relation \"increases\"; the line is left out\n"
             "e.tsv:5:1: error: 5 cells under a header of 4; the line is left out\n");
  BOOST_TEST(built(reading.parts).edge_count() == 1U);
}

BOOST_AUTO_TEST_CASE(a_header_without_rows_and_a_header_of_another_form_are_refused) {
  BOOST_TEST(failure([] { read_text("e.tsv", "subject\tpredicate\tobject\n", graph_options()); }) ==
             "e.tsv: error: has no edge below its header; give a file of KGX with rows");
  BOOST_TEST(failure([] { read_text("e.tsv", "subject\tobject\nA\tB\n", graph_options(), "kgx"); }) ==
             "e.tsv:1: error: the header is not KGX's; nodes have the columns id and category, edges subject, predicate and object");
}

BOOST_AUTO_TEST_CASE(what_was_written_and_read_again_as_jsonl_is_the_same) {
  Graph const graph = graph_of({"id\tcategory\tname\tsynonym\nX:1\tbiolink:Thing\tone\ta|b\nX:9\tbiolink:Gene\talone\t\n",
                                "id\tsubject\tpredicate\tobject\trecord\n1\tX:1\tp\tB\tr\n2\tX:1\tp\tB\tr\n"});
  std::string const lines = written(graph, "jsonl");
  BOOST_TEST(written(built(read_text("g.jsonl", lines).parts), "jsonl") == lines);
}
