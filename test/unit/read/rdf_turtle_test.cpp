// Turtle and TriG: text → statements.
#include "read/rdf_turtle.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

// A line for each statement.
std::string read(std::string_view bytes, bool graphs = false) {
  Diagnostics diagnostics;
  Input const input = check_input("g.ttl", bytes, InputLimits{}, diagnostics);
  RdfStatements const statements = read_rdf_turtle(input, graphs, diagnostics);
  std::string out;
  for (auto const& row : statements.rows) {
    std::string line;
    for (StringId const id : {row.subject, row.property, row.object, row.graph}) {
      std::string_view const term = statements.terms.view(id);
      if (!term.empty()) line.append(line.empty() ? "" : " ").append(term.starts_with("<https://w3id.org/mechgraph/B") ? "_" : term);
    }
    out += line + "\n";
  }
  return out;
}

std::string refusal(std::string_view bytes, bool graphs = false) {
  return failure([&] { read(bytes, graphs); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(prefixes_lists_and_short_forms_are_written_out) {
  BOOST_TEST(read("@prefix : <urn:> .\nPREFIX x: <http://x.org/>\n@base <http://b.org/> .\n"
                  ":s a :T ; x:p 'one' , \"\"\"two\nlines\"\"\"@en , 3 , 4.5 , true , <rel> .\n") ==
             "<urn:s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T>\n"
             "<urn:s> <http://x.org/p> \"one\n"
             "<urn:s> <http://x.org/p> \"two\nlines\n"
             "<urn:s> <http://x.org/p> \"3\n"
             "<urn:s> <http://x.org/p> \"4.5\n"
             "<urn:s> <http://x.org/p> \"true\n"
             "<urn:s> <http://x.org/p> <http://b.org/rel>\n");
  BOOST_TEST(read("<urn:s> <urn:p> [ <urn:q> \"\\u03B2\" ] .\n") == "<urn:s> <urn:p> _\n_ <urn:q> \"\u03B2\n");
}

BOOST_AUTO_TEST_CASE(graphs_of_trig_are_named) {
  BOOST_TEST(read("<urn:g> { <urn:s> <urn:p> <urn:o> . }\nGRAPH <urn:h> { <urn:s> <urn:p> \"}\" }\n{ <urn:s> <urn:p> 1 }\n", true) ==
             "<urn:s> <urn:p> <urn:o> <urn:g>\n<urn:s> <urn:p> \"} <urn:h>\n<urn:s> <urn:p> \"1\n");
}

BOOST_AUTO_TEST_CASE(the_first_thing_that_is_wrong_is_named_with_its_place) {
  BOOST_TEST(refusal("<urn:s> <urn:p> <urn:o> .\n<urn:s> <urn:p> ;;\n<urn:o>") ==
             "g.ttl:2:17: error: this is not Turtle: expected prefixed name; nothing of the file is used");
  BOOST_TEST(refusal("<urn:s> <urn:p> ;;\n<urn:o>") ==
             "g.ttl:1:17: error: this is not Turtle: expected prefixed name; nothing of the file is used");
  BOOST_TEST(refusal("<urn:g> { <urn:s> <urn:p> 1 }\n") ==
             "g.ttl: error: a graph in braces is TriG, not Turtle; nothing of the file is used");
  BOOST_TEST(refusal("<urn:s> <urn:p> x:y .\n") == "g.ttl: error: the prefix \"x:\" is not declared; nothing of the file is used");
  BOOST_TEST(refusal("<urn:s> <urn:p> \"\u03B2\\uD800\" .\n") == "g.ttl:1:19: error: this escape is no character of Unicode");
  BOOST_TEST(refusal("<urn:s> <urn:p> <\\U0000DFFF> .\n") == "g.ttl:1:18: error: this escape is no character of Unicode");
  BOOST_TEST(refusal("<urn:s> <urn:p> " + std::string(1001, '[') + " .\n") == "g.ttl:1:1017: error: brackets are nested deeper than 1000");
}

BOOST_AUTO_TEST_CASE(brackets_in_strings_iris_and_comments_are_no_nesting) {
  std::string const many(5000, '(');
  BOOST_TEST(read("# " + many + "\n<urn:s> <urn:p> \"" + many + "\" , '''" + many + "\n''' .\n").size() > 10'000U);
}

BOOST_AUTO_TEST_CASE(relative_iris_without_a_base_are_ours_and_counted) {
  Reading const reading = read_text("g.ttl", "<a> <urn:p> <b> .\n");
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.ttl: note: 2 IRIs are relative, and there is no @base; they are taken as our own; declare a @base\n");
  GraphPart const& part = reading.parts.at(0);
  BOOST_TEST(part.strings.view(part.nodes.at(0).id).starts_with("https://w3id.org/mechgraph/relative/"));
  BOOST_TEST(part.strings.view(part.nodes.at(0).id).ends_with("/a"));
}

BOOST_AUTO_TEST_CASE(turtle_and_trig_are_told_apart_by_content) {
  BOOST_TEST(read_text("-", "# said\n@prefix x: <urn:> .\nx:s x:p \"{\" .\n").reader == "ttl");
  BOOST_TEST(read_text("-", "PREFIX x: <urn:>\nx:g { x:s x:p x:o }\n").reader == "trig");
  BOOST_TEST(!is_turtle("prefixes are words"));
}
