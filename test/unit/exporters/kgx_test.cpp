// KGX as TSV.
#include <boost/test/unit_test.hpp>

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(tabs_bars_and_line_breaks_do_not_leave_their_cell) {
  PartMaker p;
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a\tb|c\nd");
  p.attribute(a, "syn\tonym", "x|y");
  p.attribute(a, "syn\tonym", "z");
  FolderTexts const texts = exported_folder(p.graph(), "kgx");
  BOOST_TEST(texts.at("nodes.tsv") == "id\tcategory\tname\tsyn_onym\nX:1\tbiolink:Gene\ta b\u00A6c d\tx\u00A6y; z\n");
  BOOST_TEST(lines_of(texts.at("edges.tsv")).size() == 1U);
  BOOST_TEST(texts.size() == 2U);
}
