// A folder for Neo4j: the files of `neo4j-admin database import`, a script that runs it, and Cypher for afterwards.
#include <memory>
#include <string>
#include <vector>

#include "exporters/exporter.hpp"
#include "exporters/property_graph.hpp"

namespace mechgraph {
namespace {

std::string_view type_name(PropertyType type) {
  switch (type) {
    case PropertyType::text: return "";
    case PropertyType::integer: return ":int";
    case PropertyType::real: return ":double";
    case PropertyType::truth: return ":boolean";
    case PropertyType::list: return ":string[]";
  }
  return {};
}

std::string header_of(std::string begin, std::vector<Property> const& properties) {
  for (Property const& property : properties) begin.append(",").append(property.name).append(type_name(property.type));
  return begin;
}

class Neo4j {
 public:
  Neo4j(Graph const& graph, FolderSink& folder) : graph_(graph), folder_(folder), rows_(graph, true) {}

  void write() {
    PropertyGraph::Files files{};
    for (std::size_t i = 0; i < files.size(); ++i) {
      PropertyTable const& table = rows_.tables()[i];
      // The id is kept as a property only where it means something outside of these files.
      std::string const id = (table.id_is_number ? "" : std::string{table.id}) + ":ID(" + std::string{table.label} + "),:LABEL";
      files[i] = &open(node_file(table), header_of(id, table.properties));
    }
    PropertyGraph::LinkFiles links{};
    for (std::size_t i = 0; i < links.size(); ++i) {
      PropertyLink const& link = rows_.links()[i];
      links[i] = &open(link_file(link), header_of(ends(link.from, link.to), link.properties));
    }
    rows_.write(files, links);
    CsvWriter& edges = open("edges.csv", header_of(ends(0, 0), rows_.edge_properties()));
    for (EdgeId const id : graph_.edges()) rows_.write_edge(edges, id);
    for (auto const& file : files_) file->close();
    write_script();
    write_cypher();
  }

 private:
  CsvWriter& open(std::string const& name, std::string const& header) {
    files_.push_back(std::make_unique<CsvWriter>(folder_.file(name), header));
    return *files_.back();
  }

  // "nodes.csv", "document_nodes.csv"
  static std::string node_file(PropertyTable const& table) {
    if (table.label == "Node") return "nodes.csv";
    return lower(table.label) + "_nodes.csv";
  }
  // "in_document_edges.csv"
  static std::string link_file(PropertyLink const& link) { return lower(link.type) + "_edges.csv"; }

