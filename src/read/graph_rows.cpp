// Our own JSON → rows of a part.
#include "read/graph_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/quote.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::pair<std::string_view, NodeFlag>, 3> node_flags{
    {{"ancestor", NodeFlag::ancestor}, {"foreign", NodeFlag::foreign}, {"unresolved", NodeFlag::unresolved}}};

// Bytes of the first `count` code points, nothing when the text has fewer.
std::optional<std::uint32_t> bytes_of(std::string_view text, std::int64_t count) {
  if (count < 0) return std::nullopt;
  std::size_t at = 0;
  for (; count > 0; --count) {
    if (at >= text.size()) return std::nullopt;
    at += decode(text, at).length;
  }
  return static_cast<std::uint32_t>(at);
}

// Where a byte of a text stands when that is cleaned.
std::uint32_t cleaned_place(std::string_view text, std::uint32_t at) {
  if (at > 0 && at < text.size() && text[at - 1] == '\r' && text[at] == '\n') --at;
  std::uint64_t replaced = 0;
  return static_cast<std::uint32_t>(clean_text(text.substr(0, at), replaced).size());
}

// "start" and "end" of an object, in bytes of the cleaned cell; empty where it has none. Its "text" must be what stands there.
Span span_of(JsonObject const& words, std::string_view cell) {
  auto const start = member_as<std::int64_t>(words, "start", "a number");
  auto const end = member_as<std::int64_t>(words, "end", "a number");
  if (!start && !end) return {};
  auto const first = bytes_of(cell, start.value_or(-1));
  auto const last = bytes_of(cell, end.value_or(-1));
  if (!first || !last || *first > *last) throw LineFault{"\"start\" and \"end\" lie outside the cell"};
  Span const span{*first, *last};
  std::string_view const text = text_member(words, "text");
  if (!text.empty() && text != cut(cell, span)) {
    throw LineFault{"the words " + quoted(text) + " do not stand where \"start\" and \"end\" say"};
  }
  return is_clean_text(cell) ? span : Span{cleaned_place(cell, span.begin), cleaned_place(cell, span.end)};
}
template <class Row>
std::uint32_t push(std::vector<Row>& rows, Row row) {
  rows.push_back(row);
  return static_cast<std::uint32_t>(rows.size() - 1);
}

// "derivative|sources|modifiers" from the parts of an Intervention, for lines without attributes.
std::string composition(JsonObject const& node, JsonObject const& derivative) {
  std::string composed{needed_text(derivative, "id")};
  std::vector<std::string_view> sources;
  if (auto const several = array_member(node, "sources")) {
    for (JsonElement const source : *several) {
      JsonObject part;
      if (source.get(part) == simdjson::SUCCESS) sources.push_back(needed_text(part, "id"));
    }
  } else if (auto const source = object_member(node, "source")) {
    sources.push_back(needed_text(*source, "id"));
  }
  composed += '|';
  for (std::size_t i = 0; i < sources.size(); ++i) composed.append(i == 0 ? "" : ";").append(sources[i]);
  if (sources.empty()) composed += '-';
  composed += '|';
  bool first = true;
  if (auto const modifiers = array_member(node, "modifiers")) {
    for (JsonElement const modifier : *modifiers) {
      JsonObject part;
      if (modifier.get(part) != simdjson::SUCCESS) continue;
      composed.append(std::exchange(first, false) ? "" : ";")
          .append(needed_text(part, "relation"))
          .append("=")
          .append(needed_text(part, "id"));
    }
  }
  return composed;
}

}  // namespace

std::uint8_t node_flag(std::string_view name) {
  for (auto const& [known, flag] : node_flags) {
    if (known == name) return static_cast<std::uint8_t>(flag);
  }
  throw LineFault{"unknown flag " + quoted(name)};
}

StringId GraphRows::text(std::string_view view) {
  return is_clean_text(view) ? part.strings.intern(view) : part.strings.intern(clean_text(view, replaced));
}

void GraphRows::attributes(JsonObject const& values, std::uint32_t owner, std::vector<GraphPart::Attribute>& rows) {
  for (auto const& [name, list] : values) {
    JsonArray items;
    if (list.get(items) != simdjson::SUCCESS) throw LineFault{"the attribute " + quoted(name) + " is not a list"};
    for (JsonElement const item : items) rows.push_back({owner, text(name), text(text_of(item))});
  }
}

