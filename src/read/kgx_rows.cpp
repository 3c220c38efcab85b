// Nodes and edges of KGX → rows of parts.
#include "read/kgx_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t lines_per_part = 2'000;
constexpr std::size_t most_sayings = 10'000;

std::optional<std::int8_t> sign_of(std::string_view text) {
  if (text == "1" || text == "+1" || text == "+") return std::int8_t{1};
  if (text == "-1" || text == "-" || text == "\u2212" || text == "\u22121") return std::int8_t{-1};
  if (text == "0") return std::int8_t{0};
  throw LineFault{"the sign " + quoted(text) + " is none of 1, -1 and 0"};
}

bool is_true(std::string_view text) {
  constexpr std::array<std::string_view, 8> no{"false", "False", "FALSE", "0", "no", "No", "f", "F"};
  for (std::string_view const word : no) {
    if (text == word) return false;
  }
  return true;
}

// Thousandths of a number between 0 and 1 that has no finer digits.
std::optional<std::uint16_t> per_mille(std::string_view text) {
  if (text.size() >= 3 && text.size() <= 5 && text.starts_with("0.")) {
    unsigned thousandths = 0;
    auto const [end, fault] = std::from_chars(text.data() + 2, text.data() + text.size(), thousandths);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    for (std::size_t digits = text.size() - 2; digits < 3; ++digits) thousandths *= 10;
    return static_cast<std::uint16_t>(thousandths);
  }
  double value = -1;
  auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size() || !(value >= 0 && value <= 1)) return std::nullopt;
  double const thousandths = std::round(value * 1000);
  if (std::abs(value * 1000 - thousandths) > 1e-9) return std::nullopt;
  return static_cast<std::uint16_t>(thousandths);
}

// How far the words go, by what KGX says of the knowledge: what is inferred or predicted is not stated.
Basis basis_of(std::string_view knowledge_level) {
  bool const inferred =
      knowledge_level == "logical_entailment" || knowledge_level == "prediction" || knowledge_level == "text_co_occurrence";
  return inferred ? Basis::implied : Basis::stated;
}

// By KgxName: the slot's own name, empty for the last.
constexpr std::array<std::string_view, 21> kgx_names{"subject",
                                                     "object",
                                                     "predicate",
                                                     "original_predicate",
                                                     "qualified_predicate",
                                                     "subject_direction_qualifier",
                                                     "object_direction_qualifier",
                                                     "object_aspect_qualifier",
                                                     "record",
                                                     "id",
                                                     "primary_knowledge_source",
                                                     "negated",
                                                     "basis",
                                                     "knowledge_level",
                                                     "confidence",
                                                     "name",
                                                     "category",
                                                     "publications",
                                                     "supporting_text",
                                                     "sign",
                                                     ""};
constexpr auto singles = static_cast<std::size_t>(KgxName::confidence) + 1;
constexpr std::uint32_t none = 0xFFFFFFFFU;

std::string_view printed(KgxName name) { return kgx_names[static_cast<std::size_t>(name)]; }

}  // namespace

KgxName kgx_name(std::string_view slot) {
  if (slot == "sentence") return KgxName::words;
  auto const known = std::find(kgx_names.begin(), kgx_names.end() - 1, slot);
  return static_cast<KgxName>(known - kgx_names.begin());
}

KgxRows::KgxRows(ReadOptions const& options, ReadTarget const& target, std::function<std::string()> content_digest)
    : options_(options), target_(target), content_digest_(std::move(content_digest)) {}

StringId KgxRows::text(KgxName name) {
  StringId& known = names_[static_cast<std::size_t>(name)];
  if (known == StringId{}) known = text(name == KgxName::other ? mechgraph::name(Role::other) : printed(name));
  return known;
}

std::uint32_t& KgxRows::row_of(StringId node) {
  if (index(node) >= rows_.size()) rows_.resize(part_.strings.size(), none);
  return rows_[index(node)];
}

