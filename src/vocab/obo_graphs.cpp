// OBO Graphs JSON.
#include <array>
#include <string>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/error.hpp"
#include "vocab/curies.hpp"
#include "vocab/importer.hpp"

namespace mechgraph {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

struct Scope {
  std::string_view predicate;
  FormScope scope;
};
constexpr std::array scopes{Scope{"hasExactSynonym", FormScope::exact}, Scope{"hasNarrowSynonym", FormScope::narrow},
                            Scope{"hasBroadSynonym", FormScope::broad}, Scope{"hasRelatedSynonym", FormScope::related}};

std::string_view text(element const& parent, char const* key) {
  std::string_view value;
  return parent[key].get(value) == simdjson::SUCCESS ? value : std::string_view{};
}

// The elements of a list member; none where there is no list.
template <class Take>
void each(element const& parent, char const* key, Take const& take) {
  array list;
  if (parent[key].get(list) != simdjson::SUCCESS) return;
  for (element const item : list) take(item);
}

class GraphReader {
 public:
  GraphReader(VocabularyInput const& input, VocabularyBuilder& builder) : input_(input), builder_(builder) {}

  void read() {
    simdjson::dom::parser parser;
    element document;
    if (auto const error = parser.parse(input_.bytes.data(), input_.bytes.size()).get(document); error != simdjson::SUCCESS) {
      throw Error(input_.path, std::string("is broken JSON: ") + simdjson::error_message(error), "check that this is the whole file");
    }
    each(document, "graphs", [&](element const& graph) { read_graph(graph); });
    if (builder_.info().name.empty()) builder_.info().name = builder_.info().file;
  }

 private:
  [[nodiscard]] std::string curie(std::string_view identifier) const { return curie_of(input_.ontology, identifier); }

  void read_graph(element const& graph) {
    VocabularyInfo& info = builder_.info();
    if (info.name.empty()) info.name = text(graph, "id").substr(text(graph, "id").rfind('/') + 1);
    element meta;
    if (graph["meta"].get(meta) == simdjson::SUCCESS) {
      if (info.version.empty()) info.version = text(meta, "version");
      each(meta, "basicPropertyValues", [&](element const& value) {
        if (text(value, "pred").ends_with("license")) info.licence = text(value, "val");
      });
      each(meta, "comments", [&](element const& comment) {
        std::string_view words;
        if (info.licence.empty() && comment.get(words) == simdjson::SUCCESS && words.find("licen") != std::string_view::npos)
          info.licence = words;
      });
    }
    tsl::robin_map<std::string, std::vector<std::pair<std::string, std::string>>> parents;
    each(graph, "edges", [&](element const& edge) {
      std::string relation(text(edge, "pred"));
      if (relation.ends_with("BFO_0000050")) relation = "part_of";
      auto const found = input_.ontology.find_relation(relation);
      if (!found || input_.ontology.relation(*found).relation_class != RelationClass::hierarchy) return;
      if (std::string parent = curie(text(edge, "obj")); !parent.empty()) {
        parents[curie(text(edge, "sub"))].emplace_back(std::move(relation), std::move(parent));
      }
    });
    each(graph, "nodes", [&](element const& node) {
      if (text(node, "type") != "CLASS" && !text(node, "type").empty()) return;
      VocabularyEntry entry;
      entry.curie = curie(text(node, "id"));
      if (entry.curie.empty()) return;
      entry.label = text(node, "lbl");
      if (element about; node["meta"].get(about) == simdjson::SUCCESS) read_meta(about, entry);
      if (auto const found = parents.find(entry.curie); found != parents.end()) entry.parents = found->second;
      if (!entry.label.empty()) builder_.add(std::move(entry));
    });
  }

  void read_meta(element const& meta, VocabularyEntry& entry) const {
    bool deprecated = false;
    if (meta["deprecated"].get(deprecated) == simdjson::SUCCESS) entry.obsolete = deprecated;
    each(meta, "synonyms", [&](element const& synonym) {
      FormScope scope = FormScope::related;
      for (Scope const& known : scopes) {
        if (text(synonym, "pred") == known.predicate) scope = known.scope;
      }
      entry.forms.push_back({std::string(text(synonym, "val")), scope, false});
    });
    each(meta, "xrefs", [&](element const& xref) {
      if (std::string value = curie(text(xref, "val")); !value.empty()) entry.xrefs.push_back(std::move(value));
    });
    each(meta, "basicPropertyValues", [&](element const& value) {
      std::string_view const predicate = text(value, "pred");
      if (predicate.ends_with("IAO_0100001")) entry.replaced_by = curie(text(value, "val"));
      if (predicate.ends_with("hasAlternativeId")) {
        if (std::string other = curie(text(value, "val")); !other.empty()) entry.alternatives.push_back(std::move(other));
      }
      if (predicate.ends_with("hasOBONamespace")) entry.space = text(value, "val");
    });
  }

  VocabularyInput const& input_;
  VocabularyBuilder& builder_;
};

}  // namespace

extern VocabularyImporter const obo_graphs_importer;
VocabularyImporter const obo_graphs_importer{
    "obo_graphs", "OBO Graphs JSON", true,
    [](std::string_view head) {
      return head.find_first_not_of(" \t\r\n") != std::string_view::npos && head[head.find_first_not_of(" \t\r\n")] == '{' &&
             head.find("\"graphs\"") != std::string_view::npos;
    },
    [](VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics&) { GraphReader(input, builder).read(); }};

}  // namespace mechgraph
