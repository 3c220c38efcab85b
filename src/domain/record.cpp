// Names of documents and tables.
#include "domain/record.hpp"

#include "base/digest.hpp"

namespace mechgraph {

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

std::string table_name(RecordTable const& table) { return table.label.empty() ? "#" + std::to_string(table.index) : table.label; }

}  // namespace mechgraph
