// The ids of a table's rows, to see when one comes again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

namespace mechgraph {

// Numbers that count up by one cost nothing, with the same words before them or none ("R7", "R8"); every other id costs 16 bytes or so: a
// 64-bit fingerprint. Two ids with one fingerprint (1 in 37,000 tables of a million ids) count as the same.
class SeenIds {
 public:
  // The id itself when it is new, else it with a number behind it that makes it new: "4 (2)", "4 (3)".
  std::string distinct(std::string_view id);

 private:
  bool add(std::string_view id);

  bool counts_ = false;
  std::string prefix_;  // of ids that count up, from first_ to last_
  std::uint64_t first_ = 0;
  std::uint64_t last_ = 0;
  tsl::robin_set<std::uint64_t> others_;
  tsl::robin_map<std::uint64_t, std::uint32_t> copies_;  // of ids that came again: how often so far
};

}  // namespace mechgraph
