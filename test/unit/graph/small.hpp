// A few terms, and graphs written by hand in a line or two.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/graph_part.hpp"
#include "graph/builder.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

// The program's types and relations with a handful of terms.
inline std::shared_ptr<Ontology const> test_ontology() {
  static auto const ontology =
      Ontology::from_tables({{"terms",
                              "key\ttype\tpreferred_label\tshort_label\tcurie\tmatch\tvalence\txrefs\tverified_in\tnote\n"
                              "alf\tDisease\tacute liver failure\tALF\tMONDO:0019542\texact\t-1\t\t\t\n"
                              "bone_marrow\tSource\tbone marrow\t\tUBERON:0002371\texact\t\tMESH:D001853\t\t\n"
                              "exosome\tDerivative\textracellular exosome\texosome\tGO:0070062\texact\t\t\t\t\n"
                              "liver_failure\tDisease\tliver failure\t\tMONDO:0100192\texact\t-1\t\t\t\n"
                              "liver_function\tPhenotype\tliver function\t\tOBI:1\tbroad\t1\t\t\t\n"
                              "mouse\tOrganism\tMus musculus\tmouse\tNCBITaxon:10090\texact\t\t\t\t\n"
                              "nlrp3\tGene\tNLRP3\t\tNCBIGene:114548\texact\t\tHGNC:16400\t\t\n"
                              "smgo\tMaterial\tSMGO\t\t\tnone\t\t\t\t\n"
                              "tnf\tGene\tTNF\t\tNCBIGene:7124\texact\t\t\t\t\n"
                              "umbilical_cord\tSource\tumbilical cord\t\tUBERON:0002331\texact\t\t\t\t\n"
                              "vesicle\tDerivative\textracellular vesicle\t\tGO:1903561\texact\t\t\t\t\n"},
                             {"synonyms",
                              "form\tkey\tinverse\n"
                              "ALF\talf\t0\n"
                              "TNF-alpha\ttnf\t0\n"
                              "exosomes\texosome\t0\n"
                              "hepatic dysfunction\tliver_function\t1\n"},
                             {"hierarchy",
                              "child\trelation\tparent\tsource\n"
                              "alf\tis_a\tliver_failure\tMONDO\n"
                              "exosome\tis_a\tvesicle\tGO\n"},
                             {"ambiguous", "form\tcandidates\tfallback\trule\n"}});
  return ontology;
}

// Writes parts by names: said("4", "a", "decreases", -1, "b") is a statement of record 4.
class Sketch {
 public:
  Sketch() {
    part.documents.push_back({text("DOI:10.1/x"), text("10.1/x"), {}, {}, text("A review")});
    part.tables.push_back({0, text("Table 3"), text("What was seen")});
  }

  StringId text(std::string_view view) { return part.strings.intern(view); }

  // A node by id; declared() gives it a type, else it is a term or foreign to the ontology.
  std::uint32_t node(std::string const& id) {
    auto const [place, is_new] = nodes_.try_emplace(id, static_cast<std::uint32_t>(part.nodes.size()));
    if (is_new) part.nodes.push_back({text(id), Kind::context, StringId{}, StringId{}, 0});
    return place->second;
  }
  void declared(std::string const& id, std::string_view type, std::string_view label = {}) {
    auto& row = part.nodes[node(id)];
    row.type = text(type);
    row.label = text(label);
  }

  // A statement of a record, with an empty cell; the witness is returned so that a test can say more of it.
  GraphPart::Witness& said(std::string const& record, std::string const& subject, std::string_view relation, int sign,
                           std::string const& object, Basis basis = Basis::stated, bool negated = false) {
    part.edges.push_back({node(subject), node(object), text(relation), static_cast<std::int8_t>(sign), negated});
    auto const [place, is_new] = cells_.try_emplace(record, static_cast<std::uint32_t>(part.cells.size()));
    if (is_new) {
      part.records.push_back({0, text(record)});
      part.cells.push_back({static_cast<std::uint32_t>(part.records.size() - 1), text("result"), StringId{}});
    }
    GraphPart::Witness witness;
    witness.edge = static_cast<std::uint32_t>(part.edges.size() - 1);
    witness.cell = place->second;
    witness.rule = text("test");
    witness.basis = basis;
    part.witnesses.push_back(witness);
    return part.witnesses.back();
  }

  [[nodiscard]] Graph graph() const {
    GraphBuilder builder{test_ontology()};
    builder.add(part);
    return std::move(builder).freeze();
  }

  GraphPart part;

 private:
  std::map<std::string, std::uint32_t> nodes_, cells_;
};

}  // namespace mechgraph
