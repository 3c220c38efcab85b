// Freezing: ranks, orders and indexes.
#include "graph/freeze.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/error.hpp"
#include "graph/freeze_ontology.hpp"
#include "graph/freeze_rows.hpp"
#include "graph/works.hpp"

namespace mechgraph {
namespace {

using Columns = Graph::Columns;
using Tables = GraphBuilder::Tables;

class Freezer {
 public:
  explicit Freezer(Tables tables) : t_(std::move(tables)), o_(*t_.ontology) {}

  std::unique_ptr<Columns const> run() {
    c_.ontology = t_.ontology;
    add_what_is_known(t_);
    works_ = find_works(t_);
    freeze_relations();
    freeze_strings();
    freeze_nodes();
    freeze_edges();
    freeze_attributes(t_.node_attributes, node_place_, c_.node_id.size(), c_.node_attribute_begin, c_.node_attribute_name,
                      c_.node_attribute_value);
    freeze_attributes(t_.edge_attributes, edge_place_, c_.edge_subject.size(), c_.edge_attribute_begin, c_.edge_attribute_name,
                      c_.edge_attribute_value);
    freeze_places();
    freeze_citations();
    freeze_witnesses();
    return std::make_unique<Columns const>(std::move(c_));
  }

 private:
  // The number of a text in the graph, which is its rank: comparing them compares bytes.
  [[nodiscard]] std::uint32_t rank(StringId id) const { return rank_[index(id)]; }

  void freeze_relations() {
    std::vector<std::uint32_t> signs(t_.relations.size());  // of each relation: a bit for each sign that its edges have
    for (auto const& edge : t_.edges) signs[edge.relation_and_code / Tables::codes] |= 1U << (edge.relation_and_code % Tables::codes / 2);
    std::vector<std::pair<std::string, std::uint32_t>> used;
    for (std::uint32_t relation = 0; relation < signs.size(); ++relation) {
      if (signs[relation] != 0) used.emplace_back(t_.strings.text(t_.relations[relation]), relation);
    }
    if (used.size() > std::numeric_limits<std::uint16_t>::max()) throw Error({}, "the graph has more than 65535 relations", "");
    std::ranges::sort(used);
    relation_place_.resize(signs.size());
    for (auto const& [name, relation] : used) {
      relation_place_[relation] = static_cast<std::uint16_t>(c_.relations.size());
      if (auto const known = o_.find_relation(name)) {
        c_.relations.push_back(o_.relation(*known));
        continue;
      }
      Relation foreign;
      foreign.name = name;
      std::uint32_t const seen = signs[relation];
      foreign.sign = seen == 1U ? std::int8_t{-1} : seen == 4U ? std::int8_t{1} : std::int8_t{0};
      c_.relations.push_back(std::move(foreign));
    }
  }

  // The texts that the graph holds, in order. From here on none is new.
  void freeze_strings() {
    std::vector<bool> used(t_.strings.size());
    auto const use = [&](StringId id) { used[index(id)] = true; };
    auto const use_attributes = [&](std::vector<GraphPart::Attribute> const& attributes) {
      for (auto const& a : attributes) use(a.name), use(a.value);
    };
    for (auto const& node : t_.nodes) use(node.id), use(node.type), use(node.label);
    use_attributes(t_.node_attributes);
    use_attributes(t_.edge_attributes);
    for (auto const& d : t_.documents) {
      for (StringId const text : {d.id, d.doi, d.pmid, d.pmcid, d.title, d.journal, d.year, d.licence}) use(text);
    }
    for (auto const& table : t_.tables.keys()) use(at_index<StringId>(table[1]));
    for (StringId const caption : t_.captions) use(caption);
    for (auto const& record : t_.records) use(record.id);
    for (auto const& cell : t_.cells) use(cell.field), use(cell.text);
    for (std::size_t i = has_plain_witness() ? 0 : 1; i < t_.words.size(); ++i) use(t_.words[i].rule);
    for (auto const& q : t_.qualifiers) use(q.name()), use(q.value);
    for (StringId const reference : t_.references) use(reference);
    for (auto const& c : works_.citations) use(c.reference), use(c.doi), use(c.pmid), use(c.pmcid);
    for (auto const& [of, name] : works_.names) use(of), use(name);

    auto const order = t_.strings.ordered(used);
    rank_.assign(t_.strings.size(), Columns::none);
    std::vector<std::uint64_t> begin{0};
    begin.reserve(order.size() + 1);
    std::vector<char> bytes;
    Texts::Room room;
    for (std::size_t i = 0; i < order.size(); ++i) {
      rank_[index(order[i])] = static_cast<std::uint32_t>(i);
      std::string_view const text = t_.strings.view(order[i], room);
      bytes.insert(bytes.end(), text.begin(), text.end());
      begin.push_back(bytes.size());
    }
    c_.string_begin = std::move(begin);
    c_.string_bytes = std::move(bytes);
    t_.strings = Texts{};
  }

