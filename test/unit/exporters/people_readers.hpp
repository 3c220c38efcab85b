// Independent readers of the formats that people open: what they see of nodes and edges.
#pragma once

#include <simdjson.h>

#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sample_graph.hpp"
#include "strict_csv.hpp"
#include "strict_xml.hpp"

namespace mechgraph {

// What an independent reader sees.
struct Seen {
  std::map<std::string, std::string> labels;  // node id → label; nodes whose id begins otherwise are not ours
  std::size_t edges = 0;
};

inline Seen read_gexf(std::string const& text) {
  Seen seen;
  XmlElement const root = StrictXml::read(text);
  XmlElement const* const graph = root.all("graph").at(0);
  for (XmlElement const* node : graph->all("nodes").at(0)->all("node")) {
    seen.labels.emplace(node->attributes.at("id"), node->attributes.at("label"));
  }
  for (XmlElement const* edge : graph->all("edges").at(0)->all("edge")) {
    for (char const* const end : {"source", "target"}) BOOST_TEST(seen.labels.contains(edge->attributes.at(end)));
    ++seen.edges;
  }
  return seen;
}

inline Seen read_json(std::string const& text) {
  Seen seen;
  simdjson::dom::parser parser;
  simdjson::dom::element const root = parser.parse(text);
  BOOST_TEST(bool{root["directed"]});
  BOOST_TEST(bool{root["multigraph"]});
  for (simdjson::dom::element const node : root["nodes"]) {
    seen.labels.emplace(std::string_view{node["id"]}, std::string_view{node["label"]});
  }
  std::set<std::string_view> keys;
  for (simdjson::dom::element const link : root["links"]) {
    for (char const* const end : {"source", "target"}) BOOST_TEST(seen.labels.contains(std::string{std::string_view{link[end]}}));
    BOOST_TEST(keys.insert(link["key"]).second);
    ++seen.edges;
  }
  return seen;
}

inline Seen read_cyjs(std::string const& text) {
  Seen seen;
  simdjson::dom::parser parser;
  simdjson::dom::element const root = parser.parse(text);
  std::set<std::string_view> ids;
  auto const data_of = [&](simdjson::dom::element const& element) {
    simdjson::dom::object const data = element["data"];
    std::set<std::string_view> names;
    for (auto const& [name, value] : data) BOOST_TEST(names.insert(name).second, "twice: " << name);
    BOOST_TEST(!names.contains("parent"));
    BOOST_TEST(ids.insert(data["id"]).second);
    return data;
  };
  for (simdjson::dom::element const node : root["elements"]["nodes"]) {
    simdjson::dom::object const data = data_of(node);
    seen.labels.emplace(std::string_view{data["id"]}, std::string_view{data["name"]});
  }
  for (simdjson::dom::element const edge : root["elements"]["edges"]) {
    simdjson::dom::object const data = data_of(edge);
    for (char const* const end : {"source", "target"}) BOOST_TEST(seen.labels.contains(std::string{std::string_view{data[end]}}));
    ++seen.edges;
  }
  return seen;
}

// How a sheet shows a text: never as a formula, never longer than a cell.
inline std::string as_in_cell(std::string text) {
  std::size_t const first = text.find_first_not_of(" \n\x01");
  bool const formula = first != std::string::npos && std::string_view{"=+-@"}.find(text[first]) != std::string_view::npos;
  bool const moved = text.starts_with('\t') || text.starts_with('\r');
  if (text.size() > 32'000) text = text.substr(0, 32'000) + "\u2026";
  for (std::size_t at = 0; (at = text.find('\0', at)) != std::string::npos;) text.replace(at, 1, "\uFFFD");
  return formula || moved ? "'" + text : text;
}

inline Seen read_csv(FolderTexts const& files) {
  Seen seen;
  auto const sheet = [&](std::string_view name) {
    std::string_view const text = files.find(name)->second;
    BOOST_TEST(text.starts_with("\uFEFF"));
    StrictCsv const rows{text.substr(3)};
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::string const& column : rows.header()) {
        CsvCell const& cell = rows.cell(row, column);
        if (cell.quoted) BOOST_TEST((std::string_view{"=+-@\t\r"}.find(cell.text.substr(0, 1)) == std::string_view::npos), cell.text);
      }
    }
    return rows;
  };
  StrictCsv const nodes = sheet("nodes.csv");
  for (std::size_t row = 0; row < nodes.size(); ++row) seen.labels.emplace(nodes.at(row, "id"), nodes.at(row, "label"));
  seen.edges = sheet("edges.csv").size();
  BOOST_TEST(sheet("witnesses.csv").size() == seen.edges);
  return seen;
}

// The cells of a row of a table in Markdown as GitHub shows them. What acts there and is not ours is a failure.
inline std::vector<std::string> markdown_cells(std::string const& row) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t at = 0; at < row.size(); ++at) {
    char const c = row[at];
    if (c == '\\') {
      cell += row.at(++at);
    } else if (c == ']') {  // a link of ours
      std::size_t const end = row.find(')', at);
      std::string const address = row.substr(at + 1, end - at);
      bool const known = address.starts_with("(https://doi.org/") || address.starts_with("(https://pubmed.ncbi.nlm.nih.gov/");
      BOOST_TEST((known && address.find_first_of(" <>\"'[]|\\") == std::string::npos), address);
      at = end;
    } else if (c == '|') {
      if (at > 0) cells.push_back(cell);
      cell.clear();
    } else if (c == '&') {
      static std::map<std::string_view, char> const known{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}};
      std::size_t const end = row.find(';', at);
      BOOST_REQUIRE(end != std::string::npos);
      auto const found = known.find(std::string_view{row}.substr(at, end + 1 - at));
      BOOST_REQUIRE_MESSAGE(found != known.end(), row);
      cell += found->second;
      at = end;
    } else {
      BOOST_TEST((std::string_view{"<>`*_{~$"}.find(c) == std::string_view::npos), "a bare " << c << " in " << row);
      if (c == ':') BOOST_TEST((at + 1 == row.size() || row[at + 1] == ' ' || std::isdigit(row[at + 1]) != 0), row);
      cell += c;
    }
  }
  return cells;
}

inline Seen read_md(std::string const& text) {
  Seen seen;
  std::string section;
  std::size_t row = 0;
  for (std::string const& line : lines_of(text)) {
    if (line.starts_with("#")) {
      if (line.starts_with("## ")) section = line;
      row = 0;
    }
    if (!line.starts_with("|")) continue;
    if (++row <= 2) continue;  // header and rule
    auto const cells = markdown_cells(line);
    if (section == "## Terms") {
      BOOST_REQUIRE(cells.size() == 6U);
      auto const trimmed = [](std::string const& cell) { return std::string{trim(cell)}; };
      seen.labels.emplace(trimmed(cells[0]), cells[1]);
    } else if (section == "## What preparations do" || section == "## What follows from what") {
      BOOST_REQUIRE(cells.size() == (section == "## What preparations do" ? 6U : 7U));
      ++seen.edges;
    }
  }
  return seen;
}

}  // namespace mechgraph
