// The JSON lines that mechgraph writes: one witness a line → graph. docs/formats.md describes the line.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>
#include <tsl/robin_map.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t lines_per_part = 10'000;

// Why a line can not be used.
struct LineFault {
  std::string what;
};

std::optional<element> member(object const& parent, std::string_view name) {
  element value;
  if (parent.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

template <class T>
std::optional<T> member_as(object const& parent, std::string_view name, std::string_view wanted) {
  auto const value = member(parent, name);
  if (!value) return std::nullopt;
  T typed;
  if (value->get(typed) != simdjson::SUCCESS) throw LineFault{fmt::format("\"{}\" is not {}", name, wanted)};
  return typed;
}

std::optional<object> object_member(object const& parent, std::string_view name) { return member_as<object>(parent, name, "an object"); }
std::optional<array> array_member(object const& parent, std::string_view name) { return member_as<array>(parent, name, "a list"); }
std::string_view text_member(object const& parent, std::string_view name) {
  return member_as<std::string_view>(parent, name, "a text").value_or(std::string_view{});
}

object needed_object(object const& parent, std::string_view name) {
  if (auto const value = object_member(parent, name)) return *value;
  throw LineFault{fmt::format("there is no \"{}\"", name)};
}

std::string_view needed_text(object const& parent, std::string_view name) {
  std::string_view const text = text_member(parent, name);
  if (text.empty()) throw LineFault{fmt::format("there is no \"{}\"", name)};
  return text;
}

std::string_view text_of(element value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) throw LineFault{"a list holds something that is not a text"};
  return text;
}

constexpr std::array<std::pair<std::string_view, NodeFlag>, 3> node_flags{
    {{"ancestor", NodeFlag::ancestor}, {"foreign", NodeFlag::foreign}, {"unresolved", NodeFlag::unresolved}}};

std::uint8_t node_flag(std::string_view name) {
  for (auto const& [known, flag] : node_flags) {
    if (known == name) return static_cast<std::uint8_t>(flag);
  }
  throw LineFault{"unknown flag " + quoted(name)};
}

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20U && byte != '\t' && byte != '\n'; }

// False for a text that may hold what XML can not (0xEF begins U+FFFE and U+FFFF).
bool is_clean(std::string_view text) {
  return std::ranges::none_of(text, [](char byte) { return is_control(byte) || byte == '\xEF'; });
}

// Escapes can bring in what the check of the input kept out: each such code point becomes U+FFFD, so that offsets stay.
std::string cleaned(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    bool const kept = !is_control(text[at]) && point.value != 0xFFFE && point.value != 0xFFFF;
    append_utf8(out, kept ? point.value : U'\uFFFD');
    at += point.length;
  }
  return out;
}

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

// "start" and "end" of an object, in bytes of the cell; empty where it has none. Its "text" must be what stands there.
Span span_of(object const& words, std::string_view cell) {
  auto const start = member_as<std::int64_t>(words, "start", "a number");
  auto const end = member_as<std::int64_t>(words, "end", "a number");
  if (!start && !end) return {};
  auto const first = bytes_of(cell, start.value_or(-1));
  auto const last = bytes_of(cell, end.value_or(-1));
  if (!first || !last || *first > *last) throw LineFault{"\"start\" and \"end\" lie outside the cell"};
  Span const span{*first, *last};
  std::string_view const text = text_member(words, "text");
  if (!text.empty() && text != cut(cell, span) && cleaned(text) != cut(cell, span)) {
    throw LineFault{"the words " + quoted(text) + " do not stand where \"start\" and \"end\" say"};
  }
  return span;
}

class GraphLines {
 public:
  GraphLines(ReadTarget const& target) : target_(target) {}

  // A line that throws leaves no rows behind.
  void add(object const& line) {
    std::array const before{part_.nodes.size(), part_.node_attributes.size(), part_.edges.size(), part_.edge_attributes.size(),
                            part_.citations.size()};
    try {
      if (auto const alone = object_member(line, "node")) {
        node(*alone);
      } else {
        statement(line);
      }
    } catch (LineFault const&) {
      for (std::size_t row = before[0]; row < part_.nodes.size(); ++row) rows_.erase(part_.nodes[row].id);
      part_.nodes.resize(before[0]);
      part_.node_attributes.resize(before[1]);
      part_.edges.resize(before[2]);
      part_.edge_attributes.resize(before[3]);
      part_.citations.resize(before[4]);
      throw;
    }
    if (++lines_ == lines_per_part) hand_out();
  }

