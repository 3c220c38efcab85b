// The table of formats.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "exporters/exporter.hpp"
#include "unit/source_folder.hpp"

using namespace mechgraph;

namespace {

std::string format_of(std::string_view path) {
  Exporter const* const exporter = exporter_for_path(path);
  return exporter == nullptr ? "none" : std::string{exporter->name};
}

std::string_view word(Fidelity fidelity) {
  switch (fidelity) {
    case Fidelity::kept: return "kept";
    case Fidelity::joined: return "joined";
    case Fidelity::lost: return "lost";
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_format_has_a_name_an_extension_and_a_summary_of_its_own) {
  std::set<std::string_view> names, extensions, summaries;
  for (Exporter const* const exporter : exporters()) {
    names.insert(exporter->name);
    extensions.insert(exporter->extension);
    summaries.insert(exporter->summary);
    BOOST_TEST(find_exporter(exporter->name) == exporter);
    BOOST_TEST(exporter->extension.starts_with("."));
    BOOST_TEST(!exporter->summary.empty());
    BOOST_TEST(((exporter->write != nullptr) != (exporter->write_folder != nullptr)));
  }
  BOOST_TEST(names.size() == exporters().size());
  BOOST_TEST(extensions.size() == exporters().size());
  BOOST_TEST(summaries.size() == exporters().size());
}

BOOST_AUTO_TEST_CASE(a_path_names_its_format) {
  BOOST_TEST(format_of("out/graph.graphml") == "graphml");
  BOOST_TEST(format_of("graph.dot") == "dot");
  BOOST_TEST(format_of("graph.gv") == "dot");
  BOOST_TEST(format_of("a.b.nt") == "nt");
  BOOST_TEST(format_of("/x.nt/graph.jsonl") == "jsonl");
  BOOST_TEST(format_of("graph.txt") == "none");
  BOOST_TEST(format_of("graph") == "none");
  BOOST_TEST(format_of("graph.dot/") == "none");
  BOOST_TEST(format_of("") == "none");
}

BOOST_AUTO_TEST_CASE(an_unknown_name_is_no_format) { BOOST_TEST(find_exporter("xls") == nullptr); }

BOOST_AUTO_TEST_CASE(the_table_of_the_documentation_says_what_the_code_says) {
  std::ifstream in{source_folder() + "/docs/formats.md"};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  std::string table =
      "| format | extension | witnesses | sign | basis | context | identifiers | text | read back |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
  for (Exporter const* const exporter : exporters()) {
    Fidelities const& of = exporter->fidelity;
    table.append("| `").append(exporter->name).append("` | `").append(exporter->extension).append(exporter->is_folder() ? "/`" : "`");
    for (Fidelity const part : {of.witnesses, of.sign, of.basis, of.context, of.identifiers, of.text})
      table.append(" | ").append(word(part));
    table.append(exporter->round_trip ? " | the same |\n" : " | |\n");
  }
  BOOST_TEST((text.find(table + "\n") != std::string::npos), "docs/formats.md wants this table:\n" << table);
}
