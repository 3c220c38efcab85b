// What was noticed and survived: collected here, printed only by the command line.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/caret.hpp"

namespace mechgraph {

enum class Severity : std::uint8_t { note, warning, error };

// One finding. `excerpt` is the line of input that the caret points into (empty when there is none), so that a message can show it
// after the input is gone.
struct Diagnostic {
  Severity severity = Severity::warning;
  Caret caret;
  std::string message;
  std::string hint;
  std::string excerpt;
};

// Findings of a run, and the names of its inputs. Not thread-safe: one per thread, joined in input order.
class Diagnostics {
 public:
  // Registers an input and gives its number; the same name twice gives two numbers.
  std::uint32_t add_input(std::string name);
  // The name that add_input was given; "" for an unknown number.
  [[nodiscard]] std::string_view input_name(std::uint32_t input) const;

  // The first 10,000 are kept, the others only counted: a long input with a fault in every row must not fill the memory.
  void add(Diagnostic diagnostic);

  // In order of (input, line, byte); findings at one place keep the order in which they came.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;
  [[nodiscard]] bool empty() const noexcept { return items_.empty(); }
  // Those that were only counted.
  [[nodiscard]] std::size_t not_kept(Severity severity) const noexcept { return not_kept_[static_cast<std::size_t>(severity)]; }
  [[nodiscard]] std::size_t count(Severity at_least) const noexcept;

  // "name:line:column" of a caret, columns counted in code points from 1; line and column left out where unknown.
  [[nodiscard]] std::string place(Caret caret, std::string_view excerpt) const;

 private:
  std::vector<std::string> inputs_;
  std::vector<Diagnostic> items_;
  std::array<std::size_t, 3> not_kept_{};
};

}  // namespace mechgraph
