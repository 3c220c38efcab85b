// Unresolved words by frequency, with what may have been meant.
#include "query/unresolved.hpp"

#include <algorithm>
#include <tuple>

#include "ontology/fold.hpp"
#include "query/spelling.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t longest = 64;  // bytes of folded words: longer ones are phrases
constexpr std::size_t offered = 3;

// The folded names of the ontology's terms, by length.
class TermNames {
 public:
  explicit TermNames(Ontology const& ontology) : by_length_(2 * longest) {
    for (Term const& term : ontology.terms()) {
      add(term.label);
      add(term.ontology_label);
    }
    for (Synonym const& synonym : ontology.synonyms()) add(synonym.form);
  }

  [[nodiscard]] std::vector<std::string_view> near(std::string_view words) const {
    std::string const wanted = folded_form(words);
    if (wanted.empty() || wanted.size() > longest) return {};
    std::size_t const most = std::max<std::size_t>(1, wanted.size() / 4);
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (std::size_t length = wanted.size() - std::min(wanted.size(), most); length <= wanted.size() + most; ++length) {
      for (Name const& name : by_length_[length]) {
        if (auto const far = spelling_distance(name.folded, wanted, most)) found.emplace_back(*far, name.text);
      }
    }
    std::ranges::sort(found);
    std::vector<std::string_view> texts;
    for (auto const& [far, text] : found) {
      if (texts.size() == offered) break;
      if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
    }
    return texts;
  }

 private:
  struct Name {
    std::string folded;
    std::string_view text;
  };
  void add(std::string_view text) {
    std::string folded = folded_form(text);
    if (!folded.empty() && folded.size() < by_length_.size()) by_length_[folded.size()].push_back({std::move(folded), text});
  }

  std::vector<std::vector<Name>> by_length_;
};

}  // namespace

UnresolvedAnswer unresolved_words(Graph const& graph, std::size_t most) {
  UnresolvedAnswer answer;
  for (NodeId const n : graph.nodes()) {
    if (!graph.node(n).has(NodeFlag::unresolved)) continue;
    std::size_t witnesses = 0;
    for (EdgeId const e : graph.out(n)) witnesses += graph.witnesses(e).size();
    for (EdgeId const e : graph.in(n)) witnesses += graph.witnesses(e).size();
    answer.words.push_back({n, witnesses, {}});
  }
  std::ranges::stable_sort(answer.words, [](auto const& a, auto const& b) { return a.witnesses > b.witnesses; });
  answer.searched = std::min(most, answer.words.size());
  if (answer.searched == 0) return answer;
  TermNames const names{graph.ontology()};
  for (std::size_t i = 0; i < answer.searched; ++i) answer.words[i].near = names.near(graph.node(answer.words[i].node).label);
  return answer;
}

}  // namespace mechgraph
