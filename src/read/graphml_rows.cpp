// Nodes and edges of GraphML → rows of parts.
#include "read/graphml_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t items_per_part = 10'000;

struct KnownKey {
  std::string_view owner;
  std::string_view name;
  KeyUse use;
};

constexpr std::array own_keys{KnownKey{"node", "node_id", KeyUse::id},
                              KnownKey{"node", "kind", KeyUse::kind},
                              KnownKey{"node", "type", KeyUse::type},
                              KnownKey{"node", "label", KeyUse::label},
                              KnownKey{"node", "identifier", KeyUse::identifier},
                              KnownKey{"node", "flags", KeyUse::flags},
                              KnownKey{"edge", "edge_id", KeyUse::derived},
                              KnownKey{"edge", "relation", KeyUse::relation},
                              KnownKey{"edge", "sign", KeyUse::sign},
                              KnownKey{"edge", "negated", KeyUse::negated},
                              KnownKey{"edge", "basis", KeyUse::derived},
                              KnownKey{"edge", "weight", KeyUse::derived},
                              KnownKey{"edge", "witness_count", KeyUse::derived},
                              KnownKey{"edge", "references", KeyUse::derived},
                              KnownKey{"edge", "words", KeyUse::derived},
                              KnownKey{"edge", "witnesses", KeyUse::witnesses},
                              KnownKey{"graph", "documents", KeyUse::documents},
                              KnownKey{"graph", "columns", KeyUse::columns}};

// Of others, the best first: `name` is the label where there is no `label`.
constexpr std::array other_keys{KnownKey{"node", "label", KeyUse::label},        KnownKey{"node", "name", KeyUse::label},
                                KnownKey{"node", "kind", KeyUse::kind},          KnownKey{"node", "type", KeyUse::type},
                                KnownKey{"node", "category", KeyUse::type},      KnownKey{"edge", "relation", KeyUse::relation},
                                KnownKey{"edge", "predicate", KeyUse::relation}, KnownKey{"edge", "interaction", KeyUse::relation},
                                KnownKey{"edge", "label", KeyUse::relation},     KnownKey{"edge", "sign", KeyUse::sign}};

// The values that append_joined (exporters/edge_text.hpp) has put together.
template <class Take>
void each_value(std::string_view joined, Take take) {
  std::string value;
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (joined[i] == '|') {
      take(value);
      value.clear();
      continue;
    }
    if (joined[i] == '\\' && i + 1 < joined.size()) ++i;
    value += joined[i];
  }
  take(value);
}

// 1, -1 or 0, also as a real number.
std::optional<std::int8_t> sign_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 2;
  auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (value != 1 && value != -1 && value != 0) return std::nullopt;
  return static_cast<std::int8_t>(value);
}

// "n12": what yEd, igraph and graph-tool call a node that has no name.
bool is_number(std::string_view id) {
  return id.size() > 1 && id.front() == 'n' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == 'n'; });
}

}  // namespace

void GraphMlRows::keys(std::vector<GraphMlKey> keys, bool ours) {
  keys_ = std::move(keys);
  ours_ = ours;
  auto const use_of = [this](KnownKey const& known) {
    for (GraphMlKey& key : keys_) {
      if (key.owner != known.owner || key.name != known.name) continue;
      for (GraphMlKey& worse : keys_) {
        if (known.use != KeyUse::derived && worse.owner == key.owner && worse.use == known.use) worse.use = KeyUse::attribute;
      }
      key.use = known.use;
    }
  };
  if (ours) {
    std::for_each(own_keys.begin(), own_keys.end(), use_of);
  } else {
    std::for_each(other_keys.rbegin(), other_keys.rend(), use_of);
  }
}

std::size_t GraphMlRows::add_key(GraphMlKey key) {
  keys_.push_back(std::move(key));
  return keys_.size() - 1;
}

bool GraphMlRows::graph_value(std::size_t number, std::string const& text) {
  GraphMlKey const& key = keys_[number];
  if (key.use == KeyUse::documents) {
    JsonArray list;
    if (documents_parser_.parse(text).get(list) != simdjson::SUCCESS)
      throw LineFault{"\"documents\" is not the list that mechgraph writes"};
    for (JsonElement const item : list) {
      JsonObject described;
      if (item.get(described) != simdjson::SUCCESS) throw LineFault{"\"documents\" holds something that is not an object"};
      KnownDocument& document = documents_[std::string{needed_text(described, "id")}];
      document.described = described;
      auto const tables = array_member(described, "tables");
      if (!tables) continue;
      for (JsonElement const each : *tables) {
        JsonObject table;
        if (each.get(table) == simdjson::SUCCESS)
          document.captions.insert_or_assign(std::string{text_member(table, "name")}, text_member(table, "caption"));
      }
    }
  } else if (key.use == KeyUse::columns) {
    JsonObject names;
    if (witness_parser_.parse(text).get(names) != simdjson::SUCCESS) throw LineFault{"\"columns\" is not the object that mechgraph writes"};
    for (auto const& [id, name] : names) {
      auto const key_of = [&id = id](GraphMlKey const& known) { return known.id == id; };
      auto const found = std::find_if(keys_.begin(), keys_.end(), key_of);
      if (found != keys_.end()) found->name = text_of(name);
    }
  }
  return key.use == KeyUse::documents || key.use == KeyUse::columns;
}

