// The words inside an element, its markup flattened.
#include "read/jats_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <tsl/robin_map.h>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/citations.hpp"
#include "read/jats_scan.hpp"

namespace mechgraph {
namespace {

// Elements that begin and end a line.
constexpr std::array<std::string_view, 16> blocks{"p",           "list-item",  "break", "tr", "row",        "title",
                                                  "sec",         "def-item",   "list",  "li", "disp-quote", "disp-formula",
                                                  "verse-group", "verse-line", "br",    "div"};
// Elements whose words are not words of the text.
constexpr std::array<std::string_view, 9> silent{"tex-math", "graphic",   "inline-graphic", "media",         "object-id",
                                                 "alt-text", "long-desc", "annotation",     "annotation-xml"};

bool is_one_of(std::string_view name, std::span<std::string_view const> names) { return std::ranges::find(names, name) != names.end(); }

constexpr bool is_white(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == kept_space; }

bool is_citation(XmlNode const& node) { return local_name(node) == "xref" && attribute_of(node, "ref-type") == "bibr"; }

// "a" or "*" that leads to a footnote.
bool is_note_mark(XmlNode const& node) {
  std::string_view const type = attribute_of(node, "ref-type");
  return local_name(node) == "xref" && (type == "table-fn" || type == "fn");
}

// Nothing but punctuation, as it stands around and between citations.
bool is_between_citations(std::string_view text) {
  constexpr std::string_view glue = " \n,;.-()[]\xE2\x80\x90\x91\x92\x93\x94\x89\xAF";  // and the bytes of dashes and thin spaces
  return text.find_first_not_of(glue) == std::string_view::npos;
}

std::uint32_t offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

class Flattener {
 public:
  Flattener(char const* buffer, UnknownEntities& unknown) : buffer_(buffer), unknown_(unknown) {}

  MarkedText flatten(XmlNode const& node) {
    add_children(node, false);
    if (!found_words_) marked_.at = static_cast<std::size_t>(node.name() - buffer_);
    return std::move(marked_);
  }

 private:
  void add_children(XmlNode const& node, bool formula) {
    std::string_view const name = local_name(node);
    std::size_t position = 0;
    for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
      std::string_view const value{child->value(), child->value_size()};
      if (child->type() == rapidxml::node_data) {
        if (!formula || !std::ranges::all_of(value, is_white)) add_words(value, true);
      } else if (child->type() == rapidxml::node_cdata) {
        add_words(value, false);
      } else if (child->type() == rapidxml::node_element) {
        ++position;
        bool const is_super = (name == "msup" && position == 2) || (name == "msubsup" && position == 3);
        bool const is_sub = (name == "msub" || name == "msubsup") && position == 2;
        if (is_super || is_sub) {
          add_script(*child, is_super ? Script::super : Script::sub, true);
        } else {
          add_element(*child, formula);
        }
      }
    }
  }

  void add_element(XmlNode const& node, bool formula) {
    std::string_view const name = local_name(node);
    if (is_one_of(name, silent)) return;
    if (name == "sup" || name == "sub") return add_script(node, name == "sup" ? Script::super : Script::sub, formula);
    if (is_citation(node)) return add_citation(node);
    if (is_note_mark(node) && in_citation_ == 0) return add_note_mark(node, formula);
    bool const is_block = is_one_of(name, blocks);
    bool const is_apart = name == "td" || name == "th" || name == "entry" || (name == "label" && parent_is_note(node));
    if (is_block) line_ends_ = true;
    add_children(node, formula || name == "math");
    if (is_block) line_ends_ = true;
    if (is_apart) space_ = true;
  }

  static bool parent_is_note(XmlNode const& node) { return node.parent() != nullptr && local_name(*node.parent()) == "fn"; }

  void add_citation(XmlNode const& node) {
    std::size_t const before = marked_.text.size();
    ++in_citation_;
    add_children(node, false);
    --in_citation_;
    std::size_t const begin = first_word_behind(before);
    if (begin == marked_.text.size() || in_citation_ != 0) return;
    marked_.citations.push_back({offset(begin), offset(marked_.text.size())});
    marked_.cited_ids.push_back(attribute_of(node, "rid"));
  }

  void add_note_mark(XmlNode const& node, bool formula) {
    std::size_t const before = marked_.text.size();
    add_children(node, formula);
    std::size_t const begin = first_word_behind(before);
    if (begin < marked_.text.size()) marked_.marks.push_back({offset(begin), offset(marked_.text.size())});
  }

