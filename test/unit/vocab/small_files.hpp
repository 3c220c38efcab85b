// Small vocabulary files of our own words, one of each form, and what they are compiled to.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "base/sink.hpp"
#include "ontology/vocabulary.hpp"
#include "vocab/importer.hpp"
#include "vocab/vocabulary_builder.hpp"

namespace mechgraph {

// A folder that goes away with it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "mechgraph_vocab_XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;
  ~ScratchFolder() { std::filesystem::remove_all(path_); }

  // Writes a file and gives its path.
  [[nodiscard]] std::string file(std::string const& name, std::string const& bytes) const {
    std::string const path = path_ + '/' + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  [[nodiscard]] std::string path(std::string const& name) const { return path_ + '/' + name; }

 private:
  std::string path_;
};

inline constexpr char const* small_obo = R"(format-version: 1.2
data-version: 2026-01-02
ontology: small
property_value: terms:license https://example.org/free xsd:anyURI

[Term]
id: GO:1000001
name: widget turning
namespace: biological_process
alt_id: GO:1000009
synonym: "turning, of widgets" EXACT []
synonym: "widget rotation {fast}" NARROW [GOC:x]
synonym: "motion" BROAD []
synonym: "say \"turn\"" RELATED [] {comment="x ! y"}
xref: MESH:D000001 {source="x"} ! other name
is_a: GO:1000002 {is_inferred="true"} ! widget motion
relationship: part_of GO:1000003 ! widget life
relationship: regulates GO:1000002 ! widget motion
mystery_tag: kept out

[Term]
id: GO:1000002
name: widget motion
namespace: biological_process
is_a: GO:1000099 ! is in no file

[Term]
id: GO:1000003
name: widget life
namespace: biological_process

[Term]
id: GO:1000004
name: gadget turning
namespace: biological_process
is_obsolete: true
replaced_by: GO:1000001

[Term]
id: GO:1000005
name: gizmo turning
namespace: biological_process
is_obsolete: true

[Typedef]
id: part_of
name: part of
)";

// Imports texts (name, bytes) in this order and compiles them.
inline std::string compiled(std::initializer_list<std::pair<std::string, std::string>> files, VocabularyBuilder::Losses* losses = nullptr,
                            Diagnostics* findings = nullptr) {
  ScratchFolder const folder;
  auto const ontology = Ontology::builtin();
  VocabularyBuilder builder(*ontology);
  Diagnostics diagnostics;
  for (auto const& [name, bytes] : files) {
    import_vocabulary(folder.file(name, bytes), *ontology, builder, findings != nullptr ? *findings : diagnostics);
  }
  std::string made;
  Sink out = Sink::to_string(made);
  auto const lost = builder.write(out);
  out.flush();
  if (losses != nullptr) *losses = lost;
  return made;
}

inline std::shared_ptr<Vocabulary const> vocabulary_of(std::initializer_list<std::pair<std::string, std::string>> files) {
  return Vocabulary::from_bytes(compiled(files), "small.vocab");
}

}  // namespace mechgraph
