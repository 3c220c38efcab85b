// Text → text that is safe inside a format.
#include "exporters/escape.hpp"

#include <array>
#include <cstdint>

#include "base/byte_scan.hpp"
#include "base/text.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";     // U+2026
constexpr std::string_view hex_digits = "0123456789ABCDEF";

void put(std::string& out, std::string_view text) { out.append(text); }
void put(Sink& out, std::string_view text) { out.write(text); }
void put(std::string& out, char byte) { out += byte; }
void put(Sink& out, char byte) { out.write(byte); }
void put(TextBuffer& out, std::string_view text) { out.append(text); }
void put(TextBuffer& out, char byte) { out.append(byte); }

// Which bytes end a run that can be copied as it is.
constexpr ByteSet attribute_bytes{"&<>\"", true, true};
constexpr ByteSet cdata_bytes{"]", true, true};
constexpr ByteSet text_bytes{"", true, true};
constexpr ByteSet cdata_reasons{"&<>\n\t\r", false, false};
constexpr ByteSet json_bytes{"\"\\", true, true};
constexpr ByteSet nt_bytes{"\"\\\x7F", true, true};
constexpr ByteSet nul_bytes{std::string_view{"\0", 1}, false, true};
constexpr ByteSet csv_bytes{std::string_view{"\"\0", 2}, false, true};
constexpr ByteSet markdown_bytes{"\\`*_{[]#|<>~&:.@$", true, true};
constexpr ByteSet dot_bytes{"\"\\&", true, true};

// What stands in an IRI as it is.
constexpr std::array<bool, 256> unreserved = [] {
  std::array<bool, 256> set{};
  for (char const c : std::string_view{"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"}) {
    set[static_cast<unsigned char>(c)] = true;
  }
  return set;
}();

bool xml_can_hold(char32_t c) { return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r'; }

// Copies runs of plain bytes at once and hands every other ASCII byte to `special(at)`, which writes what stands for it and gives the
// number of bytes that it took. Other code points are copied, or given to `wide` when `keeps` says no.
template <ByteSet const& stops, class Out, class Special, class Keeps, class Wide>
void escape(Out& out, std::string_view text, Special special, Keeps keeps, Wide wide) {
  std::size_t run = 0;
  std::size_t at = find_byte<stops>(text, 0);
  if (at == text.size()) return put(out, text);
  auto const flush = [&] {
    if (run < at) put(out, text.substr(run, at - run));
  };
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      flush();
      at += special(at);
      run = at;
    } else {
      CodePoint const c = decode(text, at);
      bool const valid = c.length > 1;
      if (valid && keeps(c.value)) {
        at += c.length;
      } else {
        flush();
        if (valid)
          wide(c.value);
        else
          put(out, replacement);
        at += c.length;
        run = at;
      }
    }
    at = find_byte<stops>(text, at);
  }
  flush();
}

template <ByteSet const& stops, class Out, class Special>
void escape_for_xml(Out& out, std::string_view text, Special special) {
  escape<stops>(out, text, special, xml_can_hold, [&](char32_t) { put(out, replacement); });
}

template <class Out>
void unicode_escape(Out& out, std::uint32_t c) {
  char const text[] = {'\\', 'u', hex_digits[(c >> 12) & 15U], hex_digits[(c >> 8) & 15U], hex_digits[(c >> 4) & 15U], hex_digits[c & 15U]};
  put(out, std::string_view{text, sizeof text});
}

// The letter after the backslash, or 0 for a byte that has no short form.
constexpr char short_form(char byte) {
  switch (byte) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\b': return 'b';
    case '\f': return 'f';
    default: return 0;
  }
}

template <ByteSet const& stops, class Out, class Keeps>
void backslashed(Out& out, std::string_view text, Keeps keeps) {
  put(out, '"');
  auto const special = [&](std::size_t at) {
    if (char const letter = short_form(text[at]); letter != 0) {
      char const pair[] = {'\\', letter};
      put(out, std::string_view{pair, sizeof pair});
    } else {
      unicode_escape(out, static_cast<unsigned char>(text[at]));
    }
    return std::size_t{1};
  };
  escape<stops>(out, text, special, keeps, [&](char32_t c) { unicode_escape(out, c); });
  put(out, '"');
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool wants_cdata(std::string_view text) {
  if (text.empty()) return false;
  if (is_blank(text.front()) || is_blank(text.back())) return true;
  return find_byte<cdata_reasons>(text, 0) != text.size();
}

// "&beta;" and "&#946;" act in Graphviz's labels; a lone ampersand does not.
bool begins_entity(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '#') ++i;
  std::size_t const first = i;
  while (i < text.size() && i - first < 12 && ((text[i] | 0x20) >= 'a' ? (text[i] | 0x20) <= 'z' : text[i] >= '0' && text[i] <= '9')) ++i;
  return i > first && i < text.size() && text[i] == ';';
}

