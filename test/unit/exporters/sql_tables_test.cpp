// The tables of a graph and the views over them, asked in SQLite: paths agree with our own search.
#include "exporters/sql_tables.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "query/paths.hpp"

#include "sample_graph.hpp"
#include "sqlite_reader.hpp"

using namespace mechgraph;

namespace {

using Lines = std::vector<std::string>;

// "nodes > ... sign support" of every path between any two nodes, by our own search.
std::set<std::string> our_paths(Graph const& graph, std::uint32_t max_hops) {
  PathQuery query;
  for (NodeId const n : graph.nodes()) {
    query.from.push_back(n);
    query.to.push_back(n);
  }
  query.max_hops = max_hops;
  std::set<std::string> lines;
  for (Path const& path : PathSearch{graph}.find(query).paths) {
    std::string line = ",";
    for (NodeId const n : path.nodes) line += "\"" + std::string{graph.node(n).id} + "\",";
    lines.insert(line + " " + std::to_string(path.sign) + " " + std::string{name(path.support)});
  }
  return lines;
}

// Two records that meet in a gene, one hop by cargo, a denial, opposite signs, a circle.
Graph meeting_graph() {
  PartMaker p;
  auto const marrow = p.node("UBERON:1", Kind::source, "Source", "marrow");
  auto const given = p.node("MECHGRAPH:I1", Kind::intervention, "Intervention", "given");
  auto const other = p.node("MECHGRAPH:I2", Kind::intervention, "Intervention", "other");
  auto const cargo = p.node("NCBIGene:1", Kind::mediator, "Gene", "cargo");
  auto const gene = p.node("NCBIGene:2", Kind::mediator, "Gene", "gene");
  auto const process = p.node("GO:1", Kind::outcome, "Process", "process");
  auto const disease = p.node("MONDO:1", Kind::outcome, "Disease", "disease");
  p.table("PMID:1", "", "", "#1", "");
  auto const one = p.cell("1", "result", "one");
  p.witness(p.edge(given, "derives_from", marrow, 0), one, "one");
  p.witness(p.edge(given, "carries", cargo, 0), one, "one");
  p.witness(p.edge(cargo, "decreases", gene, -1), one, "one").basis = Basis::cargo;
  p.witness(p.edge(given, "affects", process, 0), one, "one");
  auto const two = p.cell("2", "result", "two");
  p.witness(p.edge(gene, "contributes_to", process, 1), two, "two");
  p.witness(p.edge(process, "contributes_to", gene, 1), two, "two");
  p.witness(p.edge(gene, "counteracts", process, -1), two, "two");
  p.witness(p.edge(process, "contributes_to", disease, 1), two, "two");
  p.witness(p.edge(other, "decreases", gene, -1), two, "two");
  p.witness(p.edge(other, "combined_with", given, 0), two, "two");
  p.witness(p.edge(other, "increases", disease, 1, true), two, "two");
  p.witness(p.edge(gene, "affects", gene, 0), two, "two");
  return p.graph();
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_part_of_the_graph_has_its_rows) {
  Graph const graph = sample_graph();
  SqliteReader db{exported(graph, "sqlite")};
  BOOST_TEST(db.one("SELECT count(*) FROM nodes") == std::to_string(graph.node_count()));
  BOOST_TEST(db.one("SELECT count(*) FROM edges") == std::to_string(graph.edge_count()));
  BOOST_TEST(db.one("SELECT count(*) FROM witnesses") == std::to_string(graph.witness_count()));
  BOOST_TEST(db.one("SELECT count(*) FROM records") == std::to_string(graph.record_count()));
  BOOST_TEST(db.one("SELECT count(*) FROM documents") == std::to_string(graph.document_count()));
  BOOST_TEST(db.ask("PRAGMA foreign_key_check").empty());
  BOOST_TEST(db.one("PRAGMA integrity_check") == "ok");

  BOOST_TEST(db.one("SELECT * FROM nodes WHERE id = 'DrugBank:DB 1'") ==
             "DrugBank:DB 1|mediator|biolink:Drug|a drug|DrugBank:DB 1|0|0|1|0|inner");
  Lines const synonyms = db.ask("SELECT value FROM node_attributes WHERE node_id = 'DrugBank:DB 1' AND name = 'synonym'");
  BOOST_TEST(synonyms == (Lines{"one|two", "three\\"}), boost::test_tools::per_element());
  BOOST_TEST(db.one("SELECT name, value FROM edge_attributes") == "score|0.5");
  BOOST_TEST(db.one("SELECT doi, title FROM documents WHERE id = 'DOI:10.1000/x(1)'") == "10.1000/x(1)|A review");
  BOOST_TEST(db.one("SELECT name, caption FROM document_tables WHERE document_id = 'DOI:10.1000/x(1)'") == "Table 3|Of exosomes");
}

BOOST_AUTO_TEST_CASE(opposite_signs_and_a_denial_are_edges_of_their_own) {
  SqliteReader db{exported(sample_graph(), "sqlite")};
  Lines const expected{"affects|0|1", "decreases|-1|0", "increases|1|0"};
  Lines const found =
      db.ask("SELECT relation, sign, negated FROM edges WHERE subject = ? AND relation IN ('affects', 'decreases', 'increases') ORDER BY 1",
             {std::string{sample_intervention}});
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_statement_reads_as_the_record_says_it) {
  SqliteReader db{exported(sample_graph(), "sqlite")};
  BOOST_TEST(db.one("SELECT subject, relation, sign, object, basis, confidence, words, field, record, document_table, document_id, rule "
                    "FROM statements WHERE relation = 'decreases'") ==
             "TNF-pretreated exosome (bone marrow)|decreases|-1|NLRP3|stated|0.64|Suppression of NLRP3|result|4|Table 3|"
             "DOI:10.1000/x(1)|a_rule");
  BOOST_TEST(
      db.one("SELECT w.words_start, w.words_end, w.trigger_words, w.trigger_start, w.object_words, w.object_start, w.subject_words, "
             "substr(c.content, w.object_start + 1, w.object_end - w.object_start) FROM witnesses w JOIN cells c ON c.id = w.cell_id "
             "JOIN edges e ON e.id = w.edge_id WHERE e.relation = 'decreases'") == "3|23|Suppression|3|NLRP3|18||NLRP3");
  std::string const of = " JOIN witnesses w ON w.id = witness_id JOIN edges e ON e.id = w.edge_id WHERE e.relation = 'decreases'";
  BOOST_TEST(
      db.ask("SELECT reference, number FROM witness_references" + of) == (Lines{"DOI:10.1000/x(1)#107|107", "DOI:10.1000/x(1)#108|108"}),
      boost::test_tools::per_element());
  BOOST_TEST(db.ask("SELECT * FROM cited_works") == (Lines{"DOI:10.1000/x(1)#107|PMID:77|10.5/b|77|"}), boost::test_tools::per_element());
  BOOST_TEST(db.ask("SELECT flag FROM witness_flags" + of) == (Lines{"ambiguous_trigger", "coordination"}),
             boost::test_tools::per_element());
  BOOST_TEST(db.ask("SELECT name, value, node_id FROM qualifiers" + of) == (Lines{"cell_type||CL:0000235", "magnitude|marked|"}),
             boost::test_tools::per_element());
  BOOST_TEST(db.one("SELECT reference, number IS NULL FROM witness_references WHERE reference LIKE 'PMID%'") == "PMID:123|1");
}

BOOST_AUTO_TEST_CASE(the_views_find_the_paths_that_our_search_finds) {
  for (Graph const& graph : {sample_graph(), meeting_graph()}) {
    SqliteReader db{exported(graph, "sqlite")};
    std::set<std::string> in_records, in_all, ours, ours_in_records;
    for (std::string const& line : our_paths(graph, 6)) {
      if (!line.ends_with("composed")) ours_in_records.insert(line);
    }
    for (std::string const& line : our_paths(graph, 4)) ours.insert(line.substr(0, line.rfind(' ')));
    for (std::string const& line :
         db.ask("SELECT nodes || ' ' || sign || ' ' || min(support) FROM record_paths GROUP BY nodes, sign, edges"))
      in_records.insert(line);
    for (std::string const& line : db.ask("SELECT nodes || ' ' || sign FROM mechanism_paths")) in_all.insert(line);
    BOOST_TEST(in_records == ours_in_records, boost::test_tools::per_element());
    BOOST_TEST(in_all == ours, boost::test_tools::per_element());
    BOOST_TEST(in_all.size() > 2U);
  }
}

BOOST_AUTO_TEST_CASE(a_path_names_its_mediators_and_can_be_read) {
  SqliteReader db{exported(meeting_graph(), "sqlite")};
  BOOST_TEST(db.one("SELECT labels, mediators, hops, support FROM record_paths WHERE from_id = 'UBERON:1' AND to_id = 'NCBIGene:2'") ==
             "marrow \u2190 given \u2014carries\u2192 cargo \u22A3 gene|cargo|3|suggested");
}
