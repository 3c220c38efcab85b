// A header line → its headers.
#include "read/header_cut.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>

#include <tsl/robin_map.h>

#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/atoms.hpp"
#include "read/border_weight.hpp"
#include "read/columns.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t longest_header = 8;         // words of a known header
constexpr std::size_t longest_header_line = 200;  // words: a longer line is no header
constexpr std::size_t most_headers = 40;
constexpr double word_share = 0.7;
constexpr std::size_t longest_piece = 16;  // words of any header

bool is_known_name(std::string_view name, ReadOptions const& options) {
  if (role_of_header(name, options)) return true;
  return std::ranges::any_of(options.known_headers, [&](std::string const& known) { return equal_in_any_case(known, name); });
}

// Of a header such as "Effects/targets" every part is known: with one known part alone, the others could be headers of their own.
bool is_known_header(std::string_view piece, ReadOptions const& options) {
  if (piece.front() == '(' || piece.front() == '[') return false;  // a unit or remark that belongs to the header before it
  std::vector<std::string_view> const parts = split(piece, '/');
  if (parts.size() > 1 && piece.find(' ') != std::string_view::npos) {
    return std::ranges::all_of(parts, [&](std::string_view part) { return !trim(part).empty() && is_known_name(trim(part), options); });
  }
  return is_known_name(piece, options);
}

struct HeaderWords {
  std::vector<std::string_view> words;
  std::vector<std::size_t> blanks;  // blank headers in front of each word, and behind the last
  bool has_blanks = false;
};

HeaderWords words_of(std::string_view line) {
  HeaderWords result;
  std::size_t spaces = 1;  // in front of the line stands no separator: each space there is a blank header
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t') {
      ++spaces;
      ++at;
      continue;
    }
    std::size_t const end = std::min(line.find_first_of(" \t", at), line.size());
    std::string_view const word = line.substr(at, end - at);
    at = end;
    if (trim(word).empty()) continue;
    result.words.push_back(word);
    result.blanks.push_back(spaces - 1);
    spaces = 0;
    if (result.words.size() > longest_header_line) return {};
  }
  result.blanks.push_back(spaces);
  result.has_blanks = std::ranges::any_of(result.blanks, [](std::size_t count) { return count > 0; });
  return result;
}

std::string_view joined(std::vector<std::string_view> const& words, std::size_t first, std::size_t last) {
  std::string_view const end = words[last - 1];
  return {words[first].data(), static_cast<std::size_t>(end.data() + end.size() - words[first].data())};
}

// Words of the headers of tables of any kind: such that are a header of their own or the last word of one, such that are the last word
// only, and such that others follow. Small letters, singular.
constexpr std::array<std::string_view, 97> nouns{
    "activity",    "age",       "agent",         "analysis",   "animal",    "antibody",       "application", "assay",      "author",
    "baseline",    "biomarker", "cargo",         "category",   "cell",      "characteristic", "class",       "comment",    "company",
    "component",   "compound",  "concentration", "condition",  "country",   "criteria",       "dataset",     "date",       "definition",
    "description", "design",    "diet",          "difference", "dilution",  "disease",        "dose",        "dosage",     "drug",
    "duration",    "effect",    "enzyme",        "equation",   "event",     "example",        "factor",      "family",     "finding",
    "format",      "function",  "gender",        "gene",       "group",     "host",           "id",          "identifier", "index",
    "institution", "journal",   "ligand",        "location",   "marker",    "mean",           "mechanism",   "median",     "metabolite",
    "method",      "mirna",     "model",         "name",       "note",      "organ",          "organism",    "outcome",    "p-value",
    "parameter",   "pathway",   "patient",       "phase",      "phenotype", "plant",          "population",  "process",    "property",
    "protein",     "publisher", "reaction",      "receptor",   "remark",    "sample",         "sequence",    "sex",        "species",
    "status",      "stress",    "synonym",       "target",     "tissue",    "variable",       "year"};
constexpr std::array<std::string_view, 30> ends{
    "administered", "affected", "applied", "content", "examined", "interval", "involved", "level",     "line",   "mass",
    "molecule",     "no.",      "number",  "part",    "rate",     "ratio",    "region",   "regulator", "score",  "size",
    "studied",      "system",   "tested",  "time",    "treated",  "use",      "used",     "value",     "volume", "weight"};
