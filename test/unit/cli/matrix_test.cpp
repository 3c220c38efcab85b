// The matrix in its forms.
#include "cli/matrix.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "base/error.hpp"
#include "unit/graph/small.hpp"

using namespace mechgraph;

namespace {

Graph graph() {
  Sketch s;
  s.declared("EX:g", "Gene", "A <gene> & its kin");
  s.declared("EX:o", "Process", "an outcome");
  s.said("1", "EX:g", "increases", 1, "EX:o");
  s.said("1", "EX:g", "decreases", -1, "EX:o");
  return s.graph();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_cell_says_how_many_works_raise_and_lower) {
  Graph const g = graph();
  Coverage const found = coverage(g, Kind::mediator, Kind::outcome);
  BOOST_TEST(matrix_text(g, found) ==
             "                              [1]\n"
             "A <gene> & its kin            +1−1\n"
             "  [1] an outcome\n");
  BOOST_TEST(matrix_tsv(g, found) ==
             "row\trow_label\tcolumn\tcolumn_label\traises\tlowers\tundirected\n"
             "EX:g\tA <gene> & its kin\tEX:o\tan outcome\t1\t1\t0\n");
  BOOST_TEST(matrix_json(g, found) ==
             "{\"rows\":[{\"id\":\"EX:g\",\"label\":\"A <gene> & its kin\"}],\"columns\":[{\"id\":\"EX:o\",\"label\":\"an outcome\"}],"
             "\"cells\":[{\"row\":\"EX:g\",\"column\":\"EX:o\",\"raises\":1,\"lowers\":1,\"undirected\":0}]}\n");
  BOOST_TEST(matrix_dot(g, found).find("A &lt;gene&gt; &amp; its kin") != std::string::npos);
  BOOST_TEST(matrix_dot(g, found).find("BGCOLOR=\"#CCCCCC\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_that_nobody_could_read_is_not_drawn) {
  Graph const g = graph();
  Coverage large;
  large.rows.assign(1000, NodeId{0});
  large.columns.assign(1000, NodeId{0});
  BOOST_CHECK_EXCEPTION(matrix_dot(g, large), Error, [](Error const& error) {
    return error.what() == std::string{"a table of 1000 by 1000 is too large to draw"} &&
           error.hint() == "use --tsv, or export a part of the graph first";
  });
}
