// Looks that can be told apart.
#include "exporters/theme.hpp"

#include <algorithm>
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

double contrast(std::string_view a, std::string_view b) {
  double const light = std::max(luminance(a), luminance(b));
  return (light + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
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

BOOST_AUTO_TEST_CASE(text_reads_on_every_fill_and_on_the_page) {
  for (Theme const theme : {Theme::light, Theme::dark}) {
    std::string_view const text = page(theme).text;
    for (Kind const kind : all_kinds) BOOST_TEST(contrast(text, look(kind, theme).fill) > 7.0, name(kind));
    BOOST_TEST(contrast(text, page(theme).background) > 7.0);
    BOOST_TEST(contrast(page(theme).faint, page(theme).background) > 4.5);
  }
}

BOOST_AUTO_TEST_CASE(borders_and_effects_stand_out_from_the_page) {
  for (Theme const theme : {Theme::light, Theme::dark}) {
    for (Kind const kind : all_kinds) BOOST_TEST(contrast(look(kind, theme).border, page(theme).background) > 3.0, name(kind));
    for (std::int8_t const sign : {std::int8_t{-1}, std::int8_t{0}, std::int8_t{1}}) {
      BOOST_TEST(contrast(look(RelationClass::effect, sign, theme).colour, page(theme).background) > 3.0);
    }
  }
}

// What people without red or without green cones see of a colour, after Vienot, Brettel and Mollon (1999), in linear light: red and green
// become one channel, so that two colours differ if blue or that channel do.
BOOST_AUTO_TEST_CASE(signs_differ_for_every_colour_vision) {
  auto const channel = [](std::string_view colour, std::size_t at) {
    return std::pow(std::stoi(std::string{colour.substr(at, 2)}, nullptr, 16) / 255.0, 2.2);
  };
  for (Theme const theme : {Theme::light, Theme::dark}) {
    std::string_view const up = look(RelationClass::effect, 1, theme).colour;
    std::string_view const down = look(RelationClass::effect, -1, theme).colour;
    BOOST_TEST(std::abs(channel(up, 5) - channel(down, 5)) > 0.15);
  }
}

BOOST_AUTO_TEST_CASE(shapes_of_other_programs_tell_kinds_apart_too) {
  std::set<std::string_view> cytoscape, yed;
  for (Kind const kind : all_kinds) {
    cytoscape.insert(look(kind).cytoscape);
    yed.insert(look(kind).yed);
    BOOST_TEST((std::set<std::string_view>{"disc", "square", "triangle", "diamond"}.count(look(kind).gexf)) == 1U);
  }
  BOOST_TEST(cytoscape.size() == all_kinds.size());
  BOOST_TEST(yed.size() == all_kinds.size());
  BOOST_TEST(look(RelationClass::effect, -1).yed == "t_shape");
  BOOST_TEST(look(RelationClass::effect, -1).cytoscape == "tee");
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
