// KGX's JSON Lines: nodes and edges, one a line, in one file or two → graph.
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/json_members.hpp"
#include "read/kgx_rows.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"
#include "read/reader.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

bool is_edge(JsonObject const& line) {
  std::string_view text;
  return line.at_key("subject").get(text) == simdjson::SUCCESS && line.at_key("object").get(text) == simdjson::SUCCESS &&
         line.at_key("predicate").get(text) == simdjson::SUCCESS;
}

bool is_node(JsonObject const& line) {
  std::string_view id;
  return line.at_key("id").get(id) == simdjson::SUCCESS && line.at_key("category").error() == simdjson::SUCCESS;
}

int recognises(std::string_view, std::string_view head) {
  std::string_view const text = trim(head);
  if (!text.starts_with('{')) return 0;
  simdjson::dom::parser parser;
  JsonObject line;
  std::string_view const first = text.substr(0, text.find('\n'));
  if (parser.parse(first.data(), first.size()).get(line) != simdjson::SUCCESS) return 0;
  return is_edge(line) || is_node(line) ? 97 : 0;
}

// The slots of one line. Views of texts point into the parser's document, others are stored here.
class Slots {
 public:
  std::vector<KgxValue> const& of(JsonObject const& line) {
    slots_.clear();
    stored_.clear();
    for (auto const& [printed, value] : line) {
      std::string_view const name = clean(printed);
      JsonArray list;
      if (value.get(list) != simdjson::SUCCESS) {
        add(name, value);
        continue;
      }
      for (JsonElement const item : list) add(name, item);
    }
    return slots_;
  }
  // Code points of all lines so far that no format of XML can hold.
  [[nodiscard]] std::uint64_t replaced() const noexcept { return replaced_; }

 private:
  void add(std::string_view name, JsonElement value) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
      if (value.is_null()) return;
      text = stored_.emplace_back(simdjson::minify(value));
    }
    text = clean(text);
    if (!text.empty()) slots_.push_back({kgx_name(name), name, text});
  }

  std::string_view clean(std::string_view text) { return is_clean_text(text) ? text : stored_.emplace_back(clean_text(text, replaced_)); }

  std::vector<KgxValue> slots_;
  std::uint64_t replaced_ = 0;
  std::deque<std::string> stored_;
};

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  KgxRows rows{options, target, [&input] { return digest(input.bytes); }};
  Slots slots;
  simdjson::dom::parser parser;
  Lines lines{input.bytes};
  Line line;
  std::size_t faulty = 0;
  while (lines.next(line)) {
    if (trim(line.text).empty()) continue;
    try {
      JsonObject object;
      auto const code = parser.parse(line.text.data(), line.text.size()).get(object);
      if (code == simdjson::INCORRECT_TYPE) throw LineFault{"not a JSON object"};
      if (code != simdjson::SUCCESS) throw LineFault{"not JSON"};
      if (object.at_key("subject").error() == simdjson::SUCCESS) {
        rows.edge(slots.of(object));
      } else {
        rows.node(slots.of(object));
      }
    } catch (LineFault const& fault) {
      ++faulty;
      Caret const caret{input.number, line.number, 0};
      diagnostics.add({Severity::error, caret, fault.what, "the line is left out", excerpt_of(line.text, caret)});
    }
  }
  rows.hand_out();
  say_replaced(diagnostics, input.number, slots.replaced());
  if (rows.used() == 0) {
    throw Error(std::string{diagnostics.input_name(input.number)}, fmt::format("none of its {} lines is a node or an edge", faulty),
                "give KGX as JSON Lines: {\"id\", \"category\", ...} or {\"subject\", \"predicate\", \"object\", ...}");
  }
}

}  // namespace

extern Reader const kgx_jsonl_reader;
Reader const kgx_jsonl_reader{"kgx-jsonl", "a KGX graph as JSON Lines: nodes, edges or both", true, recognises, read};

}  // namespace mechgraph
