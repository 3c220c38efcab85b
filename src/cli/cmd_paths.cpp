// paths: through what does A change B, and who says so.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/names.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/path_text.hpp"
#include "cli/report.hpp"
#include "cli/selected.hpp"
#include "query/paths.hpp"
#include "query/select.hpp"

namespace mechgraph {
namespace {

// What is asked for, in the graph that is searched.
struct Asked {
  PathQuery query;
  PathRules rules;
};

// The relation of the graph that has this name, if any.
Relation const* relation_named(Graph const& graph, std::string_view text) {
  auto const relations = graph.relations();
  auto const found = std::ranges::find(relations, text, &Relation::name);
  return found == relations.end() ? nullptr : &*found;
}

void set_through(std::vector<std::string> const& words, PathRules& rules) {
  for (std::string const& list : words) {
    for (std::size_t begin = 0; begin <= list.size();) {
      std::size_t const end = std::min(list.find(',', begin), list.size());
      std::string const word = list.substr(begin, end - begin);
      begin = end + 1;
      if (word == "any") {
        rules.any = true;
      } else {
        rules.through.push_back(kind_of("--through", word));
      }
    }
  }
}

// Words are looked up in the whole graph, so that a name that is not there is told from one that a selection leaves out.
Asked asked(Options const& options, Graph const& whole, Graph const& graph, Report& report) {
  auto const here = [&](std::vector<NodeId> const& nodes) {
    std::vector<NodeId> left;
    for (NodeId const n : nodes) {
      if (&whole == &graph) {
        left.push_back(n);
      } else if (auto const now = graph.find(whole.node(n).id)) {
        left.push_back(*now);
      }
    }
    return left;
  };
  Asked a;
  a.query.from = here(many_ends_of(whole, options.from.empty() ? std::string{name(Kind::source)} : options.from, report));
  a.query.to = here(many_ends_of(whole, options.to.empty() ? std::string{name(Kind::outcome)} : options.to, report));
  set_through(options.through, a.rules);
  for (std::string const& word : options.via) {
    if (Relation const* relation = relation_named(whole, word)) {
      a.query.via.push_back({{}, relation->name});
      if (relation->context_only) a.rules.relations.push_back(relation->name);
      continue;
    }
    auto nodes = here(many_ends_of(whole, word, report));
    if (nodes.empty()) a.query.to.clear();  // nothing can pass what is not there
    a.query.via.push_back({std::move(nodes), {}});
  }
  if (a.query.via.size() > Goal::most_via) throw Error("--via", "is given more than " + std::to_string(Goal::most_via) + " times");
  for (std::string const& word : options.avoid) {
    auto const nodes = here(many_ends_of(whole, word, report));
    a.rules.avoid.insert(a.rules.avoid.end(), nodes.begin(), nodes.end());
  }
  a.query.max_hops = options.max_hops;
  a.query.limit = options.limit;
  a.query.sign = options.sign.value_or(a.query.sign);
  a.query.only_new = options.only_new;
  if (options.only_new) {
    a.query.asserted = a.query.suggested = false;
  } else if (options.asserted || options.suggested || options.composed) {
    a.query.asserted = options.asserted;
    a.query.suggested = options.suggested;
    a.query.composed = options.composed;
  }
  return a;
}

// What would have to be given up to find a path.
std::string nearest(Graph const& graph, Asked const& asked, PathSearch& search) {
  PathQuery query = asked.query;
  query.limit = 1;
  if (std::uint32_t const hops = search.fewest_hops(query); hops > query.max_hops) {
    query.max_hops = hops;
    if (!search.find(query).paths.empty()) return "the nearest has " + std::to_string(hops) + " hops: --max-hops " + std::to_string(hops);
    query.max_hops = asked.query.max_hops;
  }
  auto const without = [&](auto const& change, std::string_view text) -> std::string {
    PathQuery other = query;
    change(other);
    return search.find(other).paths.empty() ? std::string{} : std::string{text};
  };
  std::string hint;
  if (query.only_new)
    hint = without(
        [](PathQuery& q) {
          q.only_new = false;
          q.asserted = q.suggested = q.composed = true;
        },
        "there is one that is not new");
  if (hint.empty() && query.sign >= -1 && query.sign <= 1)
    hint = without([](PathQuery& q) { q.sign = 2; }, "there is one with another net sign");
  if (hint.empty() && !query.only_new)
    hint = without([](PathQuery& q) { q.asserted = q.suggested = q.composed = true; },
                   "there is one of another support: drop --asserted, --suggested, --composed");
  if (hint.empty() && !query.via.empty())
    hint = without([](PathQuery& q) { q.via.clear(); }, "there is one that does not pass what --via names");
  if (hint.empty()) hint = without([](PathQuery& q) { std::swap(q.from, q.to); }, "there is one in the other direction");
  if (!hint.empty() || asked.rules.any) return hint;
  PathRules any = asked.rules;
  any.any = true;
  PathSearch wide{graph, any};
  PathQuery other = query;
  other.sign = 2;
  other.only_new = false;
  other.asserted = other.suggested = other.composed = true;
  if (!wide.find(other).paths.empty()) hint = "there is one over relations that are no effects: --through any";
  return hint;
}

// Paths as they come: text or JSON on standard output, and the edges that they use.
class Printer {
 public:
  Printer(Options const& options, Graph const& graph, Terrain const& terrain, bool prints)
      : graph_(graph),
        terrain_(terrain),
        is_json_(options.json),
        prints_(prints),
        colour_(prints && output_takes_colour()),
        out_(standard_output()),
        used_(graph.edge_count()) {
    if (is_json_ && prints_) out_.write("{\"paths\":[");
  }

