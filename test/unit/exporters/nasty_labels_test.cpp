// Whatever a label holds, every format gives it back as a label and as nothing else.
#include <serd/serd.h>
#include <simdjson.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "exporters/escape.hpp"
#include "graph/snapshot.hpp"

#include "nasty_graph.hpp"
#include "people_readers.hpp"
#include "sample_graph.hpp"
#include "sqlite_reader.hpp"
#include "strict_csv.hpp"
#include "strict_xml.hpp"

using namespace mechgraph;
using namespace std::string_literals;

namespace {

constexpr std::string_view replacement = "\uFFFD";

// What a format can hold of a text: bytes that are not UTF-8 in no format, control bytes not in XML and DOT.
std::string holdable(std::string_view text, bool xml) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const c = decode(text, at);
    bool const valid = c.length > 1 || static_cast<unsigned char>(text[at]) < 0x80;
    bool const control = c.value < 0x20 && c.value != '\n' && c.value != '\t' && c.value != '\r';
    bool const kept = valid && !(xml && (control || c.value == 0xFFFE || c.value == 0xFFFF));
    out.append(kept ? text.substr(at, c.length) : replacement);
    at += c.length;
  }
  return out;
}

Seen read_graphml(std::string const& text) {
  Seen seen;
  XmlElement const root = StrictXml::read(text);
  XmlElement const* const graph = root.all("graph").at(0);
  for (XmlElement const* node : graph->all("node")) seen.labels.emplace(node->data("n_node_id"), node->data("n_label"));
  seen.edges = graph->all("edge").size();
  return seen;
}