constexpr std::array<std::string_view, 44> beginnings{
    "active",     "associated", "average",      "biological", "brain",    "cellular",    "chemical",        "clinical",
    "common",     "current",    "experimental", "functional", "key",      "main",        "major",           "maximum",
    "medicinal",  "minimum",    "molecular",    "number",     "observed", "overall",     "pharmacological", "physiological",
    "possible",   "potential",  "predicted",    "primary",    "proposed", "putative",    "relative",        "reported",
    "scientific", "secondary",  "study",        "summary",    "target",   "therapeutic", "total",           "traditional",
    "type",       "treatment",  "underlying",   "upstream"};

// "Targets", "Target(s)", "Lineage*" → "target", "target", "lineage".
std::string bare_word(std::string_view word) {
  std::string bare;
  for (char const byte : word.substr(0, word.find('('))) bare += ascii_lower(byte);
  while (!bare.empty() && (bare.back() == ',' || bare.back() == '*' || bare.back() == ':' || bare.back() == '#')) bare.pop_back();
  if (bare == "properties" || bare == "activities" || bare == "bodies" || bare == "studies" || bare == "therapies") {
    bare.replace(bare.size() - 3, 3, "y");
  } else if (bare.size() > 4 && bare.back() == 's' && bare[bare.size() - 2] != 's' && bare != "species" && bare != "status" &&
             bare != "analysis") {
    bare.pop_back();
  }
  return bare;
}

// How much each word looks like the first or the last word of a header: above 0 for, below 0 against.
struct WordEnds {
  std::vector<double> first;
  std::vector<double> last;
};

WordEnds word_ends(std::vector<std::string_view> const& words, ReadOptions const& options) {
  struct Seen {
    double first = 0;
    double last = 0;
    double all = 0;
  };
  tsl::robin_map<std::string, Seen> seen;
  for (std::string_view const word : words) seen.emplace(bare_word(word), Seen{});
  for (std::string const& known : options.known_headers) {
    std::vector<std::string_view> const parts = split(known, ' ');
    for (std::size_t i = 0; i < parts.size(); ++i) {
      auto const found = seen.find(bare_word(parts[i]));
      if (found == seen.end()) continue;
      ++found.value().all;
      if (i == 0) ++found.value().first;
      if (i + 1 == parts.size()) ++found.value().last;
    }
  }
  auto const is_one_of = [](auto const& list, std::string const& word) { return std::ranges::find(list, word) != list.end(); };
  auto const odds = [](double yes, double all) { return std::clamp(std::log((yes + 0.5) / (all - yes + 0.5)), -1.5, 1.5); };
  WordEnds result;
  for (std::string_view const word : words) {
    std::string const bare = bare_word(word);
    Seen const& known = seen.at(bare);
    double first = known.all > 0 ? odds(known.first, known.all) : 0;
    double last = known.all > 0 ? odds(known.last, known.all) : 0;
    if (is_one_of(nouns, bare)) {
      first += 0.8;
      last += 1;
    }
    if (is_one_of(ends, bare)) {
      first -= 1;
      last += 1.2;
    }
    if (is_one_of(beginnings, bare)) {
      first += 1;
      last -= 1.2;
    }
    result.first.push_back(std::clamp(first, -2.0, 2.0));
    result.last.push_back(std::clamp(last, -2.0, 2.0));
  }
  return result;
}

// "(days)", "[nm]", "5'-3'": belongs to the header before it.
bool is_unit(std::string_view word) {
  if (word.front() == '(' || word.front() == '[') return true;
  bool const plain = std::ranges::all_of(word, is_ascii_digit);
  return is_ascii_digit(word.front()) && !plain &&
         std::ranges::none_of(word, [](char byte) { return ascii_lower(byte) >= 'a' && ascii_lower(byte) <= 'z'; });
}

// Known headers that more often end one of several words: "Plant name", "EV source", "Cell type".
constexpr std::array<std::string_view, 10> heads{"group", "id", "level", "line", "name", "number", "size", "source", "species", "type"};

}  // namespace

