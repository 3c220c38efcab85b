// Rows of a part from RDF: what our own modelling and the statements of others share.
#include "read/rdf_rows.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "base/text.hpp"
#include "domain/rdf_names.hpp"

namespace mechgraph {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

constexpr std::array<std::pair<std::string_view, NodeFlag>, 3> node_flags{
    {{"ancestor", NodeFlag::ancestor}, {"foreign", NodeFlag::foreign}, {"unresolved", NodeFlag::unresolved}}};

std::string_view bare(std::string_view iri) { return iri.substr(1, iri.size() - 2); }

}  // namespace

RdfRows::RdfRows(RdfIndex& index, ReadOptions const& options)
    : index_(index),
      options_(options),
      type_(index.terms().intern(rdf_type)),
      label_(index.terms().intern(rdfs_label)),
      identifier_(index.terms().intern(dct_identifier)),
      category_(index.terms().intern(mg_category)) {
  for (Kind const kind : all_kinds) {
    std::string iri{name(kind)};
    iri.front() = static_cast<char>(iri.front() - 'a' + 'A');
    kinds_.emplace_back(index.terms().intern("<" + std::string{own_namespace} + iri + "Kind>"), kind);
  }
  nodes_.assign(index.terms().size(), none);
  attribute_names_.assign(index.terms().size(), StringId{});
}

std::string RdfRows::identifier(StringId iri) const {
  std::string_view const text = bare(index_.statements().terms.view(iri));
  if (options_.curie_of_iri) {
    if (std::string curie = options_.curie_of_iri(text); !curie.empty()) return curie;
  }
  bool const is_plain = text.starts_with("http://") || text.starts_with("https://") || text.starts_with("urn:");
  return is_plain ? std::string{text} : "<" + std::string{text} + ">";
}

std::string RdfRows::decoded(StringId property, std::string_view beginning) const {
  std::string_view const iri = index_.statements().terms.view(property);
  std::string out;
  if (iri.starts_with(beginning)) append_percent_decoded(out, iri.substr(beginning.size(), iri.size() - beginning.size() - 1));
  return out;
}

StringId RdfRows::attribute_name(StringId property) {
  StringId& known = attribute_names_[index(property)];
  if (known == StringId{}) {
    bool const is_own = index_.statements().terms.view(property).starts_with(mg_attribute);
    known = text(is_own ? decoded(property, mg_attribute) : identifier(property));
  }
  return known;
}

bool RdfRows::is_own_node(StringId iri) const {
  return std::ranges::any_of(kinds_, [&](auto const& kind) { return index_.has(iri, type_, kind.first); });
}

std::uint32_t RdfRows::node(StringId iri) {
  if (index(iri) >= nodes_.size()) nodes_.resize(index(iri) + 1, none);
  if (nodes_[index(iri)] == none) {
    std::uint32_t const row = is_own_node(iri) ? own_node(iri) : foreign_node(iri);
    nodes_[index(iri)] = row;
  }
  return nodes_[index(iri)];
}

// The classes of a node of ours: its kind, our type or a foreign one, the category of Biolink; others stay unused.
void RdfRows::own_types(StringId iri, GraphPart::Node& node) {
  std::string_view const foreign = index_.take_text(iri, category_);
  node.type = text(foreign);
  auto const types = index_.of(iri, type_);
  std::string const own = "<" + std::string{own_namespace};
  for (std::uint32_t i = types.begin; i < types.end; ++i) {
    StringId const type = index_.row(i).object;
    std::string_view const term = index_.terms().view(type);
    if (RdfIndex::is_literal(term)) continue;
    auto const kind = std::ranges::find(kinds_, type, &std::pair<StringId, Kind>::first);
    if (kind != kinds_.end()) {
      node.kind = kind->second;
    } else if (term.starts_with(own)) {
      if (foreign.empty()) node.type = text(decoded(type, own));
    } else if (!term.substr(1).starts_with(biolink_namespace) && identifier(type) != foreign) {
      continue;
    }
    index_.use(i);
  }
}

