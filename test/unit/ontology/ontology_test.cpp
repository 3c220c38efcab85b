// What the loader joins, and each thing that it refuses, with its whole message.
#include "ontology/ontology.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "small_ontology.hpp"

namespace mechgraph {
namespace {

std::string load_error(Tables const& replaced) {
  return error_of([&] { small_ontology(replaced); });
}

// The small terms with one more row.
std::string terms_with(std::string const& row) { return small_tables().at("terms") + row + '\n'; }

std::string table_with(std::string const& name, std::string const& row) { return small_tables().at(name) + row + '\n'; }

Term const& term_of(Ontology const& ontology, std::string_view key) { return ontology.term(ontology.find_key(key).value()); }

// A folder that is gone with its test.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("mechgraph_ontology_test_" + std::to_string(::getpid()));
  Folder() { std::filesystem::create_directory(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  void write(std::string const& name, std::string const& text) const { std::ofstream(path / name, std::ios::binary) << text; }
};

BOOST_AUTO_TEST_CASE(the_builtin_ontology_loads_once) {
  auto const ontology = Ontology::builtin();
  BOOST_TEST(ontology.get() == Ontology::builtin().get());
  BOOST_TEST(ontology->terms().size() > 900U);
  BOOST_TEST(ontology->synonyms().size() > 4000U);
}

BOOST_AUTO_TEST_CASE(a_term_shows_its_short_label_and_keeps_that_of_its_class) {
  auto const ontology = small_ontology();
  Term const& term = term_of(*ontology, "exosome");
  BOOST_TEST(term.label == "exosome");
  BOOST_TEST(term.ontology_label == "extracellular exosome");
  BOOST_TEST(term_of(*ontology, "hpl_cm").label == "HPL-CM");
}

BOOST_AUTO_TEST_CASE(a_term_is_its_class_where_exact_or_close_and_alone_else_its_key) {
  auto const ontology = small_ontology({{"terms", terms_with("vesicle_too\tDerivative\tv\t\tGO:0031982\tclose\t\t\tGO\t\n"
                                                             "wide\tProcess\tw\t\tGO:0008219\tbroad\t0\t\tGO\t\n"
                                                             "lone\tProcess\tl\t\tGO:0012501\tclose\t0\t\tGO\t")}});
  BOOST_TEST(term_of(*ontology, "exosome").id == "GO:0070062");
  BOOST_TEST(term_of(*ontology, "lone").id == "GO:0012501");
  BOOST_TEST(term_of(*ontology, "vesicle").id == "MECHGRAPH:vesicle");
  BOOST_TEST(term_of(*ontology, "vesicle_too").id == "MECHGRAPH:vesicle_too");
  BOOST_TEST(term_of(*ontology, "wide").id == "MECHGRAPH:wide");
  BOOST_TEST(term_of(*ontology, "hpl_cm").id == "MECHGRAPH:hpl_cm");
}

BOOST_AUTO_TEST_CASE(a_term_is_found_by_node_id_and_by_the_curie_that_is_its_alone) {
  auto const ontology = small_ontology({{"terms", terms_with("vesicle_too\tDerivative\tv\t\tGO:0031982\tclose\t\t\tGO\t\n"
                                                             "wide\tProcess\tw\t\tGO:0008219\tbroad\t0\t\tGO\t")}});
  BOOST_TEST((ontology->find_id("GO:0070062") == ontology->find_key("exosome")));
  BOOST_TEST((ontology->find_id("MECHGRAPH:wide") == ontology->find_key("wide")));
  BOOST_TEST((ontology->find_id("GO:0008219") == ontology->find_key("wide")));
  BOOST_TEST(!ontology->find_id("GO:0031982").has_value());
  BOOST_TEST(!ontology->find_id("").has_value());
  BOOST_TEST(!ontology->find_key("exosomes").has_value());
}

BOOST_AUTO_TEST_CASE(an_exact_term_has_its_curie_even_when_a_close_one_shares_it) {
  auto const ontology = small_ontology({{"terms", terms_with("like_exosome\tDerivative\tv\t\tGO:0070062\tclose\t\t\tGO\t")}});
  BOOST_TEST(term_of(*ontology, "exosome").id == "GO:0070062");
  BOOST_TEST(term_of(*ontology, "like_exosome").id == "MECHGRAPH:like_exosome");
  BOOST_TEST((ontology->find_id("GO:0070062") == ontology->find_key("exosome")));
}

BOOST_AUTO_TEST_CASE(parents_come_in_the_order_of_the_table) {
  auto const ontology = small_ontology({{"hierarchy", table_with("hierarchy", "exosome\tis_a\thpl_cm\tcurated")}});
  auto const parents = ontology->parents(ontology->find_key("exosome").value());
  BOOST_REQUIRE(parents.size() == 2U);
  BOOST_TEST(ontology->term(parents[0].term).key == "vesicle");
  BOOST_TEST(ontology->term(parents[1].term).key == "hpl_cm");
  BOOST_TEST(ontology->relation(parents[0].relation).name == "is_a");
  BOOST_TEST(ontology->parents(ontology->find_key("vesicle").value()).empty());
}

BOOST_AUTO_TEST_CASE(groups_in_domains_and_ranges_are_written_out) {
  auto const ontology = Ontology::builtin();
  Relation const& decreases = ontology->relation(ontology->find_relation("decreases").value());
  auto const has = [](std::vector<TypeId> const& types, TypeId type) { return std::find(types.begin(), types.end(), type) != types.end(); };
  BOOST_TEST(has(decreases.domain, ontology->find_type("Gene").value()));
  BOOST_TEST(has(decreases.domain, ontology->find_type("Intervention").value()));
  BOOST_TEST(!has(decreases.domain, ontology->find_type("Organism").value()));
  BOOST_TEST(has(decreases.range, ontology->find_type("Measurement").value()));
  BOOST_TEST(!has(decreases.range, ontology->find_type("Derivative").value()));
  BOOST_TEST(std::is_sorted(decreases.domain.begin(), decreases.domain.end()));
  BOOST_TEST(int{decreases.sign} == -1);
  BOOST_TEST((decreases.relation_class == RelationClass::effect));
}

BOOST_AUTO_TEST_CASE(headers_are_compared_without_case_white_space_and_punctuation) {
  auto const ontology = Ontology::builtin();
  auto const role = [&](std::string_view header) {
    auto const found = ontology->column_role(header);
    return found ? name(*found) : std::string_view{"-"};
  };
  BOOST_TEST(role("Result (ref)") == "result");
  BOOST_TEST(role("  RESULTS ") == "result");
  BOOST_TEST(role("Sources") == "source");
  BOOST_TEST(role("EVs\xC2\xA0source") == "source");
  BOOST_TEST(role("Ref.") == "reference");
  BOOST_TEST(role("In-vivo model") == "model");
  BOOST_TEST(role("Mechanism(s) of action") == "mechanism");
  BOOST_TEST(role("shoe size") == "-");
  BOOST_TEST(role("") == "-");
  BOOST_TEST(role("--") == "-");
}

BOOST_AUTO_TEST_CASE(column_names_come_longest_first) {
  auto const columns = Ontology::builtin()->column_names();
  BOOST_TEST(std::is_sorted(columns.begin(), columns.end(), [](auto const& a, auto const& b) { return a.first.size() > b.first.size(); }));
  BOOST_TEST(columns.size() > 100U);
}

BOOST_AUTO_TEST_CASE(iris_are_percent_encoded_and_a_doi_keeps_its_slash) {
  auto const ontology = Ontology::builtin();
  BOOST_TEST(ontology->iri("GO:0070062") == "http://purl.obolibrary.org/obo/GO_0070062");
  BOOST_TEST(ontology->iri("DOI:10.1002/(SICI)1<::AID>3.0") == "https://doi.org/10.1002/%28SICI%291%3C%3A%3AAID%3E3.0");
  BOOST_TEST(ontology->iri("FPLX:a/b c") == "http://identifiers.org/fplx/a%2Fb%20c");
  BOOST_TEST(ontology->iri("MECHGRAPH:β") == "https://w3id.org/mechgraph/%CE%B2");
  BOOST_TEST(ontology->iri("NOPE:1").empty());
  BOOST_TEST(ontology->iri("no prefix").empty());
}

BOOST_AUTO_TEST_CASE(tables_are_read_by_name_and_an_unknown_one_is_refused) {
  BOOST_TEST(Ontology::builtin()->table("kinds").rows() == all_kinds.size());
  BOOST_TEST(error_of([] {
               static_cast<void>(Ontology::builtin()->table("kind"));
             }).starts_with(": the ontology has no table \"kind\" [the tables are ambiguous, aspects, categories, columns, "));
}

BOOST_AUTO_TEST_CASE(a_folder_replaces_tables_of_the_program) {
  Folder const folder;
  for (auto const& [name, text] : small_tables()) folder.write(name + ".tsv", text);
  folder.write("notes.txt", "not a table");
  auto const ontology = Ontology::from_directory(folder.path.string());
  BOOST_TEST(ontology->terms().size() == 5U);
  BOOST_TEST(ontology->flags().size() == Ontology::builtin()->flags().size());
}

BOOST_AUTO_TEST_CASE(errors_in_a_folder_name_the_file) {
  Folder const folder;
  for (auto const& [name, text] : small_tables({{"synonyms", "form\tkey\tinverse\nx\tnobody\t0\n"}})) folder.write(name + ".tsv", text);
  BOOST_TEST(error_of([&] { Ontology::from_directory(folder.path.string()); }) ==
             folder.path.string() + "/synonyms.tsv:2: no term has the key \"nobody\" [terms.tsv lists the keys]");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_or_holds_no_table_or_an_unknown_one_is_refused) {
  Folder const folder;
  std::string const path = folder.path.string();
  BOOST_TEST(error_of([&] { Ontology::from_directory(path + "/none"); }) ==
             path + "/none: no such folder [give a folder with tables such as terms.tsv]");
  BOOST_TEST(error_of([&] { Ontology::from_directory(path); }).starts_with(path + ": holds no table [the tables are ambiguous, "));
  folder.write("term.tsv", "key\n");
  BOOST_TEST(error_of([&] { Ontology::from_directory(path); }).starts_with(path + "/term.tsv: no such table [the tables are ambiguous, "));
}

BOOST_AUTO_TEST_CASE(kinds_and_types_are_checked) {
  BOOST_TEST(load_error({{"kinds", "kind\tiri\tlabel\nsauce\tMECHGRAPH:S\tsauce\n"}}) ==
             "kinds.tsv:2: unknown kind \"sauce\" [the program knows those of its own kinds.tsv only]");
  std::string const header = "type\tkind\tgroup\tbiolink_category\tupper_class\tpreparation\tinner_step\tid_spaces\tmeaning\n";
  BOOST_TEST(load_error({{"types", header + "Gene\tmediater\tMediator\t\t\t0\t1\t\t\n"}}) ==
             "types.tsv:2: unknown kind \"mediater\" [kinds.tsv has source, derivative, intervention, model, mediator, outcome, context]");
  BOOST_TEST(load_error({{"types", header + "Gene\tmediator\tMediator\t\t\tno\t1\t\t\n"}}) ==
             "types.tsv:2: \"no\" in the column preparation [it is 0 or 1]");
  BOOST_TEST(load_error({{"types", header + "Gene\tmediator\tM\t\t\t0\t1\t\t\nGene\tmediator\tM\t\t\t0\t1\t\t\n"}}) ==
             "types.tsv:3: the type \"Gene\" is there twice");
}

BOOST_AUTO_TEST_CASE(groups_are_checked) {
  BOOST_TEST(load_error({{"groups", "group\tmembers\nEffect\tGene|Jean\n"}}) == "groups.tsv:2: no type or group is called \"Jean\"");
  BOOST_TEST(load_error({{"groups", "group\tmembers\nA\tB\nB\tA\n"}}) == "groups.tsv:2: the group \"A\" is a member of itself");
  BOOST_TEST(load_error({{"groups", "group\tmembers\nGene\tGene\n"}}) == "groups.tsv:2: the group \"Gene\" has the name of a type");
}

BOOST_AUTO_TEST_CASE(relations_are_checked) {
  std::string const header =
      "relation\tinverse\tclass\tsign\tsymmetric\ttransparent\tin_identity\tcarries_cargo\tcontext_only\tdomain\trange\tsame_"
      "group\tmapping\t"
      "mapping_match\tbiolink_predicate\tbiolink_qualified_predicate\tbiolink_direction\tbiolink_qualifier\tlabel\tlabel_pattern\n";
  auto const error = [&](std::string const& row) { return load_error({{"relations", header + row + '\n'}}); };
  BOOST_TEST(error("cures\tcured_by\teffects\t1\t0\t0\t0\t0\t0\tGene\tGene\t0\t\t\t\t\t\t\tcures\t") ==
             "relations.tsv:2: unknown class \"effects\" [it is one of effect, modifier, slot, comparison, hierarchy]");
  BOOST_TEST(error("cures\tcured_by\teffect\t+1\t0\t0\t0\t0\t0\tGene\tGene\t0\t\t\t\t\t\t\tcures\t") ==
             "relations.tsv:2: \"+1\" in the column sign [it is 1, -1 or 0]");
  BOOST_TEST(error("cures\tcured_by\teffect\t1\t1\t0\t0\t0\t0\tGene\tGene\t0\t\t\t\t\t\t\tcures\t") ==
             "relations.tsv:2: the inverse is \"cured_by\" [a symmetric relation is its own inverse, and no other is]");
  BOOST_TEST(error("cures\tcured_by\teffect\t1\t0\t0\t0\t0\t0\tGene\tJean\t0\t\t\t\t\t\t\tcures\t") ==
             "relations.tsv:2: no type or group is called \"Jean\"");
  BOOST_TEST(error("cures\tcured_by\teffect\t1\t0\t0\t0\t0\t0\t\tGene\t0\t\t\t\t\t\t\tcures\t") == "relations.tsv:2: no domain");
  BOOST_TEST(error("cures\tcured_by\teffect\t1\t0\t0\t0\t0\t0\tGene\tGene\t0\tRO:1\tnear\t\t\t\t\tcures\t") ==
             "relations.tsv:2: unknown match \"near\" [it is exact or broad, and empty without a mapping]");
}

BOOST_AUTO_TEST_CASE(terms_are_checked) {
  auto const error = [](std::string const& row) { return load_error({{"terms", terms_with(row)}}); };
  BOOST_TEST(error("New Key\tGene\tx\t\t\tnone\t\t\t\t") == "terms.tsv:7: \"New Key\" is no key [a key has the letters a-z, digits and _]");
  BOOST_TEST(error("exosome\tGene\tx\t\t\tnone\t\t\t\t") == "terms.tsv:7: the key \"exosome\" is there twice");
  BOOST_TEST(error("x\tJean\tx\t\t\tnone\t\t\t\t") == "terms.tsv:7: unknown type \"Jean\" [types.tsv lists the types]");
  BOOST_TEST(error("x\tGene\t\t\t\tnone\t\t\t\t") == "terms.tsv:7: no preferred_label");
  BOOST_TEST(error("x\tGene\tx\t\t\tsame\t\t\t\t") ==
             "terms.tsv:7: unknown match \"same\" [it is one of none, exact, close, broad, narrow]");
  BOOST_TEST(error("x\tGene\tx\t\t\texact\t\t\t\t") ==
             "terms.tsv:7: a match without an identifier [match says what the class in the column curie is to the term]");
  BOOST_TEST(error("x\tGene\tx\t\tGO:1\tnone\t\t\t\t") ==
             "terms.tsv:7: an identifier with the match \"none\" [match says what the class in the column curie is to the term]");
  BOOST_TEST(
      error("x\tGene\tx\t\tGO:0070062\texact\t\t\t\t") ==
      "terms.tsv:7: GO:0070062 is the exact identifier of \"exosome\" already [two terms can not be the same class: merge them, or call "
      "one match close, broad or narrow]");
  BOOST_TEST(error("x\tGene\tx\t\tGEO:1\texact\t\t\t\t") == "terms.tsv:7: unknown prefix \"GEO\" of GEO:1 [add it to prefixes.tsv]");
  BOOST_TEST(error("x\tGene\tx\t\tGO\texact\t\t\t\t") == "terms.tsv:7: \"GO\" is no identifier [write prefix:local, as GO:0006915]");
  BOOST_TEST(error("x\tGene\tx\t\t\tnone\t\tGEO:2\t\t") == "terms.tsv:7: unknown prefix \"GEO\" of GEO:2 [add it to prefixes.tsv]");
  BOOST_TEST(error("x\tGene\tx\t\t\tnone\t1\t\t\t") == "terms.tsv:7: a valence on a Gene [only outcomes are good or bad; leave it empty]");
  BOOST_TEST(error("x\tProcess\tx\t\t\tnone\t\t\t\t") == "terms.tsv:7: \"\" in the column valence [it is 1, -1 or 0]");
}

BOOST_AUTO_TEST_CASE(synonyms_are_checked) {
  auto const error = [](std::string const& row) { return load_error({{"synonyms", table_with("synonyms", row)}}); };
  BOOST_TEST(error("x\tnobody\t0") == "synonyms.tsv:5: no term has the key \"nobody\" [terms.tsv lists the keys]");
  BOOST_TEST(error("\texosome\t0") == "synonyms.tsv:5: no form");
  BOOST_TEST(error("x\texosome\tyes") == "synonyms.tsv:5: \"yes\" in the column inverse [it is 0 or 1]");
  BOOST_TEST(error("apoptosis\tapoptosis\t1") == "synonyms.tsv:5: \"apoptosis\" is there twice for \"apoptosis\"");
  BOOST_TEST(error("apoptosis\thepatocyte_apoptosis\t0") ==
             "synonyms.tsv:5: \"apoptosis\" is a form of \"apoptosis\" already [take it from one of the two, or list it in ambiguous.tsv]");
  BOOST_TEST(error("Exo\tvesicle\t0").empty());  // ambiguous.tsv decides
}

BOOST_AUTO_TEST_CASE(ambiguous_forms_are_checked) {
  auto const error = [](std::string const& row) { return load_error({{"ambiguous", table_with("ambiguous", row)}}); };
  BOOST_TEST(error("Exo\texosome|*\t\t") == "ambiguous.tsv:3: the form \"Exo\" is there twice");
  BOOST_TEST(error("CM\tnobody|*\t\t") == "ambiguous.tsv:3: no term has the key \"nobody\" [terms.tsv lists the keys]");
  BOOST_TEST(error("CM\thpl_cm|*\texosome\t") == "ambiguous.tsv:3: the fallback \"exosome\" is no candidate");
}

BOOST_AUTO_TEST_CASE(the_hierarchy_is_checked) {
  auto const error = [](std::string const& row) { return load_error({{"hierarchy", table_with("hierarchy", row)}}); };
  BOOST_TEST(error("exosome\tis_a\tnobody\tGO") == "hierarchy.tsv:4: no term has the key \"nobody\" [terms.tsv lists the keys]");
  BOOST_TEST(
      error("exosome\tkind_of\tvesicle\tGO") ==
      "hierarchy.tsv:4: \"kind_of\" is no relation to a parent [those of relations.tsv with the class hierarchy that are not symmetric]");
  BOOST_TEST(error("exosome\topposite_of\tvesicle\tGO") ==
             "hierarchy.tsv:4: \"opposite_of\" is no relation to a parent [those of relations.tsv with the class hierarchy that are not "
             "symmetric]");
  BOOST_TEST(error("exosome\tis_a\tapoptosis\tGO") ==
             "hierarchy.tsv:4: a Derivative can not be is_a a Process [both must be of one group of types.tsv]");
  BOOST_TEST(error("exosome\tpart_of\tvesicle\tGO") ==
             "hierarchy.tsv:4: a Derivative can not be part_of a Derivative [relations.tsv has its domain and range]");
  BOOST_TEST(error("exosome\tis_a\tvesicle\tcurated") == "hierarchy.tsv:4: this row is there twice");
  BOOST_TEST(error("hpl_cm\tis_a\tvesicle\t") == "hierarchy.tsv:4: no source");
}

BOOST_AUTO_TEST_CASE(a_circle_in_the_hierarchy_is_refused_with_its_way_round) {
  BOOST_TEST(load_error({{"hierarchy", table_with("hierarchy", "vesicle\tis_a\thpl_cm\tx\nhpl_cm\tis_a\texosome\tx")}}) ==
             "hierarchy.tsv: \"exosome\" is its own ancestor: exosome → vesicle → hpl_cm → exosome");
  BOOST_TEST(load_error({{"hierarchy", table_with("hierarchy", "vesicle\tis_a\tvesicle\tx")}}) ==
             "hierarchy.tsv: \"vesicle\" is its own ancestor: vesicle → vesicle");
}

BOOST_AUTO_TEST_CASE(columns_prefixes_and_flags_are_checked) {
  BOOST_TEST(
      load_error({{"columns", "form\trole\nResult\toutcome\n"}}) ==
      "columns.tsv:2: unknown role \"outcome\" [it is one of id, source, model, intervention, disease, cargo, mechanism, dose, route, "
      "time, result, reference, doi, pmid, pmcid, title, table, caption, legend, section, other]");
  BOOST_TEST(load_error({{"columns", "form\trole\nResult (s)\tresult\nresults\tresult\n"}}) ==
             "columns.tsv:3: the header \"results\" is there twice [case, white space and punctuation make no difference]");
  BOOST_TEST(load_error({{"prefixes", "prefix\tiri\tkeeps_slash\nGO\thttp://a/\t0\nGO\thttp://b/\t0\n"}}) ==
             "prefixes.tsv:3: the prefix \"GO\" is there twice");
  BOOST_TEST(load_error({{"flags", "flag\tdoubt\tsign_doubt\tmeaning\nhedged\t1\t0\tmay\nhedged\t1\t0\tmay\n"}}) ==
             "flags.tsv:3: the flag \"hedged\" is there twice");
}

BOOST_AUTO_TEST_CASE(a_deep_hierarchy_costs_no_stack) {
  std::string terms = "key\ttype\tpreferred_label\tshort_label\tcurie\tmatch\tvalence\txrefs\tverified_in\tnote\n";
  std::string hierarchy = "child\trelation\tparent\tsource\n";
  constexpr int depth = 100'000;
  for (int i = 0; i < depth; ++i) {
    terms += "k" + std::to_string(i) + "\tGene\tx\t\t\tnone\t\t\t\t\n";
    if (i > 0) hierarchy += "k" + std::to_string(i - 1) + "\tis_a\tk" + std::to_string(i) + "\tx\n";
  }
  auto const ontology = Ontology::from_tables({{"terms", terms},
                                               {"hierarchy", hierarchy},
                                               {"synonyms", "form\tkey\tinverse\n"},
                                               {"ambiguous", "form\tcandidates\tfallback\trule\n"}});
  BOOST_TEST(ontology->terms().size() == std::size_t{depth});
}

}  // namespace
}  // namespace mechgraph
