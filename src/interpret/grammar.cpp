// The words that carry relations.
#include "interpret/grammar.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace mechgraph {
namespace {

template <class Value, std::size_t N>
Value named(DataTable const& table, std::size_t row, std::string_view column,
            std::array<std::pair<std::string_view, Value>, N> const& names) {
  std::string_view const text = table.cell(row, column);
  for (auto const& [name, value] : names) {
    if (name == text) return value;
  }
  std::string known;
  for (auto const& [name, value] : names) known.append(known.empty() ? "" : ", ").append(name);
  throw Error(table.place(row), "unknown " + std::string(column) + " '" + std::string(text) + "'", "use one of " + known);
}

constexpr std::array<std::pair<std::string_view, Effect>, 12> effect_names{{{"up", Effect::up},
                                                                            {"down", Effect::down},
                                                                            {"better", Effect::better},
                                                                            {"worse", Effect::worse},
                                                                            {"ease", Effect::ease},
                                                                            {"change", Effect::change},
                                                                            {"doubtful", Effect::doubtful},
                                                                            {"none", Effect::none},
                                                                            {"shield", Effect::shield},
                                                                            {"toward", Effect::toward},
                                                                            {"target", Effect::target},
                                                                            {"reverse", Effect::reverse}}};
constexpr std::array<std::pair<std::string_view, PartOfSpeech>, 7> parts{{{"present", PartOfSpeech::present},
                                                                          {"past", PartOfSpeech::past},
                                                                          {"gerund", PartOfSpeech::gerund},
                                                                          {"noun", PartOfSpeech::noun},
                                                                          {"adjective", PartOfSpeech::adjective},
                                                                          {"arrow", PartOfSpeech::arrow},
                                                                          {"prefix", PartOfSpeech::prefix}}};
constexpr std::array<std::pair<std::string_view, LinkDirection>, 2> directions{
    {{"forward", LinkDirection::forward}, {"backward", LinkDirection::backward}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> places{{{"before", true}, {"after", false}}};
constexpr std::array<std::pair<std::string_view, Comparative>, 2> comparison_directions{
    {{"better", Comparative::better}, {"worse", Comparative::worse}}};
constexpr std::array<std::pair<std::string_view, std::size_t>, 2> bases{{{"stated", 0}, {"implied", 1}}};
constexpr std::array<std::pair<std::string_view, std::size_t>, 3> signs{{{"-1", 0}, {"0", 1}, {"1", 2}}};
constexpr std::array<std::pair<std::string_view, int>, 3> valences{{{"-1", -1}, {"0", 0}, {"1", 1}}};
constexpr std::array<std::pair<std::string_view, WordClass>, 28> classes{{{"agent", WordClass::agent},
                                                                          {"antibody", WordClass::antibody},
                                                                          {"aspect", WordClass::aspect},
                                                                          {"auxiliary", WordClass::auxiliary},
                                                                          {"axis", WordClass::axis},
                                                                          {"carrier", WordClass::carrier},
                                                                          {"conjunction", WordClass::conjunction},
                                                                          {"contrast", WordClass::contrast},
                                                                          {"degree", WordClass::degree},
                                                                          {"delivery", WordClass::delivery},
                                                                          {"determiner", WordClass::determiner},
                                                                          {"effect_noun", WordClass::effect_noun},
                                                                          {"extent", WordClass::extent},
                                                                          {"gain", WordClass::gain},
                                                                          {"hedge", WordClass::hedge},
                                                                          {"inducer", WordClass::inducer},
                                                                          {"infix", WordClass::infix},
                                                                          {"location", WordClass::location},
                                                                          {"loss", WordClass::loss},
                                                                          {"mediated", WordClass::mediated},
                                                                          {"negation", WordClass::negation},
                                                                          {"partitive", WordClass::partitive},
                                                                          {"preposition", WordClass::preposition},
                                                                          {"question", WordClass::question},
                                                                          {"relative", WordClass::relative},
                                                                          {"than", WordClass::than},
                                                                          {"undirected", WordClass::undirected},
                                                                          {"variant", WordClass::variant}}};

constexpr std::array<std::pair<std::string_view, NameRole>, 7> name_roles{{{"", NameRole::none},
                                                                           {"cell", NameRole::cell},
                                                                           {"tissue", NameRole::tissue},
                                                                           {"molecule", NameRole::molecule},
                                                                           {"chemical", NameRole::chemical},
                                                                           {"process", NameRole::process},
                                                                           {"outcome", NameRole::outcome}}};
constexpr std::array<std::pair<std::string_view, NameUse>, 6> name_uses{{{"number", NameUse::number},
                                                                         {"symbol", NameUse::symbol},
                                                                         {"chain", NameUse::chain},
                                                                         {"count", NameUse::count},
                                                                         {"ratio", NameUse::ratio},
                                                                         {"actor", NameUse::actor}}};

TypeId type(Ontology const& ontology, DataTable const& table, std::size_t row) {
  std::string_view const name = table.cell(row, "type");
  if (auto const found = ontology.find_type(name)) return *found;
  throw Error(table.place(row), "unknown type '" + std::string(name) + "'", "use a type of types.tsv");
}

RelationId relation(Ontology const& ontology, DataTable const& table, std::size_t row) {
  std::string_view const name = table.cell(row, "relation");
  if (auto const found = ontology.find_relation(name)) return *found;
  throw Error(table.place(row), "unknown relation '" + std::string(name) + "'", "add it to relations.tsv or correct it");
}

}  // namespace

Grammar::Grammar(Ontology const& ontology) {
  DataTable const& trigger_table = ontology.table("triggers");
  std::map<std::string, Trigger> by_form;
  for (std::size_t row = 0; row < trigger_table.rows(); ++row) {
    Effect const effect = named(trigger_table, row, "effect", effect_names);
    for (auto const& [column, part] : parts) {
      for (std::string_view const form : trigger_table.list(row, column)) {
        Trigger& trigger = by_form[folded_form(form)];
        if (trigger.parts != 0 && trigger.effect != effect) {
          throw Error(trigger_table.place(row), "'" + std::string(form) + "' has two effects", "keep it in one row");
        }
        trigger.effect = effect;
        trigger.aspect = trigger_table.cell(row, "aspect");
        trigger.parts = static_cast<std::uint8_t>(trigger.parts | static_cast<std::uint8_t>(part));
      }
    }
  }
  for (auto const& [form, trigger] : by_form) {
    triggers.add(form, trigger);
    if (trigger.is(PartOfSpeech::prefix)) prefixes_.push_back(form);
  }
  DataTable const& link_table = ontology.table("links");
  for (std::size_t row = 0; row < link_table.rows(); ++row)
    links.add(link_table.cell(row, "form"), named(link_table, row, "direction", directions));

  DataTable const& composition_table = ontology.table("compositions");
  std::map<std::string, Composition> compositions_by_form;
  for (std::size_t row = 0; row < composition_table.rows(); ++row) {
    Composition& composition = compositions_by_form[folded_form(composition_table.cell(row, "form"))];
    (named(composition_table, row, "place", places) ? composition.before : composition.after) = relation(ontology, composition_table, row);
  }
  for (auto const& [form, composition] : compositions_by_form) compositions.add(form, composition);
  DataTable const& comparison_table = ontology.table("comparisons");
  for (std::size_t row = 0; row < comparison_table.rows(); ++row) {
    comparisons.add(comparison_table.cell(row, "form"), named(comparison_table, row, "direction", comparison_directions));
  }
  DataTable const& word_table = ontology.table("words");
  for (std::size_t row = 0; row < word_table.rows(); ++row) {
    WordClass const word_class = named(word_table, row, "class", classes);
    std::string_view const form = word_table.cell(row, "form");
    std::string_view const value = word_table.cell(row, "value");
    words.add(form, Word{word_class, value});
    if (word_class == WordClass::determiner && value == "possessive") possessives_.push_back(folded_form(form));
  }
  DataTable const& effect_table = ontology.table("effects");
  for (std::size_t row = 0; row < effect_table.rows(); ++row) {
    effects_[named(effect_table, row, "basis", bases)][named(effect_table, row, "sign", signs)] = relation(ontology, effect_table, row);
  }
  DataTable const& slot_table = ontology.table("slots");
  std::array<std::pair<std::string_view, RelationId*>, 7> const uses{{{"additive", &additive},
                                                                      {"carrier", &carrier},
                                                                      {"comparison", &comparison},
                                                                      {"derivative", &derivative},
                                                                      {"disease", &disease},
                                                                      {"model", &model},
                                                                      {"source", &source}}};
  for (std::size_t row = 0; row < slot_table.rows(); ++row) *named(slot_table, row, "use", uses) = relation(ontology, slot_table, row);
  DataTable const& type_table = ontology.table("type_roles");
  qualifiers_.resize(ontology.types().size());
  name_roles_.resize(ontology.types().size());
  represses_.resize(ontology.types().size());
  for (std::size_t row = 0; row < type_table.rows(); ++row) {
    TypeId const of = type(ontology, type_table, row);
    qualifiers_[index(of)] = type_table.cell(row, "qualifier");
    name_roles_[index(of)] = named(type_table, row, "part", name_roles);
    represses_[index(of)] = type_table.cell(row, "represses") == "1";
  }
  DataTable const& head_table = ontology.table("heads");
  for (std::size_t row = 0; row < head_table.rows(); ++row) {
    Head head;
    head.type = type(ontology, head_table, row);
    head.valence = static_cast<std::int8_t>(named(head_table, row, "valence", valences));
    for (std::string_view const join : head_table.list(row, "joins")) {
      bool& may = join == "cell"       ? head.cell
                  : join == "tissue"   ? head.tissue
                  : join == "molecule" ? head.molecule
                  : join == "outcome"  ? head.outcome
                                       : head.word;
      if (may || (&may == &head.word && join != "word"))
        throw Error(head_table.place(row), "unknown joins '" + std::string(join) + "'", "use cell, tissue, molecule, outcome, word");
      may = true;
    }
    heads.add(head_table.cell(row, "form"), head);
  }
  auto const longer = [](auto const& a, auto const& b) { return a.first.size() > b.first.size(); };
  DataTable const& part_table = ontology.table("name_parts");
  for (std::size_t row = 0; row < part_table.rows(); ++row) {
    NamePart const part{named(part_table, row, "use", name_uses), type(ontology, part_table, row)};
    bool const begins = part.use == NameUse::number || part.use == NameUse::symbol;
    if (begins) name_beginnings_.emplace_back(folded_form(part_table.cell(row, "form")), part);
    if (part.use == NameUse::chain) chain_type_ = part.type;
    if (part.use == NameUse::actor) acting_type_ = part.type;
    if (part.use == NameUse::ratio) {
      ratio_type_ = part.type;
      ratio_words_.push_back(folded_form(part_table.cell(row, "form")));
    }
    if (part.use == NameUse::count) {
      count_type_ = part.type;
      count_nouns_.emplace_back(part_table.cell(row, "form"));
    }
    std::sort(name_beginnings_.begin(), name_beginnings_.end(), longer);
  }
  for (AmbiguousForm const& ambiguous : ontology.ambiguous()) {
    FoldedText const form{ambiguous.form};
    auto const word = form.size() == 1 ? words.longest(form, 0) : decltype(words.longest(form, 0)){};
    if (word) ambiguous_names_.emplace_back(ambiguous.form);
  }
  auto const begin = [&](std::uint64_t token) { beginnings_.insert(token); };
  triggers.for_each_beginning(begin);
  links.for_each_beginning(begin);
  compositions.for_each_beginning(begin);
  comparisons.for_each_beginning(begin);
  words.for_each_beginning(begin);
  for (FlagInfo const& info : ontology.flags()) {
    auto const flag = flag_named(info.name);
    if (flag && info.doubt) doubts.set(*flag);
    if (flag && info.sign_doubt) sign_doubts.set(*flag);
  }
}

RelationId Grammar::effect(Basis basis, int sign) const { return effects_[basis == Basis::stated ? 0 : 1][sign + 1]; }

bool Grammar::is_possessive(std::string_view folded_token) const {
  return std::find(possessives_.begin(), possessives_.end(), folded_token) != possessives_.end();
}

bool Grammar::is_ambiguous_name(std::string_view printed) const {
  return std::find(ambiguous_names_.begin(), ambiguous_names_.end(), printed) != ambiguous_names_.end();
}

}  // namespace mechgraph
