// N-Triples and N-Quads: lines → statements.
#include "read/rdf_lines.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/byte_scan.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/rdf_names.hpp"
#include "read/line_blocks.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr ByteSet iri_stops{"<>\"{}|^`\\ ", true, false};
constexpr ByteSet literal_stops{"\"\\\r", false, false};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// PN_CHARS_U and PN_CHARS of the grammar, without the colon, which tests of RDF 1.1 refuse.
bool begins_label(char32_t c) {
  if (c < 0x80) return is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) || c == '_';
  return (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c <= 0x2FF) || (c >= 0x370 && c != 0x37E && c <= 0x1FFF) || c == 0x200C || c == 0x200D ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDCF) ||
         (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}
bool continues_label(char32_t c) {
  return begins_label(c) || c == '-' || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
}

class LineParser {
 public:
  LineParser(std::string_view line, std::uint32_t number, RdfStatements& statements)
      : line_(line), number_(number), statements_(statements) {}

  void parse(bool quads) {
    skip_space();
    if (at_end()) return;
    RdfStatements::Row row;
    row.line = number_;
    row.subject = subject("a subject");
    skip_space();
    if (next() != '<') fail("a property in angle brackets is missing here");
    row.property = iri();
    skip_space();
    row.object = next() == '"' ? literal(row.marks) : subject("an object");
    skip_space();
    if (quads && next() != '.') {
      row.graph = subject("a full stop or a graph");
      skip_space();
    }
    if (next() != '.') fail(quads ? "a full stop is missing here" : "a full stop is missing here; a graph name belongs into N-Quads");
    ++at_;
    skip_space();
    if (!at_end()) fail("there is more than one statement in the line");
    statements_.rows.push_back(row);
  }

 private:
  [[noreturn]] void fail(std::string what) const { throw RdfFault{std::move(what), at_}; }
  [[noreturn]] void fail_at(std::size_t at, std::string what) const { throw RdfFault{std::move(what), at}; }
  [[nodiscard]] char next() const { return at_ < line_.size() ? line_[at_] : '\0'; }
  [[nodiscard]] bool at_end() const { return at_ == line_.size() || line_[at_] == '#'; }
  void skip_space() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
  }

  StringId subject(char const* wanted) {
    if (next() == '<') return iri();
    if (line_.substr(at_, 2) == "_:") return blank();
    fail(fmt::format("{} is missing here: an IRI in angle brackets or a blank node", wanted));
  }

  StringId blank() {
    std::size_t const begin = at_ + 2;
    std::size_t end = begin;  // after the last byte that may end a label
    for (std::size_t i = begin; i < line_.size();) {
      CodePoint const c = decode(line_, i);
      bool const fits = i == begin ? begins_label(c.value) : continues_label(c.value) || c.value == '.';
      if (!fits) break;
      i += c.length;
      if (c.value != '.') end = i;
    }
    if (end == begin) fail("a blank node without a name");
    if (end < line_.size() && line_[end] == ':') fail_at(end, "a colon can not stand in the name of a blank node");
    at_ = end;
    return statements_.blank(line_.substr(begin, end - begin));
  }

  // \uXXXX or \UXXXXXXXX, whose letter is at `at`; gives the place after it.
  std::size_t unicode_escape(std::size_t at, std::string& out) const {
    std::size_t const digits = line_[at] == 'u' ? 4 : 8;
    char32_t value = 0;
    for (std::size_t i = at + 1; i <= at + digits; ++i) {
      char const c = i < line_.size() ? line_[i] : '\0';
      char const lower = static_cast<char>(c | 0x20);
      if (is_digit(c))
        value = value * 16 + static_cast<char32_t>(c - '0');
      else if (lower >= 'a' && lower <= 'f')
        value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
      else
        fail_at(at - 1, fmt::format("\\{} wants {} hex digits", line_[at], digits));
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) fail_at(at - 1, "this escape is no character of Unicode");
    append_utf8(out, value);
    return at + digits + 1;
  }

  StringId iri() {
    std::size_t const begin = at_;
    std::size_t i = find_byte<iri_stops>(line_, begin + 1);  // most have nothing to stop at
    bool escaped = false;
    for (; i < line_.size() && line_[i] != '>'; ++i) {
      char const c = line_[i];
      if (c == '\\') {
        escaped = true;
        ++i;
        if (i == line_.size() || (line_[i] != 'u' && line_[i] != 'U')) fail_at(i - 1, "an IRI has no escapes but \\u and \\U");
        continue;
      }
      if (static_cast<unsigned char>(c) <= 0x20 || std::string_view{"<\"{}|^`"}.find(c) != std::string_view::npos) {
        fail_at(i, fmt::format("an IRI can not hold {}", c == ' ' ? "a space" : quoted(line_.substr(i, 1))));
      }
    }
    if (i == line_.size()) fail_at(begin, "the IRI has no end: '>' is missing");
    at_ = i + 1;
    std::string_view bracketed = line_.substr(begin, at_ - begin);
    if (escaped) bracketed = unescaped_iri(begin);
    std::size_t colon = 1;
    while (is_letter(bracketed[colon]) ||
           (colon > 1 && (is_digit(bracketed[colon]) || bracketed[colon] == '+' || bracketed[colon] == '-' || bracketed[colon] == '.'))) {
      ++colon;
    }
    if (colon == 1 || bracketed[colon] != ':') fail_at(begin, "the IRI is relative: here it must begin with its scheme, such as http:");
    return statements_.iri(bracketed);
  }

  std::string_view unescaped_iri(std::size_t begin) {
    text_.clear();
    for (std::size_t i = begin; i < at_;) {
      if (line_[i] != '\\') {
        text_ += line_[i++];
        continue;
      }
      std::size_t const before = text_.size();
      std::size_t const after = unicode_escape(i + 1, text_);
      auto const byte = static_cast<unsigned char>(text_[before]);
      if (byte <= 0x20 || std::string_view{"<>\"{}|^`\\"}.find(text_[before]) != std::string_view::npos) {
        fail_at(i, "an IRI can not hold this character, not even escaped");
      }
      i = after;
    }
    return text_;
  }

  StringId literal(std::uint8_t& marks) {
    std::size_t const begin = at_;
    std::size_t i = begin + 1;
    std::size_t run = i;
    i = find_byte<literal_stops>(line_, i);
    if (i < line_.size() && line_[i] == '"') {
      at_ = i + 1;
      return typed(statements_.quoted_literal(line_.substr(begin, i - begin)), marks);
    }
    text_.clear();
    while (i < line_.size() && line_[i] != '"') {
      if (line_[i] != '\\') {
        if (line_[i] == '\r') fail_at(i, "a line break inside a literal: write \\r");
        ++i;
        continue;
      }
      text_.append(line_.substr(run, i - run));
      ++i;
      constexpr std::string_view letters = "tbnrf\"'\\";
      constexpr std::string_view meant = "\t\b\n\r\f\"'\\";
      std::size_t const known = i < line_.size() ? letters.find(line_[i]) : std::string_view::npos;
      if (known != std::string_view::npos) {
        text_ += meant[known];
        ++i;
      } else if (i < line_.size() && (line_[i] == 'u' || line_[i] == 'U')) {
        i = unicode_escape(i, text_);
      } else {
        fail_at(i - 1, "an escape that there is not: they are \\t \\b \\n \\r \\f \\\" \\' \\\\ \\u \\U");
      }
      run = i;
    }
    if (i == line_.size()) fail_at(begin, "the literal has no end: a quote is missing");
    text_.append(line_.substr(run, i - run));
    at_ = i + 1;
    return typed(statements_.literal(text_), marks);
  }

  // What follows a literal.
  StringId typed(StringId text, std::uint8_t& marks) {
    if (next() == '@') marks = language();
    if (line_.substr(at_, 2) == "^^") {
      at_ += 2;
      if (next() != '<') fail("the datatype's IRI is missing here");
      StringId const type = iri();
      if (statements_.terms.view(type) != xsd_string) marks = RdfStatements::typed;
    }
    return text;
  }

  std::uint8_t language() {
    std::size_t const begin = ++at_;
    while (is_letter(next())) ++at_;
    bool good = at_ > begin;
    std::string_view const first = line_.substr(begin, at_ - begin);
    while (good && next() == '-') {
      std::size_t const part = ++at_;
      while (is_letter(next()) || is_digit(next())) ++at_;
      good = at_ > part;
    }
    if (!good) fail_at(begin - 1, "this is no language tag: letters, then parts behind '-'");
    bool const english = first.size() == 2 && (first[0] | 0x20) == 'e' && (first[1] | 0x20) == 'n';
    return static_cast<std::uint8_t>(RdfStatements::tagged | (english ? RdfStatements::english : 0));
  }

  std::string_view line_;
  std::uint32_t number_;
  RdfStatements& statements_;
  std::size_t at_ = 0;
  std::string text_;
};

}  // namespace

