// diff: what changed from one graph to another, sign flips first.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "exporters/json.hpp"
#include "query/difference.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t shown_at_most = 10;  // of one kind, in text, without --all

class Told {
 public:
  Told(Graph const& before, Graph const& after, Difference const& difference) : before_(before), after_(after), difference_(difference) {}

  std::string as_text(bool show_all) {
    show_all_ = show_all;
    Difference const& d = difference_;
    group("sign flips", d.flips, [&](Flip const& flip) {
      say(sentence(before_, flip.before) + ", now: " + sentence(after_, flip.after), "  ");
      said("was", before_, flip.before);
      said("is", after_, flip.after);
    });
    group("nodes removed", d.removed_nodes, [&](NodeId n) { say(described(before_, n), "  "); });
    group("nodes added", d.added_nodes, [&](NodeId n) { say(described(after_, n), "  "); });
    group("nodes changed", d.changed_nodes, [&](auto const& pair) {
      say(described(before_, pair.first), "  ");
      say("now: " + described(after_, pair.second), "    ");
    });
    group("edges removed", d.removed_edges, [&](EdgeId e) { edge(before_, e); });
    group("edges added", d.added_edges, [&](EdgeId e) { edge(after_, e); });
    group("evidence changed", d.evidence, [&](EvidenceChange const& change) {
      say(sentence(after_, change.after) + (change.attributes_changed ? " (attributes)" : ""), "  ");
      for (WitnessId const w : change.removed) say("- " + quoted(before_, w), "      ");
      for (WitnessId const w : change.added) say("+ " + quoted(after_, w), "      ");
    });
    group("documents changed", d.changed_documents, [&](auto const& pair) {
      auto const was = fields(before_.document(pair.first)), is = fields(after_.document(pair.second));
      say(std::string{before_.document(pair.first).id}, "  ");
      for (std::size_t i = 0; i < was.size(); ++i) {
        if (was[i].second != is[i].second) say(change(was[i].first, was[i].second, is[i].second), "    ");
      }
    });
    group("captions changed", d.changed_captions, [&](auto const& pair) {
      RecordView const was = before_.record(pair.first), is = after_.record(pair.second);
      say(std::string{before_.document(was.document).id} + ", " + std::string{was.table}, "  ");
      say(change("caption", was.caption, is.caption), "    ");
    });
    group("references changed", d.changed_references,
          [&](std::string_view reference) { say(change(reference, works(before_, reference), works(after_, reference)), "  "); });
    return std::move(text_);
  }

  std::string as_json() {
    Difference const& d = difference_;
    TextBuffer text;
    JsonWriter json{text};
    json.begin_object();
    array(json, "flips", d.flips, [&](Flip const& flip) {
      json.begin_object();
      json.key("before");
      edge_object(json, before_, flip.before);
      json.key("after");
      edge_object(json, after_, flip.after);
      json.end_object();
    });
    array(json, "nodes_removed", d.removed_nodes, [&](NodeId n) { json.value(before_.node(n).id); });
    array(json, "nodes_added", d.added_nodes, [&](NodeId n) { json.value(after_.node(n).id); });
    array(json, "nodes_changed", d.changed_nodes, [&](auto const& pair) { json.value(after_.node(pair.second).id); });
    array(json, "edges_removed", d.removed_edges, [&](EdgeId e) { edge_object(json, before_, e); });
    array(json, "edges_added", d.added_edges, [&](EdgeId e) { edge_object(json, after_, e); });
    array(json, "evidence_changed", d.evidence, [&](EvidenceChange const& change) {
      json.begin_object();
      json.key("edge");
      edge_object(json, after_, change.after);
      array(json, "removed", change.removed, [&](WitnessId w) { json.value(quoted(before_, w)); });
      array(json, "added", change.added, [&](WitnessId w) { json.value(quoted(after_, w)); });
      json.key("attributes_changed").value(change.attributes_changed);
      json.end_object();
    });
    array(json, "documents_changed", d.changed_documents, [&](auto const& pair) { json.value(after_.document(pair.second).id); });
    array(json, "captions_changed", d.changed_captions, [&](auto const& pair) {
      RecordView const record = after_.record(pair.second);
      json.begin_object();
      json.key("document").value(after_.document(record.document).id);
      json.key("table").value(record.table);
      json.end_object();
    });
    array(json, "references_changed", d.changed_references, [&](std::string_view reference) { json.value(reference); });
    json.end_object();
    text += '\n';
    return text.str();
  }

 private:
  void say(std::string const& line, std::string_view indent) {
    text_ += wrapped(screen_text(line), screen_columns - indent.size(), indent);
  }

  template <class Items, class Show>
  void group(std::string_view title, Items const& items, Show const& show) {
    if (items.empty()) return;
    if (!text_.empty()) text_ += '\n';
    text_.append(title).append(" (").append(std::to_string(items.size())).append(")\n");
    std::size_t const shown = show_all_ ? items.size() : std::min(items.size(), shown_at_most);
    for (std::size_t i = 0; i < shown; ++i) show(items[i]);
    if (shown < items.size()) text_ += "  and " + std::to_string(items.size() - shown) + " more: --all shows them\n";
  }

  template <class Items, class Write>
  static void array(JsonWriter& json, std::string_view key, Items const& items, Write const& write) {
    json.key(key).begin_array();
    for (auto const& item : items) write(item);
    json.end_array();
  }

