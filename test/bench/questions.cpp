// Times questions to a graph that is in memory: what a program that links the library waits for.
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/snapshot.hpp"
#include "query/contradictions.hpp"
#include "query/difference.hpp"
#include "query/incoherent.hpp"
#include "query/paths.hpp"
#include "query/reliance.hpp"
#include "query/unresolved.hpp"
#include "query/violations.hpp"

namespace mechgraph {
namespace {

constexpr char const* usage =
    "usage: questions GRAPH.mgraph [OTHER.mgraph]\n"
    "Prints a line of Markdown a question: milliseconds of CPU, the median, the 95th of 100 and the most of 200 questions between\n"
    "nodes drawn at random, each asked once; then seconds of check, and of diff with OTHER.\n";

// splitmix64 (Steele, Lea and Flood 2014): the same questions on every machine.
class Numbers {
 public:
  std::size_t below(std::size_t bound) {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % bound);
  }

 private:
  std::uint64_t state_ = 7;
};

// Of this process's processor time, which other work on the machine does not lengthen.
double milliseconds(std::function<void()> const& work) {
  auto const now = [] {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
  };
  double const begin = now();
  work();
  return now() - begin;
}

class Bench {
 public:
  explicit Bench(Graph const& graph) : graph_(graph) {
    for (NodeId const n : graph.nodes()) {
      if (graph.node(n).kind == Kind::mediator && !graph.out(n).empty()) starts_.push_back(n);
      if (graph.node(n).kind == Kind::outcome && !graph.in(n).empty()) ends_.push_back(n);
    }
    if (starts_.empty() || ends_.empty())
      std::exit((std::fputs("questions: the graph has no mediator that acts on an outcome\n", stderr), 2));
  }

  // `is_near`: the end is four steps from the start, or as many as there are; else it is any. `limit` 0: how far it is.
  void ask(std::string_view what, PathRules const& rules, std::uint32_t max_hops, std::size_t limit, bool is_near) {
    PathSearch search{graph_, rules};
    search.prepare();
    Numbers numbers;
    std::vector<double> times;
    std::size_t found = 0;
    for (std::size_t i = 0; i < questions; ++i) {
      PathQuery query;
      query.from = {starts_[numbers.below(starts_.size())]};
      query.to = {is_near ? walked(query.from.front(), numbers) : ends_[numbers.below(ends_.size())]};
      query.max_hops = max_hops;
      query.limit = limit;
      std::size_t paths = 0;
      times.push_back(milliseconds([&] { paths = limit == 0 ? search.fewest_hops(query) : search.find(query).paths.size(); }));
      found += paths > 0 ? 1U : 0U;
    }
    std::sort(times.begin(), times.end());
    std::printf("| %.*s (%zu of %zu joined) | %.3f | %.3f | %.3f |\n", static_cast<int>(what.size()), what.data(), found, questions,
                times[questions / 2], times[questions * 95 / 100], times.back());
    std::fflush(stdout);
  }

  NodeId walked(NodeId node, Numbers& numbers) const {
    for (int step = 0; step < 4 && !graph_.out(node).empty(); ++step) {
      auto const edges = graph_.out(node);
      node = graph_.object(edges[numbers.below(edges.size())]);
    }
    return node;
  }

  void once(std::string_view what, std::function<void()> const& work) {
    std::vector<double> times;
    for (int i = 0; i < 3; ++i) times.push_back(milliseconds(work));
    std::sort(times.begin(), times.end());
    std::printf("| %.*s | %.0f | | %.0f |\n", static_cast<int>(what.size()), what.data(), times[1], times[2]);
    std::fflush(stdout);
  }

 private:
  static constexpr std::size_t questions = 200;
  Graph const& graph_;
  std::vector<NodeId> starts_, ends_;
};

int run(std::vector<std::string> const& files) {
  Graph const graph = Snapshot::open(files[0], Ontology::builtin(), Snapshot::Check::all);
  std::printf("| %zu edges, %zu nodes, in memory | median ms | 95 %% ms | most ms |\n|---|---|---|---|\n", graph.edge_count(),
              graph.node_count());
  Bench bench{graph};
  PathRules any;
  any.any = true;
  PathRules typed = any;
  typed.through = {Kind::mediator};
  bench.ask("best 10 of at most 4 hops, through mediators", typed, 4, 10, true);
  bench.ask("best 10 of at most 4 hops, through anything", any, 4, 10, true);
  bench.ask("fewest hops (looking from both ends)", any, 64, 0, false);
  bench.ask("best 10 of any length (Yen)", any, 64, 10, false);
  if (files.size() > 1) {
    Graph const other = Snapshot::open(files[1], Ontology::builtin(), Snapshot::Check::all);
    bench.once("diff with the other graph", [&] { static_cast<void>(difference(graph, other)); });
  }
  bench.once("check: contradictions", [&] { static_cast<void>(contradictions(graph)); });
  bench.once("check: disagreements", [&] { static_cast<void>(find_disagreements(graph)); });
  bench.once("check: works", [&] { static_cast<void>(reliance(graph)); });
  bench.once("check: words", [&] { static_cast<void>(unresolved_words(graph)); });
  bench.once("check: schema", [&] { static_cast<void>(violations(graph)); });
  return 0;
}

}  // namespace
}  // namespace mechgraph

int main(int argc, char** argv) {
  if (argc < 2 || argc > 3) return std::fputs(mechgraph::usage, stderr), 2;
  try {
    return mechgraph::run({argv + 1, argv + argc});
  } catch (std::exception const& error) {
    std::fprintf(stderr, "questions: %s\n", error.what());
    return 2;
  }
}
