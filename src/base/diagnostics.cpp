// What was noticed and survived.
#include "base/diagnostics.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace mechgraph {

std::uint32_t Diagnostics::add_input(std::string name) {
  inputs_.push_back(std::move(name));
  return static_cast<std::uint32_t>(inputs_.size() - 1);
}

std::string_view Diagnostics::input_name(std::uint32_t input) const {
  return input < inputs_.size() ? std::string_view{inputs_[input]} : std::string_view{};
}

void Diagnostics::add(Diagnostic diagnostic) {
  constexpr std::size_t most_kept = 10'000;
  if (items_.size() < most_kept) {
    items_.push_back(std::move(diagnostic));
  } else {
    ++not_kept_[static_cast<std::size_t>(diagnostic.severity)];
  }
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> sorted = items_;
  std::ranges::stable_sort(sorted, {}, &Diagnostic::caret);
  return sorted;
}

std::size_t Diagnostics::count(Severity at_least) const noexcept {
  auto count = static_cast<std::size_t>(std::ranges::count_if(items_, [&](Diagnostic const& item) { return item.severity >= at_least; }));
  for (std::size_t level = static_cast<std::size_t>(at_least); level < not_kept_.size(); ++level) count += not_kept_[level];
  return count;
}

std::string Diagnostics::place(Caret caret, std::string_view excerpt) const {
  std::string place{input_name(caret.input)};
  if (caret.line == 0) return place;
  place += ':' + std::to_string(caret.line);
  bool const column_known = caret.byte <= excerpt.size();
  if (column_known) place += ':' + std::to_string(count_code_points(excerpt.substr(0, caret.byte)) + 1);
  return place;
}

}  // namespace mechgraph
