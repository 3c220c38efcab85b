// Findings and their places.
#include "base/diagnostics.hpp"

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(inputs_are_numbered_as_they_come_even_by_the_same_name) {
  Diagnostics diagnostics;
  BOOST_TEST(diagnostics.add_input("a.tsv") == 0U);
  BOOST_TEST(diagnostics.add_input("a.tsv") == 1U);
  BOOST_TEST(diagnostics.input_name(1) == "a.tsv");
  BOOST_TEST(diagnostics.input_name(2) == "");
}

BOOST_AUTO_TEST_CASE(columns_count_code_points_from_one) {
  Diagnostics diagnostics;
  diagnostics.add_input("a.tsv");
  BOOST_TEST(diagnostics.place({0, 3, 0}, "TNF-\u0251 pretreated") == "a.tsv:3:1");
  BOOST_TEST(diagnostics.place({0, 3, 7}, "TNF-\u0251 pretreated") == "a.tsv:3:7");
  BOOST_TEST(diagnostics.place({0, 3, 4}, "TNF-\u0251 pretreated") == "a.tsv:3:5");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_of_a_place_is_left_out) {
  Diagnostics diagnostics;
  diagnostics.add_input("a.tsv");
  BOOST_TEST(diagnostics.place({0, 0, 0}, "") == "a.tsv");
  BOOST_TEST(diagnostics.place({0, 3, 9}, "") == "a.tsv:3");
  BOOST_TEST(diagnostics.place({0, 3, 0}, "") == "a.tsv:3:1");
}

BOOST_AUTO_TEST_CASE(findings_are_sorted_by_place_and_keep_their_order_at_one_place) {
  Diagnostics diagnostics;
  auto const add = [&](Caret caret, char const* message) { diagnostics.add({Severity::warning, caret, message, "", ""}); };
  add({1, 1, 0}, "e");
  add({0, 2, 5}, "c");
  add({0, 2, 5}, "d");
  add({0, 2, 1}, "b");
  add({0, 0, 0}, "a");
  std::string order;
  for (Diagnostic const& item : diagnostics.sorted()) order += item.message;
  BOOST_TEST(order == "abcde");
}

BOOST_AUTO_TEST_CASE(findings_are_counted_by_severity) {
  Diagnostics diagnostics;
  BOOST_TEST(diagnostics.empty());
  diagnostics.add({Severity::note, {}, "n", "", ""});
  diagnostics.add({Severity::warning, {}, "w", "", ""});
  diagnostics.add({Severity::error, {}, "e", "", ""});
  BOOST_TEST(diagnostics.count(Severity::note) == 3U);
  BOOST_TEST(diagnostics.count(Severity::warning) == 2U);
  BOOST_TEST(diagnostics.count(Severity::error) == 1U);
}

BOOST_AUTO_TEST_CASE(after_ten_thousand_findings_the_others_are_only_counted) {
  Diagnostics diagnostics;
  for (int i = 0; i < 10'005; ++i) diagnostics.add({Severity::error, {}, "x", {}, {}});
  diagnostics.add({Severity::note, {}, "x", {}, {}});
  BOOST_TEST(diagnostics.sorted().size() == 10'000U);
  BOOST_TEST(diagnostics.not_kept(Severity::error) == 5U);
  BOOST_TEST(diagnostics.count(Severity::error) == 10'005U);
  BOOST_TEST(diagnostics.count(Severity::note) == 10'006U);
}