  void add_script(XmlNode const& node, Script script, bool formula) {
    std::size_t const before = marked_.text.size();
    std::size_t const citations_before = marked_.citations.size();
    std::size_t const marks_before = marked_.marks.size();
    add_children(node, formula);
    std::size_t const begin = first_word_behind(before);
    bool const has_citations = marked_.citations.size() != citations_before;
    if (marked_.marks.size() != marks_before) {
      if (has_citations) {
        if (script == Script::super && holds_only(marked_.citations, begin, citations_before)) {
          marked_.marks.resize(marks_before);
          marked_.marks.push_back({offset(begin), offset(marked_.text.size())});
        }
        return;
      }
      if (!holds_only(marked_.marks, begin, marks_before)) return set_words(begin, script, marked_.marks, marks_before);
      marked_.marks.resize(marks_before);
      marked_.marks.push_back({offset(begin), offset(marked_.text.size())});
      return;
    }
    if (in_citation_ != 0) {
      if (script == Script::super) raised_in_citation(begin);
      return;
    }
    if (has_citations) {
      if (!holds_only(marked_.citations, begin, citations_before)) return set_words(begin, script, marked_.citations, citations_before);
      if (script == Script::super) marked_.marks.push_back({offset(begin), offset(marked_.text.size())});
      return;
    }
    if (script == Script::super && !formula && is_unlinked_mark(begin)) {
      marked_.marks.push_back({offset(begin), offset(marked_.text.size())});
      return;
    }
    std::string const set = in_script(std::string_view{marked_.text}.substr(begin), script);
    marked_.text.replace(begin, std::string::npos, set);
  }

