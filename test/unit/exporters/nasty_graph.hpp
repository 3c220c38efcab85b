// Labels that break what is careless, and a graph that has them everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sample_graph.hpp"

namespace mechgraph {

inline std::vector<std::string> nasty_labels() {
  using namespace std::string_literals;
  return {
      "say \"TNF\"",
      "<b>&amp;</b> & <",
      "ends in a backslash\\",
      "\\",
      "two\nlines",
      "a\ttab",
      " spaces ",
      "TNF-\u03B2",
      "\U0001F9EC DNA",
      "\u202B\u05D0\u05D1\u05D2 right to left",
      "node",
      "edge",
      "digraph",
      "",
      "\x01 control",
      "nul \0 byte"s,
      std::string(100'000, 'x'),
      "]]>",
      "]]]]>>",
      "<html>",
      "<![CDATA[x]]>",
      "=cmd|' /C calc'!A0",
      "\"; } \"a\" -> \"b\" [label=\"",
      "\\N \\G \\\"",
      "&beta; &#946;",
      "{\"a\":1}",
      "> <http://evil> <http://evil> \"",
      "\" .\n<http://evil> <http://evil> <http://evil> .\n",
      "javascript:alert(1)",
      "\uFFFE\uFFFF",
      "\xFF\xC0 not UTF-8",
      "a|b\\|c",
      "%00 %zz",
      "</data></node>",
      "-- DROP TABLE",
      "\r\n",
      "\u2028",
      "e\u0301",
  };
}

// Node n has label n, and is joined to the next by an edge whose witness has it as words; attributes, references and relations have it too.
inline Graph nasty_graph(std::vector<std::string> const& labels) {
  PartMaker p;
  p.table("DOI:10.1/x", "10.1/x", labels[0], labels[1], labels[2]);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    auto const node = p.node("X:" + std::to_string(i), Kind::mediator, "Gene", labels[i]);
    p.attribute(node, "note", labels[i]);
    p.attribute(node, "named " + labels[i].substr(0, 50), "x");
  }
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    auto const next = static_cast<std::uint32_t>((i + 1) % labels.size());
    auto const cell = p.cell(std::to_string(i) + labels[i].substr(0, 50), "result", labels[i]);
    auto const relation = i % 2 == 0 ? std::string{"increases"} : "foreign " + labels[i].substr(0, 50);
    auto& witness = p.witness(p.edge(i, relation, next, i % 2 == 0 ? 1 : 0), cell, labels[i]);
    if (!labels[i].empty()) witness.references = {p.text("DOI:10.1/x#" + labels[i].substr(0, 50))};
    witness.qualifiers = {{p.text("magnitude"), p.text(labels[i]), false}};
  }
  return p.graph();
}

}  // namespace mechgraph
