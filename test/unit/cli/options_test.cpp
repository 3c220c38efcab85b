// Arguments → options.
#include "cli/options.hpp"

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"

using namespace mechgraph;

namespace {

Options parse(std::string_view verb, std::vector<char const*> const& arguments) {
  auto const options = parse_options(*command_named(verb), arguments);
  BOOST_REQUIRE(options.has_value());
  return *options;
}

// "place: message; hint" of the Error that wrong usage gives.
std::string refusal(std::string_view verb, std::vector<char const*> const& arguments) {
  try {
    parse_options(*command_named(verb), arguments);
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + "; " + error.hint();
  }
  return "accepted";
}

std::string columns_refusal(std::string_view text) {
  try {
    parse_columns(text);
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + "; " + error.hint();
  }
  return "accepted";
}

}  // namespace

BOOST_AUTO_TEST_CASE(inputs_and_repeated_outputs_keep_their_order) {
  Options const options = parse("build", {"b.tsv", "-o", "x.dot", "a.tsv", "-o", "y.nt", "--doi", "10.1/x"});
  BOOST_TEST(options.inputs == (std::vector<std::string>{"b.tsv", "a.tsv"}), boost::test_tools::per_element());
  BOOST_TEST(options.outputs == (std::vector<std::string>{"x.dot", "y.nt"}), boost::test_tools::per_element());
  BOOST_TEST(options.document.doi == "10.1/x");
}

BOOST_AUTO_TEST_CASE(rdf_is_full_or_direct) {
  BOOST_TEST((parse("build", {"a.tsv", "-f", "nt"}).exporting.rdf == RdfForm::full));
  BOOST_TEST((parse("export", {"a.tsv", "-f", "nt", "--rdf", "direct"}).exporting.rdf == RdfForm::direct));
  BOOST_TEST(refusal("build", {"a.tsv", "-f", "nt", "--rdf", "short"}) == ": --rdf can not be short; it is full or direct");
  BOOST_TEST(refusal("stats", {"a.tsv", "--rdf", "direct"}).starts_with(": stats has no option --rdf; "));
}

BOOST_AUTO_TEST_CASE(a_dash_is_an_input_and_an_output) {
  Options const options = parse("build", {"-", "-o", "-", "-f", "nt"});
  BOOST_TEST(options.inputs.front() == "-");
  BOOST_TEST(options.outputs.front() == "-");
  BOOST_TEST(options.format == "nt");
}

