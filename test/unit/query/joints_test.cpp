// Where paths are joined over records, and what differs there.
#include "query/joints.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

// The joints of the only path from EX:a to EX:d: "EX:b organism mouse|rat; EX:c".
std::string drawn(Sketch const& s) {
  Graph const graph = s.graph();
  PathQuery query;
  query.from = {graph.find("EX:a").value()};
  query.to = {graph.find("EX:d").value()};
  auto const paths = find_paths(graph, query).paths;
  BOOST_TEST_REQUIRE(paths.size() == 1U);
  std::string text;
  auto const joints = joints_of(graph, paths[0]);
  for (Joint const& joint : joints) {
    text += (text.empty() ? "" : "; ") + std::string{graph.node(paths[0].nodes[joint.node]).id};
    for (JointDifference const& each : joint.differs) {
      text.append(" ").append(each.key).append(" ").append(each.before.front()).append("|").append(each.after.front());
    }
  }
  if (!joints.empty()) text += "; weakest " + std::to_string(weakest(Terrain{graph}, paths[0], joints));
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_joint_stands_where_no_record_says_both_hops_and_tells_what_they_do_not_share) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c", "EX:d"}) s.declared(id, "Gene");
  auto const said = [&](std::string const& record, std::string const& from, std::string const& to, std::string_view organism) {
    auto& witness = s.said(record, from, "increases", 1, to);
    witness.qualifiers.push_back({s.text("organism"), s.text(organism), false});
    witness.qualifiers.push_back({s.text("id"), s.text(record + from), false});  // of an imported edge: no context
  };
  said("1", "EX:a", "EX:b", "mouse");
  said("1", "EX:b", "EX:c", "mouse");
  said("2", "EX:c", "EX:d", "rat");
  BOOST_TEST(drawn(s) == "EX:c organism mouse|rat; weakest 0");
  said("3", "EX:c", "EX:d", "mouse");
  BOOST_TEST(drawn(s) == "EX:c; weakest 0");
}

BOOST_AUTO_TEST_CASE(sources_of_the_records_differ_too_and_the_weakest_joint_is_where_most_differs) {
  Sketch s;
  for (std::string const id : {"EX:a", "EX:b", "EX:c", "EX:d"}) s.declared(id, "Gene");
  for (auto const& [record, source] :
       {std::pair{"1", "UBERON:0002371"}, std::pair{"2", "UBERON:0002371"}, std::pair{"3", "UBERON:0002331"}}) {
    std::string const id = std::string{"EX:i"} + record;
    s.declared(id, "Intervention");
    s.said(record, id, "derives_from", 0, source);
  }
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:b", "increases", 1, "EX:c");
  s.said("3", "EX:c", "increases", 1, "EX:d");
  BOOST_TEST(drawn(s) == "EX:b; EX:c source bone marrow|umbilical cord; weakest 1");
}
