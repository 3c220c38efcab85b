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
#include "graph/freeze_witnesses.hpp"
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
    t_.seal();
    add_what_is_known(t_);
    t_.edges.seal();
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
    for (std::uint32_t const edge : t_.edges.relation_and_code.values()) signs[edge / Tables::codes] |= 1U << (edge % Tables::codes / 2);
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
    for (Tables::Numbers const* const column :
         {&t_.records.id, &t_.cells.field, &t_.cells.text, &t_.qualifiers.value, &t_.references, &t_.words.rule}) {
      for (std::uint32_t const string : column->values()) used[string] = true;
    }
    for (std::uint32_t const key : t_.qualifiers.key.values()) used[key / 2] = true;
    for (auto const& c : works_.citations) use(c.reference), use(c.doi), use(c.pmid), use(c.pmcid);
    for (auto const& [of, name] : works_.names) use(of), use(name);

    auto const order = t_.strings.ordered(used);
    rank_.assign(t_.strings.size(), Columns::none);
    Column<std::uint64_t> begin;
    begin.push_back(0);
    std::vector<char> bytes;
    Texts::Room room;
    for (std::size_t i = 0; i < order.size(); ++i) {
      rank_[index(order[i])] = static_cast<std::uint32_t>(i);
      std::string_view const text = t_.strings.view(order[i], room);
      bytes.insert(bytes.end(), text.begin(), text.end());
      begin.push_back(bytes.size());
    }
    begin.seal();
    c_.string_begin = std::move(begin);
    c_.string_bytes = std::move(bytes);
    t_.strings = Texts{};
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
    auto rows = sorted_rows(t_.edges.subject.size(), [this](std::uint32_t row) {
      std::uint32_t const relation_and_code = t_.edges.relation_and_code[row];
      std::uint64_t const relation = relation_place_[relation_and_code / Tables::codes];
      return key((std::uint64_t{node_place_[t_.edges.subject[row]]} << 16U | relation) << code_bits | relation_and_code % Tables::codes,
                 node_place_[t_.edges.object[row]]);
    });
    t_.edges = {};
    edge_place_ = take_distinct(rows);
    for (SortRow const& row : rows) {
      auto const code = static_cast<std::uint32_t>(row.high & ((1U << code_bits) - 1));
      c_.edge_subject.push_back(static_cast<std::uint32_t>(row.high >> (16U + code_bits)));
      c_.edge_object.push_back(row.low);
      c_.edge_relation.push_back(static_cast<std::uint16_t>(row.high >> code_bits));
      c_.edge_sign.push_back(Tables::sign(code));
      c_.edge_negated.push_back(Tables::negated(code) ? 1 : 0);
    }
    release(rows);
    seal(c_.edge_subject, c_.edge_object, c_.edge_relation, c_.edge_sign, c_.edge_negated);
    std::size_t const nodes = c_.node_id.size(), edges = c_.edge_subject.size();
    c_.out_begin = Columns::Numbers{begins(nodes, edges, [this](std::size_t row) { return c_.edge_subject[row]; })};
    index_rows(
        nodes, edges, [this](std::size_t row) { return c_.edge_object[row]; }, c_.in_begin, c_.in_edges);
  }

  void freeze_attributes(std::vector<GraphPart::Attribute>& attributes, Numbers const& place, std::size_t owners, Columns::Numbers& begin,
                         Columns::Numbers& names, Columns::Numbers& values) {
    auto rows = sorted_rows(attributes.size(), [&](std::uint32_t row) {
      auto const& a = attributes[row];
      return key(pair_key(place[a.owner], rank(a.name)), rank(a.value));
    });
    take_distinct(rows);
    release(attributes);
    for (SortRow const& row : rows) {
      names.push_back(static_cast<std::uint32_t>(row.high));
      values.push_back(row.low);
    }
    seal(names, values);
    begin = Columns::Numbers{begins(owners, rows.size(), [&](std::size_t row) { return rows[row].high >> 32U; })};
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

    auto rows = sorted_rows(t_.records.id.size(),
                            [&](std::uint32_t row) { return key(table_place[t_.records.table[row]], rank_[t_.records.id[row]]); });
    t_.records = {};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      record_order_.push_back(rows[i].row);
      if (i != 0 && rows[i].same_key(rows[i - 1])) continue;
      record_begin_.push_back(static_cast<std::uint32_t>(i));
      c_.record_table.push_back(static_cast<std::uint32_t>(rows[i].high));
      c_.record_id.push_back(rows[i].low);
    }
    record_begin_.push_back(static_cast<std::uint32_t>(rows.size()));
    seal(record_order_, record_begin_, c_.record_table, c_.record_id);
  }

  // Records in order, in each its cells, in each its witnesses: what was the same came together by sorting the one above it.
  void freeze_witnesses() {
    Groups const cells{record_order_.size(), t_.cells.record};
    Groups const witnesses{t_.cells.record.size(), t_.witnesses.cell};
    t_.cells.record = {};
    t_.witnesses.cell = {};
    WitnessRows rows{t_, rank_, edge_place_, node_place_};
    WitnessWriter to{c_};
    std::vector<SortRow> of_record;
    std::vector<std::uint32_t> of_cell;
    std::uint32_t cell_count = 0;
    c_.record_witness_begin.push_back(0);
    for (std::uint32_t record = 0; record < c_.record_id.size(); ++record) {
      of_record.clear();
      for (std::size_t i = record_begin_[record]; i < record_begin_[record + 1]; ++i) {
        prefetch(i, cells, witnesses, rows);
        cells.for_each(record_order_[i], [&](std::uint32_t row) {
          of_record.push_back({rank_[t_.cells.field[row]], rank_[t_.cells.text[row]], row});
        });
      }
      if (of_record.size() > 1) std::sort(of_record.begin(), of_record.end());
      for (std::size_t c = 0; c < of_record.size();) {
        SortRow const& cell = of_record[c];
        of_cell.clear();
        for (; c < of_record.size() && of_record[c].same_key(cell); ++c) {
          witnesses.for_each(of_record[c].row, [&](std::uint32_t row) { of_cell.push_back(row); });
        }
        if (of_cell.size() > 1) rows.make_distinct(of_cell);
        for (std::uint32_t const row : of_cell) to.write(rows.at(row), cell_count);
        c_.cell_record.push_back(record);
        c_.cell_field.push_back(static_cast<std::uint32_t>(cell.high));
        c_.cell_text.push_back(cell.low);
        ++cell_count;
      }
      c_.record_witness_begin.push_back(to.count());
    }
    t_ = {};
    record_order_ = {};
    release(rank_);
    release(edge_place_);
    seal(c_.cell_record, c_.cell_field, c_.cell_text, c_.record_witness_begin);
    to.seal();
    index_rows(
        c_.edge_subject.size(), c_.witness_edge.size(), [this](std::size_t row) { return c_.witness_edge[row]; }, c_.edge_witness_begin,
        c_.edge_witnesses);
  }

  // Rows come in any order: what those ahead need is fetched.
  void prefetch(std::size_t i, Groups const& cells, Groups const& witnesses, WitnessRows const& rows) const {
    constexpr std::size_t step = 8;
    if (i + 2 * step >= record_order_.size()) return;
    auto const witness = [&](std::size_t at) { return witnesses.first(cells.first(record_order_[at])); };
    rows.prefetch(witness(i + 2 * step));
    rows.prefetch_ranks(witness(i + step));
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
    seal(c_.citation_reference, c_.citation_doi, c_.citation_pmid, c_.citation_pmcid);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
    names.reserve(works_.names.size());
    for (auto const& [of, name] : works_.names) names.emplace_back(rank(of), rank(name));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (auto const& [of, name] : names) {
      c_.work_of.push_back(of);
      c_.work_name.push_back(name);
    }
    seal(c_.work_of, c_.work_name);
  }

  Tables t_;
  Ontology const& o_;
  Columns c_;
  CitedWorks works_;
  Numbers rank_;                                  // of the builder's texts
  Numbers node_place_, edge_place_;               // the builder's number → the graph's
  Columns::Numbers record_order_, record_begin_;  // the builder's records by table and name, and where those of each begin among them
  std::vector<std::uint16_t> relation_place_;
};

}  // namespace

std::unique_ptr<Graph::Columns const> freeze_columns(GraphBuilder::Tables tables) { return Freezer{std::move(tables)}.run(); }

}  // namespace mechgraph
