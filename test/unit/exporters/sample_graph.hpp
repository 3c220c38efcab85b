// A small graph with one of everything that a format must hold, and the means to make others.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/folder_sink.hpp"
#include "base/sink.hpp"
#include "exporters/exporter.hpp"
#include "graph/builder.hpp"

namespace mechgraph {

// Rows of a part by the names that people use.
class PartMaker {
 public:
  GraphPart part;

  StringId text(std::string_view words) { return part.strings.intern(words); }

  std::uint32_t node(std::string_view id, Kind kind, std::string_view type, std::string_view label, std::uint8_t flags = 0) {
    part.nodes.push_back({text(id), kind, text(type), text(label), flags});
    return static_cast<std::uint32_t>(part.nodes.size() - 1);
  }
  void attribute(std::uint32_t owner, std::string_view name, std::string_view value) {
    part.node_attributes.push_back({owner, text(name), text(value)});
  }
  std::uint32_t edge(std::uint32_t subject, std::string_view relation, std::uint32_t object, int sign, bool negated = false) {
    part.edges.push_back({subject, object, text(relation), static_cast<std::int8_t>(sign), negated});
    return static_cast<std::uint32_t>(part.edges.size() - 1);
  }
  // A cell of a new record of the last table.
  std::uint32_t cell(std::string_view record, std::string_view field, std::string_view words) {
    part.records.push_back({static_cast<std::uint32_t>(part.tables.size() - 1), text(record)});
    part.cells.push_back({static_cast<std::uint32_t>(part.records.size() - 1), text(field), text(words)});
    return static_cast<std::uint32_t>(part.cells.size() - 1);
  }
  void table(std::string_view id, std::string_view doi, std::string_view title, std::string_view name, std::string_view caption) {
    part.documents.push_back({text(id), text(doi), StringId{}, StringId{}, text(title)});
    part.tables.push_back({static_cast<std::uint32_t>(part.documents.size() - 1), text(name), text(caption)});
  }
  // `words` and `trigger` are parts of the cell.
  GraphPart::Witness& witness(std::uint32_t edge, std::uint32_t cell, std::string_view words, std::string_view trigger = {}) {
    GraphPart::Witness& made = part.witnesses.emplace_back();
    made.edge = edge;
    made.cell = cell;
    made.text = span(cell, words);
    if (!trigger.empty()) made.trigger = span(cell, trigger);
    made.rule = text("a_rule");
    return made;
  }
  Span span(std::uint32_t cell, std::string_view words) {
    auto const begin = static_cast<std::uint32_t>(part.strings.view(part.cells[cell].text).find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }
  [[nodiscard]] Graph graph() const {
    GraphBuilder builder{Ontology::builtin()};
    builder.add(part);
    return std::move(builder).freeze();
  }
};

inline constexpr std::string_view sample_intervention = "MECHGRAPH:I00000000000000000000000000000001";

// Two tables of one article: a preparation lowers NLRP3, which promotes acute liver failure; one row says the opposite, one denies it.
inline PartMaker sample_part() {
  PartMaker p;
  auto const exosome = p.node("GO:0070062", Kind::derivative, "Derivative", "exosome");
  auto const marrow = p.node("UBERON:0002371", Kind::source, "Source", "bone marrow");
  auto const tnf = p.node("NCBIGene:7124", Kind::mediator, "Gene", "TNF");
  auto const nlrp3 = p.node("NCBIGene:114548", Kind::mediator, "Gene", "NLRP3");
  auto const failure = p.node("MONDO:0019542", Kind::outcome, "Disease", "acute liver failure");
  auto const mouse = p.node("NCBITaxon:10090", Kind::model, "Organism", "mouse");
  auto const given = p.node(sample_intervention, Kind::intervention, "Intervention", "TNF-pretreated exosome (bone marrow)");
  p.attribute(given, attribute::composition, "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124");
  auto const unknown =
      p.node("MECHGRAPH:Uabc", Kind::outcome, "Process", "\u03B2-flux | \"odd\"", static_cast<std::uint8_t>(NodeFlag::unresolved));
  auto const drug = p.node("DrugBank:DB 1", Kind::mediator, "biolink:Drug", "a drug", static_cast<std::uint8_t>(NodeFlag::foreign));
  p.attribute(drug, "synonym", "one|two");
  p.attribute(drug, "synonym", "three\\");
  p.attribute(drug, "in stock", "yes");

  p.table("DOI:10.1000/x(1)", "10.1000/x(1)", "A review", "Table 3", "Of exosomes");
  auto const row = p.cell("4", "result", "\u03B2: Suppression of NLRP3 in macrophage and thereby reducing ALF");
  auto const source = p.cell("4", "source", "Bone marrow");
  auto const caption = p.cell("4", "caption", "Exosomes in acute liver failure");
  auto const other = p.cell("10", "result", "NLRP3 rose");
  auto const denied = p.cell("5", "result", "no effect on \u03B2-flux");

  auto& lowers = p.witness(p.edge(given, "decreases", nlrp3, -1), row, "Suppression of NLRP3", "Suppression");
  lowers.object = p.span(row, "NLRP3");
  lowers.references = {p.text("DOI:10.1000/x(1)#107"), p.text("DOI:10.1000/x(1)#108")};
  p.part.citations.push_back({p.text("DOI:10.1000/x(1)#107"), p.text("10.5/b"), p.text("77"), {}});
  lowers.qualifiers = {{p.text("cell_type"), p.text("CL:0000235"), true}, {p.text("magnitude"), p.text("marked"), false}};
  lowers.flags.set(Flag::coordination);
  lowers.flags.set(Flag::ambiguous_trigger);
  lowers.confidence = 640;
  auto& raises = p.witness(p.edge(given, "increases", nlrp3, 1), other, "NLRP3 rose", "rose");
  raises.references = {p.text("PMID:123")};
  auto& implied = p.witness(p.edge(nlrp3, "contributes_to", failure, 1), row, "thereby reducing ALF", "thereby");
  implied.basis = Basis::implied;
  implied.confidence = 600;
  p.witness(p.edge(given, "affects", unknown, 0, true), denied, "no effect on \u03B2-flux", "no effect");
  p.witness(p.edge(given, "pretreated_with", tnf, 0), row, "NLRP3");
  p.witness(p.edge(given, "derives_from", marrow, 0), source, "Bone marrow");
  p.witness(p.edge(given, "instance_of", exosome, 0), source, "Bone marrow");
  p.witness(p.edge(given, "tested_in", mouse, 0), source, "Bone marrow");
  p.witness(p.edge(given, "studied_in", failure, 0), caption, "acute liver failure");

  p.table("PMID:77", "", "", "#1", "");
  auto const silent = p.cell("1", "other", "");
  auto const foreign = p.edge(drug, "biolink:interacts with", nlrp3, 0);
  p.witness(foreign, silent, "").rule = StringId{};
  p.part.edge_attributes.push_back({foreign, p.text("score"), p.text("0.5")});
  return p;
}

inline Graph sample_graph() { return sample_part().graph(); }

// What a folder format makes of a graph.
inline FolderTexts exported_folder(Graph const& graph, std::string_view format) {
  FolderTexts texts;
  FolderSink folder = FolderSink::to_texts(texts);
  find_exporter(format)->write_folder(graph, {}, folder);
  folder.close();
  return texts;
}

// What a format makes of a graph. Of a folder, every file with a line that names it before.
inline std::string exported(Graph const& graph, std::string_view format) {
  std::string out;
  if (find_exporter(format)->is_folder()) {
    for (auto const& [name, text] : exported_folder(graph, format)) out.append("== ").append(name).append("\n").append(text);
    return out;
  }
  Sink sink = Sink::to_string(out);
  find_exporter(format)->write(graph, {}, sink);
  return out;
}

// Parts between line ends.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// The first line that holds all the words; empty when there is none.
template <class... Words>
std::string line_with(std::string_view text, Words const&... words) {
  for (std::string const& line : lines_of(text)) {
    if (((line.find(words) != std::string::npos) && ...)) return line;
  }
  return {};
}

}  // namespace mechgraph
