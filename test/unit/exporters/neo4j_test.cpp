// The folder for Neo4j's import.
#include <boost/test/unit_test.hpp>
#include <string>

#include "sample_graph.hpp"
#include "strict_csv.hpp"

using namespace mechgraph;

namespace {

std::string first_line(std::string const& text) { return text.substr(0, text.find('\n')); }

std::string script_of(PartMaker const& part) { return exported_folder(part.graph(), "neo4j").at("import.sh"); }

}  // namespace

BOOST_AUTO_TEST_CASE(headers_name_id_spaces_types_and_lists) {
  FolderTexts const files = exported_folder(sample_graph(), "neo4j");
  BOOST_TEST(
      first_line(files.at("nodes.csv")) ==
      "node_id:ID(Node),:LABEL,kind,type,label,identifier:string[],valence:int,flags:string[],step,composition:string[],"
      "in_stock:string[],key:string[],match:string[],ontology_label:string[],synonym:string[],xref:string[],other_attributes:string[]");
  BOOST_TEST(first_line(files.at("edges.csv")) ==
             ":START_ID(Node),:END_ID(Node),:TYPE,edge_id,relation,sign:int,negated:boolean,basis,works:int,witness_count:int,step,"
             "references:string[],words:string[],score:string[],other_attributes:string[]");
  BOOST_TEST(first_line(files.at("document_nodes.csv")) == "document_id:ID(Document),:LABEL,doi,pmid,pmcid,title,journal,year,licence");
  BOOST_TEST(first_line(files.at("cell_nodes.csv")) == ":ID(Cell),:LABEL,field,content");
  BOOST_TEST(first_line(files.at("in_record_edges.csv")) == ":START_ID(Cell),:END_ID(Record),:TYPE");
  BOOST_TEST(first_line(files.at("qualified_by_edges.csv")) == ":START_ID(Witness),:END_ID(Node),:TYPE,name");
}

BOOST_AUTO_TEST_CASE(a_node_has_its_kind_and_type_as_labels_and_an_edge_its_relation_as_type) {
  FolderTexts const files = exported_folder(sample_graph(), "neo4j");
  BOOST_TEST(
      line_with(files.at("nodes.csv"), "NCBIGene:114548").starts_with("\"NCBIGene:114548\",\"Node\x1FMediator\x1FGene\",\"mediator\","));
  BOOST_TEST(line_with(files.at("nodes.csv"), sample_intervention)
                 .starts_with("\"" + std::string{sample_intervention} + "\",\"Node\x1FIntervention\","));
  StrictCsv const edges{files.at("edges.csv")};
  std::size_t opposite = 0;
  for (std::size_t row = 0; row < edges.size(); ++row) {
    BOOST_TEST(edges.at(row, ":TYPE") == edges.at(row, "relation"));
    if (edges.at(row, ":END_ID(Node)") == "NCBIGene:114548" && edges.at(row, "sign:int") != "0") ++opposite;
  }
  BOOST_TEST(edges.size() == sample_graph().edge_count());
  BOOST_TEST(opposite == 2U);
}

BOOST_AUTO_TEST_CASE(the_script_asks_for_what_the_files_need) {
  PartMaker p;
  p.table("PMID:1", "", "", "#1", "");
  auto const a = p.node("X:1", Kind::mediator, "Gene", "a");
  auto const b = p.node("X:2", Kind::mediator, "Gene", "b");
  p.witness(p.edge(a, "increases", b, 1), p.cell("1", "result", "plain"), "plain");
  std::string const plain = script_of(p);
  BOOST_TEST(plain.find("--array-delimiter=U+001F") != std::string::npos);
  BOOST_TEST(plain.find("--nodes=nodes.csv \\\n") != std::string::npos);
  BOOST_TEST(plain.find("--relationships=edges.csv \\\n") != std::string::npos);
  BOOST_TEST(plain.find("--multiline-fields") == std::string::npos);
  BOOST_TEST(plain.find("--read-buffer-size") == std::string::npos);
  p.witness(0, p.cell("2", "result", "two\nlines"), "two");
  BOOST_TEST(script_of(p).find("--multiline-fields=true") != std::string::npos);
  p.witness(0, p.cell("3", "result", std::string(3'000'000, 'x')), "x");
  BOOST_TEST(script_of(p).find("--read-buffer-size=16m") != std::string::npos);
}
