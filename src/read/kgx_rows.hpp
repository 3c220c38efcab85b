// Nodes and edges of KGX, from whichever of its forms → rows of parts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <tsl/robin_map.h>

#include "domain/graph_part.hpp"
#include "read/json_members.hpp"
#include "read/reader.hpp"

namespace mechgraph {

// The slots of one node or edge by name, each value of a list on its own; empty values are absent.
using KgxSlots = std::span<std::pair<std::string_view, std::string_view> const>;

// A node keeps its name as label and as attribute, its categories and all other slots as attributes. An edge becomes one witness: its
// record is `record`, else its `id`, else its number; its document the primary knowledge source, else what the options say, else the
// content of the input; its references the publications; its words the supporting text; all that has no other place qualifies it under its
// own name. So two lines are two witnesses, be they equal but for their id.
class KgxRows {
 public:
  // All must outlive it.
  KgxRows(Input const& input, ReadOptions const& options, ReadTarget const& target);

  // Throw LineFault, and add nothing then. Linear in the slots.
  void node(KgxSlots slots);
  void edge(KgxSlots slots);

  // What is left. Parts are handed out on the way, so that memory does not grow with the input.
  void hand_out();

  // Nodes and edges so far.
  [[nodiscard]] std::size_t used() const noexcept { return used_; }

 private:
  StringId text(std::string_view view) { return part_.strings.intern(view); }
  std::uint32_t end(std::string_view id);
  std::uint32_t document(std::string_view source);
  void count();

  Input const& input_;
  ReadOptions const& options_;
  ReadTarget const& target_;
  GraphPart part_;
  tsl::robin_map<StringId, std::uint32_t> rows_;  // nodes of the part
  std::string own_document_;                      // of edges that name no source, once it is needed
  std::size_t in_part_ = 0;
  std::size_t used_ = 0;
  std::size_t edges_ = 0;
};

}  // namespace mechgraph
