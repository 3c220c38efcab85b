// Messages, drawn.
#include "cli/report.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include <boost/test/unit_test.hpp>

using namespace mechgraph;

namespace {

// What a report writes, read back through a pipe.
template <class Use>
std::string written(ReportStyle style, Use const& use) {
  std::array<int, 2> ends{};
  BOOST_REQUIRE(::pipe(ends.data()) == 0);
  Report report{ends[1], style};
  use(report);
  ::close(ends[1]);
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t size = ::read(ends[0], buffer.data(), buffer.size()); size > 0; size = ::read(ends[0], buffer.data(), buffer.size())) {
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(ends[0]);
  return text;
}

Diagnostic finding(std::uint32_t line, Severity severity = Severity::warning) {
  return {severity, {0, line, 0}, "message " + std::to_string(line), "", ""};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_message_shows_its_line_and_a_caret_under_the_place) {
  Diagnostic const diagnostic{Severity::error, {0, 3, 5}, "not a number", "give one", "ɑ\tb cd"};
  BOOST_TEST(draw(diagnostic, "in.tsv:3:4", false) ==
             "in.tsv:3:4: error: not a number; give one\n"
             "  ɑ b cd\n"
             "      ^\n");
}

BOOST_AUTO_TEST_CASE(a_message_without_a_line_has_no_caret) {
  BOOST_TEST(draw(Diagnostic{Severity::warning, {0, 0, 0}, "odd", "", ""}, "in.tsv", false) == "in.tsv: warning: odd\n");
  BOOST_TEST(draw(Diagnostic{Severity::note, {0, 2, 0}, "odd", "", ""}, "in.tsv:2", false) == "in.tsv:2: note: odd\n");
}

BOOST_AUTO_TEST_CASE(of_a_long_line_the_part_around_the_place_is_shown) {
  std::string const line = std::string(300, 'a') + "X" + std::string(300, 'b');
  BOOST_TEST(draw(Diagnostic{Severity::error, {0, 1, 300}, "here", "", line}, "in:1:301", false) ==
             "in:1:301: error: here\n  …" + std::string(38, 'a') + "X" + std::string(37, 'b') + "…\n" + std::string(41, ' ') + "^\n");
}

BOOST_AUTO_TEST_CASE(an_error_names_the_program_where_it_has_no_place) {
  BOOST_TEST(draw(Error{"", "no", "yes"}, false) == "mechgraph: error: no; yes\n");
  BOOST_TEST(draw(Error{"out/a", "no"}, false) == "out/a: error: no\n");
}

BOOST_AUTO_TEST_CASE(data_in_a_message_can_not_steer_the_terminal) {
  BOOST_TEST(draw(Error{"a\x1b[2J", "b\nc"}, false) == "a\uFFFD[2J: error: b c\n");
}

BOOST_AUTO_TEST_CASE(colour_wraps_the_place_and_the_severity) {
  BOOST_TEST(draw(Error{"a", "b"}, true) == "\x1b[1ma: \x1b[1;31merror: \x1b[0mb\n");
}

BOOST_AUTO_TEST_CASE(findings_are_counted_and_notes_are_none) {
  Diagnostics diagnostics;
  diagnostics.add_input("in");
  diagnostics.add(finding(1, Severity::note));
  diagnostics.add(finding(2));
  diagnostics.add(finding(3, Severity::error));
  std::string const text = written({}, [&](Report& report) {
    report.show(diagnostics);
    BOOST_TEST(report.findings() == 2U);
  });
  BOOST_TEST(text == "in:1:1: note: message 1\nin:2:1: warning: message 2\nin:3:1: error: message 3\n");
}

BOOST_AUTO_TEST_CASE(quiet_keeps_errors_only_and_still_counts) {
  Diagnostics diagnostics;
  diagnostics.add_input("in");
  diagnostics.add(finding(1));
  diagnostics.add(finding(2, Severity::error));
  std::string const text = written({.quiet = true}, [&](Report& report) {
    report.show(diagnostics);
    report.say("a summary");
    BOOST_TEST(report.findings() == 2U);
  });
  BOOST_TEST(text == "in:2:1: error: message 2\n");
}

BOOST_AUTO_TEST_CASE(after_twenty_messages_only_their_number_is_told_unless_verbose) {
  Diagnostics diagnostics;
  diagnostics.add_input("in");
  for (std::uint32_t line = 1; line <= 23; ++line) diagnostics.add(finding(line));
  std::string const text = written({}, [&](Report& report) { report.show(diagnostics); });
  BOOST_TEST(text.ends_with("in:20:1: warning: message 20\nmechgraph: note: 3 more messages; -v shows them all\n"));
  std::string const all = written({.verbose = true}, [&](Report& report) { report.show(diagnostics); });
  BOOST_TEST(all.ends_with("in:23:1: warning: message 23\n"));
}
