// Nodes and edges of KGX → rows of parts.
#include "read/kgx_rows.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t lines_per_part = 10'000;

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

}  // namespace

KgxRows::KgxRows(Input const& input, ReadOptions const& options, ReadTarget const& target)
    : input_(input), options_(options), target_(target) {}

void KgxRows::node(KgxSlots slots) {
  GraphPart::Node node;
  std::string_view type;
  bool known = false;
  for (auto const& [name, value] : slots) {
    if (name == "id") node.id = text(value);
    if (name == "name" && node.label == StringId{}) node.label = text(value);
    if (name != "category" || known) continue;
    std::string_view const ours = options_.type_of_category(value);
    known = !ours.empty();
    if (known || type.empty()) type = known ? ours : value;
  }
  if (node.id == StringId{}) throw LineFault{"a node without an id"};
  node.type = text(type);
  if (!known && !type.empty()) node.flags = static_cast<std::uint8_t>(NodeFlag::foreign);
  auto const row = static_cast<std::uint32_t>(part_.nodes.size());
  part_.nodes.push_back(node);
  rows_.insert_or_assign(node.id, row);
  for (auto const& [name, value] : slots) {
    if (name == "id" || (name == "category" && value == type)) continue;
    part_.node_attributes.push_back({row, text(name), text(value)});
  }
  count();
}

std::uint32_t KgxRows::end(std::string_view id) {
  StringId const name = text(id);
  auto const [place, is_new] = rows_.try_emplace(name, static_cast<std::uint32_t>(part_.nodes.size()));
  if (is_new) part_.nodes.push_back({.id = name});
  return place->second;
}

std::uint32_t KgxRows::document(std::string_view source) {
  GraphPart::Document document;
  if (!source.empty()) {
    document.id = text(source);
  } else {
    if (own_document_.empty()) own_document_ = document_id(options_.document, {}, input_.bytes);
    document = {text(own_document_), text(options_.document.doi), text(options_.document.pmid), text(options_.document.pmcid),
                text(options_.document.title)};
  }
  if (part_.documents.empty() || part_.documents.back().id != document.id) {
    part_.documents.push_back(document);
    part_.tables.push_back({static_cast<std::uint32_t>(part_.documents.size() - 1), text("#1"), StringId{}});
  }
  return static_cast<std::uint32_t>(part_.tables.size() - 1);
}

void KgxRows::edge(KgxSlots slots) {
  std::string_view subject, object, record, id, source, negated, basis, level, confidence;
  ForeignPredicate predicate;
  std::array const places{std::pair{std::string_view{"subject"}, &subject},
                          std::pair{std::string_view{"object"}, &object},
                          std::pair{std::string_view{"predicate"}, &predicate.predicate},
                          std::pair{std::string_view{"original_predicate"}, &predicate.original_predicate},
                          std::pair{std::string_view{"qualified_predicate"}, &predicate.qualified_predicate},
                          std::pair{std::string_view{"subject_direction_qualifier"}, &predicate.subject_direction},
                          std::pair{std::string_view{"object_direction_qualifier"}, &predicate.object_direction},
                          std::pair{std::string_view{"object_aspect_qualifier"}, &predicate.object_aspect},
                          std::pair{std::string_view{"record"}, &record},
                          std::pair{std::string_view{"id"}, &id},
                          std::pair{std::string_view{"primary_knowledge_source"}, &source},
                          std::pair{std::string_view{"negated"}, &negated},
                          std::pair{std::string_view{"basis"}, &basis},
                          std::pair{std::string_view{"knowledge_level"}, &level},
                          std::pair{std::string_view{"confidence"}, &confidence}};
  GraphPart::Witness witness;
  std::string words;
  std::vector<std::pair<std::string_view, std::string_view>> rest;
  for (auto const& [name, value] : slots) {
    if (name == "publications") {
      witness.references.push_back(text(value));
    } else if (name == "supporting_text" || name == "sentence") {
      words.append(words.empty() ? "" : "\n").append(value);
    } else if (name == "sign") {
      predicate.sign = sign_of(value);
    } else {
      auto const* const place = std::find_if(places.begin(), places.end(), [&name = name](auto const& p) { return p.first == name; });
      if (place == places.end() || !place->second->empty()) {
        rest.emplace_back(name, value);
      } else {
        *place->second = value;
      }
    }
  }
  if (subject.empty()) throw LineFault{"an edge without a subject"};
  if (predicate.predicate.empty()) throw LineFault{"an edge without a predicate"};
  if (object.empty()) throw LineFault{"an edge without an object"};
  EdgeMeaning const meaning = options_.meaning_of_predicate(predicate);
  if (meaning.relation.empty()) throw LineFault{"the sign is not that of the relation " + quoted(predicate.predicate)};

  GraphPart::Edge edge;
  edge.subject = end(subject);
  edge.object = end(object);
  edge.relation = text(meaning.relation);
  edge.sign = meaning.sign;
  edge.negated = !negated.empty() && is_true(negated);
  witness.edge = static_cast<std::uint32_t>(part_.edges.size());
  part_.edges.push_back(edge);

  auto const keep = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) witness.qualifiers.push_back({text(name), text(value), false});
  };
  ++edges_;
  std::string const number = std::to_string(edges_);
  if (meaning.relation != predicate.predicate && !meaning.whole) keep("predicate", predicate.predicate);
  if (!meaning.whole) {
    for (std::size_t i = 3; i < 8; ++i) keep(places.at(i).first, *places.at(i).second);
  } else {
    keep("object_aspect_qualifier", predicate.object_aspect);
  }
  keep("id", id);
  if (id.empty() && !record.empty()) keep("id", number);
  keep("knowledge_level", level);
  auto const known_basis = basis_named(basis);
  witness.basis = known_basis.value_or(basis_of(level));
  if (!known_basis) keep("basis", basis);
  auto const exact = per_mille(confidence);
  witness.confidence = exact.value_or(witness.confidence);
  if (!exact) keep("confidence", confidence);
  for (auto const& [name, value] : rest) keep(name, value);

  part_.records.push_back({document(source), text(!record.empty() ? record : !id.empty() ? id : std::string_view{number})});
  part_.cells.push_back({static_cast<std::uint32_t>(part_.records.size() - 1), text(name(Role::other)), text(words)});
  witness.text = {0, static_cast<std::uint32_t>(words.size())};
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
  in_part_ = 0;
}

}  // namespace mechgraph
