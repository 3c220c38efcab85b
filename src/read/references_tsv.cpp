// A reference list as a table: cells parted by tabs, a header line of column names.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"
#include "read/reference_list.hpp"

namespace mechgraph {
namespace {

enum class Column : std::uint8_t { key, doi, pmid, pmcid, author, year, other };

constexpr std::array<std::pair<std::string_view, Column>, 24> columns{{{"number", Column::key},     {"no", Column::key},
                                                                       {"no.", Column::key},        {"nr", Column::key},
                                                                       {"#", Column::key},          {"ref", Column::key},
                                                                       {"ref.", Column::key},       {"reference", Column::key},
                                                                       {"label", Column::key},      {"key", Column::key},
                                                                       {"id", Column::key},         {"citation", Column::key},
                                                                       {"doi", Column::doi},        {"pmid", Column::pmid},
                                                                       {"pubmed", Column::pmid},    {"pubmed id", Column::pmid},
                                                                       {"pmcid", Column::pmcid},    {"pmc", Column::pmcid},
                                                                       {"pmc id", Column::pmcid},   {"author", Column::author},
                                                                       {"authors", Column::author}, {"first author", Column::author},
                                                                       {"year", Column::year},      {"date", Column::year}}};

Column column_of(std::string_view header) {
  header = trim(header);
  for (auto const& [name, column] : columns) {
    if (equal_in_any_case(header, name)) return column;
  }
  return Column::other;
}

// The first line that is neither blank nor a comment.
std::string_view header_line(std::string_view head) {
  Lines lines{head};
  Line line;
  while (lines.next(line)) {
    bool const is_comment = line.text.starts_with('#') && line.text.find('\t') == std::string_view::npos;
    if (!trim(line.text).empty() && !is_comment) return line.text;
  }
  return {};
}

bool names_works(std::string_view header) {
  return std::ranges::any_of(split(header, '\t'), [](std::string_view cell) {
    Column const column = column_of(cell);
    return column == Column::doi || column == Column::pmid || column == Column::pmcid;
  });
}

bool is_table(std::string_view, std::string_view head) { return names_works(header_line(head)); }

std::vector<ListedReference> read_table(Input const& input, Diagnostics& diagnostics) {
  Lines lines{input.bytes};
  Line line;
  std::string_view const header = header_line(input.bytes);
  std::vector<Column> roles;
  for (std::string_view const cell : split(header, '\t')) roles.push_back(column_of(cell));
  std::vector<ListedReference> found;
  bool below = false;
  while (lines.next(line)) {
    if (!below) {
      below = line.text.data() == header.data();
      continue;
    }
    if (trim(line.text).empty()) continue;
    auto const fail = [&](std::string_view at, std::string const& message, std::string hint) {
      auto const byte = static_cast<std::uint32_t>(at.data() - line.text.data());
      throw Error(diagnostics.place(Caret{input.number, line.number, byte}, line.text), message, std::move(hint));
    };
    auto const cells = split(line.text, '\t');
    if (cells.size() > roles.size()) {
      fail(cells[roles.size()], fmt::format("{} cells under {} headers", cells.size(), roles.size()), "part the cells with single tabs");
    }
    ListedReference& listed = found.emplace_back();
    Work work;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string_view const cell = trim(cells[i]);
      if (cell.empty()) continue;
      switch (roles[i]) {
        case Column::key: listed.keys.emplace_back(cell); break;
        case Column::doi:
          if (!set_doi(work, cell)) fail(cell, quoted(cell) + " is no DOI", "it begins with 10.");
          break;
        case Column::pmid:
          if (!set_pmid(work, cell)) fail(cell, quoted(cell) + " is no PMID", "it is a number");
          break;
        case Column::pmcid:
          if (!set_pmcid(work, cell)) fail(cell, quoted(cell) + " is no PMCID", "it is PMC and a number");
          break;
        case Column::author: listed.entry.author = surname_of(cell.substr(0, cell.find(';'))); break;
        case Column::year: listed.entry.year = cell; break;
        case Column::other: break;
      }
    }
    listed.entry.works.push_back(std::move(work));
  }
  return found;
}

}  // namespace

ReferenceForm const tsv_references{"TSV", is_table, read_table};

}  // namespace mechgraph
