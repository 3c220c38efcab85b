// Doubts of all kinds → findings.
#include "cli/findings.hpp"

#include <algorithm>
#include <utility>

#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/screen.hpp"
#include "query/contradictions.hpp"
#include "query/incoherent.hpp"
#include "query/reliance.hpp"
#include "query/unresolved.hpp"
#include "query/violations.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t witnesses_shown = 3;  // of each edge

// Positions in finding_kinds().
enum : std::size_t {
  sign,
  unwitnessed,
  contested,
  denied,
  domain,
  range,
  explained,
  incoherent,
  indirect,
  single_work,
  lost,
  unresolved,
  not_understood
};

std::string joined(std::vector<std::string> const& names, std::string_view separator = ", ") {
  std::string text;
  for (std::string const& each : names) text += (text.empty() ? "" : std::string{separator}) + each;
  return text;
}

class Collector {
 public:
  explicit Collector(Graph const& graph) : graph_(graph) {}

  void add_contradictions() {
    for (Contradiction const& each : contradictions(graph_)) {
      Finding finding;
      finding.kind = each.contest == Contest::contested ? contested : each.contest == Contest::denied ? denied : explained;
      bool const is_denial = graph_.edge(each.contra.front()).negated;
      std::string const object{label(graph_, each.object)};
      finding.message.append(label(graph_, each.subject)).append(each.across ? ", one preparation or another, " : " ");
      finding.message += is_denial ? "acts on " + object + " and does not" : "raises and lowers " + object;
      if (!each.differs.empty()) finding.message += "; explained by " + joined(each.differs);
      finding.names = each.differs;
      finding.nodes = {each.subject, each.object};
      for (auto const* side : {&each.pro, &each.contra}) {
        for (EdgeId const edge : *side) {
          finding.edges.push_back(edge);
          quote(finding, edge);
        }
      }
      stand(finding, each.pro.front());
      add(std::move(finding));
    }
  }

  void add_disagreements(std::vector<std::string>& remarks) {
    Disagreements const answer = find_disagreements(graph_);
    for (Disagreement const& each : answer.found) {
      Finding finding;
      finding.kind = each.way.size() == 1 ? incoherent : indirect;
      finding.message = drawn(each.way) + ", but " + drawn(each.other);
      finding.nodes = {each.from, each.to};
      finding.edges = each.way;
      finding.edges.insert(finding.edges.end(), each.other.begin(), each.other.end());
      for (EdgeId const edge : finding.edges) quote(finding, edge);
      stand(finding, finding.edges.front());
      add(std::move(finding));
    }
    if (!answer.complete)
      remarks.emplace_back("incoherent, indirect: a limit of 20000000 ways of two steps was reached; there may be more");
  }

  void add_reliance() {
    Reliance const answer = reliance(graph_);
    for (EdgeId const edge : answer.single) {
      Finding finding;
      finding.kind = single_work;
      finding.message = sentence(graph_, edge);
      finding.edges = {edge};
      quote(finding, edge);
      stand(finding, edge);
      add(std::move(finding));
    }
    for (Loss const& loss : answer.losses) {
      Finding finding;
      finding.kind = lost;
      finding.message = std::string{loss.work} + ": " + counted(loss.claims, "claim", "claims") + " of " + std::to_string(answer.claims) +
                        ", " + counted(loss.edges.size(), "edge", "edges") + ", " + counted(loss.nodes.size(), "node", "nodes");
      finding.names = {std::string{loss.work}};
      finding.edges = loss.edges;
      finding.nodes = loss.nodes;
      add(std::move(finding));
    }
  }

  void add_unresolved(std::vector<std::string>& remarks) {
    UnresolvedAnswer const answer = unresolved_words(graph_);
    for (UnresolvedWords const& words : answer.words) {
      Finding finding;
      finding.kind = unresolved;
      finding.names.assign(words.near.begin(), words.near.end());
      finding.message = '"' + std::string{label(graph_, words.node)} + "\" (" + std::string{name(graph_.node(words.node).kind)} + "), " +
                        counted(words.witnesses, "witness", "witnesses");
      if (!finding.names.empty()) finding.message += "; near: " + joined(finding.names);
      finding.nodes = {words.node};
      auto const out = graph_.out(words.node);
      auto const in = graph_.in(words.node);
      if (!out.empty() || !in.empty()) stand(finding, out.empty() ? in.front() : out.front());
      add(std::move(finding));
    }
    if (answer.searched < answer.words.size()) {
      remarks.push_back("unresolved: near terms were looked for only for the " + std::to_string(answer.searched) + " most frequent");
    }
  }

