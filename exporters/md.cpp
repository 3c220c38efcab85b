// A report in Markdown: what each preparation does, what mediators do, what was said both ways, with references.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "exporters/edge_text.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/node_text.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t label_limit = 240;  // bytes
constexpr std::size_t words_limit = 300;
constexpr std::size_t most_words = 3;
constexpr std::size_t most_references = 20;

// Where a publication can be read; empty for what is none.
std::string address_of(std::string_view curie) {
  auto const after = [&](std::string_view prefix, std::string_view address, bool keep_slash) {
    std::string out{address};
    iri_part(out, curie.substr(prefix.size()), keep_slash);
    return out;
  };
  if (curie.starts_with("PMID:")) return after("PMID:", "https://pubmed.ncbi.nlm.nih.gov/", false);
  if (curie.starts_with("DOI:")) return after("DOI:", "https://doi.org/", true);
  if (curie.starts_with("PMCID:")) return after("PMCID:", "https://pmc.ncbi.nlm.nih.gov/articles/", false);
  return {};
}

bool is_effect(RelationClass of) { return of == RelationClass::effect || of == RelationClass::foreign; }

class Report {
 public:
  Report(Graph const& graph, Sink& sink) : graph_(graph), sink_(sink) {}

  void write() {
    sink_.print("# Mechanisms\n\n", graph_.node_count(), " nodes, ", graph_.edge_count(), " edges, ", graph_.witness_count(),
                " witnesses, ", graph_.document_count(), graph_.document_count() == 1 ? " document.\n" : " documents.\n",
                "▲ more of it, ▼ less of it; \"implied\" and \"cargo\" say that the words do not say it themselves.\n");
    write_preparations();
    write_others();
    write_disputed();
    write_terms();
    write_documents();
  }

 private:
  // A heading that is written when the first thing below it is.
  void heading(std::string_view title, std::string_view header) {
    if (std::exchange(under_heading_, true)) return;
    sink_.print("\n## ", title, "\n");
    if (header.empty()) return;
    sink_.print("\n", header, "\n|");
    for (std::size_t i = 1; i < static_cast<std::size_t>(std::ranges::count(header, '|')); ++i) sink_.write(" --- |");
    sink_.write("\n");
  }

  void write_preparations() {
    under_heading_ = false;
    for (NodeId const id : graph_.nodes()) {
      if (graph_.node(id).kind != Kind::intervention || graph_.out(id).size() == 0) continue;
      heading("What preparations do", {});
      sink_.write("\n### ");
      label(id);
      sink_.write("\n");
      bool any = false;
      for (EdgeId const edge : graph_.out(id)) {
        RelationClass const of = graph_.relation(edge).relation_class;
        if (is_effect(of) || of == RelationClass::hierarchy) continue;
        sink_.write(std::exchange(any, true) ? "; " : "\nIt is: ");
        relation(edge);
        sink_.write(" ");
        label(graph_.edge(edge).object);
      }
      if (any) sink_.write("\n");
      any = false;
      for (EdgeId const edge : graph_.out(id)) {
        if (!is_effect(graph_.relation(edge).relation_class)) continue;
        if (!std::exchange(any, true)) {
          sink_.write("\n| effect | on | basis | references | words | context |\n| --- | --- | --- | --- | --- | --- |\n");
        }
        sink_.write("| ");
        effect(edge);
        sink_.write(" | ");
        label(graph_.edge(edge).object);
        evidence(edge);
      }
    }
  }

  void write_others() {
    under_heading_ = false;
    for (EdgeId const edge : graph_.edges()) {
      NodeId const subject = graph_.edge(edge).subject;
      if (graph_.node(subject).kind == Kind::intervention) continue;
      if (graph_.relation(edge).relation_class == RelationClass::hierarchy) continue;
      heading("What follows from what", "| what | effect | on | basis | references | words | context |");
      sink_.write("| ");
      label(subject);
      sink_.write(" | ");
      effect(edge);
      sink_.write(" | ");
      label(graph_.edge(edge).object);
      evidence(edge);
    }
  }

  // Pairs of which opposite signs are said.
  void write_disputed() {
    under_heading_ = false;
    std::vector<EdgeId> effects;
    auto const object = [this](EdgeId edge) { return graph_.edge(edge).object; };
    for (NodeId const id : graph_.nodes()) {
      effects.clear();
      for (EdgeId const edge : graph_.out(id)) {
        Edge const of = graph_.edge(edge);
        if (of.sign != 0 && !of.negated && is_effect(graph_.relation(edge).relation_class)) effects.push_back(edge);
      }
      std::ranges::stable_sort(effects, {}, object);
      for (auto begin = effects.begin(); begin != effects.end();) {
        auto const end = std::find_if(begin, effects.end(), [&](EdgeId edge) { return object(edge) != object(*begin); });
        auto const has = [&](int sign) { return std::any_of(begin, end, [&](EdgeId edge) { return graph_.edge(edge).sign == sign; }); };
        if (has(1) && has(-1)) {
          heading("Said both ways", "| what | on | more | less |");
          sink_.write("| ");
          label(id);
          sink_.write(" | ");
          label(object(*begin));
          for (int const sign : {1, -1}) {
            sink_.write(" | ");
            for (auto edge = begin; edge != end; ++edge) {
              if (graph_.edge(*edge).sign == sign) references(*edge);
            }
          }
          sink_.write(" |\n");
        }
        begin = end;
      }
    }
  }

