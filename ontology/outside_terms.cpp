// The terms of a vocabulary behind the ontology's own.
#include "ontology/outside_terms.hpp"

#include <algorithm>
#include <limits>

#include "base/error.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

struct OutsideTerms::Made {
  Term term;
  std::vector<Parent> parents;
};

OutsideTerms::OutsideTerms(Ontology const& ontology, std::shared_ptr<Vocabulary const> vocabulary)
    : ontology_(ontology), vocabulary_(std::move(vocabulary)) {
  std::size_t const own = ontology.terms().size();
  if (vocabulary_->term_count() > std::numeric_limits<std::uint32_t>::max() - own) {
    throw Error(vocabulary_->name(), "has too many terms", "import fewer vocabularies");
  }
  auto const lacks = [&](std::string_view what, std::string_view name) {
    throw Error(vocabulary_->name(), "was made with the " + std::string(what) + " '" + std::string(name) + "', which the ontology lacks",
                "import it again with this ontology");
  };
  for (std::string_view const name : vocabulary_->types()) {
    auto const type = ontology.find_type(name);
    if (!type) lacks("type", name);
    types_.push_back(*type);
  }
  for (std::string_view const name : vocabulary_->relations()) {
    auto const relation = ontology.find_relation(name);
    if (!relation) lacks("relation", name);
    relations_.push_back(*relation);
  }
  DataTable const& table = ontology.table("relations");
  for (std::size_t row = 0; row < table.rows(); ++row) same_group_.push_back(table.cell(row, "same_group") == "1");
  made_ = std::make_unique<std::atomic<Made const*>[]>(vocabulary_->term_count());

  for (std::size_t i = 0; i < own; ++i) {
    Term const& term = ontology.terms()[i];
    if (term.curie.empty() || term.id != term.curie) continue;
    auto const number = vocabulary_->find_term(term.curie);
    if (!number) continue;
    own_.emplace(*number, at_index<TermId>(i));
    numbers_.emplace(static_cast<std::uint32_t>(i), *number);
  }
  for (auto const& [term, number] : numbers_) {
    auto const id = at_index<TermId>(term);
    if (!ontology.own_parents(id).empty()) continue;
    auto parents = parents_of(number, ontology.terms()[term].type);
    // A parent that lies below the term by our hierarchy would close a ring.
    std::erase_if(parents, [&](Parent const& parent) { return reaches(parent.term, id); });
    if (!parents.empty()) own_parents_.emplace(term, std::move(parents));
  }
}

OutsideTerms::~OutsideTerms() {
  for (std::uint32_t i = 0; i < vocabulary_->term_count(); ++i) delete made_[i].load(std::memory_order_relaxed);
}

// Does the walk up, over both hierarchies, meet `to`?
bool OutsideTerms::reaches(TermId from, TermId to) const {
  std::vector<TermId> open{from};
  std::vector<TermId> seen{from};
  while (!open.empty()) {
    TermId const term = open.back();
    open.pop_back();
    if (term == to) return true;
    std::vector<Parent> above;
    if (index(term) < ontology_.terms().size()) {
      auto const own = ontology_.own_parents(term);
      above.assign(own.begin(), own.end());
      auto const number = numbers_.find(static_cast<std::uint32_t>(index(term)));
      if (above.empty() && number != numbers_.end()) above = parents_of(number->second, ontology_.terms()[index(term)].type);
    } else {
      auto const number = static_cast<std::uint32_t>(index(term) - ontology_.terms().size());
      above = parents_of(number, types_[*vocabulary_->type(number)]);
    }
    for (Parent const& parent : above) {
      if (std::find(seen.begin(), seen.end(), parent.term) != seen.end()) continue;
      seen.push_back(parent.term);
      open.push_back(parent.term);
    }
  }
  return false;
}

std::optional<TermId> OutsideTerms::id_of(std::uint32_t number) const {
  if (auto const own = own_.find(number); own != own_.end()) return own->second;
  if (!vocabulary_->type(number) || vocabulary_->label(number).empty()) return std::nullopt;
  return at_index<TermId>(ontology_.terms().size() + number);
}

std::optional<TermId> OutsideTerms::find(std::string_view curie) const {
  auto const number = vocabulary_->find_term(curie);
  return number ? id_of(*number) : std::nullopt;
}

std::vector<std::string_view> OutsideTerms::names_of(TermId term) const {
  std::vector<std::string_view> names;
  if (index(term) < ontology_.terms().size()) return names;
  for (VocabularySense const& sense : vocabulary_->senses_of(static_cast<std::uint32_t>(index(term) - ontology_.terms().size()))) {
    if (sense.scope <= FormScope::unscoped) names.push_back(sense.printed);
  }
  return names;
}

std::optional<std::uint32_t> OutsideTerms::number_of(TermId own) const {
  auto const found = numbers_.find(static_cast<std::uint32_t>(index(own)));
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::span<Parent const> OutsideTerms::parents_of_own(TermId own) const {
  auto const found = own_parents_.find(static_cast<std::uint32_t>(index(own)));
  return found == own_parents_.end() ? std::span<Parent const>{} : std::span<Parent const>{found->second};
}

// As hierarchy.tsv is checked: only what the relation's domain and range allow, inside one group where it asks for that.
std::vector<Parent> OutsideTerms::parents_of(std::uint32_t number, TypeId type) const {
  std::vector<Parent> parents;
  for (auto const& [relation_number, parent] : vocabulary_->parents(number)) {
    auto const id = id_of(parent);
    if (!id) continue;
    RelationId const relation = relations_[relation_number];
    TypeId const above = index(*id) < ontology_.terms().size() ? ontology_.terms()[index(*id)].type : types_[*vocabulary_->type(parent)];
    Relation const& row = ontology_.relation(relation);
    if (!std::binary_search(row.domain.begin(), row.domain.end(), type) || !std::binary_search(row.range.begin(), row.range.end(), above)) {
      continue;
    }
    if (same_group_[index(relation)] && ontology_.type(type).group != ontology_.type(above).group) continue;
    parents.push_back({relation, *id});
  }
  return parents;
}

OutsideTerms::Made const& OutsideTerms::made(std::uint32_t number) const {
  std::atomic<Made const*>& place = made_[number];
  if (Made const* const done = place.load(std::memory_order_acquire)) return *done;
  auto fresh = std::make_unique<Made>();
  fresh->term.type = types_[*vocabulary_->type(number)];
  fresh->term.label = vocabulary_->label(number);
  fresh->term.ontology_label = fresh->term.label;
  fresh->term.curie = fresh->term.id = vocabulary_->curie(number);
  fresh->term.match = Match::exact;
  for (std::string_view const xref : vocabulary_->xrefs(number)) fresh->term.xrefs.emplace_back(xref);
  fresh->parents = parents_of(number, fresh->term.type);
  Made const* expected = nullptr;
  if (place.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
  return *expected;  // another thread was faster
}

Term const& OutsideTerms::term(std::uint32_t number) const { return made(number).term; }

std::span<Parent const> OutsideTerms::parents(std::uint32_t number) const { return made(number).parents; }

}  // namespace mechgraph
