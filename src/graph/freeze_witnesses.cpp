// Witnesses: from the builder's numbers to the graph's.
#include "graph/freeze_witnesses.hpp"

#include <algorithm>
#include <tuple>

namespace mechgraph {
namespace {

template <class Item>
void sort_and_cut(std::vector<Item>& items) {
  if (items.size() < 2) return;
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace

std::strong_ordering FrozenWitness::operator<=>(FrozenWitness const& other) const {
  auto const fixed = [](FrozenWitness const& w) {
    GraphBuilder::Tables::Words const& said = w.words;
    return std::tuple{said.text, said.rule, w.edge, said.trigger, said.subject, said.object, w.basis, w.confidence, said.flags};
  };
  if (auto const order = fixed(*this) <=> fixed(other); order != 0) return order;
  if (auto const order = qualifiers <=> other.qualifiers; order != 0) return order;
  return references <=> other.references;
}

void WitnessRows::read(std::uint32_t row, FrozenWitness& witness) const {
  auto const& w = t_.witnesses;
  if (std::uint32_t const words = w.words[row]; words != 0) {
    witness.words = t_.words[words];
  } else {
    witness.words = {};
  }
  witness.words.rule = at_index<StringId>(rank_[index(witness.words.rule)]);
  witness.edge = edge_place_[w.edge[row]];
  witness.basis = w.basis[row];
  witness.confidence = w.confidence[row];
  bool const is_last = row + 1 == w.edge.size();
  witness.qualifiers.clear();
  std::size_t const qualifiers = is_last ? t_.qualifiers.key.size() : w.qualifiers[row + 1];
  for (std::size_t q = w.qualifiers[row]; q < qualifiers; ++q) {
    StringId const value = at_index<StringId>(t_.qualifiers.value[q]);
    witness.qualifiers.push_back({rank_[index(t_.qualifiers.name(q))], rank_[index(value)],
                                  t_.qualifiers.is_node(q) ? node_place_[t_.node_number(value)] : Graph::Columns::none});
  }
  sort_and_cut(witness.qualifiers);
  witness.references.clear();
  std::size_t const references = is_last ? t_.references.size() : w.references[row + 1];
  for (std::size_t r = w.references[row]; r < references; ++r) witness.references.push_back(rank_[t_.references[r]]);
  sort_and_cut(witness.references);
}

void WitnessRows::make_distinct(std::vector<std::uint32_t>& rows) const {
  std::vector<std::pair<FrozenWitness, std::uint32_t>> witnesses(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    read(rows[i], witnesses[i].first);
    witnesses[i].second = rows[i];
  }
  std::sort(witnesses.begin(), witnesses.end());
  rows.clear();
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    if (i == 0 || witnesses[i].first != witnesses[i - 1].first) rows.push_back(witnesses[i].second);
  }
}

void WitnessRows::prefetch(std::uint32_t row) const {
  if (row >= t_.witnesses.edge.size()) return;
  t_.witnesses.confidence.prefetch(row);
  t_.witnesses.references.prefetch(row);
  __builtin_prefetch(&edge_place_[t_.witnesses.edge[row]]);
  std::size_t const qualifier = t_.witnesses.qualifiers[row];
  if (qualifier < t_.qualifiers.value.size()) t_.qualifiers.value.prefetch(qualifier);
}

void WitnessRows::prefetch_ranks(std::uint32_t row) const {
  if (row >= t_.witnesses.edge.size()) return;
  std::size_t const qualifier = t_.witnesses.qualifiers[row], reference = t_.witnesses.references[row];
  if (qualifier < t_.qualifiers.value.size()) __builtin_prefetch(&rank_[t_.qualifiers.value[qualifier]]);
  if (reference < t_.references.size()) t_.references.prefetch(reference);
}

WitnessWriter::WitnessWriter(Graph::Columns& columns) : c_(columns) {
  c_.qualifier_begin.push_back(0);
  c_.reference_begin.push_back(0);
}

void WitnessWriter::write(FrozenWitness const& witness, std::uint32_t cell) {
  auto const& words = witness.words;
  c_.witness_edge.push_back(witness.edge);
  c_.witness_cell.push_back(cell);
  c_.witness_confidence.push_back(witness.confidence);
  c_.witness_basis.push_back(witness.basis);
  c_.witness_text.push_back(words.text);
  c_.witness_trigger.push_back(words.trigger);
  c_.witness_subject.push_back(words.subject);
  c_.witness_object.push_back(words.object);
  c_.witness_rule.push_back(static_cast<std::uint32_t>(index(words.rule)));
  c_.witness_flags.push_back(words.flags.bits());
  for (auto const& q : witness.qualifiers) {
    c_.qualifier_key.push_back(q.key);
    c_.qualifier_value.push_back(q.value);
    c_.qualifier_node.push_back(q.node);
  }
  c_.qualifier_begin.push_back(static_cast<std::uint32_t>(c_.qualifier_key.size()));
  for (std::uint32_t const reference : witness.references) c_.reference_text.push_back(reference);
  c_.reference_begin.push_back(static_cast<std::uint32_t>(c_.reference_text.size()));
}

void WitnessWriter::seal() {
  for (Column<std::uint32_t>* const column :
       {&c_.witness_edge, &c_.witness_cell, &c_.witness_rule, &c_.witness_flags, &c_.qualifier_begin, &c_.qualifier_key,
        &c_.qualifier_value, &c_.qualifier_node, &c_.reference_begin, &c_.reference_text}) {
    column->seal();
  }
  for (SpanColumn* const column : {&c_.witness_text, &c_.witness_trigger, &c_.witness_subject, &c_.witness_object}) column->seal();
  c_.witness_confidence.seal();
  c_.witness_basis.seal();
}

}  // namespace mechgraph