std::string GraphMlRows::node_id(GraphMlItem const& item) const {
  for (auto const& value : item.values()) {
    if (keys_[value.key].use == KeyUse::id) return value.text;
  }
  if (!is_number(item.id)) return item.id;
  if (content_.empty()) content_ = "MECHGRAPH:N" + content_digest_().substr(0, 12) + '.';
  return content_ + item.id;
}

void GraphMlRows::attribute(std::uint32_t owner, std::vector<GraphPart::Attribute>& rows, std::string_view name, std::string_view value) {
  if (!value.empty()) rows.push_back({owner, rows_.text(name), rows_.text(value)});
}

void GraphMlRows::attributes(GraphMlItem const& item, std::uint32_t owner, std::vector<GraphPart::Attribute>& rows) {
  for (auto const& [name, value] : item.marks) attribute(owner, rows, name, value);
  for (auto const& value : item.values()) {
    GraphMlKey const& key = keys_[value.key];
    if (key.use != KeyUse::attribute) continue;
    if (!ours_) {
      attribute(owner, rows, key.name, value.text);
    } else {
      each_value(value.text, [&](std::string const& single) { attribute(owner, rows, key.name, single); });
    }
  }
}

void GraphMlRows::node(GraphMlItem const& item) {
  std::string id = node_id(item);
  if (id.empty()) throw LineFault{"a node without an id"};
  if (ends_.contains(item.id)) throw LineFault{"the id " + mechgraph::quoted(item.id) + " is there twice"};
  rows_.mark();
  try {
    auto const row = static_cast<std::uint32_t>(rows_.part.nodes.size());
    rows_.part.nodes.push_back({.id = rows_.text(id)});
    if (ours_) {
      own_node(item, row);
    } else {
      other_node(item, row);
    }
    attributes(item, row, rows_.part.node_attributes);
    ends_.insert_or_assign(item.id, End{std::move(id), rows_.part.nodes[row].flags});
    in_part_.insert_or_assign(item.id, PartEnd{part_, row});
  } catch (LineFault const&) {
    rows_.rollback();
    throw;
  }
  count();
}

void GraphMlRows::own_node(GraphMlItem const& item, std::uint32_t row) {
  GraphPart::Node& node = rows_.part.nodes[row];
  for (auto const& [index, text] : item.values()) {
    GraphMlKey const& key = keys_[index];
    if (key.use == KeyUse::kind) {
      auto const kind = kind_named(text);
      if (!kind) throw LineFault{"unknown kind " + mechgraph::quoted(text)};
      node.kind = *kind;
    } else if (key.use == KeyUse::type) {
      node.type = rows_.text(text);
    } else if (key.use == KeyUse::label) {
      node.label = rows_.text(text);
    } else if (key.use == KeyUse::flags) {
      each_value(text, [&](std::string const& flag) { node.flags |= node_flag(flag); });
    } else if (key.use == KeyUse::identifier) {
      each_value(text, [&](std::string const& value) {
        if (value != rows_.part.strings.view(node.id)) attribute(row, rows_.part.node_attributes, attribute::identifier, value);
      });
    }
  }
}

void GraphMlRows::other_node(GraphMlItem const& item, std::uint32_t row) {
  GraphPart::Node& node = rows_.part.nodes[row];
  auto const keep = [&](std::string_view name, std::string_view value) { attribute(row, rows_.part.node_attributes, name, value); };
  for (auto const& [index, text] : item.values()) {
    GraphMlKey const& key = keys_[index];
    if (text.empty()) continue;
    if (key.use == KeyUse::label) {
      node.label = rows_.text(text);
      if (key.name != "label") keep(key.name, text);
    } else if (key.use == KeyUse::kind) {
      auto const kind = kind_named(text);
      if (kind) node.kind = *kind;
      if (!kind) keep(key.name, text);
    } else if (key.use == KeyUse::type) {
      std::string_view const ours = options_.type_of_category(text);
      node.type = rows_.text(ours.empty() ? text : ours);
      if (ours.empty()) node.flags |= static_cast<std::uint8_t>(NodeFlag::foreign);
      if (key.name != "type" || (!ours.empty() && ours != text)) keep(key.name, text);
    }
  }
  if (node.label == StringId{}) node.label = rows_.text(item.look_label);
}

std::uint32_t GraphMlRows::row_of(std::string const& xml_id) {
  auto const [place, is_new] = in_part_.try_emplace(xml_id, PartEnd{part_, 0});
  if (!is_new && place->second.part == part_) return place->second.row;
  End const& end = ends_.find(xml_id)->second;
  auto const row = static_cast<std::uint32_t>(rows_.part.nodes.size());
  rows_.part.nodes.push_back({.id = rows_.text(end.id), .flags = end.flags});
  place.value() = PartEnd{part_, row};
  return row;
}

