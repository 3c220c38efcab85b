// JSON lines → graph.
#include <boost/test/unit_test.hpp>

#include "exporters/exporter.hpp"
#include "graph/builder.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::string written(std::vector<GraphPart> const& parts) {
  GraphBuilder builder{Ontology::builtin()};
  for (GraphPart const& part : parts) builder.add(part);
  Graph const graph = std::move(builder).freeze();
  std::string out;
  Sink sink = Sink::to_string(out);
  find_exporter("jsonl")->write(graph, {}, sink);
  sink.close();
  return out;
}

// A part with everything that a graph can hold.
GraphPart rich_part() {
  GraphPart part;
  auto const text = [&](std::string_view words) { return part.strings.intern(words); };
  auto const node = [&](std::string_view id, Kind kind, std::string_view type, std::string_view label, std::uint8_t flags = 0) {
    part.nodes.push_back({text(id), kind, text(type), text(label), flags});
    return static_cast<std::uint32_t>(part.nodes.size() - 1);
  };
  auto const flag = [](NodeFlag value) { return static_cast<std::uint8_t>(value); };
  std::uint32_t const preparation = node("MECHGRAPH:I00", Kind::intervention, "Intervention", "TNF-pretreated exosome (bone marrow)");
  std::uint32_t const gene = node("NCBIGene:114548", Kind::mediator, "Gene", "NLRP3");
  std::uint32_t const words =
      node("MECHGRAPH:U01", Kind::outcome, "", "some \"quoted\" \\ words\n\u03B2 \U0001F400", flag(NodeFlag::unresolved));
  std::uint32_t const foreign = node("X:1", Kind::context, "biolink:Thing", "foreign", flag(NodeFlag::foreign));
  std::uint32_t const tissue = node("UBERON:0002371", Kind::source, "Source", "bone marrow", flag(NodeFlag::ancestor));
  node("X:alone", Kind::context, "biolink:Thing", "nobody names it");
  part.node_attributes.push_back(
      {preparation, text(attribute::composition), text("GO:0070062|UBERON:0002371;X:1|pretreated_with=NCBIGene:7124")});
  part.node_attributes.push_back({foreign, text("synonym"), text("b")});
  part.node_attributes.push_back({foreign, text("synonym"), text("a")});
  part.edges.push_back({preparation, gene, text("decreases"), -1, false});
  part.edges.push_back({preparation, words, text("affects"), 0, true});
  part.edges.push_back({foreign, gene, text("biolink:likes"), 1, false});
  part.edge_attributes.push_back({2, text("source of it"), text("other tool")});
  part.documents.push_back({text("DOI:10.1/a"), text("10.1/a"), text("7"), text("PMC7"), text("A title"), text("A journal"), text("2022"),
                            text("https://creativecommons.org/licenses/by/4.0/")});
  part.documents.push_back({text("MECHGRAPH:D00"), {}, {}, {}, text("No identifier")});
  part.tables.push_back({0, text("Table 3"), text("A caption")});
  part.tables.push_back({1, text("#1"), {}});
  part.records.push_back({0, text("4")});
  part.records.push_back({0, text("5")});
  part.records.push_back({1, text("1")});
  part.cells.push_back({0, text("result"), text("TNF-\u0251 exosomes suppressed NLRP3")});
  part.cells.push_back({1, text("source"), text("Bone marrow")});
  part.cells.push_back({2, text("result"), {}});
  StringId const foreign_reference = text("DOI:10.9/other#5");
  GraphPart::Witness stated;
  stated.edge = 0;
  stated.cell = 0;
  stated.text = {6, 33};
  stated.trigger = {15, 25};
  stated.subject = {0, 14};
  stated.object = {26, 31};
  stated.rule = text("effect");
  stated.confidence = 905;
  stated.flags.set(Flag::coordination);
  stated.flags.set(Flag::hedged);
  stated.qualifiers = {
      {text("cell_type"), part.nodes[tissue].id, true}, {text("magnitude"), text("marked"), false}, {text("magnitude"), text("a"), false}};
  stated.references = {text("DOI:10.1/a#107"), text("DOI:10.1/a#1-300"), text("PMID:35526075"), foreign_reference};
  part.witnesses.push_back(stated);
  GraphPart::Witness implied;
  implied.edge = 1;
  implied.cell = 1;
  implied.basis = Basis::implied;
  implied.confidence = 600;
  part.witnesses.push_back(implied);
  GraphPart::Witness imported;
  imported.edge = 2;
  imported.cell = 2;
  imported.confidence = 1;
  part.witnesses.push_back(imported);
  part.citations.push_back({stated.references[0], text("10.5/b"), text("77"), text("PMC77")});
  part.citations.push_back({stated.references[0], text("10.5/c"), {}, {}});
  part.citations.push_back({foreign_reference, {}, text("78"), {}});
  return part;
}

