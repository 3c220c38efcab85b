// stats: what a graph holds, counted.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/matrix.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "cli/selected.hpp"
#include "exporters/json.hpp"
#include "query/summary.hpp"

namespace mechgraph {
namespace {

std::string as_text(std::vector<SummarySection> const& sections) {
  std::string text;
  for (SummarySection const& each : sections) {
    if (!text.empty()) text += '\n';
    text += std::string{each.title} + '\n';
    for (auto const& [key, number] : each.rows) text += "  " + padded(screen_text(key), 36) + ' ' + std::to_string(number) + '\n';
  }
  return text;
}

std::string as_json(std::vector<SummarySection> const& sections) {
  TextBuffer text;
  JsonWriter json{text};
  json.begin_object();
  for (SummarySection const& each : sections) {
    std::string key{each.title};
    std::ranges::replace(key, ' ', '_');
    json.key(key).begin_object();
    for (auto const& [row, number] : each.rows) json.data_key(row).value(number);
    json.end_object();
  }
  json.end_object();
  text += '\n';
  return text.str();
}

std::string as_tsv(std::vector<SummarySection> const& sections) {
  std::string text = "section\tname\tnumber\n";
  for (SummarySection const& each : sections) {
    for (auto const& [key, number] : each.rows)
      text += std::string{each.title} + '\t' + screen_text(key) + '\t' + std::to_string(number) + '\n';
  }
  return text;
}

// What the columns of the tables held, and how much of it was understood; nothing where no table was read.
void add_columns(Tally const& tally, std::vector<SummarySection>& sections) {
  constexpr std::array<std::pair<std::string_view, std::size_t ColumnTally::*>, 2> counts{
      {{"cells by column", &ColumnTally::cells}, {"pieces of text not understood by column", &ColumnTally::remainders}}};
  for (auto const& [title, count] : counts) {
    SummarySection section{title, {}};
    for (std::size_t role = 0; role < tally.columns.size(); ++role) {
      if (tally.columns[role].*count > 0) section.rows.emplace_back(role_names[role], tally.columns[role].*count);
    }
    if (!section.rows.empty()) sections.push_back(std::move(section));
  }
}

std::string matrix(Options const& options, Graph const& graph) {
  std::size_t const comma = std::min(options.matrix.find(','), options.matrix.size());
  if (comma == options.matrix.size()) throw Error("--matrix", "needs two kinds, parted by a comma", "such as source,outcome");
  Coverage const found =
      coverage(graph, kind_of("--matrix", options.matrix.substr(0, comma)), kind_of("--matrix", options.matrix.substr(comma + 1)));
  if (!options.format.empty()) return matrix_dot(graph, found);
  return options.json ? matrix_json(graph, found) : options.tsv ? matrix_tsv(graph, found) : matrix_text(graph, found);
}

int run(Options const& options, Report& report) {
  if (!options.format.empty() && options.matrix.empty()) throw Error("", "--dot draws a matrix", "such as --matrix source,outcome --dot");
  Tally tally;
  Graph const graph = load_graph(options, report, tally);
  Sink out = standard_output();
  if (!options.matrix.empty()) {
    out.write(matrix(options, graph));
  } else {
    auto sections = summarise(graph);
    add_columns(tally, sections);
    out.write(options.json ? as_json(sections) : options.tsv ? as_tsv(sections) : as_text(sections));
  }
  out.close();
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const stats_command;
Command const stats_command{
    "stats",
    "what a graph holds, counted by kind, type, relation, sign, basis, column, document",
    "INPUT...",
    "A matrix has a line for each thing of the first kind and a column for each of the second that an effect of it, or of a\n"
    "preparation made of it, reaches: +2−1 is two works that say it raises it and one that says it lowers it.\n"
    "Of tables, 'records by column' beside 'cells by column' says how much of a column was understood.\n",
    "  mechgraph stats table.txt\n"
    "  mechgraph stats table.txt --matrix source,outcome\n"
    "  mechgraph stats table.txt --matrix derivative,mediator --dot | dot -Tsvg > heat.svg\n"
    "  mechgraph stats a.tsv b.tsv --json\n",
    takes::inputs | takes::json | takes::tsv | takes::matrix | takes::dot,
    run,
};

}  // namespace mechgraph
