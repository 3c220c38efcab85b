// A few terms to test with: the program's own schema, and small tables of terms in place of its own.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "ontology/ontology.hpp"

namespace mechgraph {

using Tables = std::map<std::string, std::string>;

// The small tables, with some of them replaced.
inline Tables small_tables(Tables const& replaced = {}) {
  Tables tables{{"terms",
                 "key\ttype\tpreferred_label\tshort_label\tcurie\tmatch\tvalence\txrefs\tverified_in\tnote\n"
                 "apoptosis\tProcess\tapoptotic process\tapoptosis\tGO:0006915\texact\t0\t\tGO\t\n"
                 "exosome\tDerivative\textracellular exosome\texosome\tGO:0070062\texact\t\tMESH:D055354\tGO\t\n"
                 "hepatocyte_apoptosis\tProcess\thepatocyte apoptotic process\t\tGO:0097284\texact\t-1\t\tGO\tsays \"no\" \\ more\n"
                 "hpl_cm\tDerivative\tHPL-CM\t\t\tnone\t\t\t\t\n"
                 "vesicle\tDerivative\tvesicle\t\tGO:0031982\tclose\t\t\tGO\t\n"},
                {"synonyms",
                 "form\tkey\tinverse\n"
                 "Exo\texosome\t0\n"
                 "apoptosis\tapoptosis\t0\n"
                 "hepatocyte survival\thepatocyte_apoptosis\t1\n"},
                {"hierarchy",
                 "child\trelation\tparent\tsource\n"
                 "exosome\tis_a\tvesicle\tGO\n"
                 "hepatocyte_apoptosis\tis_a\tapoptosis\tGO\n"},
                {"ambiguous",
                 "form\tcandidates\tfallback\trule\n"
                 "Exo\texosome|*\texosome\tthe other one is a company\n"}};
  for (auto const& [name, text] : replaced) tables[name] = text;
  return tables;
}

inline std::shared_ptr<Ontology const> small_ontology(Tables const& replaced = {}, std::shared_ptr<Vocabulary const> vocabulary = {}) {
  return Ontology::from_tables(small_tables(replaced), std::move(vocabulary));
}

// "place: message [hint]" of the error that an action throws; empty when it throws none.
template <class Action>
std::string error_of(Action const& action) {
  try {
    action();
  } catch (Error const& error) {
    std::string const hint = error.hint().empty() ? "" : " [" + error.hint() + ']';
    return error.place() + ": " + error.what() + hint;
  }
  return {};
}

}  // namespace mechgraph
