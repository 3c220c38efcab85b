// Looks that can be told apart.
#include "exporters/theme.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>
#include <string>

using namespace mechgraph;

namespace {

// Relative luminance by WCAG 2.
double luminance(std::string_view colour) {
  auto const channel = [&](std::size_t at) {
    double const value = std::stoi(std::string{colour.substr(at, 2)}, nullptr, 16) / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

}  // namespace

BOOST_AUTO_TEST_CASE(kinds_differ_in_shape_or_style_and_in_colour) {
  std::set<std::string> shapes, fills;
  for (Kind const kind : all_kinds) {
    shapes.insert(std::string{look(kind).shape}.append(look(kind).style));
    fills.emplace(look(kind).fill);
    BOOST_TEST(!look(kind).title.empty());
  }
  BOOST_TEST(shapes.size() == all_kinds.size());
  BOOST_TEST(fills.size() == all_kinds.size());
}

BOOST_AUTO_TEST_CASE(black_text_reads_on_every_fill) {
  for (Kind const kind : all_kinds) BOOST_TEST((luminance(look(kind).fill) + 0.05) / 0.05 > 7.0);
}

BOOST_AUTO_TEST_CASE(signs_differ_in_head_and_in_colour) {
  EdgeLook const& up = look(RelationClass::effect, 1);
  EdgeLook const& down = look(RelationClass::effect, -1);
  EdgeLook const& open = look(RelationClass::effect, 0);
  BOOST_TEST(up.head == "normal");
  BOOST_TEST(down.head == "tee");
  BOOST_TEST(open.head == "odot");
  BOOST_TEST((std::set{up.colour, down.colour, open.colour}.size()) == 3U);
  BOOST_TEST(&look(RelationClass::foreign, -1) == &down);
}

BOOST_AUTO_TEST_CASE(bases_differ_in_line) {
  BOOST_TEST(line_style(Basis::stated) == "solid");
  BOOST_TEST(line_style(Basis::implied) == "dashed");
  BOOST_TEST(line_style(Basis::cargo) == "dotted");
}
