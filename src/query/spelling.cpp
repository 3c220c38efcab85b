// How far apart two spellings are.
#include "query/spelling.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mechgraph {

std::optional<std::size_t> spelling_distance(std::string_view a, std::string_view b, std::size_t most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return std::nullopt;
  std::size_t const far = most + 1;
  std::vector<std::size_t> row(b.size() + 1), next(b.size() + 1, far);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = std::min(j, far);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t const first = i > most ? i - most : 1, last = std::min(b.size(), i + most);
    next[first - 1] = first == 1 ? std::min(i, far) : far;
    for (std::size_t j = first; j <= last; ++j) {
      std::size_t const changed = row[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      next[j] = std::min({changed, row[j] + 1, next[j - 1] + 1, far});
    }
    if (last < b.size()) next[last + 1] = far;
    std::swap(row, next);
  }
  return row[b.size()] <= most ? std::optional{row[b.size()]} : std::nullopt;
}

}  // namespace mechgraph