std::vector<HeaderGuess> header_guesses(std::string_view line, ReadOptions const& options) {
  HeaderWords const header = words_of(line);
  auto const& words = header.words;
  std::size_t const size = words.size();
  if (size == 0) return {};
  std::vector<Atom> atoms;
  std::uint16_t depth = 0;
  for (std::string_view const word : words) {
    std::uint16_t const open = depth;
    std::vector<Atom> const parts = atoms_of_line(word, depth);
    atoms.push_back(parts.empty() ? Atom{} : parts.front());
    atoms.back().depth = open;
  }
  WordEnds const word_weights = word_ends(words, options);
  std::vector<double> border(size, 0);
  for (std::size_t i = 1; i < size; ++i) {
    if (header.blanks[i] > 0) continue;
    double const look = border_weight(atoms[i - 1], atoms[i]);
    // A unit belongs to the header before it.
    border[i] = is_unit(words[i]) ? -6 : std::min(look, 2.0) + word_share * (word_weights.first[i] + word_weights.last[i - 1]);
  }
  // best[k][i]: the first i words in k headers.
  struct Step {
    double score = -1e30;
    std::uint16_t from = 0;
    bool known = false;
  };
  std::size_t const most = std::min(size, most_headers);
  std::vector<std::vector<Step>> best(most + 1, std::vector<Step>(size + 1));
  best[0][0] = {0, 0, true};
  for (std::size_t first = 0; first < size; ++first) {
    for (std::size_t last = first + 1; last <= std::min(size, first + longest_piece); ++last) {
      if (last - 1 > first && header.blanks[last - 1] > 0) break;
      bool const known = last - first <= longest_header && is_known_header(joined(words, first, last), options);
      bool const head = known && last - first == 1 && first > 0 && std::ranges::find(heads, bare_word(words[first])) != heads.end();
      double const score = (head    ? 0.5
                            : known ? 2.5 + 0.5 * static_cast<double>(last - first)
                                    : 0) +
                           (first > 0 ? border[first] : 0) - (last - first > 5 ? 0.3 * static_cast<double>(last - first - 5) : 0);
      for (std::size_t k = 0; k < most; ++k) {
        Step const& before = best[k][first];
        if (before.score < -1e29) continue;
        Step& step = best[k + 1][last];
        if (before.score + score > step.score) step = {before.score + score, static_cast<std::uint16_t>(first), before.known && known};
      }
    }
  }
  std::vector<HeaderGuess> guesses;
  for (std::size_t k = 1; k <= most; ++k) {
    if (best[k][size].score < -1e29) continue;
    HeaderGuess guess;
    guess.score = best[k][size].score;
    guess.known = best[k][size].known && !header.has_blanks;
    std::size_t last = size;
    auto const add_blanks = [&](std::size_t count) {
      for (std::size_t i = 0; i < std::min(count, most_headers); ++i) guess.headers.emplace_back();
    };
    add_blanks(header.blanks[size]);
    for (std::size_t left = k; left > 0; --left) {
      std::size_t const first = best[left][last].from;
      guess.headers.push_back(joined(words, first, last));
      add_blanks(header.blanks[first]);
      last = first;
    }
    std::ranges::reverse(guess.headers);
    if (guess.headers.size() >= 2) guesses.push_back(std::move(guess));
  }
  return guesses;
}

HeaderStart known_start_of(std::string_view line, ReadOptions const& options) {
  std::vector<std::string_view> const words = words_of(trim(line)).words;
  if (words.empty()) return {{}, trim(line)};
  std::vector<std::size_t> piece(words.size() + 1);  // words of the header that begins here and leaves a rest that can be cut; 0 = none
  // Tries the longest header first and steps back where the rest of the line can not be cut.
  auto const longest_at = [&](std::size_t first, auto const& fits) -> std::size_t {
    for (std::size_t count = std::min(longest_header, words.size() - first); count > 0; --count) {
      if (fits(first + count) && is_known_header(joined(words, first, first + count), options)) return count;
    }
    return 0;
  };
  for (std::size_t first = words.size(); first-- > 0;) {
    piece[first] = longest_at(first, [&](std::size_t end) { return end == words.size() || piece[end] != 0; });
  }
  HeaderStart start;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t const count = piece[0] != 0 ? piece[at] : longest_at(at, [](std::size_t) { return true; });
    if (count == 0) {
      start.rest = joined(words, at, words.size());
      break;
    }
    start.headers.push_back(joined(words, at, at + count));
    at += count;
  }
  return start;
}

std::vector<std::string_view> known_headers_of(std::string_view line, ReadOptions const& options) {
  HeaderStart start = known_start_of(line, options);
  if (!start.rest.empty() || start.headers.size() < 2) return {};
  // "Targets Target functions" is more likely two headers than three.
  auto const begins_small = [](std::string_view header) { return header.front() >= 'a' && header.front() <= 'z'; };
  if (std::ranges::any_of(std::span{start.headers}.subspan(1), begins_small)) return {};
  return std::move(start.headers);
}

}  // namespace mechgraph
