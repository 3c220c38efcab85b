// SSSOM mapping tables: labels and cross-references.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "vocab/curies.hpp"
#include "vocab/importer.hpp"
#include "vocab/table_text.hpp"

namespace mechgraph {
namespace {

enum Column : std::size_t { subject_id, subject_label, predicate, object_id, object_label, column_count };
constexpr std::array<std::string_view, column_count> names{"subject_id", "subject_label", "predicate_id", "object_id", "object_label"};
constexpr std::size_t missing = static_cast<std::size_t>(-1);
constexpr std::array<std::string_view, 3> same_as{"skos:exactMatch", "owl:equivalentClass", "owl:sameAs"};

void read(VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics&) {
  std::array<std::size_t, column_count> columns{};
  auto const comment = [&](std::string_view text) {
    VocabularyInfo& info = builder.info();
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos) return;
    std::string_view const key = trim(text.substr(0, colon));
    std::string_view const value = trim(text.substr(colon + 1));
    if (key == "license") info.licence = value;
    if (key == "mapping_set_version") info.version = value;
    if (key == "mapping_set_id") info.name = value.substr(value.rfind('/') + 1);
  };
  auto const header = [&](TableLine const& line) {
    for (std::size_t i = 0; i < column_count; ++i) {
      auto const found = std::find(line.cells.begin(), line.cells.end(), names[i]);
      columns[i] = found == line.cells.end() ? missing : static_cast<std::size_t>(found - line.cells.begin());
    }
  };
  auto const row = [&](TableLine const& line) {
    auto const cell = [&](Column column) { return columns[column] < line.cells.size() ? line.cells[columns[column]] : std::string_view{}; };
    VocabularyEntry subject;
    VocabularyEntry object;
    subject.curie = curie_of(input.ontology, cell(subject_id));
    object.curie = curie_of(input.ontology, cell(object_id));
    if (subject.curie.empty() || object.curie.empty()) {
      throw Error(fmt::format("{}:{}", input.path, line.number), "subject_id or object_id is no identifier",
                  "both are CURIEs such as MONDO:0005015");
    }
    subject.label = cell(subject_label);
    object.label = cell(object_label);
    if (std::find(same_as.begin(), same_as.end(), cell(predicate)) != same_as.end()) {
      subject.xrefs.push_back(object.curie);
      object.xrefs.push_back(subject.curie);
    }
    if (!subject.label.empty()) builder.add(std::move(subject));
    if (!object.label.empty()) builder.add(std::move(object));
  };
  read_table_text(input.bytes, comment, header, row);
  if (builder.info().name.empty()) builder.info().name = builder.info().file;
}

}  // namespace

extern VocabularyImporter const sssom_importer;
VocabularyImporter const sssom_importer{"sssom", "an SSSOM table", true,
                                        [](std::string_view head) {
                                          auto const header = table_header(head);
                                          return std::find(header.begin(), header.end(), names[subject_id]) != header.end() &&
                                                 std::find(header.begin(), header.end(), names[object_id]) != header.end();
                                        },
                                        read};

}  // namespace mechgraph
