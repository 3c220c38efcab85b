#define BOOST_TEST_MODULE mechgraph
#include <boost/test/unit_test.hpp>
