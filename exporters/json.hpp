// JSON, written in order into a string that is used again and again.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <string_view>

#include "base/sink.hpp"
#include "base/text_buffer.hpp"
#include "exporters/escape.hpp"

namespace mechgraph {

// Writes commas and escapes; the caller keeps brackets in balance and gives a key before each value inside an object. Everything is
// appended to `out`, which outlives the writer. No spaces, no line breaks.
class JsonWriter {
 public:
  explicit JsonWriter(TextBuffer& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  // A key of the machinery: copied as it is.
  JsonWriter& key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    first_ = true;
    return *this;
  }
  // A key that came from data.
  JsonWriter& data_key(std::string_view name) {
    separate();
    json_string(out_, name);
    out_ += ':';
    first_ = true;
    return *this;
  }

  void value(std::string_view text) {
    separate();
    json_string(out_, text);
  }
  void value(char const* text) { value(std::string_view{text}); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void null() { raw("null"); }
  // What is JSON already.
  void literal(std::string_view json) { raw(json); }
  // A number or truth value that is written already.
  void plain(std::string_view text) { raw(text); }
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) void value(T number) {
    char digits[24];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    raw(std::string_view{digits, static_cast<std::size_t>(end - digits)});
  }
  // Thousandths in their shortest form: 900 → 0.9.
  void per_mille(std::uint16_t thousandths) {
    separate();
    append_per_mille(out_, thousandths);
  }

  // Key and value; an empty text is left out, since empty and absent are one thing.
  void member(std::string_view name, std::string_view text) {
    if (!text.empty()) key(name).value(text);
  }

  // The same, to a TextBuffer or a std::string.
  template <class Out>
  static void append_per_mille(Out& out, std::uint16_t thousandths) {
    char text[8];
    char* const point = std::to_chars(text, text + sizeof text, thousandths / 1000).ptr;
    unsigned const rest = thousandths % 1000U;
    point[0] = '.';
    point[1] = digit(rest / 100);
    point[2] = digit(rest / 10 % 10);
    point[3] = digit(rest % 10);
    std::ptrdiff_t const size = rest == 0 ? 0 : rest % 10 != 0 ? 4 : rest % 100 != 0 ? 3 : 2;
    out.append(std::string_view{text, static_cast<std::size_t>(point + size - text)});
  }

 private:
  static constexpr char digit(unsigned value) { return static_cast<char>('0' + value); }

  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void raw(std::string_view text) {
    separate();
    out_ += text;
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }

  TextBuffer& out_;
  bool first_ = true;  // nothing stands before the next value
};

// The elements of an array that streams: each on a line of its own. The caller writes the brackets.
class JsonRows {
 public:
  explicit JsonRows(Sink& sink) : sink_(sink) {}

  // write(JsonWriter&) gives one value.
  template <class Write>
  void add(Write write) {
    text_.clear();
    JsonWriter json{text_};
    write(json);
    sink_.print(any_ ? ",\n" : "\n", text_.view());
    any_ = true;
  }

 private:
  Sink& sink_;
  TextBuffer text_;
  bool any_ = false;
};

}  // namespace mechgraph
