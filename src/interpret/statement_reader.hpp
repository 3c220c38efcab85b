// The statements of one record, cell by cell: for statements.cpp and what it is parted into.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "interpret/cell_readings.hpp"
#include "interpret/clauses.hpp"
#include "interpret/statement_builder.hpp"

namespace mechgraph {

// Columns and clauses (statements.cpp), mechanisms, cargo columns and axes (statement_links.cpp), comparisons, bare nominals and what was
// not understood (statement_rest.cpp).
class StatementReader {
 public:
  StatementReader(RecordTable const& table, Record const& record, Lexicon const& lexicon, Grammar const& grammar, CellReadings& readings)
      : record_(record),
        lexicon_(lexicon),
        ontology_(lexicon.ontology()),
        grammar_(grammar),
        readings_(readings),
        builder_(record, read_row(table, record, lexicon.ontology(), grammar, readings), lexicon.ontology(), grammar) {}

  RecordStatements all();

 private:
  // A microRNA or protein in a cargo column.
  void read_cargo_column(Cell const& cell);

  void begin(Cell const& cell);

  void read_cell_text(Cell const& cell);

  [[nodiscard]] Mention const& mention(std::size_t number) const { return reading_->mentions[number].mention; }

  static Entity entity(Mention const& mention);

  [[nodiscard]] int valence_of(Mention const& mention) const;

  Entity entity_of(ClauseObject const& object) const;

  // The sign that a trigger gives to an object, and what is doubtful about it.
  int sign_of(Clause const& clause, ClauseObject const& object, FlagSet& flags) const;

  // The sign of one trigger on a quantity as printed.
  [[nodiscard]] int sign_of(Effect effect, int valence, ClauseObject const& object, FlagSet& flags) const;

  [[nodiscard]] bool object_is_inverse(ClauseObject const& object) const { return object.mention && mention(*object.mention).inverse; }

  std::vector<Subject> subjects_of(Clause const& clause, std::vector<NamedPreparation> const& named);

  // What an effect statement has from its subject and object: their context and the row's, and where its words stand.
  void set_ends(Statement& statement, Subject const& subject, ClauseObject const& object, Span trigger);

  // "Inhibition of NF-κB reduced X": NF-κB acts, with the sign turned.
  std::vector<Subject> objects_as_subjects(Clause const& clause);

  void read_clause(Clauses const& clauses, std::size_t c, std::vector<NamedPreparation> const& named);

  // "exosomes carrying miR-21 ... by targeting PTEN": the microRNA that acts, or that the agent has, lowers its target by convention. Makes
  // it the clause's subject; gives false where there is none.
  bool take_repressors(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named);

  // "HIF-1α-mediated angiogenesis": what mediates it contributes to it, whatever becomes of it; "miR-126-mediated PTEN downregulation": to
  // that.
  void read_mediators(Clause const& clause);
  static bool is_blank(char c) { return c == ' ' || c == '\n'; }

  // "by transferring miR-145": the agent carries it, and it brings the effects about; what it targets falls.
  void read_delivery(Clauses const& clauses, Delivery const& delivery);

  // "Improving the hepatoprotective impacts of the conditioned medium by SMGO": the medium protects; SMGO, given with it, does more.
  void read_genitive(Clause const& clause, std::size_t c, std::vector<NamedPreparation> const& named);

  // One object of a clause with the sign that the clause gives it.
  struct Step {
    Entity entity;
    int sign = 0;
    FlagSet doubt;
    ClauseObject const* object = nullptr;
    Span trigger;
  };

  std::vector<Step> steps(Clause const& clause) const;

  void read_link(Clauses const& clauses, MechanismLink const& link);

  void add_implied(Step const& step, Step const& outcome, Span word, std::string_view rule);

  // The relation for a step from a mediator or process; from something else only what its type allows.
  [[nodiscard]] std::optional<RelationId> implied_relation(Entity const& entity, int sign) const;

  // "via the Wnt pathway": agent → pathway → outcome, without a direction.
  void add_unsigned(Clauses const& clauses, std::size_t o, ClauseObject const& mediator, Step const& outcome, MechanismLink const& link);

  // A molecule that a mechanism column names is carried, as far as the table says.
  void add_column_cargo(Entity const& mediator, Span words);

  void read_axis(Clauses const& clauses, Axis const& axis);

  void read_comparison(Comparison const& comparison, std::vector<NamedPreparation> const& named);

  std::vector<Subject> side(std::optional<std::size_t> preparation, std::vector<NamedPreparation> const& named);

  // "M2 polarization" as the whole result: it goes up.
  void read_bare_nominal(Cell const& cell);

  // "Immunomodulation" says that something changes, not which way.
  [[nodiscard]] bool is_undirected(std::size_t number) const;

  // Sentences in which nothing was understood.
  void keep_remainder(Clauses const& clauses);

  Record const& record_;
  Lexicon const& lexicon_;
  Ontology const& ontology_;
  Grammar const& grammar_;
  CellReadings& readings_;
  StatementBuilder builder_;

  // The cell that is being read.
  std::string_view cell_;
  Role field_ = Role::result;
  Reading* reading_ = nullptr;
  std::vector<std::size_t> named_;                           // by preparation of the cell: its number in the record
  std::vector<std::vector<Subject>> subjects_;               // by clause
  std::map<std::size_t, std::optional<std::size_t>> joint_;  // by clause: the preparation together with its additive
  Span joint_words_;
  std::set<std::size_t> targets_;  // trigger items of clauses that say what a microRNA targets
};

}  // namespace mechgraph
