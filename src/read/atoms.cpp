// Lines of text → atoms.
#include "read/atoms.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/ascii.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 24> function_words{"a",   "an",   "and",  "as",   "at",  "by",   "for",  "from",
                                                          "in",  "into", "is",   "of",   "on",  "or",   "the",  "to",
                                                          "via", "was",  "were", "with", "are", "that", "than", "&"};
constexpr std::array<std::string_view, 14> missing_values{"-",   "\u2013", "\u2014", "\u2212", "/",  "na",      "n.a.",
                                                          "n.a", "n/a",    "nd",     "n.d.",   "nm", "unknown", "nk"};
constexpr std::array<std::string_view, 8> arrows{"\u2191", "\u2193", "\u2192", "\u2190", "\u2194", "\u2197", "\u2198", "\u2794"};
constexpr std::array<std::string_view, 6> bullets{"\u2022", "\u00B7", "\u25CF", "\u25AA", "*", "\u2023"};
constexpr std::array<std::string_view, 14> particles{"van", "der", "den", "de",  "von", "la", "di",
                                                     "du",  "del", "da",  "dos", "el",  "al", "ter"};

bool begins_with_any(std::string_view text, auto const& list) {
  return std::ranges::any_of(list, [&](std::string_view item) { return text.starts_with(item); });
}
bool is_any(std::string_view text, auto const& list) {
  return std::ranges::any_of(list, [&](std::string_view item) { return equal_in_any_case(text, item); });
}

std::string_view without_trail(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':' || word.back() == '.')) word.remove_suffix(1);
  return word;
}

// Digits with signs, separators and units of one character; no letters.
bool is_numeric(std::string_view word, bool& plain) {
  bool digits = false;
  plain = true;
  for (std::size_t at = 0; at < word.size();) {
    CodePoint const point = decode(word, at);
    at += point.length;
    if (point.value < 0x80 && is_ascii_digit(static_cast<char>(point.value))) {
      digits = true;
      continue;
    }
    plain = false;
    if (is_word(point.value) && point.value != 0x00B2 && point.value != 0x00B3) return false;
    if (point.value == '[' || point.value == ']' || point.value == '(') return false;
  }
  return digits;
}

bool is_year(std::string_view word) {
  word = without_trail(word);
  if (word.starts_with('(')) word.remove_prefix(1);
  if (word.ends_with(')')) word.remove_suffix(1);
  if (word.size() < 4 || (!word.starts_with("19") && !word.starts_with("20"))) return false;
  if (!is_ascii_digit(word[2]) || !is_ascii_digit(word[3])) return false;
  word.remove_prefix(4);
  bool letter = true;
  for (char const byte : word) {  // "2015a,b"
    bool const is_letter = byte >= 'a' && byte <= 'f';
    if (is_letter != letter && !(byte == ',' && !letter)) return false;
    letter = !letter;
  }
  return word.size() <= 5;
}

bool is_capitalised(std::string_view word) { return !word.empty() && is_upper(decode(word, 0).value); }

// The surname that begins at `at`: how many words.
std::size_t surname(std::vector<std::string_view> const& words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size() && end < at + 3 && std::ranges::find(particles, words[end]) != particles.end()) ++end;
  if (end >= words.size() || !is_capitalised(words[end])) return 0;
  std::string_view const name = without_trail(words[end]);
  if (name.size() < 2) return 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < name.size();) {
    CodePoint const point = decode(name, i);
    i += point.length;
    if (point.value < 0x80 && is_ascii_digit(static_cast<char>(point.value))) return 0;
    if (is_word(point.value)) {
      ++letters;
    } else if (point.value != '-' && point.value != '\'' && point.value != 0x2019 && point.value != 0x2010 && point.value != 0x2013) {
      return 0;
    }
  }
  return letters < 2 ? 0 : end + 1 - at;
}

// The bracketed numbers that begin at `at` ("[24].", "[12, 13]"): how many words.
std::size_t bracketed(std::vector<std::string_view> const& words, std::size_t at) {
  constexpr std::size_t most_words = 40;
  if (at >= words.size() || !words[at].starts_with('[')) return 0;
  for (std::size_t end = at; end < words.size() && end < at + most_words; ++end) {
    std::string_view word = words[end];
    if (end == at) word.remove_prefix(1);
    std::size_t const close = word.find(']');
    std::string_view const inner = word.substr(0, close);
    bool plain = false;
    bool const fits =
        inner.empty() || is_numeric(inner, plain) || begins_with_any(inner, std::array<std::string_view, 3>{"ref", "\u2013", "-"});
    if (!fits) return 0;
    if (close == std::string_view::npos) continue;
    std::string_view const behind = word.substr(close + 1);
    if (!without_trail(behind).empty() && !behind.starts_with(",[") && !behind.starts_with('[')) return 0;
    return end + 1 - at;
  }
  return 0;
}

