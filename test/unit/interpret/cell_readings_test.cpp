#include "interpret/cell_readings.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/interpret/taken_apart.hpp"

namespace mechgraph {
namespace {

struct Fixture {
  Abbreviations none{builtin_lexicon()};
  CellReadings readings{builtin_lexicon(), builtin_grammar()};
  Fixture() { readings.begin_row(none, false); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cell_readings, Fixture)

BOOST_AUTO_TEST_CASE(a_columns_text_is_read_once_and_kept_for_the_rows_below) {
  Reading const* first = nullptr;
  {
    std::string const gone = "Bone marrow";
    first = &readings.column(gone);
  }
  BOOST_REQUIRE_EQUAL(first->mentions.size(), 1U);
  readings.begin_row(none, false);
  BOOST_TEST(&readings.column("Bone marrow") == first);
  BOOST_TEST(first->text == "Bone marrow");
}

BOOST_AUTO_TEST_CASE(what_a_row_defines_holds_in_that_row_only) {
  BOOST_TEST(readings.column("LF").mentions.empty());
  Abbreviations own(builtin_lexicon());
  own.add_running_text("Liver fibrosis (LF)");
  readings.begin_row(own, true);
  BOOST_TEST(readings.column("LF").mentions.size() == 1U);
  readings.begin_row(none, false);
  BOOST_TEST(readings.column("LF").mentions.empty());
}

BOOST_AUTO_TEST_CASE(free_text_is_read_anew_once_it_is_taken) {
  std::string const cell = "GPX1 enriched exosomes reduced fibrosis";
  Reading const* const looked_at = &readings.free_text(cell);
  BOOST_TEST(&readings.free_text(cell) == looked_at);
  Reading taken = readings.take(cell);
  for (Item& item : taken.items) item.taken = true;
  BOOST_TEST(!readings.free_text(cell).items.front().taken);
}

BOOST_AUTO_TEST_CASE(preparations_are_those_of_the_text) {
  BOOST_TEST(readings.preparations("LPS-pretreated exosomes").size() == 1U);
  BOOST_TEST(readings.preparations("Mice").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
