// N-Triples and N-Quads: lines → statements.
#include "read/rdf_lines.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

// The terms of a line's statement, joined by spaces; blank nodes as "_"; "" for none; "column: what" for a fault.
std::string read_line(std::string_view line, bool quads = false) {
  RdfStatements statements{"salt"};
  try {
    read_rdf_line(line, 1, quads, statements);
  } catch (RdfFault const& fault) {
    return std::to_string(fault.at + 1) + ": " + fault.what;
  }
  std::string out;
  for (auto const& row : statements.rows) {
    for (StringId const id : {row.subject, row.property, row.object, row.graph}) {
      std::string_view const term = statements.terms.view(id);
      if (!term.empty()) out.append(out.empty() ? "" : " ").append(term.starts_with("<https://w3id.org/mechgraph/B") ? "_" : term);
    }
  }
  return out;
}

std::string object(std::string_view term) {
  std::string const triple = read_line("<urn:s> <urn:p> " + std::string{term} + " .");
  constexpr std::string_view before = "<urn:s> <urn:p> ";
  return triple.starts_with(before) ? triple.substr(before.size()) : triple;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_line_is_a_statement_with_or_without_spaces_and_a_comment) {
  std::string const triple = "<urn:s> <urn:p> <urn:o>";
  for (char const* const line :
       {"<urn:s> <urn:p> <urn:o> .", "<urn:s><urn:p><urn:o>.", "\t<urn:s>  <urn:p>\t<urn:o> . # said", "<urn:s> <urn:p> <urn:o>.#"}) {
    BOOST_TEST(read_line(line) == triple);
  }
  for (char const* const line : {"", "   ", "# a comment", "\t#"}) BOOST_TEST(read_line(line) == "");
}

BOOST_AUTO_TEST_CASE(a_graph_is_the_fourth_term_of_quads_only) {
  BOOST_TEST(read_line("<urn:s> <urn:p> \"o\" <urn:g> .", true) == "<urn:s> <urn:p> \"o <urn:g>");
  BOOST_TEST(read_line("<urn:s> <urn:p> \"o\" _:g .", true) == "<urn:s> <urn:p> \"o _");
  BOOST_TEST(read_line("<urn:s> <urn:p> \"o\" .", true) == "<urn:s> <urn:p> \"o");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o> <urn:g> .") == "25: a full stop is missing here; a graph name belongs into N-Quads");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o> <urn:g> <urn:h> .", true) == "33: a full stop is missing here");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o> \"g\" .", true) ==
             "25: a full stop or a graph is missing here: an IRI in angle brackets or a blank node");
}

BOOST_AUTO_TEST_CASE(escapes_stand_for_their_characters) {
  BOOST_TEST(object(R"("\"\\\n\t\'")") == "\"\"\\\n\t'");
  BOOST_TEST(object(R"("\u03B2-\U0001F9EC")") == "\"\u03B2-\U0001F9EC");
  BOOST_TEST(object(R"("\\u0041")") == "\"\\u0041");
  BOOST_TEST(object("<urn:\\u00E9>") == "<urn:\u00E9>");
  BOOST_TEST(object(R"("\u0001 and \b")") == "\"\uFFFD and \uFFFD");  // the text policy
  BOOST_TEST(object(R"("a\r\nb")") == "\"a\nb");
}

BOOST_AUTO_TEST_CASE(literals_may_have_a_datatype_or_a_language) {
  BOOST_TEST(object("\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>") == "\"1");
  BOOST_TEST(object("\"chat\"@fr") == "\"chat");
  BOOST_TEST(object("\"chat\"@en-gb-x1") == "\"chat");
}

BOOST_AUTO_TEST_CASE(blank_nodes_are_named_by_their_label_and_the_file) {
  RdfStatements one{"salt"}, other{"another"};
  BOOST_TEST((one.terms.view(one.blank("a")) == one.terms.view(one.blank("a"))));
  BOOST_TEST((one.terms.view(one.blank("a")) != one.terms.view(one.blank("b"))));
  BOOST_TEST((one.terms.view(one.blank("a")) != other.terms.view(other.blank("a"))));
  BOOST_TEST(one.blank_count() == 2U);
  BOOST_TEST(read_line("_:a <urn:p> _:1.2-x .") == "_ <urn:p> _");
  BOOST_TEST(read_line("_:a <urn:p> _:b.") == "_ <urn:p> _");
}

