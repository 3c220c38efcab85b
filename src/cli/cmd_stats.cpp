// stats: what a graph holds, counted.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
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
  std::string text;
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
  return text + '\n';
}

int run(Options const& options, Report& report) {
  Graph const graph = load_graph(options, report);
  Sink out = standard_output();
  auto const sections = summarise(graph);
  out.write(options.json ? as_json(sections) : as_text(sections));
  out.close();
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const stats_command;
Command const stats_command{
    "stats",
    "what a graph holds, counted by kind, type, relation, sign, basis, column, document",
    "INPUT...",
    "",
    "  mechgraph stats table.txt\n"
    "  mechgraph stats a.tsv b.tsv --json\n",
    takes::inputs | takes::json,
    run,
};

}  // namespace mechgraph
