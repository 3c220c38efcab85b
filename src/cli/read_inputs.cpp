// The inputs of the command line → tables and graphs.
#include "cli/read_inputs.hpp"

#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/error.hpp"
#include "cli/given_references.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/report.hpp"
#include "cli/suggest.hpp"
#include "interpret/role_lexicon.hpp"
#include "read/documents.hpp"
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
  read.every_table = options.every_table;
  Ontology const& ontology = lexicon.ontology();
  read.header_role = [&ontology](std::string_view header) { return ontology.column_role(header); };
  for (auto const& [header, role] : ontology.column_names()) read.known_headers.push_back(header);
  read.type_of_category = [&ontology](std::string_view category) { return ontology.biolink().type_of(category); };
  read.meaning_of_predicate = [&ontology](ForeignPredicate const& edge) { return ontology.biolink().meaning(edge); };
  read.curie_of_iri = [&ontology](std::string_view iri) { return ontology.curie(iri); };
  read.longest_form = [&lexicon, form = LongestForm{}](Role role, std::string_view text) mutable {
    if (!form) form = longest_form(lexicon.get());
    return form(role, text);
  };
  return read;
}

// That of --input-format; nullptr without the option.
Reader const* given_reader(Options const& options) {
  if (options.input_format.empty()) return nullptr;
  if (Reader const* reader = find_reader(options.input_format)) return reader;
  std::vector<std::string_view> names;
  for (Reader const* reader : readers()) names.push_back(reader->name);
  std::string hint = did_you_mean(options.input_format, names);
  throw Error("--input-format", "there is no reader '" + options.input_format + "'", hint.empty() ? "see 'mechgraph formats'" : hint);
}

// What went wrong with what was read, not with reading it.
struct Failure {
  std::exception_ptr cause;
};

template <class Batch>
std::function<void(Batch&&)> guarded(std::function<void(Batch&&)> const& take) {
  if (!take) return {};
  return [&take](Batch&& batch) {
    try {
      take(std::move(batch));
    } catch (Error const&) {
      throw Failure{std::current_exception()};
    }
  };
}

std::string all_of(ByteSource& source) {
  constexpr std::size_t block = std::size_t{1} << 20U;
  std::string bytes;
  for (std::size_t used = 0, got = block; got != 0; used += got) {
    bytes.resize(used + block);
    got = source.read(bytes.data() + used, block);
    bytes.resize(used + got);
  }
  return bytes;
}

class Documents {
 public:
  Documents(Report& report, ReadOptions const& options, Reader const* reader, ReadTarget target)
      : report_(report), options_(options), reader_(reader), target_(std::move(target)) {}

  void take_snapshots(std::function<void(Graph&&)> take, std::shared_ptr<Ontology const> ontology, Snapshot::Check check) {
    take_snapshot_ = std::move(take);
    ontology_ = std::move(ontology);
    check_ = check;
  }

  void read(Input& input, Diagnostics& diagnostics) {
    std::string const shown{diagnostics.input_name(input.number)};
    try {
      Reader const& reader = reader_ != nullptr ? *reader_ : reader_for(input, shown);
      if (reader.gives_graph && !target_.graph) throw Error(shown, "is a graph, not a table of records", "give it to another verb");
      if (!reader.in_blocks) read_rest(input, diagnostics);
      reader.read(input, options_, diagnostics, target_);
      if (reader.gives_graph) ++tally_.graphs;
    } catch (Error const& error) {
      return refuse(error, diagnostics);
    }
    ++tally_.used;
    show(diagnostics);
  }

  // A snapshot's bytes, or the file to map.
  void snapshot(ByteSource& source, std::string const& shown, std::string const& path) {
    if (!take_snapshot_) throw Error(shown, "is a graph, not a table of records", "give it to another verb");
    Graph graph = path.empty() ? Snapshot::from_bytes(all_of(source), shown, ontology_, Snapshot::Check::all)
                               : Snapshot::open(path, ontology_, check_);
    ++tally_.used;
    ++tally_.graphs;
    take_snapshot_(std::move(graph));
  }

  void refuse(Error const& error, Diagnostics const& diagnostics) {
    show(diagnostics);
    show_held();
    ++tally_.unusable;
    held_ = error;
  }

  void pass_over(Diagnostics const& diagnostics, std::size_t count) {
    tally_.passed_over += count;
    show(diagnostics);
  }

  InputTally finish() {
    if (tally_.used == 0 && tally_.unusable == 1 && held_) throw *held_;
    show_held();
    report_.say_hidden();
    if (tally_.used == 0) {
      throw Error("", tally_.unusable == 1 ? std::string{"nothing can be used"}
                                           : "none of the " + std::to_string(tally_.unusable) + " inputs can be used");
    }
    return tally_;
  }

 private:
  void show(Diagnostics const& diagnostics) {
    if (!diagnostics.empty()) show_held();
    report_.show(diagnostics);
  }

  // The message of the document before: held back, since that of an only one is thrown.
  void show_held() {
    if (!held_) return;
    report_.show(*held_);
    report_.finding();
    held_.reset();
  }

  Report& report_;
  ReadOptions const& options_;
  Reader const* reader_;
  ReadTarget target_;
  std::function<void(Graph&&)> take_snapshot_;
  std::shared_ptr<Ontology const> ontology_;
  Snapshot::Check check_ = Snapshot::Check::all;
  InputTally tally_;
  std::optional<Error> held_;
};

}  // namespace

InputTally read_inputs(Options const& options, LazyLexicon& lexicon, Report& report, std::function<void(RecordTable&&)> const& table,
                       std::function<void(GraphPart&&)> const& graph_part, std::function<void(Graph&&)> const& snapshot,
                       Snapshot::Check checks) {
  ReadOptions const read = read_options(options, lexicon);
  InputLimits limits;
  if (options.max_line > 0) limits.longest_line = options.max_line;
  limits.largest = options.max_size;
  std::optional<GivenReferences> references;
  if (!options.references.empty()) references.emplace(options.references, limits, report);
  std::function<void(RecordTable &&)> const take = [&](RecordTable&& read_table) {
    if (references) references->apply(read_table);
    table(std::move(read_table));
  };
  Documents documents{report, read, given_reader(options), ReadTarget{guarded(take), guarded(graph_part)}};
  documents.take_snapshots(guarded(snapshot), lexicon.shared_ontology(), checks);
  DocumentTarget const target{
      [&](Input& input, Diagnostics& diagnostics) { documents.read(input, diagnostics); },
      [&](Error const& error, Diagnostics const& diagnostics) { documents.refuse(error, diagnostics); },
      [&](Diagnostics const& diagnostics, std::size_t count) { documents.pass_over(diagnostics, count); },
      [&](ByteSource& source, std::string const& shown, std::string const& path) { documents.snapshot(source, shown, path); }};
  try {
    for (std::string const& name : options.inputs) for_each_document(name, limits, target);
  } catch (Failure const& failure) {
    std::rethrow_exception(failure.cause);
  }
  InputTally const tally = documents.finish();
  if (references) references->report(report);
  if (options.strict && report.findings() > 0) {
    std::string const number = std::to_string(report.findings()) + (report.findings() == 1 ? " finding" : " findings");
    throw Error("", number + ", and --strict makes them errors: nothing is written");
  }
  return tally;
}

}  // namespace mechgraph
