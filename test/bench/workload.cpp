// Deterministic workloads for measurements: the same arguments give the same bytes on every machine.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/sink.hpp"

namespace mechgraph {
namespace {

constexpr char const* usage =
    "usage: workload records N OUT          evidence records as TSV: id source model intervention result citation\n"
    "       workload kgx NODES EDGES PREFIX PREFIXnodes.tsv and PREFIXedges.tsv as KGX has them: each edge with an id, a sign, a\n"
    "                                       confidence, its publications and its source, none with words\n"
    "       workload forms N OUT            a dictionary: N forms, each with the identifier of its term\n";

// splitmix64 (Steele, Lea and Flood 2014): every platform gives the same numbers.
class Numbers {
 public:
  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  // Below `bound`, which is below 2^32.
  std::uint64_t below(std::uint64_t bound) { return ((next() >> 32U) * bound) >> 32U; }
  template <class List>
  std::string_view of(List const& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_ = 20240607;
};

// Draws i of [0, n) about as often as 1 / (i + flatness): a few things are named everywhere, most are rare.
class Zipf {
 public:
  explicit Zipf(std::size_t n, std::uint64_t flatness) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < n; ++i) sums_.push_back(sum += (std::uint64_t{1} << 40U) / (i + flatness) / n + 1);
  }
  std::size_t operator()(Numbers& numbers) const {
    std::uint64_t const drawn = numbers.next() % sums_.back();
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), drawn) - sums_.begin());
  }

 private:
  std::vector<std::uint64_t> sums_;
};

using Words = std::string_view;
constexpr std::array<Words, 8> sources{"Umbilical cord", "Bone marrow",     "Adipose tissue", "Placenta",
                                       "Amniotic fluid", "Menstrual blood", "Cord blood",     "Synovium"};
constexpr std::array<Words, 10> models{"Mice",    "Rats",        "Rabbits",   "Pigs",  "C57BL/6 mice",
                                       "SD rats", "BALB/c mice", "Zebrafish", "HUVEC", "Dogs"};
constexpr std::array<Words, 6> preparations{"MSCs-exosome", "MSCs", "MSCs-CM", "MSCs-EVs", "MSCs-microvesicles", "Hypoxic MSCs-exosome"};
constexpr std::array<Words, 12> where{"oxidative", "mitochondrial", "inflammatory", "renal",    "hepatic",  "cardiac",
                                      "neuronal",  "pulmonary",     "vascular",     "synaptic", "ischemic", "tubular"};
constexpr std::array<Words, 12> what{"stress",     "apoptosis", "fibrosis", "inflammation", "injury",      "autophagy",
                                     "senescence", "necrosis",  "edema",    "pyroptosis",   "ferroptosis", "dysfunction"};
constexpr std::array<Words, 5> more{"", " in the cortex", " of tubular cells", " after reperfusion", " via mitophagy"};
constexpr std::array<Words, 6> up{"increased", "promoted", "enhanced", "upregulated", "activated", "stimulated"};
constexpr std::array<Words, 6> down{"diminished", "reduced", "attenuated", "inhibited", "suppressed", "alleviated"};
constexpr std::array<Words, 16> genes{"GPX",  "SOD", "BCL", "CASP", "IL",   "TNF",  "VEGF", "HMOX",
                                      "SIRT", "COL", "FGF", "CXCL", "NLRP", "STAT", "SMAD", "MIR"};

std::string gene(std::size_t i) { return std::string{genes[i % genes.size()]} + std::to_string(i / genes.size() + 1); }
std::string process(std::size_t i) {
  std::string name{where[i % 12]};
  return name.append(" ").append(what[i / 12 % 12]).append(more[i / 144 % 5]);
}

