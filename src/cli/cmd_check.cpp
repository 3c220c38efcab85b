// check: what in a graph is contradicted, rests on a single work, was not understood or breaks the schema.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/findings.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "cli/suggest.hpp"
#include "exporters/escape.hpp"
#include "exporters/json.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t shown_at_most = 10;  // of one kind, in text, without --all

std::string place_of(Finding const& finding) {
  if (finding.document.empty()) return {};
  return finding.document + ", " + finding.table + ", row " + finding.record;
}

// The position in finding_kinds() after the last finding of the kind at `first`.
std::size_t end_of_kind(std::vector<Finding> const& all, std::size_t first) {
  std::size_t last = first;
  while (last < all.size() && all[last].kind == all[first].kind) ++last;
  return last;
}

std::string as_text(Findings const& findings, bool show_all) {
  std::string text;
  auto const& all = findings.all;
  for (std::size_t first = 0; first < all.size(); first = end_of_kind(all, first)) {
    std::size_t const last = end_of_kind(all, first);
    FindingKind const& kind = finding_kinds()[all[first].kind];
    if (!text.empty()) text += '\n';
    text += wrapped(std::string{kind.name} + " (" + std::string{name(kind.level)} + ", " + std::to_string(last - first) +
                        "): " + std::string{kind.meaning},
                    screen_columns, "");
    std::size_t const shown = show_all ? last - first : std::min(last - first, shown_at_most);
    for (std::size_t i = first; i < first + shown; ++i) {
      text += wrapped(screen_text(all[i].message), screen_columns - 2, "  ");
      if (all[i].details.empty() && !all[i].document.empty()) text += wrapped(screen_text(place_of(all[i])), screen_columns - 6, "      ");
      for (std::string const& detail : all[i].details) {
        bool const is_quote = detail.starts_with("  ");
        if (!is_quote && detail == all[i].message) continue;
        text +=
            wrapped(screen_text(is_quote ? std::string_view{detail}.substr(2) : detail), screen_columns - 6, is_quote ? "      " : "    ");
      }
    }
    if (shown < last - first) text += "  and " + std::to_string(last - first - shown) + " more: --all shows them\n";
  }
  return text;
}

std::string as_json(Graph const& graph, Findings const& findings) {
  TextBuffer text;
  JsonWriter json{text};
  json.begin_object();
  json.key("findings").begin_array();
  for (Finding const& finding : findings.all) {
    FindingKind const& kind = finding_kinds()[finding.kind];
    json.begin_object();
    json.key("level").value(name(kind.level));
    json.key("kind").value(kind.name);
    json.key("message").value(finding.message);
    json.member("document", finding.document);
    json.member("table", finding.table);
    json.member("record", finding.record);
    json.key("nodes").begin_array();
    for (NodeId const node : finding.nodes) json.value(graph.node(node).id);
    json.end_array();
    json.key("edges").begin_array();
    for (EdgeId const edge : finding.edges) json.value(graph.content_id(edge));
    json.end_array();
    json.key("names").begin_array();
    for (std::string const& each : finding.names) json.value(each);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("complete").value(findings.remarks.empty());
  json.end_object();
  text += '\n';
  return text.str();
}

// A cell of a tab-separated line: white space of any kind is a space.
std::string cell(std::string_view text) { return screen_text(text); }

std::string as_tsv(Graph const& graph, Findings const& findings) {
  std::string text = "level\tkind\tmessage\tdocument\ttable\trecord\tnodes\tedges\tnames\n";
  auto const list = [&](auto const& items, auto const& print) {
    std::string joined;
    for (auto const& item : items) joined += (joined.empty() ? "" : "|") + cell(print(item));
    return joined;
  };
  for (Finding const& finding : findings.all) {
    FindingKind const& kind = finding_kinds()[finding.kind];
    text.append(name(kind.level)).append("\t").append(kind.name).append("\t").append(cell(finding.message)).append("\t");
    text.append(cell(finding.document)).append("\t").append(cell(finding.table)).append("\t").append(cell(finding.record)).append("\t");
    text += list(finding.nodes, [&](NodeId node) { return std::string{graph.node(node).id}; }) + '\t';
    text += list(finding.edges, [&](EdgeId edge) { return graph.content_id(edge); }) + '\t';
    text += list(finding.names, [](std::string const& each) { return each; }) + '\n';
  }
  return text;
}

// The kinds for which the exit code is 1, by --fail-on.
std::vector<bool> failing_kinds(std::vector<std::string> const& asked) {
  auto const& kinds = finding_kinds();
  std::vector<bool> failing(kinds.size());
  std::vector<std::string_view> known;
  for (Level const level : {Level::error, Level::warning, Level::note}) known.push_back(name(level));
  for (FindingKind const& kind : kinds) known.push_back(kind.name);
  for (std::string const& word : asked.empty() ? std::vector<std::string>{std::string{name(Level::warning)}} : asked) {
    auto const place = std::ranges::find(known, word);
    if (place == known.end()) {
      std::string hint = did_you_mean(word, known);
      if (hint.empty()) hint = "the levels are error, warning and note; 'mechgraph check --help' lists the kinds";
      throw Error("--fail-on", "there is no level or kind '" + word + "'", std::move(hint));
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      auto const level = static_cast<std::size_t>(place - known.begin());
      if (kinds[i].name == word || (level < 3 && static_cast<std::size_t>(kinds[i].level) <= level)) failing[i] = true;
    }
  }
  return failing;
}

int run(Options const& options, Report& report) {
  auto const failing = failing_kinds(options.fail_on);
  Tally tally;
  tally.keep_words = true;
  Graph const graph = load_graph(options, report, tally);
  Findings const findings = find_doubts(graph, tally.not_understood);
  std::array<std::size_t, 3> levels{};
  bool fails = report.findings() > 0;
  for (Finding const& finding : findings.all) {
    ++levels[static_cast<std::size_t>(finding_kinds()[finding.kind].level)];
    fails = fails || failing[finding.kind];
  }
  Sink out = standard_output();
  out.write(options.json ? as_json(graph, findings) : options.tsv ? as_tsv(graph, findings) : as_text(findings, options.all));
  out.close();
  for (std::string const& remark : findings.remarks) report.say("mechgraph: " + remark);
  std::string const summary =
      counted(levels[0], "error", "errors") + ", " + counted(levels[1], "warning", "warnings") + ", " + counted(levels[2], "note", "notes");
  if (fails && options.strict) throw Error("", summary + ", and --strict makes them errors");
  report.say("mechgraph: " + summary);
  return fails ? 1 : 0;
}

}  // namespace

extern Command const check_command;
Command const check_command{
    "check",
    "contradictions, claims of a single work, words not understood, breaks of the schema",
    "INPUT...",
    "Kinds, by level:\n"
    "  error    sign, unwitnessed\n"
    "  warning  contested, denied, domain, range\n"
    "  note     explained, incoherent, indirect, single_work, lost_with_work, unresolved, not_understood\n"
    "Opposite claims are contested unless a qualifier (model, dose, cell type ...) or, between preparations of one thing,\n"
    "a source or modifier keeps all their witnesses apart: then they are explained by it. Works are counted by what is\n"
    "cited: a witness rests on its references, without any on its document.\n"
    "Exit: 0 no finding that --fail-on names; 1 some; 2 with --strict.\n",
    "  mechgraph check table.txt\n"
    "  mechgraph check graph.jsonl --fail-on contested --fail-on error --json\n"
    "  mechgraph check graph.jsonl --all --tsv > findings.tsv\n",
    takes::inputs | takes::json | takes::tsv | takes::check | takes::all,
    run,
};

}  // namespace mechgraph
