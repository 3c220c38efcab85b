// Inputs → tables → statements → graph: the pipeline as the verbs run it.
#include "cli/load.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "base/ordered_work.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "graph/builder.hpp"
#include "graph/extract.hpp"
#include "graph/lower.hpp"
#include "interpret/interpreter.hpp"
#include "ontology/vocabulary.hpp"

namespace mechgraph {
namespace {

void count(Tally& tally, TermOrWords const& part) {
  if (auto const* words = std::get_if<Unresolved>(&part); words != nullptr && !words->is_composed()) ++tally.unresolved[words->words];
}

void count(Tally& tally, Entity const& entity) {
  if (auto const* words = std::get_if<Unresolved>(&entity); words != nullptr && !words->is_composed()) ++tally.unresolved[words->words];
  if (auto const* preparation = std::get_if<Preparation>(&entity)) {
    count(tally, preparation->derivative);
    for (auto const& source : preparation->source) count(tally, source);
    for (auto const& modifier : preparation->modifiers) count(tally, modifier.object);
  }
}

void count(Tally& tally, RecordStatements const& record, Ontology const& ontology) {
  std::size_t said = 0;
  for (Statement const& statement : record.statements) {
    if (ontology.relation(statement.relation).relation_class == RelationClass::slot) {
      ++tally.slots;
    } else {
      ++tally.statements[static_cast<std::size_t>(statement.basis)];
      ++said;
      count(tally, statement.object);
    }
    if (said == 1) count(tally, statement.subject);
  }
  if (said == 0) ++tally.silent_records;
  tally.remainders += record.remainder.size();
}

void count_columns(Tally& tally, RecordStatements const& record) {
  for (Cell const& cell : record.record->cells) {
    if (!cell.text.empty()) ++tally.columns[static_cast<std::size_t>(cell.role)].cells;
  }
  for (Words const& words : record.remainder) ++tally.columns[static_cast<std::size_t>(words.field)].remainders;
}

// The words of a table that no rule understood.
void keep_words(Tally& tally, std::string_view document, RecordTable const& table, std::vector<RecordStatements> const& records) {
  for (RecordStatements const& record : records) {
    for (Words const& words : record.remainder) {
      tally.not_understood.push_back({std::string{document}, table_name(table), std::string{record.record->id}, name(words.field),
                                      std::string{cut(words.cell, words.text)}});
    }
  }
}

// What a batch of the input gave: rows of the graph, and counts.
struct Piece {
  GraphPart part;
  Tally tally;
};

Piece piece_of(RecordTable const& table, Interpreter const& interpreter, Ontology const& ontology, bool keeps_words) {
  Piece piece;
  Tally& tally = piece.tally;
  if (!table.continues) ++tally.tables;
  tally.records += table.records.size();
  tally.skipped_rows += table.skipped.size();
  for (Record const& record : table.records) {
    if (!record.doubt.empty()) ++tally.uncertain_rows;
  }
  std::vector<RecordStatements> const statements = interpreter.interpret(table);
  for (RecordStatements const& record : statements) {
    count(tally, record, ontology);
    count_columns(tally, record);
  }
  lower(table, statements, ontology, piece.part);
  if (keeps_words && !piece.part.documents.empty()) {
    keep_words(tally, piece.part.strings.view(piece.part.documents.front().id), table, statements);
  }
  return piece;
}

// What the pieces counted; not how many inputs and documents there were.
void add(Tally& sum, Tally&& piece) {
  sum.tables += piece.tables;
  sum.records += piece.records;
  sum.skipped_rows += piece.skipped_rows;
  sum.uncertain_rows += piece.uncertain_rows;
  for (std::size_t basis = 0; basis < sum.statements.size(); ++basis) sum.statements[basis] += piece.statements[basis];
  sum.slots += piece.slots;
  sum.silent_records += piece.silent_records;
  sum.remainders += piece.remainders;
  for (std::size_t role = 0; role < sum.columns.size(); ++role) {
    sum.columns[role].cells += piece.columns[role].cells;
    sum.columns[role].remainders += piece.columns[role].remainders;
  }
  for (auto const& [words, times] : piece.unresolved) sum.unresolved[words] += times;
  std::ranges::move(piece.not_understood, std::back_inserter(sum.not_understood));
}

}  // namespace

std::shared_ptr<Ontology const> load_ontology(Options const& options) {
  auto vocabulary = options.vocabulary.empty() ? nullptr : Vocabulary::open(options.vocabulary);
  if (!options.ontology.empty()) return Ontology::from_directory(options.ontology, std::move(vocabulary));
  return vocabulary ? Ontology::from_tables({}, std::move(vocabulary)) : Ontology::builtin();
}

Graph load_graph(Options const& options, Report& report, Tally& tally, Snapshot::Check check) {
  auto const ontology = load_ontology(options);
  LazyLexicon lexicon{ontology};
  std::optional<Interpreter> interpreter;
  GraphBuilder builder{ontology};
  using Input = std::variant<GraphPart, RecordTable, Graph>;
  OrderedWork<Input, Piece> work{options.jobs,
                                 [&](Input&& input) {
                                   if (auto* const part = std::get_if<GraphPart>(&input)) return Piece{std::move(*part), {}};
                                   if (auto const* const graph = std::get_if<Graph>(&input)) return Piece{extract(*graph), {}};
                                   return piece_of(std::get<RecordTable>(input), *interpreter, *ontology, tally.keep_words);
                                 },
                                 [&](Piece&& piece) {
                                   add(tally, std::move(piece.tally));
                                   builder.add(piece.part);
                                 }};
  std::optional<Graph> only;  // a snapshot, as long as nothing else was read
  bool is_empty = true;
  auto const join = [&] {
    if (only) work.add(std::move(*only));
    only.reset();
    is_empty = false;
  };
  std::set<std::string> documents;
  auto const add_table = [&](RecordTable&& table) {
    join();
    Document const& document = table.document;
    documents.insert(document.doi + '\n' + document.pmid + '\n' + document.pmcid + '\n' + document.title);
    if (!interpreter) interpreter.emplace(lexicon.get());
    work.add(std::move(table));
  };
  auto const add_part = [&](GraphPart&& part) {
    join();
    work.add(std::move(part));
  };
  auto const add_snapshot = [&](Graph&& graph) {
    if (is_empty && !only) {
      only = std::move(graph);
      return;
    }
    join();
    work.add(std::move(graph));
  };
  InputTally const inputs = read_inputs(options, lexicon, report, add_table, add_part, add_snapshot, check);
  work.finish();
  tally.inputs = inputs;
  tally.documents = documents.size();
  return only ? std::move(*only) : std::move(builder).freeze();
}

Graph load_graph(Options const& options, Report& report) {
  Tally tally;
  return load_graph(options, report, tally);
}

Graph load_graph_to_ask(Options const& options, Report& report) {
  Tally tally;
  return load_graph(options, report, tally, options.strict ? Snapshot::Check::all : Snapshot::Check::used);
}

}  // namespace mechgraph
