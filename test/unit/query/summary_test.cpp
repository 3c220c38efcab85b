// What is counted.
#include "query/summary.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/graph/small.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_summary_counts_nodes_edges_witnesses_and_columns) {
  Sketch s;
  s.declared("EX:a", "Gene");
  s.part.nodes[s.node("EX:u")].flags = static_cast<std::uint8_t>(NodeFlag::unresolved);
  s.said("1", "EX:a", "decreases", -1, "MONDO:0019542").flags.set(Flag::hedged);
  s.said("2", "EX:a", "decreases", -1, "MONDO:0019542", Basis::implied);
  s.said("2", "EX:a", "increases", 1, "EX:u", Basis::stated, true);
  Graph const graph = s.graph();
  std::string text;
  for (SummarySection const& section : summarise(graph)) {
    text.append(section.title).append(":");
    for (auto const& [name, count] : section.rows) text.append(" ").append(name).append("=").append(std::to_string(count));
    text += '\n';
  }
  BOOST_TEST(text ==
             "graph: nodes=4 edges=3 witnesses=3 records=2 documents=1 unresolved_nodes=1 ancestor_nodes=1 denials=1\n"
             "nodes by kind: source=0 derivative=0 intervention=0 model=0 mediator=1 outcome=2 context=1\n"
             "nodes by type: =1 Disease=2 Gene=1\n"
             "edges by relation: decreases=1 increases=1 is_a=1\n"
             "effects by sign: +=1 -=1\n"
             "edges by number of witnesses: 0=1 1=1 2=1\n"
             "witnesses of effects by basis: implied=1 stated=2\n"
             "witnesses by column: result=3\n"
             "records by column: result=2\n"
             "witnesses by document: DOI:10.1/x=3\n"
             "witnesses by flag: hedged=1\n");
}