class Sentences {
 public:
  // `cited` becomes the number of the work in brackets at the end.
  std::string next(Numbers& numbers, std::uint64_t& cited) {
    auto const g = [&] { return gene(genes_(numbers)); };
    auto const p = [&] { return process(processes_(numbers)); };
    auto const u = [&] { return std::string{numbers.of(up)}; };
    auto const d = [&] { return std::string{numbers.of(down)}; };
    std::string words;
    switch (numbers.below(12)) {
      case 0: words = "exosomal " + g() + " " + u() + " " + p() + " through " + g() + "/" + g() + " signaling"; break;
      case 1: words = d() + " " + p() + " by transferring " + g(); break;
      case 2: words = u() + " expression of " + g() + ", " + g() + " and " + g(); break;
      case 3: words = "down-regulated " + g() + " and up-regulated " + g() + ", which " + d() + " " + p(); break;
      case 4: words = "significantly " + d() + " " + p() + ", " + p() + " and " + p(); break;
      case 5: words = "no significant change of " + g() + " was seen, but " + p() + " was " + d(); break;
      case 6: words = u() + " " + p() + " via the " + g() + " axis"; break;
      case 7: words = "TGF-\u03b2/" + g() + " signaling was " + d() + " and thus " + p() + " " + d(); break;
      case 8: words = "improved function and " + d() + " " + p() + " (p < 0.05 & n = 12)"; break;
      case 9: words = "reduced serum levels of " + g() + " and " + g() + "; " + p() + " did not change"; break;
      case 10: words = "protected against " + p() + " by " + g() + "-mediated inhibition of " + g(); break;
      default: words = g() + " suppressed " + g() + " which in turn " + u() + " " + g() + " and " + p(); break;
    }
    if (words.front() >= 'a') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    cited = 1 + numbers.below(400);
    return words + " [" + std::to_string(cited) + "]";
  }

 private:
  Zipf genes_{20'000, 20}, processes_{720, 10};
};

void write_records(std::uint64_t count, std::string const& path) {
  Numbers numbers;
  Sentences sentences;
  Sink out = Sink::to_file(path);
  out.write("id\tsource\tmodel\tintervention\tresult\tcitation\n");
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint64_t cited = 0;
    std::string const words = sentences.next(numbers, cited);
    out.print("R", i, "\t", numbers.of(sources), "\t", numbers.of(models), "\t", numbers.of(preparations), "\t", words,
              "\tPMID:", 20'000'000 + cited * 31'337 + numbers.below(50'000), "\n");
  }
  out.close();
}

