// Figures, as far as they are ours.
#include "exporters/figure.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"

#include "sample_graph.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_figure_is_drawn) {
  Graph const graph = sample_graph();
  BOOST_TEST((exported(graph, "svg").find("<svg ") != std::string::npos));
  BOOST_TEST(exported(graph, "png").starts_with("\x89PNG"));
  BOOST_TEST(exported(graph, "pdf").starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(a_graph_that_nobody_could_read_is_refused) {
  PartMaker p;
  for (std::size_t i = 0; i <= figure_limit; ++i) p.node("X:" + std::to_string(i), Kind::mediator, "Gene", "x");
  Graph const graph = p.graph();
  BOOST_CHECK_EXCEPTION(exported(graph, "svg"), Error, [](Error const& error) {
    BOOST_TEST(error.what() == std::string{"a figure of 20001 nodes can not be drawn; 20000 are the most"});
    return true;
  });
}
