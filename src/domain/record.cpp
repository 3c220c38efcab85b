// Names of documents, works and tables.
#include "domain/record.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace mechgraph {
namespace {

constexpr char upper(char byte) { return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte; }
constexpr char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

}  // namespace

std::string document_id(Document const& document, std::string_view caption, std::string_view content) {
  if (!document.doi.empty()) return "DOI:" + document.doi;
  if (!document.pmid.empty()) return "PMID:" + document.pmid;
  if (!document.pmcid.empty()) return "PMCID:" + document.pmcid;
  if (document.title.empty() && caption.empty()) return "MECHGRAPH:D" + digest(content);
  std::string named = document.title;
  named += '\n';
  named += caption;
  return "MECHGRAPH:D" + digest(named);
}

Work work_named(std::string_view curie) {
  std::size_t const colon = curie.find(':');
  if (colon == std::string_view::npos || colon > 5 || colon + 1 == curie.size()) return {};
  std::string prefix{curie.substr(0, colon)};
  std::ranges::transform(prefix, prefix.begin(), upper);
  std::string name{curie.substr(colon + 1)};
  Work work;
  if (prefix == "DOI") {
    std::ranges::transform(name, name.begin(), lower);
    work.doi = std::move(name);
  } else if (prefix == "PMID") {
    work.pmid = std::move(name);
  } else if (prefix == "PMCID" || prefix == "PMC") {
    work.pmcid = name.starts_with("PMC") ? std::move(name) : "PMC" + name;
  }
  return work;
}

std::string work_id(Work const& work) {
  if (!work.pmid.empty()) return "PMID:" + work.pmid;
  if (!work.doi.empty()) return "DOI:" + work.doi;
  return work.pmcid.empty() ? std::string{} : "PMCID:" + work.pmcid;
}

bool is_named(RecordTable const& table) {
  Document const& d = table.document;
  return !d.doi.empty() || !d.pmid.empty() || !d.pmcid.empty() || !d.title.empty() || !table.caption.empty();
}

std::string document_id(RecordTable const& table) {
  if (!table.content_id.empty()) return table.content_id;
  if (is_named(table)) return document_id(table.document, table.caption, {});
  std::string content;
  for (Record const& record : table.records) {
    for (Cell const& cell : record.cells) content.append(cell.text).push_back('\t');
    content.push_back('\n');
  }
  return document_id(table.document, {}, content);
}

std::string table_name(RecordTable const& table) { return table.label.empty() ? "#" + std::to_string(table.index) : table.label; }

}  // namespace mechgraph
