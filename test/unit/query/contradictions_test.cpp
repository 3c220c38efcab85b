// Contradictions: each rule, and all of them against a comparison of every two statements.
#include "query/contradictions.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "unit/query/random_graph.hpp"

using namespace mechgraph;

namespace {

using Strings = std::vector<std::string>;

// "contested EX:a EX:b", with what differs.
Strings drawn(Graph const& graph) {
  Strings lines;
  for (Contradiction const& found : contradictions(graph)) {
    std::string line{name(found.contest)};
    if (found.across) line += " across";
    line.append(" ").append(graph.node(found.subject).id).append(" ").append(graph.node(found.object).id);
    for (std::string const& key : found.differs) line += " " + key;
    lines.push_back(line);
  }
  return lines;
}

void qualified(Sketch& s, GraphPart::Witness& witness, std::string_view key, std::string_view value) {
  witness.qualifiers.push_back({s.text(key), s.text(value), false});
}

}  // namespace

BOOST_AUTO_TEST_CASE(opposite_effects_are_contested_and_equal_ones_are_not) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b");
  s.said("2", "EX:a", "decreases", -1, "EX:b");
  s.said("3", "EX:a", "affects", 0, "EX:c");
  s.said("3", "EX:a", "increases", 1, "EX:c");
  s.said("4", "EX:b", "decreases", -1, "EX:a");
  BOOST_TEST(drawn(s.graph()) == (Strings{"contested EX:a EX:b"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_qualifier_that_keeps_all_witnesses_apart_explains) {
  Sketch s;
  qualified(s, s.said("1", "EX:a", "increases", 1, "EX:b"), "dose", "10 mg");
  qualified(s, s.said("2", "EX:a", "decreases", -1, "EX:b"), "dose", "90 mg");
  BOOST_TEST(drawn(s.graph()) == (Strings{"explained EX:a EX:b dose"}), boost::test_tools::per_element());
  s.said("3", "EX:a", "decreases", -1, "EX:b");  // at any dose
  BOOST_TEST(drawn(s.graph()) == (Strings{"contested EX:a EX:b"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(how_much_and_how_sure_explain_nothing_and_unknown_qualifiers_do) {
  for (std::string_view const key : {"magnitude", "hedged", "extent", "id", "ex:season"}) {
    Sketch s;
    qualified(s, s.said("1", "EX:a", "increases", 1, "EX:b"), key, "1");
    qualified(s, s.said("2", "EX:a", "decreases", -1, "EX:b"), key, "2");
    BOOST_TEST(drawn(s.graph()).front() == (key == "ex:season" ? "explained EX:a EX:b ex:season" : "contested EX:a EX:b"));
  }
}

BOOST_AUTO_TEST_CASE(it_may_take_several_qualifiers_to_part_all_pairs) {
  Sketch s;
  auto const said = [&](std::string const& record, char const* relation, int sign, char const* organism, char const* tissue) {
    auto& witness = s.said(record, "EX:a", relation, sign, "EX:b");
    qualified(s, witness, "organism", organism);
    qualified(s, witness, "tissue", tissue);
  };
  said("1", "increases", 1, "mouse", "heart");
  said("2", "decreases", -1, "rat", "heart");
  said("3", "decreases", -1, "mouse", "liver");
  BOOST_TEST(drawn(s.graph()) == (Strings{"explained EX:a EX:b organism tissue"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_denial_is_held_against_what_it_denies_only) {
  Sketch s;
  s.said("1", "EX:a", "increases", 1, "EX:b", Basis::stated, true);
  s.said("2", "EX:a", "decreases", -1, "EX:b");
  s.said("3", "EX:i", "carries", 0, "EX:m", Basis::stated, true);
  s.said("3", "EX:i", "combined_with", 0, "EX:m");
  BOOST_TEST(drawn(s.graph()).empty());
  s.said("4", "EX:a", "contributes_to", 1, "EX:b");
  s.said("4", "EX:i", "carries", 0, "EX:m");
  s.said("5", "EX:c", "affects", 0, "EX:b", Basis::stated, true);
  s.said("5", "EX:c", "decreases", -1, "EX:b");
  BOOST_TEST(drawn(s.graph()) == (Strings{"contested EX:a EX:b", "denied EX:a EX:b", "denied EX:c EX:b", "denied EX:i EX:m"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(preparations_of_one_thing_are_compared_and_their_source_or_modifier_explains) {
  Sketch s;
  auto const prepared = [&](std::string const& record, std::string const& id, std::string const& source) {
    s.declared(id, "Intervention");
    s.said(record, id, "instance_of", 0, "GO:0070062");
    if (!source.empty()) s.said(record, id, "derives_from", 0, source);
  };
  prepared("1", "EX:i1", "UBERON:0002371");
  prepared("2", "EX:i2", "UBERON:0002331");
  s.said("1", "EX:i1", "increases", 1, "EX:o");
  s.said("2", "EX:i2", "decreases", -1, "EX:o");
  BOOST_TEST(drawn(s.graph()) == (Strings{"explained across GO:0070062 EX:o source"}), boost::test_tools::per_element());

  prepared("3", "EX:i3", "UBERON:0002331");
  s.said("3", "EX:i3", "pretreated_with", 0, "NCBIGene:7124");
  s.said("3", "EX:i3", "increases", 1, "EX:o");
  BOOST_TEST(drawn(s.graph()) == (Strings{"explained across GO:0070062 EX:o pretreated_with source"}), boost::test_tools::per_element());

  prepared("4", "EX:i4", "");  // of any source
  s.said("4", "EX:i4", "increases", 1, "EX:o");
  BOOST_TEST(drawn(s.graph()) == (Strings{"contested across GO:0070062 EX:o"}), boost::test_tools::per_element());
}

namespace {

// Every two statements of a pair of nodes, compared.
std::set<std::string> plainly(RandomGraph const& random) {
  auto const opposed = [](Fact const& a, Fact const& b) { return !a.negated && !b.negated && a.sign == 1 && b.sign == -1; };
  auto const denied = [](Fact const& a, Fact const& b) {
    if (a.negated || !b.negated) return false;
    return a.relation == b.relation || (is_effect(a.relation) && is_effect(b.relation) && (b.sign == 0 || a.sign == b.sign));
  };
  std::map<std::string, bool> found;  // whether two may speak of one context
  for (Fact const& a : random.facts) {
    for (Fact const& b : random.facts) {
      if (a.subject != b.subject || a.object != b.object) continue;
      bool parted = false;
      for (std::string const key : {"organism", "dose"}) {
        auto const x = a.context.find(key), y = b.context.find(key);
        parted = parted || (x != a.context.end() && y != b.context.end() && x->second != y->second);
      }
      auto const meet = [&](std::string const& what) {
        auto const [place, is_new] = found.try_emplace(what + a.subject + " " + a.object, !parted);
        place->second = place->second || !parted;
      };
      if (opposed(a, b)) meet("+- ");
      if (denied(a, b)) meet("no ");
    }
  }
  std::set<std::string> lines;
  for (auto const& [pair, is_contested] : found) lines.insert((is_contested ? "contested " : "explained ") + pair);
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_graphs_have_the_contradictions_that_comparing_every_two_statements_finds) {
  std::size_t contested = 0, explained = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    RandomGraph const random{seed, 60};
    Graph const graph = random.sketch.graph();
    std::set<std::string> lines;
    for (Contradiction const& found : contradictions(graph)) {
      if (found.across) continue;
      bool const is_denial = graph.edge(found.contra.front()).negated;
      bool const is_explained = found.contest == Contest::explained;
      if (!is_explained) BOOST_TEST(is_denial == (found.contest == Contest::denied));
      lines.insert((is_explained ? "explained " : "contested ") + std::string{is_denial ? "no " : "+- "} +
                   std::string{graph.node(found.subject).id} + " " + std::string{graph.node(found.object).id});
      BOOST_TEST(found.differs.empty() == !is_explained);
      ++(is_explained ? explained : contested);
    }
    BOOST_TEST_CONTEXT("seed " << seed) { BOOST_TEST_REQUIRE(lines == plainly(random), boost::test_tools::per_element()); }
  }
  BOOST_TEST(contested > 500U);
  BOOST_TEST(explained > 50U);
}