  [[nodiscard]] bool has_plain_witness() const {
    return std::ranges::any_of(t_.witnesses, [](Tables::Witness const& w) { return w.words == 0; });
  }

  void freeze_nodes() {
    auto rows = sorted_rows(
        t_.nodes.size(), [this](std::uint32_t row) { return key(static_cast<std::uint64_t>(t_.nodes[row].kind), rank(t_.nodes[row].id)); });
    node_place_ = take_distinct(rows);
    auto const& nodes = t_.nodes;
    c_.node_id = column(rows, [&](std::uint32_t row) { return rank(nodes[row].id); });
    c_.node_kind = column(rows, [&](std::uint32_t row) { return static_cast<std::uint8_t>(nodes[row].kind); });
    c_.node_type = column(rows, [&](std::uint32_t row) { return rank(nodes[row].type); });
    c_.node_label = column(rows, [&](std::uint32_t row) { return rank(nodes[row].label); });
    c_.node_flags = column(rows, [&](std::uint32_t row) { return nodes[row].flags; });
    release(t_.nodes);
  }

  void freeze_edges() {
    constexpr unsigned code_bits = 3;
    auto rows = sorted_rows(t_.edges.size(), [this](std::uint32_t row) {
      auto const& [subject, object, relation_and_code] = t_.edges[row];
      std::uint64_t const relation = relation_place_[relation_and_code / Tables::codes];
      return key((std::uint64_t{node_place_[subject]} << 16U | relation) << code_bits | relation_and_code % Tables::codes,
                 node_place_[object]);
    });
    release(t_.edges);
    edge_place_ = take_distinct(rows);
    std::size_t const count = rows.size();
    std::vector<std::uint32_t> subjects(count), objects(count);
    std::vector<std::uint16_t> relations(count);
    std::vector<std::int8_t> signs(count);
    std::vector<std::uint8_t> negated(count);
    for (std::size_t i = 0; i < count; ++i) {
      auto const code = static_cast<std::uint32_t>(rows[i].high & ((1U << code_bits) - 1));
      subjects[i] = static_cast<std::uint32_t>(rows[i].high >> (16U + code_bits));
      objects[i] = rows[i].low;
      relations[i] = static_cast<std::uint16_t>(rows[i].high >> code_bits);
      signs[i] = Tables::sign(code);
      negated[i] = Tables::negated(code) ? 1 : 0;
    }
    release(rows);
    c_.out_begin = begins(c_.node_id.size(), count, [&](std::size_t row) { return subjects[row]; });
    index_rows(
        c_.node_id.size(), count, [&](std::size_t row) { return objects[row]; }, c_.in_begin, c_.in_edges);
    c_.edge_subject = std::move(subjects);
    c_.edge_object = std::move(objects);
    c_.edge_relation = std::move(relations);
    c_.edge_sign = std::move(signs);
    c_.edge_negated = std::move(negated);
  }

  void freeze_attributes(std::vector<GraphPart::Attribute>& attributes, Numbers const& place, std::size_t owners, Columns::Numbers& begin,
                         Columns::Numbers& names, Columns::Numbers& values) {
    auto rows = sorted_rows(attributes.size(), [&](std::uint32_t row) {
      auto const& a = attributes[row];
      return key(pair_key(place[a.owner], rank(a.name)), rank(a.value));
    });
    take_distinct(rows);
    release(attributes);
    Numbers found_names, found_values;
    found_names.reserve(rows.size());
    found_values.reserve(rows.size());
    for (SortRow const& row : rows) {
      found_names.push_back(static_cast<std::uint32_t>(row.high));
      found_values.push_back(row.low);
    }
    begin = begins(owners, rows.size(), [&](std::size_t row) { return rows[row].high >> 32U; });
    names = std::move(found_names);
    values = std::move(found_values);
  }

