// The other forms of vocabulary files: OBO Graphs, SSSOM, gene tables, GFF3, SQLite.
#include <boost/test/unit_test.hpp>

#include <sqlite3.h>

#include "base/error.hpp"
#include "unit/vocab/small_files.hpp"

namespace mechgraph {
namespace {

std::string message_of(std::string const& name, std::string const& bytes) {
  try {
    compiled({{name, bytes}});
  } catch (Error const& error) {
    return error.place().substr(error.place().rfind('/') + 1) + ": " + error.what() + " | " + error.hint();
  }
  return "no error";
}

std::string forms_of(Vocabulary const& vocabulary, std::string_view curie) {
  auto const term = vocabulary.find_term(curie);
  if (!term) return "no term";
  std::string forms;
  for (VocabularySense const& sense : vocabulary.senses_of(*term)) {
    forms += (forms.empty() ? "" : "; ") + std::string(name(sense.scope)) + ' ' + std::string(sense.printed) + (sense.symbol ? " *" : "");
  }
  return forms;
}

BOOST_AUTO_TEST_CASE(obo_graphs_give_classes_with_their_edges) {
  auto const vocabulary = vocabulary_of({{"g.json", R"({"graphs":[{"id":"http://x.org/small.json","meta":{"version":"v3",
    "basicPropertyValues":[{"pred":"http://purl.org/dc/terms/license","val":"https://example.org/free"}]},
    "nodes":[{"id":"http://purl.obolibrary.org/obo/CL_0000001","lbl":"odd cell","type":"CLASS",
              "meta":{"synonyms":[{"pred":"hasExactSynonym","val":"strange cell"}],"xrefs":[{"val":"BTO:0000001"}],
                      "basicPropertyValues":[{"pred":"http://www.geneontology.org/formats/oboInOwl#hasAlternativeId","val":"CL:0000009"}]}},
             {"id":"http://purl.obolibrary.org/obo/CL_0000002","lbl":"plain cell","type":"CLASS"},
             {"id":"http://purl.obolibrary.org/obo/CL_0000003","lbl":"obsolete cell","type":"CLASS","meta":{"deprecated":true,
              "basicPropertyValues":[{"pred":"http://purl.obolibrary.org/obo/IAO_0100001","val":"http://purl.obolibrary.org/obo/CL_0000001"}]}},
             {"id":"http://purl.obolibrary.org/obo/RO_1","lbl":"not a class","type":"PROPERTY"}],
    "edges":[{"sub":"http://purl.obolibrary.org/obo/CL_0000001","pred":"is_a","obj":"http://purl.obolibrary.org/obo/CL_0000002"},
             {"sub":"http://purl.obolibrary.org/obo/CL_0000002","pred":"http://purl.obolibrary.org/obo/RO_1","obj":"http://purl.obolibrary.org/obo/CL_0000001"}]}]})"}});
  BOOST_TEST(vocabulary->sources()[0].name == "small.json");
  BOOST_TEST(vocabulary->sources()[0].version == "v3");
  BOOST_TEST(vocabulary->sources()[0].licence == "https://example.org/free");
  BOOST_TEST(vocabulary->sources()[0].terms == 3);
  BOOST_TEST(forms_of(*vocabulary, "CL:0000001") == "label odd cell; exact strange cell");
  auto const odd = *vocabulary->find_term("CL:0000001");
  BOOST_REQUIRE(vocabulary->parents(odd).size() == 1);
  BOOST_TEST(vocabulary->curie(vocabulary->parents(odd)[0].second) == "CL:0000002");
  BOOST_TEST((vocabulary->current(*vocabulary->find_term("CL:0000003")) == odd));
  BOOST_TEST((vocabulary->current(*vocabulary->find_term("CL:0000009")) == odd));
  BOOST_TEST(message_of("g.json", R"({"graphs":[{"nodes":[)") ==
             "g.json: is broken JSON: The JSON document has an improper structure: missing or superfluous commas, braces, "
             "missing keys, etc. | check that this is the whole file");
}

