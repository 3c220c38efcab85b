// show: a node or an edge with all that is known of it: rows, words, rules, how each term was found.
#include <algorithm>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "cli/choice.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/names.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "exporters/json.hpp"
#include "exporters/node_text.hpp"
#include "exporters/witness_json.hpp"
#include "interpret/confidence.hpp"
#include "ontology/lookup.hpp"
#include "query/explain.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t longest_cell = 2000;  // bytes of a cell that are shown whole

// What people know the work by.
std::string document_name(DocumentView const& document) {
  bool const minted = document.doi.empty() && document.pmid.empty() && document.pmcid.empty();
  return screen_text(minted && !document.title.empty() ? document.title : document.id);
}

class Shown {
 public:
  Shown(Graph const& graph, std::string& out) : graph_(graph), lexicon_(graph.shared_ontology()), out_(out) {}

  void node(NodeId id) {
    Node const node = graph_.node(id);
    out_ += screen_text(label(graph_, id)) + '\n';
    line("id", node.id);
    line("kind", std::string{name(node.kind)} + ", type " + std::string{node.type});
    std::string flags;
    each_flag(node, [&](std::string_view flag) { flags += (flags.empty() ? "" : ", ") + std::string{flag}; });
    if (!flags.empty()) line("flags", flags);
    std::string_view last;
    for (auto const& [name, value] : graph_.attributes(id)) {
      line(name == last ? "" : name, value);
      last = name;
    }
    edges("does", graph_.out(id));
    edges("undergoes", graph_.in(id));
  }

  void edge(EdgeId id) {
    Edge const edge = graph_.edge(id);
    std::string text = sentence(graph_, id);
    text += ", sign " + std::string{sign_text(edge.sign)};
    if (Basis const basis = graph_.basis(id); basis != Basis::stated) text += ", " + std::string{name(basis)};
    out_ += wrapped(text, screen_columns, "");
    line("id", graph_.content_id(id));
    line("subject", graph_.node(edge.subject).id);
    line("object", graph_.node(edge.object).id);
    for (auto const& [name, value] : graph_.attributes(id)) line(name, value);
    for (WitnessId const witness : graph_.witnesses(id)) this->witness(witness);
    if (graph_.witnesses(id).empty()) out_ += "\n  From the ontology; no record is its witness.\n";
  }

 private:
  void line(std::string_view name, std::string_view value) {
    std::string const head = "  " + padded(name, 16) + ' ';
    std::string text = wrapped(value, screen_columns - head.size(), std::string(head.size(), ' '));
    text.replace(0, head.size(), head);
    out_ += text;
  }

  template <class Edges>
  void edges(std::string_view title, Edges const& edges) {
    if (edges.empty()) return;
    out_ += "  " + std::string{title} + '\n';
    for (EdgeId const id : edges) {
      std::string text = sentence(graph_, id);
      Basis const basis = graph_.basis(id);
      if (basis != Basis::stated) text += " (" + std::string{name(basis)} + ')';
      std::string places;
      for (WitnessId const witness : graph_.witnesses(id)) {
        if (std::string const next = place(graph_, witness); !places.ends_with(next)) places += (places.empty() ? "" : "; ") + next;
      }
      out_ += wrapped(text, screen_columns - 4, "    ");
      if (!places.empty()) out_ += wrapped(places, screen_columns - 8, "        ");
    }
  }

