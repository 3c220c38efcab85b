// GraphML: ours without loss, others' with their keys as attributes.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/graphml_rows.hpp"
#include "read/jats_scan.hpp"
#include "read/quote.hpp"
#include "read/reader.hpp"
#include "read/text_policy.hpp"
#include "read/xml_cursor.hpp"

namespace mechgraph {
namespace {

class GraphMlReader {
 public:
  GraphMlReader(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target,
                SourcePlaces const& places)
      : input_(input), diagnostics_(diagnostics), places_(places), rows_(input, options, target) {}

  void read() {
    XmlCursor cursor{input_.bytes};
    for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
      if (event == XmlCursor::Event::start) start(cursor);
      if (event == XmlCursor::Event::end) end(cursor);
    }
    late_edges();
    rows_.hand_out();
    say_what_was_done();
  }

 private:
  // An element that is open and whose end means something.
  struct Open {
    bool is_node = false;
    bool is_graph = false;
    bool undirected = false;  // of a graph
    GraphMlItem item;
  };

  void note(Severity severity, std::size_t at, std::string message, std::string hint = {}) {
    diagnostics_.add({severity, places_.caret(at), std::move(message), std::move(hint), places_.excerpt(at)});
  }

  void start(XmlCursor& cursor) {
    std::string_view const name = cursor.name();
    if (name == "key") return read_key(cursor);
    if (name == "graph") {
      if (!has_keys_) settle_keys(cursor);
      Open open;
      open.is_graph = true;
      open.undirected = cursor.attribute("edgedefault") == "undirected";
      nested_ += open_.empty() ? 0U : 1U;
      return open_.push_back(std::move(open));
    }
    if (name == "hyperedge") ++hyperedges_;
    if (open_.empty()) return;
    if (name == "node" || name == "edge") {
      Open open;
      open.is_node = name == "node";
      open_.push_back(std::move(open));
      return read_item(cursor, open_.back());
    }
    if (name == "data") read_data(cursor, open_.back());
    if (name == "desc" && !open_.back().is_graph) open_.back().item.marks.emplace_back("desc", inner_text(cursor, name));
  }

  void end(XmlCursor const& cursor) {
    std::string_view const name = cursor.name();
    if (open_.empty() || (name != "graph" && name != "node" && name != "edge")) return;
    Open open = std::move(open_.back());
    open_.pop_back();
    if (open.is_graph) return;
    add(open.is_node, open.item);
  }

  void read_key(XmlCursor& cursor) {
    GraphMlKey key;
    std::string title;
    cursor.attributes([&](std::string_view name, std::string_view value) {
      std::string text = resolved(value, unknown_);
      if (name == "id") key.id = text;
      if (name == "for") key.owner = text;
      if (name == "attr.name") title = text;
      if (name == "yfiles.type") key.is_look = true;
    });
    if (key.owner.empty()) key.owner = "all";
    key.name = title.empty() ? key.id : title;
    for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
      if (event == XmlCursor::Event::end && cursor.name() == "key") break;
      if (event == XmlCursor::Event::start && cursor.name() == "default") key.otherwise = inner_text(cursor, "default");
    }
    keys_.push_back(std::move(key));
  }

  void settle_keys(XmlCursor const& graph) {
    auto const has = [&](std::string_view owner, std::string_view name) {
      return std::any_of(keys_.begin(), keys_.end(), [&](GraphMlKey const& key) { return key.owner == owner && key.name == name; });
    };
    bool const ours = graph.attribute("id") == "mechgraph" || (has("node", "node_id") && has("node", "kind") && has("edge", "edge_id") &&
                                                               has("edge", "relation") && has("edge", "sign"));
    rows_.keys(std::move(keys_), ours && has("node", "node_id"));
    has_keys_ = true;
  }

