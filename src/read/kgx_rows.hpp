// Nodes and edges of KGX, from whichever of its forms → rows of parts.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/string_pool.hpp"
#include "domain/graph_part.hpp"
#include "read/json_members.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// What a slot is to us.
enum class KgxName : std::uint8_t {
  subject,
  object,
  predicate,  // from here on what decides the sense of the predicate, in the order of kgx_names
  original_predicate,
  qualified_predicate,
  subject_direction,
  object_direction,
  object_aspect,
  record,
  id,
  source,
  negated,
  basis,
  level,
  confidence,  // the last of those that an edge has once; more of them are kept as other slots
  name,
  category,
  publications,
  words,
  sign,
  other,
};
KgxName kgx_name(std::string_view slot);

// A slot of one node or edge, each value of a list on its own; empty values are absent.
struct KgxValue {
  KgxName name = KgxName::other;
  std::string_view printed;  // name
  std::string_view value;
};

// A node keeps its name as label and as attribute, its categories and all other slots as attributes. An edge becomes one witness: its
// record is `record`, else its `id`, else its number; its document the primary knowledge source, else what the options say, else the
// content of the input; its references the publications; its words the supporting text; all that has no other place qualifies it under its
// own name. So two lines are two witnesses, be they equal but for their id.
class KgxRows {
 public:
  // All must outlive it. `content_digest` is asked at most once: where no edge above names a source, nor the options a document.
  KgxRows(ReadOptions const& options, ReadTarget const& target, std::function<std::string()> content_digest);

  // Throw LineFault, and add nothing then. Linear in the slots.
  void node(std::span<KgxValue const> slots);
  void edge(std::span<KgxValue const> slots);

  // What is left. Parts are handed out on the way, so that memory does not grow with the input.
  void hand_out();

  // Nodes and edges so far.
  [[nodiscard]] std::size_t used() const noexcept { return used_; }

 private:
  struct Meaning {
    std::string relation;
    std::int8_t sign = 0;
    bool whole = false;
    std::uint32_t part = 0;  // for which `text` holds
    StringId text{};
  };

  StringId text(std::string_view view) { return part_.strings.intern(view); }
  StringId text(KgxName name);
  std::uint32_t& row_of(StringId node);
  std::uint32_t end(std::string_view id);
  std::uint32_t document(std::string_view source);
  Meaning& meaning(ForeignPredicate const& predicate);
  void count();

  ReadOptions const& options_;
  ReadTarget const& target_;
  std::function<std::string()> content_digest_;
  GraphPart part_;
  std::vector<std::uint32_t> rows_;   // of the part's nodes, by their ids
  std::string own_document_;          // of edges that name no source, once it is needed
  StringPool sayings_;                // predicates with all that decides their sense
  std::vector<Meaning> meanings_;     // of sayings
  std::array<StringId, 21> names_{};  // of the part, by KgxName; those of no name where none is
  std::string source_;                // of the last of the part's documents, empty where it names none
  std::uint32_t part_number_ = 1;
  std::string saying_, words_;  // of the edge at hand
  std::vector<KgxValue> rest_;  // likewise
  std::size_t in_part_ = 0;
  std::size_t used_ = 0;
  std::size_t edges_ = 0;
};

}  // namespace mechgraph