// How a byte of a label stands in an escString.
template <class Out>
void dot_special(Out& out, std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '"': put(out, "\\\""); break;
    case '\\': put(out, "\\\\"); break;
    case '\n': put(out, '\n'); break;  // as good as the escape \n for Graphviz, and JGraphT refuses that one
    case '\r': break;
    case '\t': put(out, ' '); break;
    case '&': put(out, begins_entity(text, at) ? std::string_view{"&amp;"} : std::string_view{"&"}); break;
    default: put(out, replacement); break;
  }
}

template <class Out>
void dot_run(Out& out, std::string_view text) {
  escape_for_xml<dot_bytes>(out, text, [&](std::size_t at) {
    dot_special(out, text, at);
    return std::size_t{1};
  });
}

// One line of a label, broken into lines of at most `width` code points.
template <class Out>
void dot_wrapped(Out& out, std::string_view line, std::size_t width) {
  if (line.size() <= width) return dot_run(out, line);
  std::size_t begin = 0;  // of the line at hand
  std::size_t blank = 0;  // the last place where it can be broken; begin = none
  std::size_t columns = 0;
  std::size_t since_blank = 0;  // code points after that place
  for (std::size_t at = 0; at < line.size();) {
    std::uint32_t const length = decode(line, at).length;
    if (columns == width && line[at] == ' ') {
      dot_run(out, line.substr(begin, at - begin));
      put(out, '\n');
      begin = blank = ++at;
      columns = since_blank = 0;
      continue;
    }
    if (columns == width) {
      std::size_t const end = blank > begin ? blank : at;
      dot_run(out, line.substr(begin, end - begin));
      put(out, '\n');
      columns = blank > begin ? since_blank : 0;
      begin = blank > begin ? blank + 1 : at;
      blank = begin;
    }
    if (line[at] == ' ') {
      blank = at;
      since_blank = 0;
    } else {
      ++since_blank;
    }
    ++columns;
    at += length;
  }
  dot_run(out, line.substr(begin));
}

}  // namespace

template <class Out>
void xml_text(Out& out, std::string_view text) {
  if (!wants_cdata(text)) {
    escape_for_xml<text_bytes>(out, text, [&](std::size_t) {
      put(out, replacement);
      return std::size_t{1};
    });
    return;
  }
  put(out, "<![CDATA[");
  escape_for_xml<cdata_bytes>(out, text, [&](std::size_t at) {
    char const byte = text[at];
    if (byte == ']')
      put(out, text.substr(at, 3) == "]]>" ? std::string_view{"]]]]><![CDATA["} : std::string_view{"]"});
    else if (byte == '\n' || byte == '\t' || byte == '\r')
      put(out, byte);
    else
      put(out, replacement);
    return byte == ']' && text.substr(at, 3) == "]]>" ? std::size_t{2} : std::size_t{1};
  });
  put(out, "]]>");
}

template <class Out>
void xml_attribute(Out& out, std::string_view text) {
  escape_for_xml<attribute_bytes>(out, text, [&](std::size_t at) {
    switch (text[at]) {
      case '&': put(out, "&amp;"); break;
      case '<': put(out, "&lt;"); break;
      case '>': put(out, "&gt;"); break;
      case '"': put(out, "&quot;"); break;
      case '\t': put(out, "&#9;"); break;
      case '\n': put(out, "&#10;"); break;
      case '\r': put(out, "&#13;"); break;
      default: put(out, replacement); break;
    }
    return std::size_t{1};
  });
}

template <class Out>
void json_string(Out& out, std::string_view text) {
  backslashed<json_bytes>(out, text, [](char32_t c) { return c != 0x85 && c != 0x2028 && c != 0x2029; });
}

template <class Out>
void nt_literal(Out& out, std::string_view text) {
  backslashed<nt_bytes>(out, text, [](char32_t c) { return c != 0xFFFE && c != 0xFFFF; });
}

std::string database_text(std::string_view text) {
  std::string out;
  auto const nul = [&](std::size_t) {
    put(out, replacement);
    return std::size_t{1};
  };
  escape<nul_bytes>(
      out, text, nul, [](char32_t) { return true; }, [](char32_t) {});
  return out;
}