// One citation that begins at `at` ("Kim and Ha, 2009"): how many words.
std::size_t one_citation(std::vector<std::string_view> const& words, std::size_t at) {
  std::size_t const name = surname(words, at);
  if (name == 0) return 0;
  std::size_t end = at + name;
  bool et_al = false;
  if (end + 1 < words.size() && words[end] == "et" && words[end + 1].starts_with("al")) {
    std::string_view const al = words[end + 1].substr(2);
    if (!al.empty() && al.front() != '.' && al.front() != ',' && al.front() != ';') return 0;
    et_al = true;
    end += 2;
    if (!al.empty() && (is_ascii_digit(al.back()) || al.back() == ';')) return end - at;  // "al.9"
  } else if (end + 1 < words.size() && (words[end] == "and" || words[end] == "&")) {
    std::size_t const other = surname(words, end + 1);
    if (other == 0) return 0;
    end += 1 + other;
  }
  bool year = false;
  while (end < words.size() && is_year(words[end])) {
    year = true;
    ++end;
    if (words[end - 1].back() != ',') break;
    // "2008a, b"
    while (end < words.size() && without_trail(words[end]).size() == 1 && words[end].front() >= 'a' && words[end].front() <= 'f') ++end;
  }
  if (!year && !et_al) return 0;
  end += bracketed(words, end);
  return end - at;
}

std::size_t citations(std::vector<std::string_view> const& words, std::size_t at) {
  std::size_t end = at;
  while (true) {
    std::size_t const size = one_citation(words, end);
    if (size == 0) return end - at;
    end += size;
    char const last = words[end - 1].back();
    if (last == ';' || last == ',') continue;
    if (end + 1 < words.size() && words[end] == "and" && one_citation(words, end + 1) != 0) {
      ++end;
      continue;
    }
    return end - at;
  }
}

// "(10)", "(10%)", "(1.2–3)".
bool is_number_in_parentheses(std::string_view word) {
  word = without_trail(word);
  bool plain = false;
  return word.size() > 2 && word.front() == '(' && word.back() == ')' && is_numeric(word.substr(1, word.size() - 2), plain);
}

bool is_joining_sign(std::string_view word) { return word == "\u00B1" || word == "+/-" || word == "\u00D7"; }

// "41.1 ± 9.5", "5 (10)", "n = 3": how many words; 1 when nothing is to be joined.
std::size_t number_group(std::vector<std::string_view> const& words, std::size_t at) {
  auto const numeric = [&](std::size_t i) {
    bool plain = false;
    return i < words.size() && is_numeric(words[i], plain);
  };
  std::size_t end = at + 1;
  if (!numeric(at)) {
    bool const equation = words[at].size() <= 8 && end + 1 < words.size() && (words[end] == "=" || words[end] == "<" || words[end] == ">");
    return equation && numeric(end + 1) ? 3 : 1;
  }
  while (end + 1 < words.size() && is_joining_sign(words[end]) && numeric(end + 1)) end += 2;
  if (end < words.size() && is_number_in_parentheses(words[end])) ++end;
  return end - at;
}

Trail trail_of(std::string_view word) {
  switch (word.empty() ? ' ' : word.back()) {
    case ',':
    case ';':
    case ':': return Trail::list;
    case '.': return Trail::stop;
    case '/':
    case '-':
    case '(': return word.size() > 1 ? Trail::open : Trail::none;
    default: return Trail::none;
  }
}

std::uint16_t depth_behind(std::string_view text, std::uint16_t depth) {
  for (char const byte : text) {
    if (byte == '(' && depth < 100) ++depth;
    if (byte == ')' && depth > 0) --depth;
  }
  return depth;
}

