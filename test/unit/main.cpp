// The main function of every test program.
#define BOOST_TEST_MODULE mechgraph
#include <boost/test/unit_test.hpp>

#include "unit/source_folder.hpp"

std::string mechgraph::source_folder() { return MECHGRAPH_SOURCE_DIR; }