  void hand_out() {
    if (lines_ == 0) return;
    target_.graph(std::exchange(part_, GraphPart{}));
    rows_.clear();
    lines_ = 0;
  }

 private:
  StringId text(std::string_view view) { return is_clean(view) ? part_.strings.intern(view) : part_.strings.intern(cleaned(view)); }

  template <class Row>
  static std::uint32_t push(std::vector<Row>& rows, Row row) {
    rows.push_back(row);
    return static_cast<std::uint32_t>(rows.size() - 1);
  }

  void attributes(object const& values, std::uint32_t owner, std::vector<GraphPart::Attribute>& rows) {
    for (auto const& [name, list] : values) {
      array items;
      if (list.get(items) != simdjson::SUCCESS) throw LineFault{"the attribute " + quoted(name) + " is not a list"};
      for (element const item : items) rows.push_back({owner, text(name), text(text_of(item))});
    }
  }

  // "derivative|sources|modifiers" from the parts of an Intervention, for lines without attributes.
  static std::string composition(object const& node, object const& derivative) {
    std::string composed{needed_text(derivative, "id")};
    std::vector<std::string_view> sources;
    if (auto const several = array_member(node, "sources")) {
      for (element const source : *several) {
        object part;
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
      for (element const modifier : *modifiers) {
        object part;
        if (modifier.get(part) != simdjson::SUCCESS) continue;
        composed.append(std::exchange(first, false) ? "" : ";")
            .append(needed_text(part, "relation"))
            .append("=")
            .append(needed_text(part, "id"));
      }
    }
    return composed;
  }

  std::uint32_t node(object const& described) {
    GraphPart::Node row;
    row.id = text(needed_text(described, "id"));
    std::string_view const kind = needed_text(described, "kind");
    auto const known = kind_named(kind);
    if (!known) throw LineFault{"unknown kind " + quoted(kind)};
    row.kind = *known;
    row.type = text(text_member(described, "type"));
    row.label = text(text_member(described, "label"));
    if (auto const flags = array_member(described, "flags")) {
      for (element const flag : *flags) row.flags |= node_flag(text_of(flag));
    }
    auto const values = object_member(described, "attributes");
    auto const [place, is_new] = rows_.try_emplace(row.id, 0U);
    if (!is_new && !values) {
      auto const& before = part_.nodes[place->second];
      if (before.kind == row.kind && before.type == row.type && before.label == row.label && before.flags == row.flags)
        return place->second;
    }
    place.value() = push(part_.nodes, row);
    std::uint32_t const owner = place->second;
    if (values) {
      attributes(*values, owner, part_.node_attributes);
    } else if (auto const derivative = object_member(described, "derivative")) {
      if (is_new) part_.node_attributes.push_back({owner, text(attribute::composition), text(composition(described, *derivative))});
    }
    return owner;
  }

  // The document, table and record that a line stands in; those of the line before where they are the same.
  std::uint32_t record(object const& line) {
    GraphPart::Document document;
    std::string_view table_label;
    std::string_view caption;
    if (auto const described = object_member(line, "document")) {
      Fields fields;
      set_field(fields, Role::doi, text_member(*described, "doi"));
      set_field(fields, Role::pmid, text_member(*described, "pmid"));
      set_field(fields, Role::pmcid, text_member(*described, "pmcid"));
      fields.document.title = text_member(*described, "title");
      document.journal = text(text_member(*described, "journal"));
      document.year = text(text_member(*described, "year"));
      document.licence = text(text_member(*described, "licence"));
      table_label = text_member(*described, "table");
      caption = text_member(*described, "caption");
      std::string_view const id = text_member(*described, "id");
      document.id = text(id.empty() ? document_id(fields.document, caption, {}) : std::string{id});
      document.doi = text(fields.document.doi);
      document.pmid = text(fields.document.pmid);
      document.pmcid = text(fields.document.pmcid);
      document.title = text(fields.document.title);
    } else {
      document.id = text(document_id({}, {}, {}));
    }
    auto const same = [](GraphPart::Document const& a, GraphPart::Document const& b) {
      return a.id == b.id && a.doi == b.doi && a.pmid == b.pmid && a.pmcid == b.pmcid && a.title == b.title && a.journal == b.journal &&
             a.year == b.year && a.licence == b.licence;
    };
    if (part_.documents.empty() || !same(part_.documents.back(), document)) part_.documents.push_back(document);
    GraphPart::Table const table{static_cast<std::uint32_t>(part_.documents.size() - 1), text(table_label.empty() ? "#1" : table_label),
                                 text(caption)};
    auto const same_table = [](GraphPart::Table const& a, GraphPart::Table const& b) {
      return a.document == b.document && a.name == b.name && a.caption == b.caption;
    };
    if (part_.tables.empty() || !same_table(part_.tables.back(), table)) part_.tables.push_back(table);
    GraphPart::Record const record{static_cast<std::uint32_t>(part_.tables.size() - 1), text(text_member(line, "record"))};
    if (part_.records.empty() || part_.records.back().table != record.table || part_.records.back().id != record.id) {
      part_.records.push_back(record);
    }
    document_id_ = part_.strings.view(document.id);
    return static_cast<std::uint32_t>(part_.records.size() - 1);
  }

  void words(object const& line, std::uint32_t record_row, GraphPart::Witness& witness) {
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
      printed = part_.strings.view(cell.text);
      witness.text = span_of(*evidence, printed);
    }
    if (auto const trigger = object_member(line, "trigger")) witness.trigger = span_of(*trigger, printed);
    if (auto const mentions = object_member(line, "mentions")) {
      if (auto const subject = object_member(*mentions, "subject")) witness.subject = span_of(*subject, printed);
      if (auto const object = object_member(*mentions, "object")) witness.object = span_of(*object, printed);
    }
    bool const same = !part_.cells.empty() && part_.cells.back().record == cell.record && part_.cells.back().field == cell.field &&
                      part_.cells.back().text == cell.text;
    if (!same) part_.cells.push_back(cell);
    witness.cell = static_cast<std::uint32_t>(part_.cells.size() - 1);
  }

