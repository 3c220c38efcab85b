// RDF statements → a part of a graph.
#include "read/rdf_part.hpp"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/rdf_names.hpp"
#include "read/rdf_index.hpp"
#include "read/rdf_own.hpp"
#include "read/rdf_rows.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// What our own modelling leaves: statements of others.
class OtherRdf {
 public:
  OtherRdf(RdfIndex& index, RdfRows& rows, OwnRdf const& own, ReadOptions const& options)
      : index_(index), rows_(rows), own_(own), options_(options) {}

  std::size_t languages = 0, datatypes = 0, placeless = 0;

  void read() {
    for (StringId const subject : index_.subjects()) {
      auto const all = index_.of(subject);
      bool const is_place = own_.is_place(subject);
      auto const edge = own_.edge_row(subject);
      if (!is_place) count_marks(all);
      if (!is_place && !edge) name(subject, all);
      for (std::uint32_t i = all.begin; i < all.end; ++i) {
        if (index_.is_used(i)) continue;
        RdfIndex::Row const& row = index_.row(i);
        std::string_view const object = index_.terms().view(row.object);
        if (is_place) {
          ++placeless;
        } else if (edge) {
          std::string const value = RdfIndex::is_literal(object) ? std::string{object.substr(1)} : rows_.identifier(row.object);
          rows_.part.edge_attributes.push_back({*edge, rows_.attribute_name(row.property), rows_.text(value)});
        } else if (RdfIndex::is_literal(object)) {
          std::uint32_t const owner = rows_.node(subject);
          rows_.part.node_attributes.push_back({owner, rows_.attribute_name(row.property), rows_.text(object.substr(1))});
        } else if (row.property == type_) {
          std::uint32_t const owner = rows_.node(subject);
          rows_.part.node_attributes.push_back({owner, rows_.text("rdf:type"), rows_.text(rows_.identifier(row.object))});
        } else if (!own_.repeats_edge(row)) {
          add_edge(row);
        }
      }
    }
  }

 private:
  // Makes the node of a subject that says anything but repeated edges, and so uses its label and types.
  void name(StringId subject, RdfIndex::Range all) {
    for (std::uint32_t i = all.begin; i < all.end; ++i) {
      if (!index_.is_used(i) && !own_.repeats_edge(index_.row(i))) rows_.node(subject);
    }
  }

  void count_marks(RdfIndex::Range all) {
    for (std::uint32_t i = all.begin; i < all.end; ++i) {
      if ((index_.row(i).marks & RdfStatements::tagged) != 0) ++languages;
      if ((index_.row(i).marks & RdfStatements::typed) != 0 && !index_.is_used(i)) ++datatypes;
    }
  }

  // A relation of ours by its own name, where the property is one.
  std::string relation_name(StringId property) {
    std::string const own = rows_.decoded(property, "<" + std::string{own_namespace});
    return own.empty() || own.find('/') != std::string::npos ? rows_.identifier(property) : own;
  }

  void add_edge(RdfIndex::Row const& row) {
    std::string const relation = relation_name(row.property);
    GraphPart::Edge edge;
    edge.subject = rows_.node(row.subject);
    edge.object = rows_.node(row.object);
    edge.relation = rows_.text(relation);
    bool is_whole = true;
    if (options_.meaning_of_predicate) {
      EdgeMeaning const meaning = options_.meaning_of_predicate({.predicate = relation});
      edge.relation = rows_.text(meaning.relation);
      edge.sign = meaning.sign;
      is_whole = meaning.whole || meaning.relation == relation;
    }
    rows_.part.edges.push_back(edge);
    if (!is_whole) {
      auto const number = static_cast<std::uint32_t>(rows_.part.edges.size() - 1);
      rows_.part.edge_attributes.push_back({number, rows_.text("predicate"), rows_.text(relation)});
    }
    GraphPart::Witness& witness = rows_.part.witnesses.emplace_back();
    witness.edge = static_cast<std::uint32_t>(rows_.part.edges.size() - 1);
    witness.cell = cell(row);
  }

  // Each statement is a record of its own, named by what it says, so that one that stands in two files is one; else all paths through a
  // file would be those of one record.
  std::uint32_t cell(RdfIndex::Row const& row) {
    if (row.graph != graph_ || !table_) {
      graph_ = row.graph;
      GraphPart::Document document;
      document.id = rows_.text(graph_ == StringId{} ? "MECHGRAPH:D" + index_.statements().content_digest() : rows_.identifier(graph_));
      rows_.part.documents.push_back(document);
      rows_.part.tables.push_back({static_cast<std::uint32_t>(rows_.part.documents.size() - 1), rows_.text("#1"), {}});
      table_ = static_cast<std::uint32_t>(rows_.part.tables.size() - 1);
    }
    std::string content;
    for (StringId const term : {row.subject, row.property, row.object}) content.append(index_.terms().view(term)).append(1, ' ');
    rows_.part.records.push_back({*table_, rows_.text(digest(content).substr(0, 16))});
    rows_.part.cells.push_back({static_cast<std::uint32_t>(rows_.part.records.size() - 1), rows_.text(mechgraph::name(Role::other)), {}});
    return static_cast<std::uint32_t>(rows_.part.cells.size() - 1);
  }

  RdfIndex& index_;
  RdfRows& rows_;
  OwnRdf const& own_;
  ReadOptions const& options_;
  StringId type_ = index_.terms().intern(rdf_type);
  StringId graph_{};
  std::optional<std::uint32_t> table_;  // of graph_
};

}  // namespace

void hand_out_rdf(RdfStatements statements, Input const& input, ReadOptions const& options, Diagnostics& diagnostics,
                  ReadTarget const& target) {
  auto const note = [&](Severity severity, std::string message, std::string hint = {}) {
    diagnostics.add({severity, Caret{input.number, 0, 0}, std::move(message), std::move(hint), ""});
  };
  if (statements.rows.empty()) note(Severity::note, "it holds no statement");
  say_replaced(diagnostics, input.number, statements.replaced);
  if (std::size_t const blanks = statements.blank_count(); blanks > 0) {
    note(Severity::note, counted(blanks, "blank node has an identifier", "blank nodes have identifiers") + " made from the content");
  }
  if (statements.relative_iris > 0) {
    note(Severity::note, counted(statements.relative_iris, "IRI is", "IRIs are") + " relative, and there is no @base",
         "they are taken as our own; declare a @base");
  }
  RdfIndex index{std::move(statements)};
  RdfRows rows{index, options};
  OwnRdf own{index, rows, input, diagnostics};
  own.read();
  OtherRdf other{index, rows, own, options};
  other.read();
  if (other.languages + other.datatypes > 0) {
    note(Severity::note, counted(other.languages, "language tag", "language tags") + " and " +
                             counted(other.datatypes, "datatype", "datatypes") + " of literals are not kept, their text is");
  }
  if (other.placeless > 0) {
    note(Severity::warning,
         counted(other.placeless, "statement", "statements") + " about evidence, records or documents have no place in a graph",
         "they are left out");
  }
  target.graph(std::move(rows.part));
}

}  // namespace mechgraph
