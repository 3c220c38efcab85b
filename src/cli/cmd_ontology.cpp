// ontology: our own schema and terms, for other programs and for reading.
#include "ontology/ontology.hpp"

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "ontology/turtle.hpp"

namespace mechgraph {
namespace {

// The format that -f or the ending of -o says; Turtle where neither does.
bool wants_table(Options const& options) {
  if (options.format == "tsv") return true;
  if (options.format == "ttl") return false;
  if (!options.format.empty()) throw Error("", "there is no format '" + options.format + "' for the ontology", "it is ttl or tsv");
  if (options.outputs.empty()) return false;
  if (options.outputs.front().ends_with(".tsv")) return true;
  if (options.outputs.front().ends_with(".ttl") || options.outputs.front() == "-") return false;
  throw Error(options.outputs.front(), "no format of the ontology has this ending", "name it .ttl or .tsv, or add -f");
}

int run(Options const& options, Report&) {
  if (options.outputs.size() > 1) throw Error("", "ontology writes one output at a time");
  bool const table = wants_table(options);
  bool const to_file = !options.outputs.empty() && options.outputs.front() != "-";
  Sink out = to_file ? Sink::to_file(options.outputs.front()) : standard_output();
  auto const ontology = load_ontology(options);
  if (table) {
    write_terms_tsv(*ontology, out);
  } else {
    write_turtle(*ontology, out);
  }
  out.close();
  return 0;
}

}  // namespace

extern Command const ontology_command;
Command const ontology_command{
    "ontology",
    "the schema and terms of this program, as Turtle or as a table",
    "[-f ttl|tsv] [-o OUT]",
    "Turtle (ttl) holds kinds, types, relations, terms and their hierarchy; the table (tsv) has one term a line.\n",
    "  mechgraph ontology -o schema.ttl\n"
    "  mechgraph ontology -f tsv | grep -i apoptosis\n",
    takes::outputs | takes::ontology,
    run,
};

}  // namespace mechgraph