BOOST_AUTO_TEST_CASE(sssom_gives_labels_and_what_is_the_same) {
  auto const vocabulary =
      vocabulary_of({{"m.sssom.tsv",
                      "# license: https://example.org/free\n# mapping_set_version: v7\n# mapping_set_id: http://x.org/m.sssom.tsv\n"
                      "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\n"
                      "MONDO:1\todd disease\tskos:exactMatch\tmesh:D1\tDisease, Odd\n"
                      "MONDO:2\twide disease\tskos:broadMatch\tmesh:D2\t\n"}});
  BOOST_TEST(vocabulary->sources()[0].name == "m.sssom.tsv");
  BOOST_TEST(vocabulary->sources()[0].version == "v7");
  BOOST_TEST(forms_of(*vocabulary, "MONDO:1") == "label odd disease");
  BOOST_TEST(forms_of(*vocabulary, "MESH:D1") == "label Disease, Odd");
  BOOST_TEST(vocabulary->xrefs(*vocabulary->find_term("MONDO:1"))[0] == "MESH:D1");
  BOOST_TEST(vocabulary->xrefs(*vocabulary->find_term("MONDO:2")).empty());
  BOOST_TEST(!vocabulary->find_term("MESH:D2").has_value());
  BOOST_TEST(message_of("m.tsv", "subject_id\tobject_id\nodd disease\tMESH:1\n") ==
             "m.tsv:2: subject_id or object_id is no identifier | both are CURIEs such as MONDO:0005015");
}

BOOST_AUTO_TEST_CASE(gene_tables_are_read_by_the_names_of_their_columns) {
  auto const vocabulary =
      vocabulary_of({{"hgnc.txt",
                      "HGNC ID\tApproved symbol\tApproved name\tStatus\tPrevious symbols\tAlias symbols\tNCBI Gene ID\tLocus type\n"
                      "HGNC:1\tODD1\todd gene 1\tApproved\tOD1, OLD1\tODDY\t101\tgene with protein product\n"
                      "HGNC:2\tMIRODD\tmicroRNA odd\tApproved\t\t\t\tRNA, micro\n"
                      "HGNC:3\tGONE1~withdrawn\tsymbol withdrawn, see ODD1\tSymbol Withdrawn\t\t\t\t\n"}});
  BOOST_TEST(vocabulary->sources()[0].name == "HGNC");
  BOOST_TEST(vocabulary->sources()[0].licence == "no restriction stated by HGNC");
  BOOST_TEST(forms_of(*vocabulary, "NCBIGene:101") == "exact OD1 *; exact odd gene 1; label ODD1 *; exact ODDY *; exact OLD1 *");
  BOOST_TEST(vocabulary->xrefs(*vocabulary->find_term("NCBIGene:101"))[0] == "HGNC:1");
  BOOST_TEST(vocabulary->types()[*vocabulary->type(*vocabulary->find_term("HGNC:2"))] == "MicroRNA");
  BOOST_TEST(vocabulary->curie(*vocabulary->current(*vocabulary->find_term("HGNC:3"))) == "NCBIGene:101");
  // Other years, other names; lists with bars and quotes.
  auto const other =
      vocabulary_of({{"hgnc_set.txt", "hgnc_id\tsymbol\tname\talias_symbol\tentrez_id\nHGNC:1\tODD1\todd gene 1\t\"ODDY|OD-1\"\t101\n"}});
  BOOST_TEST(forms_of(*other, "NCBIGene:101") == "exact OD-1 *; exact odd gene 1; label ODD1 *; exact ODDY *");
  BOOST_TEST(message_of("h.tsv", "hgnc_id\tsymbol\n\tODD1\n") ==
             "h.tsv:2: a gene without an identifier | the header promises 2 cells; is a tab missing?");
}