BOOST_AUTO_TEST_CASE(words_follow_the_one_input_of_show) {
  Options const options = parse("show", {"g.tsv", "exosome", "NLRP3"});
  BOOST_TEST(options.inputs == std::vector<std::string>{"g.tsv"}, boost::test_tools::per_element());
  BOOST_TEST(options.words == (std::vector<std::string>{"exosome", "NLRP3"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_sign_may_be_minus_without_being_taken_for_an_option) {
  BOOST_TEST(parse("paths", {"g", "--sign", "-"}).sign.value() == -1);
  BOOST_TEST(parse("paths", {"g", "--sign", "+"}).sign.value() == 1);
  BOOST_TEST(parse("paths", {"g", "--sign=0"}).sign.value() == 0);
  BOOST_TEST(!parse("paths", {"g"}).sign.has_value());
}

BOOST_AUTO_TEST_CASE(help_gives_nothing_to_run) {
  std::vector<char const*> const arguments{"--nonsense", "--help"};
  BOOST_TEST(!parse_options(*command_named("build"), arguments).has_value());
}

BOOST_AUTO_TEST_CASE(wrong_usage_is_refused_with_what_to_do) {
  BOOST_TEST(refusal("build", {}) == ": build needs an input; usage: mechgraph build INPUT... -o OUT...");
  BOOST_TEST(refusal("build", {"a", "--fromat", "nt"}) == ": build has no option --fromat; did you mean --format?");
  BOOST_TEST(refusal("build", {"a", "--zzz=1"}) == ": build has no option --zzz; see 'mechgraph build --help'");
  BOOST_TEST(refusal("formats", {"a"}) == ": formats takes no input, but was given a; see 'mechgraph formats --help'");
  BOOST_TEST(refusal("paths", {"a", "--sign", "up"}) == ": --sign can not be up; it is +, - or 0");
  BOOST_TEST(refusal("paths", {"a", "-k", "3x"}) == ": -k can not be 3x; it is a whole number from 0");
  BOOST_TEST(refusal("paths", {"a", "-k", "-3"}) == ": -k can not be -3; it is a whole number from 0");
  BOOST_TEST(refusal("paths", {"a", "--max-hops", "0"}) == ": --max-hops can not be 0; it is a whole number from 1");
  BOOST_TEST(refusal("build", {"a", "-o"}) == ": --output needs a value; see 'mechgraph build --help'");
  BOOST_TEST(refusal("build", {"a", "--doi", "x", "--doi", "y"}) == ": --doi can be given only once; see 'mechgraph build --help'");
  BOOST_TEST(refusal("build", {"-", "-"}) == ": standard input can be read only once; see 'mechgraph build --help'");
  BOOST_TEST(refusal("build", {"a", "--max-line", "big"}) == "--max-line: 'big' is not a size; such as 500000, 64M or 2G");
}

BOOST_AUTO_TEST_CASE(columns_are_role_and_header) {
  auto const columns = parse_columns("result=Therapeutic effects,model=Animals");
  BOOST_REQUIRE(columns.size() == 2U);
  BOOST_TEST((columns[0] == std::pair<Role, std::string>{Role::result, "Therapeutic effects"}));
  BOOST_TEST((columns[1] == std::pair<Role, std::string>{Role::model, "Animals"}));
}

BOOST_AUTO_TEST_CASE(a_comma_inside_a_header_parts_nothing_and_quotes_are_taken_off) {
  auto const columns = parse_columns("result=\"Outcome, in vivo\",dose=Dose, route = x");
  BOOST_REQUIRE(columns.size() == 3U);
  BOOST_TEST(columns[0].second == "Outcome, in vivo");
  BOOST_TEST(columns[1].second == "Dose");
  BOOST_TEST((columns[2] == std::pair<Role, std::string>{Role::route, "x"}));
}

BOOST_AUTO_TEST_CASE(columns_refuse_unknown_roles_and_parts_without_a_header) {
  BOOST_TEST(columns_refusal("reslt=X") == "--columns: there is no role 'reslt'; did you mean result?");
  BOOST_TEST(columns_refusal("other=X") ==
             "--columns: there is no role 'other'; the roles are id, source, model, intervention, disease, cargo, mechanism, dose, route, "
             "time, result, reference, doi, pmid, pmcid, title, table, caption, legend");
  BOOST_TEST(columns_refusal("result") == "--columns: 'result' is not ROLE=HEADER; such as --columns result=\"Therapeutic effects\"");
}

BOOST_AUTO_TEST_CASE(sizes_have_units) {
  BOOST_TEST(parse_size("--max-line", "100") == 100U);
  BOOST_TEST(parse_size("--max-line", "2K") == 2048U);
  BOOST_TEST(parse_size("--max-line", "64M") == std::size_t{64} << 20U);
  BOOST_TEST(parse_size("--max-line", "1G") == std::size_t{1} << 30U);
  BOOST_CHECK_THROW(parse_size("--max-line", "1T"), Error);
  BOOST_CHECK_THROW(parse_size("--max-line", "-1"), Error);
  BOOST_CHECK_THROW(parse_size("--max-line", "0"), Error);
}

BOOST_AUTO_TEST_CASE(every_verb_has_a_help_that_is_not_too_wide_and_shows_an_example) {
  for (Command const* command : commands()) {
    std::string const text = help(*command);
    BOOST_TEST(text.find("\nExamples:\n  mechgraph " + std::string{command->name}) != std::string::npos, command->name);
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
      std::string_view const line = std::string_view{text}.substr(begin, end - begin);
      BOOST_TEST(count_code_points(line) <= 120U, command->name << ": " << line);
    }
  }
  BOOST_TEST(help().find("  paths") != std::string::npos);
}