  // Documents, tables and records, in the order of their names.
  void freeze_places() {
    auto const& documents = t_.documents;
    auto document_rows = sorted_rows(documents.size(), [&](std::uint32_t row) { return key(0, rank(documents[row].id)); });
    auto const document_place = take_distinct(document_rows);
    auto const field = [&](StringId GraphPart::Document::*of) {
      return column(document_rows, [&](std::uint32_t row) { return rank(documents[row].*of); });
    };
    using D = GraphPart::Document;
    c_.document_id = field(&D::id);
    c_.document_doi = field(&D::doi);
    c_.document_pmid = field(&D::pmid);
    c_.document_pmcid = field(&D::pmcid);
    c_.document_title = field(&D::title);
    c_.document_journal = field(&D::journal);
    c_.document_year = field(&D::year);
    c_.document_licence = field(&D::licence);

    auto const& tables = t_.tables.keys();
    auto table_rows = sorted_rows(
        tables.size(), [&](std::uint32_t row) { return key(document_place[tables[row][0]], rank(at_index<StringId>(tables[row][1]))); });
    auto const table_place = take_distinct(table_rows);
    c_.table_document = column(table_rows, [&](std::uint32_t row) { return document_place[tables[row][0]]; });
    c_.table_name = column(table_rows, [&](std::uint32_t row) { return rank(at_index<StringId>(tables[row][1])); });
    c_.table_caption = column(table_rows, [&](std::uint32_t row) { return rank(t_.captions[row]); });

    record_rows_ = sorted_rows(t_.records.size(),
                               [&](std::uint32_t row) { return key(table_place[t_.records[row].table], rank(t_.records[row].id)); });
  }

  // The rows that a witness has in one of the lists beside it.
  template <class Item>
  [[nodiscard]] std::span<Item const> of(std::uint32_t witness, std::uint32_t Tables::Witness::*first, std::vector<Item> const& all) const {
    std::size_t const begin = t_.witnesses[witness].*first;
    std::size_t const end = witness + 1 < t_.witnesses.size() ? t_.witnesses[witness + 1].*first : all.size();
    return std::span{all}.subspan(begin, end - begin);
  }
  [[nodiscard]] std::span<Tables::Qualifier const> qualifiers(std::uint32_t witness) const {
    return of(witness, &Tables::Witness::qualifiers, t_.qualifiers);
  }
  [[nodiscard]] std::span<StringId const> references(std::uint32_t witness) const {
    return of(witness, &Tables::Witness::references, t_.references);
  }

  // Sorts the list of each witness and takes out what is doubled.
  template <class Item>
  void normalise(std::uint32_t Tables::Witness::*first, std::vector<Item>& all) {
    std::size_t kept = 0;
    for (std::uint32_t w = 0; w < t_.witnesses.size(); ++w) {
      auto const list = of(w, first, all);
      auto const begin = all.begin() + (list.data() - all.data()), end = begin + static_cast<std::ptrdiff_t>(list.size());
      std::sort(begin, end);
      auto const last = std::unique(begin, end);
      t_.witnesses[w].*first = static_cast<std::uint32_t>(kept);
      kept = static_cast<std::size_t>(std::copy(begin, last, all.begin() + static_cast<std::ptrdiff_t>(kept)) - all.begin());
    }
    all.resize(kept);
  }

  // From the builder's numbers to the graph's, in all that witnesses have.
  void renumber_witnesses() {
    for (auto& q : t_.qualifiers) {
      std::uint32_t const value = rank(q.value);
      if (q.is_node()) qualifier_nodes_.try_emplace(value, node_place_[t_.node_number(q.value)]);
      q = {rank(q.name()) * 2 + q.key % 2, at_index<StringId>(value)};
    }
    for (StringId& reference : t_.references) reference = at_index<StringId>(rank(reference));
    for (auto& w : t_.words) w.rule = at_index<StringId>(rank_[index(w.rule)]);
    for (auto& w : t_.witnesses) w.edge = edge_place_[w.edge];
    for (auto& cell : t_.cells) cell = {cell.record, at_index<StringId>(rank(cell.field)), at_index<StringId>(rank(cell.text))};
    release(t_.node_numbers);
    release(edge_place_);
    release(rank_);
    normalise(&Tables::Witness::qualifiers, t_.qualifiers);
    normalise(&Tables::Witness::references, t_.references);
  }

  // Witnesses of one cell by their whole content, in the order that the graph promises.
  [[nodiscard]] std::strong_ordering compare(std::uint32_t a, std::uint32_t b) const {
    auto const fixed = [this](std::uint32_t row) {
      Tables::Witness const& w = t_.witnesses[row];
      Tables::Words const& words = t_.words[w.words];
      return std::tuple{words.text, words.rule, w.edge, words.trigger, words.subject, words.object, w.basis, w.confidence, words.flags};
    };
    if (auto const order = fixed(a) <=> fixed(b); order != 0) return order;
    auto const qa = qualifiers(a), qb = qualifiers(b);
    if (auto const order = std::lexicographical_compare_three_way(qa.begin(), qa.end(), qb.begin(), qb.end()); order != 0) return order;
    auto const ra = references(a), rb = references(b);
    return std::lexicographical_compare_three_way(ra.begin(), ra.end(), rb.begin(), rb.end());
  }

