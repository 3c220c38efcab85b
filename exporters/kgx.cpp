// KGX as TSV: a folder with nodes.tsv and edges.tsv.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/kgx_slots.hpp"

namespace mechgraph {
namespace {

// KGX knows no escape: a tab, a line break and a bar would end the cell or the value.
void append_value(std::string& line, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    bool const ends = point.value == U'\t' || point.value == U'\n' || point.value == U'\r';
    append_utf8(line, point.value == U'|' ? U'\u00A6' : ends ? U' ' : point.value);
    at += point.length;
  }
}

class Table {
 public:
  Table(std::vector<std::string_view> columns, Sink& sink) : columns_(std::move(columns)), cells_(columns_.size()), sink_(sink) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      line_ += i == 0 ? "" : "\t";
      append_value(line_, columns_[i]);
    }
    end_line();
  }

  void row(std::vector<KgxSlot> const& slots) {
    for (std::string& cell : cells_) cell.clear();
    for (KgxSlot const& slot : slots) {
      auto const column = static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), slot.name) - columns_.begin());
      std::string& cell = cells_.at(column);
      for (std::string const& value : slot.values) {
        if (!cell.empty()) cell += '|';
        append_value(cell, value);
      }
    }
    for (std::size_t i = 0; i < cells_.size(); ++i) line_.append(i == 0 ? "" : "\t").append(cells_[i]);
    end_line();
  }

 private:
  void end_line() {
    line_ += '\n';
    sink_.write(line_);
    line_.clear();
  }

  std::vector<std::string_view> columns_;
  std::vector<std::string> cells_;
  std::string line_;
  Sink& sink_;
};

void write_kgx(Graph const& graph, ExportOptions const&, FolderSink& folder) {
  KgxGraph kgx{graph};
  Sink nodes = folder.file("nodes.tsv");
  Table node_table{kgx.node_columns(), nodes};
  for (NodeId const id : graph.nodes()) node_table.row(kgx.node(id));
  nodes.close();
  Sink edges = folder.file("edges.tsv");
  Table edge_table{kgx.edge_columns(), edges};
  for (EdgeId const id : graph.edges()) edge_table.row(kgx.edge(id));
  edges.close();
}

}  // namespace

extern Exporter const kgx_exporter;
Exporter const kgx_exporter{"kgx",
                            ".kgx",
                            "KGX as TSV by Biolink 4.4.4: nodes.tsv and edges.tsv, one edge for all its evidence",
                            {Fidelity::joined, Fidelity::kept, Fidelity::kept, Fidelity::joined, Fidelity::kept, Fidelity::joined},
                            nullptr,
                            write_kgx,
                            false,
                            kgx_warning};

}  // namespace mechgraph
