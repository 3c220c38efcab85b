// Abbreviations that a text defines itself.
#include "interpret/abbreviations.hpp"

#include "base/text.hpp"

namespace mechgraph {
namespace {

// Parts of a legend between commas and semicolons that stand outside parentheses.
std::vector<std::string_view> legend_parts(std::string_view legend) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= legend.size(); ++i) {
    char const c = i < legend.size() ? legend[i] : ';';
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (i == legend.size() || (depth == 0 && (c == ',' || c == ';' || c == '\n'))) {
      parts.push_back(trim(legend.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return parts;
}

// "1. Silica" → "Silica"
std::string_view without_number(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
  if (i == 0 || i >= text.size() || (text[i] != '.' && text[i] != ')')) return text;
  return trim(text.substr(i + 1));
}

// A short form is one word or a few signs, has a capital letter or a digit, and is no longer than what it stands for.
bool is_short_form(std::string_view text) {
  if (text.empty() || text.size() > 24 || (text.front() >= '0' && text.front() <= '9' && text.find('-') != std::string_view::npos))
    return false;
  bool mark = false;
  if (!is_word(decode(text, 0).value)) return false;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint const point = decode(text, at);
    at += point.length;
    if (is_space(point.value)) return false;
    mark = mark || is_upper(point.value) || (point.value >= '0' && point.value <= '9');
  }
  return mark;
}

std::string cased_form(std::string_view text) {
  FoldedText const folded(text);
  std::string joined;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (i != 0) joined.push_back(' ');
    joined.append(folded.cased(i));
  }
  return joined;
}

}  // namespace

void Abbreviations::define(std::string_view short_form, TermId term) { forms_.add(short_form, Short{cased_form(short_form), term}); }

void Abbreviations::define_all(std::string_view short_forms, std::string_view long_form) {
  auto const found = lexicon_->whole(long_form);
  if (!found) return;
  std::size_t begin = 0;
  while (begin <= short_forms.size()) {
    std::size_t end = short_forms.find(" or ", begin);
    std::size_t const next = end == std::string_view::npos ? short_forms.size() + 1 : end + 4;
    if (end == std::string_view::npos) end = short_forms.size();
    std::string_view const one = trim(short_forms.substr(begin, end - begin));
    if (is_short_form(one)) define(one, found->term);
    begin = next;
  }
}

void Abbreviations::add_legend(std::string_view legend) {
  for (std::string_view part : legend_parts(without_number(trim(legend)))) {
    part = without_number(part);
    if (part.ends_with(')')) {
      std::size_t const open = part.rfind('(');
      if (open == std::string_view::npos) continue;
      define_all(part.substr(open + 1, part.size() - open - 2), trim(part.substr(0, open)));
      continue;
    }
    std::size_t const sign = part.find_first_of(":=");
    if (sign != std::string_view::npos) define_all(trim(part.substr(0, sign)), trim(part.substr(sign + 1)));
  }
}

void Abbreviations::add_running_text(std::string_view text) {
  FoldedText const folded(text);
  constexpr std::size_t longest_name = 8;  // tokens
  for (std::size_t open = 1; open + 2 < folded.size(); ++open) {
    if (folded.cased(open) != "(") continue;
    std::size_t close = open + 1;
    while (close < folded.size() && close <= open + 4 && folded.cased(close) != ")") ++close;
    if (close >= folded.size() || folded.cased(close) != ")" || close == open + 1) continue;
    std::string_view const short_form = cut(text, folded.span(open + 1, close));
    if (!is_short_form(short_form)) continue;
    for (std::size_t begin = open > longest_name ? open - longest_name : 0; begin < open; ++begin) {
      auto const found = lexicon_->longest(folded, begin);
      if (!found || begin + found->tokens != open) continue;
      define(short_form, found->term);
      break;
    }
  }
}

std::optional<Abbreviations::Found> Abbreviations::longest(FoldedText const& text, std::size_t at) const {
  if (outer_ != nullptr) {
    if (auto const found = outer_->longest(text, at)) return found;
  }
  auto const found = forms_.longest(text, at, [&](Short const& form, std::size_t tokens) {
    std::size_t where = 0;  // compare token by token, as printed
    for (std::size_t i = at; i < at + tokens; ++i) {
      std::string_view const token = text.cased(i);
      if (form.cased.compare(where, token.size(), token) != 0) return false;
      where += token.size() + 1;
    }
    return true;
  });
  if (!found) return std::nullopt;
  return Found{found.value->term, found.tokens};
}

}  // namespace mechgraph