// The line of the design: what other programs would write.
constexpr std::string_view plain_line =
    R"({"record":"4","document":{"doi":"10.1/A","title":"T","table":"Table 3"},"reference":"107,108","cited":[{"pmid":"12"}],"basis":"implied",)"
    R"("subject":{"id":"MECHGRAPH:I7","label":"exosome","kind":"intervention","derivative":{"key":"exosome","id":"GO:0070062"},)"
    R"("source":{"id":"UBERON:0002371"},"modifiers":[{"relation":"pretreated_with","id":"NCBIGene:7124"}]},)"
    R"("relation":"decreases","object":{"id":"NCBIGene:114548","label":"NLRP3","kind":"mediator","type":"Gene"},"sign":-1,"negated":false,)"
    R"("context":{"cell_type":"macrophage"},"evidence":{"field":"result","cell":"\u0251-exo suppressed it","text":"suppressed it","start":6,"end":19},)"
    R"("trigger":{"text":"suppressed","start":6,"end":16},"rule":"r","confidence":0.9,"flags":["hedged"]})";

std::string faults(std::string line) {
  Reading const reading = read_text("g.jsonl", std::string{plain_line} + "\n" + line + "\n");
  BOOST_TEST(reading.parts.at(0).witnesses.size() == 1U);
  BOOST_TEST(reading.parts.at(0).nodes.size() == 2U);
  BOOST_TEST(reading.parts.at(0).edges.size() == 1U);
  return printed(reading.diagnostics);
}

// The plain line with one part of it changed.
std::string with(std::string_view part, std::string_view other) {
  std::string line{plain_line};
  std::size_t const at = line.find(part);
  BOOST_REQUIRE(at != std::string::npos);
  return line.replace(at, part.size(), other);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_graph_that_was_written_is_read_back_to_the_byte) {
  std::vector<GraphPart> parts;
  parts.push_back(rich_part());
  std::string const once = written(parts);
  BOOST_TEST(std::ranges::count(once, '\n') == 4);
  Reading const reading = read_text("g.jsonl", once);
  BOOST_TEST(reading.reader == "jsonl");
  BOOST_TEST(printed(reading.diagnostics) == "");
  BOOST_TEST(written(reading.parts) == once);
}