std::uint32_t GraphRows::node(JsonObject const& described) {
  GraphPart::Node row;
  row.id = text(needed_text(described, "id"));
  std::string_view const kind = needed_text(described, "kind");
  auto const known = kind_named(kind);
  if (!known) throw LineFault{"unknown kind " + quoted(kind)};
  row.kind = *known;
  row.type = text(text_member(described, "type"));
  row.label = text(text_member(described, "label"));
  if (auto const flags = array_member(described, "flags")) {
    for (JsonElement const flag : *flags) row.flags |= node_flag(text_of(flag));
  }
  auto const values = object_member(described, "attributes");
  auto const [place, is_new] = rows_.try_emplace(row.id, 0U);
  if (!is_new && !values) {
    auto const& before = part.nodes[place->second];
    if (before.kind == row.kind && before.type == row.type && before.label == row.label && before.flags == row.flags) return place->second;
  }
  place.value() = push(part.nodes, row);
  std::uint32_t const owner = place->second;
  if (values) {
    attributes(*values, owner, part.node_attributes);
  } else if (auto const derivative = object_member(described, "derivative")) {
    if (is_new) part.node_attributes.push_back({owner, text(attribute::composition), text(composition(described, *derivative))});
  }
  return owner;
}

GraphPart::Document GraphRows::document(JsonObject const& described, std::string_view caption) {
  GraphPart::Document document;
  Fields fields;
  set_field(fields, Role::doi, text_member(described, "doi"));
  set_field(fields, Role::pmid, text_member(described, "pmid"));
  set_field(fields, Role::pmcid, text_member(described, "pmcid"));
  fields.document.title = text_member(described, "title");
  document.journal = text(text_member(described, "journal"));
  document.year = text(text_member(described, "year"));
  document.licence = text(text_member(described, "licence"));
  std::string_view const id = text_member(described, "id");
  document.id = text(id.empty() ? document_id(fields.document, caption, {}) : std::string{id});
  document.doi = text(fields.document.doi);
  document.pmid = text(fields.document.pmid);
  document.pmcid = text(fields.document.pmcid);
  document.title = text(fields.document.title);
  return document;
}

std::uint32_t GraphRows::record(GraphPart::Document const& document, std::string_view table_name, std::string_view caption,
                                std::string_view id) {
  auto const same = [](GraphPart::Document const& a, GraphPart::Document const& b) {
    return a.id == b.id && a.doi == b.doi && a.pmid == b.pmid && a.pmcid == b.pmcid && a.title == b.title && a.journal == b.journal &&
           a.year == b.year && a.licence == b.licence;
  };
  if (part.documents.empty() || !same(part.documents.back(), document)) part.documents.push_back(document);
  GraphPart::Table const table{static_cast<std::uint32_t>(part.documents.size() - 1), text(table_name.empty() ? "#1" : table_name),
                               text(caption)};
  auto const same_table = [](GraphPart::Table const& a, GraphPart::Table const& b) {
    return a.document == b.document && a.name == b.name && a.caption == b.caption;
  };
  if (part.tables.empty() || !same_table(part.tables.back(), table)) part.tables.push_back(table);
  GraphPart::Record const record{static_cast<std::uint32_t>(part.tables.size() - 1), text(id)};
  if (part.records.empty() || part.records.back().table != record.table || part.records.back().id != record.id) {
    part.records.push_back(record);
  }
  return static_cast<std::uint32_t>(part.records.size() - 1);
}

GraphPart::Witness GraphRows::witness(JsonObject const& line, std::uint32_t record_row, std::string_view document_id) {
  GraphPart::Witness witness;
  if (std::string_view const printed = text_member(line, "basis"); !printed.empty()) {
    auto const basis = basis_named(printed);
    if (!basis) throw LineFault{"unknown basis " + quoted(printed)};
    witness.basis = *basis;
  }
  double const confidence = member_as<double>(line, "confidence", "a number").value_or(1.0);
  if (!(confidence >= 0 && confidence <= 1)) throw LineFault{"\"confidence\" is not between 0 and 1"};
  witness.confidence = static_cast<std::uint16_t>(std::lround(confidence * 1000));
  if (auto const flags = array_member(line, "flags")) {
    for (JsonElement const item : *flags) {
      auto const flag = flag_named(text_of(item));
      if (!flag) throw LineFault{"unknown flag " + quoted(text_of(item))};
      witness.flags.set(*flag);
    }
  }
  witness.rule = text(text_member(line, "rule"));
  words(line, record_row, witness);
  references(line, document_id, witness);
  qualifiers(line, witness);
  return witness;
}

void GraphRows::words(JsonObject const& line, std::uint32_t record_row, GraphPart::Witness& witness) {
  GraphPart::Cell cell{record_row, {}, {}};
  std::string_view printed;
  auto const evidence = object_member(line, "evidence");
  if (evidence) {
    std::string_view const field = text_member(*evidence, "field");
    if (!field.empty() && !role_named(field)) throw LineFault{"unknown field " + quoted(field)};
    cell.field = text(field);
    printed = text_member(*evidence, "cell");
    if (printed.empty()) printed = text_member(*evidence, "text");
    cell.text = text(printed);
    witness.text = span_of(*evidence, printed);
  }
  if (auto const trigger = object_member(line, "trigger")) witness.trigger = span_of(*trigger, printed);
  if (auto const mentions = object_member(line, "mentions")) {
    if (auto const subject = object_member(*mentions, "subject")) witness.subject = span_of(*subject, printed);
    if (auto const object = object_member(*mentions, "object")) witness.object = span_of(*object, printed);
  }
  bool const same = !part.cells.empty() && part.cells.back().record == cell.record && part.cells.back().field == cell.field &&
                    part.cells.back().text == cell.text;
  if (!same) part.cells.push_back(cell);
  witness.cell = static_cast<std::uint32_t>(part.cells.size() - 1);
}

