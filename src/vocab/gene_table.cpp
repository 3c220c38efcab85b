// Gene tables such as those of HGNC, MGI and RGD: tab-separated, columns found by their names.
#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ontology/load.hpp"
#include "vocab/importer.hpp"
#include "vocab/table_text.hpp"

namespace mechgraph {
namespace {

// Field → its columns. Where two headers mean the same field, both are read.
using Columns = std::map<std::string, std::vector<std::size_t>, std::less<>>;

Columns columns_of(Ontology const& ontology, std::vector<std::string_view> const& header) {
  DataTable const& table = ontology.table("gene_columns");
  Columns columns;
  for (std::size_t i = 0; i < header.size(); ++i) {
    std::string const folded = fold_header(header[i]);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (fold_header(table.cell(row, "header")) != folded) continue;
      columns[std::string(table.cell(row, "field"))].push_back(i);
      break;
    }
  }
  return columns;
}

// Lists are parted by | or by ", ".
std::vector<std::string_view> parts_of(std::string_view cell) {
  std::vector<std::string_view> parts;
  if (cell.find('|') != std::string_view::npos) {
    parts = split(cell, '|');
  } else {
    for (std::size_t begin = 0; begin <= cell.size();) {
      std::size_t const end = std::min(cell.find(", ", begin), cell.size());
      parts.push_back(cell.substr(begin, end - begin));
      begin = end + 2;
    }
  }
  for (std::string_view& part : parts) part = trim(part);
  std::erase(parts, std::string_view{});
  return parts;
}

class GeneTable {
 public:
  GeneTable(VocabularyInput const& input, VocabularyBuilder& builder) : input_(input), builder_(builder) {}

  void read() {
    read_table_text(
        input_.bytes, [](std::string_view) {}, [&](TableLine const& line) { begin(line); }, [&](TableLine const& line) { row(line); });
    // "symbol withdrawn, see X" comes before or after X.
    for (auto& [entry, symbol] : withdrawn_) {
      auto const found = by_symbol_.find(symbol);
      if (found != by_symbol_.end()) entry.replaced_by = found->second;
      builder_.add(std::move(entry));
    }
  }

 private:
  void begin(TableLine const& line) {
    columns_ = columns_of(input_.ontology, line.cells);
    builder_.info().name = columns_.contains("hgnc")  ? "HGNC"
                           : columns_.contains("mgi") ? "MGI"
                           : columns_.contains("rgd") ? "RGD"
                                                      : builder_.info().file;
  }

  [[nodiscard]] std::string_view cell(TableLine const& line, std::string_view field) const {
    auto const found = columns_.find(field);
    if (found == columns_.end()) return {};
    for (std::size_t const column : found->second) {
      if (column < line.cells.size() && !line.cells[column].empty()) return line.cells[column];
    }
    return {};
  }

  static std::string identifier(std::string_view prefix, std::string_view cell) {
    std::size_t const colon = cell.rfind(':');  // HGNC:5, MGI:87853, 24152
    std::string_view const local = colon == std::string_view::npos ? cell : cell.substr(colon + 1);
    return cell.empty() ? std::string{} : std::string(prefix).append(":").append(local);
  }

  void row(TableLine const& line) {
    VocabularyEntry entry;
    std::vector<std::string> identifiers{identifier("NCBIGene", cell(line, "entrez")), identifier("HGNC", cell(line, "hgnc")),
                                         identifier("MGI", cell(line, "mgi")), identifier("RGD", cell(line, "rgd"))};
    std::erase(identifiers, std::string{});
    if (identifiers.empty()) {
      throw Error(fmt::format("{}:{}", input_.path, line.number), "a gene without an identifier",
                  fmt::format("the header promises {}", line.cells.size()) + " cells; is a tab missing?");
    }
    entry.curie = identifiers.front();
    entry.xrefs.assign(identifiers.begin() + 1, identifiers.end());
    entry.label = cell(line, "symbol");
    entry.symbol = true;
    entry.space = space_of(line);
    std::string_view const status = cell(line, "status");
    entry.obsolete = status.find("ithdrawn") != std::string_view::npos;
    std::string_view const name = cell(line, "name");
    if (entry.obsolete) {
      constexpr std::string_view see = "withdrawn, see ";
      std::size_t const at = name.find(see);
      std::size_t const tilde = entry.label.find('~');  // "A1BGAS~withdrawn"
      if (tilde != std::string::npos) entry.label.resize(tilde);
      withdrawn_.emplace_back(std::move(entry), at == std::string_view::npos ? std::string{} : std::string(name.substr(at + see.size())));
      return;
    }
    by_symbol_.emplace(entry.label, entry.curie);
    for (auto const& [field, columns] : columns_) {
      if (field != "alias" && field != "name") continue;
      for (std::size_t const column : columns) {
        if (column >= line.cells.size()) continue;
        if (field == "name" && column == columns.front()) {
          entry.forms.push_back({std::string(line.cells[column]), FormScope::exact, false});
          continue;
        }
        for (std::string_view const part : parts_of(line.cells[column]))
          entry.forms.push_back({std::string(part), FormScope::exact, field == "alias"});
      }
    }
    builder_.add(std::move(entry));
  }

  [[nodiscard]] std::string space_of(TableLine const& line) const {
    std::string type = std::string(cell(line, "type")) + ' ' + std::string(cell(line, "locus"));
    if (type.find("micro") != std::string::npos || type.find("mirna") != std::string::npos) return "microRNA";
    if (type.find("long non-coding") != std::string::npos || type.find("lncrna") != std::string::npos) return "lncRNA";
    return std::string(trim(type));
  }

  VocabularyInput const& input_;
  VocabularyBuilder& builder_;
  Columns columns_;
  std::map<std::string, std::string> by_symbol_;
  std::vector<std::pair<VocabularyEntry, std::string>> withdrawn_;
};

}  // namespace

extern VocabularyImporter const gene_table_importer;
VocabularyImporter const gene_table_importer{
    "gene_table", "a gene table (HGNC, MGI, RGD)", true,
    [](std::string_view head) {
      auto const columns = columns_of(*Ontology::builtin(), table_header(head));
      bool const identified = columns.contains("hgnc") || columns.contains("mgi") || columns.contains("rgd") || columns.contains("entrez");
      return identified && columns.contains("symbol");
    },
    [](VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics&) { GeneTable(input, builder).read(); }};

}  // namespace mechgraph
