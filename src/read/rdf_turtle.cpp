// Turtle and TriG, by serd: text → statements.
#include "read/rdf_turtle.hpp"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <serd/serd.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/rdf_names.hpp"
#include "read/ascii.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t deepest = 1000;

std::uint8_t const* bytes_of(char const* text) { return static_cast<std::uint8_t const*>(static_cast<void const*>(text)); }

std::string_view view(SerdNode const* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {static_cast<char const*>(static_cast<void const*>(node->buf)), node->n_bytes};
}

// Where a byte of the input stands.
[[noreturn]] void fail(Input const& input, Diagnostics const& diagnostics, std::size_t at, std::string const& what, std::string hint) {
  std::string_view const before = std::string_view{input.bytes}.substr(0, at);
  std::size_t const begin = before.find_last_of('\n') + 1;  // npos + 1 = 0
  auto const line = static_cast<std::uint32_t>(std::ranges::count(before, '\n') + 1);
  Caret const caret{input.number, line, static_cast<std::uint32_t>(at - begin)};
  std::string_view const text = std::string_view{input.bytes}.substr(begin);
  throw Error(diagnostics.place(caret, excerpt_of(text.substr(0, text.find('\n')), caret)), what, std::move(hint));
}

// Walks over Turtle: `plain` is called with every place outside strings, IRIs and comments, `escape` with every backslash inside the first
// two.
template <class Plain, class Escape>
void walk_turtle(std::string_view text, Plain plain, Escape escape) {
  std::size_t at = 0;
  auto const skip_to = [&](std::string_view end, bool over_lines) {
    while (at < text.size() && text.substr(at, end.size()) != end) {
      if (text[at] == '\n' && !over_lines) return;  // serd says what is wrong
      if (text[at] == '\\') escape(at++);
      ++at;
    }
    at = std::min(at + end.size(), text.size());
  };
  while (at < text.size()) {
    char const c = text[at];
    if (c == '"' || c == '\'') {
      std::string_view const three = c == '"' ? "\"\"\"" : "\'\'\'";
      bool const is_long = text.substr(at, 3) == three;
      at += is_long ? 3 : 1;
      skip_to(is_long ? three : three.substr(0, 1), is_long);
    } else if (c == '<') {
      ++at;
      skip_to(">", false);
    } else if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else {
      plain(at);
      at += c == '\\' ? 2 : 1;  // of a local name
    }
  }
}

// Serd does not refuse these: nesting without end, and escapes of halves of characters.
void check(Input const& input, Diagnostics const& diagnostics) {
  std::string_view const text = input.bytes;
  std::size_t depth = 0;
  walk_turtle(
      text,
      [&](std::size_t at) {
        char const c = text[at];
        if ((c == '[' || c == '(') && ++depth > deepest) {
          fail(input, diagnostics, at, fmt::format("brackets are nested deeper than {}", deepest), "");
        }
        if ((c == ']' || c == ')') && depth > 0) --depth;
      },
      [&](std::size_t at) {
        std::string_view const escape = text.substr(at + 1, 9);
        bool const is_small = escape.starts_with('u') && escape.size() > 2;
        bool const is_large = escape.starts_with("U0000") && escape.size() > 6;
        std::string_view const value = is_small ? escape.substr(1, 2) : is_large ? escape.substr(5, 2) : std::string_view{};
        if (!value.empty() && (value[0] | 0x20) == 'd' && value[1] >= '8') {
          fail(input, diagnostics, at, "this escape is no character of Unicode", "");
        }
      });
}

class Gatherer {
 public:
  Gatherer(Input const& input, bool graphs, RdfStatements& statements)
      : text_(input.bytes), graphs_(graphs), statements_(statements), env_(serd_env_new(nullptr), serd_env_free) {}

  // Gives serd the bytes: like fread.
  std::size_t give(void* buffer, std::size_t size) {
    std::size_t const count = std::min(size, text_.size() - given_);
    std::memcpy(buffer, text_.data() + given_, count);
    given_ += count;
    return count;
  }

  void run(std::string const& base) {
    SerdNode const uri = serd_node_from_string(SERD_URI, bytes_of(base.c_str()));
    serd_env_set_base_uri(env_.get(), &uri);
    std::unique_ptr<SerdReader, void (*)(SerdReader*)> const reader{
        serd_reader_new(
            graphs_ ? SERD_TRIG : SERD_TURTLE, this, nullptr,
            [](void* self, SerdNode const* base_uri) { return of(self).set_base(base_uri); },
            [](void* self, SerdNode const* name, SerdNode const* space) { return of(self).set_prefix(name, space); },
            [](void* self, SerdStatementFlags, SerdNode const* graph, SerdNode const* subject, SerdNode const* property,
               SerdNode const* object, SerdNode const* type,
               SerdNode const* language) { return of(self).add(graph, subject, property, object, type, language); },
            nullptr),
        serd_reader_free};
    serd_reader_set_strict(reader.get(), true);
    serd_reader_set_error_sink(
        reader.get(), [](void* self, SerdError const* error) { return of(self).refuse(*error); }, this);
    auto const read = [](void* buffer, std::size_t size, std::size_t count, void* self) {
      return of(self).give(buffer, size * count) / size;
    };
    auto const error = [](void*) { return 0; };
    SerdStatus const status = serd_reader_read_source(reader.get(), read, error, this, bytes_of("input"), 4096);
    if (status != SERD_SUCCESS && what_.empty()) what_ = "it can not be read";
  }