  void path(Path const& path) {
    for (Hop const& hop : path.hops) used_[index(hop.edge)] = true;
    ++count_;
    if (!prints_) return;
    if (is_json_) {
      json_.clear();
      JsonWriter json{json_};
      path_object(json, graph_, terrain_, path);
      out_.print(count_ > 1 ? "," : "", json_.view());
    } else {
      text_.clear();
      if (count_ > 1) text_ += '\n';
      append_path(text_, graph_, terrain_, path, count_, colour_);
      out_.write(text_);
    }
  }

  void close(bool complete) {
    if (is_json_ && prints_) out_.print("],\"complete\":", complete ? "true" : "false", "}\n");
    out_.close();
  }

  [[nodiscard]] std::size_t count() const noexcept { return count_; }
  [[nodiscard]] std::vector<bool> const& used() const noexcept { return used_; }

 private:
  Graph const& graph_;
  Terrain const& terrain_;
  bool is_json_, prints_, colour_;
  Sink out_;
  std::vector<bool> used_;
  std::size_t count_ = 0;
  std::string text_;
  TextBuffer json_;
};

int run(Options const& options, Report& report) {
  if ((options.from.empty() || options.to.empty()) && !options.only_new) {
    throw Error("", "paths needs both ends", "such as --from \"bone marrow\" --to \"acute liver failure\"");
  }
  bool const draws = !options.outputs.empty() || !options.format.empty();
  auto outputs = draws ? open_outputs(options) : std::vector<Output>{};
  bool const prints = std::ranges::find(outputs, "-", &Output::path) == outputs.end();
  Graph const whole = load_graph_to_ask(options, report);
  std::optional<Graph> const part = selected(options, whole);
  Graph const& graph = part ? *part : whole;
  Asked const a = asked(options, whole, graph, report);
  PathSearch search{graph, a.rules};
  Printer printer{options, graph, search.terrain(), prints};
  bool complete = true;
  if (options.all) {
    search.each(a.query, [&](Path const& path) { return printer.path(path), true; });
  } else {
    PathAnswer const answer = search.find(a.query);
    for (Path const& path : answer.paths) printer.path(path);
    complete = answer.complete;
  }
  printer.close(complete);
  if (draws) write_outputs(outputs, edges_alone(graph, printer.used()), options.exporting);
  if (printer.count() == 0) {
    std::string const from = options.from.empty() ? "source" : options.from, to = options.to.empty() ? "outcome" : options.to;
    std::string line = "mechgraph: no path leads from '" + from + "' to '" + to + "' within " + std::to_string(a.query.max_hops) + " hops";
    if (!complete) line += ", as far as the limit of steps let the search go";
    std::string hint = nearest(graph, a, search);
    if (hint.empty() && part) {
      Asked all = asked(options, whole, whole, report);
      all.query.limit = 1;
      if (!find_paths(whole, all.query, all.rules).paths.empty())
        hint = "there is one in the whole graph: drop --without, --basis, --min-witnesses";
    }
    if (!hint.empty()) line += "; " + hint;
    report.say(line);
    return 1;
  }
  report.say("mechgraph: " + counted(printer.count(), "path", "paths") + (complete ? "" : "; there may be more: a limit cut the search"));
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const paths_command;
Command const paths_command{
    "paths",
    "mechanism paths between two ends, best first, with the words for every hop",
    "INPUT... --from WHAT --to WHAT",
    "An end is a term, an identifier, a kind (source, outcome), a type (Gene), or @FILE with one of these a line; a term\n"
    "stands for all under it.\n"
    "Arrows: → raises, ⊣ lowers, ⇢ acts with no direction stated, ← walked backwards to what it derives from.\n"
    "Net sign is the product over the effects; benefit is that sign times whether more of the outcome is good.\n"
    "Asserted: one record witnesses every hop. Suggested: one record, with a hop that only the cargo suggests. Composed:\n"
    "joined over records, with what differs at each joint. In this order, then by score: the product of the strengths of\n"
    "the hops, where strength = 1 - (1 - c1)(1 - c2)... over the distinct works that a hop rests on, c being a work's\n"
    "best confidence for it (1 stated, 0.6 implied, 0.5 by cargo, less where it is doubtful).\n",
    "  mechgraph paths table.txt --from \"bone marrow\" --to \"acute liver failure\"\n"
    "  mechgraph paths table.txt --from source --to outcome -k 10\n"
    "  mechgraph paths table.txt --from exosome --to apoptosis --sign - --asserted --json\n"
    "  mechgraph paths table.txt --from source --to outcome --without 107 --via NLRP3\n"
    "  mechgraph paths table.txt --new -k 5\n"
    "  mechgraph paths drugs.jsonl --from DRUGBANK:DB00619 --to Disease --through any --dot | dot -Tsvg > drug.svg\n",
    takes::inputs | takes::outputs | takes::json | takes::dot | takes::paths,
    run,
};

}  // namespace mechgraph
