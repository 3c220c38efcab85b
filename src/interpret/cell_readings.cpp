// Cells taken apart once, however often they are asked for.
#include "interpret/cell_readings.hpp"

#include <algorithm>

namespace mechgraph {

constexpr std::size_t most_kept = 4096;  // texts of columns, some kilobytes each

void CellReadings::begin_row(Abbreviations const& abbreviations, bool own) {
  abbreviations_ = &abbreviations;
  own_ = own;
  of_row_.clear();
  free_.clear();
  if (of_table_.size() > most_kept) of_table_.clear();
}

CellReadings::Entry& CellReadings::entry(std::string_view text) {
  Entries& entries = own_ ? of_row_ : of_table_;
  if (auto const found = entries.find(text); found != entries.end()) return *found->second;
  auto made = std::unique_ptr<Entry>(new Entry{std::string(text), Reading{{}, FoldedText{{}}}, std::nullopt});
  made->reading = read(made->text);
  std::string_view const key = made->text;
  return *entries.emplace(key, std::move(made)).first->second;
}

std::vector<NamedPreparation> const& CellReadings::preparations(std::string_view text) {
  Entry& of_text = entry(text);
  if (!of_text.named) of_text.named = find_preparations(of_text.reading, *lexicon_, *grammar_);
  return *of_text.named;
}

std::vector<Reading>::iterator CellReadings::find_free(std::string_view text) {
  return std::find_if(free_.begin(), free_.end(),
                      [&](Reading const& reading) { return reading.text.data() == text.data() && reading.text.size() == text.size(); });
}

Reading const& CellReadings::free_text(std::string_view text) {
  if (auto const found = find_free(text); found != free_.end()) return *found;
  return free_.emplace_back(read(text));
}

Reading CellReadings::take(std::string_view text) {
  auto const found = find_free(text);
  if (found == free_.end()) return read(text);
  Reading taken = std::move(*found);
  free_.erase(found);
  return taken;
}

}  // namespace mechgraph