std::vector<Atom> atoms_of_words(std::vector<std::string_view> const& words, std::uint16_t& depth) {
  std::vector<Atom> atoms;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t size = bracketed(words, at);
    Shape shape = Shape::reference;
    if (size == 0) {
      size = citations(words, at);
      shape = Shape::citation;
    }
    if (size == 0) {
      size = number_group(words, at);
      shape = size == 1 ? shape_of(words[at]) : Shape::number;
    }
    bool const words_follow = at + 1 < words.size() && is_word(decode(words[at + 1], 0).value) && !is_ascii_digit(words[at + 1].front());
    bool const dash = words[at] == "-" || words[at] == "\u2013" || words[at] == "\u2014";
    if (dash && at == 0 && words_follow) shape = Shape::bullet;
    std::string_view const last = words[at + size - 1];
    std::string_view const text{words[at].data(), static_cast<std::size_t>(last.data() + last.size() - words[at].data())};
    atoms.push_back({text, shape, trail_of(text), depth, static_cast<std::uint16_t>(std::min<std::size_t>(size, 1000))});
    depth = depth_behind(text, depth);
    at += size;
  }
  return atoms;
}

}  // namespace

Shape shape_of(std::string_view word) {
  if (word.empty()) return Shape::empty;
  if (std::ranges::find(function_words, word) != function_words.end()) return Shape::function;
  if (begins_with_any(word, arrows)) return Shape::arrow;
  if (std::ranges::find(bullets, word) != bullets.end()) return Shape::bullet;
  if (is_any(word, missing_values)) return Shape::missing;
  if (word.front() == '[') return Shape::reference;
  if (word.front() == '(') return Shape::paren;
  bool plain = false;
  if (is_numeric(word, plain)) return plain ? Shape::integer : Shape::number;
  std::string_view const bare = without_trail(word);
  std::size_t upper = 0;
  std::size_t letters = 0;
  std::size_t digits = 0;
  bool hyphen = false;
  for (std::size_t at = 0; at < bare.size();) {
    CodePoint const point = decode(bare, at);
    at += point.length;
    if (point.value < 0x80 && is_ascii_digit(static_cast<char>(point.value))) {
      ++digits;
    } else if (is_word(point.value)) {
      ++letters;
      if (is_upper(point.value)) ++upper;
    } else if (point.value == '-') {
      hyphen = true;
    }
  }
  if (letters == 0 && digits == 0) return Shape::symbol;
  bool const capital = is_capitalised(bare);
  if (letters == 1 && digits == 0) {
    if (word.size() == 2 && (word.back() == '.' || word.back() == ')') && !capital) return Shape::bullet;
    return capital ? Shape::initial : Shape::lower;
  }
  if (upper > 1 && (upper * 2 > letters || !hyphen)) return Shape::acronym;
  if (digits > 0 && upper > 0) return Shape::acronym;
  if (upper == 1 && !capital && bare.size() < 8) return Shape::acronym;
  return capital ? Shape::capital : Shape::lower;
}

std::vector<Atom> atoms_of_line(std::string_view line, std::uint16_t& depth) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t') {
      ++at;
      continue;
    }
    std::size_t const end = std::min(line.find_first_of(" \t", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return atoms_of_words(words, depth);
}

std::vector<Atom> atoms_of_joined_line(std::string_view line, std::uint16_t& depth) {
  std::vector<Atom> atoms;
  for (Atom const& atom : atoms_of_line(line, depth)) {
    if (atom.words > 1 && atom.shape != Shape::citation) {
      atoms.push_back(atom);
      continue;
    }
    std::string_view const text = atom.text;
    std::uint16_t open = atom.depth;
    std::size_t from = 0;
    char32_t before = 0;
    auto const close_at = [&](std::size_t end) {
      std::string_view const piece = text.substr(from, end - from);
      std::size_t const space = piece.find(' ');
      atoms.push_back(
          {piece, atom.words > 1 && from == 0 ? atom.shape : shape_of(piece.substr(0, space)), trail_of(piece), open, atom.words});
      open = depth_behind(piece, open);
      from = end;
    };
    std::size_t const end_of_first_word = std::min(text.find(' '), text.size());
    for (std::size_t at = 0; at < end_of_first_word;) {
      CodePoint const point = decode(text, at);
      bool const capital = is_upper(point.value);
      bool const digit = point.value < 0x80 && is_ascii_digit(static_cast<char>(point.value));
      bool const after_small = before != 0 && is_word(before) && !is_upper(before);
      bool const after_close = before == ')' || before == ']' || before == '.' || before == '%';
      bool const sign = point.value == 0x2191 || point.value == 0x2193 || point.value == '[';
      if (at > from && before != 0 &&
          ((capital && (after_small || after_close)) || (sign && before != '(') || (digit && (before == ')' || before == ']')))) {
        close_at(at);
      }
      before = point.value;
      at += point.length;
    }
    close_at(text.size());
  }
  return atoms;
}

}  // namespace mechgraph