  static std::string lower(std::string_view text) {
    std::string out;
    for (char const c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  }

  std::string ends(std::size_t from, std::size_t to) const {
    auto const label = [&](std::size_t table) { return std::string{rows_.tables()[table].label}; };
    return ":START_ID(" + label(from) + "),:END_ID(" + label(to) + "),:TYPE";
  }

  void write_script() {
    std::size_t longest = 0;
    bool line_breaks = false;
    for (auto const& file : files_) {
      longest = std::max(longest, file->longest_row());
      line_breaks = line_breaks || file->has_line_break();
    }
    std::string text =
        "#!/bin/sh\n"
        "# Imports this folder into a new Neo4j database: ./import.sh [DATABASE [OPTION...]], neo4j when none is named. The server must "
        "not run\n"
        "# it at that time. --overwrite-destination replaces a database of that name. Neo4j 5 or later.\n"
        "set -eu\n"
        "cd \"$(dirname \"$0\")\"\n"
        "database=${1:-neo4j}\n"
        "[ $# = 0 ] || shift\n"
        "exec neo4j-admin database import full";
    for (PropertyTable const& table : rows_.tables()) text += " \\\n  --nodes=" + node_file(table);
    text += " \\\n  --relationships=edges.csv";
    for (PropertyLink const& link : rows_.links()) text += " \\\n  --relationships=" + link_file(link);
    text += " \\\n  --delimiter=, --array-delimiter=U+001F --quote='\"' --id-type=string --trim-strings=false";
    if (line_breaks) text += " \\\n  --multiline-fields=true";
    // A row must fit the buffer, whose characters are counted in two bytes; 4 MiB is what it has of itself.
    std::size_t mebibytes = 4;
    while (mebibytes << 20U < longest * 4) mebibytes *= 2;
    if (mebibytes > 4) text += " \\\n  --read-buffer-size=" + std::to_string(mebibytes) + "m";
    text += " \\\n  \"$@\" \"$database\"\n";
    Sink sink = folder_.script("import.sh");
    sink.write(text);
    sink.close();
  }

  void write_cypher() {
    Sink sink = folder_.file("after_import.cypher");
    sink.write(
        "// Run once after the import, in the new database: cypher-shell -d neo4j -f after_import.cypher\n"
        "CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.node_id IS UNIQUE;\n"
        "CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.document_id IS UNIQUE;\n"
        "CREATE INDEX node_label IF NOT EXISTS FOR (n:Node) ON (n.label);\n"
        "CREATE INDEX witness_edge IF NOT EXISTS FOR (w:Witness) ON (w.edge_id);\n"
        "CALL db.awaitIndexes(300);\n");
    sink.close();
    sink = folder_.file("queries.cypher");
    sink.write(
        "// Examples; put your own terms for the labels.\n\n"
        "// Which mediators lie between the preparations of a source and a disease, said by one record, with references?\n"
        "// :param {from: 'bone marrow', to: 'acute liver failure'}\n"
        "MATCH (a:Node {label: $from})<-[entry]-(given:Node {step: 'preparation'}) WHERE entry.step IN ['entry', 'onward']\n"
        "MATCH path = (given)-[effects*1..5]->(b:Node {label: $to})\n"
        "WHERE all(e IN effects WHERE e.step = 'effect') AND all(n IN nodes(path)[1..-1] WHERE n.step = 'inner')\n"
        "WITH given, [n IN nodes(path)[1..-1] WHERE n.kind = 'mediator' | n.label] AS mediators,\n"
        "     [entry.edge_id] + [e IN effects | e.edge_id] AS hops, reduce(s = 1, e IN effects | s * e.sign) AS sign\n"
        "MATCH (w:Witness)-[:IN_CELL]->(:Cell)-[:IN_RECORD]->(r:Record) WHERE w.edge_id IN hops\n"
        "UNWIND coalesce(w.references, ['no reference']) AS reference\n"
        "WITH given, mediators, sign, hops, r, count(DISTINCT w.edge_id) AS said, collect(DISTINCT reference) AS references\n"
        "WHERE said = size(hops)\n"
        "RETURN mediators, sign, given.label AS preparation, references ORDER BY mediators;\n\n"
        "// What was said both ways of one pair?\n"
        "MATCH (s:Node)-[up]->(o:Node), (s)-[down]->(o)\n"
        "WHERE up.sign = 1 AND down.sign = -1 AND NOT up.negated AND NOT down.negated\n"
        "RETURN s.label, o.label, up.works, down.works, up.words, down.words ORDER BY s.label, o.label;\n\n"
        "// Every word for one edge.\n"
        "// :param {edge: 'MECHGRAPH:E...'}\n"
        "MATCH (w:Witness {edge_id: $edge})-[:IN_CELL]->(c)-[:IN_RECORD]->(r)-[:IN_TABLE]->(t)-[:IN_DOCUMENT]->(d)\n"
        "RETURN w.words, w.basis, w.confidence, w.references, c.field, c.content, r.record, t.name, d.document_id;\n");
    sink.close();
  }

  Graph const& graph_;
  FolderSink& folder_;
  PropertyGraph rows_;
  std::vector<std::unique_ptr<CsvWriter>> files_;
};

void write_neo4j(Graph const& graph, ExportOptions const&, FolderSink& folder) { Neo4j{graph, folder}.write(); }

}  // namespace

extern Exporter const neo4j_exporter{"neo4j",
                                     ".neo4j",
                                     "a folder for Neo4j's import: CSV, a script that runs it, Cypher for afterwards",
                                     {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                     nullptr,
                                     write_neo4j};

}  // namespace mechgraph
