#include "interpret/preparations.hpp"

#include <boost/test/unit_test.hpp>

namespace mechgraph {
namespace {

std::string name_of(TermOrWords const& thing) {
  if (auto const* term = std::get_if<TermId>(&thing)) return Ontology::builtin()->term(*term).key;
  return '"' + std::get<Unresolved>(thing).words + '"';
}

// "words: derivative from source, relation modifier ..." of every preparation.
std::vector<std::string> found(std::string const& text) {
  static auto const ontology = Ontology::builtin();
  static Lexicon const lexicon{ontology};
  static Grammar const grammar{*ontology};
  Reading reading = read_cell(text, lexicon, Abbreviations(lexicon), grammar);
  std::vector<std::string> lines;
  for (NamedPreparation const& preparation : find_preparations(reading, lexicon, grammar)) {
    std::string line = std::string(cut(text, preparation.span(reading))) + ": " + ontology->term(preparation.derivative).key;
    if (preparation.source) line += " from " + ontology->term(*preparation.source).key;
    for (PreparedWith const& with : preparation.with) line += ", " + ontology->relation(with.relation).name + " " + name_of(with.thing);
    lines.push_back(line);
  }
  return lines;
}

void check(std::string const& text, std::vector<std::string> const& expected) {
  auto const lines = found(text);
  BOOST_CHECK_EQUAL_COLLECTIONS(lines.begin(), lines.end(), expected.begin(), expected.end());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(preparations)

BOOST_AUTO_TEST_CASE(words_before_the_derivative) {
  check("HGF enriched exosomes", {"HGF enriched exosomes: exosome, enriched_with hgf"});
  check("LPS-pretreated MSC exosomes", {"LPS-pretreated MSC exosomes: exosome, pretreated_with lps"});
  check("IFN-γ and TNF-α primed MSCs", {"IFN-γ and TNF-α primed MSCs: msc, pretreated_with tnf, pretreated_with ifng"});
  check("HGF overexpressing MSCs", {"HGF overexpressing MSCs: msc, engineered_with hgf"});
}

BOOST_AUTO_TEST_CASE(words_after_the_derivative) {
  check("exosomes loaded with curcumin", {"exosomes loaded with curcumin: exosome, enriched_with curcumin"});
  check("exosomes, carrying miR-21-5p, acted", {"exosomes, carrying miR-21-5p,: exosome, carries mir_21_5p"});
}

BOOST_AUTO_TEST_CASE(a_derivative_may_modify_another) {
  check("exosome-rich secretome", {"exosome-rich secretome: secretome, enriched_with exosome"});
}

BOOST_AUTO_TEST_CASE(carried_molecules_are_not_part_of_the_name) {
  check("exosomal miR-21-5p", {"exosomal: exosome, carries mir_21_5p"});
  check("miR-21-5p in exosomes", {"exosomes: exosome, carries mir_21_5p"});
  check("reduced miR-21-5p in exosomes", {"exosomes: exosome"});
}

BOOST_AUTO_TEST_CASE(source_before_after_or_in_the_name) {
  check("placenta MSC-derived exosomes", {"placenta MSC-derived exosomes: exosome from placenta"});
  check("exosomes from placenta", {"exosomes from placenta: exosome from placenta"});
  check("amniotic fluid-MSCs", {"amniotic fluid-MSCs: msc from amniotic_fluid"});
}

BOOST_AUTO_TEST_CASE(several_preparations_stay_apart) {
  check("HGF enriched exosomes and conditioned medium",
        {"HGF enriched exosomes: exosome, enriched_with hgf", "conditioned medium: conditioned_medium"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace mechgraph
