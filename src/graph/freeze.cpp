// Freezing: what the ontology adds, then ranks, orders and indexes.
#include "graph/freeze.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/error.hpp"
#include "graph/works.hpp"

namespace mechgraph {
namespace {

using Columns = Graph::Columns;
using Numbers = std::vector<std::uint32_t>;
using Tables = GraphBuilder::Tables;

// The numbers of rows [0, count) in an order.
template <class Less>
Numbers sorted_rows(std::size_t count, Less less) {
  Numbers rows(count);
  std::iota(rows.begin(), rows.end(), 0U);
  std::sort(rows.begin(), rows.end(), less);
  return rows;
}

// Where each row went: the inverse of an order.
Numbers places(Numbers const& order) {
  Numbers place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::uint32_t>(i);
  return place;
}

// For ascending owners of rows: the begin column of `owners` owners.
template <class OwnerOfRow>
Numbers begins(std::size_t owners, std::size_t rows, OwnerOfRow owner) {
  Numbers begin(owners + 1, 0);
  for (std::size_t row = 0; row < rows; ++row) ++begin[owner(row) + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  return begin;
}

// Rows in ascending order under their owners (a counting sort): begin column and row numbers.
template <class Id, class OwnerOfRow>
void index_rows(std::size_t owners, std::size_t rows, OwnerOfRow owner, Columns::Numbers& begin, Column<Id>& members) {
  Numbers next = begins(owners, rows, owner);
  std::vector<Id> ordered(rows);
  begin = Numbers{next};
  for (std::size_t row = 0; row < rows; ++row) ordered[next[owner(row)]++] = at_index<Id>(row);
  members = std::move(ordered);
}

class Freezer {
 public:
  explicit Freezer(Tables tables) : t_(std::move(tables)), o_(*t_.ontology) {}

  std::unique_ptr<Columns const> run() {
    c_.ontology = t_.ontology;
    add_qualifier_nodes();
    add_ontology();
    works_ = find_works(t_);
    rank_strings();
    freeze_nodes();
    freeze_relations();
    freeze_edges();
    freeze_attributes(t_.node_attributes, node_place_, c_.node_id.size(), c_.node_attribute_begin, c_.node_attribute_name,
                      c_.node_attribute_value);
    freeze_attributes(t_.edge_attributes, edge_place_, c_.edge_subject.size(), c_.edge_attribute_begin, c_.edge_attribute_name,
                      c_.edge_attribute_value);
    freeze_places();
    freeze_witnesses();
    freeze_citations();
    freeze_strings();
    return std::make_unique<Columns const>(std::move(c_));
  }

 private:
  static StringId string_of(std::uint32_t number) { return at_index<StringId>(number); }
  [[nodiscard]] std::uint32_t rank(StringId id) const { return rank_[index(id)]; }
  [[nodiscard]] std::uint32_t rank(std::uint32_t string) const { return rank_[string]; }

  // The term of the ontology that a node is, if any.
  [[nodiscard]] std::optional<TermId> term_of(StringId id) const {
    std::string_view const text = t_.strings.view(id);
    auto const term = o_.find_id(text);
    if (!term || o_.term(*term).id != text) return std::nullopt;  // found by a CURIE that is wider or narrower than the term
    return term;
  }

  // Every qualifier that names a node has one.
  void add_qualifier_nodes() {
    for (auto const& q : t_.qualifiers) {
      if (q.is_node && !t_.node_numbers.contains(q.value)) {
        t_.add_node({.id = q.value, .flags = static_cast<std::uint8_t>(NodeFlag::ancestor)});
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
        auto const relation = static_cast<std::uint32_t>(index(t_.strings.intern(o_.relation(parent.relation).name)));
        t_.edges.number({static_cast<std::uint32_t>(n), relation, Tables::code(0, false), above});
      }
    }
    // What the ontology says of a term replaces what parts said, except its cross-references, which add up.
    std::erase_if(t_.node_attributes, [&](GraphPart::Attribute const& a) {
      std::string_view const name = t_.strings.view(a.name);
      return is_term[a.owner] && (name == attribute::key || name == attribute::identifier || name == attribute::match ||
                                  name == attribute::ontology_label || name == attribute::valence);
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

  // From here on no text is new: comparing ranks compares bytes.
  void rank_strings() {
    auto const order = sorted_rows(t_.strings.size(), [this](std::uint32_t a, std::uint32_t b) {
      return t_.strings.view(string_of(a)) < t_.strings.view(string_of(b));
    });
    rank_ = places(order);
    string_at_rank_ = order;
  }

  void freeze_nodes() {
    for (auto& node : t_.nodes) {
      auto const type = o_.find_type(t_.strings.view(node.type));
      if (type) node.kind = o_.type(*type).kind;
      constexpr auto foreign = static_cast<std::uint8_t>(NodeFlag::foreign);
      node.flags = static_cast<std::uint8_t>(!type && node.type != StringId{} ? node.flags | foreign : node.flags & ~unsigned{foreign});
    }
    auto const order = sorted_rows(t_.nodes.size(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tuple{t_.nodes[a].kind, rank(t_.nodes[a].id)} < std::tuple{t_.nodes[b].kind, rank(t_.nodes[b].id)};
    });
    node_place_ = places(order);
    for (std::uint32_t const row : order) {
      auto const& node = t_.nodes[row];
      c_.node_id.push_back(rank(node.id));
      c_.node_kind.push_back(static_cast<std::uint8_t>(node.kind));
      c_.node_type.push_back(rank(node.type));
      c_.node_label.push_back(rank(node.label));
      c_.node_flags.push_back(node.flags);
    }
  }

  void freeze_relations() {
    std::vector<StringId> used;
    tsl::robin_map<StringId, std::uint32_t> signs;  // of each relation: a bit for each sign that its edges have
    for (auto const& [subject, relation, code, object] : t_.edges.keys()) {
      auto const [place, is_new] = signs.try_emplace(string_of(relation), 0U);
      if (is_new) used.push_back(string_of(relation));
      place.value() |= 1U << (code / 2);
    }
    if (used.size() > std::numeric_limits<std::uint16_t>::max()) throw Error({}, "the graph has more than 65535 relations", "");
    std::ranges::sort(used, {}, [this](StringId id) { return rank(id); });
    for (StringId const name : used) {
      relation_number_.emplace(name, static_cast<std::uint16_t>(c_.relations.size()));
      if (auto const known = o_.find_relation(t_.strings.view(name))) {
        c_.relations.push_back(o_.relation(*known));
        continue;
      }
      Relation foreign;
      foreign.name = t_.strings.view(name);
      std::uint32_t const seen = signs.at(name);
      foreign.sign = seen == 1U ? std::int8_t{-1} : seen == 4U ? std::int8_t{1} : std::int8_t{0};
      c_.relations.push_back(std::move(foreign));
    }
  }

  void freeze_edges() {
    auto const& keys = t_.edges.keys();
    auto const order_of = [&](std::uint32_t row) {
      auto const& [subject, relation, code, object] = keys[row];
      return std::tuple{node_place_[subject], relation_number_.at(string_of(relation)), code, node_place_[object]};
    };
    auto const order = sorted_rows(keys.size(), [&](std::uint32_t a, std::uint32_t b) { return order_of(a) < order_of(b); });
    edge_place_ = places(order);
    for (std::uint32_t const row : order) {
      auto const [subject, relation, code, object] = order_of(row);
      c_.edge_subject.push_back(subject);
      c_.edge_object.push_back(object);
      c_.edge_relation.push_back(relation);
      c_.edge_sign.push_back(Tables::sign(code));
      c_.edge_negated.push_back(Tables::negated(code) ? 1 : 0);
    }
    c_.out_begin = begins(c_.node_id.size(), order.size(), [&](std::size_t row) { return c_.edge_subject[row]; });
    index_rows(
        c_.node_id.size(), order.size(), [&](std::size_t row) { return c_.edge_object[row]; }, c_.in_begin, c_.in_edges);
  }

  void freeze_attributes(std::vector<GraphPart::Attribute>& rows, Numbers const& place, std::size_t owners, Columns::Numbers& begin,
                         Columns::Numbers& names, Columns::Numbers& values) {
    using Row = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (auto const& a : rows) sorted.emplace_back(place[a.owner], rank(a.name), rank(a.value));
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    for (auto const& [owner, name, value] : sorted) {
      names.push_back(name);
      values.push_back(value);
    }
    begin = begins(owners, sorted.size(), [&](std::size_t row) { return std::get<0>(sorted[row]); });
  }

  // Documents, tables, records and cells, in the order of their names.
  void freeze_places() {
    auto const& tables = t_.tables.keys();
    auto const& records = t_.records.keys();
    auto const& cells = t_.cells.keys();
    auto const ordered = [](std::size_t count, auto key_of) {
      return sorted_rows(count, [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
    };
    auto const document_order = ordered(t_.documents.size(), [&](std::uint32_t row) { return rank(t_.documents[row].id); });
    auto const document_place = places(document_order);
    for (std::uint32_t const row : document_order) {
      auto const& d = t_.documents[row];
      c_.document_id.push_back(rank(d.id));
      c_.document_doi.push_back(rank(d.doi));
      c_.document_pmid.push_back(rank(d.pmid));
      c_.document_pmcid.push_back(rank(d.pmcid));
      c_.document_title.push_back(rank(d.title));
      c_.document_journal.push_back(rank(d.journal));
      c_.document_year.push_back(rank(d.year));
      c_.document_licence.push_back(rank(d.licence));
    }
    auto const table_order = ordered(tables.size(), [&](std::uint32_t row) {
      return std::tuple{document_place[tables[row][0]], rank(tables[row][1])};
    });
    auto const table_place = places(table_order);
    for (std::uint32_t const row : table_order) {
      c_.table_document.push_back(document_place[tables[row][0]]);
      c_.table_name.push_back(rank(tables[row][1]));
      c_.table_caption.push_back(rank(t_.captions[row]));
    }
    auto const record_order = ordered(records.size(), [&](std::uint32_t row) {
      return std::tuple{table_place[records[row][0]], rank(records[row][1])};
    });
    auto const record_place = places(record_order);
    for (std::uint32_t const row : record_order) {
      c_.record_table.push_back(table_place[records[row][0]]);
      c_.record_id.push_back(rank(records[row][1]));
    }
    auto const cell_order = ordered(cells.size(), [&](std::uint32_t row) {
      return std::tuple{record_place[cells[row][0]], rank(cells[row][1]), rank(cells[row][2])};
    });
    cell_place_ = places(cell_order);
    for (std::uint32_t const row : cell_order) {
      c_.cell_record.push_back(record_place[cells[row][0]]);
      c_.cell_field.push_back(rank(cells[row][1]));
      c_.cell_text.push_back(rank(cells[row][2]));
    }
  }

  [[nodiscard]] std::span<GraphPart::Qualifier> qualifiers(Tables::Witness const& w) {
    return std::span{t_.qualifiers}.subspan(w.qualifiers.first, w.qualifiers.second - w.qualifiers.first);
  }
  [[nodiscard]] std::span<StringId> references(Tables::Witness const& w) {
    return std::span{t_.references}.subspan(w.references.first, w.references.second - w.references.first);
  }

  // Sorts a list in its place and cuts what is doubled.
  template <class Item, class RankOf>
  static void normalise(std::span<Item> items, std::pair<std::uint32_t, std::uint32_t>& bounds, RankOf rank_of) {
    std::sort(items.begin(), items.end(), [&](Item const& a, Item const& b) { return rank_of(a) < rank_of(b); });
    bounds.second = bounds.first + static_cast<std::uint32_t>(std::unique(items.begin(), items.end()) - items.begin());
  }

  void freeze_witnesses() {
    auto const qualifier_rank = [this](GraphPart::Qualifier const& q) { return std::tuple{rank(q.key), rank(q.value), q.is_node}; };
    auto const reference_rank = [this](StringId id) { return rank(id); };
    for (auto& w : t_.witnesses) {
      normalise(qualifiers(w), w.qualifiers, qualifier_rank);
      normalise(references(w), w.references, reference_rank);
    }
    // Negative: a before b. Whole content, in the order that the graph promises.
    auto const compare = [&](Tables::Witness const& a, Tables::Witness const& b) {
      auto const fixed = [this](Tables::Witness const& w) {
        return std::tuple{cell_place_[w.cell], w.text,   rank(w.rule), edge_place_[w.edge], w.trigger,
                          w.subject,           w.object, w.basis,      w.confidence,        w.flags.bits()};
      };
      if (auto const order = fixed(a) <=> fixed(b); order != 0) return order;
      auto const qa = qualifiers(a), qb = qualifiers(b);
      auto const by_qualifiers =
          std::lexicographical_compare_three_way(qa.begin(), qa.end(), qb.begin(), qb.end(),
                                                 [&](auto const& x, auto const& y) { return qualifier_rank(x) <=> qualifier_rank(y); });
      if (by_qualifiers != 0) return by_qualifiers;
      auto const ra = references(a), rb = references(b);
      return std::lexicographical_compare_three_way(ra.begin(), ra.end(), rb.begin(), rb.end(),
                                                    [&](StringId x, StringId y) { return rank(x) <=> rank(y); });
    };
    auto order =
        sorted_rows(t_.witnesses.size(), [&](std::uint32_t a, std::uint32_t b) { return compare(t_.witnesses[a], t_.witnesses[b]) < 0; });
    order.erase(std::unique(order.begin(), order.end(),
                            [&](std::uint32_t a, std::uint32_t b) { return compare(t_.witnesses[a], t_.witnesses[b]) == 0; }),
                order.end());
    for (std::uint32_t const row : order) write(t_.witnesses[row]);
    c_.qualifier_begin.push_back(static_cast<std::uint32_t>(c_.qualifier_key.size()));
    c_.reference_begin.push_back(static_cast<std::uint32_t>(c_.reference_text.size()));
    c_.record_witness_begin =
        begins(c_.record_id.size(), order.size(), [&](std::size_t row) { return c_.cell_record[c_.witness_cell[row]]; });
    index_rows(
        c_.edge_subject.size(), order.size(), [&](std::size_t row) { return c_.witness_edge[row]; }, c_.edge_witness_begin,
        c_.edge_witnesses);
  }

  void write(Tables::Witness const& w) {
    c_.witness_edge.push_back(edge_place_[w.edge]);
    c_.witness_cell.push_back(cell_place_[w.cell]);
    c_.witness_text.push_back(w.text);
    c_.witness_trigger.push_back(w.trigger);
    c_.witness_subject.push_back(w.subject);
    c_.witness_object.push_back(w.object);
    c_.witness_rule.push_back(rank(w.rule));
    c_.witness_confidence.push_back(w.confidence);
    c_.witness_basis.push_back(static_cast<std::uint8_t>(w.basis));
    c_.witness_flags.push_back(w.flags.bits());
    c_.qualifier_begin.push_back(static_cast<std::uint32_t>(c_.qualifier_key.size()));
    for (auto const& q : qualifiers(w)) {
      c_.qualifier_key.push_back(rank(q.key));
      c_.qualifier_value.push_back(rank(q.value));
      c_.qualifier_node.push_back(q.is_node ? node_place_[t_.node_numbers.at(q.value)] : Columns::none);
    }
    c_.reference_begin.push_back(static_cast<std::uint32_t>(c_.reference_text.size()));
    for (StringId const r : references(w)) c_.reference_text.push_back(rank(r));
  }

  void freeze_citations() {
    std::vector<std::array<std::uint32_t, 4>> rows;
    rows.reserve(works_.citations.size());
    for (auto const& row : works_.citations) rows.push_back({rank(row.reference), rank(row.doi), rank(row.pmid), rank(row.pmcid)});
    std::sort(rows.begin(), rows.end());
    for (auto const& [reference, doi, pmid, pmcid] : rows) {
      c_.citation_reference.push_back(reference);
      c_.citation_doi.push_back(doi);
      c_.citation_pmid.push_back(pmid);
      c_.citation_pmcid.push_back(pmcid);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
    names.reserve(works_.names.size());
    for (auto const& [of, name] : works_.names) names.emplace_back(rank(of), rank(name));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (auto const& [of, name] : names) {
      c_.work_of.push_back(of);
      c_.work_name.push_back(name);
    }
  }

  // Keeps the strings that a column names, in order, and numbers the columns anew.
  void freeze_strings() {
    std::array const columns{&c_.node_id,
                             &c_.node_type,
                             &c_.node_label,
                             &c_.node_attribute_name,
                             &c_.node_attribute_value,
                             &c_.edge_attribute_name,
                             &c_.edge_attribute_value,
                             &c_.document_id,
                             &c_.document_doi,
                             &c_.document_pmid,
                             &c_.document_pmcid,
                             &c_.document_title,
                             &c_.document_journal,
                             &c_.document_year,
                             &c_.document_licence,
                             &c_.table_name,
                             &c_.table_caption,
                             &c_.record_id,
                             &c_.cell_field,
                             &c_.cell_text,
                             &c_.witness_rule,
                             &c_.qualifier_key,
                             &c_.qualifier_value,
                             &c_.reference_text,
                             &c_.citation_reference,
                             &c_.citation_doi,
                             &c_.citation_pmid,
                             &c_.citation_pmcid,
                             &c_.work_of,
                             &c_.work_name};
    Numbers number(string_at_rank_.size(), Columns::none);
    for (Columns::Numbers const* column : columns) {
      for (std::uint32_t const string : *column) number[string] = 0;
    }
    std::uint32_t next = 0;
    c_.string_begin.push_back(0);
    for (std::size_t r = 0; r < number.size(); ++r) {
      if (number[r] == Columns::none) continue;
      number[r] = next++;
      c_.string_bytes.append(t_.strings.view(string_of(string_at_rank_[r])));
      c_.string_begin.push_back(c_.string_bytes.size());
    }
    for (Columns::Numbers* column : columns) {
      for (std::uint32_t& string : column->own()) string = number[string];
    }
  }

  Tables t_;
  Ontology const& o_;
  Columns c_;
  CitedWorks works_;
  Numbers rank_, string_at_rank_;
  Numbers node_place_, edge_place_, cell_place_;  // the builder's number → the graph's
  tsl::robin_map<StringId, std::uint16_t> relation_number_;
};

}  // namespace

std::unique_ptr<Graph::Columns const> freeze_columns(GraphBuilder::Tables tables) { return Freezer{std::move(tables)}.run(); }

}  // namespace mechgraph