  [[nodiscard]] std::string const& fault() const noexcept { return what_; }
  [[nodiscard]] std::size_t fault_line() const noexcept { return line_; }
  [[nodiscard]] std::size_t fault_column() const noexcept { return column_; }

 private:
  static Gatherer& of(void* self) { return *static_cast<Gatherer*>(self); }

  SerdStatus set_base(SerdNode const* uri) {
    has_base_ = true;
    return serd_env_set_base_uri(env_.get(), uri);
  }

  SerdStatus set_prefix(SerdNode const* name, SerdNode const* space) {
    if (!has_base_ && !serd_uri_string_has_scheme(space->buf)) ++statements_.relative_iris;
    return serd_env_set_prefix(env_.get(), name, space);
  }

  // Serd reports the same thing from each level that it leaves: the first is the exact one.
  SerdStatus refuse(SerdError const& error) {
    if (!what_.empty()) return SERD_SUCCESS;
    char text[512];
    std::va_list copy;
    va_copy(copy, *error.args);
    std::vsnprintf(text, sizeof text, error.fmt, copy);
    va_end(copy);
    what_ = fmt::format("this is not {}: {}", graphs_ ? "TriG" : "Turtle", trim(text));
    line_ = error.line;
    column_ = error.col;
    return SERD_SUCCESS;
  }

  // The IRI of a name, in brackets; false with a fault where there is none.
  bool iri(SerdNode const* node, StringId& id) {
    if (node->type == SERD_BLANK) {
      id = statements_.blank(view(node));
      return true;
    }
    bool const is_absolute = node->type == SERD_URI && serd_uri_string_has_scheme(node->buf);
    if (node->type == SERD_URI && !is_absolute && !has_base_) ++statements_.relative_iris;
    buffer_ = '<';
    if (is_absolute) {
      buffer_ += view(node);
    } else {
      SerdNode full = serd_env_expand_node(env_.get(), node);
      buffer_ += view(&full);
      serd_node_free(&full);
    }
    buffer_ += '>';
    if (buffer_.size() == 2) {
      std::string_view const name = view(node);
      what_ = fmt::format("the prefix {} is not declared", quoted(name.substr(0, name.find(':') + 1)));
      return false;
    }
    id = statements_.iri(buffer_);
    return true;
  }

  SerdStatus add(SerdNode const* graph, SerdNode const* subject, SerdNode const* property, SerdNode const* object, SerdNode const* type,
                 SerdNode const* language) {
    RdfStatements::Row row;
    bool good = iri(subject, row.subject) && iri(property, row.property);
    if (good && graph != nullptr && graph->buf != nullptr) {
      good = graphs_ && iri(graph, row.graph);
      if (!graphs_) what_ = "a graph in braces is TriG, not Turtle";
    }
    if (good && object->type != SERD_LITERAL) {
      good = iri(object, row.object);
    } else if (good) {
      row.object = statements_.literal(view(object));
      StringId datatype{};
      if (type != nullptr && type->buf != nullptr) {
        good = iri(type, datatype);
        if (good && statements_.terms.view(datatype) != xsd_string) row.marks = RdfStatements::typed;
      }
      if (std::string_view const tag = view(language); !tag.empty()) {
        bool const english = tag.size() >= 2 && (tag[0] | 0x20) == 'e' && (tag[1] | 0x20) == 'n' && (tag.size() == 2 || tag[2] == '-');
        row.marks = static_cast<std::uint8_t>(RdfStatements::tagged | (english ? RdfStatements::english : 0));
      }
    }
    if (!good) return SERD_ERR_BAD_CURIE;
    statements_.rows.push_back(row);
    return SERD_SUCCESS;
  }

  std::string_view text_;
  std::size_t given_ = 0;
  bool graphs_;
  RdfStatements& statements_;
  std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> env_;
  bool has_base_ = false;
  std::string buffer_, what_;
  std::size_t line_ = 0, column_ = 0;
};

}  // namespace

bool is_turtle(std::string_view head) {
  while (!(head = trim(head)).empty() && head.front() == '#') head.remove_prefix(std::min(head.find('\n'), head.size()));
  return head.starts_with("@prefix") || head.starts_with("@base") || starts_in_any_case(head, "prefix ") ||
         starts_in_any_case(head, "base <");
}

bool has_graphs(std::string_view head) {
  bool found = false;
  walk_turtle(
      head, [&](std::size_t at) { found = found || head[at] == '{'; }, [](std::size_t) {});
  return found;
}

RdfStatements read_rdf_turtle(Input const& input, bool graphs, Diagnostics& diagnostics) {
  check(input, diagnostics);
  RdfStatements statements{digest(input.bytes)};
  Gatherer gatherer{input, graphs, statements};
  gatherer.run(std::string{own_namespace} + "relative/" + statements.content_digest() + "/");
  if (gatherer.fault().empty()) return statements;
  // From line and column to a byte; unknown ones are the beginning.
  std::size_t at = 0;
  for (std::size_t line = 1; line < gatherer.fault_line() && at < input.bytes.size(); ++line) {
    at = std::min(input.bytes.find('\n', at), input.bytes.size() - 1) + 1;
  }
  std::size_t const first = gatherer.fault_line() == 1 ? 1 : 0;  // serd counts columns from 1 in the first line, from 0 in the others
  at = std::min(at + std::max(gatherer.fault_column(), first) - first, input.bytes.size());
  std::string const hint = "nothing of the file is used";
  if (gatherer.fault_line() == 0) throw Error(std::string{diagnostics.input_name(input.number)}, gatherer.fault(), hint);
  fail(input, diagnostics, at, gatherer.fault(), hint);
}

}  // namespace mechgraph