  // The part of the cell that is shown, and what is marked in it.
  void cell(WitnessView const& witness) {
    std::string_view cell = witness.cell;
    std::uint32_t begin = 0;
    if (cell.size() > longest_cell) {
      std::uint32_t const margin = longest_cell / 4;
      begin = witness.text.begin > margin ? witness.text.begin - margin : 0;
      std::size_t end = std::min<std::size_t>(cell.size(), std::max(witness.text.end, begin) + margin);
      auto const inside = [&](std::size_t at) { return at < cell.size() && (static_cast<unsigned char>(cell[at]) & 0xC0U) == 0x80U; };
      while (inside(begin)) ++begin;
      while (inside(end)) ++end;
      cell = cell.substr(begin, end - begin);
      out_ += "    (part of a long cell)\n";
    }
    std::vector<Mark> marks;
    auto const mark = [&](Span span, char sign) {
      if (!span.empty() && span.begin >= begin) marks.push_back({{span.begin - begin, span.end - begin}, sign});
    };
    mark(witness.text, '~');
    mark(witness.subject, '=');
    mark(witness.object, '=');
    mark(witness.trigger, '^');
    out_ += marked(cell, marks, screen_columns - 4, "    ");
  }

  // How the words at one end of the edge met the node.
  void grounding(std::string_view end, NodeId id, Span span, WitnessView const& witness) {
    Node const node = graph_.node(id);
    std::string text;
    std::string others;
    if (span.empty()) {
      text = "not named in the cell: taken from the row's columns";
    } else {
      text = '"' + screen_text(cut(witness.cell, span)) + "\" is ";
      FoldedText const words(witness.cell);
      std::size_t at = 0;
      auto const found = found_at(lexicon_, words, span, at);
      if (node.has(NodeFlag::unresolved)) {
        text += "no known term";
      } else if (found && graph_.ontology().term(found->term).id == node.id) {
        text += how(lexicon_, words, at, *found);
      } else {
        text += "read as " + std::string{label(graph_, id)};
      }
      if (found) others = alternatives(lexicon_, words, at, *found);
    }
    text += "; " + std::string{node.id};
    if (std::string_view const identifier = graph_.attribute(id, attribute::identifier); !identifier.empty()) {
      text += " (" + std::string{graph_.attribute(id, attribute::match)} + " match " + std::string{identifier} + ')';
    }
    if (!others.empty()) text += "; " + screen_text(others);
    line(end, text);
  }

  // All that a reference stands for is known by.
  void works(std::string_view reference) {
    std::string text;
    for (CitedWork const& work : graph_.cited(reference)) {
      text += text.empty() ? "" : "; ";
      bool first = true;
      auto const add = [&](std::string_view prefix, std::string_view name) {
        if (!name.empty()) text.append(std::exchange(first, false) ? "" : ", ").append(prefix).append(name);
      };
      add("PMID:", work.pmid);
      add("DOI:", work.doi);
      add("PMCID:", work.pmcid);
    }
    if (!text.empty()) line("cites", "[" + std::string{printed_reference(reference)} + "] " + screen_text(text));
  }

  void witness(WitnessId id) {
    WitnessView const witness = graph_.witness(id);
    RecordView const record = graph_.record(witness.record);
    Edge const edge = graph_.edge(witness.edge);
    out_ += '\n';
    out_ += wrapped(document_name(graph_.document(record.document)) + ", " + place(graph_, id) + ", " + std::string{witness.field},
                    screen_columns - 2, "  ");
    if (!witness.cell.empty()) cell(witness);
    grounding("subject", edge.subject, witness.subject, witness);
    grounding("object", edge.object, witness.object, witness);
    for (QualifierView const& qualifier : graph_.qualifiers(id)) {
      line(qualifier.key, qualifier.node ? std::string{label(graph_, *qualifier.node)} + " (" + std::string{qualifier.value} + ')'
                                         : std::string{qualifier.value});
    }
    for (std::string_view const reference : graph_.references(id)) works(reference);
    line("rule", witness.rule);
    std::string flags;
    for (std::size_t i = 0; i < flag_names.size(); ++i) {
      if (witness.flags.has(static_cast<Flag>(i))) flags += (flags.empty() ? "" : ", ") + std::string{flag_names[i]};
    }
    if (!flags.empty()) line("flags", flags);
    std::string const factors = confidence_factors(witness.confidence, witness.basis, edge.sign, witness.flags, graph_.ontology());
    line("confidence", per_mille(witness.confidence) + ", " + std::string{name(witness.basis)} +
                           (factors.empty() || factors == "1" ? "" : " = " + factors));
  }