template <class Out>
void csv_string(Out& out, std::string_view text) {
  put(out, '"');
  auto const special = [&](std::size_t at) {
    put(out, text[at] == '"' ? std::string_view{"\"\""} : replacement);
    return std::size_t{1};
  };
  escape<csv_bytes>(
      out, text, special, [](char32_t) { return true; }, [](char32_t) {});
  put(out, '"');
}

template <class Out>
void iri_part(Out& out, std::string_view text, bool keep_slash) {
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (unreserved[byte] || (keep_slash && byte == '/')) continue;
    put(out, text.substr(run, at - run));
    run = at + 1;
    char const escaped[] = {'%', hex_digits[byte >> 4U], hex_digits[byte & 15U]};
    put(out, std::string_view{escaped, sizeof escaped});
  }
  put(out, text.substr(run));
}

template <class Out>
void markdown_text(Out& out, std::string_view text) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const is_word = [&](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c); };
  escape_for_xml<markdown_bytes>(out, text, [&](std::size_t at) {
    char const byte = text[at];
    char const next = at + 1 < text.size() ? text[at + 1] : '\0';
    switch (byte) {
      case '&': put(out, "&amp;"); break;
      case '<': put(out, "&lt;"); break;
      case '>': put(out, "&gt;"); break;
      case '\n':
      case '\t':
      case '\r': put(out, ' '); break;
      case '@':
        put(out, byte);
        if (is_word(next)) put(out, "\u2060");
        break;
      case ':':  // no link begins before a blank or a digit
        put(out, is_digit(next) || next == ' ' || next == '\0' ? ":" : "\\:");
        break;
      case '.': put(out, at >= 3 && (text[at - 1] | 0x20) == 'w' && (text[at - 2] | 0x20) == 'w' ? "\\." : "."); break;
      default:
        if (static_cast<unsigned char>(byte) < 0x20) {
          put(out, replacement);
        } else {
          put(out, '\\');
          put(out, byte);
        }
    }
    return std::size_t{1};
  });
}

std::string shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string{text};
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a code point
  return std::string{text.substr(0, end)}.append(ellipsis);
}

template <class Out>
void dot_id(Out& out, std::string_view text) {
  put(out, '"');
  auto const write = [&](std::string_view part) {
    escape_for_xml<dot_bytes>(out, part, [&](std::size_t at) {
      switch (part[at]) {
        case '"': put(out, "\\\""); break;
        case '\\': put(out, "\\\\"); break;
        case '&': put(out, '&'); break;
        case '\n':
        case '\t': put(out, part[at]); break;
        case '\r': break;
        default: put(out, replacement); break;
      }
      return std::size_t{1};
    });
  };
  if (text.size() <= dot_limit)
    write(text);
  else
    write(shortened(text, dot_limit));
  put(out, '"');
}

template <class Out>
void dot_label(Out& out, std::string_view text, std::size_t width, std::size_t limit) {
  std::string cut_text;
  if (text.size() > limit) {
    cut_text = shortened(text, limit);
    text = cut_text;
  }
  put(out, '"');
  if (width == 0) {
    dot_run(out, text);
  } else {
    for (bool first = true;; first = false) {
      std::size_t const end = text.find('\n');
      if (!first) put(out, '\n');
      dot_wrapped(out, text.substr(0, end), width);
      if (end == std::string_view::npos) break;
      text.remove_prefix(end + 1);
    }
  }
  put(out, '"');
}

template void xml_text(Sink&, std::string_view);
template void xml_text(std::string&, std::string_view);
template void xml_text(TextBuffer&, std::string_view);
template void xml_attribute(Sink&, std::string_view);
template void xml_attribute(std::string&, std::string_view);
template void json_string(Sink&, std::string_view);
template void json_string(std::string&, std::string_view);
template void json_string(TextBuffer&, std::string_view);
template void nt_literal(Sink&, std::string_view);
template void nt_literal(std::string&, std::string_view);
template void nt_literal(TextBuffer&, std::string_view);
template void csv_string(Sink&, std::string_view);
template void csv_string(std::string&, std::string_view);
template void csv_string(TextBuffer&, std::string_view);
template void iri_part(Sink&, std::string_view, bool);
template void iri_part(std::string&, std::string_view, bool);
template void iri_part(TextBuffer&, std::string_view, bool);
template void markdown_text(Sink&, std::string_view);
template void markdown_text(std::string&, std::string_view);
template void dot_id(Sink&, std::string_view);
template void dot_id(std::string&, std::string_view);
template void dot_label(Sink&, std::string_view, std::size_t, std::size_t);
template void dot_label(std::string&, std::string_view, std::size_t, std::size_t);

}  // namespace mechgraph