bool GraphMlRows::edge(GraphMlItem const& item) {
  if (!ends_.contains(item.source) || !ends_.contains(item.target)) return false;
  GraphPart::Edge edge;
  edge.subject = row_of(item.source);
  edge.object = row_of(item.target);
  rows_.mark();
  try {
    if (ours_) {
      read_own(item, edge);
    } else {
      read_other(item, edge);
    }
    auto const row = static_cast<std::uint32_t>(rows_.part.edges.size());
    rows_.part.edges.push_back(edge);
    for (auto const& [index, text] : item.values()) {
      GraphMlKey const& key = keys_[index];
      if (key.use == KeyUse::relation && !ours_ && key.name != "relation") {
        attribute(row, rows_.part.edge_attributes, key.name, text);
      } else if (key.use == KeyUse::relation && text != rows_.part.strings.view(edge.relation)) {
        attribute(row, rows_.part.edge_attributes, "predicate", text);
      } else if (key.use == KeyUse::sign && !sign_of(text)) {
        attribute(row, rows_.part.edge_attributes, key.name, text);
      } else if (key.use == KeyUse::witnesses) {
        witnesses(text, row);
      }
    }
    if (!ours_) attribute(row, rows_.part.edge_attributes, "id", item.id);
    if (item.undirected) attribute(row, rows_.part.edge_attributes, "directed", "false");
    attributes(item, row, rows_.part.edge_attributes);
  } catch (LineFault const&) {
    rows_.rollback();
    throw;
  }
  if (item.undirected) ++undirected_;
  if (!ours_) note_repeated(item, edge);
  count();
  return true;
}

void GraphMlRows::read_own(GraphMlItem const& item, GraphPart::Edge& edge) {
  for (auto const& [index, text] : item.values()) {
    KeyUse const use = keys_[index].use;
    if (use == KeyUse::relation) edge.relation = rows_.text(text);
    if (use == KeyUse::negated) edge.negated = text == "true";
    if (use != KeyUse::sign) continue;
    auto const sign = sign_of(text);
    if (!sign) throw LineFault{"the sign " + mechgraph::quoted(text) + " is none of 1, -1 and 0"};
    edge.sign = *sign;
  }
  if (edge.relation == StringId{}) throw LineFault{"an edge without a relation"};
}

void GraphMlRows::read_other(GraphMlItem const& item, GraphPart::Edge& edge) {
  ForeignPredicate predicate;
  predicate.predicate = "related_to";
  for (auto const& [index, text] : item.values()) {
    if (keys_[index].use == KeyUse::relation && !text.empty()) predicate.predicate = text;
    if (keys_[index].use == KeyUse::sign) predicate.sign = sign_of(text);
  }
  EdgeMeaning const meaning = options_.meaning_of_predicate(predicate);
  if (meaning.relation.empty()) throw LineFault{"the sign is not that of the relation " + mechgraph::quoted(predicate.predicate)};
  edge.relation = rows_.text(meaning.relation);
  edge.sign = meaning.sign;
}

void GraphMlRows::note_repeated(GraphMlItem const& item, GraphPart::Edge const& edge) {
  auto const mix = [](std::uint64_t seed, std::string_view text) {
    return (seed ^ std::hash<std::string_view>{}(text)) * 0x9E3779B97F4A7C15U;
  };
  std::uint64_t key = static_cast<std::uint64_t>(edge.sign + 1);
  for (std::string_view const text :
       {std::string_view{item.source}, std::string_view{item.target}, rows_.part.strings.view(edge.relation)}) {
    key = mix(key, text);
    key ^= key >> 29U;
  }
  if (!seen_.insert(key).second) ++repeated_;
}

void GraphMlRows::witnesses(std::string const& text, std::uint32_t edge) {
  JsonArray list;
  if (witness_parser_.parse(text).get(list) != simdjson::SUCCESS) throw LineFault{"\"witnesses\" is not the list that mechgraph writes"};
  for (JsonElement const item : list) {
    JsonObject line;
    if (item.get(line) != simdjson::SUCCESS) throw LineFault{"\"witnesses\" holds something that is not an object"};
    std::string_view const document_id = needed_text(line, "document");
    std::string_view const table = text_member(line, "table");
    std::string_view caption;
    auto const known = documents_.find(document_id);
    if (known != documents_.end()) {
      auto const found = known->second.captions.find(table);
      if (found != known->second.captions.end()) caption = found->second;
    }
    auto const [place, is_new] = part_documents_.try_emplace(std::string{document_id});
    if (is_new && known != documents_.end()) place.value() = rows_.document(known->second.described, caption);
    if (is_new && known == documents_.end()) place.value().id = rows_.text(document_id);
    GraphPart::Document const& document = place->second;
    std::uint32_t const record = rows_.record(document, table, caption, text_member(line, "record"));
    GraphPart::Witness witness = rows_.witness(line, record, document_id);
    witness.edge = edge;
    rows_.part.witnesses.push_back(std::move(witness));
  }
}

void GraphMlRows::count() {
  if (++items_ == items_per_part) hand_out();
}

void GraphMlRows::hand_out() {
  if (items_ == 0) return;
  target_.graph(rows_.hand_out());
  part_documents_.clear();
  ++part_;
  items_ = 0;
}

}  // namespace mechgraph