  // Records in order, in each its cells, in each its witnesses: what was the same came together by sorting the one above it.
  void freeze_witnesses() {
    renumber_witnesses();
    Groups const cells{t_.records.size(), t_.cells.size(), [this](std::size_t row) { return t_.cells[row].record; }};
    Groups const witnesses{t_.cells.size(), t_.witnesses.size(), [this](std::size_t row) { return t_.witnesses[row].cell; }};
    release(t_.records);
    Places places;
    Witnesses columns{t_.witnesses.size()};
    places.reserve(record_rows_.size(), t_.cells.size());
    std::vector<SortRow> of_record;
    std::vector<std::uint32_t> of_cell;
    for (std::size_t i = 0; i < record_rows_.size();) {
      std::size_t const first = i;
      of_record.clear();
      for (; i < record_rows_.size() && record_rows_[i].same_key(record_rows_[first]); ++i) {
        prefetch(i, cells, witnesses);
        cells.for_each(record_rows_[i].row, [&](std::uint32_t row) {
          Tables::Cell const& cell = t_.cells[row];
          of_record.push_back({index(cell.field), static_cast<std::uint32_t>(index(cell.text)), row});
        });
      }
      if (of_record.size() > 1) std::sort(of_record.begin(), of_record.end());
      auto const record = static_cast<std::uint32_t>(places.record_id.size());
      places.record_table.push_back(static_cast<std::uint32_t>(record_rows_[first].high));
      places.record_id.push_back(record_rows_[first].low);
      for (std::size_t c = 0; c < of_record.size();) {
        SortRow const& cell = of_record[c];
        of_cell.clear();
        for (; c < of_record.size() && of_record[c].same_key(cell); ++c) {
          witnesses.for_each(of_record[c].row, [&](std::uint32_t row) { of_cell.push_back(row); });
        }
        if (of_cell.size() > 1) {
          std::sort(of_cell.begin(), of_cell.end(), [this](std::uint32_t x, std::uint32_t y) { return compare(x, y) < 0; });
          auto const end =
              std::unique(of_cell.begin(), of_cell.end(), [this](std::uint32_t x, std::uint32_t y) { return compare(x, y) == 0; });
          of_cell.erase(end, of_cell.end());
        }
        for (std::uint32_t const row : of_cell) write(row, static_cast<std::uint32_t>(places.cell_record.size()), columns);
        places.cell_record.push_back(record);
        places.cell_field.push_back(static_cast<std::uint32_t>(cell.high));
        places.cell_text.push_back(cell.low);
      }
      places.record_witness_begin.push_back(static_cast<std::uint32_t>(columns.edge.size()));
    }
    release(record_rows_);
    release_witnesses();
    places.give(c_);
    columns.give(c_);
    index_rows(
        c_.edge_subject.size(), c_.witness_edge.size(), [&](std::size_t row) { return c_.witness_edge[row]; }, c_.edge_witness_begin,
        c_.edge_witnesses);
  }

  // Rows come in any order: what those ahead need is fetched, step by step.
  void prefetch(std::size_t i, Groups const& cells, Groups const& witnesses) const {
    constexpr std::size_t step = 6;
    auto const row = [&](std::size_t steps) { return record_rows_[i + steps * step].row; };
    if (i + 4 * step >= record_rows_.size()) return;
    cells.prefetch(row(4));
    std::uint32_t const cell = cells.first(row(3));
    if (cell >= t_.cells.size()) return;
    __builtin_prefetch(&t_.cells[cell]);
    witnesses.prefetch(cell);
    std::uint32_t const near = cells.first(row(2));
    if (near >= t_.cells.size()) return;
    if (std::uint32_t const w = witnesses.first(near); w < t_.witnesses.size()) __builtin_prefetch(&t_.witnesses[w]);
    std::uint32_t const next = cells.first(row(1));
    if (next >= t_.cells.size()) return;
    std::uint32_t const w = witnesses.first(next);
    if (w >= t_.witnesses.size()) return;
    Tables::Witness const& witness = t_.witnesses[w];
    __builtin_prefetch(t_.qualifiers.data() + witness.qualifiers);
    __builtin_prefetch(t_.references.data() + witness.references);
  }