  void add_violations() {
    for (BrokenEdge const& broken : violations(graph_)) {
      Edge const edge = graph_.edge(broken.edge);
      Finding finding;
      finding.message = sentence(graph_, broken.edge);
      switch (broken.violation) {
        case Violation::domain:
          finding.kind = domain;
          finding.message += ": the subject is of type " + std::string{graph_.node(edge.subject).type};
          break;
        case Violation::range:
          finding.kind = range;
          finding.message += ": the object is of type " + std::string{graph_.node(edge.object).type};
          break;
        case Violation::sign:
          finding.kind = sign;
          finding.message += ": the sign is " + std::string{sign_text(edge.sign)} + ", that of the relation " +
                             std::string{sign_text(graph_.relation(broken.edge).sign)};
          break;
        case Violation::unwitnessed: finding.kind = unwitnessed; break;
      }
      finding.edges = {broken.edge};
      quote(finding, broken.edge);
      stand(finding, broken.edge);
      add(std::move(finding));
    }
  }

  void add_not_understood(std::vector<NotUnderstood> const& words) {
    for (NotUnderstood const& each : words) {
      Finding finding;
      finding.kind = not_understood;
      finding.message = std::string{each.field} + ": \"" + each.words + '"';
      finding.document = each.document;
      finding.table = each.table;
      finding.record = each.record;
      add(std::move(finding));
    }
  }

  std::vector<Finding> all() {
    std::ranges::stable_sort(found_, {}, &Finding::kind);
    return std::move(found_);
  }

 private:
  void add(Finding finding) { found_.push_back(std::move(finding)); }

  // Where the first witness of an edge stands.
  void stand(Finding& finding, EdgeId edge) const {
    auto const witnesses = graph_.witnesses(edge);
    if (witnesses.empty()) return;
    RecordView const record = graph_.record(graph_.witness(witnesses.front()).record);
    finding.document = graph_.document(record.document).id;
    finding.table = record.table;
    finding.record = record.id;
  }

  // "bone marrow → NLRP3 ⊣ ALF".
  [[nodiscard]] std::string drawn(std::vector<EdgeId> const& way) const {
    std::string text{label(graph_, graph_.edge(way.front()).subject)};
    for (EdgeId const edge : way) {
      text += ' ' + arrow(graph_, {edge, false}) + ' ';
      text += label(graph_, graph_.edge(edge).object);
    }
    return text;
  }

  void quote(Finding& finding, EdgeId edge) const {
    auto const witnesses = graph_.witnesses(edge);
    finding.details.push_back(sentence(graph_, edge));
    for (std::size_t i = 0; i < witnesses.size() && i < witnesses_shown; ++i) {
      WitnessView const witness = graph_.witness(witnesses[i]);
      std::string line = "  " + place(graph_, witnesses[i]) + ", " + std::string{witness.field};
      if (!witness.words().empty()) line += ": \"" + std::string{witness.words()} + '"';
      finding.details.push_back(std::move(line));
    }
    if (witnesses.size() > witnesses_shown)
      finding.details.push_back("  and " + std::to_string(witnesses.size() - witnesses_shown) + " more");
  }

  Graph const& graph_;
  std::vector<Finding> found_;
};

}  // namespace

std::string_view name(Level level) noexcept {
  switch (level) {
    case Level::error: return "error";
    case Level::warning: return "warning";
    case Level::note: return "note";
  }
  return {};
}

std::vector<FindingKind> const& finding_kinds() {
  static std::vector<FindingKind> const kinds{
      {"sign", Level::error, "an edge's sign is not that of its relation"},
      {"unwitnessed", Level::error, "no record says the edge"},
      {"contested", Level::warning, "opposite effects in what may be one context"},
      {"denied", Level::warning, "asserted and denied in what may be one context"},
      {"domain", Level::warning, "the relation does not go with the type of its subject"},
      {"range", Level::warning, "the relation does not go with the type of its object"},
      {"explained", Level::note, "opposite claims, parted by what differs between their contexts"},
      {"incoherent", Level::note, "an effect and a way of two effects disagree in sign"},
      {"indirect", Level::note, "two ways of two effects disagree in sign"},
      {"single_work", Level::note, "a claim that rests on one work"},
      {"lost_with_work", Level::note, "what disappears if one work is taken away"},
      {"unresolved", Level::note, "words that no term covers, most frequent first"},
      {"not_understood", Level::note, "words of a row that no rule understood"},
  };
  return kinds;
}

Findings find_doubts(Graph const& graph, std::vector<NotUnderstood> const& not_understood) {
  Collector collector{graph};
  Findings findings;
  collector.add_violations();
  collector.add_contradictions();
  collector.add_disagreements(findings.remarks);
  collector.add_reliance();
  collector.add_unresolved(findings.remarks);
  collector.add_not_understood(not_understood);
  findings.all = collector.all();
  return findings;
}

}  // namespace mechgraph
