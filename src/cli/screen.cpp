// Text for a terminal: safe, measured in columns, wrapped, marked.
#include "cli/screen.hpp"

#include <utf8proc.h>

namespace mechgraph {
namespace {

std::size_t width_of(char32_t code_point) {
  int const width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// The character as it is shown.
char32_t shown(char32_t code_point) {
  if (code_point == '\t' || code_point == '\n' || code_point == '\r') return ' ';
  return is_control(code_point) ? U'\uFFFD' : code_point;
}

}  // namespace

std::string screen_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const next = decode(text, at);
    append_utf8(out, shown(next.value));
    at += next.length;
  }
  return out;
}

std::size_t screen_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const next = decode(text, at);
    width += width_of(next.value);
    at += next.length;
  }
  return width;
}

std::string padded(std::string_view text, std::size_t columns) {
  std::string out{text};
  if (std::size_t const width = screen_width(text); width < columns) out.append(columns - width, ' ');
  return out;
}

std::string wrapped(std::string_view text, std::size_t columns, std::string_view indent) { return marked(text, {}, columns, indent); }

std::string marked(std::string_view text, std::vector<Mark> const& marks, std::size_t columns, std::string_view indent) {
  std::string signs(text.size(), ' ');  // one for each byte
  for (Mark const& mark : marks) {
    for (std::size_t i = mark.span.begin; i < mark.span.end && i < signs.size(); ++i) signs[i] = mark.sign;
  }

  std::string out;
  auto const line = [&](std::size_t begin, std::size_t end) {
    std::string words{indent};
    std::string under{indent};
    for (std::size_t at = begin; at < end;) {
      CodePoint const next = decode(text, at);
      char32_t const value = shown(next.value);
      append_utf8(words, value);
      under.append(width_of(value), signs[at]);
      at += next.length;
    }
    out += words;
    out += '\n';
    under.erase(under.find_last_not_of(' ') + 1);
    if (under.size() > indent.size()) {
      out += under;
      out += '\n';
    }
  };

  std::size_t begin = 0;  // of the line
  std::size_t width = 0;  // of the line up to `at`
  std::size_t space = 0;  // where the last white space of the line begins
  bool has_space = false;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const next = decode(text, at);
    std::size_t const step = width_of(shown(next.value));
    if (next.value == '\n') {
      line(begin, at);
      begin = at + next.length;
      width = 0;
      has_space = false;
      at += next.length;
      continue;
    }
    if (is_space(next.value)) {
      space = at;
      has_space = true;
    }
    if (width + step > columns && has_space) {
      line(begin, space);
      begin = space + decode(text, space).length;
      width = screen_width(text.substr(begin, at > begin ? at - begin : 0));
      has_space = false;
      if (at < begin) at = begin;
      continue;
    }
    width += step;
    at += next.length;
  }
  if (begin < text.size() || text.empty()) line(begin, text.size());
  return out;
}

}  // namespace mechgraph