  // "107" is the line's document's own; what has a '#' is whole.
  StringId reference(std::string_view printed) {
    return text(printed.find('#') == std::string_view::npos ? fmt::format("{}#{}", document_id_, printed) : std::string{printed});
  }

  void references(object const& line, GraphPart::Witness& witness) {
    auto const whole = array_member(line, "references");
    if (whole) {
      for (element const reference : *whole) witness.references.push_back(text(text_of(reference)));
    } else {
      for (std::string_view const printed : split(text_member(line, "reference"), ',')) {
        if (!trim(printed).empty()) witness.references.push_back(reference(trim(printed)));
      }
    }
    auto const cited = array_member(line, "cited");
    if (!cited) return;
    bool const printed_alone = !whole && witness.references.size() == 1;
    for (element const item : *cited) {
      object work;
      if (item.get(work) != simdjson::SUCCESS) throw LineFault{"\"cited\" holds something that is not an object"};
      if (auto const of = text_member(work, "reference"); !of.empty()) {
        part_.citations.push_back(
            {reference(of), text(text_member(work, "doi")), text(text_member(work, "pmid")), text(text_member(work, "pmcid"))});
        continue;
      }
      if (whole) continue;
      if (printed_alone) {
        part_.citations.push_back({witness.references.front(), text(text_member(work, "doi")), text(text_member(work, "pmid")),
                                   text(text_member(work, "pmcid"))});
        continue;
      }
      if (auto const doi = text_member(work, "doi"); !doi.empty()) witness.references.push_back(text(fmt::format("DOI:{}", doi)));
      if (auto const pmid = text_member(work, "pmid"); !pmid.empty()) witness.references.push_back(text(fmt::format("PMID:{}", pmid)));
      if (auto const pmcid = text_member(work, "pmcid"); !pmcid.empty()) witness.references.push_back(text(fmt::format("PMCID:{}", pmcid)));
      if (auto const id = text_member(work, "id"); !id.empty()) witness.references.push_back(text(id));
    }
  }