BOOST_AUTO_TEST_CASE(gff3_gives_precursors_and_arms) {
  auto const vocabulary =
      vocabulary_of({{"hsa.gff3",
                      "##gff-version 3\n##date 2026-1-2\n# microRNAs: miRBase v99\n"
                      "chr1\t.\tmiRNA_primary_transcript\t1\t9\t.\t+\t.\tID=MI1;Alias=MI1;Name=hsa-mir-9999a\n"
                      "chr1\t.\tmiRNA\t1\t4\t.\t+\t.\tID=MIMAT1_1;Alias=MIMAT1;Name=hsa-miR-9999a-5p;Derives_from=MI1\n"}});
  BOOST_TEST(vocabulary->sources()[0].name == "miRBase");
  BOOST_TEST(vocabulary->sources()[0].version == "99");
  BOOST_TEST(forms_of(*vocabulary, "mirbase:MI1") == "label hsa-mir-9999a; exact mir-9999a");
  auto const arm = *vocabulary->find_term("mirbase.mature:MIMAT1");
  BOOST_TEST(vocabulary->curie(vocabulary->parents(arm)[0].second) == "mirbase:MI1");
  BOOST_TEST(message_of("x.gff3", "##gff-version 3\nchr1\tmiRNA\n") == "x.gff3:2: 2 cells where GFF3 has 9 | cells are parted by tabs");
  BOOST_TEST(message_of("x.gff3", "##gff-version 3\nc\t.\tmiRNA\t1\t4\t.\t+\t.\tNote=x\n") ==
             "x.gff3:2: a miRNA without ID or Name | miRBase's files have both");
}