void GraphRows::references(JsonObject const& line, std::string_view document_id, GraphPart::Witness& witness) {
  // "107" is the line's document's own; what has a '#' is whole.
  auto const reference = [&](std::string_view printed) {
    return text(printed.find('#') == std::string_view::npos ? fmt::format("{}#{}", document_id, printed) : std::string{printed});
  };
  auto const whole = array_member(line, "references");
  if (whole) {
    for (JsonElement const item : *whole) witness.references.push_back(text(text_of(item)));
  } else {
    for (std::string_view const printed : split(text_member(line, "reference"), ',')) {
      if (!trim(printed).empty()) witness.references.push_back(reference(trim(printed)));
    }
  }
  auto const cited = array_member(line, "cited");
  if (!cited) return;
  bool const printed_alone = !whole && witness.references.size() == 1;
  for (JsonElement const item : *cited) {
    JsonObject work;
    if (item.get(work) != simdjson::SUCCESS) throw LineFault{"\"cited\" holds something that is not an object"};
    if (auto const of = text_member(work, "reference"); !of.empty()) {
      part.citations.push_back(
          {reference(of), text(text_member(work, "doi")), text(text_member(work, "pmid")), text(text_member(work, "pmcid"))});
      continue;
    }
    if (whole) continue;
    if (printed_alone) {
      part.citations.push_back(
          {witness.references.front(), text(text_member(work, "doi")), text(text_member(work, "pmid")), text(text_member(work, "pmcid"))});
      continue;
    }
    if (auto const doi = text_member(work, "doi"); !doi.empty()) witness.references.push_back(text(fmt::format("DOI:{}", doi)));
    if (auto const pmid = text_member(work, "pmid"); !pmid.empty()) witness.references.push_back(text(fmt::format("PMID:{}", pmid)));
    if (auto const pmcid = text_member(work, "pmcid"); !pmcid.empty()) witness.references.push_back(text(fmt::format("PMCID:{}", pmcid)));
    if (auto const id = text_member(work, "id"); !id.empty()) witness.references.push_back(text(id));
  }
}

void GraphRows::qualifiers(JsonObject const& line, GraphPart::Witness& witness) {
  if (auto const whole = array_member(line, "qualifiers")) {
    for (JsonElement const item : *whole) {
      JsonObject qualifier;
      if (item.get(qualifier) != simdjson::SUCCESS) throw LineFault{"\"qualifiers\" holds something that is not an object"};
      StringId const key = text(needed_text(qualifier, "key"));
      std::string_view id;
      if (auto const value = member(qualifier, "node"); value && value->get(id) == simdjson::SUCCESS) {
        witness.qualifiers.push_back({key, text(id), true});
      } else if (auto const whole_node = object_member(qualifier, "node")) {
        witness.qualifiers.push_back({key, part.nodes[node(*whole_node)].id, true});
      } else {
        witness.qualifiers.push_back({key, text(text_member(qualifier, "text")), false});
      }
    }
    return;
  }
  auto const context = object_member(line, "context");
  if (!context) return;
  for (auto const& [key, value] : *context) {
    std::string_view single;
    JsonArray several;
    if (value.get(single) == simdjson::SUCCESS) {
      witness.qualifiers.push_back({text(key), text(single), false});
    } else if (value.get(several) == simdjson::SUCCESS) {
      for (JsonElement const item : several) witness.qualifiers.push_back({text(key), text(text_of(item)), false});
    }
  }
}

void GraphRows::mark() {
  mark_ = {part.nodes.size(),           part.node_attributes.size(), part.edges.size(),
           part.edge_attributes.size(), part.witnesses.size(),       part.citations.size()};
}

void GraphRows::rollback() {
  for (std::size_t row = mark_.nodes; row < part.nodes.size(); ++row) rows_.erase(part.nodes[row].id);
  part.nodes.resize(mark_.nodes);
  part.node_attributes.resize(mark_.node_attributes);
  part.edges.resize(mark_.edges);
  part.edge_attributes.resize(mark_.edge_attributes);
  part.witnesses.resize(mark_.witnesses);
  part.citations.resize(mark_.citations);
}

GraphPart GraphRows::hand_out() {
  rows_.clear();
  mark_ = {};
  return std::exchange(part, GraphPart{});
}

}  // namespace mechgraph
