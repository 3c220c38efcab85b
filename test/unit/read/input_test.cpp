// What is refused before any reader sees it.
#include "read/input.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"
#include "unit/source_folder.hpp"

using namespace mechgraph;
using namespace std::string_view_literals;

namespace {

std::string refusal(std::string_view bytes, InputLimits limits = {}) {
  return failure([&] {
    Diagnostics diagnostics;
    check_input("t.tsv", bytes, limits, diagnostics);
  });
}

std::string checked(std::string_view bytes, std::string_view expected_notes = "") {
  Diagnostics diagnostics;
  std::string const text = check_input("t.tsv", bytes, {}, diagnostics).bytes;
  BOOST_TEST(printed(diagnostics) == expected_notes);
  return text;
}

std::string opening(std::string const& name) {
  return failure([&] {
    Diagnostics diagnostics;
    open_input(name, {}, diagnostics);
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_named) {
  BOOST_TEST(opening("no/such/file.tsv") == "no/such/file.tsv: error: no such file; check the path; - stands for standard input");
}

BOOST_AUTO_TEST_CASE(a_folder_is_no_file) {
  BOOST_TEST(opening(source_folder() + "/samples") == source_folder() + "/samples: error: is a folder, not a file; name the files in it");
}

BOOST_AUTO_TEST_CASE(a_file_is_read_whole) {
  Diagnostics diagnostics;
  Input const input = open_input(source_folder() + "/samples/alf_table3/table.tsv", {}, diagnostics);
  BOOST_TEST(input.bytes.starts_with("title\ttable\t"));
  BOOST_TEST(input.bytes.ends_with("liver recovery [158]\n"));
  BOOST_TEST(diagnostics.input_name(input.number) == source_folder() + "/samples/alf_table3/table.tsv");
}

BOOST_AUTO_TEST_CASE(a_device_without_bytes_is_empty) {
  BOOST_TEST(opening("/dev/null") == "/dev/null: error: is empty; give a table: a header line and rows");
}

BOOST_AUTO_TEST_CASE(nothing_and_white_space_are_no_table) {
  BOOST_TEST(refusal("") == "t.tsv: error: is empty; give a table: a header line and rows");
  BOOST_TEST(refusal(" \n\t\r\n") == "t.tsv: error: holds nothing but white space; give a table: a header line and rows");
  BOOST_TEST(refusal("\xEF\xBB\xBF") == "t.tsv: error: is empty; give a table: a header line and rows");
}

BOOST_AUTO_TEST_CASE(known_binary_forms_are_named) {
  BOOST_TEST(refusal("\x7F"
                     "ELF\x02\x01") == "t.tsv: error: is a program (ELF), not text; name a file that holds a table");
  BOOST_TEST(refusal("%PDF-1.7") == "t.tsv: error: is a PDF, not text; copy the table from the article's page into a text file");
  BOOST_TEST(refusal("7z\xBC\xAF\x27\x1C") == "t.tsv: error: is a 7z archive, which is not read; unpack it, or pack it as .tar.gz or .zip");
}

BOOST_AUTO_TEST_CASE(a_nul_byte_is_refused_with_its_place) {
  BOOST_TEST(refusal("Source\tResult\nBone\0marrow\tx\n"sv) ==
             "t.tsv:2:5: error: a NUL byte, which text does not hold; export the table as TSV or CSV in UTF-8");
}

BOOST_AUTO_TEST_CASE(a_byte_that_is_not_utf8_is_refused_with_its_place_in_code_points) {
  BOOST_TEST(refusal("a\r\n\u03B1\u03B2\tna\xEFve\n") == "t.tsv:2:6: error: byte 0xEF is not UTF-8; save the file as UTF-8");
  BOOST_TEST(refusal("\u03B1\rb\r\xFF") == "t.tsv:3:1: error: byte 0xFF is not UTF-8; save the file as UTF-8");
  BOOST_TEST(refusal("\xEF\xBB\xBF"
                     "ab\xFF") == "t.tsv:1:3: error: byte 0xFF is not UTF-8; save the file as UTF-8");
}

BOOST_AUTO_TEST_CASE(a_line_above_the_limit_is_refused_and_one_at_the_limit_is_not) {
  BOOST_TEST(refusal("12345678\n123456789\n", {8}) ==
             "t.tsv:2:1: error: a line longer than the limit of 8 bytes; check that this is a table; --max-line raises the limit");
  BOOST_TEST(refusal("12345678\n12345678", {8}) == "");
  BOOST_TEST(InputLimits{}.longest_line == 67'108'864U);
}

BOOST_AUTO_TEST_CASE(text_is_cleaned_and_what_was_replaced_is_said) {
  BOOST_TEST(checked("\xEF\xBB\xBF"
                     "a\tb\r\nc\rd") == "a\tb\nc\nd");
  BOOST_TEST(checked("a\x01"
                     "b",
                     "t.tsv: warning: 1 control character was replaced by U+FFFD, since XML can not hold it\n") == "a\uFFFDb");
  BOOST_TEST(checked("a\x01\x02", "t.tsv: warning: 2 control characters were replaced by U+FFFD, since XML can not hold them\n") ==
             "a\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_CASE(standard_input_is_named_in_words) {
  std::string const message = failure([] {
    Diagnostics diagnostics;
    check_input("-", "", {}, diagnostics);
  });
  BOOST_TEST(message == "standard input: error: is empty; give a table: a header line and rows");
}
