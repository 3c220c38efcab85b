// Records as JSON Lines.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

// A line for each record: its id, "|", its cells; then what was said.
std::string read_lines(std::string_view bytes, ReadOptions const& options = test_options()) {
  Reading const reading = read_text("r.jsonl", bytes, options, "json-records");
  std::string out;
  for (RecordTable const& table : reading.tables) {
    for (Record const& record : table.records) out += std::string{record.id} + '|' + shown(record) + '\n';
  }
  return out + printed(reading.diagnostics);
}

std::string refusal(std::string_view bytes) {
  return failure([&] { read_text("r.jsonl", bytes, test_options(), "json-records"); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_object_is_a_row_and_its_keys_are_headers) {
  BOOST_TEST(read_lines("{\"Source\":\"Placenta\",\"Model\":\"Rat\",\"Result\":\"Reduced necrosis [3]\"}\n"
                        "{\"Result\":\"Reduced fibrosis\",\"Source\":null,\"Model\":7}\n") ==
             "1|source=Placenta|model=Rat|result=Reduced necrosis[3]\n2|model=7|result=Reduced fibrosis\n");
}

BOOST_AUTO_TEST_CASE(nested_values_have_paths_and_the_last_word_names_the_role) {
  BOOST_TEST(read_lines("{\"study\":{\"Source\":\"Placenta\"},\"findings\":{\"Animal_model\":\"Rat\",\"list\":[{\"Result\":\"Less "
                        "A\"},{\"Result\":\"Less B\"}]}}\n") == "1|source=Placenta|model=Rat|result=Less A; Less B\n");
}

BOOST_AUTO_TEST_CASE(columns_name_paths_and_items_of_lists) {
  ReadOptions options = test_options();
  options.columns = {{Role::result, "effects.text"}, {Role::source, "cells[0].from"}, {Role::model, "cells.1.from"}};
  BOOST_TEST(
      read_lines("{\"effects\":[{\"text\":\"Less A\"},{\"text\":\"Less "
                 "B\"}],\"cells\":[{\"from\":\"Placenta\"},{\"from\":\"Rat\"},{\"from\":\"Dog\"}]}\n",
                 options) ==
      "1|result=Less A; Less B|source=Placenta|model=Rat|other=Dog\n"
      "r.jsonl:1:1: note: column without a known role, kept but not read: \"cells.from\"; give one with --columns ROLE=\"HEADER\"\n");
  options.columns = {{Role::result, "effect.text"}};
  BOOST_TEST(failure([&] { read_lines("{\"effects\":\"x\"}", options); }) ==
             "--columns: error: there is no column \"effect.text\"; the headers are \"effects\"");
}

BOOST_AUTO_TEST_CASE(fields_of_the_document_are_known_in_any_place) {
  Reading const reading =
      read_text("r.jsonl",
                "{\"doi\":\"https://doi.org/10.1/X\",\"article\":{\"pmid\":123,\"title\":\"T\"},\"Result\":\"Less A\"}\n"
                "{\"doi\":\"10.1/y\",\"Result\":\"Less B\"}\n",
                test_options(), "json-records");
  BOOST_REQUIRE(reading.tables.size() == 2U);
  BOOST_TEST(reading.tables[0].document.doi == "10.1/x");
  BOOST_TEST(reading.tables[0].document.pmid == "123");
  BOOST_TEST(reading.tables[0].document.title == "T");
  BOOST_TEST(reading.tables[1].document.doi == "10.1/y");
  BOOST_TEST(reading.tables[1].records.at(0).id == "1");
}

BOOST_AUTO_TEST_CASE(a_bad_line_has_one_message_and_the_others_are_read) {
  BOOST_TEST(read_lines("{\"Source\":\"Placenta\",\"Result\":\"a\"}\n{\"Source\":\"Pla\n[1]\n\n{\"Source\":\"Placenta\",\"Result\":1e999}\n"
                        "{\"Source\":\"Placenta\",\"Result\":\"b\"}\n") ==
             "1|source=Placenta|result=a\n2|source=Placenta|result=b\n"
             "r.jsonl:2:1: error: not JSON; the line is left out\n"
             "r.jsonl:3:1: error: not a JSON object; the line is left out\n"
             "r.jsonl:5:1: error: not JSON: a number that is none, or one that is too large; the line is left out\n");
  BOOST_TEST(refusal("[1]\n[2]\n") == "r.jsonl: error: none of its 2 lines is a record; give a JSON object a line");
  BOOST_TEST(refusal("{\"Weather\":\"x\"}\n") ==
             "r.jsonl:1:1: error: no column is known to hold results; the headers are \"Weather\"; say which one does: --columns "
             "result=\"HEADER\"");
}

BOOST_AUTO_TEST_CASE(keys_that_come_late_are_known_from_the_first_block) {
  BOOST_TEST(read_lines("{\"Source\":\"Placenta\"}\n{\"Result\":\"a\"}\n") == "1|source=Placenta\n2|result=a\n");
}

BOOST_AUTO_TEST_CASE(what_escapes_bring_in_is_cleaned) {
  std::string const one = "r.jsonl: warning: 1 control character was replaced by U+FFFD, since XML can not hold it\n";
  BOOST_TEST(read_lines("{\"Result\":\"a\\u0000b\\r\\nc\\rd\"}\n") == "1|result=a\uFFFDb\nc\nd\n" + one);
  BOOST_TEST(read_lines(R"({"cells":[{"header":"No.","role":"id","text":"1"},{"header":"What","role":"result","text":"a\u0001b\r\nc"}]})"
                        "\n") == "1|id=1|result=a\uFFFDb\nc\n" + one);
  BOOST_TEST(read_lines("{\"Result\":\"a\",\"x\\u0001\":\"b\"}\n") ==
             "1|result=a|other=b\n" + one +
                 "r.jsonl:1:1: note: column without a known role, kept but not read: \"x\uFFFD\"; give one with --columns "
                 "ROLE=\"HEADER\"\n");
}

BOOST_AUTO_TEST_CASE(what_records_prints_is_read_back) {
  std::string const head = "{\"document\":{\"doi\":\"10.1/x\"},\"table\":{\"index\":2,\"caption\":\"C\",\"legends\":[\"A: b\"]},";
  Reading const reading = read_text(
      "r.jsonl",
      head + "\"section\":true,\"text\":\"Kidney\"}\n" + head +
          "\"record\":\"4 (2)\",\"under\":\"Kidney\",\"cells\":[{\"header\":\"No.\",\"role\":\"id\",\"text\":\"4\",\"references\":[]},"
          "{\"header\":\"Weather\",\"role\":null,\"text\":\"dry\",\"references\":[]},"
          "{\"header\":\"What\",\"role\":\"result\",\"text\":\"Less "
          "A\",\"references\":[\"7\",\"8\"],\"cited\":[{\"reference\":\"7\",\"pmid\":\"99\"}]}]}\n",
      test_options());
  BOOST_TEST(reading.reader == "json-records");
  BOOST_TEST(printed(reading.diagnostics) == "");
  BOOST_REQUIRE(reading.tables.size() == 1U);
  RecordTable const& table = reading.tables.front();
  BOOST_TEST(table.document.doi == "10.1/x");
  BOOST_TEST(table_name(table) == "#2");
  BOOST_TEST(table.caption == "C");
  BOOST_TEST(table.legends.at(0) == "A: b");
  BOOST_REQUIRE(table.records.size() == 1U);
  BOOST_TEST(table.records[0].id == "4 (2)");
  BOOST_TEST(table.records[0].section == "Kidney");
  BOOST_TEST(shown(table.records[0]) == "id=4|other=dry|result=Less A[7,8]");
  BOOST_REQUIRE(table.citations.size() == 1U);
  BOOST_TEST(table.citations[0].work.pmid == "99");
}
