// --references.
#include "cli/given_references.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "cli/report.hpp"
#include "read/documents.hpp"
#include "read/input.hpp"
#include "read/quote.hpp"
#include "read/reference_list.hpp"

namespace mechgraph {
namespace {

bool has_open_reference(RecordTable const& table) {
  auto const is_open = [&](std::string_view reference) {
    return !std::ranges::binary_search(table.citations, reference, {}, &Citation::reference);
  };
  return std::ranges::any_of(table.records, [&](Record const& record) {
    return std::ranges::any_of(record.cells, [&](Cell const& cell) { return std::ranges::any_of(cell.references, is_open); });
  });
}

std::string name_of(Document const& document) {
  std::string const name = work_id({document.doi, document.pmid, document.pmcid});
  return name.empty() ? document.title : name;
}

}  // namespace

struct GivenReferences::List {
  References references;
};

GivenReferences::GivenReferences(std::string file, InputLimits const& limits, Report& report) : file_(std::move(file)) {
  std::optional<References> found;
  std::optional<Error> failure;
  auto const fail = [&](Error const& error) {
    if (!failure) failure = error;
  };
  DocumentTarget const target{[&](Input& input, Diagnostics& diagnostics) {
                                try {
                                  read_rest(input, diagnostics);
                                  References list = read_references(input, diagnostics);
                                  if (found) throw Error(file_, "holds several reference lists", "give that of one article");
                                  found = std::move(list);
                                } catch (Error const& error) {
                                  fail(error);
                                }
                                report.show(diagnostics);
                              },
                              [&](Error const& error, Diagnostics const&) { fail(error); }, [](Diagnostics const&, std::size_t) {}};
  for_each_document(file_, limits, target);
  if (failure) throw *failure;
  if (!found) throw Error(file_, "holds no reference list");
  list_ = std::make_unique<List const>(List{std::move(*found)});
}

GivenReferences::~GivenReferences() = default;

void GivenReferences::apply(RecordTable& table) {
  if (!has_open_reference(table)) return;
  std::string const name = name_of(table.document);
  if (document_.empty()) document_ = name;
  if (!name.empty() && name != document_) {
    throw Error("--references", "the list of one article is given, but tables of two cite works: " + document_ + " and " + name,
                "build each article with its own list, then build the graphs together");
  }
  Resolved resolved = resolve(table, list_->references);
  found_ += resolved.works;
  nameless_ += resolved.nameless;
  for (std::string& reference : resolved.unmatched) unmatched_.insert(std::move(reference));
}

void GivenReferences::report(Report& report) const {
  constexpr std::size_t most_listed = 5;
  Diagnostics diagnostics;
  std::uint32_t const input = diagnostics.add_input(file_);
  if (!unmatched_.empty()) {
    std::size_t const all = unmatched_.size() + found_ + nameless_;
    std::string text = std::to_string(unmatched_.size()) + " of " + std::to_string(all) + (all == 1 ? " citation " : " citations ") +
                       (unmatched_.size() == 1 ? "is" : "are") + " not in the list: ";
    std::size_t shown = 0;
    for (std::string const& reference : unmatched_) {
      if (shown == most_listed) break;
      text += (shown++ == 0 ? "" : ", ") + quoted(reference);
    }
    if (unmatched_.size() > most_listed) text += " and " + std::to_string(unmatched_.size() - most_listed) + " more";
    diagnostics.add({Severity::warning, Caret{input, 0, 0}, std::move(text), "check that it is the list of this article", ""});
  }
  if (nameless_ != 0) {
    diagnostics.add(
        {Severity::note, Caret{input, 0, 0},
         std::to_string(nameless_) + (nameless_ == 1 ? " citation is" : " citations are") + " in the list without a DOI, PMID or PMCID", "",
         ""});
  }
  report.show(diagnostics);
}

}  // namespace mechgraph
