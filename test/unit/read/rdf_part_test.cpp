// RDF statements → a part of a graph.
#include "read/rdf_part.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "unit/exporters/sample_graph.hpp"
#include "unit/read/graph_reading.hpp"

using namespace mechgraph;

namespace {

Graph read_back(std::string const& name, std::string_view text) {
  Reading const reading = read_text(name, text, graph_options());
  BOOST_TEST(printed(reading.diagnostics) == "");
  return built(reading.parts);
}

// The sample with what else a graph can hold.
PartMaker rich_part() {
  PartMaker p = sample_part();
  GraphPart& part = p.part;
  part.documents.push_back({p.text("MECHGRAPH:D5"),
                            {},
                            p.text("9"),
                            p.text("PMC9"),
                            p.text("Of \"rats\""),
                            p.text("A journal"),
                            p.text("2021"),
                            p.text("https://creativecommons.org/licenses/by/4.0/")});
  part.documents.push_back({p.text("DOI:10.1000/y"), p.text("10.1000/y"), {}, {}, {}, {}, {}, p.text("all rights, and words")});
  for (std::size_t const document : {part.documents.size() - 2, part.documents.size() - 1}) {
    part.tables.push_back({static_cast<std::uint32_t>(document), p.text("Table <1>"), p.text("caption\nof two lines")});
    part.records.push_back({static_cast<std::uint32_t>(part.tables.size() - 1), p.text("row 1")});
    part.cells.push_back({static_cast<std::uint32_t>(part.records.size() - 1), p.text("result"), p.text("\U0001F400 rose, \u03B2 fell")});
  }
  auto const cell = static_cast<std::uint32_t>(part.cells.size() - 1);
  auto const a = p.node("X:\u03B2 1", Kind::context, "", "no type");
  auto const b = p.node("http://example.org/b?x=1", Kind::outcome, "http://example.org/Thing", "an IRI");
  auto const c = p.node("mailto:c@example.org", Kind::model, "X:odd type", "");
  auto const d = p.node("DOI:10.1000/y", Kind::context, "biolink:Publication", "a document that is a node too");
  p.node("X:alone", Kind::context, "biolink:Thing", "nobody names it");
  for (std::string_view const name : {"", "http://example.org/p", "RO:0000052", "rdfs:label", "in stock", "valence", "xref", "identifier",
                                      "match", "key", "composition", "ontology_label", "MECHGRAPH:sign", "attribute/x", "%41", "\u03B2"}) {
    p.attribute(a, name, "one");
    p.attribute(a, name, "");
    p.attribute(b, name, "MESH:D1");
    p.attribute(c, name, "doi:10.1/x y");
  }
  auto const knows = p.edge(a, "http://example.org/knows", b, 1);
  part.edge_attributes.push_back({knows, p.text("http://example.org/since"), p.text("1999")});
  part.edge_attributes.push_back({knows, p.text("odd one"), p.text("")});
  auto& witness = p.witness(knows, cell, "\u03B2 fell", "fell");
  witness.subject = p.span(cell, "\U0001F400");
  witness.confidence = 5;
  witness.basis = Basis::cargo;
  witness.references = {p.text("DOI:10.1000/y#1-300"), p.text("DOI:10.1000/y#7"), p.text("PMID:35526075")};
  witness.qualifiers = {{p.text("source"), part.nodes[a].id, true},        {p.text("magnitude"), p.text(""), false},
                        {p.text("odd key"), p.text("a"), false},           {p.text("odd key"), p.text("b"), false},
                        {p.text("combined_with"), part.nodes[c].id, true}, {p.text("source"), p.text("X:\u03B2 1"), false}};
  part.citations.push_back({p.text("DOI:10.1000/y#7"), p.text("10.1/z"), p.text("12"), p.text("PMC12")});
  part.citations.push_back({p.text("DOI:10.1000/y#7"), {}, p.text("13"), {}});
  p.witness(p.edge(c, "decreases", d, -1, true), cell - 1, "rose").rule = StringId{};
  p.witness(p.edge(c, "biolink:treats", d, -1), cell - 1, "").confidence = 0;
  return p;
}

std::string with_line(std::string const& line) { return exported(sample_graph(), "nt") + line + "\n"; }

// The first line that ends so, without its end.
std::string subject_of(std::string const& text, std::string const& end) {
  std::string const line = line_with(text, end);
  return line.substr(0, line.find(' '));
}

std::string without(std::string const& text, std::string const& words) {
  std::string out;
  for (std::string const& line : lines_of(text)) {
    if (line.find(words) == std::string::npos) out += line + "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_graph_of_ours_is_read_back_to_the_byte_from_each_syntax) {
  Graph const graph = rich_part().graph();
  for (std::string const format : {"nt", "nq", "ttl", "trig"}) {
    BOOST_TEST_CONTEXT("format " << format) {
      Graph const again = read_back("graph." + format, exported(graph, format));
      for (Exporter const* const exporter : exporters()) {
        if (exporter->is_folder() || exporter->is_drawn) continue;
        BOOST_TEST((exported(again, exporter->name) == exported(graph, exporter->name)), "written as " << exporter->name);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_lines_means_nothing) {
  std::string const text = exported(sample_graph(), "nt");
  auto lines = lines_of(text);
  std::sort(lines.begin(), lines.end());
  std::string sorted;
  for (std::string const& line : lines) sorted += line + "\n";
  BOOST_TEST((exported(read_back("graph.nt", sorted), "nt") == text));
}

BOOST_AUTO_TEST_CASE(resources_of_others_are_nodes_with_labels_types_attributes_and_edges) {
  Reading const reading = read_text("g.ttl",
                                    "@prefix x: <http://x.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                                    "@prefix obo: <http://purl.obolibrary.org/obo/> .\n"
                                    "x:a a x:Thing ; rdfs:label \"Ding\"@de , \"thing\"@en ; x:age 7 ; x:knows x:b , <mailto:c@x.org> .\n"
                                    "obo:GO_0006915 x:seen_in x:a ; rdfs:label \"death\" .\n",
                                    graph_options());
  BOOST_TEST(printed(reading.diagnostics) == "g.ttl: note: 2 language tags and 1 datatype of literals are not kept, their text is\n");
  Graph const graph = built(reading.parts);
  std::string const lines = exported(graph, "jsonl");
  BOOST_TEST(line_with(lines, "\"relation\":\"http://x.org/knows\"", "\"id\":\"http://x.org/b\"") != "");
  BOOST_TEST(
      line_with(
          lines,
          "\"id\":\"http://x.org/a\",\"label\":\"thing\",\"kind\":\"context\",\"type\":\"http://x.org/Thing\",\"flags\":[\"foreign\"],"
          "\"attributes\":{\"http://x.org/age\":[\"7\"],\"rdfs:label\":[\"Ding\"]}") != "");
  BOOST_TEST(line_with(lines, "\"id\":\"<mailto:c@x.org>\"") != "");
  BOOST_TEST(line_with(lines, "\"id\":\"GO:0006915\"", "\"kind\":\"outcome\"", "http://x.org/seen_in") != "");
  // And out again under their own names.
  std::string const triples = exported(graph, "nt");
  for (char const* const triple :
       {"<http://x.org/a> <http://x.org/knows> <http://x.org/b> .", "<http://x.org/a> <http://x.org/knows> <mailto:c@x.org> .",
        "<http://x.org/a> <http://x.org/age> \"7\" .",
        "<http://purl.obolibrary.org/obo/GO_0006915> <http://x.org/seen_in> <http://x.org/a> .",
        "<http://x.org/a> <http://www.w3.org/2000/01/rdf-schema#label> \"thing\" ."}) {
    BOOST_TEST(line_with(triples, triple) != "", triple);
  }
  BOOST_TEST((exported(read_back("g.nt", triples), "nt") == triples));
}

BOOST_AUTO_TEST_CASE(plain_triples_of_ours_and_of_biolink_mean_what_they_say) {
  Reading const reading = read_text("g.ttl",
                                    "@prefix mg: <https://w3id.org/mechgraph/> . @prefix b: <https://w3id.org/biolink/vocab/> .\n"
                                    "<http://identifiers.org/ncbigene/7124> mg:decreases <http://identifiers.org/ncbigene/114548> .\n"
                                    "<urn:drug> a b:SmallMolecule ; b:derives_from <urn:plant> .\n",
                                    graph_options());
  Graph const graph = built(reading.parts);
  auto const gene = graph.find("NCBIGene:7124"), other = graph.find("NCBIGene:114548"), drug = graph.find("urn:drug");
  BOOST_REQUIRE((gene && other && drug));
  BOOST_TEST(graph.find(*gene, "decreases", -1, false, *other).has_value());
  BOOST_TEST(graph.node(*drug).type == "Chemical");
  BOOST_TEST(graph.attribute(*drug, "rdf:type") == "biolink:SmallMolecule");
  // Ours joins preparations and sources, so that of a molecule keeps its own name.
  BOOST_TEST(graph.find(*drug, "biolink:derives_from", 0, false, *graph.find("urn:plant")).has_value());
}

BOOST_AUTO_TEST_CASE(every_statement_of_others_is_a_record_and_its_graph_the_document) {
  Reading const reading =
      read_text("g.nq",
                "<urn:a> <urn:p> <urn:b> <https://doi.org/10.1/x> .\n<urn:b> <urn:p> <urn:c> <https://doi.org/10.1/x> .\n"
                "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> <urn:b> .\n",
                graph_options());
  Graph const graph = built(reading.parts);
  BOOST_TEST(graph.edge_count() == 2U);
  BOOST_TEST(graph.witness_count() == 3U);
  BOOST_TEST(graph.record_count() == 3U);
  BOOST_TEST(graph.document_count() == 2U);
  BOOST_TEST(graph.document(at_index<DocumentId>(0)).id == "DOI:10.1/x");
  BOOST_TEST(graph.document(at_index<DocumentId>(1)).id.starts_with("MECHGRAPH:D"));
}

BOOST_AUTO_TEST_CASE(blank_nodes_are_counted) {
  Reading const reading = read_text("g.nt", "_:a <urn:p> _:b .\n", graph_options());
  BOOST_TEST(printed(reading.diagnostics) == "g.nt: note: 2 blank nodes have identifiers made from the content\n");
  BOOST_TEST(reading.parts[0].strings.view(reading.parts[0].nodes[0].id).starts_with("MECHGRAPH:B"));
}

BOOST_AUTO_TEST_CASE(what_others_add_to_ours_is_kept) {
  std::string const gene = "<http://identifiers.org/ncbigene/114548>";
  std::string const text = exported(sample_graph(), "nt");
  std::string const edge = subject_of(text, "<https://w3id.org/mechgraph/relation> \"decreases\" .");
  Reading const reading = read_text("g.nt",
                                    with_line(gene + " <http://x.org/note> \"seen\" .\n" + gene +
                                              " <http://x.org/near> <http://x.org/b> .\n" + edge + " <http://x.org/checked> \"yes\" ."),
                                    graph_options());
  BOOST_TEST(printed(reading.diagnostics) == "");
  std::string const lines = exported(built(reading.parts), "jsonl");
  BOOST_TEST(line_with(lines, "\"http://x.org/note\":[\"seen\"]") != "");
  BOOST_TEST(line_with(lines, "\"relation\":\"http://x.org/near\"") != "");
  BOOST_TEST(line_with(lines, "\"edge_attributes\":{\"http://x.org/checked\":[\"yes\"]}", "\"relation\":\"decreases\"") != "");
}

BOOST_AUTO_TEST_CASE(what_has_no_place_is_counted) {
  std::string const text = exported(sample_graph(), "nt");
  std::string const evidence = subject_of(text, "supporting_text> \"Suppression of NLRP3\" .");
  Reading const reading = read_text("g.nt", with_line(evidence + " <http://x.org/read_by> \"me\" ."), graph_options());
  BOOST_TEST(printed(reading.diagnostics) ==
             "g.nt: warning: 1 statement about evidence, records or documents have no place in a graph; they are left out\n");
}

BOOST_AUTO_TEST_CASE(what_is_broken_in_ours_is_named_and_left_out) {
  std::string const text = exported(sample_graph(), "nt");
  std::string const edge = subject_of(text, "<https://w3id.org/mechgraph/relation> \"decreases\" .");
  std::string const evidence = subject_of(text, "supporting_text> \"Suppression of NLRP3\" .");
  auto const messages = [&](std::string const& changed) {
    std::string out = printed(read_text("g.nt", changed, graph_options()).diagnostics);
    out.erase(0, out.find(": error: ") == std::string::npos ? 0 : out.find(": error: ") + 9);
    return out;
  };
  auto const replaced = [&](std::string const& subject, std::string const& property, std::string const& object) {
    std::string const start = subject + " <https://w3id.org/" + property + "> ";
    return without(text, start) + start + object + " .\n";
  };
  BOOST_TEST(messages(without(text, edge + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#object>"))
                 .starts_with(edge + " has no <http://www.w3.org/1999/02/22-rdf-syntax-ns#object>; it is left out\n"));
  BOOST_TEST(messages(replaced(edge, "mechgraph/sign", "\"2\""))
                 .starts_with(edge + " has no <https://w3id.org/mechgraph/sign> that is a whole number from -1; it is left out\n"));
  BOOST_TEST(messages(without(text, evidence + " <https://w3id.org/mechgraph/record>"))
                 .starts_with(evidence + " stands in no record; it is left out\n"));
  BOOST_TEST(messages(replaced(evidence, "mechgraph/end", "\"900\""))
                 .starts_with(evidence + " has a <https://w3id.org/mechgraph/start> or end outside its cell; it is left out\n"));
  BOOST_TEST(messages(replaced(evidence, "biolink/vocab/supporting_text", "\"other words\""))
                 .starts_with(evidence + " says other words than stand there in its cell; it is left out\n"));
  BOOST_TEST(
      messages(replaced(evidence, "mechgraph/flag", "\"odd\"")).starts_with(evidence + " has the unknown flag \"odd\"; it is left out\n"));
  BOOST_TEST(messages(replaced(evidence, "mechgraph/basis", "\"odd\""))
                 .starts_with(evidence + " has no basis that is stated, implied or cargo; it is left out\n"));
  BOOST_TEST(messages(replaced(evidence, "biolink/vocab/extraction_confidence_score", "\"0.12345\""))
                 .starts_with(evidence + " has no confidence from 0 to 1 in steps of 0.001; it is left out\n"));
  BOOST_TEST(messages(replaced(evidence, "mechgraph/field", "\"odd\""))
                 .starts_with(evidence + " stands in the unknown field \"odd\"; it is left out\n"));
  BOOST_TEST(messages(without(text, evidence + " <")).starts_with(edge + " has evidence that nothing is said of; it is left out\n"));
}

BOOST_AUTO_TEST_CASE(a_file_without_statements_is_an_empty_graph) {
  Reading const reading = read_text("g.nt", "# nothing\n", graph_options());
  BOOST_TEST(printed(reading.diagnostics) == "g.nt: note: it holds no statement\n");
  BOOST_TEST(reading.parts.at(0).nodes.empty());
}
