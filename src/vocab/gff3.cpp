// GFF3 of miRBase: precursors and their mature arms.
#include <map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "vocab/importer.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view precursor_type = "miRNA_primary_transcript";
constexpr std::string_view mature_type = "miRNA";

// GFF3 escapes with %XX.
std::string decoded(std::string_view text) {
  auto const digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    out.push_back(escape ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i]);
    if (escape) i += 2;
  }
  return out;
}

std::map<std::string, std::string> attributes_of(std::string_view cell) {
  std::map<std::string, std::string> attributes;
  for (std::string_view const part : split(cell, ';')) {
    std::size_t const equals = part.find('=');
    if (equals != std::string_view::npos) attributes.emplace(trim(part.substr(0, equals)), decoded(trim(part.substr(equals + 1))));
  }
  return attributes;
}

// "hsa-miR-20a-5p" without its species: what texts write.
std::string_view without_species(std::string_view name) {
  std::size_t const dash = name.find('-');
  return dash == 3 ? name.substr(dash + 1) : name;
}

void read(VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics&) {
  builder.info().name = "miRBase";
  std::uint32_t number = 0;
  for (std::string_view line : split(input.bytes, '\n')) {
    ++number;
    line = trim(line);
    if (line.starts_with("##date")) builder.info().version = trim(line.substr(6));
    std::size_t const version = line.find("miRBase v");
    if (line.starts_with('#') && version != std::string_view::npos) builder.info().version = trim(line.substr(version + 9));
    if (line.empty() || line.front() == '#') continue;
    auto const cells = split(line, '\t');
    std::string const place = fmt::format("{}:{}", input.path, number);
    if (cells.size() != 9) throw Error(place, fmt::format("{} cells where GFF3 has 9", cells.size()), "cells are parted by tabs");
    bool const mature = cells[2] == mature_type;
    if (!mature && cells[2] != precursor_type) continue;
    auto const attributes = attributes_of(cells[8]);
    auto const get = [&](char const* name) {
      auto const found = attributes.find(name);
      return found == attributes.end() ? std::string{} : found->second;
    };
    // An arm at several places has the ID MIMAT0000062_1 at the second: its accession is the Alias.
    std::string const accession = get("Alias").empty() ? get("ID") : get("Alias");
    if (accession.empty() || get("Name").empty()) throw Error(place, "a miRNA without ID or Name", "miRBase's files have both");
    VocabularyEntry entry;
    entry.curie = (mature ? "mirbase.mature:" : "mirbase:") + accession;
    entry.label = get("Name");
    entry.forms.push_back({std::string(without_species(entry.label)), FormScope::exact, false});
    if (mature && !get("Derives_from").empty()) entry.parents.emplace_back("part_of", "mirbase:" + get("Derives_from"));
    builder.add(std::move(entry));
  }
}

}  // namespace

extern VocabularyImporter const gff3_importer;
VocabularyImporter const gff3_importer{"gff3", "GFF3 of miRBase", true,
                                       [](std::string_view head) { return head.starts_with("##gff-version"); }, read};

}  // namespace mechgraph
