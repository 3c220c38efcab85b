// Which reader takes an input.
#include <set>

#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::string chosen(std::string name, std::string_view bytes) {
  Diagnostics diagnostics;
  return std::string{reader_for(check_input(std::move(name), bytes, {}, diagnostics)).name};
}

}  // namespace

BOOST_AUTO_TEST_CASE(readers_have_names_of_their_own_and_are_found_by_them) {
  std::set<std::string_view> names;
  for (Reader const* reader : readers()) {
    BOOST_TEST(names.insert(reader->name).second);
    BOOST_TEST(find_reader(reader->name) == reader);
    BOOST_TEST(!reader->summary.empty());
  }
  BOOST_TEST(find_reader("xls") == nullptr);
}

BOOST_AUTO_TEST_CASE(content_wins_over_the_name) {
  BOOST_TEST(chosen("t.csv", "Source\tResult\nPlacenta\tR1\n") == "tsv");
  BOOST_TEST(chosen("t.tsv", "Source,Result\nPlacenta,R1\n") == "csv");
  BOOST_TEST(chosen("-", "#doi: 10.1/a\nSource\tResult\nPlacenta\tR1\n") == "tsv");
  BOOST_TEST(chosen("t.csv", "Table 3 Exosomes, vesicles\nSource Result\nPlacenta R1\n") == "flat");
  BOOST_TEST(chosen("t", "Source Result\nPlacenta R1\n") == "flat");
  BOOST_TEST(chosen("t.txt", "{\"record\":\"1\",\"subject\":{}}\n") == "jsonl");
  BOOST_TEST(chosen("t.txt", "{\"edge\":{}}\n") == "jsonl");
  BOOST_TEST(chosen("t", "{\"record\":\"1\",\"subject\":\"a\",\"predicate\":\"p\",\"object\":\"b\"}\n") == "kgx-jsonl");
  BOOST_TEST(chosen("t", "{\"id\":\"A:1\",\"category\":[\"biolink:Gene\"]}\n") == "kgx-jsonl");
  BOOST_TEST(chosen("t", "subject\tpredicate\tobject\na\tb\tc\n") == "kgx");
  BOOST_TEST(chosen("t", "id\tcategory\nA:1\tbiolink:Gene\n") == "kgx");
}

BOOST_AUTO_TEST_CASE(what_no_reader_takes_is_refused_with_what_it_looks_like) {
  std::string names;
  for (Reader const* reader : readers()) names += (names.empty() ? "" : ", ") + std::string{reader->name};
  std::string const hint = "; give a table, or name the form with --input-format (" + names + ")";
  BOOST_TEST(failure([] { chosen("g.json", "{\n \"a\": 1\n}\n"); }) ==
             "g.json: error: no reader knows this form: it looks like JSON, but not like JSON Lines, an object a line (jq -c '.[]' makes "
             "them from a list, jq -c '.rows[]' from the list rows of a document)" +
                 hint);
  BOOST_TEST(failure([] { chosen("-", "digraph {\n}\n"); }) ==
             "standard input: error: no reader knows this form: it looks like DOT" + hint);
}
