// GraphML: ours without loss, others' with their keys as attributes.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/graphml_rows.hpp"
#include "read/input_blocks.hpp"
#include "read/quote.hpp"
#include "read/reader.hpp"
#include "read/text_policy.hpp"
#include "read/xml_cursor.hpp"
#include "read/xml_text.hpp"

namespace mechgraph {
namespace {

class GraphMlReader {
 public:
  GraphMlReader(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target)
      : input_(input),
        diagnostics_(diagnostics),
        blocks_(input, diagnostics),
        cursor_([this](std::string& text) { return blocks_.next(text); }),
        rows_(options, target, [this] { return blocks_.content_digest(); }) {}

  void read() {
    try {
      for (auto event = cursor_.next(); event != XmlCursor::Event::done; event = cursor_.next()) {
        if (event == XmlCursor::Event::start) start();
        if (event == XmlCursor::Event::end) end();
      }
    } catch (XmlFault const& fault) {
      broken(fault);
    }
    late_edges();
    rows_.hand_out();
    say_what_was_done();
  }

 private:
  // Where something stands. What stands in a very long line, or far above, is not shown: findings are kept.
  struct Where {
    std::size_t at = 0;  // from the beginning of the input
    Caret caret;
  };

  // An element that is open and whose end means something.
  struct Open {
    bool is_node = false;
    bool is_graph = false;
    bool undirected = false;  // of a graph
    Where where;
    GraphMlItem item;
  };

  Where here() {
    auto const [line, byte] = cursor_.place();
    return {cursor_.at(), {input_.number, line, byte}};
  }
  void note(Severity severity, Where const& where, std::string message, std::string hint = {}) {
    std::string_view const line = cursor_.line_of(where.at);
    diagnostics_.add(
        {severity, where.caret, std::move(message), std::move(hint), line.empty() ? std::string{} : excerpt_of(line, where.caret)});
  }

  // Nothing was given to anybody yet: then nothing of the file is used.
  void broken(XmlFault const& fault) {
    Caret const caret{input_.number, fault.line, fault.byte};
    if (!rows_.has_handed_out()) throw Error(diagnostics_.place(caret, fault.text), fault.message, fault.hint);
    diagnostics_.add({Severity::error, caret, fault.message, fault.hint + "; what stands above is used", excerpt_of(fault.text, caret)});
  }

  void start() {
    std::string_view const name = cursor_.name();
    if (name == "key") return read_key();
    if (name == "graph") {
      if (!has_keys_) settle_keys();
      nested_ += depth_ == 0 ? 0U : 1U;
      Open& open = push();
      open.is_graph = true;
      open.undirected = cursor_.attribute("edgedefault") == "undirected";
      return;
    }
    if (name == "hyperedge") ++hyperedges_;
    if (depth_ == 0) return;
    if (name == "node" || name == "edge") {
      Open& open = push();
      open.is_node = name == "node";
      return read_item(open);
    }
    if (name == "data") return read_data(top());
    if (name == "desc" && !top().is_graph) top().item.marks.emplace_back("desc", inner_text("desc"));
  }

  Open& push() {
    if (depth_ == open_.size()) open_.emplace_back();
    Open& open = open_[depth_++];
    open.is_node = open.is_graph = open.undirected = false;
    open.item.clear();
    return open;
  }
  Open& top() { return open_[depth_ - 1]; }

  void end() {
    std::string_view const name = cursor_.name();
    if (depth_ == 0 || (name != "graph" && name != "node" && name != "edge")) return;
    Open& open = open_[--depth_];
    if (open.is_graph) return;
    add(open.is_node, open.item, open.where);
  }

  void read_key() {
    GraphMlKey key;
    std::string title;
    for (auto const& [name, value] : cursor_.attributes()) {
      std::string text = resolved(value, unknown_);
      if (name == "id") key.id = text;
      if (name == "for") key.owner = text;
      if (name == "attr.name") title = text;
      if (name == "yfiles.type") key.is_look = true;
    }
    if (key.owner.empty()) key.owner = "all";
    key.name = title.empty() ? key.id : title;
    for (auto event = cursor_.next(); event != XmlCursor::Event::done; event = cursor_.next()) {
      if (event == XmlCursor::Event::end && cursor_.name() == "key") break;
      if (event == XmlCursor::Event::start && cursor_.name() == "default") key.otherwise = inner_text("default");
    }
    keys_.push_back(std::move(key));
  }

  void settle_keys() {
    auto const has = [&](std::string_view owner, std::string_view name) {
      return std::any_of(keys_.begin(), keys_.end(), [&](GraphMlKey const& key) { return key.owner == owner && key.name == name; });
    };
    bool const ours = cursor_.attribute("id") == "mechgraph" || (has("node", "node_id") && has("node", "kind") && has("edge", "edge_id") &&
                                                                 has("edge", "relation") && has("edge", "sign"));
    rows_.keys(std::move(keys_), ours && has("node", "node_id"));
    has_keys_ = true;
  }

