// Forms by role.
#include "interpret/role_lexicon.hpp"

#include <optional>

namespace mechgraph {
namespace {

std::optional<Kind> kind_of(Role role) {
  switch (role) {
    case Role::source: return Kind::source;
    case Role::model: return Kind::model;
    case Role::intervention: return Kind::derivative;
    default: return std::nullopt;
  }
}

}  // namespace

std::function<std::size_t(Role, std::string_view)> longest_form(std::shared_ptr<Lexicon const> lexicon) {
  return [lexicon = std::move(lexicon)](Role role, std::string_view text) -> std::size_t {
    auto const kind = kind_of(role);
    if (!kind) return 0;
    // A name is short; a cell that begins a line may be long.
    constexpr std::size_t longest_name = 200;
    FoldedText const folded(text.substr(0, longest_name));
    if (folded.size() == 0) return 0;
    auto const is_kind = [&](TermId term) { return lexicon->ontology().kind(term) == *kind; };
    auto const first = lexicon->longest_if(folded, 0, is_kind);
    if (!first) return 0;
    std::size_t end = first->tokens;
    while (end < folded.size()) {
      bool const hyphen = folded[end].hyphen;
      std::size_t const next = folded.cased(end) == "/" ? end + 1 : end;
      if ((!hyphen && next == end) || next >= folded.size()) break;
      auto const more = lexicon->longest_if(folded, next, is_kind);
      if (!more) break;
      end = next + more->tokens;
    }
    return folded[end - 1].span.end;
  };
}

}  // namespace mechgraph