std::uint32_t RdfRows::own_node(StringId iri) {
  GraphPart::Node row;
  std::string_view const id = index_.take_text(iri, identifier_);
  row.id = text(id.empty() ? identifier(iri) : id);
  row.label = text(index_.take_text(iri, label_));
  own_types(iri, row);
  auto& terms = index_.terms();
  auto const flags = index_.of(iri, terms.intern(mg_node_flag));
  for (std::uint32_t i = flags.begin; i < flags.end; ++i) {
    std::string_view const flag = terms.view(index_.row(i).object).substr(1);
    auto const known = std::ranges::find(node_flags, flag, &std::pair<std::string_view, NodeFlag>::first);
    if (known == node_flags.end()) continue;
    row.flags |= static_cast<std::uint8_t>(known->second);
    index_.use(i);
  }
  part.nodes.push_back(row);
  auto const owner = static_cast<std::uint32_t>(part.nodes.size() - 1);
  auto const add = [&](std::string_view name, std::string_view value) { part.node_attributes.push_back({owner, text(name), text(value)}); };
  auto const add_all = [&](std::string_view property, std::string_view name, bool links) {
    auto const range = index_.of(iri, terms.intern(property));
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      StringId const object = index_.row(i).object;
      if (RdfIndex::is_literal(terms.view(object)) == links) continue;
      add(name, links ? std::string_view{identifier(object)} : terms.view(object).substr(1));
      index_.use(i);
    }
  };
  for (auto const& [match, property] : match_properties) add_all(property, attribute::identifier, true);
  add_all(skos_related_match, attribute::identifier, true);
  add_all(rdfs_see_also, attribute::xref, true);
  add_all(mg_key, attribute::key, false);
  add_all(mg_match, attribute::match, false);
  add_all(skos_alt_label, attribute::ontology_label, false);
  add_all(mg_composition, attribute::composition, false);
  add_all(mg_valence, attribute::valence, false);
  return owner;
}

// Its label is the first without a language or in English, else the first. With several types each gives a row, of which the builder keeps
// the best; types that this does not say are attributes.
std::uint32_t RdfRows::foreign_node(StringId iri) {
  GraphPart::Node row;
  row.id = text(identifier(iri));
  auto const labels = index_.of(iri, label_);
  std::uint32_t best = labels.end;
  for (std::uint32_t i = labels.begin; i < labels.end; ++i) {
    auto const& label = index_.row(i);
    if (!RdfIndex::is_literal(index_.terms().view(label.object))) continue;
    bool const plain = (label.marks & RdfStatements::tagged) == 0 || (label.marks & RdfStatements::english) != 0;
    if (best == labels.end) best = i;
    if (!plain) continue;
    best = i;
    break;
  }
  if (best != labels.end) {
    row.label = text(index_.terms().view(index_.row(best).object).substr(1));
    index_.use(best);
  }
  auto const types = index_.of(iri, type_);
  std::vector<std::string> names;
  for (std::uint32_t i = types.begin; i < types.end; ++i) {
    if (RdfIndex::is_literal(index_.terms().view(index_.row(i).object))) continue;
    names.push_back(identifier(index_.row(i).object));
    index_.use(i);
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  auto const owner = static_cast<std::uint32_t>(part.nodes.size());
  if (names.empty()) part.nodes.push_back(row);
  for (std::string const& name : names) {
    std::string_view const ours = options_.type_of_category ? options_.type_of_category(name) : std::string_view{};
    row.type = text(ours.empty() ? std::string_view{name} : ours);
    part.nodes.push_back(row);
    if (names.size() > 1 || (!ours.empty() && ours != name)) part.node_attributes.push_back({owner, text("rdf:type"), text(name)});
  }
  return owner;
}

}  // namespace mechgraph