void read_rdf_line(std::string_view line, std::uint32_t number, bool quads, RdfStatements& statements) {
  LineParser{line, number, statements}.parse(quads);
}

RdfStatements read_rdf_lines(Input const& input, bool quads, Diagnostics& diagnostics) {
  LineBlocks lines{input, diagnostics};
  RdfStatements statements{[&lines] { return lines.content_digest(); }};
  std::size_t faulty = 0;
  Line line;
  while (lines.next(line)) {
    try {
      read_rdf_line(line.text, line.number, quads, statements);
    } catch (RdfFault const& fault) {
      ++faulty;
      Caret const caret{input.number, line.number, static_cast<std::uint32_t>(fault.at)};
      diagnostics.add({Severity::error, caret, fault.what, "the line is left out", excerpt_of(line.text, caret)});
    }
  }
  if (statements.rows.empty() && faulty > 0) {
    throw Error(std::string{diagnostics.input_name(input.number)},
                faulty == 1 ? std::string{"its only line is no statement"} : fmt::format("none of its {} lines is a statement", faulty),
                quads ? "give N-Quads" : "give N-Triples");
  }
  statements.settle();
  return statements;
}

int terms_of_first_line(std::string_view head) {
  Lines lines{head};
  Line line;
  while (lines.next(line)) {
    std::string_view const text = trim(line.text);
    if (text.empty() || text.front() == '#') continue;
    if (text.front() != '<' && !text.starts_with("_:")) return 0;
    RdfStatements statements{std::string{}};
    try {
      read_rdf_line(text, 1, true, statements);
    } catch (RdfFault const&) {
      return 0;
    }
    return statements.rows.front().graph == StringId{} ? 3 : 4;
  }
  return 0;
}

}  // namespace mechgraph