// A database that these statements make, as bytes of a file.
std::string database(std::string const& statements) {
  ScratchFolder const folder;
  sqlite3* opened = nullptr;
  sqlite3_open(folder.path("x.sqlite").c_str(), &opened);
  BOOST_REQUIRE(sqlite3_exec(opened, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(opened);
  std::ifstream file(folder.path("x.sqlite"), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string const small_genes =
    "create table metadata(name, value); insert into metadata values('EGSOURCENAME','Entrez Gene'),('EGSOURCEDATE','2026-Jan02');"
    "create table genes(_id integer primary key, gene_id); insert into genes values(1,'101'),(2,'102'),(3,'103');"
    "create table gene_info(_id, gene_name, symbol); insert into gene_info values(1,'odd gene 1','ODD1'),(2,'microRNA 9999','MIR9999'),"
    "(3,'odd region','LOC103');"
    "create table alias(_id, alias_symbol); insert into alias values(1,'ODDY'),(1,'ODD1'),(2,'hsa-mir-9999');"
    "create table genetype(_id, gene_type); insert into genetype values(1,'protein-coding'),(2,'ncRNA'),(3,'biological-region');";

BOOST_AUTO_TEST_CASE(genes_of_bioconductor_have_symbols_aliases_and_names) {
  VocabularyBuilder::Losses losses;
  auto const vocabulary = Vocabulary::from_bytes(compiled({{"org.sqlite", database(small_genes)}}, &losses), "small.vocab");
  BOOST_TEST(vocabulary->sources()[0].name == "Entrez Gene");
  BOOST_TEST(vocabulary->sources()[0].version == "2026-Jan02");
  BOOST_TEST(vocabulary->sources()[0].licence == "NCBI data, public domain (Bioconductor's package: Artistic-2.0)");
  BOOST_TEST(forms_of(*vocabulary, "NCBIGene:101") == "exact odd gene 1; label ODD1 *; synonym ODDY *");
  BOOST_TEST(vocabulary->types()[*vocabulary->type(*vocabulary->find_term("NCBIGene:102"))] == "MicroRNA");
  BOOST_TEST(!vocabulary->type(*vocabulary->find_term("NCBIGene:103")).has_value());
  BOOST_TEST(losses.without_type == 1);
}

BOOST_AUTO_TEST_CASE(the_gene_ontology_of_bioconductor_has_parents_secondary_ids_and_obsolete_terms) {
  std::string const tables =
      "create table metadata(name, value); insert into metadata values('GOSOURCENAME','Gene Ontology'),('GOSOURCEDATE','2026-01-02');"
      "create table go_term(_id integer primary key, go_id, term, ontology); insert into go_term values"
      "(1,'GO:1','widget turning','BP'),(2,'GO:2','widget motion','BP'),(3,'GO:3','turner activity','MF'),(4,'GO:4','odd signaling "
      "pathway','BP');"
      "create table go_synonym(_id, synonym, secondary, like_go_id); insert into go_synonym values(1,'widget rotation',null,0),"
      "(1,'GO:9','GO:9',1),(3,'turner protein',null,0);"
      "create table go_bp_parents(_id, _parent_id, relationship_type); insert into go_bp_parents values(1,2,'isa'),(4,2,'part of'),"
      "(2,1,'regulates');"
      "create table go_cc_parents(_id, _parent_id, relationship_type); create table go_mf_parents(_id, _parent_id, relationship_type);"
      "create table go_obsolete(go_id, term, ontology); insert into go_obsolete values('GO:5','obsolete gizmo turning','BP');";
  auto const vocabulary = Vocabulary::from_bytes(compiled({{"GO.sqlite", database(tables)}}), "small.vocab");
  BOOST_TEST(forms_of(*vocabulary, "GO:1") == "synonym widget rotation; label widget turning");
  BOOST_TEST(forms_of(*vocabulary, "GO:3") == "label turner activity; related turner protein");
  BOOST_TEST(vocabulary->types()[*vocabulary->type(*vocabulary->find_term("GO:4"))] == "Pathway");
  BOOST_TEST(vocabulary->parents(*vocabulary->find_term("GO:1")).size() == 1);
  BOOST_TEST(vocabulary->parents(*vocabulary->find_term("GO:2")).empty());
  BOOST_TEST(vocabulary->label(*vocabulary->current(*vocabulary->find_term("GO:9"))) == "widget turning");
  BOOST_TEST(vocabulary->obsolete(*vocabulary->find_term("GO:5")));
  BOOST_TEST(vocabulary->label(*vocabulary->find_term("GO:5")) == "gizmo turning");
}

BOOST_AUTO_TEST_CASE(databases_that_can_not_be_used_are_refused) {
  BOOST_TEST(message_of("x.sqlite", database("create table other(x)")) ==
             "x.sqlite: is an SQLite file without the tables of a Bioconductor vocabulary | give org.Hs.eg.sqlite or GO.sqlite");
  BOOST_TEST(message_of("x.sqlite", database(small_genes).substr(0, 5000)) ==
             "x.sqlite: is an SQLite file that can not be used: database disk image is malformed | unpack it again, with './dev vocab'");
  BOOST_TEST(message_of("x.sqlite", "SQLite format 3") ==
             "x.sqlite: is an SQLite file that can not be used: file is not a database | unpack it again, with './dev vocab'");
}

BOOST_AUTO_TEST_CASE(other_files_are_refused_with_what_to_give) {
  std::string const forms =
      "an SQLite file of Bioconductor (org.Hs.eg.sqlite, GO.sqlite), OBO Graphs JSON, an OBO file, GFF3 of miRBase, an SSSOM table or a "
      "gene "
      "table (HGNC, MGI, RGD)";
  BOOST_TEST(message_of("x.txt", "just words\n") == "x.txt: is of no known form | give " + forms);
  BOOST_TEST(message_of("x.owl", "<?xml version=\"1.0\"?>\n") == "x.owl: is XML | most ontologies also come as OBO: give " + forms);
  BOOST_TEST(message_of("x.owl", "Prefix(:=<x>)\n") ==
             "x.owl: is OWL in functional syntax | most ontologies also come as OBO: give " + forms);
  BOOST_TEST(message_of("x.gz", "\x1F\x8B\b") == "x.gz: is compressed | unpack it first");
  BOOST_TEST(message_of("x.vocab", compiled({{"small.obo", small_obo}})) == "x.vocab: is compiled already | use it with --vocab");
}

}  // namespace
}  // namespace mechgraph