  // The mark of a footnote without a link: signs, or letters from the front of the alphabet, behind a word of three letters or more. "n"
  // and the like are exponents, "+" and "hi" belong to their word.
  [[nodiscard]] bool is_unlinked_mark(std::size_t begin) const {
    constexpr std::array<std::string_view, 13> marks{"a", "b", "c", "d", "e", "f", "g", "*", "**", "\u2020", "\u2021", "\u00A7", "\u00B6"};
    constexpr std::size_t shortest_word = 3;
    std::string_view const text = marked_.text;
    std::vector<std::string_view> const parts = split(text.substr(begin), ',');
    bool const only_marks =
        !parts.empty() && std::ranges::all_of(parts, [&](std::string_view part) { return is_one_of(trim(part), marks); });
    auto const is_letter = [](char byte) { return ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z'; };
    return only_marks && begin >= shortest_word && std::ranges::all_of(text.substr(begin - shortest_word, shortest_word), is_letter);
  }

  // A superscript inside a link to the reference list.
  void raised_in_citation(std::size_t begin) {
    if (begin < marked_.text.size()) marked_.marks.push_back({offset(begin), offset(marked_.text.size())});
  }

  // Sets the words of a script that stand before the first of its links, which move along: "10⁹" of a 9 with a footnote.
  void set_words(std::size_t begin, Script script, std::vector<Span>& spans, std::size_t first) {
    std::size_t const size = spans[first].begin - begin;
    std::string const set = in_script(std::string_view{marked_.text}.substr(begin, size), script);
    marked_.text.replace(begin, size, set);
    for (std::size_t i = first; i < spans.size(); ++i) {
      spans[i] = {offset(spans[i].begin + set.size() - size), offset(spans[i].end + set.size() - size)};
    }
  }

  // Whether the text from `begin` on is the spans from `first` on, and nothing but punctuation between them.
  [[nodiscard]] bool holds_only(std::vector<Span> const& spans, std::size_t begin, std::size_t first) const {
    std::size_t at = begin;
    auto const is_glue = [&](std::size_t end) { return is_between_citations(std::string_view{marked_.text}.substr(at, end - at)); };
    for (std::size_t i = first; i < spans.size(); ++i) {
      if (!is_glue(spans[i].begin)) return false;
      at = spans[i].end;
    }
    return is_glue(marked_.text.size());
  }

  [[nodiscard]] std::size_t first_word_behind(std::size_t begin) const {
    while (begin < marked_.text.size() && is_white(marked_.text[begin])) ++begin;
    return begin;
  }

  void add_words(std::string_view words, bool has_entities) {
    while (!words.empty()) {
      std::size_t end = 0;
      while (end < words.size() && !is_white(words[end]) && !(has_entities && words[end] == '&')) ++end;
      if (end != 0) {
        add_word(words.substr(0, end), words.data());
        words.remove_prefix(end);
      } else if (is_white(words.front())) {
        space_ = true;
        words.remove_prefix(1);
      } else {
        char const* const place = words.data();
        std::string character;
        words.remove_prefix(append_entity(character, words, unknown_));
        if (character.size() == 1 && is_white(character.front())) {
          space_ = true;
        } else {
          add_word(character, place);
        }
      }
    }
  }

  // A piece without XML white space that stood at `place`. Other spaces are kept, though not in front of a line.
  void add_word(std::string_view word, char const* place) {
    if (!found_words_ || line_ends_) {
      std::size_t const size = word.size();
      while (!word.empty() && is_space(decode(word, 0).value)) word.remove_prefix(decode(word, 0).length);
      if (word.empty()) return;
      place += place[0] == '&' ? 0 : size - word.size();
    }
    begin_word(place);
    marked_.text += word;
  }

  void begin_word(char const* place) {
    if (!found_words_) {
      marked_.at = static_cast<std::size_t>(place - buffer_);
      found_words_ = true;
    } else if (line_ends_) {
      marked_.text += '\n';
    } else if (space_) {
      marked_.text += ' ';
    }
    line_ends_ = false;
    space_ = false;
  }

  char const* buffer_;
  UnknownEntities& unknown_;
  MarkedText marked_;
  bool found_words_ = false;
  bool space_ = false;      // white space came since the last word
  bool line_ends_ = false;  // a line end came since the last word
  std::size_t in_citation_ = 0;
};

bool is_number(std::string_view text) { return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, is_ascii_digit); }

bool is_dash(std::string_view text) {
  constexpr std::array<std::string_view, 6> dashes{"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212"};
  return is_one_of(trim(text), dashes);
}

// "2013", "2008b".
bool is_year(std::string_view text) {
  if (text.size() == 5 && text.back() >= 'a' && text.back() <= 'z') text.remove_suffix(1);
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && std::ranges::all_of(text, is_ascii_digit);
}

// The authors in "…; Kim et al., ", what stands between two links: empty when there are none, or when it is more than names.
std::string_view authors_in(std::string_view between) {
  constexpr std::size_t longest = 60;
  between = trim(between);
  if (between.ends_with('(') || between.ends_with('[')) between.remove_suffix(1);
  std::size_t const stop = between.find_last_of(";([\n");
  if (stop != std::string_view::npos) between.remove_prefix(stop + 1);
  between = trim(between);
  bool const is_name = !between.empty() && between.size() <= longest && is_upper(decode(between, 0).value);
  return is_name ? between : std::string_view{};
}

std::vector<std::string_view> ids_in(std::string_view list) {
  std::vector<std::string_view> ids;
  for (std::size_t at = list.find_first_not_of(" \t\n\r"); at != std::string_view::npos;) {
    std::size_t const end = std::min(list.find_first_of(" \t\n\r", at), list.size());
    ids.push_back(list.substr(at, end - at));
    at = list.find_first_not_of(" \t\n\r", end);
  }
  return ids;
}

// The links of a text, one after another.
class LinkReader {
 public:
  explicit LinkReader(MarkedText const& text) : text_(text) {}

