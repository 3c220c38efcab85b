// Graph → bytes: what a format is.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/folder_sink.hpp"
#include "base/sink.hpp"
#include "exporters/theme.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// How much of each part of a graph a format holds: `kept` = can be read back, `joined` = there as text for reading, `lost` = not there.
enum class Fidelity { kept, joined, lost };

struct Fidelities {
  Fidelity witnesses, sign, basis, context, identifiers, text;
};

// `full`: edges with all that is known of them; `direct`: the plain signed triples alone.
enum class RdfForm { full, direct };

enum class GexfVersion { v1_3, v1_2 };

// Options that a format heeds; each names a member of ExportOptions.
namespace heeds {
inline constexpr unsigned rdf = 1;
inline constexpr unsigned theme = 2;
inline constexpr unsigned gexf = 4;
}  // namespace heeds

// What a user can ask of single formats; each reads its own members only.
struct ExportOptions {
  RdfForm rdf = RdfForm::full;
  Theme theme = Theme::light;
  GexfVersion gexf = GexfVersion::v1_3;
};

// One format: a file, or a folder of files. Exactly one of `write` and `write_folder` is there; it gives the same bytes for equal graphs,
// streams, and throws only what the sink throws.
struct Exporter {
  std::string_view name;       // "graphml": for -f
  std::string_view extension;  // ".graphml"; also of folders: ".neo4j"
  std::string_view summary;    // one line for `formats`
  Fidelities fidelity;
  void (*write)(Graph const&, ExportOptions const&, Sink&) = nullptr;
  void (*write_folder)(Graph const&, ExportOptions const&, FolderSink&) = nullptr;
  bool round_trip = false;                         // reading back what was written gives the same graph, byte for byte in every format
  std::string (*warning)(Graph const&) = nullptr;  // what this format's readers get wrong of this graph; empty where nothing
  unsigned heeded = 0;                             // of heeds
  bool is_drawn = false;                           // by another program, whose versions give other bytes

  [[nodiscard]] bool is_folder() const noexcept { return write_folder != nullptr; }
};

// All formats, in the order of formats.def.
std::span<Exporter const* const> exporters();
// By name, or nullptr.
Exporter const* find_exporter(std::string_view name);
// By the longest extension that ends the path, or nullptr. A folder's path may end in slashes; with one it is no file's.
Exporter const* exporter_for_path(std::string_view path);

}  // namespace mechgraph
