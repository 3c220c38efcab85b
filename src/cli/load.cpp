// Inputs → tables → statements → graph: the pipeline as the verbs run it.
#include "cli/load.hpp"

#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/error.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/suggest.hpp"
#include "graph/builder.hpp"
#include "graph/lower.hpp"
#include "interpret/interpreter.hpp"
#include "interpret/role_lexicon.hpp"
#include "read/input.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

ReadOptions read_options(Options const& options, LazyLexicon& lexicon) {
  ReadOptions read;
  read.document = options.document;
  read.table = options.table;
  read.caption = options.caption;
  read.legends = options.legends;
  read.columns = options.columns;
  Ontology const& ontology = lexicon.ontology();
  read.header_role = [&ontology](std::string_view header) { return ontology.column_role(header); };
  for (auto const& [header, role] : ontology.column_names()) read.known_headers.push_back(header);
  read.longest_form = [&lexicon, form = LongestForm{}](Role role, std::string_view text) mutable {
    if (!form) form = longest_form(lexicon.get());
    return form(role, text);
  };
  return read;
}

Reader const& reader_of(Options const& options, Input const& input) {
  if (options.input_format.empty()) return reader_for(input);
  if (Reader const* reader = find_reader(options.input_format)) return *reader;
  std::vector<std::string_view> names;
  for (Reader const* reader : readers()) names.push_back(reader->name);
  std::string hint = did_you_mean(options.input_format, names);
  throw Error("--input-format", "there is no reader '" + options.input_format + "'", hint.empty() ? "see 'mechgraph formats'" : hint);
}

void count(Tally& tally, TermOrWords const& part) {
  if (auto const* words = std::get_if<Unresolved>(&part)) ++tally.unresolved[words->words];
}

void count(Tally& tally, Entity const& entity) {
  if (auto const* words = std::get_if<Unresolved>(&entity)) ++tally.unresolved[words->words];
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
  return options.ontology.empty() ? Ontology::builtin() : Ontology::from_directory(options.ontology);
}

std::size_t read_inputs(Options const& options, LazyLexicon& lexicon, Report& report, std::function<void(RecordTable&&)> const& table,
                        std::function<void(GraphPart&&)> const& graph_part) {
  ReadOptions const read = read_options(options, lexicon);
  InputLimits limits;
  if (options.max_line > 0) limits.longest_line = options.max_line;
  std::size_t usable = 0;
  std::size_t graphs = 0;
  for (std::string const& name : options.inputs) {
    Diagnostics diagnostics;
    try {
      Input const input = open_input(name, limits, diagnostics);
      Reader const& reader = reader_of(options, input);
      if (reader.gives_graph && !graph_part) throw Error(name, "is a graph, not a table of records", "give it to another verb");
      reader.read(input, read, diagnostics, ReadTarget{table, graph_part});
      ++usable;
      if (reader.gives_graph) ++graphs;
      report.show(diagnostics);
    } catch (Error const& error) {
      report.show(diagnostics);
      if (options.inputs.size() == 1) throw;
      report.show(error);
      report.finding();
    }
  }
  if (usable == 0) throw Error("", "none of the " + std::to_string(options.inputs.size()) + " inputs can be used");
  if (options.strict && report.findings() > 0) {
    std::string const number = std::to_string(report.findings()) + (report.findings() == 1 ? " finding" : " findings");
    throw Error("", number + ", and --strict makes them errors: nothing is written");
  }
  return graphs;
}

Graph load_graph(Options const& options, Report& report, Tally& tally) {
  auto const ontology = load_ontology(options);
  LazyLexicon lexicon{ontology};
  std::optional<Interpreter> interpreter;
  GraphBuilder builder{ontology};
  std::set<std::string> documents;
  auto const add_table = [&](RecordTable&& table) {
    Document const& document = table.document;
    documents.insert(document.doi + '\n' + document.pmid + '\n' + document.pmcid + '\n' + document.title);
    ++tally.tables;
    tally.records += table.records.size();
    tally.skipped_rows += table.skipped.size();
    if (!interpreter) interpreter.emplace(lexicon.get());
    std::vector<RecordStatements> const statements = interpreter->interpret(table);
    for (RecordStatements const& record : statements) count(tally, record, *ontology);
    GraphPart part;
    lower(table, statements, *ontology, part);
    if (tally.keep_words && !part.documents.empty()) keep_words(tally, part.strings.view(part.documents.front().id), table, statements);
    builder.add(part);
  };
  auto const add_part = [&](GraphPart&& part) { builder.add(part); };
  tally.graphs = read_inputs(options, lexicon, report, add_table, add_part);
  tally.documents = documents.size();
  return std::move(builder).freeze();
}

Graph load_graph(Options const& options, Report& report) {
  Tally tally;
  return load_graph(options, report, tally);
}

}  // namespace mechgraph