  // The text of an element, those of the elements in it included; the cursor stands behind it then.
  std::string inner_text(XmlCursor& cursor, std::string_view element) {
    std::string text;
    std::size_t depth = 1;
    for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
      if (event == XmlCursor::Event::text) append(text, cursor.text());
      if (event == XmlCursor::Event::raw_text) text += cursor.text();
      if (event == XmlCursor::Event::start && cursor.name() == element) ++depth;
      if (event == XmlCursor::Event::end && cursor.name() == element && --depth == 0) break;
    }
    return text;
  }

  void append(std::string& out, std::string_view text) {
    if (text.find('&') == std::string_view::npos) {
      out += text;
    } else {
      out += resolved(text, unknown_);
    }
  }

  void read_item(XmlCursor const& cursor, Open& open) {
    GraphMlItem& item = open.item;
    item.at = cursor.at();
    auto const graph = std::find_if(open_.rbegin(), open_.rend(), [](Open const& o) { return o.is_graph; });
    item.undirected = !open.is_node && graph != open_.rend() && graph->undirected;
    cursor.attributes([&](std::string_view name, std::string_view value) {
      std::string text = resolved(value, unknown_);
      if (name == "id") {
        item.id = std::move(text);
      } else if (!open.is_node && name == "source") {
        item.source = std::move(text);
      } else if (!open.is_node && name == "target") {
        item.target = std::move(text);
      } else if (!open.is_node && name == "directed") {
        item.undirected = text == "false";
      } else if (!name.starts_with("xmlns") && !name.starts_with("parse.")) {
        item.marks.emplace_back(std::string{name}, std::move(text));
      }
    });
  }

  void read_data(XmlCursor& cursor, Open& open) {
    std::string const id = resolved(cursor.attribute("key"), unknown_);
    std::size_t const at = cursor.at();
    auto const& keys = rows_.keys();
    auto found = static_cast<std::size_t>(std::find_if(keys.begin(), keys.end(), [&](GraphMlKey const& key) { return key.id == id; }) -
                                          keys.begin());
    if (found == keys.size()) {
      if (undeclared_++ == 0) first_undeclared_ = at;
      found = rows_.add_key({id, "all", id, {}, false, KeyUse::attribute});
    }
    read_value(cursor, open, found, at);
  }

  void read_value(XmlCursor& cursor, Open& open, std::size_t key, std::size_t at) {
    if (rows_.keys()[key].is_look) return read_look(cursor, open);
    std::string text = inner_text(cursor, "data");
    if (!open.is_graph) {
      open.item.values.push_back({key, std::move(text)});
      return;
    }
    try {
      if (!rows_.graph_value(key, text)) ++graph_values_;
    } catch (LineFault const& fault) {
      note(Severity::error, at, fault.what, "it is left out");
    }
  }

  // Of shapes, places and colours only the first label is read.
  void read_look(XmlCursor& cursor, Open& open) {
    for (auto event = cursor.next(); event != XmlCursor::Event::done; event = cursor.next()) {
      if (event == XmlCursor::Event::end && cursor.name() == "data") return;
      if (event != XmlCursor::Event::start) continue;
      std::string const name{cursor.name()};
      if (name != "NodeLabel" && name != "EdgeLabel") continue;
      std::string const text = inner_text(cursor, name);
      if (open.item.look_label.empty()) open.item.look_label = trim(text);
    }
  }

  void add(bool is_node, GraphMlItem& item) {
    auto const& keys = rows_.keys();
    for (std::size_t key = 0; key < keys.size(); ++key) {
      if (keys[key].otherwise.empty() || (keys[key].owner != (is_node ? "node" : "edge") && keys[key].owner != "all")) continue;
      bool const given = std::any_of(item.values.begin(), item.values.end(), [&](auto const& value) { return value.key == key; });
      if (!given) item.values.push_back({key, keys[key].otherwise});
    }
    if (!is_node && !item.look_label.empty() && !rows_.is_ours()) item.marks.emplace_back("label", item.look_label);
    try {
      if (is_node) {
        rows_.node(item);
      } else if (!rows_.edge(item)) {
        late_.push_back(std::move(item));
        return;
      }
      ++used_;
    } catch (LineFault const& fault) {
      note(Severity::error, item.at, fault.what, is_node ? "the node is left out" : "the edge is left out");
    }
  }

  // Edges that stand before one of their nodes.
  void late_edges() {
    for (GraphMlItem const& item : late_) {
      try {
        if (!rows_.edge(item))
          throw LineFault{"an edge from " + mechgraph::quoted(item.source) + " to " + mechgraph::quoted(item.target) +
                          ", of which one is no node"};
        ++used_;
      } catch (LineFault const& fault) {
        note(Severity::error, item.at, fault.what, "the edge is left out");
      }
    }
  }

  void say_what_was_done() {
    if (used_ == 0) throw Error(std::string{diagnostics_.input_name(input_.number)}, "holds no node", "give a GraphML file with a graph");
    Caret const whole{input_.number, 0, 0};
    auto const say = [&](Severity severity, std::size_t count, std::string_view one, std::string_view several, std::string_view what) {
      if (count > 0) diagnostics_.add({severity, whole, fmt::format("{} {} {}", count, count == 1 ? one : several, what), "", ""});
    };
    say(Severity::note, rows_.undirected(), "edge is", "edges are",
        "undirected: kept from source to target, with the attribute directed=false");
    say(Severity::warning, rows_.repeated(), "edge repeats", "edges repeat",
        "the ends, relation and sign of another: they are one edge, with all values");
    say(Severity::warning, hyperedges_, "hyperedge is", "hyperedges are", "left out");
    say(Severity::note, graph_values_, "value of the graph itself is", "values of the graph itself are", "left out");
    say(Severity::note, nested_, "graph is", "graphs are", "nested in a node: the nodes are kept, the nesting is not");
    say(Severity::note, unknown_.count, "entity is", "entities are", "not known and stay as they stand");
    say_replaced(diagnostics_, input_.number, unknown_.replaced + rows_.replaced());
    if (undeclared_ > 0)
      note(Severity::note, first_undeclared_, fmt::format("{} of no <key>", undeclared_ == 1 ? "a value" : "values"),
           "kept under the name that it has here");
  }

  Input const& input_;
  Diagnostics& diagnostics_;
  SourcePlaces const& places_;
  GraphMlRows rows_;
  std::vector<GraphMlKey> keys_;  // until the first graph
  bool has_keys_ = false;
  std::vector<Open> open_;
  std::vector<GraphMlItem> late_;
  UnknownEntities unknown_;
  std::size_t used_ = 0, hyperedges_ = 0, nested_ = 0, graph_values_ = 0, undeclared_ = 0, first_undeclared_ = 0;
};

int recognises(std::string_view, std::string_view head) {
  if (!trim(head).starts_with('<')) return 0;
  for (std::size_t at = head.find("graphml"); at != std::string_view::npos; at = head.find("graphml", at + 1)) {
    bool const begins = at > 0 && (head[at - 1] == '<' || head[at - 1] == ':');
    std::size_t const end = at + std::string_view{"graphml"}.size();
    if (begins && end < head.size() && (head[end] == '>' || head[end] == ' ' || head[end] == '\n' || head[end] == '\t')) return 100;
  }
  return 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  SourcePlaces const places{input, diagnostics};
  {
    std::string text = input.bytes;
    scan_xml(text, places);
  }
  GraphMlReader{input, options, diagnostics, target, places}.read();
}

}  // namespace

extern Reader const graphml_reader;
Reader const graphml_reader{"graphml", "GraphML: ours without loss, others' with their keys as attributes", true, recognises, read};

}  // namespace mechgraph
