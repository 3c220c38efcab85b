// A path for people, and for programs.
#include "cli/path_text.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/describe.hpp"
#include "cli/screen.hpp"
#include "exporters/witness_json.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t witnesses_shown = 3;  // per hop

std::uint16_t thousandths(double score) { return static_cast<std::uint16_t>(std::lround(score * 1000)); }

// The witnesses of a hop: of an asserted or suggested path, those of its records first.
std::vector<WitnessId> witnesses_of(Graph const& graph, Path const& path, EdgeId edge) {
  auto const all = graph.witnesses(edge);
  std::vector<WitnessId> sorted{all.begin(), all.end()};
  std::stable_partition(sorted.begin(), sorted.end(),
                        [&](WitnessId id) { return std::ranges::find(path.records, graph.witness(id).record) != path.records.end(); });
  return sorted;
}

void append_hop(std::string& text, Graph const& graph, Path const& path, Hop const& hop) {
  Basis const basis = graph.basis(hop.edge);
  std::string line = sentence(graph, hop.edge);
  if (basis != Basis::stated) line += " (" + std::string{name(basis)} + ')';
  text += wrapped(line, screen_columns - 3, "   ");
  auto const witnesses = witnesses_of(graph, path, hop.edge);
  // Where records witness the whole path, only what they say is shown.
  std::size_t shown = 0;
  for (WitnessId const id : witnesses) {
    WitnessView const witness = graph.witness(id);
    bool const own = path.records.empty() || std::ranges::find(path.records, witness.record) != path.records.end();
    if (shown == witnesses_shown || (shown > 0 && !own)) break;
    ++shown;
    std::string quote = place(graph, id);
    if (!witness.words().empty()) quote += ", " + std::string{witness.field} + ": \"" + screen_text(witness.words()) + '"';
    text += wrapped(quote, screen_columns - 5, "     ");
  }
  if (std::size_t const more = witnesses.size() - shown; more > 0) text += "     and " + std::to_string(more) + " more\n";
  if (witnesses.empty()) text += "     (from the ontology)\n";
}

std::string listed(std::vector<std::string_view> const& values) {
  std::string text;
  for (std::string_view const value : values) text += (text.empty() ? "" : ", ") + std::string{value};
  return text;
}

void append_joints(std::string& text, Graph const& graph, Terrain const& terrain, Path const& path) {
  auto const joints = joints_of(graph, path);
  for (std::size_t i = 0; i < joints.size(); ++i) {
    std::string line = "joined at " + std::string{label(graph, path.nodes[joints[i].node])};
    if (joints.size() > 1 && i == weakest(terrain, path, joints)) line += " (the weakest joint)";
    if (joints[i].differs.empty()) line += "; nothing is known to differ";
    std::string_view separator = "; ";
    for (JointDifference const& each : joints[i].differs) {
      line.append(separator).append(each.key).append(": ").append(listed(each.before)).append(" | ").append(listed(each.after));
    }
    text += wrapped(screen_text(line), screen_columns - 3, "   ");
  }
}

// The arrows of the drawn steps in their colours.
std::string coloured(std::string_view drawn) {
  static constexpr std::pair<std::string_view, std::string_view> colours[] = {
      {"→", "\x1b[1;34m"}, {"⊣", "\x1b[1;31m"}, {"⇢", "\x1b[1;33m"}, {"←", "\x1b[2m"}};
  std::string text;
  for (std::size_t at = 0; at < drawn.size();) {
    auto const found = std::ranges::find_if(colours, [&](auto const& each) { return drawn.substr(at).starts_with(each.first); });
    if (found == std::end(colours)) {
      text += drawn[at++];
      continue;
    }
    text.append(found->second).append(found->first).append("\x1b[0m");
    at += found->first.size();
  }
  return text;
}

}  // namespace

void append_path(std::string& text, Graph const& graph, Terrain const& terrain, Path const& path, std::size_t number, bool colour) {
  std::string const head = std::to_string(number) + ". ";
  std::string line{label(graph, path.nodes.front())};
  for (std::size_t i = 0; i < path.hops.size(); ++i) {
    line += ' ' + arrow(graph, path.hops[i]) + ' ';
    line += label(graph, path.nodes[i + 1]);
  }
  std::string drawn = wrapped(line, screen_columns - head.size(), std::string(head.size(), ' '));
  drawn.replace(0, head.size(), head);
  text += colour ? coloured(drawn) : drawn;
  std::string facts = "net sign " + std::string{sign_text(path.sign)} + ", benefit " + std::string{sign_text(path.benefit)} + ", " +
                      std::string{name(path.support)} + ", score " + per_mille(thousandths(path.score));
  if (path.support == Support::composed) facts += ": a hypothesis, joined over records";
  text += wrapped(facts, screen_columns - 3, "   ");
  for (Hop const& hop : path.hops) append_hop(text, graph, path, hop);
  if (path.support == Support::composed) append_joints(text, graph, terrain, path);
}

void path_object(JsonWriter& json, Graph const& graph, Terrain const& terrain, Path const& path) {
  json.begin_object();
  json.key("nodes").begin_array();
  for (NodeId const node : path.nodes) json.value(graph.node(node).id);
  json.end_array();
  json.key("labels").begin_array();
  for (NodeId const node : path.nodes) json.value(label(graph, node));
  json.end_array();
  json.key("hops").begin_array();
  for (Hop const& hop : path.hops) {
    Edge const edge = graph.edge(hop.edge);
    json.begin_object();
    json.key("subject").value(graph.node(edge.subject).id);
    json.key("relation").value(graph.relation(hop.edge).name);
    json.key("sign").value(static_cast<int>(edge.sign));
    json.key("object").value(graph.node(edge.object).id);
    json.key("reversed").value(hop.reversed);
    json.key("basis").value(name(graph.basis(hop.edge)));
    json.key("witnesses").begin_array();
    for (WitnessId const id : witnesses_of(graph, path, hop.edge)) {
      WitnessView const witness = graph.witness(id);
      RecordView const record = graph.record(witness.record);
      json.begin_object();
      json.key("document").value(graph.document(record.document).id);
      json.key("table").value(record.table);
      json.key("record").value(record.id);
      json.key("reference").value(references(graph, id));
      cited_member(json, graph, id);
      json.key("field").value(witness.field);
      json.key("text").value(witness.words());
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("sign").value(path.sign);
  json.key("benefit").value(path.benefit);
  json.key("support").value(name(path.support));
  json.key("score").per_mille(thousandths(path.score));
  if (path.support == Support::composed) {
    auto const joints = joints_of(graph, path);
    std::size_t const worst = joints.empty() ? 0 : weakest(terrain, path, joints);
    json.key("joints").begin_array();
    for (std::size_t i = 0; i < joints.size(); ++i) {
      json.begin_object();
      json.key("node").value(graph.node(path.nodes[joints[i].node]).id);
      json.key("weakest").value(i == worst);
      json.key("differs").begin_array();
      for (JointDifference const& each : joints[i].differs) {
        json.begin_object();
        json.key("key").value(each.key);
        for (auto const& [side, values] : {std::pair{"before", &each.before}, std::pair{"after", &each.after}}) {
          json.key(side).begin_array();
          for (std::string_view const value : *values) json.value(value);
          json.end_array();
        }
        json.end_object();
      }
      json.end_array();
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace mechgraph