BOOST_AUTO_TEST_CASE(what_is_no_statement_is_refused_at_its_place) {
  BOOST_TEST(read_line("urn:s <urn:p> <urn:o> .") == "1: a subject is missing here: an IRI in angle brackets or a blank node");
  BOOST_TEST(read_line("\"s\" <urn:p> <urn:o> .") == "1: a subject is missing here: an IRI in angle brackets or a blank node");
  BOOST_TEST(read_line("<urn:s> _:p <urn:o> .") == "9: a property in angle brackets is missing here");
  BOOST_TEST(read_line("<urn:s> \"p\" <urn:o> .") == "9: a property in angle brackets is missing here");
  BOOST_TEST(read_line("<urn:s> <urn:p> .") == "17: an object is missing here: an IRI in angle brackets or a blank node");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o>") == "24: a full stop is missing here; a graph name belongs into N-Quads");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o>, <urn:q> .") == "24: a full stop is missing here; a graph name belongs into N-Quads");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o> . <urn:s>") == "27: there is more than one statement in the line");
  BOOST_TEST(read_line("@prefix : <urn:> .") == "1: a subject is missing here: an IRI in angle brackets or a blank node");
  BOOST_TEST(read_line("<s> <urn:p> <urn:o> .") == "1: the IRI is relative: here it must begin with its scheme, such as http:");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o .") == "23: an IRI can not hold a space");
  BOOST_TEST(read_line("<urn:s> <urn:p> <urn:o") == "17: the IRI has no end: '>' is missing");
  BOOST_TEST(read_line("<urn:s{}> <urn:p> <urn:o> .") == "7: an IRI can not hold \"{\"");
  BOOST_TEST(read_line("<urn:\\u0020> <urn:p> <urn:o> .") == "6: an IRI can not hold this character, not even escaped");
  BOOST_TEST(read_line("<urn:\\n> <urn:p> <urn:o> .") == "6: an IRI has no escapes but \\u and \\U");
  BOOST_TEST(object("\"o") == "17: the literal has no end: a quote is missing");
  BOOST_TEST(object("'o'") == "17: an object is missing here: an IRI in angle brackets or a blank node");
  BOOST_TEST(object("1.0") == "17: an object is missing here: an IRI in angle brackets or a blank node");
  BOOST_TEST(object(R"("\x")") == "18: an escape that there is not: they are \\t \\b \\n \\r \\f \\\" \\' \\\\ \\u \\U");
  BOOST_TEST(object(R"("\u12G4")") == "18: \\u wants 4 hex digits");
  BOOST_TEST(object(R"("\U0012")") == "18: \\U wants 8 hex digits");
  BOOST_TEST(object(R"("\uD834")") == "18: this escape is no character of Unicode");
  BOOST_TEST(object(R"("\U00110000")") == "18: this escape is no character of Unicode");
  BOOST_TEST(object("\"o\"@1") == "20: this is no language tag: letters, then parts behind '-'");
  BOOST_TEST(object("\"o\"@en-") == "20: this is no language tag: letters, then parts behind '-'");
  BOOST_TEST(object("\"o\"^^xsd:integer") == "22: the datatype's IRI is missing here");
  BOOST_TEST(read_line("_::a <urn:p> <urn:o> .") == "1: a blank node without a name");
  BOOST_TEST(read_line("_:a:b <urn:p> <urn:o> .") == "4: a colon can not stand in the name of a blank node");
}

BOOST_AUTO_TEST_CASE(a_faulty_line_is_left_out_and_the_others_are_read) {
  Reading const reading = read_text("g.nt", "<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> \"\u03B2\u03B2 .\n<urn:t> <urn:p> <urn:o> .\n");
  BOOST_TEST(reading.reader == "nt");
  BOOST_TEST(reading.parts.at(0).edges.size() == 2U);
  BOOST_TEST(printed(reading.diagnostics) == "g.nt:2:17: error: the literal has no end: a quote is missing; the line is left out\n");
  BOOST_TEST(failure([] { read_text("g.nq", "urn:s\nurn:t\n"); }) == "g.nq: error: none of its 2 lines is a statement; give N-Quads");
  BOOST_TEST(failure([] { read_text("g.nt", "urn:s\n"); }) == "g.nt: error: its only line is no statement; give N-Triples");
}

BOOST_AUTO_TEST_CASE(a_first_line_that_is_a_statement_tells_the_form) {
  BOOST_TEST(read_text("g.nt", "# said\n\n<urn:s> <urn:p> \"a . b\" .\n").reader == "nt");
  BOOST_TEST(read_text("-", "# said\n\n<urn:s> <urn:p> \"a . b\" .\n").reader == "nq");
  BOOST_TEST(read_text("-", "<urn:s> <urn:p> _:o <urn:g> .\n").reader == "nq");
  BOOST_TEST(read_text("g.nq", "<urn:s> <urn:p> <urn:o> .\n").reader == "nq");
  BOOST_TEST(terms_of_first_line("<article>\n") == 0);
  BOOST_TEST(terms_of_first_line("") == 0);
}