  void qualifiers(object const& line, GraphPart::Witness& witness) {
    if (auto const whole = array_member(line, "qualifiers")) {
      for (element const item : *whole) {
        object qualifier;
        if (item.get(qualifier) != simdjson::SUCCESS) throw LineFault{"\"qualifiers\" holds something that is not an object"};
        StringId const key = text(needed_text(qualifier, "key"));
        if (auto const value = object_member(qualifier, "node")) {
          witness.qualifiers.push_back({key, part_.nodes[node(*value)].id, true});
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
      array several;
      if (value.get(single) == simdjson::SUCCESS) {
        witness.qualifiers.push_back({text(key), text(single), false});
      } else if (value.get(several) == simdjson::SUCCESS) {
        for (element const item : several) witness.qualifiers.push_back({text(key), text(text_of(item)), false});
      }
    }
  }

  void statement(object const& line) {
    object const subject = needed_object(line, "subject");
    object const whole_object = needed_object(line, "object");
    GraphPart::Edge edge;
    edge.relation = text(needed_text(line, "relation"));
    std::int64_t const sign = member_as<std::int64_t>(line, "sign", "a number").value_or(0);
    if (sign < -1 || sign > 1) throw LineFault{"\"sign\" is none of -1, 0 and 1"};
    edge.sign = static_cast<std::int8_t>(sign);
    edge.negated = member_as<bool>(line, "negated", "true or false").value_or(false);
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
      for (element const item : *flags) {
        auto const flag = flag_named(text_of(item));
        if (!flag) throw LineFault{"unknown flag " + quoted(text_of(item))};
        witness.flags.set(*flag);
      }
    }
    witness.rule = text(text_member(line, "rule"));
    words(line, record(line), witness);
    references(line, witness);
    qualifiers(line, witness);
    edge.subject = node(subject);
    edge.object = node(whole_object);
    witness.edge = push(part_.edges, edge);
    if (auto const values = object_member(line, "edge_attributes")) attributes(*values, witness.edge, part_.edge_attributes);
    part_.witnesses.push_back(std::move(witness));
  }

  ReadTarget const& target_;
  GraphPart part_;
  tsl::robin_map<StringId, std::uint32_t> rows_;  // the last row of each node
  std::string_view document_id_;                  // of the line at hand
  std::size_t lines_ = 0;
};

int recognises(std::string_view name, std::string_view head) {
  std::string_view const text = trim(head);
  if (!text.starts_with('{')) return 0;
  std::string_view const line = text.substr(0, text.find('\n'));
  bool const is_statement = line.find("\"subject\"") != std::string_view::npos || line.starts_with("{\"node\"");
  return is_statement ? 95 : name.ends_with(".jsonl") ? 30 : 0;
}

void read(Input const& input, ReadOptions const&, Diagnostics& diagnostics, ReadTarget const& target) {
  GraphLines graph{target};
  simdjson::dom::parser parser;
  std::size_t used = 0;
  std::size_t faulty = 0;
  Lines lines{input.bytes};
  Line line;
  while (lines.next(line)) {
    if (trim(line.text).empty()) continue;
    try {
      object statement;
      auto const code = parser.parse(line.text.data(), line.text.size()).get(statement);
      if (code == simdjson::INCORRECT_TYPE) throw LineFault{"not a JSON object"};
      if (code != simdjson::SUCCESS) throw LineFault{"not JSON"};
      graph.add(statement);
      ++used;
    } catch (LineFault const& fault) {
      ++faulty;
      Caret const caret{input.number, line.number, 0};
      diagnostics.add({Severity::error, caret, fault.what, "the line is left out", excerpt_of(line.text, caret)});
    }
  }
  graph.hand_out();
  if (used == 0) {
    throw Error(std::string{diagnostics.input_name(input.number)},
                faulty == 1 ? std::string{"its only line is not a statement"} : fmt::format("none of its {} lines is a statement", faulty),
                "give a graph that mechgraph wrote with -f jsonl");
  }
}

}  // namespace

extern Reader const jsonl_reader;
Reader const jsonl_reader{"jsonl", "a graph that mechgraph wrote as JSON Lines", true, recognises, read};

}  // namespace mechgraph