void KgxRows::node(std::span<KgxValue const> slots) {
  GraphPart::Node node;
  std::string_view type;
  bool known = false;
  for (KgxValue const& slot : slots) {
    if (slot.name == KgxName::id) node.id = text(slot.value);
    if (slot.name == KgxName::name && node.label == StringId{}) node.label = text(slot.value);
    if (slot.name != KgxName::category || known) continue;
    std::string_view const ours = options_.type_of_category(slot.value);
    known = !ours.empty();
    if (known || type.empty()) type = known ? ours : slot.value;
  }
  if (node.id == StringId{}) throw LineFault{"a node without an id"};
  node.type = text(type);
  if (!known && !type.empty()) node.flags = static_cast<std::uint8_t>(NodeFlag::foreign);
  auto const row = static_cast<std::uint32_t>(part_.nodes.size());
  part_.nodes.push_back(node);
  row_of(node.id) = row;
  for (KgxValue const& slot : slots) {
    if (slot.name == KgxName::id || (slot.name == KgxName::category && slot.value == type)) continue;
    part_.node_attributes.push_back({row, text(slot.printed), text(slot.value)});
  }
  count();
}

std::uint32_t KgxRows::end(std::string_view id) {
  StringId const name = text(id);
  std::uint32_t& row = row_of(name);
  if (row == none) {
    row = static_cast<std::uint32_t>(part_.nodes.size());
    part_.nodes.push_back({.id = name});
  }
  return row;
}

std::uint32_t KgxRows::document(std::string_view source) {
  auto const last = static_cast<std::uint32_t>(part_.tables.size() - 1);
  if (!part_.tables.empty() && source == source_) return last;
  source_ = source;
  GraphPart::Document document;
  if (!source.empty()) {
    document.id = text(source);
  } else {
    Document const& given = options_.document;
    if (own_document_.empty()) {
      bool const is_named = !given.doi.empty() || !given.pmid.empty() || !given.pmcid.empty() || !given.title.empty();
      own_document_ = is_named ? document_id(given, {}, {}) : "MECHGRAPH:D" + content_digest_();
    }
    document = {text(own_document_), text(given.doi), text(given.pmid), text(given.pmcid), text(given.title)};
  }
  part_.documents.push_back(document);
  part_.tables.push_back({static_cast<std::uint32_t>(part_.documents.size() - 1), text("#1"), StringId{}});
  return last + 1;
}

// Looked up once: few predicates make many edges.
KgxRows::Meaning& KgxRows::meaning(ForeignPredicate const& predicate) {
  saying_ = predicate.predicate;
  char field = '\1';
  for (std::string_view const part : {predicate.original_predicate, predicate.qualified_predicate, predicate.subject_direction,
                                      predicate.object_direction, predicate.object_aspect}) {
    if (!part.empty()) (saying_ += field) += part;
    ++field;
  }
  saying_.push_back(!predicate.sign ? ' ' : *predicate.sign < 0 ? '-' : *predicate.sign > 0 ? '+' : '0');
  if (meanings_.size() > most_sayings) {
    sayings_ = {};
    meanings_.clear();
  }
  std::size_t const number = index(sayings_.intern(saying_)) - 1;
  if (number == meanings_.size()) {
    EdgeMeaning const found = options_.meaning_of_predicate(predicate);
    meanings_.push_back({std::string{found.relation}, found.sign, found.whole, 0, {}});
  }
  return meanings_[number];
}

