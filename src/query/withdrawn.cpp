// Words for where claims come from → witnesses.
#include "query/withdrawn.hpp"

#include <map>
#include <utility>

namespace mechgraph {
namespace {

// "107" of "DOI:10.1/x#107"; empty for the identifier of a publication.
std::string_view printed(std::string_view reference) {
  std::size_t const at = reference.rfind('#');
  return at == std::string_view::npos ? std::string_view{} : reference.substr(at + 1);
}

}  // namespace

bool Withdrawn::is_named(std::string_view word) {
  if (word.empty()) return false;
  auto const found = words_.find(word);
  if (found == words_.end()) return false;
  used_.insert(*found);
  return true;
}

Withdrawn::Withdrawn(Graph const& graph, std::span<std::string const> words)
    : words_(words.begin(), words.end()), gone_(graph.witness_count()) {
  std::map<std::string_view, bool> known;  // references, and whether they go
  auto const is_publication_named = [this](std::string_view doi, std::string_view pmid, std::string_view pmcid) {
    bool named = false;
    for (auto const& [prefix, id] : {std::pair{"DOI:", doi}, std::pair{"PMID:", pmid}, std::pair{"PMCID:", pmcid}}) {
      if (id.empty()) continue;
      named = is_named(prefix + std::string{id}) || named;
      named = is_named(id) || named;
    }
    return named;
  };
  for (RecordId const r : graph.records()) {
    RecordView const record = graph.record(r);
    DocumentView const document = graph.document(record.document);
    std::string const row = "row " + std::string{record.id};
    std::string const where = std::string{record.table} + ", " + row;
    bool record_goes = is_publication_named(document.doi, document.pmid, document.pmcid);
    for (std::string const& name : {std::string{document.id}, row, where, std::string{document.id} + ", " + where}) {
      record_goes = is_named(name) || record_goes;
    }
    for (WitnessId const w : graph.witnesses(r)) {
      auto const references = graph.references(w);
      std::size_t taken = 0;
      for (std::string_view const reference : references) {
        auto const [place, is_new] = known.try_emplace(reference, false);
        if (is_new) {
          bool named = is_named(reference);
          named = is_named(printed(reference)) || named;
          for (CitedWork const& work : graph.cited(reference)) named = is_publication_named(work.doi, work.pmid, work.pmcid) || named;
          place->second = named;
          if (named) references_.emplace(reference);
        }
        if (place->second) ++taken;
      }
      gone_[index(w)] = record_goes || (taken > 0 && taken == static_cast<std::size_t>(references.size()));
    }
  }
  for (std::string const& word : words) {
    if (!used_.contains(word)) unknown_.push_back(word);
  }
}

}  // namespace mechgraph