  static void edge_object(JsonWriter& json, Graph const& graph, EdgeId id) {
    Edge const edge = graph.edge(id);
    json.begin_object();
    json.key("id").value(graph.content_id(id));
    json.key("subject").value(graph.node(edge.subject).id);
    json.key("relation").value(graph.relation(id).name);
    json.key("object").value(graph.node(edge.object).id);
    json.key("sign").value(static_cast<int>(edge.sign));
    json.key("negated").value(edge.negated);
    json.end_object();
  }

  static std::string described(Graph const& graph, NodeId id) {
    Node const node = graph.node(id);
    return std::string{label(graph, id)} + "  " + std::string{node.id} + ", " + std::string{name(node.kind)} + ", " +
           std::string{node.type};
  }

  static std::array<std::pair<std::string_view, std::string_view>, 7> fields(DocumentView const& view) {
    return {{{"doi", view.doi},
             {"pmid", view.pmid},
             {"pmcid", view.pmcid},
             {"title", view.title},
             {"journal", view.journal},
             {"year", view.year},
             {"licence", view.licence}}};
  }

  static std::string change(std::string_view what, std::string_view was, std::string_view is) {
    auto const shown = [](std::string_view text) { return text.empty() ? std::string{"nothing"} : std::string{text}; };
    return std::string{what} + ": " + shown(was) + ", now: " + shown(is);
  }

  // What a reference stands for.
  static std::string works(Graph const& graph, std::string_view reference) {
    std::string text;
    for (CitedWork const& work : graph.cited(reference)) text += (text.empty() ? "" : " and ") + work.id();
    return text;
  }

  static std::string quoted(Graph const& graph, WitnessId id) {
    WitnessView const witness = graph.witness(id);
    std::string line{graph.document(graph.record(witness.record).document).id};
    line += ", " + place(graph, id) + ", " + std::string{witness.field};
    if (!witness.words().empty()) line += ": \"" + std::string{witness.words()} + '"';
    return line;
  }

  void edge(Graph const& graph, EdgeId id) {
    say(sentence(graph, id), "  ");
    for (WitnessId const w : graph.witnesses(id)) {
      say(quoted(graph, w), "      ");
      break;  // the first says enough
    }
  }

  void said(std::string_view when, Graph const& graph, EdgeId id) {
    for (WitnessId const w : graph.witnesses(id)) say(std::string{when} + " " + quoted(graph, w), "      ");
  }

  Graph const& before_;
  Graph const& after_;
  Difference const& difference_;
  bool show_all_ = false;
  std::string text_;
};

Graph load_one(Options options, std::size_t which, Report& report) {
  options.inputs = {options.inputs[which]};
  return load_graph(options, report);
}

int run(Options const& options, Report& report) {
  if (options.inputs.size() != 2)
    throw Error("", "diff needs two inputs, the old one and the new one", "such as mechgraph diff old.jsonl new.jsonl");
  bool const draws = !options.outputs.empty() || !options.format.empty();
  auto outputs = draws ? open_outputs(options) : std::vector<Output>{};
  Graph const before = load_one(options, 0, report);
  Graph const after = load_one(options, 1, report);
  Difference const found = difference(before, after);
  std::string const summary = counted(found.flips.size(), "flip", "flips") + "; nodes " + std::to_string(found.removed_nodes.size()) +
                              " removed, " + std::to_string(found.added_nodes.size()) + " added, " +
                              std::to_string(found.changed_nodes.size()) + " changed; edges " + std::to_string(found.removed_edges.size()) +
                              " removed, " + std::to_string(found.added_edges.size()) + " added, " + std::to_string(found.evidence.size()) +
                              " with other evidence" +
                              (found.changed_documents.empty() && found.changed_captions.empty() && found.changed_references.empty()
                                   ? ""
                                   : "; documents, captions or references changed");
  if (!found.empty() && options.strict) throw Error("", summary, "--strict makes them errors");
  if (draws) write_outputs(outputs, marked_union(before, after, found), options.exporting);
  if (std::ranges::find(outputs, "-", &Output::path) == outputs.end()) {
    Told told{before, after, found};
    Sink out = standard_output();
    out.write(options.json ? told.as_json() : told.as_text(options.all));
    out.close();
  }
  report.say(found.empty() ? "mechgraph: the graphs are equal" : "mechgraph: " + summary);
  return !found.empty() || report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const diff_command;
Command const diff_command{
    "diff",
    "what changed from one graph to another: signs, nodes, edges, evidence",
    "OLD NEW [-o OUT]...",
    "Nodes, edges and witnesses are compared by content, so files of different forms or order compare equal. A flip is an\n"
    "effect between the same two nodes whose sign or negation changed. With -o also both graphs in one, with the attribute\n"
    "change (added, removed, flipped, evidence, changed) on what differs; figures show it in colour.\n"
    "Exit: 0 equal; 1 different; 2 with --strict.\n",
    "  mechgraph diff old.jsonl new.jsonl\n"
    "  mechgraph diff old.jsonl table.txt --json\n"
    "  mechgraph diff old.jsonl new.jsonl -o changes.dot\n",
    takes::inputs | takes::outputs | takes::json | takes::all,
    run,
};

}  // namespace mechgraph