// A strict reader of the DOT that we write: every line break outside quotes ends a statement.
Seen read_dot(std::string const& text) {
  Seen seen;
  std::vector<std::string> tokens;  // of one statement; quoted strings begin with '"'
  auto const end_statement = [&] {
    bool const edge = std::find(tokens.begin(), tokens.end(), "->") != tokens.end();
    if (tokens.size() > 1 && tokens[0].starts_with("\"X:")) {  // a lone name is a member of a rank
      if (edge) {
        ++seen.edges;
      } else {
        auto const label = std::find(tokens.begin(), tokens.end(), "label");
        BOOST_REQUIRE(tokens.end() - label > 2);
        BOOST_TEST(*(label + 1) == "=");
        seen.labels.emplace(tokens[0].substr(1), (label + 2)->substr(1));
      }
    }
    tokens.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    char const c = text[at];
    if (c == '"') {
      std::string token{'"'};
      for (++at; text.at(at) != '"'; ++at) {
        if (text[at] == '\\') {
          ++at;
          BOOST_REQUIRE((text.at(at) == '"' || text.at(at) == '\\'));
        }
        token += text[at];
      }
      ++at;
      BOOST_TEST(token.size() < 16'000U);
      tokens.push_back(token);
    } else if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || (c == '-' && text[at + 1] != '>')) {
      std::size_t const begin = at;
      while (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_' || text[at] == '.' || text[at] == '-') ++at;
      tokens.push_back(text.substr(begin, at - begin));
    } else if (c == '-') {
      BOOST_REQUIRE(text[at + 1] == '>');
      tokens.emplace_back("->");
      at += 2;
    } else if (c == ';') {
      end_statement();
      ++at;
    } else {
      BOOST_REQUIRE_MESSAGE(std::string_view{" \n{}[]=,"}.find(c) != std::string_view::npos, "odd byte in DOT: " << c);
      if (c == '=') tokens.emplace_back("=");
      if (c == '{' || c == '}') tokens.clear();
      ++at;
    }
  }
  return seen;
}

// One IRI or literal of N-Triples, from `at` on.
std::string nt_term(std::string const& line, std::size_t& at) {
  std::string term;
  if (line.at(at) == '<') {
    std::size_t const end = line.find('>', at);
    BOOST_REQUIRE(end != std::string::npos);
    term = line.substr(at, end - at + 1);
    BOOST_TEST(term.find_first_of(" \"{}|\\^`") == std::string::npos);
    for (char const c : term) BOOST_TEST(static_cast<unsigned char>(c) > 0x20);
    at = end + 1;
    return term;
  }
  BOOST_REQUIRE(line.at(at) == '"');
  for (++at; line.at(at) != '"'; ++at) {
    if (line[at] != '\\') {
      term += line[at];
      continue;
    }
    ++at;
    static std::map<char, char> const escapes{{'"', '"'}, {'\\', '\\'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}, {'b', '\b'}, {'f', '\f'}};
    if (line.at(at) == 'u') {
      append_utf8(term, static_cast<char32_t>(std::stoul(line.substr(at + 1, 4), nullptr, 16)));
      at += 4;
    } else {
      term += escapes.at(line.at(at));
    }
  }
  ++at;
  if (line.compare(at, 2, "^^") == 0) at = line.find('>', at) + 1;
  return term;
}

// Labels by identifier, and edges, from the statements of a graph.
class StatementCounter {
 public:
  void add(std::string const& subject, std::string_view property, std::string const& object) {
    BOOST_TEST(subject.find("evil") == std::string::npos);
    if (property == "http://purl.org/dc/terms/identifier") identifiers_.emplace(subject, object);
    if (property == "http://www.w3.org/2000/01/rdf-schema#label") labels_.emplace(subject, object);
    if (property == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" && object == "https://w3id.org/biolink/vocab/Association") ++edges_;
  }
  Seen seen() {
    Seen seen;
    seen.edges = edges_;
    for (auto const& [subject, identifier] : identifiers_) seen.labels.emplace(identifier, labels_[subject]);
    return seen;
  }

 private:
  std::map<std::string, std::string> identifiers_, labels_;
  std::size_t edges_ = 0;
};

std::string unbracketed(std::string const& iri) { return iri.substr(1, iri.size() - 2); }

// N-Triples and N-Quads.
Seen read_nt(std::string const& text) {
  StatementCounter counter;
  BOOST_TEST((find_invalid_utf8(text) == std::string_view::npos));
  for (std::string const& line : lines_of(text)) {
    std::size_t at = 0;
    std::string const subject = nt_term(line, at);
    BOOST_REQUIRE(line.at(at++) == ' ');
    std::string const property = nt_term(line, at);
    BOOST_REQUIRE(line.at(at++) == ' ');
    bool const is_iri = line.at(at) == '<';
    std::string const object = nt_term(line, at);
    if (line.substr(at) != " .") {
      BOOST_REQUIRE(line.at(at++) == ' ');
      nt_term(line, at);
    }
    BOOST_REQUIRE(line.substr(at) == " .");
    counter.add(unbracketed(subject), unbracketed(property), is_iri ? unbracketed(object) : object);
  }
  return counter.seen();
}

// Turtle and TriG, by serd.
Seen read_with_serd(std::string const& text, SerdSyntax syntax) {
  struct Reading {
    SerdEnv* env = serd_env_new(nullptr);
    StatementCounter counter;
    std::string text(SerdNode const* node) const {
      SerdNode full = serd_env_expand_node(env, node);
      SerdNode const* const best = full.buf == nullptr ? node : &full;
      std::string out{static_cast<char const*>(static_cast<void const*>(best->buf)), best->n_bytes};
      serd_node_free(&full);
      return out;
    }
  } reading;
  SerdReader* const reader = serd_reader_new(
      syntax, &reading, nullptr, nullptr,
      [](void* handle, SerdNode const* name, SerdNode const* uri) {
        return serd_env_set_prefix(static_cast<Reading*>(handle)->env, name, uri);
      },
      [](void* handle, SerdStatementFlags, SerdNode const*, SerdNode const* subject, SerdNode const* property, SerdNode const* object,
         SerdNode const*, SerdNode const*) {
        auto& to = *static_cast<Reading*>(handle);
        to.counter.add(to.text(subject), to.text(property), to.text(object));
        return SERD_SUCCESS;
      },
      nullptr);
  serd_reader_set_strict(reader, true);
  BOOST_TEST(serd_reader_read_string(reader, static_cast<std::uint8_t const*>(static_cast<void const*>(text.c_str()))) == SERD_SUCCESS);
  serd_reader_free(reader);
  serd_env_free(reading.env);
  return reading.counter.seen();
}

Seen read_turtle(std::string const& text) { return read_with_serd(text, SERD_TURTLE); }
Seen read_trig(std::string const& text) { return read_with_serd(text, SERD_TRIG); }

Seen read_jsonld(std::string const& text) {
  StatementCounter counter;
  simdjson::dom::parser parser;
  simdjson::dom::element const root = parser.parse(text);
  BOOST_TEST(std::string_view{root["@context"]["identifier"]} == "dct:identifier");
  BOOST_TEST(std::string_view{root["@context"]["label"]} == "rdfs:label");
  for (simdjson::dom::element const object : root["@graph"]) {
    std::string const id{std::string_view{object["id"]}};
    for (auto const& [key, property] : {std::pair{"identifier", "http://purl.org/dc/terms/identifier"},
                                        std::pair{"label", "http://www.w3.org/2000/01/rdf-schema#label"}}) {
      std::string_view value;
      if (object[key].get(value) == simdjson::SUCCESS) counter.add(id, property, std::string{value});
    }
    std::string_view type;
    if (object["type"].get(type) == simdjson::SUCCESS && type == "biolink:Association") {
      counter.add(id, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "https://w3id.org/biolink/vocab/Association");
    }
  }
  return counter.seen();
}

Seen read_jsonl(std::string const& text) {
  Seen seen;
  simdjson::dom::parser parser;
  for (std::string const& line : lines_of(text)) {
    simdjson::dom::element const parsed = parser.parse(line);
    for (char const* const end : {"subject", "object"}) {
      std::string_view const id = parsed[end]["id"], label = parsed[end]["label"];
      seen.labels.emplace(id, label);
    }
    ++seen.edges;  // one witness each
  }
  return seen;
}

// The columns of a line; what stands between tabs.
std::vector<std::string> cells_of(std::string const& line) {
  std::vector<std::string> cells{""};
  for (char const c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

Seen read_kgx(std::string const& text) {
  Seen seen;
  std::vector<std::string> header;
  for (std::string const& line : lines_of(text)) {
    if (line.starts_with("== ")) {
      header.clear();
      continue;
    }
    std::vector<std::string> const cells = cells_of(line);
    if (header.empty()) {
      header = cells;
      BOOST_TEST(std::set<std::string>(header.begin(), header.end()).size() == header.size());
      continue;
    }
    BOOST_REQUIRE(cells.size() == header.size());
    if (header.at(2) == "subject") {
      ++seen.edges;
    } else {
      seen.labels.emplace(cells.at(0), cells.at(2));
    }
  }
  return seen;
}

Seen read_sqlite(std::string const& bytes) {
  Seen seen;
  SqliteReader db{bytes};
  for (std::string const& id : db.ask("SELECT id FROM nodes")) {
    seen.labels.emplace(id, db.one("SELECT label FROM nodes WHERE id = ?", {id}));
  }
  seen.edges = db.ask("SELECT id FROM edges").size();
  return seen;
}

Seen read_neo4j(FolderTexts const& files) {
  Seen seen;
  StrictCsv const nodes{files.at("nodes.csv")};
  for (std::size_t row = 0; row < nodes.size(); ++row) seen.labels.emplace(nodes.at(row, "node_id:ID(Node)"), nodes.at(row, "label"));
  seen.edges = StrictCsv{files.at("edges.csv")}.size();
  return seen;
}

Seen read_ladybug(FolderTexts const& files) {
  Seen seen;
  StrictCsv const nodes{files.at("Node.csv")};
  for (std::size_t row = 0; row < nodes.size(); ++row) seen.labels.emplace(nodes.at(row, "node_id"), nodes.at(row, "label"));
  for (auto const& [name, text] : files) {
    if (text.starts_with("from,to,edge_id,")) seen.edges += StrictCsv{text}.size();
  }
  return seen;
}

Seen read_kgx_jsonl(std::string const& text) {
  Seen seen;
  simdjson::dom::parser parser;
  for (std::string const& line : lines_of(text)) {
    if (line.starts_with("== ")) continue;
    simdjson::dom::object const parsed = parser.parse(line);
    std::set<std::string_view> keys;
    for (auto const& [key, value] : parsed) BOOST_TEST(keys.insert(key).second, "twice: " << key);
    std::string_view id, label;
    BOOST_REQUIRE(parsed["id"].get(id) == simdjson::SUCCESS);
    if (keys.contains("subject")) {
      ++seen.edges;
      continue;
    }
    if (keys.contains("name")) label = parsed["name"];
    seen.labels.emplace(id, label);
  }
  return seen;
}

Seen read_sql(FolderTexts const& files) {
  Seen seen;
  StrictCsv const nodes{files.at("nodes.csv")};
  for (std::size_t row = 0; row < nodes.size(); ++row) seen.labels.emplace(nodes.at(row, "id"), nodes.at(row, "label"));
  seen.edges = StrictCsv{files.at("edges.csv")}.size();
  return seen;
}

std::map<std::string, std::function<Seen(std::string const&)>, std::less<>> const readers{
    {"graphml", read_graphml}, {"graphml-yed", read_graphml},
    {"gexf", read_gexf},       {"dot", read_dot},
    {"nt", read_nt},           {"nq", read_nt},
    {"ttl", read_turtle},      {"trig", read_trig},
    {"jsonld", read_jsonld},   {"jsonl", read_jsonl},
    {"kgx", read_kgx},         {"kgx-jsonl", read_kgx_jsonl},
    {"sqlite", read_sqlite},   {"json", read_json},
    {"cyjs", read_cyjs},       {"md", read_md}};
std::map<std::string, std::function<Seen(FolderTexts const&)>, std::less<>> const folder_readers{
    {"neo4j", read_neo4j}, {"ladybug", read_ladybug}, {"sql", read_sql}, {"csv", read_csv}};

// KGX knows no escape in TSV.
std::string in_cell(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    bool const ends = point.value == U'\t' || point.value == U'\n' || point.value == U'\r';
    append_utf8(out, point.value == U'|' ? U'\u00A6' : ends ? U' ' : point.value);
    at += point.length;
  }
  return out;
}

// What an independent reader of the format sees; nothing where there is none.
// The program's own bytes, by what reads them.
Seen read_mgraph(std::string const& bytes) {
  Graph const graph = Snapshot::from_bytes(bytes, "g", Ontology::builtin(), Snapshot::Check::all);
  Seen seen;
  for (NodeId const n : graph.nodes()) seen.labels.emplace(graph.node(n).id, graph.node(n).label);
  seen.edges = graph.edge_count();
  return seen;
}

std::optional<Seen> seen_in(Exporter const& exporter, Graph const& graph) {
  if (exporter.name == "mgraph") return read_mgraph(exported(graph, exporter.name));
  if (auto const reader = folder_readers.find(exporter.name); reader != folder_readers.end()) {
    return reader->second(exported_folder(graph, exporter.name));
  }
  auto const reader = readers.find(exporter.name);
  return reader == readers.end() ? std::nullopt : std::optional{reader->second(exported(graph, exporter.name))};
}

// Formats of bytes that are no text.
bool is_binary(std::string_view format) { return format == "sqlite" || format == "mgraph"; }

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; });
  return text;
}

