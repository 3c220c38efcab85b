#include "interpret/items.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

// One letter for each item: M mention, T trigger, C composition, L link, > comparison, w word, "," comma, "/" slash, ( ) parentheses, "."
// stop, o other.
std::string shape(std::string const& text) {
  static constexpr std::string_view letters = "MTCL>w,/().o";
  std::string shape;
  Reading const reading = taken_apart(text);
  for (Item const& item : reading.items) shape.push_back(letters[static_cast<std::size_t>(item.kind)]);
  return shape;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(items)

BOOST_AUTO_TEST_CASE(mentions_and_relational_words_are_told_apart) {
  BOOST_TEST(shape("LPS pretreated exosomes reduced fibrosis") == "MCMTM.");
  BOOST_TEST(shape("Inhibition of NLRP3, thereby reducing ALF") == "TwM,LTM.");
  BOOST_TEST(shape("EVs were superior to MSCs") == "Mw>M.");
}

BOOST_AUTO_TEST_CASE(mention_beats_the_trigger_inside_it) { BOOST_TEST(shape("T cell activation") == "M."); }

BOOST_AUTO_TEST_CASE(longer_words_beat_shorter_ones) { BOOST_TEST(shape("elicited through fibrosis") == "LM."); }

BOOST_AUTO_TEST_CASE(signs_part_only_outside_names_and_numbers) {
  BOOST_TEST(shape("IL-6/TNF-α; x. y") == "M/M.o.o.");
  BOOST_TEST(shape("1,000 and 0.05") == "ooowooo.");
  BOOST_TEST(shape("x\ny") == "o.o.");
}

BOOST_AUTO_TEST_CASE(every_item_covers_its_bytes_once) {
  std::string const text = "Exosomal miR-21-5p (high) reduced TNF-ɑ, IL-6; others";
  Reading const reading = taken_apart(text);
  std::uint32_t end = 0;
  for (Item const& item : reading.items) {
    BOOST_TEST(item.span.begin >= end);
    end = item.span.end;
  }
  BOOST_TEST(end == text.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