void write_forms(std::uint64_t count, std::string const& path) {
  Sink out = Sink::to_file(path);
  constexpr std::array<Words, 5> kinds{"", " protein", " receptor", "-like factor", " precursor"};
  for (std::uint64_t i = 0; i < count; ++i) {
    std::uint64_t const term = i / 8;
    out.print(gene(term % 40'000), kinds[i % kinds.size()]);
    if (i % 8 >= kinds.size()) out.print(" ", i % 8);
    if (term >= 40'000) out.print(" ", where[term % 12], " ", term);
    out.print("\tNCBIGene:", term + 1, "\n");
  }
  out.close();
}

// Five layers of nodes, each a share of all; an edge leads to the next one, or stays among the genes. Half of the ends are drawn evenly,
// half are of the most common things.
class Layers {
 public:
  explicit Layers(std::uint64_t nodes)
      : begin_{0, std::max<std::uint64_t>(1, nodes / 100), nodes / 10, nodes * 55 / 100, nodes * 9 / 10, nodes} {
    for (std::size_t layer = 0; layer < 5; ++layer) common_.emplace_back(std::max<std::uint64_t>(1, begin_[layer + 1] - begin_[layer]), 50);
  }

  struct Ends {
    std::uint64_t subject = 0, object = 0;
  };
  Ends draw(Numbers& numbers) const {
    constexpr std::array<std::size_t, 10> from{0, 1, 1, 1, 2, 2, 2, 2, 3, 3};
    std::size_t const first = from[numbers.below(from.size())];
    std::size_t const last = first == 2 && numbers.below(3) == 0 ? 2 : first + 1;
    std::uint64_t const subject = evenly(first, numbers);
    return {subject, numbers.below(2) == 0 ? begin_[last] + common_[last](numbers) : evenly(last, numbers)};
  }
  [[nodiscard]] std::size_t of(std::uint64_t node) const {
    std::size_t layer = 0;
    while (node >= begin_[layer + 1]) ++layer;
    return layer;
  }

 private:
  [[nodiscard]] std::uint64_t evenly(std::size_t layer, Numbers& numbers) const {
    return begin_[layer] + numbers.below(begin_[layer + 1] - begin_[layer]);
  }
  std::array<std::uint64_t, 6> begin_;
  std::vector<Zipf> common_;
};

std::string curie(Layers const& layers, std::uint64_t node) {
  constexpr std::array<Words, 5> prefixes{"UBERON", "CHEBI", "NCBIGene", "GO", "HP"};
  std::string const digits = std::to_string(node + 1);
  std::string id{prefixes[layers.of(node)]};
  return id.append(":").append(digits.size() < 7 ? 7 - digits.size() : 0, '0').append(digits);
}

void write_kgx(std::uint64_t nodes, std::uint64_t edges, std::string const& prefix) {
  constexpr std::array<Words, 5> categories{"biolink:GrossAnatomicalStructure", "biolink:ChemicalEntity", "biolink:Gene",
                                            "biolink:BiologicalProcess", "biolink:PhenotypicFeature"};
  constexpr std::array<Words, 8> predicates{"biolink:affects", "biolink:causes",   "biolink:regulates",       "biolink:interacts_with",
                                            "biolink:treats",  "biolink:produces", "biolink:correlated_with", "biolink:contributes_to"};
  constexpr std::array<Words, 3> signs{"-1", "0", "1"};
  Numbers numbers;
  Layers const layers{nodes};
  Sink out = Sink::to_file(prefix + "nodes.tsv");
  out.write("id\tcategory\tname\n");
  for (std::uint64_t n = 0; n < nodes; ++n) {
    std::size_t const layer = layers.of(n);
    std::string const name = layer == 0 ? std::string{sources[n % 8]} : layer <= 2 ? gene(n) : process(n);
    out.print(curie(layers, n), "\t", categories[layer], "\t", name, " #", n, "\n");
  }
  out.close();
  out = Sink::to_file(prefix + "edges.tsv");
  out.write("id\tsubject\tpredicate\tobject\tsign\tconfidence\tpublications\tprimary_knowledge_source\n");
  for (std::uint64_t e = 0; e < edges; ++e) {
    auto const [subject, object] = layers.draw(numbers);
    out.print("E", e, "\t", curie(layers, subject), "\t", numbers.of(predicates), "\t", curie(layers, object), "\t", numbers.of(signs),
              "\t0.");
    std::uint64_t const thousandths = numbers.below(1000);
    out.print(thousandths < 100 ? "0" : "", thousandths < 10 ? "0" : "", thousandths, "\tPMID:", 20'000'000 + numbers.below(300'000));
    if (numbers.below(4) == 0) out.print("|PMID:", 20'000'000 + numbers.below(300'000));
    out.write("\tinfores:mechgraph\n");
  }
  out.close();
}

int run(std::vector<std::string> const& arguments) {
  auto const number = [&](std::size_t i) { return std::strtoull(arguments[i].c_str(), nullptr, 10); };
  if (arguments.size() == 3 && arguments[0] == "records") {
    write_records(number(1), arguments[2]);
  } else if (arguments.size() == 3 && arguments[0] == "forms") {
    write_forms(number(1), arguments[2]);
  } else if (arguments.size() == 4 && arguments[0] == "kgx" && number(1) >= 20) {
    write_kgx(number(1), number(2), arguments[3]);
  } else {
    std::fputs(usage, stderr);
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace mechgraph

int main(int argc, char** argv) {
  try {
    return mechgraph::run({argv + 1, argv + argc});
  } catch (mechgraph::Error const& error) {
    std::fprintf(stderr, "workload: %s\n", error.what());
    return 2;
  }
}