BOOST_AUTO_TEST_CASE(a_line_without_the_lossless_members_is_read_too) {
  Reading const reading = read_text("g.jsonl", plain_line);
  GraphPart const& part = reading.parts.at(0);
  auto const view = [&](StringId id) { return part.strings.view(id); };
  BOOST_TEST(view(part.documents.at(0).id) == "DOI:10.1/a");
  BOOST_TEST(view(part.tables.at(0).name) == "Table 3");
  BOOST_TEST(view(part.records.at(0).id) == "4");
  GraphPart::Edge const& edge = part.edges.at(0);
  BOOST_TEST(view(part.nodes.at(edge.subject).id) == "MECHGRAPH:I7");
  BOOST_TEST(view(part.nodes.at(edge.object).label) == "NLRP3");
  BOOST_TEST((part.nodes.at(edge.object).kind == Kind::mediator));
  BOOST_TEST(int{edge.sign} == -1);
  BOOST_TEST(view(part.node_attributes.at(0).value) == "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124");
  GraphPart::Witness const& witness = part.witnesses.at(0);
  BOOST_TEST((witness.basis == Basis::implied));
  BOOST_TEST(witness.confidence == 900U);
  BOOST_TEST(witness.flags.has(Flag::hedged));
  BOOST_TEST(cut(view(part.cells.at(0).text), witness.text) == "suppressed it");
  BOOST_TEST((witness.trigger == Span{7, 17}));
  std::string references;
  for (StringId const reference : witness.references) references += std::string{view(reference)} + " ";
  BOOST_TEST(references == "DOI:10.1/a#107 DOI:10.1/a#108 PMID:12 ");
  BOOST_TEST(view(witness.qualifiers[0].key) == "cell_type");
  BOOST_TEST(view(witness.qualifiers[0].value) == "macrophage");
}

BOOST_AUTO_TEST_CASE(what_is_cited_beside_one_reference_is_what_that_stands_for) {
  Reading const reading = read_text("g.jsonl", with("\"107,108\",\"cited\":[{\"pmid\":\"12\"}]", "\"107\",\"cited\":[{\"pmid\":\"12\"}]"));
  GraphPart const& part = reading.parts.at(0);
  BOOST_TEST(part.witnesses.at(0).references.size() == 1U);
  BOOST_TEST(part.strings.view(part.citations.at(0).reference) == "DOI:10.1/a#107");
  BOOST_TEST(part.strings.view(part.citations.at(0).pmid) == "12");
}

BOOST_AUTO_TEST_CASE(what_is_cited_may_name_its_reference) {
  Reading const reading = read_text(
      "g.jsonl",
      with("{\"pmid\":\"12\"}", "{\"reference\":\"108\",\"doi\":\"10.5/b\"},{\"reference\":\"DOI:10.9/z#1\",\"pmcid\":\"PMC1\"}"));
  GraphPart const& part = reading.parts.at(0);
  BOOST_TEST(part.witnesses.at(0).references.size() == 2U);
  BOOST_TEST(part.strings.view(part.citations.at(0).reference) == "DOI:10.1/a#108");
  BOOST_TEST(part.strings.view(part.citations.at(0).doi) == "10.5/b");
  BOOST_TEST(part.strings.view(part.citations.at(1).reference) == "DOI:10.9/z#1");
  BOOST_TEST(part.strings.view(part.citations.at(1).pmcid) == "PMC1");
}

BOOST_AUTO_TEST_CASE(a_line_that_is_no_statement_is_left_out_and_leaves_nothing_behind) {
  std::string const end = "; the line is left out\n";
  BOOST_TEST(faults("{\"record\":") == "g.jsonl:2:1: error: not JSON" + end);
  BOOST_TEST(faults("[1]") == "g.jsonl:2:1: error: not a JSON object" + end);
  BOOST_TEST(faults("{\"record\":\"1\"}") == "g.jsonl:2:1: error: there is no \"subject\"" + end);
  BOOST_TEST(faults(with("\"relation\":\"decreases\",", "")) == "g.jsonl:2:1: error: there is no \"relation\"" + end);
  BOOST_TEST(faults(with("\"kind\":\"mediator\"", "\"kind\":\"thing\"")) == "g.jsonl:2:1: error: unknown kind \"thing\"" + end);
  BOOST_TEST(faults(with("\"sign\":-1", "\"sign\":2")) == "g.jsonl:2:1: error: \"sign\" is none of -1, 0 and 1" + end);
  BOOST_TEST(faults(with("\"sign\":-1", "\"sign\":\"-1\"")) == "g.jsonl:2:1: error: \"sign\" is not a number" + end);
  BOOST_TEST(faults(with("\"implied\"", "\"guessed\"")) == "g.jsonl:2:1: error: unknown basis \"guessed\"" + end);
  BOOST_TEST(faults(with("0.9", "1.5")) == "g.jsonl:2:1: error: \"confidence\" is not between 0 and 1" + end);
  BOOST_TEST(faults(with("\"hedged\"", "\"new\"")) == "g.jsonl:2:1: error: unknown flag \"new\"" + end);
  BOOST_TEST(faults(with("\"end\":19", "\"end\":20")) == "g.jsonl:2:1: error: \"start\" and \"end\" lie outside the cell" + end);
  BOOST_TEST(faults(with("\"start\":6", "\"start\":5")) ==
             "g.jsonl:2:1: error: the words \"suppressed it\" do not stand where \"start\" and \"end\" say" + end);
  BOOST_TEST(faults(with("\"field\":\"result\"", "\"field\":\"outcome\"")) == "g.jsonl:2:1: error: unknown field \"outcome\"" + end);
}