  void write_terms() {
    under_heading_ = false;
    for (NodeId const id : graph_.nodes()) {
      Node const node = graph_.node(id);
      heading("Terms", "| id | label | kind | type | known as | |");
      sink_.write("| ");
      markdown_text(sink_, node.id);
      sink_.write(" | ");
      markdown_text(sink_, shortened(node.label, label_limit));
      sink_.print(" | ", name(node.kind), " | ");
      markdown_text(sink_, shortened(node.type, label_limit));
      sink_.write(" | ");
      if (std::string_view const known = known_identifier(graph_, id); known != node.id) {
        markdown_text(sink_, shortened(known, label_limit));
      }
      sink_.write(" |");
      each_flag(node, [&](std::string_view flag) { sink_.print(" ", flag); });
      sink_.write(" |\n");
    }
  }

  void write_documents() {
    under_heading_ = false;
    for (DocumentId const id : graph_.documents()) {
      DocumentView const document = graph_.document(id);
      heading("Documents", "| document | title |");
      sink_.write("| ");
      link(document.id, document.id);
      sink_.write(" | ");
      markdown_text(sink_, shortened(document.title, words_limit));
      sink_.write(" |\n");
    }
  }

  void label(NodeId id) {
    Node const node = graph_.node(id);
    markdown_text(sink_, shortened(node.label.empty() ? node.id : node.label, label_limit));
  }

  // The relations of our own ontology in words.
  void relation(EdgeId edge) {
    Relation const& of = graph_.relation(edge);
    std::string text = shortened(of.name, label_limit);
    if (of.relation_class != RelationClass::foreign) std::ranges::replace(text, '_', ' ');
    markdown_text(sink_, text);
  }

  void effect(EdgeId edge) {
    Edge const of = graph_.edge(edge);
    if (of.negated) sink_.write("not: ");
    sink_.write(of.sign > 0 ? "▲ " : of.sign < 0 ? "▼ " : "");
    relation(edge);
  }

  void link(std::string_view text, std::string_view curie) {
    std::string const address = address_of(curie);
    if (!address.empty()) sink_.write('[');
    markdown_text(sink_, shortened(text, label_limit));
    if (!address.empty()) sink_.print("](", address, ")");
  }

  // Where there is one document, references are printed as it prints them.
  void references(EdgeId edge) {
    summary_.gather(graph_, edge);
    std::size_t count = 0;
    for (std::string_view const reference : summary_.references) {
      if (count++ > 0) sink_.write(", ");
      if (count > most_references) {
        sink_.print("and ", summary_.references.size() - most_references, " more");
        break;
      }
      std::string_view const printed = printed_reference(reference);
      auto const works = graph_.cited(reference);
      sink_.write("\\[");
      std::string const work = !works.empty() ? works.front().id() : std::string{printed.empty() ? reference : std::string_view{}};
      link(graph_.document_count() == 1 && !printed.empty() ? printed : reference, work);
      sink_.write("\\]");
    }
    if (count == 0) sink_.print(summary_.witnesses, summary_.witnesses == 1 ? " witness" : " witnesses");
  }

  // The last four cells of a row.
  void evidence(EdgeId edge) {
    sink_.print(" | ", name(graph_.basis(edge)), " | ");
    references(edge);
    sink_.write(" | ");
    std::size_t count = 0;
    for (std::string_view const words : summary_.words) {
      if (count++ > 0) sink_.write("; ");
      if (count > most_words) {
        sink_.print("and ", summary_.words.size() - most_words, " more");
        break;
      }
      sink_.write("“");
      markdown_text(sink_, shortened(words, words_limit));
      sink_.write("”");
    }
    sink_.write(" | ");
    count = 0;
    for (std::string const& context : context_of(graph_, edge)) {
      if (count++ > 0) sink_.write("; ");
      if (count > most_words) {
        sink_.write("…");
        break;
      }
      markdown_text(sink_, shortened(context, words_limit));
    }
    sink_.write(" |\n");
  }

  Graph const& graph_;
  Sink& sink_;
  EdgeSummary summary_;
  bool under_heading_ = false;
};

void write_md(Graph const& graph, ExportOptions const&, Sink& sink) { Report{graph, sink}.write(); }

}  // namespace

extern Exporter const md_exporter{"md",
                                  ".md",
                                  "a report in Markdown: tables of mechanisms with references and words",
                                  {Fidelity::joined, Fidelity::kept, Fidelity::kept, Fidelity::joined, Fidelity::kept, Fidelity::joined},
                                  write_md};

}  // namespace mechgraph