  std::vector<LinkedReference> read() {
    std::size_t behind_last = 0;
    for (std::size_t i = 0; i < text_.citations.size(); ++i) {
      Span const here = text_.citations[i];
      std::string_view const printed = trim(cut(text_.text, here));
      std::string_view const between = cut(text_.text, {offset(behind_last), here.begin});
      behind_last = here.end;
      auto const ids = ids_in(text_.cited_ids[i]);
      if (is_year(printed)) {
        add_year(printed, between, ids);
      } else if (i + 1 < text_.citations.size() && is_range(printed, i)) {
        behind_last = text_.citations[i + 1].end;
        auto last_ids = ids_in(text_.cited_ids[++i]);
        add_list(std::string{printed} + "-" + std::string{trim(cut(text_.text, text_.citations[i]))}, ids, std::move(last_ids));
      } else {
        add_list(printed, ids, {});
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_range(std::string_view printed, std::size_t i) const {
    Span const next = text_.citations[i + 1];
    return is_number(printed) && is_number(trim(cut(text_.text, next))) && is_dash(cut(text_.text, {text_.citations[i].end, next.begin}));
  }

  void add(LinkedReference reference) {
    auto const [place, is_new] = seen_.try_emplace(reference.printed, found_.size());
    if (is_new) return found_.push_back(std::move(reference));
    auto& known = found_[place->second].ids;
    for (std::string_view const id : reference.ids) {
      if (std::ranges::find(known, id) == known.end()) known.push_back(id);
    }
  }

  // "Li et al., 2019": the names stand in front of the link, or in a link of their own to the same entry.
  void add_year(std::string_view printed, std::string_view between, std::vector<std::string_view> const& ids) {
    if (!is_between_citations(between)) authors_ = authors_in(between);
    bool const named_before = !found_.empty() && !ids.empty() && found_.back().ids == ids && is_between_citations(between);
    if (named_before && std::ranges::none_of(found_.back().printed, is_ascii_digit)) {
      std::string const names = found_.back().printed;
      seen_.erase(names);
      found_.pop_back();
      return add({names + " " + std::string{printed}, ids, {}, 0});
    }
    add({authors_.empty() ? std::string{printed} : std::string{authors_} + " " + std::string{printed}, ids, {}, 0});
  }

  // The numbers, or the one text, that links print: `ids` are those of its beginning, `last` those of its end where it is a range of two.
  void add_list(std::string_view printed, std::vector<std::string_view> const& ids, std::vector<std::string_view> last) {
    auto const works = references_of(printed, arena_);
    bool const is_range = !last.empty();
    for (std::size_t i = 0; i < works.size(); ++i) {
      LinkedReference reference{std::string{works[i]}, {}, {}, 0};
      if (works.size() == 1) {
        reference.ids = ids;
        reference.ids.insert(reference.ids.end(), last.begin(), last.end());
      } else if (ids.size() == works.size()) {
        reference.ids = {ids[i]};
      } else if (i == 0) {
        reference.ids = ids;
      } else if (is_range && i + 1 == works.size()) {
        reference.ids = std::move(last);
      } else if (ids.size() == 1) {
        reference.from = ids.front();
        reference.offset = offset(i);
      }
      add(std::move(reference));
    }
  }

  MarkedText const& text_;
  Arena arena_;
  std::vector<LinkedReference> found_;
  tsl::robin_map<std::string, std::size_t> seen_;  // printed form → place in found_
  std::string_view authors_;
};

}  // namespace

std::string_view local_name(XmlNode const& node) { return local_name(std::string_view{node.name(), node.name_size()}); }

std::string_view attribute_of(XmlNode const& node, std::string_view local) {
  for (auto const* attribute = node.first_attribute(); attribute != nullptr; attribute = attribute->next_attribute()) {
    if (local_name(std::string_view{attribute->name(), attribute->name_size()}) == local)
      return {attribute->value(), attribute->value_size()};
  }
  return {};
}

XmlNode const* child_named(XmlNode const& node, std::string_view local) {
  for (XmlNode const* child = node.first_node(); child != nullptr; child = child->next_sibling()) {
    if (child->type() == rapidxml::node_element && local_name(*child) == local) return child;
  }
  return nullptr;
}

MarkedText marked_text(XmlNode const& node, char const* buffer, UnknownEntities& unknown) {
  return Flattener{buffer, unknown}.flatten(node);
}

std::string one_line(std::string_view text) {
  std::string line{text};
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string line_of_text(XmlNode const& node, char const* buffer, UnknownEntities& unknown) {
  return one_line(marked_text(node, buffer, unknown).text);
}

std::vector<LinkedReference> linked_references(MarkedText const& text) { return LinkReader{text}.read(); }

std::string without_citations(MarkedText const& text) {
  std::string_view const whole = text.text;
  std::size_t end = whole.size();
  std::size_t left = text.citations.size();
  while (left > 0 && is_between_citations(whole.substr(text.citations[left - 1].end, end - text.citations[left - 1].end))) {
    end = text.citations[--left].begin;
  }
  if (left < text.citations.size()) {
    std::string_view const before = trim(whole.substr(0, end));
    bool const is_bracketed = before.ends_with('(') || before.ends_with('[');
    end = is_bracketed ? trim(before.substr(0, before.size() - 1)).size() : whole.size();
  }
  std::string kept;
  std::size_t from = 0;
  for (Span const mark : text.marks) {
    if (mark.begin >= end) break;
    kept += whole.substr(from, mark.begin - from);
    from = mark.end;
  }
  if (from < end) kept += whole.substr(from, end - from);
  std::string_view const words = trim(kept);
  return std::string{words.empty() ? whole : words};
}

}  // namespace mechgraph
