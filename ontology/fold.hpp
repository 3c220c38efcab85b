// Text → tokens that can be compared: look-alikes, hyphens and case folded, places kept.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace mechgraph {

// Of a folded word, with all bits mixed; not stable between programs.
std::uint64_t hash_of_word(std::string_view folded) noexcept;

// A word (a run of letters, digits, marks and inner apostrophes) or a single other character that is not white space.
struct Token {
  Span span;               // bytes of the text as printed
  Span cased;              // bytes of FoldedText's cased buffer
  Span folded;             // bytes of its folded buffer
  std::uint64_t hash = 0;  // of the folded bytes: hash_of_word()
  bool word = false;
  bool glued = false;   // no white space before it: "x/y", "(x"
  bool hyphen = false;  // a hyphen stands between it and the token before, without white space: "exosome-rich"
};

// The tokens of a text. Hyphens inside words part tokens as white space does, so "T-cell" and "T cell" have equal tokens; a dash between
// white space stays a token. Look-alikes are one (alpha U+03B1 and U+0251; beta and U+00DF; gamma U+03B3, U+0263 and U+03D2; kappa U+03BA,
// U+0138 and U+043A; mu U+03BC and U+00B5), superscript and subscript digits are digits, U+2019 is an apostrophe, text is NFC. Linear.
class FoldedText {
 public:
  explicit FoldedText(std::string_view text);
  // The same, but a word may be parted: `split` gives the length of its first part ("anti" of "antioxidative"), 0 for none, of a folded
  // word of ASCII letters. The parts are as if a hyphen stood between them.
  FoldedText(std::string_view text, std::function<std::size_t(std::string_view)> const& split);

  [[nodiscard]] std::span<Token const> tokens() const noexcept { return tokens_; }
  [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
  [[nodiscard]] Token const& operator[](std::size_t i) const { return tokens_[i]; }
  [[nodiscard]] std::string_view cased(std::size_t i) const { return cut(cased_, tokens_[i].cased); }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return cut(folded_, tokens_[i].folded); }
  // Tokens [at, at + tokens), joined by single spaces.
  [[nodiscard]] std::string joined_folded(std::size_t at, std::size_t tokens) const { return joined(folded_, &Token::folded, at, tokens); }
  [[nodiscard]] std::string joined_cased(std::size_t at, std::size_t tokens) const { return joined(cased_, &Token::cased, at, tokens); }
  // Are the tokens [at, at + tokens), joined by single spaces, this text? As folded, and in the case of the text.
  [[nodiscard]] bool folds_to(std::size_t at, std::size_t tokens, std::string_view joined) const {
    return is_joined(folded_, &Token::folded, at, tokens, joined);
  }
  [[nodiscard]] bool is_printed(std::size_t at, std::size_t tokens, std::string_view joined) const {
    return is_joined(cased_, &Token::cased, at, tokens, joined);
  }
  // The bytes of the text that tokens [first, last) cover, with what stands between them.
  [[nodiscard]] Span span(std::size_t first, std::size_t last) const { return {tokens_[first].span.begin, tokens_[last - 1].span.end}; }

 private:
  [[nodiscard]] std::string joined(std::string const& buffer, Span Token::*part, std::size_t at, std::size_t tokens) const;
  [[nodiscard]] bool is_joined(std::string const& buffer, Span Token::*part, std::size_t at, std::size_t tokens,
                               std::string_view joined) const;
  void split_last(std::string_view text, std::size_t length);
  void add_word(std::string_view text, std::size_t begin, std::size_t end);

  std::vector<Token> tokens_;
  std::string cased_;
  std::string folded_;
};

// The folded tokens of a text, joined by single spaces: equal for texts that a lookup can not tell apart.
std::string folded_form(std::string_view text);

}  // namespace mechgraph
