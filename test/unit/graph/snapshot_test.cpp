// Snapshots: what was written comes back, and what is damaged gives a message.
#include "graph/snapshot.hpp"

#include <boost/test/unit_test.hpp>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "graph/extract.hpp"
#include "query/contradictions.hpp"
#include "query/difference.hpp"
#include "query/incoherent.hpp"
#include "query/paths.hpp"
#include "query/reliance.hpp"
#include "query/summary.hpp"
#include "query/terms.hpp"
#include "query/unresolved.hpp"
#include "query/violations.hpp"
#include "unit/exporters/nasty_graph.hpp"
#include "unit/exporters/sample_graph.hpp"

using namespace mechgraph;

namespace {

using Check = Snapshot::Check;

constexpr std::size_t head_size = 64;
constexpr std::size_t place_size = 32;
constexpr std::size_t checksum_at = 40;

std::string snapshot_of(Graph const& graph) { return exported(graph, "mgraph"); }

Graph opened(std::string bytes, Check check = Check::used, std::shared_ptr<Ontology const> const& ontology = Ontology::builtin()) {
  return Snapshot::from_bytes(std::move(bytes), "g.mgraph", ontology, check);
}

std::string refusal(std::string const& bytes, Check check = Check::used) {
  try {
    opened(bytes, check);
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + "; " + error.hint();
  }
  return "opened";
}

template <class Number>
Number number_at(std::string const& bytes, std::size_t at) {
  Number number{};
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

template <class Number>
void set_number(std::string& bytes, std::size_t at, Number number) {
  std::memcpy(bytes.data() + at, &number, sizeof number);
}

std::size_t places_end(std::string const& bytes) { return head_size + number_at<std::uint32_t>(bytes, 16) * place_size; }

// With a right checksum of the head, as one who means ill would write it.
std::string signed_anew(std::string bytes) {
  set_number<std::uint64_t>(bytes, checksum_at, 0);
  set_number(bytes, checksum_at, checksum(bytes.substr(0, places_end(bytes))));
  return bytes;
}

// Asks everything; what is damaged may throw Error and nothing else.
void ask(Graph const& graph, bool thoroughly) {
  std::vector<std::function<void()>> const questions{
      [&] { exported(graph, "jsonl"); },
      [&] { exported(graph, "graphml"); },
      [&] { extract(graph); },
      [&] {
        PathQuery query;
        query.from = resolve_ends(graph, "source");
        query.to = resolve_ends(graph, "outcome");
        find_paths(graph, query);
      },
      [&] { resolve_ends(graph, "acute liver failure"); },
      [&] {
        for (EdgeId const e : graph.edges()) static_cast<void>(graph.basis(e));
        for (WitnessId const w : graph.witnesses()) static_cast<void>(graph.works(w));
      },
      [&] {
        for (Exporter const* const exporter : exporters()) {
          if (exporter->is_drawn) continue;
          if (!exporter->is_folder()) exported(graph, exporter->name);
        }
      },
      [&] { exported_folder(graph, "kgx"); },
      [&] { contradictions(graph); },
      [&] { difference(graph, graph); },
      [&] { find_disagreements(graph); },
      [&] { reliance(graph); },
      [&] { summarise(graph); },
      [&] { unresolved_words(graph); },
      [&] { violations(graph); },
      [&] { find_terms(graph, "nlrp"); },
  };
  for (std::size_t i = 0; i < (thoroughly ? questions.size() : 6); ++i) {
    try {
      questions[i]();
    } catch (Error const& error) {
      BOOST_TEST(error.place() == "g.mgraph");
    }
  }
}

void open_and_ask(std::string const& bytes, bool thoroughly) {
  try {
    Graph const graph = opened(bytes);
    ask(graph, thoroughly);
  } catch (Error const& error) {
    BOOST_TEST(error.place() == "g.mgraph");
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_was_written_comes_back_in_every_format) {
  std::vector<Graph> graphs;
  graphs.push_back(sample_graph());
  graphs.push_back(nasty_graph(nasty_labels()));
  graphs.push_back(PartMaker{}.graph());
  for (Graph const& graph : graphs) {
    Graph const again = opened(snapshot_of(graph), Check::all);
    for (Exporter const* const exporter : exporters())
      if (!exporter->is_drawn) BOOST_TEST((exported(again, exporter->name) == exported(graph, exporter->name)), exporter->name);
  }
}

BOOST_AUTO_TEST_CASE(a_file_is_mapped_and_answers_after_it_is_gone) {
  std::string const path = "snapshot_test.mgraph";
  std::ofstream{path, std::ios::binary} << snapshot_of(sample_graph());
  Graph const graph = Snapshot::open(path, Ontology::builtin(), Check::all);
  std::remove(path.c_str());
  BOOST_TEST((exported(graph, "jsonl") == exported(sample_graph(), "jsonl")));
  BOOST_CHECK_THROW(Snapshot::open(path, Ontology::builtin(), Check::all), Error);
}

BOOST_AUTO_TEST_CASE(a_snapshot_of_another_ontology_is_merged_anew) {
  std::string terms;
  for (std::string_view const line : {"key\ttype\tpreferred_label\tshort_label\tcurie\tmatch\tvalence\txrefs\tnote",
                                      "nlrp3\tGene\tanother name\t\tNCBIGene:114548\texact\t\t\t"})
    terms.append(line).append("\n");
  auto const other = Ontology::from_tables({{"terms", terms},
                                            {"synonyms", "form\tkey\tinverse\nNLRP3\tnlrp3\t0\n"},
                                            {"hierarchy", "child\trelation\tparent\tsource\n"},
                                            {"ambiguous", "form\tcandidates\tfallback\trule\n"}});
  BOOST_TEST(other->fingerprint() != Ontology::builtin()->fingerprint());
  Graph const graph = sample_graph();
  GraphBuilder builder{other};
  builder.merge(graph);
  Graph const merged = std::move(builder).freeze();
  Graph const again = opened(snapshot_of(graph), Check::used, other);
  BOOST_TEST((again.node(*again.find("NCBIGene:114548")).label == "another name"));
  BOOST_TEST((exported(again, "jsonl") == exported(merged, "jsonl")));
}

BOOST_AUTO_TEST_CASE(what_is_no_whole_snapshot_is_refused) {
  std::string const bytes = snapshot_of(sample_graph());
  BOOST_TEST(refusal("a table\n") == "g.mgraph: is no snapshot of a graph; 'mechgraph formats' lists what can be read");
  for (std::size_t const size : {std::size_t{20}, head_size, head_size + 100, places_end(bytes), bytes.size() / 2, bytes.size() - 1})
    BOOST_TEST(refusal(bytes.substr(0, size)) == "g.mgraph: is cut off; make it again from its inputs", "at " << size);
  BOOST_TEST(refusal(bytes + "x") == "g.mgraph: is damaged: it is longer than its head says; make it again from its inputs");
  std::string later = bytes;
  set_number<std::uint32_t>(later, 12, 77);
  BOOST_TEST(
      refusal(later) ==
      "g.mgraph: is a snapshot of version 77, and this program reads version 2; make it again with this program, or take one that fits");
  std::string turned = bytes;
  turned[head_size + 3] ^= 1;
  BOOST_TEST(refusal(turned) == "g.mgraph: is damaged: its head; make it again from its inputs");
}

BOOST_AUTO_TEST_CASE(a_turned_bit_is_found_when_checksums_are_compared) {
  std::string const bytes = snapshot_of(sample_graph());
  for (std::size_t place = head_size; place < places_end(bytes); place += place_size) {
    if (number_at<std::uint64_t>(bytes, place + 8) == 0) continue;
    std::string turned = bytes;
    turned[number_at<std::uint64_t>(bytes, place)] ^= 4;
    BOOST_TEST(refusal(turned) == "opened");
    BOOST_TEST(refusal(turned, Check::all) == "g.mgraph: is damaged: its checksum is wrong; make it again from its inputs");
  }
}

BOOST_AUTO_TEST_CASE(places_that_lead_elsewhere_are_refused_although_the_head_is_signed) {
  std::string const bytes = snapshot_of(sample_graph());
  for (std::size_t place = head_size; place < places_end(bytes); place += place_size) {
    for (std::uint64_t const number :
         {std::uint64_t{0}, std::uint64_t{64}, std::uint64_t{bytes.size()}, ~std::uint64_t{0}, ~std::uint64_t{63}}) {
      for (std::size_t const field : {std::size_t{0}, std::size_t{8}}) {
        if (number_at<std::uint64_t>(bytes, place + field) == number) continue;
        std::string other = bytes;
        set_number(other, place + field, number);
        open_and_ask(signed_anew(other), false);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(no_number_leads_astray) {
  std::string const bytes = snapshot_of(sample_graph());
  std::size_t seen = 0;
  for (std::size_t at = places_end(bytes); at + 4 <= bytes.size(); at += 4) {
    if (number_at<std::uint32_t>(bytes, at) == 0 && at % 16 != 0) continue;  // most are padding
    std::uint32_t const other = seen % 3 == 0 ? 0xFFFFFFFFU : seen % 3 == 1 ? number_at<std::uint32_t>(bytes, at) + 1 : 0x01010101U;
    std::string turned = bytes;
    set_number(turned, at, other);
    open_and_ask(turned, ++seen % 8 == 0);
  }
  BOOST_TEST(seen > 100U);
}