// Databases do not agree on NUL.
bool is_database(std::string_view format) { return format == "sqlite" || folder_readers.contains(format); }

// The label in the form that the format promises; DOT is for looking at: it wraps and cuts.
std::string expected(std::string_view format, std::string const& label) {
  if (format == "dot" || format == "md") return without_blanks(holdable(shortened(label, 240), true));
  if (format == "csv") return holdable(as_in_cell(label), false);
  if (format == "kgx") return in_cell(label);
  if (format == "mgraph") return label;  // the very bytes
  std::string text = holdable(label, format == "graphml" || format == "graphml-yed" || format == "gexf");
  if (is_database(format)) {
    for (std::size_t at = 0; (at = text.find('\0', at)) != std::string::npos;) text.replace(at, 1, replacement);
  }
  return text;
}

std::string shown(std::string_view format, std::string const& label) {
  if (format == "md") return without_blanks(label);
  if (format != "dot") return label;
  std::string text;
  for (std::size_t at = 0; at < label.size(); ++at) {  // Graphviz reads entities
    text += label[at];
    if (label.compare(at, 5, "&amp;") == 0) at += 4;
  }
  return without_blanks(text);
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_label_comes_back_from_every_format) {
  auto const labels = nasty_labels();
  Graph const graph = nasty_graph(labels);
  for (Exporter const* const exporter : exporters()) {
    if (exporter->is_drawn) continue;
    BOOST_TEST_CONTEXT("format " << exporter->name) {
      auto const seen = seen_in(*exporter, graph);
      BOOST_REQUIRE_MESSAGE(seen.has_value(), "this test wants an independent reader for the format");
      BOOST_TEST(seen->edges == labels.size());
      for (std::size_t i = 0; i < labels.size(); ++i) {
        auto const found = seen->labels.find("X:" + std::to_string(i));
        BOOST_REQUIRE_MESSAGE(found != seen->labels.end(), "node " << i << " is missing");
        bool const equal = shown(exporter->name, found->second) == expected(exporter->name, labels[i]);
        BOOST_TEST(equal, "label " << i << " came back as: " << found->second.substr(0, 200));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_format_writes_valid_utf8_without_a_byte_order_mark) {
  Graph const graph = nasty_graph(nasty_labels());
  for (Exporter const* const exporter : exporters()) {
    if (is_binary(exporter->name) || exporter->is_drawn) continue;
    std::string const text = exported(graph, exporter->name);
    BOOST_TEST((find_invalid_utf8(text) == std::string_view::npos), exporter->name);
    BOOST_TEST(!text.starts_with("\uFEFF"));
    BOOST_TEST(text.ends_with("\n"));
  }
}

BOOST_AUTO_TEST_CASE(equal_graphs_give_equal_bytes) {
  for (Exporter const* const exporter : exporters()) {
    if (exporter->is_drawn) continue;
    BOOST_TEST((exported(sample_graph(), exporter->name) == exported(sample_graph(), exporter->name)), exporter->name);
  }
}
