// Forms → terms.
#include "ontology/lookup.hpp"

#include <string>

#include "ontology/symbol_case.hpp"

namespace mechgraph {
namespace {

// Up to four characters with two or more capitals: the case is part of the name.
bool case_matters(std::string_view form) {
  std::size_t characters = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < form.size();) {
    CodePoint const point = decode(form, at);
    at += point.length;
    ++characters;
    if (is_upper(point.value)) ++capitals;
  }
  return characters <= 4 && capitals >= 2;
}

}  // namespace

Lexicon::Lexicon(std::shared_ptr<Ontology const> ontology) : ontology_(std::move(ontology)) {
  struct Ruling {
    bool known = false;
    std::optional<TermId> fallback;
  };
  tsl::robin_map<std::string, Ruling> rulings;  // by the form as printed
  for (AmbiguousForm const& form : ontology_->ambiguous()) rulings[form.form] = {true, form.fallback};

  forms_.reserve(2 * ontology_->synonyms().size());  // plurals too
  forms_of_.resize(ontology_->terms().size());
  for (Synonym const& synonym : ontology_->synonyms()) {
    forms_of_[index(synonym.term)].push_back(synonym.form);
    auto const found = rulings.find(synonym.form);
    bool const ruled = found != rulings.end();
    if (ruled && found->second.fallback != synonym.term) continue;
    Term const& term = ontology_->term(synonym.term);
    Form form;
    form.term = synonym.term;
    form.inverse = synonym.inverse;
    form.is_label = synonym.form == term.label || synonym.form == term.ontology_label;
    form.as_printed = case_matters(synonym.form);
    form.mouse_style = ontology_->kind(synonym.term) == Kind::mediator && !ruled;
    form.ambiguous = ruled;
    add(synonym.form, form);
  }
  if (ontology_->outside() == nullptr) return;
  outside_ = std::make_unique<OutsideForms const>(*ontology_);
  DataTable const& words = ontology_->table("words");
  for (std::size_t row = 0; row < words.rows(); ++row) grammar_words_.add(words.cell(row, "form"), '\0');
}

void Lexicon::add(std::string_view printed, Form form) {
  FoldedText const text(printed);
  if (text.size() == 0) return;
  form.cased = text.joined_cased(0, text.size());
  bool const can_be_plural = !form.as_printed && text.folded(text.size() - 1).size() > 3 && !printed.ends_with('s');
  forms_.add(text, form);
  if (!can_be_plural) return;
  form.plural = true;
  form.cased.push_back('s');
  forms_.add(text, std::move(form), "s");
}

bool Lexicon::matches(Form const& form, FoldedText const& text, std::size_t at, std::size_t tokens) {
  if (!form.as_printed) return true;
  if (text.is_printed(at, tokens, form.cased)) return true;
  return form.mouse_style && tokens == 1 && is_mouse_style(text.cased(at));
}

FoundTerm Lexicon::result(Form const& form, FoldedText const& text, std::size_t at, std::size_t tokens) {
  FoundTerm found;
  found.term = form.term;
  found.tokens = tokens;
  found.is_label = form.is_label;
  found.inverse = form.inverse;
  found.ambiguous = form.ambiguous;
  if (form.plural) {
    found.match = FormMatch::plural;
  } else {
    found.match = text.is_printed(at, tokens, form.cased) ? FormMatch::exact : FormMatch::folded;
  }
  return found;
}

std::optional<FoundTerm> Lexicon::with_outside(std::optional<FoundTerm> const& own, FoldedText const& text, std::size_t at,
                                               OutsideForms::Accept const& accept) const {
  auto const outside = outside_->longest(text, at, accept);
  if (!outside || (own && own->tokens >= outside->tokens)) return own;
  if (own && ontology_->kind(own->term) == Kind::mediator) {
    std::size_t const rest = at + own->tokens;
    auto const word = grammar_words_.longest(text, rest);
    if (word && rest + word.tokens == at + outside->tokens) return own;
  }
  FoundTerm found;
  found.term = outside->term;
  found.tokens = outside->tokens;
  found.is_label = outside->scope == FormScope::label;
  found.outside = true;
  FoldedText const printed(outside->printed);
  bool const exact = !outside->plural && text.is_printed(at, outside->tokens, printed.joined_cased(0, printed.size()));
  found.match = outside->plural ? FormMatch::plural : exact ? FormMatch::exact : FormMatch::folded;
  return found;
}

std::optional<FoundTerm> Lexicon::longest(FoldedText const& text, std::size_t at) const {
  auto const own = longest_own(text, at);
  return outside_ ? with_outside(own, text, at, {}) : own;
}

std::optional<FoundTerm> Lexicon::longest_own(FoldedText const& text, std::size_t at) const {
  auto const found = forms_.longest_fit(text, at, [&](Form const& form, std::size_t tokens) {
    if (!form.plural && text.is_printed(at, tokens, form.cased)) return Fit::best;
    return matches(form, text, at, tokens) ? Fit::good : Fit::no;
  });
  if (!found) return std::nullopt;
  return result(*found.value, text, at, found.tokens);
}

std::optional<FoundTerm> Lexicon::whole(std::string_view printed) const {
  FoldedText const text(printed);
  if (text.size() == 0) return std::nullopt;
  auto found = longest(text, 0);
  if (!found || found->tokens != text.size()) return std::nullopt;
  return found;
}

}  // namespace mechgraph
