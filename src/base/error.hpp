// What can not go on: unreadable input, unwritable output, a broken ontology, wrong usage.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace mechgraph {

// A failure that ends the work at hand. `what()` is the message without its place; `place` is what stands before it
// ("records.tsv:3:7" or "out/graph.dot", empty when there is none) and `hint` what the user can do (empty when the message says it).
class Error : public std::runtime_error {
 public:
  Error(std::string place, std::string const& message, std::string hint = {})
      : std::runtime_error(message), place_(std::move(place)), hint_(std::move(hint)) {}

  [[nodiscard]] std::string const& place() const noexcept { return place_; }
  [[nodiscard]] std::string const& hint() const noexcept { return hint_; }

 private:
  std::string place_;
  std::string hint_;
};

}  // namespace mechgraph