  // The text of an element, those of the elements in it included; the cursor stands behind it then.
  std::string inner_text(std::string_view element) {
    std::string text;
    append_inner_text(element, text);
    return text;
  }
  void append_inner_text(std::string_view element, std::string& text) {
    std::size_t depth = 1;
    for (auto event = cursor_.next(); event != XmlCursor::Event::done; event = cursor_.next()) {
      if (event == XmlCursor::Event::text) append(text, cursor_.text());
      if (event == XmlCursor::Event::raw_text) text += cursor_.text();
      if (event == XmlCursor::Event::start && cursor_.name() == element) ++depth;
      if (event == XmlCursor::Event::end && cursor_.name() == element && --depth == 0) break;
    }
  }

  void append(std::string& out, std::string_view text) {
    if (text.find('&') == std::string_view::npos) {
      out += text;
    } else {
      out += resolved(text, unknown_);
    }
  }

  void read_item(Open& open) {
    GraphMlItem& item = open.item;
    open.where = here();
    for (std::size_t above = depth_; above > 0 && !open.is_node; --above) {
      if (!open_[above - 1].is_graph) continue;
      item.undirected = open_[above - 1].undirected;
      break;
    }
    for (auto const& [name, value] : cursor_.attributes()) {
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
    }
  }

  void read_data(Open& open) {
    std::size_t const key = key_of(cursor_.attribute("key"));
    if (rows_.keys()[key].is_look) return read_look(open);
    if (!open.is_graph) {
      bool const is_wanted = rows_.keys()[key].use != KeyUse::derived;
      append_inner_text("data", is_wanted ? open.item.add(key) : ignored_);
      return ignored_.clear();
    }
    Where const where = here();
    std::string const text = inner_text("data");
    try {
      if (!rows_.graph_value(key, text)) ++graph_values_;
    } catch (LineFault const& fault) {
      note(Severity::error, where, fault.what, "it is left out");
    }
  }

  // The number of a key; most come in the order in which they were declared.
  std::size_t key_of(std::string_view printed) {
    auto const& keys = rows_.keys();
    std::string const id = printed.find('&') == std::string_view::npos ? std::string{printed} : resolved(printed, unknown_);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      std::size_t const number = (last_key_ + 1 + i) % keys.size();
      if (keys[number].id == id) return last_key_ = number;
    }
    if (undeclared_++ == 0) first_undeclared_ = here();
    return rows_.add_key({id, "all", id, {}, false, KeyUse::attribute});
  }

  // Of shapes, places and colours only the first label is read.
  void read_look(Open& open) {
    for (auto event = cursor_.next(); event != XmlCursor::Event::done; event = cursor_.next()) {
      if (event == XmlCursor::Event::end && cursor_.name() == "data") return;
      if (event != XmlCursor::Event::start) continue;
      std::string const name{cursor_.name()};
      if (name != "NodeLabel" && name != "EdgeLabel") continue;
      std::string const text = inner_text(name);
      if (open.item.look_label.empty()) open.item.look_label = trim(text);
    }
  }

  void add(bool is_node, GraphMlItem& item, Where const& where) {
    auto const& keys = rows_.keys();
    for (std::size_t key = 0; key < keys.size(); ++key) {
      if (keys[key].otherwise.empty() || (keys[key].owner != (is_node ? "node" : "edge") && keys[key].owner != "all")) continue;
      auto const values = item.values();
      bool const given = std::any_of(values.begin(), values.end(), [&](auto const& value) { return value.key == key; });
      if (!given) item.add(key) = keys[key].otherwise;
    }
    if (!is_node && !item.look_label.empty() && !rows_.is_ours()) item.marks.emplace_back("label", item.look_label);
    try {
      if (is_node) {
        rows_.node(item);
      } else if (!rows_.edge(item)) {
        late_.emplace_back(item, where);
        return;
      }
      ++used_;
    } catch (LineFault const& fault) {
      note(Severity::error, where, fault.what, is_node ? "the node is left out" : "the edge is left out");
    }
  }

  // Edges that stand before one of their nodes.
  void late_edges() {
    for (auto const& [item, where] : late_) {
      try {
        if (!rows_.edge(item))
          throw LineFault{"an edge from " + mechgraph::quoted(item.source) + " to " + mechgraph::quoted(item.target) +
                          ", of which one is no node"};
        ++used_;
      } catch (LineFault const& fault) {
        note(Severity::error, where, fault.what, "the edge is left out");
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
  InputBlocks blocks_;
  XmlCursor cursor_;
  GraphMlRows rows_;
  std::vector<GraphMlKey> keys_;  // until the first graph
  bool has_keys_ = false;
  std::vector<Open> open_;  // the first `depth_` are open, the others are kept for their storage
  std::size_t depth_ = 0;
  std::size_t last_key_ = 0;
  std::string ignored_;
  Where first_undeclared_;
  std::vector<std::pair<GraphMlItem, Where>> late_;
  UnknownEntities unknown_;
  std::size_t used_ = 0, hyperedges_ = 0, nested_ = 0, graph_values_ = 0, undeclared_ = 0;
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
  GraphMlReader{input, options, diagnostics, target}.read();
}

}  // namespace

extern Reader const graphml_reader;
Reader const graphml_reader{"graphml", "GraphML: ours without loss, others' with their keys as attributes", true, recognises, read, true};

}  // namespace mechgraph
