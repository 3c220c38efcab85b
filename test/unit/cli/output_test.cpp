// Outputs of a run: all or none.
#include "cli/output.hpp"

#include <unistd.h>

#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "cli/options.hpp"
#include "graph/builder.hpp"

using namespace mechgraph;

namespace {

struct Scratch {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("mechgraph-output-" + std::to_string(::getpid()));
  Scratch() { std::filesystem::create_directories(path); }
  ~Scratch() { std::filesystem::remove_all(path); }
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;
  [[nodiscard]] std::string file(std::string_view name) const { return (path / name).string(); }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path}, std::filesystem::directory_iterator{}));
  }
};

std::string refusal(std::vector<std::string> outputs, std::string format) {
  Options options;
  options.outputs = std::move(outputs);
  options.format = std::move(format);
  try {
    open_outputs(options);
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + "; " + error.hint();
  }
  return "accepted";
}

Graph empty_graph() { return GraphBuilder{Ontology::builtin()}.freeze(); }

}  // namespace

BOOST_AUTO_TEST_CASE(the_ending_or_the_format_option_tells_the_format) {
  Scratch const scratch;
  Options options;
  options.outputs = {scratch.file("a.graphml"), scratch.file("b.dot")};
  auto const outputs = open_outputs(options);
  BOOST_TEST(outputs[0].exporter->name == "graphml");
  BOOST_TEST(outputs[1].exporter->name == "dot");
  options.format = "nt";
  options.outputs = {scratch.file("c.dot")};
  BOOST_TEST(open_outputs(options)[0].exporter->name == "nt");
}

BOOST_AUTO_TEST_CASE(wrong_outputs_are_refused_with_what_to_do) {
  Scratch const scratch;
  BOOST_TEST(refusal({}, "") == ": no output is asked for; add -o FILE, or -f FORMAT for standard output");
  BOOST_TEST(refusal({}, "grapml") == ": there is no format 'grapml'; did you mean graphml?");
  BOOST_TEST(refusal({"-"}, "").starts_with(
      ": the format for standard output is not said; add -f with one of mgraph, graphml, graphml-yed, gexf, dot, "));
  BOOST_TEST(refusal({"graph.xyz"}, "")
                 .starts_with("graph.xyz: no format has this ending; add -f with one of mgraph, graphml, graphml-yed, gexf, dot, "));
  std::string const twice = scratch.file("a.dot");
  BOOST_TEST(refusal({twice, twice}, "") == twice + ": is asked for twice; ");
  BOOST_TEST(refusal({"graph.dot/"}, "dot") == "graph.dot/: is a folder, and dot is one file; name a file inside it");
  BOOST_TEST(refusal({"graph.dot/"}, "")
                 .starts_with("graph.dot/: no format has this ending; add -f with one of mgraph, graphml, graphml-yed, gexf, dot, "));
}

BOOST_AUTO_TEST_CASE(direct_rdf_wants_a_format_of_rdf) {
  Scratch const scratch;
  Options options;
  options.outputs = {scratch.file("a.dot")};
  options.exporting.rdf = RdfForm::direct;
  try {
    open_outputs(options);
    BOOST_FAIL("is taken");
  } catch (Error const& error) {
    BOOST_TEST(error.place() + ": " + error.what() == "--rdf: no output is RDF");
    BOOST_TEST(error.hint() == "the formats of RDF are nt, nq, ttl, trig, jsonld");
  }
  options.outputs.push_back(scratch.file("a.ttl"));
  BOOST_TEST(open_outputs(options).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_refused_or_abandoned_run_leaves_no_file) {
  Scratch const scratch;
  refusal({scratch.file("a.dot"), scratch.file("missing/b.dot")}, "");
  BOOST_TEST(scratch.files() == 0U);
  {
    Options options;
    options.outputs = {scratch.file("a.dot"), "/dev/full"};
    options.format = "dot";
    auto outputs = open_outputs(options);
    BOOST_CHECK_THROW(write_outputs(outputs, empty_graph(), {}), Error);
  }
  BOOST_TEST(scratch.files() == 0U);
}

BOOST_AUTO_TEST_CASE(a_run_that_is_done_leaves_every_file_whole) {
  Scratch const scratch;
  Options options;
  options.outputs = {scratch.file("a.dot"), scratch.file("b.graphml")};
  auto outputs = open_outputs(options);
  write_outputs(outputs, empty_graph(), {});
  BOOST_TEST(scratch.files() == 2U);
  BOOST_TEST(std::filesystem::file_size(scratch.file("a.dot")) > 0U);
  BOOST_TEST(std::filesystem::file_size(scratch.file("b.graphml")) > 0U);
}
