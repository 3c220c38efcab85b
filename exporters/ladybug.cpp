// A folder for LadybugDB, and for Kuzu, whose successor it is: a schema, CSV and a script that copies it.
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "exporters/exporter.hpp"
#include "exporters/property_graph.hpp"

namespace mechgraph {
namespace {

// What the schema calls a type, and how a text of CSV becomes one.
struct CypherType {
  std::string_view name, before, after;
};

CypherType cypher_type(PropertyType type) {
  switch (type) {
    case PropertyType::text: return {"STRING", "", ""};
    case PropertyType::integer: return {"INT64", "CAST(", " AS INT64)"};
    case PropertyType::real: return {"DOUBLE", "CAST(", " AS DOUBLE)"};
    case PropertyType::truth: return {"BOOL", "CAST(", " AS BOOL)"};
    // A cell "[a,b]" can not hold a comma or a bracket: nothing escapes them. The separator stands for itself: the escape for it is not
    // read.
    case PropertyType::list: return {"STRING[]", "string_split(", ", '\x1F')"};
  }
  return {};
}

std::string quoted(std::string_view name) { return "`" + std::string{name} + "`"; }

std::string declared(std::vector<Property> const& properties) {
  std::string text;
  for (Property const& property : properties)
    text.append(", ").append(quoted(property.name)).append(" ").append(cypher_type(property.type).name);
  return text;
}

class Ladybug {
 public:
  Ladybug(Graph const& graph, FolderSink& folder) : graph_(graph), folder_(folder), rows_(graph, false) {}

  void write() {
    std::vector<std::unique_ptr<CsvWriter>> open;
    auto const file = [&](std::string_view name, std::vector<Property> const& columns) {
      open.push_back(std::make_unique<CsvWriter>(folder_.file(std::string{name} + ".csv"), header_of(columns)));
      return open.back().get();
    };
    PropertyGraph::Files files{};
    for (std::size_t i = 0; i < files.size(); ++i) {
      PropertyTable const& table = rows_.tables()[i];
      untaken(taken_, std::string{table.label});
      std::vector<Property> columns{{std::string{table.id}, table.id_is_number ? PropertyType::integer : PropertyType::text}};
      columns.insert(columns.end(), table.properties.begin(), table.properties.end());
      files[i] = file(table.label, columns);
      schema_ +=
          "CREATE NODE TABLE " + quoted(table.label) + "(" + declared(columns).substr(2) + ", PRIMARY KEY(" + quoted(table.id) + "));\n";
      copy(table.label, columns);
    }
    PropertyGraph::LinkFiles links{};
    for (std::size_t i = 0; i < links.size(); ++i) {
      PropertyLink const& link = rows_.links()[i];
      links[i] = file(link.type, relationship(link.type, link.from, link.to, link.properties));
    }
    rows_.write(files, links);
    for (auto const& each : open) each->close();
    write_edges();
    write_file("schema.cypher", schema_);
    write_file("copy.cypher", copy_);
    write_queries();
  }

 private:
  static std::string header_of(std::vector<Property> const& columns) {
    std::string header;
    for (Property const& column : columns) header.append(header.empty() ? "" : ",").append(column.name);
    return header;
  }

  void copy(std::string_view table, std::vector<Property> const& columns) {
    copy_ += "COPY " + quoted(table) + " FROM (LOAD FROM '" + std::string{table} +
             ".csv' (HEADER=true, DELIM=',', QUOTE='\"', ESCAPE='\"', PARALLEL=false, AUTO_DETECT=false) RETURN ";
    bool first = true;
    for (Property const& column : columns) {
      CypherType const type = cypher_type(column.type);
      copy_.append(first ? "" : ", ").append(type.before).append(quoted(column.name)).append(type.after);
      first = false;
    }
    copy_ += ");\n";
  }

  // Declares a table of relationships and gives the columns of its file.
  std::vector<Property> relationship(std::string_view name, std::size_t from, std::size_t to, std::vector<Property> const& properties) {
    PropertyTable const& a = rows_.tables()[from];
    PropertyTable const& b = rows_.tables()[to];
    schema_ += "CREATE REL TABLE " + quoted(name) + "(FROM " + quoted(a.label) + " TO " + quoted(b.label) + declared(properties) + ");\n";
    auto const end = [](PropertyTable const& table) { return table.id_is_number ? PropertyType::integer : PropertyType::text; };
    std::vector<Property> columns{{"from", end(a)}, {"to", end(b)}};
    columns.insert(columns.end(), properties.begin(), properties.end());
    copy(name, columns);
    return columns;
  }

  // A table for each relation: that is how one asks. Linear in the edges.
  void write_edges() {
    for (PropertyLink const& link : rows_.links()) untaken(taken_, std::string{link.type});
    std::vector<std::vector<EdgeId>> of_relation(graph_.relations().size());
    for (EdgeId const id : graph_.edges()) of_relation[graph_.edge(id).relation].push_back(id);
    for (std::size_t i = 0; i < of_relation.size(); ++i) {
      if (of_relation[i].empty()) continue;
      std::string const name = untaken(taken_, plain_name(graph_.relations()[i].name));
      CsvWriter out{folder_.file(name + ".csv"), header_of(relationship(name, 0, 0, rows_.edge_properties()))};
      for (EdgeId const id : of_relation[i]) rows_.write_edge(out, id);
      out.close();
    }
  }

  void write_file(std::string_view name, std::string_view text) {
    Sink sink = folder_.file(name);
    sink.write(text);
    sink.close();
  }

  void write_queries() {
    write_file(
        "queries.cypher",
        "// Examples; put your own terms for the labels.\n\n"
        "// What was said of a term, with the words?\n"
        "MATCH (s:Node)-[e]->(o:Node) WHERE o.label = 'acute liver failure' RETURN s.label, e.relation, e.sign, e.words;\n\n"
        "// What was said both ways of one pair?\n"
        "MATCH (s:Node)-[up]->(o:Node), (s)-[down]->(o) WHERE up.sign = 1 AND down.sign = -1 AND NOT up.negated AND NOT down.negated\n"
        "RETURN s.label, o.label, up.works, down.works ORDER BY s.label, o.label;\n");
  }

  Graph const& graph_;
  FolderSink& folder_;
  PropertyGraph rows_;
  std::string schema_, copy_ = "// In an empty database, in this folder: first schema.cypher, then this.\n";
  std::set<std::string, std::less<>> taken_;
};

void write_ladybug(Graph const& graph, ExportOptions const&, FolderSink& folder) { Ladybug{graph, folder}.write(); }

}  // namespace

extern Exporter const ladybug_exporter{"ladybug",
                                       ".ladybug",
                                       "a folder for LadybugDB and Kuzu: schema, CSV, scripts that copy it",
                                       {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                       nullptr,
                                       write_ladybug};

}  // namespace mechgraph
