// Text → tokens that can be compared.
#include "ontology/fold.hpp"

#include <cstdlib>

#include <utf8proc.h>
#include <xxhash.h>

namespace mechgraph {
namespace {

constexpr char32_t soft_hyphen = 0x00AD;

char32_t look_alike(char32_t c) {
  if (c < 0x80) return c;
  switch (c) {
    case 0x0251: return 0x03B1;  // Latin alpha
    case 0x00DF: return 0x03B2;  // sharp s for beta
    case 0x0263:                 // Latin gamma
    case 0x03D2: return 0x03B3;  // upsilon with hook, seen for gamma
    case 0x0138:                 // kra
    case 0x043A: return 0x03BA;  // Cyrillic ka
    case 0x00B5: return 0x03BC;  // micro sign
    case 0x2019: return '\'';
    case 0x00B2: return '2';
    case 0x00B3: return '3';
    case 0x00B9: return '1';
    case 0x207A: return '+';
    default: break;
  }
  if (c >= 0x2070 && c <= 0x2079) return '0' + (c - 0x2070);  // superscript digits
  if (c >= 0x2080 && c <= 0x2089) return '0' + (c - 0x2080);  // subscript digits
  return c;
}

bool is_hyphen(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
// Most of what texts hold: of a word, and nothing that looks like another.
bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(ascii_lower(static_cast<char>(c)));
    return;
  }
  append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
}

bool is_ascii(std::string_view text) {
  for (char const c : text) {
    if ((static_cast<unsigned char>(c) & 0x80U) != 0) return false;
  }
  return true;
}

}  // namespace

std::uint64_t hash_of_word(std::string_view folded) noexcept { return XXH3_64bits(folded.data(), folded.size()); }

FoldedText::FoldedText(std::string_view text) : FoldedText(text, {}) {}

FoldedText::FoldedText(std::string_view text, std::function<std::size_t(std::string_view)> const& split) {
  tokens_.reserve(text.size() / 6 + 1);
  cased_.reserve(text.size());
  folded_.reserve(text.size());
  bool glued = false;
  bool hyphen = false;
  std::size_t at = 0;
  auto const peek = [&](std::size_t where) { return where < text.size() ? look_alike(decode(text, where).value) : U' '; };
  while (at < text.size()) {
    CodePoint const point = decode(text, at);
    char32_t const c = look_alike(point.value);
    if (is_space(c)) {
      glued = hyphen = false;
      at += point.length;
      continue;
    }
    if (is_hyphen(c) && !tokens_.empty() && (glued || is_word(peek(at + point.length)))) {
      // Inside a compound, or before a word ("-rich"): it parts, and is remembered.
      hyphen = true;
      at += point.length;
      continue;
    }
    std::size_t end = at + point.length;
    bool const word = is_word(c);
    if (word) {
      while (end < text.size()) {
        if (is_plain(text[end])) {
          ++end;
          continue;
        }
        CodePoint const next = decode(text, end);
        char32_t const n = look_alike(next.value);
        bool const inner_apostrophe = n == '\'' && is_word(peek(end + next.length));
        if (!is_word(n) && n != soft_hyphen && !inner_apostrophe) break;
        end += next.length;
      }
    }
    add_word(text, at, end);
    tokens_.back().word = word;
    tokens_.back().glued = glued;
    tokens_.back().hyphen = hyphen;
    if (word && split) {
      Token const& last = tokens_.back();
      bool const plain = last.cased.size() == last.span.size() && is_ascii(cut(cased_, last.cased));
      if (std::size_t const length = plain ? split(cut(folded_, last.folded)) : 0; length != 0) split_last(text, length);
    }
    glued = true;
    hyphen = false;
    at = end;
  }
}

std::string FoldedText::joined(std::string const& buffer, Span Token::*part, std::size_t at, std::size_t tokens) const {
  std::string joined;
  for (std::size_t i = at; i < at + tokens; ++i) {
    if (i != at) joined.push_back(' ');
    joined.append(cut(buffer, tokens_[i].*part));
  }
  return joined;
}

bool FoldedText::is_joined(std::string const& buffer, Span Token::*part, std::size_t at, std::size_t tokens,
                           std::string_view joined) const {
  // The tokens of a text follow each other in its buffers, so the lengths tell most apart.
  std::size_t const bytes = (tokens_[at + tokens - 1].*part).end - (tokens_[at].*part).begin + (tokens - 1);
  if (bytes != joined.size()) return false;
  std::size_t place = 0;
  for (std::size_t i = at; i < at + tokens; ++i) {
    if (i != at && joined[place++] != ' ') return false;
    std::string_view const token = cut(buffer, tokens_[i].*part);
    if (joined.compare(place, token.size(), token) != 0) return false;
    place += token.size();
  }
  return true;
}

void FoldedText::split_last(std::string_view text, std::size_t length) {
  Token const whole = tokens_.back();
  tokens_.pop_back();
  cased_.resize(whole.cased.begin);
  folded_.resize(whole.folded.begin);
  std::size_t const middle = whole.span.begin + length;
  add_word(text, whole.span.begin, middle);
  tokens_.back().word = true;
  tokens_.back().glued = whole.glued;
  tokens_.back().hyphen = whole.hyphen;
  add_word(text, middle, whole.span.end);
  tokens_.back().word = tokens_.back().glued = tokens_.back().hyphen = true;
}

void FoldedText::add_word(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view printed = text.substr(begin, end - begin);
  std::string composed;
  bool const ascii = is_ascii(printed);
  if (!ascii) {
    utf8proc_uint8_t* nfc = nullptr;
    auto const length =
        utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(printed.data()), static_cast<utf8proc_ssize_t>(printed.size()), &nfc,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length >= 0) composed.assign(reinterpret_cast<char const*>(nfc), static_cast<std::size_t>(length));
    std::free(nfc);
    if (length >= 0) printed = composed;
  }
  Token token;
  token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  token.cased.begin = static_cast<std::uint32_t>(cased_.size());
  token.folded.begin = static_cast<std::uint32_t>(folded_.size());
  if (ascii) {
    cased_.append(printed);
    folded_.append(printed);
    for (std::size_t i = token.folded.begin; i < folded_.size(); ++i) folded_[i] = ascii_lower(folded_[i]);
  } else {
    for (std::size_t at = 0; at < printed.size();) {
      CodePoint const point = decode(printed, at);
      at += point.length;
      if (point.value == soft_hyphen) continue;
      char32_t const c = look_alike(point.value);
      append_utf8(cased_, c);
      append_folded(folded_, c);
    }
  }
  token.cased.end = static_cast<std::uint32_t>(cased_.size());
  token.folded.end = static_cast<std::uint32_t>(folded_.size());
  token.hash = hash_of_word(cut(folded_, token.folded));
  tokens_.push_back(token);
}

std::string folded_form(std::string_view text) {
  FoldedText const folded(text);
  return folded.joined_folded(0, folded.size());
}

}  // namespace mechgraph