  Graph const& graph_;
  Lexicon lexicon_;
  std::string& out_;
};

void node_json(Graph const& graph, NodeId id, TextBuffer& out) {
  JsonWriter json{out};
  json.begin_object();
  json.key("node").begin_object();
  node_object(json, graph, id, true);
  json.end_object();
  for (std::string_view const side : {"out", "in"}) {
    json.key(side).begin_array();
    auto const add = [&](EdgeId edge) { json.value(graph.content_id(edge)); };
    if (side == "out") {
      for (EdgeId const edge : graph.out(id)) add(edge);
    } else {
      for (EdgeId const edge : graph.in(id)) add(edge);
    }
    json.end_array();
  }
  json.end_object();
  out += '\n';
}

void edge_json(Graph const& graph, EdgeId id, TextBuffer& out) {
  Edge const edge = graph.edge(id);
  JsonWriter json{out};
  json.begin_object();
  json.key("id").value(graph.content_id(id));
  json.key("subject").value(graph.node(edge.subject).id);
  json.key("relation").value(graph.relation(id).name);
  json.key("object").value(graph.node(edge.object).id);
  json.key("sign").value(static_cast<int>(edge.sign));
  json.key("negated").value(edge.negated);
  json.key("witnesses").begin_array();
  for (WitnessId const witness : graph.witnesses(id)) {
    WitnessView const view = graph.witness(witness);
    RecordView const record = graph.record(view.record);
    json.begin_object();
    json.key("document").begin_object();
    document_members(json, graph.document(record.document));
    json.end_object();
    json.member("table", record.table);
    json.key("record").value(record.id);
    source_members(json, graph, witness, view);
    reading_members(json, graph, witness, view);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  out += '\n';
}

int run(Options const& options, Report& report) {
  if (options.words.empty() || options.words.size() > 2) {
    throw Error("", "show needs one term, or two for what lies between them", "such as mechgraph show table.txt exosome NLRP3");
  }
  Graph const graph = load_graph_to_ask(options, report);
  std::string text;
  TextBuffer json;
  int code = report.findings() > 0 ? 1 : 0;
  if (options.words.size() == 1) {
    auto const nodes = nodes_named(graph, options.words[0]);
    Shown shown{graph, text};
    for (NodeId const node : nodes) {
      if (options.json) {
        node_json(graph, node, json);
      } else {
        if (node != nodes.front()) text += '\n';
        shown.node(node);
      }
    }
  } else {
    auto const a = ends_of(graph, options.words[0]);
    auto const b = ends_of(graph, options.words[1]);
    auto edges = edges_between(graph, a, b);
    if (edges.empty()) edges = edges_between(graph, with_preparations(graph, a), with_preparations(graph, b));
    Shown shown{graph, text};
    for (EdgeId const edge : edges) {
      if (options.json) {
        edge_json(graph, edge, json);
      } else {
        if (edge != edges.front()) text += '\n';
        shown.edge(edge);
      }
    }
    if (!edges.empty() && !options.json) text += "\n^ trigger  = subject, object  ~ the words that say it\n";
    if (edges.empty()) {
      report.say("mechgraph: no edge joins '" + options.words[0] + "' and '" + options.words[1] + "'; try paths --from --to");
      code = 1;
    }
  }
  Sink out = standard_output();
  out.print(text, json.view());
  out.close();
  return code;
}

}  // namespace

extern Command const show_command;
Command const show_command{
    "show",
    "a node, or the edges between two, with rows, words, rules and how each term was found",
    "INPUT TERM [TERM]",
    "With two terms: every edge between them, in both directions and with every sign. A derivative or a source also\n"
    "stands for the preparations made of it.\n",
    "  mechgraph show table.txt NLRP3\n"
    "  mechgraph show table.txt exosome NLRP3\n"
    "  mechgraph show table.txt NCBIGene:114548 --json\n",
    takes::words | takes::json,
    run,
};

}  // namespace mechgraph
