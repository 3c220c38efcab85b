// What a row says outside its free text.
#include "interpret/row.hpp"

#include <algorithm>

namespace mechgraph {
namespace {

Words whole(Role field, std::string_view cell, Span span) {
  Words words;
  words.field = field;
  words.cell = cell;
  words.text = words.object = span;
  return words;
}

Span all_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

PlacedPreparation place(NamedPreparation const& named, Reading const& reading, Role field, std::string_view cell,
                        std::vector<Placed> const& row_sources) {
  PlacedPreparation placed;
  placed.preparation.derivative = named.derivative;
  placed.derivative = whole(field, cell, named.derivative_span);
  placed.words = whole(field, cell, named.span(reading));
  placed.with = named.with;
  if (named.source) {
    placed.preparation.source.emplace_back(*named.source);
    placed.sources.push_back(whole(field, cell, named.source_span));
  } else {
    for (Placed const& source : row_sources) {
      placed.preparation.source.push_back(source.thing);
      placed.sources.push_back(source.words);
    }
  }
  for (PreparedWith const& with : named.with) {
    if (with.in_identity) placed.preparation.modifiers.push_back({with.relation, with.thing});
  }
  auto& modifiers = placed.preparation.modifiers;
  std::sort(modifiers.begin(), modifiers.end());
  modifiers.erase(std::unique(modifiers.begin(), modifiers.end()), modifiers.end());
  return placed;
}

class RowReader {
 public:
  RowReader(RecordTable const& table, Record const& record, Ontology const& ontology, Grammar const& grammar, CellReadings& readings)
      : table_(table), record_(record), ontology_(ontology), grammar_(grammar), readings_(readings) {}

  Row read() {
    for (Cell const& cell : record_.cells) {
      if (cell.text.empty()) continue;
      switch (cell.role) {
        case Role::source: add_things(row_.sources, cell, Kind::source, {}); break;
        case Role::model: add_things(row_.models, cell, Kind::model, {}); break;
        case Role::dose:
        case Role::route:
        case Role::time: row_.context.push_back({name(cell.role), std::string(cell.text)}); break;
        default: break;
      }
    }
    for (Cell const& cell : record_.cells) {
      if (cell.role == Role::intervention && !cell.text.empty()) add_preparations(cell);
    }
    if (row_.preparations.empty()) find_preparation_above();
    find_diseases();
    find_references();
    for (Placed const& model : row_.models) add_context(model);
    for (Placed const& disease : row_.diseases) {
      if (auto const* term = std::get_if<TermId>(&disease.thing)) row_.context.push_back({"disease", *term});
    }
    return std::move(row_);
  }

 private:
  void add_context(Placed const& model) {
    auto const* term = std::get_if<TermId>(&model.thing);
    if (term == nullptr) return;
    std::string_view const key = grammar_.qualifier(ontology_.term(*term).type);
    if (!key.empty()) row_.context.push_back({key, *term});
  }

  // The terms of one kind that a cell names; the words of the cell where it names none.
  void add_things(std::vector<Placed>& things, Cell const& cell, Kind kind, FlagSet flags) {
    Reading const& reading = readings_.column(cell.text);
    bool found = false;
    for (PlacedMention const& placed : reading.mentions) {
      if (ontology_.type(placed.type).kind != kind) continue;
      found = true;
      add(things, {placed.mention.thing(), whole(cell.role, cell.text, placed.mention.span), flags});
    }
    if (found || reading.tokens.size() == 0) return;
    add(things, {Unresolved{std::string(cell.text), kind}, whole(cell.role, cell.text, all_of(cell.text)), flags});
  }

  static void add(std::vector<Placed>& things, Placed thing) {
    for (Placed const& earlier : things) {
      if (earlier.thing == thing.thing) return;
    }
    things.push_back(std::move(thing));
  }

  void add_preparations(Cell const& cell) {
    auto const& named = readings_.preparations(cell.text);
    Reading const& reading = readings_.column(cell.text);
    for (NamedPreparation const& preparation : named) {
      row_.preparations.push_back(place(preparation, reading, cell.role, cell.text, row_.sources));
    }
    if (!named.empty()) return;
    // No derivative: the agent that stands there (a compound, a plant), else the words.
    for (Item const& item : reading.items) {
      if (item.kind != ItemKind::mention) continue;
      auto const& types = ontology_.relation(grammar_.derivative).range;
      if (!std::binary_search(types.begin(), types.end(), reading.type(item))) continue;
      add_agent(reading.mention(item).thing(), whole(cell.role, cell.text, item.span));
    }
    if (!row_.preparations.empty()) return;
    add_agent(Unresolved{std::string(cell.text), Kind::derivative}, whole(cell.role, cell.text, all_of(cell.text)));
  }

