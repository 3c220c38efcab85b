// The JSON lines that mechgraph writes: one witness a line → graph. docs/formats.md describes the line.
#include <string>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/graph_rows.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"
#include "read/reader.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t lines_per_part = 10'000;

class GraphLines {
 public:
  explicit GraphLines(ReadTarget const& target) : target_(target) {}

  // A line that throws leaves no rows behind.
  void add(JsonObject const& line) {
    rows_.mark();
    try {
      if (auto const node = object_member(line, "node")) {
        rows_.node(*node);
      } else if (auto const bare = object_member(line, "edge")) {
        edge(*bare, "attributes");
      } else {
        statement(line);
      }
    } catch (LineFault const&) {
      rows_.rollback();
      throw;
    }
    if (++lines_ == lines_per_part) hand_out();
  }

  void hand_out() {
    if (lines_ == 0) return;
    target_.graph(rows_.hand_out());
    lines_ = 0;
  }
  [[nodiscard]] std::uint64_t replaced() const noexcept { return rows_.replaced; }

 private:
  // Subject, relation, object, sign, negation, and the attributes under the name given.
  std::uint32_t edge(JsonObject const& line, std::string_view attributes) {
    JsonObject const subject = needed_object(line, "subject");
    JsonObject const object = needed_object(line, "object");
    GraphPart::Edge edge;
    edge.relation = rows_.text(needed_text(line, "relation"));
    std::int64_t const sign = member_as<std::int64_t>(line, "sign", "a number").value_or(0);
    if (sign < -1 || sign > 1) throw LineFault{"\"sign\" is none of -1, 0 and 1"};
    edge.sign = static_cast<std::int8_t>(sign);
    edge.negated = member_as<bool>(line, "negated", "true or false").value_or(false);
    edge.subject = rows_.node(subject);
    edge.object = rows_.node(object);
    rows_.part.edges.push_back(edge);
    auto const row = static_cast<std::uint32_t>(rows_.part.edges.size() - 1);
    if (auto const values = object_member(line, attributes)) rows_.attributes(*values, row, rows_.part.edge_attributes);
    return row;
  }

  void statement(JsonObject const& line) {
    std::uint32_t const row = edge(line, "edge_attributes");
    GraphPart::Document document;
    std::string_view table;
    std::string_view caption;
    if (auto const described = object_member(line, "document")) {
      table = text_member(*described, "table");
      caption = text_member(*described, "caption");
      document = rows_.document(*described, caption);
    } else {
      document.id = rows_.text(document_id({}, {}, {}));
    }
    std::uint32_t const record = rows_.record(document, table, caption, text_member(line, "record"));
    GraphPart::Witness witness = rows_.witness(line, record, rows_.part.strings.view(document.id));
    witness.edge = row;
    rows_.part.witnesses.push_back(std::move(witness));
  }

  ReadTarget const& target_;
  GraphRows rows_;
  std::size_t lines_ = 0;
};

int recognises(std::string_view name, std::string_view head) {
  std::string_view const text = trim(head);
  if (!text.starts_with('{')) return 0;
  std::string_view const line = text.substr(0, text.find('\n'));
  bool const is_statement =
      line.find("\"subject\"") != std::string_view::npos || line.starts_with("{\"node\"") || line.starts_with("{\"edge\"");
  return is_statement ? 95 : name.ends_with(".jsonl") && trim(line).ends_with('}') ? 30 : 0;
}

void read(Input const& input, ReadOptions const&, Diagnostics& diagnostics, ReadTarget const& target) {
  GraphLines graph{target};
  simdjson::dom::parser parser;
  std::size_t used = 0;
  std::size_t faulty = 0;
  Lines lines{input.bytes};
  Line line;
  while (lines.next(line)) {
    if (trim(line.text).empty()) continue;
    try {
      JsonObject statement;
      auto const code = parser.parse(line.text.data(), line.text.size()).get(statement);
      if (code == simdjson::INCORRECT_TYPE) throw LineFault{"not a JSON object"};
      if (code != simdjson::SUCCESS) throw LineFault{"not JSON"};
      graph.add(statement);
      ++used;
    } catch (LineFault const& fault) {
      ++faulty;
      Caret const caret{input.number, line.number, 0};
      diagnostics.add({Severity::error, caret, fault.what, "the line is left out", excerpt_of(line.text, caret)});
    }
  }
  graph.hand_out();
  say_replaced(diagnostics, input.number, graph.replaced());
  if (used == 0) {
    throw Error(std::string{diagnostics.input_name(input.number)},
                faulty == 1 ? std::string{"its only line is not a statement"} : fmt::format("none of its {} lines is a statement", faulty),
                "give a graph that mechgraph wrote with -f jsonl");
  }
}

}  // namespace

extern Reader const jsonl_reader;
Reader const jsonl_reader{"jsonl", "a graph that mechgraph wrote as JSON Lines", true, recognises, read};

}  // namespace mechgraph