  struct Places {
    Numbers record_table, record_id, record_witness_begin{0}, cell_record, cell_field, cell_text;

    void reserve(std::size_t records, std::size_t cells) {
      for (Numbers* const column : {&record_table, &record_id, &record_witness_begin}) column->reserve(records + 1);
      for (Numbers* const column : {&cell_record, &cell_field, &cell_text}) column->reserve(cells);
    }
    void give(Columns& c) {
      c.record_table = std::move(record_table);
      c.record_id = std::move(record_id);
      c.record_witness_begin = std::move(record_witness_begin);
      c.cell_record = std::move(cell_record);
      c.cell_field = std::move(cell_field);
      c.cell_text = std::move(cell_text);
    }
  };

  struct Witnesses {
    Numbers edge, cell, rule, flags, qualifier_begin{0}, qualifier_key, qualifier_value, qualifier_node, reference_begin{0}, reference_text;
    std::vector<Span> text, trigger, subject, object;
    std::vector<std::uint16_t> confidence;
    std::vector<std::uint8_t> basis;

    explicit Witnesses(std::size_t most) {
      for (Numbers* const column : {&edge, &cell, &rule, &flags}) column->reserve(most);
      for (Numbers* const column : {&qualifier_begin, &reference_begin}) column->reserve(most + 1);
      for (auto* const column : {&text, &trigger, &subject, &object}) column->reserve(most);
      confidence.reserve(most);
      basis.reserve(most);
    }
    void give(Columns& c) {
      c.witness_edge = std::move(edge);
      c.witness_cell = std::move(cell);
      c.witness_rule = std::move(rule);
      c.witness_flags = std::move(flags);
      c.witness_text = std::move(text);
      c.witness_trigger = std::move(trigger);
      c.witness_subject = std::move(subject);
      c.witness_object = std::move(object);
      c.witness_confidence = std::move(confidence);
      c.witness_basis = std::move(basis);
      c.qualifier_begin = std::move(qualifier_begin);
      c.qualifier_key = std::move(qualifier_key);
      c.qualifier_value = std::move(qualifier_value);
      c.qualifier_node = std::move(qualifier_node);
      c.reference_begin = std::move(reference_begin);
      c.reference_text = std::move(reference_text);
    }
  };

  void write(std::uint32_t row, std::uint32_t cell, Witnesses& to) const {
    Tables::Witness const& w = t_.witnesses[row];
    Tables::Words const& words = t_.words[w.words];
    to.edge.push_back(w.edge);
    to.cell.push_back(cell);
    to.confidence.push_back(w.confidence);
    to.basis.push_back(static_cast<std::uint8_t>(w.basis));
    to.text.push_back(words.text);
    to.trigger.push_back(words.trigger);
    to.subject.push_back(words.subject);
    to.object.push_back(words.object);
    to.rule.push_back(static_cast<std::uint32_t>(index(words.rule)));
    to.flags.push_back(words.flags.bits());
    for (auto const& q : qualifiers(row)) {
      auto const value = static_cast<std::uint32_t>(index(q.value));
      to.qualifier_key.push_back(q.key / 2);
      to.qualifier_value.push_back(value);
      to.qualifier_node.push_back(q.is_node() ? qualifier_nodes_.at(value) : Columns::none);
    }
    to.qualifier_begin.push_back(static_cast<std::uint32_t>(to.qualifier_key.size()));
    for (StringId const reference : references(row)) to.reference_text.push_back(static_cast<std::uint32_t>(index(reference)));
    to.reference_begin.push_back(static_cast<std::uint32_t>(to.reference_text.size()));
  }

  void release_witnesses() {
    release(t_.cells);
    release(t_.words);
    release(t_.witnesses);
    release(t_.qualifiers);
    release(t_.references);
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

  Tables t_;
  Ontology const& o_;
  Columns c_;
  CitedWorks works_;
  Numbers rank_;                      // of the builder's texts
  Numbers node_place_, edge_place_;   // the builder's number → the graph's
  std::vector<SortRow> record_rows_;  // by table and name: (table, name's number)
  std::vector<std::uint16_t> relation_place_;
  tsl::robin_map<std::uint32_t, std::uint32_t> qualifier_nodes_;  // by the id's number in the graph
};

}  // namespace

std::unique_ptr<Graph::Columns const> freeze_columns(GraphBuilder::Tables tables) { return Freezer{std::move(tables)}.run(); }

}  // namespace mechgraph