  // No column names what was given: the nearest heading that does.
  void find_preparation_above() {
    struct Place {
      Role field;
      std::string_view text;
      Flag flag;
    };
    for (Place const& place_of : {Place{Role::section, record_.section, Flag::subject_from_section_row},
                                  Place{Role::caption, table_.caption, Flag::subject_from_caption},
                                  Place{Role::title, table_.document.title, Flag::subject_from_caption}}) {
      if (place_of.text.empty()) continue;
      auto const& named = readings_.preparations(place_of.text);
      if (named.empty()) continue;
      row_.preparations.push_back(place(named.front(), readings_.column(place_of.text), place_of.field, place_of.text, row_.sources));
      row_.preparation_flag = place_of.flag;
      return;
    }
  }

  void add_agent(TermOrWords agent, Words words) {
    PlacedPreparation placed;
    placed.preparation.derivative = std::move(agent);
    placed.derivative = placed.words = words;
    for (Placed const& source : row_.sources) {
      placed.preparation.source.push_back(source.thing);
      placed.sources.push_back(source.words);
    }
    row_.preparations.push_back(std::move(placed));
  }

  void find_diseases() {
    for (Cell const& cell : record_.cells) {
      if (cell.role == Role::disease && !cell.text.empty()) add_diseases(cell.role, cell.text, {}, true);
    }
    if (row_.diseases.empty()) {
      for (Cell const& cell : record_.cells) {
        bool const may =
            cell.role == Role::model || cell.role == Role::intervention || cell.role == Role::result || cell.role == Role::mechanism;
        if (may) add_diseases(cell.role, cell.text, flag(Flag::disease_from_row), false);
      }
    }
    if (row_.diseases.empty()) add_diseases(Role::section, record_.section, flag(Flag::disease_from_section), false);
    if (row_.diseases.empty()) add_diseases(Role::caption, table_.caption, flag(Flag::disease_from_caption), false);
    if (row_.diseases.empty()) add_diseases(Role::title, table_.document.title, flag(Flag::disease_from_title), false);
    drop_ancestors();
  }

  static FlagSet flag(Flag flag) {
    FlagSet flags;
    flags.set(flag);
    return flags;
  }

  void add_diseases(Role field, std::string_view cell, FlagSet flags, bool words_too) {
    if (cell.empty()) return;
    auto const& types = ontology_.relation(grammar_.disease).range;
    bool const free = field == Role::result || field == Role::mechanism;
    Reading const& reading = free ? readings_.free_text(cell) : readings_.column(cell);
    bool found = false;
    for (PlacedMention const& placed : reading.mentions) {
      if (!std::binary_search(types.begin(), types.end(), placed.type)) continue;
      found = true;
      add(row_.diseases, {placed.mention.thing(), whole(field, cell, placed.mention.span), flags});
    }
    if (!found && words_too) add(row_.diseases, {Unresolved{std::string(cell), Kind::outcome}, whole(field, cell, all_of(cell)), flags});
  }

  void drop_ancestors() {
    std::vector<Placed> kept;
    for (Placed const& disease : row_.diseases) {
      auto const* term = std::get_if<TermId>(&disease.thing);
      bool const ancestor = term != nullptr && std::any_of(row_.diseases.begin(), row_.diseases.end(), [&](Placed const& other) {
                              auto const* below = std::get_if<TermId>(&other.thing);
                              return below != nullptr && is_below(ontology_, *below, *term);
                            });
      if (!ancestor) kept.push_back(disease);
    }
    row_.diseases = std::move(kept);
  }

  void find_references() {
    for (bool const any : {false, true}) {
      for (Cell const& cell : record_.cells) {
        if (!any && cell.role != Role::reference) continue;
        row_.references.insert(row_.references.end(), cell.references.begin(), cell.references.end());
      }
      if (!row_.references.empty()) return;
    }
  }

  RecordTable const& table_;
  Record const& record_;
  Ontology const& ontology_;
  Grammar const& grammar_;
  CellReadings& readings_;
  Row row_;
};

}  // namespace

bool is_below(Ontology const& ontology, TermId term, TermId ancestor) {
  std::vector<TermId> seen{term};  // also what is left to do: ancestors are few, but many ways may lead to them
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (Parent const& parent : ontology.parents(seen[i])) {
      if (parent.term == ancestor) return true;
      if (std::find(seen.begin(), seen.end(), parent.term) == seen.end()) seen.push_back(parent.term);
    }
  }
  return false;
}

PlacedPreparation place_preparation(NamedPreparation const& named, Reading const& reading, Role field, Row const& row) {
  return place(named, reading, field, reading.text, row.sources);
}

Row read_row(RecordTable const& table, Record const& record, Ontology const& ontology, Grammar const& grammar, CellReadings& readings) {
  return RowReader(table, record, ontology, grammar, readings).read();
}

}  // namespace mechgraph
