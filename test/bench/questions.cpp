// Times questions to a graph that is in memory: what a program that links the library waits for.
#include <algorithm>
#include <chrono>
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
    "Prints a line of Markdown a question: milliseconds of wall clock, the median, the 95th of 100 and the most of 200 questions between\n"
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

double milliseconds(std::function<void()> const& work) {
  auto const begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
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

  void ask(std::string_view what, PathRules const& rules, std::uint32_t max_hops, std::size_t limit) {
    PathSearch search{graph_, rules};
    Numbers numbers;
    std::vector<double> times;
    std::size_t found = 0;
    for (std::size_t i = 0; i < questions; ++i) {
      PathQuery query;
      query.from = {starts_[numbers.below(starts_.size())]};
      query.to = {ends_[numbers.below(ends_.size())]};
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
  bench.ask("mechanism paths, at most 4 hops, best 10", {}, 4, 10);
  bench.ask("paths through mediators over any relation, at most 4 hops, best 10", typed, 4, 10);
  bench.ask("paths over any relation, at most 4 hops, best 10", any, 4, 10);
  bench.ask("fewest hops, mechanism", {}, 4, 0);
  bench.ask("fewest hops, any relation", any, 4, 0);
  bench.ask("best 10 simple paths of any length (Yen), any relation", any, 64, 10);
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
