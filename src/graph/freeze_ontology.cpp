// What the ontology knows of a builder's nodes.
#include "graph/freeze_ontology.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mechgraph {
namespace {

using Tables = GraphBuilder::Tables;

class Knowledge {
 public:
  explicit Knowledge(Tables& tables) : t_(tables), o_(*tables.ontology) {}

  void add() {
    add_qualifier_nodes();
    add_ontology();
    judge_types();
  }

 private:
  // The term of the ontology that a node is, if any.
  [[nodiscard]] std::optional<TermId> term_of(StringId id) const {
    Texts::Room room;
    std::string_view const text = t_.strings.view(id, room);
    auto const term = o_.find_id(text);
    if (!term || o_.term(*term).id != text) return std::nullopt;  // found by a CURIE that is wider or narrower than the term
    return term;
  }

  // Every qualifier that names a node has one.
  void add_qualifier_nodes() {
    for (std::size_t q = 0; q < t_.qualifiers.key.size(); ++q) {
      StringId const value = at_index<StringId>(t_.qualifiers.value[q]);
      if (t_.qualifiers.is_node(q) && t_.node_number(value) == Tables::none) {
        t_.add_node({.id = value, .flags = static_cast<std::uint8_t>(NodeFlag::ancestor)});
      }
    }
  }

  // Types, labels, attributes and ancestors of terms. The list of nodes grows while it is walked, until no ancestor is new.
  void add_ontology() {
    std::vector<bool> is_term;
    for (std::size_t n = 0; n < t_.nodes.size(); ++n) {
      auto const id = term_of(t_.nodes[n].id);
      is_term.push_back(id.has_value());
      if (!id) continue;
      Term const& term = o_.term(*id);
      t_.nodes[n].type = t_.strings.intern(o_.type(term.type).name);
      t_.nodes[n].label = t_.strings.intern(term.label);
      for (Parent const& parent : o_.parents(*id)) {
        auto const above =
            t_.add_node({.id = t_.strings.intern(o_.term(parent.term).id), .flags = static_cast<std::uint8_t>(NodeFlag::ancestor)});
        auto const relation = t_.relation_number(t_.strings.intern(o_.relation(parent.relation).name));
        t_.add_edge(static_cast<std::uint32_t>(n), relation, Tables::code(0, false), above);
      }
    }
    // What the ontology says of a term replaces what parts said, except its cross-references, which add up.
    std::array const replaced{t_.strings.intern(attribute::key), t_.strings.intern(attribute::identifier),
                              t_.strings.intern(attribute::match), t_.strings.intern(attribute::ontology_label),
                              t_.strings.intern(attribute::valence)};
    std::erase_if(t_.node_attributes, [&](GraphPart::Attribute const& a) {
      return is_term[a.owner] && std::find(replaced.begin(), replaced.end(), a.name) != replaced.end();
    });
    for (std::size_t n = 0; n < t_.nodes.size(); ++n) {
      if (is_term[n]) add_attributes(static_cast<std::uint32_t>(n), o_.term(*term_of(t_.nodes[n].id)));
    }
  }

  void add_attributes(std::uint32_t node, Term const& term) {
    auto const add = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) t_.node_attributes.push_back({node, t_.strings.intern(name), t_.strings.intern(value)});
    };
    add(attribute::key, term.key);
    if (term.curie != term.id) add(attribute::identifier, term.curie);
    if (!term.curie.empty()) add(attribute::match, match_name(term.match));
    if (term.ontology_label != term.label) add(attribute::ontology_label, term.ontology_label);
    if (term.valence != 0) add(attribute::valence, term.valence > 0 ? "1" : "-1");
    for (std::string const& xref : term.xrefs) add(attribute::xref, xref);
  }

  static std::string_view match_name(Match match) {
    switch (match) {
      case Match::none: return {};
      case Match::exact: return "exact";
      case Match::close: return "close";
      case Match::broad: return "broad";
      case Match::narrow: return "narrow";
    }
    return {};
  }

  // The kinds of types that the ontology knows; others are foreign.
  void judge_types() {
    tsl::robin_map<StringId, std::optional<Kind>> kinds;
    for (auto& node : t_.nodes) {
      auto const [place, is_new] = kinds.try_emplace(node.type);
      if (is_new) {
        if (auto const type = o_.find_type(t_.strings.text(node.type))) place.value() = o_.type(*type).kind;
      }
      auto const& kind = place->second;
      if (kind) node.kind = *kind;
      constexpr auto foreign = static_cast<std::uint8_t>(NodeFlag::foreign);
      node.flags = static_cast<std::uint8_t>(!kind && node.type != StringId{} ? node.flags | foreign : node.flags & ~unsigned{foreign});
    }
  }

  Tables& t_;
  Ontology const& o_;
};

}  // namespace

void add_what_is_known(GraphBuilder::Tables& tables) { Knowledge{tables}.add(); }

}  // namespace mechgraph
