// Inputs → tables → statements → graph: the pipeline as the verbs run it.
#include "cli/load.hpp"

#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "cli/options.hpp"
#include "cli/report.hpp"
#include "graph/builder.hpp"
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

// The words of a table that no rule understood.
void keep_words(Tally& tally, std::string_view document, RecordTable const& table, std::vector<RecordStatements> const& records) {
  for (RecordStatements const& record : records) {
    for (Words const& words : record.remainder) {
      tally.not_understood.push_back({std::string{document}, table_name(table), std::string{record.record->id}, name(words.field),
                                      std::string{cut(words.cell, words.text)}});
    }
  }
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
  std::optional<Graph> only;  // a snapshot, as long as nothing else was read
  bool is_empty = true;
  auto const join = [&] {
    if (only) builder.merge(*only);
    only.reset();
    is_empty = false;
  };
  std::set<std::string> documents;
  auto const add_table = [&](RecordTable&& table) {
    join();
    Document const& document = table.document;
    documents.insert(document.doi + '\n' + document.pmid + '\n' + document.pmcid + '\n' + document.title);
    if (!table.continues) ++tally.tables;
    tally.records += table.records.size();
    tally.skipped_rows += table.skipped.size();
    for (Record const& record : table.records) {
      if (!record.doubt.empty()) ++tally.uncertain_rows;
    }
    if (!interpreter) interpreter.emplace(lexicon.get());
    std::vector<RecordStatements> const statements = interpreter->interpret(table);
    for (RecordStatements const& record : statements) count(tally, record, *ontology);
    GraphPart part;
    lower(table, statements, *ontology, part);
    if (tally.keep_words && !part.documents.empty()) keep_words(tally, part.strings.view(part.documents.front().id), table, statements);
    builder.add(part);
  };
  auto const add_part = [&](GraphPart&& part) {
    join();
    builder.add(part);
  };
  auto const add_snapshot = [&](Graph&& graph) {
    if (is_empty && !only) {
      only = std::move(graph);
      return;
    }
    join();
    builder.merge(graph);
  };
  tally.inputs = read_inputs(options, lexicon, report, add_table, add_part, add_snapshot, check);
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