BOOST_AUTO_TEST_CASE(an_input_without_any_statement_is_refused) {
  BOOST_TEST(failure([] { read_text("g.jsonl", "{\"subject\":1}\n"); }) ==
             "g.jsonl: error: its only line is not a statement; give a graph that mechgraph wrote with -f jsonl");
  BOOST_TEST(failure([] { read_text("g.jsonl", "{\"subject\":1}\n{}\n"); }) ==
             "g.jsonl: error: none of its 2 lines is a statement; give a graph that mechgraph wrote with -f jsonl");
}

BOOST_AUTO_TEST_CASE(control_characters_that_escapes_bring_in_are_replaced) {
  Reading const reading = read_text("g.jsonl", with("\\u0251-exo suppressed it", "\\u0251\\u0001exo suppressed it"));
  GraphPart const& part = reading.parts.at(0);
  BOOST_TEST(part.strings.view(part.cells.at(0).text) == "\u0251\uFFFDexo suppressed it");
  BOOST_TEST(cut(part.strings.view(part.cells.at(0).text), part.witnesses.at(0).text) == "suppressed it");
  BOOST_TEST(printed(reading.diagnostics) == "g.jsonl: warning: 1 control character was replaced by U+FFFD, since XML can not hold it\n");
}

// Offsets of the file count what stands there; the graph's count what the text has become.
BOOST_AUTO_TEST_CASE(carriage_returns_that_escapes_bring_in_become_line_feeds_and_the_words_stay) {
  auto const words = [](std::string const& evidence) {
    Reading const reading = read_text("g.jsonl", std::string{R"({"subject":{"id":"X:1","kind":"mediator"},"relation":"increases",)"} +
                                                     R"("object":{"id":"X:2","kind":"mediator"},"sign":1,"evidence":)" + evidence + "}\n");
    BOOST_TEST(printed(reading.diagnostics) == "");
    GraphPart const& part = reading.parts.at(0);
    std::string_view const cell = part.strings.view(part.cells.at(0).text);
    return std::string{cell} + "|" + std::string{cut(cell, part.witnesses.at(0).text)};
  };
  BOOST_TEST(words(R"({"field":"result","cell":"a\r\nb\rc d\r\n","text":"b\rc","start":3,"end":6})") == "a\nb\nc d\n|b\nc");
  BOOST_TEST(words(R"({"field":"result","cell":"a\r\nb","text":"\nb","start":2,"end":4})") == "a\nb|\nb");
}

BOOST_AUTO_TEST_CASE(long_inputs_come_in_several_parts_that_make_one_graph) {
  std::string text;
  for (int i = 0; i < 20'001; ++i) text += with("\"record\":\"4\"", "\"record\":\"" + std::to_string(i % 3) + "\"") + "\n";
  Reading const reading = read_text("g.jsonl", text);
  BOOST_TEST(reading.parts.size() == 3U);
  BOOST_TEST(std::ranges::count(written(reading.parts), '\n') == 3);
}