void KgxRows::edge(std::span<KgxValue const> slots) {
  std::array<std::string_view, singles> values;
  auto const value_of = [&values](KgxName name) { return values[static_cast<std::size_t>(name)]; };
  std::optional<std::int8_t> sign;
  words_.clear();
  rest_.clear();
  GraphPart::Witness witness;
  for (KgxValue const& slot : slots) {
    auto const number = static_cast<std::size_t>(slot.name);
    if (number < singles && values[number].empty()) {
      values[number] = slot.value;
    } else if (slot.name == KgxName::publications) {
      witness.references.push_back(text(slot.value));
    } else if (slot.name == KgxName::words) {
      words_.append(words_.empty() ? "" : "\n").append(slot.value);
    } else if (slot.name == KgxName::sign) {
      sign = sign_of(slot.value);
    } else {
      rest_.push_back(slot);
    }
  }
  std::string_view const predicate = value_of(KgxName::predicate);
  if (value_of(KgxName::subject).empty()) throw LineFault{"an edge without a subject"};
  if (predicate.empty()) throw LineFault{"an edge without a predicate"};
  if (value_of(KgxName::object).empty()) throw LineFault{"an edge without an object"};
  Meaning& known =
      meaning({predicate, value_of(KgxName::original_predicate), value_of(KgxName::qualified_predicate),
               value_of(KgxName::subject_direction), value_of(KgxName::object_direction), value_of(KgxName::object_aspect), sign});
  if (known.relation.empty()) throw LineFault{"the sign is not that of the relation " + quoted(predicate)};

  GraphPart::Edge edge;
  edge.subject = end(value_of(KgxName::subject));
  edge.object = end(value_of(KgxName::object));
  if (std::exchange(known.part, part_number_) != part_number_) known.text = text(known.relation);
  edge.relation = known.text;
  edge.sign = known.sign;
  edge.negated = !value_of(KgxName::negated).empty() && is_true(value_of(KgxName::negated));
  witness.edge = static_cast<std::uint32_t>(part_.edges.size());
  part_.edges.push_back(edge);

  auto const keep = [&](StringId name, StringId value) { witness.qualifiers.push_back({name, value, false}); };
  auto const keep_slot = [&](KgxName name) {
    if (!value_of(name).empty()) keep(text(name), text(value_of(name)));
  };
  ++edges_;
  std::array<char, 24> digits;
  std::string_view const record = value_of(KgxName::record), id = value_of(KgxName::id);
  std::string_view number = id;
  if (id.empty()) number = {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), edges_).ptr};
  if (known.relation != predicate && !known.whole) keep_slot(KgxName::predicate);
  if (!known.whole) {
    keep_slot(KgxName::original_predicate);
    keep_slot(KgxName::qualified_predicate);
    keep_slot(KgxName::subject_direction);
    keep_slot(KgxName::object_direction);
  }
  keep_slot(KgxName::object_aspect);
  StringId const number_text = part_.strings.add(number);  // nearly always another one
  if (!id.empty() || !record.empty()) keep(text(KgxName::id), number_text);
  keep_slot(KgxName::level);
  auto const known_basis = basis_named(value_of(KgxName::basis));
  witness.basis = known_basis.value_or(basis_of(value_of(KgxName::level)));
  if (!known_basis) keep_slot(KgxName::basis);
  auto const exact = per_mille(value_of(KgxName::confidence));
  witness.confidence = exact.value_or(witness.confidence);
  if (!exact) keep_slot(KgxName::confidence);
  for (KgxValue const& slot : rest_) keep(text(slot.printed), text(slot.value));

  part_.records.push_back({document(value_of(KgxName::source)), record.empty() ? number_text : text(record)});
  part_.cells.push_back({static_cast<std::uint32_t>(part_.records.size() - 1), text(KgxName::other), text(words_)});
  witness.text = {0, static_cast<std::uint32_t>(words_.size())};
  witness.cell = static_cast<std::uint32_t>(part_.cells.size() - 1);
  part_.witnesses.push_back(std::move(witness));
  count();
}

void KgxRows::count() {
  ++used_;
  if (++in_part_ == lines_per_part) hand_out();
}

void KgxRows::hand_out() {
  if (in_part_ == 0) return;
  target_.graph(std::exchange(part_, GraphPart{}));
  rows_.clear();
  names_ = {};
  ++part_number_;
  in_part_ = 0;
}

}  // namespace mechgraph
