// Headers → roles.
#include "read/columns.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::string roles(std::vector<std::string_view> const& headers, ReadOptions const& options = test_options(), std::string* notes = nullptr) {
  Diagnostics diagnostics;
  diagnostics.add_input("t.tsv");
  std::vector<Header> found;
  for (std::string_view const header : headers) found.push_back({header, {0, 1, 0}});
  std::string out;
  for (Role const role : assign_roles(found, "the header line", options, diagnostics))
    out += (out.empty() ? "" : " ") + std::string{name(role)};
  if (notes != nullptr) *notes = printed(diagnostics);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(columns_of_the_document_are_known_by_their_own_names) {
  BOOST_TEST(roles({"DOI", "Title", "Legend", "legend", "Result"}) == "doi title legend legend result");
}

BOOST_AUTO_TEST_CASE(a_unit_behind_a_header_does_not_hide_it) {
  BOOST_TEST(roles({"Dose (mg/kg)", "Result (main findings)"}) == "dose result");
  BOOST_TEST((role_of_header("(Result)", test_options()) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(of_a_header_in_parts_what_was_found_counts_first) {
  BOOST_TEST(roles({"Animal model/Result", "Unknown/Dose (mg)", "Source / Model", "a/b"}) == "result dose source other");
}

BOOST_AUTO_TEST_CASE(several_columns_may_share_a_role_but_one_names_the_record) {
  std::string notes;
  BOOST_TEST(roles({"No.", "No.", "doi", "DOI", "Result", "Result"}, test_options(), &notes) == "id other doi other result result");
  BOOST_TEST(
      notes ==
      "t.tsv:1:1: note: columns without a known role, kept but not read: \"No.\", \"DOI\"; give one with --columns ROLE=\"HEADER\"\n");
}

BOOST_AUTO_TEST_CASE(a_column_that_is_known_to_have_no_role_is_not_noted) {
  std::string notes;
  BOOST_TEST(roles({"Cell", "Result"}, test_options(), &notes) == "other result");
  BOOST_TEST(notes == "");
}

BOOST_AUTO_TEST_CASE(a_role_that_the_user_gave_belongs_to_that_column_alone) {
  ReadOptions options = test_options();
  options.columns = {{Role::result, "Effects"}, {Role::result, "More"}};
  BOOST_TEST(roles({"Effects", "Result", "More", "Source"}, options) == "result other result source");
}

BOOST_AUTO_TEST_CASE(cargo_or_mechanism_is_enough_and_many_headers_are_cut_short) {
  BOOST_TEST(roles({"Source", "Cargo"}) == "source cargo");
  BOOST_TEST(roles({"Mechanism"}) == "mechanism");
  std::vector<std::string_view> const many(14, "x");
  BOOST_TEST(failure([&] { roles(many); }) ==
             "t.tsv:1:1: error: no column is known to hold results; the headers are \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", \"x\", "
             "\"x\", \"x\", \"x\", "
             "\"x\", \"x\" and 2 more; say which one does: --columns result=\"HEADER\"");
}

BOOST_AUTO_TEST_CASE(a_line_of_too_many_columns_is_refused) {
  std::vector<std::string_view> const many(65536, "Result");
  BOOST_TEST(failure([&] { roles(many); }) ==
             "t.tsv:1:1: error: a header line of 65536 columns, above the limit of 65535; check that this is a table");
}
