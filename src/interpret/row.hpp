// What a row says outside its free text: the preparation, the models, the disease, and what qualifies every statement of it.
#pragma once

#include <string_view>
#include <vector>

#include "domain/statement.hpp"
#include "interpret/cell_readings.hpp"
#include "interpret/preparations.hpp"

namespace mechgraph {

// A term, or words, with the place that says it.
struct Placed {
  TermOrWords thing;
  Words words;  // text = object = the words
  FlagSet flags;
};

// A preparation with the places of its parts, for its slot edges.
struct PlacedPreparation {
  Preparation preparation;
  Words derivative;
  std::vector<Words> sources;      // one for each of preparation.source
  std::vector<PreparedWith> with;  // from the cell `words`
  Words words;                     // of the whole, in its cell
};

struct Row {
  std::vector<PlacedPreparation> preparations;        // of the intervention column, else of the section, the caption or the title
  Flag preparation_flag = Flag::subject_from_column;  // which of these
  std::vector<Placed> sources;
  std::vector<Placed> models;
  std::vector<Placed> diseases;
  std::vector<Qualifier> context;            // organism, cell_line, disease, dose, route, time
  std::vector<std::string_view> references;  // of the reference column, else of any cell of the row
};

// Is the ancestor above the term in the hierarchy? The hierarchy has no cycles; the cost is that of the term's ancestors.
bool is_below(Ontology const& ontology, TermId term, TermId ancestor);

// A preparation that a cell of the row names, with the row's sources where it names none itself.
PlacedPreparation place_preparation(NamedPreparation const& named, Reading const& reading, Role field, Row const& row);

// Reads the cells of a row whose roles are not free text. A disease is taken from its column, else another cell of the row, else the
// section, the caption, the title: the nearest wins and the flags say which; of a disease and its ancestor only the former is kept.
// `readings` stand at the row.
Row read_row(RecordTable const& table, Record const& record, Ontology const& ontology, Grammar const& grammar, CellReadings& readings);

}  // namespace mechgraph
