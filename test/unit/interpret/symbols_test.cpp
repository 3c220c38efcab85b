// Symbols of molecules that no term has: where they act, and where they stay words.
#include "interpret/symbols.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

// The unresolved mentions of a text, as named.
std::string acting(std::string const& text) {
  std::string names;
  for (PlacedMention const& placed : taken_apart(text).mentions) {
    if (placed.mention.match == MentionMatch::unresolved) names += (names.empty() ? "" : ", ") + placed.mention.name.value().words;
  }
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(symbols)

BOOST_AUTO_TEST_CASE(a_digit_or_two_capitals_make_a_symbol) {
  BOOST_TEST(is_symbol("p38"));
  BOOST_TEST(is_symbol("ZO"));
  BOOST_TEST(!is_symbol("Rats"));
  BOOST_TEST(!is_symbol("serum"));
}

BOOST_AUTO_TEST_CASE(a_symbol_acts_before_a_verb_with_an_object) {
  BOOST_TEST(acting("QRX7 significantly increased apoptosis") == "QRX7");
  BOOST_TEST(acting("ZFB-12, QRX7 and MPT0G211 reduced IL-6") == "ZFB-12, QRX7, MPT0G211");
  BOOST_TEST(acting("silencing of QRX7 increased apoptosis") == "QRX7");
}

BOOST_AUTO_TEST_CASE(what_only_says_where_or_how_much_stays_words) {
  BOOST_TEST(acting("QRX7 increased") == "");
  BOOST_TEST(acting("in QRX7 reduced apoptosis") == "");
  BOOST_TEST(acting("levels of QRX7 reduced apoptosis") == "");
  BOOST_TEST(acting("reduced QRX7 in rats") == "");
  BOOST_TEST(acting("patients increased apoptosis") == "");
}

BOOST_AUTO_TEST_CASE(after_by_only_a_symbol_with_a_digit_acts) {
  BOOST_TEST(acting("apoptosis was reduced by MPT0G211") == "MPT0G211");
  BOOST_TEST(acting("apoptosis was reduced by ELISA") == "");
}

BOOST_AUTO_TEST_CASE(mentions_and_items_stay_in_step) {
  std::string const text = "Apoptosis fell, QRX7 increased IL-6 in macrophages";
  Reading const reading = taken_apart(text);
  std::size_t next = 0;
  for (Item const& item : reading.items) {
    if (item.kind != ItemKind::mention) continue;
    BOOST_TEST(item.mention == next);
    BOOST_TEST(reading.mentions[item.mention].mention.span.begin == item.span.begin);
    ++next;
  }
  BOOST_TEST(next == reading.mentions.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
