// Lines of text → atoms: the pieces that a border between two cells never splits, and what they look like.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mechgraph {

// What a piece of a cell looks like.
enum class Shape : std::uint8_t {
  empty,      // a cell that was left blank
  lower,      // "growth", "p38"
  function,   // "of", "and"
  capital,    // "Reduced"
  initial,    // "L.", "C"
  acronym,    // "PFC", "miR-9", "NF-κB"
  integer,    // "12"
  number,     // "4.7", "−3", "12%", "41.1 ± 9.5", "5 (10)"
  reference,  // "[12, 13]"
  citation,   // "Li et al., 2008; Kim and Ha, 2009"
  paren,      // "(Willd.)", "(superoxide"
  symbol,     // "=", "±"
  arrow,      // "↑"
  bullet,     // "•", "-" before words, "a."
  missing,    // "–", "NA", "n.d."
};
inline constexpr std::size_t shape_count = 15;

// What stands at the end of a piece.
enum class Trail : std::uint8_t { none, list, stop, open };  // nothing; , ; :  a full stop; - / or an open parenthesis
inline constexpr std::size_t trail_count = 4;

struct Atom {
  std::string_view text;  // in the input
  Shape shape = Shape::empty;
  Trail trail = Trail::none;
  std::uint16_t depth = 0;  // parentheses that are open in front of it
  std::uint16_t words = 1;
};

// Cuts one line at its white space; citations, reference lists, "41.1 ± 9.5", "5 (10)" and "n = 3" stay whole. Parentheses are counted
// from `depth` on, and `depth` is what stays open. Linear.
std::vector<Atom> atoms_of_line(std::string_view line, std::uint16_t& depth);

// The same pieces without white space between them: cut where a word seems to begin inside a word ("miceReduced", "[12]Rat").
std::vector<Atom> atoms_of_joined_line(std::string_view line, std::uint16_t& depth);

Shape shape_of(std::string_view word);

}  // namespace mechgraph
