// A graph of three nodes and two edges, with one witness each, for tests of the verbs.
#pragma once

#include <string_view>
#include <utility>

#include "domain/graph_part.hpp"
#include "graph/builder.hpp"
#include "graph/graph.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

inline Graph small_graph() {
  auto ontology = Ontology::builtin();
  GraphPart part;
  auto const text = [&](std::string_view words) { return part.strings.intern(words); };
  auto const node = [&](std::string_view id, Kind kind, std::string_view type, std::string_view label) {
    part.nodes.push_back({text(id), kind, text(type), text(label), 0});
  };
  node("MECHGRAPH:I1", Kind::intervention, "Intervention", "exosome (bone marrow)");
  node("NCBIGene:114548", Kind::mediator, "Gene", "NLRP3");
  node("UBERON:0002371", Kind::source, "Source", "bone marrow");
  part.edges.push_back({0, 1, text("decreases"), -1, false});
  part.edges.push_back({0, 2, text("derives_from"), 0, false});
  part.documents.push_back({text("DOI:10.1/x"), text("10.1/x"), {}, {}, {}});
  part.tables.push_back({0, text("Table 3"), {}});
  part.records.push_back({0, text("4")});
  part.cells.push_back({0, text("result"), text("Suppression of NLRP3")});
  part.cells.push_back({0, text("source"), text("Bone marrow")});
  GraphPart::Witness effect;
  effect.text = {0, 20};
  effect.trigger = {0, 11};
  effect.object = {15, 20};
  effect.rule = text("noun_of");
  effect.references = {text("DOI:10.1/x#107"), text("DOI:10.1/x#108")};
  part.witnesses.push_back(effect);
  GraphPart::Witness slot;
  slot.edge = 1;
  slot.cell = 1;
  slot.text = {0, 11};
  slot.rule = text("column");
  part.witnesses.push_back(slot);
  GraphBuilder builder{std::move(ontology)};
  builder.add(part);
  return std::move(builder).freeze();
}

}  // namespace mechgraph
