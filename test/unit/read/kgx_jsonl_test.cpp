// KGX as JSON Lines → graph.
#include <boost/test/unit_test.hpp>

#include "unit/read/graph_reading.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(nodes_and_edges_may_stand_in_one_file) {
  Reading const reading =
      read_text("g.jsonl",
                "{\"id\":\"X:1\",\"name\":\"one|1\",\"category\":[\"biolink:Protein\"],\"xref\":[\"A:1\",\"A:2\"],\"taxon\":null}\n"
                "{\"id\":\"e1\",\"subject\":\"X:1\",\"predicate\":\"biolink:treats\",\"object\":\"X:2\",\"negated\":false,"
                "\"publications\":[\"PMID:1\"],\"primary_knowledge_source\":\"infores:x\",\"score\":1.5,\"has_evidence\":{\"a\":[1]},"
                "\"supporting_text\":[\"said here\",\"and there\"],\"knowledge_level\":\"knowledge_assertion\",\"basis\":\"cargo\"}\n",
                graph_options());
  BOOST_TEST(reading.reader == "kgx-jsonl");
  BOOST_TEST(printed(reading.diagnostics) == "");
  Graph const graph = built(reading.parts);
  BOOST_TEST(nodes_of(graph) ==
             "X:1 [mediator|Gene|one|1|0] category=biolink:Protein name=one|1 xref=A:1 xref=A:2\n"
             "X:2 [context|||0] \n");
  BOOST_TEST(edges_of(graph) ==
             "X:1 biolink:treats -1 X:2 \n"
             " infores:x e1 cargo 1000 (has_evidence={\"a\":[1]};id=e1;knowledge_level=knowledge_assertion;score=1.5;) <PMID:1;> "
             "'said here\nand there'\n");
}

BOOST_AUTO_TEST_CASE(what_xml_can_not_hold_is_replaced_when_an_escape_brings_it_in) {
  Reading const reading = read_text("g.jsonl",
                                    R"({"id":"X:1","category":["Gene"],"name":"a\u0001b","s\u0002":"c\r\nd\re"})"
                                    "\n",
                                    graph_options());
  BOOST_TEST(nodes_of(built(reading.parts)) == "X:1 [mediator|Gene|a\uFFFDb|0] name=a\uFFFDb s\uFFFD=c\nd\ne\n");
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.jsonl: warning: 2 control characters were replaced by U+FFFD, since XML can not hold them\n");
}

BOOST_AUTO_TEST_CASE(faulty_lines_are_named_and_a_file_of_nothing_else_is_refused) {
  Reading const reading = read_text("g.jsonl",
                                    "{\"id\":\"X:1\",\"category\":[\"biolink:Gene\"]}\n"
                                    "{\"name\":\"x\",\"category\":[\"biolink:Gene\"]}\n"
                                    "{\"subject\":\"X:1\",\"object\":\"X:1\"}\n"
                                    "[1]\n"
                                    "{\"id\":\n",
                                    graph_options());
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.jsonl:2:1: error: a node without an id; the line is left out\n"
             "g.jsonl:3:1: error: an edge without a predicate; the line is left out\n"
             "g.jsonl:4:1: error: not a JSON object; the line is left out\n"
             "g.jsonl:5:1: error: not JSON; the line is left out\n");
  BOOST_TEST(built(reading.parts).node_count() == 1U);
  BOOST_TEST(
      failure([] { read_text("g.jsonl", "[]\n", graph_options(), "kgx-jsonl"); }) ==
      "g.jsonl: error: none of its 1 lines is a node or an edge; give KGX as JSON Lines: {\"id\", \"category\", ...} or {\"subject\", "
      "\"predicate\", \"object\", ...}");
}
