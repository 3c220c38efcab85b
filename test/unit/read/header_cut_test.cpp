// A header line cut into its headers.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

#include "read/header_cut.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::string shown(std::vector<std::string_view> const& headers) {
  std::string out;
  for (std::string_view const header : headers) out += (out.empty() ? "" : "|") + std::string{header};
  return out;
}

std::string best_of(std::string_view line) {
  std::vector<HeaderGuess> const guesses = header_guesses(line, test_options());
  auto const best = std::ranges::max_element(guesses, {}, &HeaderGuess::score);
  return best == guesses.end() ? "" : shown(best->headers);
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_that_end_and_begin_headers_tell_them_apart) {
  BOOST_TEST(best_of("Elicitors used Species Effects on roots Application method") ==
             "Elicitors used|Species|Effects on roots|Application method");
  BOOST_TEST(best_of("Compound Experimental design Main findings") == "Compound|Experimental design|Main findings");
}

BOOST_AUTO_TEST_CASE(a_unit_belongs_to_the_header_before_it) {
  BOOST_TEST(best_of("Host Excitation [nm] Company") == "Host|Excitation [nm]|Company");
  BOOST_TEST(best_of("Gene Pressure (GPa) Method") == "Gene|Pressure (GPa)|Method");
}

BOOST_AUTO_TEST_CASE(known_headers_alone_cut_a_line_for_certain) {
  BOOST_TEST(shown(known_headers_of("Sources Model Result", test_options())) == "Sources|Model|Result");
  BOOST_TEST(shown(known_headers_of("Sources Wonders Result", test_options())) == "");
}

BOOST_AUTO_TEST_CASE(a_known_part_behind_a_slash_makes_no_known_header_of_all_words_before_it) {
  BOOST_TEST(shown(known_headers_of("Cancer kind Effort/Result Reference", test_options())) == "");
}

BOOST_AUTO_TEST_CASE(there_is_no_guess_for_one_word_or_a_line_as_long_as_a_text) {
  BOOST_TEST(header_guesses("Sources", test_options()).empty());
  std::string line;
  for (int i = 0; i < 300; ++i) line += "word ";
  BOOST_TEST(header_guesses(line, test_options()).empty());
}
