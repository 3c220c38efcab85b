// What goes with a reference, a record or a document.
#include "query/withdrawn.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "query/select.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

Graph graph() {
  Sketch s;
  s.said("4", "EX:a", "increases", 1, "EX:b").references = {s.text("DOI:10.1/x#107")};
  s.said("5", "EX:a", "increases", 1, "EX:c").references = {s.text("DOI:10.1/x#107"), s.text("DOI:10.1/x#9")};
  s.said("6", "EX:a", "increases", 1, "EX:d");
  return s.graph();
}

// The edges that are left, with the number of references.
std::string left(std::vector<std::string> const& words) {
  Graph const whole = graph();
  Withdrawn const withdrawn{whole, words};
  Selection selection;
  selection.without = &withdrawn;
  Graph const part = select(whole, selection);
  std::string text;
  for (EdgeId const e : part.edges()) {
    text.append(part.node(part.edge(e).object).id).append(std::to_string(part.references(part.witnesses(e)[0]).size())).append(" ");
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_reference_takes_the_witnesses_that_rest_on_nothing_else) {
  for (std::string const word : {"107", "DOI:10.1/x#107"}) BOOST_TEST(left({word}) == "EX:c1 EX:d0 ");
  BOOST_TEST(left({"107", "9"}) == "EX:d0 ");
}

BOOST_AUTO_TEST_CASE(a_record_or_document_takes_what_stands_in_it) {
  for (std::string const word : {"row 5", "Table 3, row 5", "DOI:10.1/x, Table 3, row 5"}) BOOST_TEST(left({word}) == "EX:b1 EX:d0 ");
  for (std::string const word : {"10.1/x", "DOI:10.1/x"}) BOOST_TEST(left({word}) == "");
}

BOOST_AUTO_TEST_CASE(words_that_name_nothing_are_told) {
  Graph const whole = graph();
  std::vector<std::string> const words{"5", "107", "Table 4, row 5", ""};
  BOOST_TEST(Withdrawn(whole, words).unknown() == (std::vector<std::string>{"5", "Table 4, row 5", ""}), boost::test_tools::per_element());
}
