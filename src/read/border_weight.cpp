// What the look of two neighbours says about a border between them.
#include "read/border_weight.hpp"

#include <array>

namespace mechgraph {
namespace {

// Log odds of a border between two neighbours, by what they look like: a logistic regression over 18,000 places between the words of tables
// of 30 articles. Rows: the atom before; columns: the one behind, both in the order of Shape.
constexpr std::array<std::array<double, shape_count>, shape_count> border_odds{{
    {-0.4, -2.6, -4.6, 0.1, 0.1, -0.5, 0.1, 0.9, 2.2, 0.4, -3.6, -3.1, -1.1, 1.0, -0.1},         // empty
    {-0.9, -3.5, -5.5, 0.9, -0.5, -1.0, -1.6, 1.3, 3.1, 2.8, -5.0, -4.3, -0.9, 2.0, -0.5},       // lower
    {-4.5, -6.8, -8.0, -5.1, -5.3, -5.5, -5.0, -5.1, -1.8, -3.7, -7.6, -7.2, -5.2, -3.1, -4.3},  // function
    {-1.0, -3.6, -5.7, -0.3, -1.1, -0.8, -0.9, 0.0, 1.9, -1.8, -5.2, -4.0, -1.8, 2.3, 1.7},      // capital
    {0.6, -3.6, -4.3, 1.3, 3.6, 0.2, 1.0, 1.9, 3.2, 1.3, -1.9, -2.1, -0.1, 2.0, 2.5},            // initial
    {0.1, -2.2, -4.3, 1.4, 0.4, 0.5, 1.4, 1.7, 3.9, 3.4, -3.5, -4.0, 3.3, 1.5, -0.8},            // acronym
    {1.2, -1.2, -3.7, 3.6, 3.4, 0.9, 4.1, 4.1, 4.2, 2.0, -4.1, -2.0, 0.5, -0.0, 2.7},            // integer
    {1.5, -1.6, -3.5, 0.8, 2.4, 1.1, 4.0, 3.6, 4.9, 1.7, -2.3, -2.7, 0.8, 2.9, 3.5},             // number
    {-0.4, -2.6, -4.6, 0.0, 0.1, -0.5, 0.0, 0.9, 2.2, 0.3, -3.6, -3.1, -1.1, 1.0, -0.1},         // reference
    {1.4, -1.1, -2.8, 4.0, 3.6, 2.2, 1.7, 0.9, 4.0, 2.2, -1.8, -1.3, 0.7, 2.8, 1.7},             // citation
    {-0.1, -0.7, -4.7, 1.0, 0.5, 1.7, 2.8, -0.0, 3.4, 3.6, -3.9, -3.2, -3.1, 1.3, -1.9},         // paren
    {-4.0, -6.8, -8.0, -5.9, -3.4, -5.4, -4.8, -3.5, 0.3, -3.2, -7.1, -6.6, -4.7, -2.6, -3.6},   // symbol
    {-4.8, -7.1, -8.0, -5.6, -4.2, -5.3, -4.3, -3.5, -2.1, -4.0, -7.9, -7.5, -5.5, -3.4, -4.4},  // arrow
    {-3.9, -6.1, -8.0, -4.6, -3.3, -4.7, -3.4, -2.6, -1.2, -5.1, -7.1, -6.6, -4.6, -2.5, -3.6},  // bullet
    {-1.0, -5.3, -5.1, -2.0, -0.4, -3.0, 0.7, 3.0, 2.5, -0.2, -4.1, -3.7, -1.7, 0.4, 1.5},       // missing
}};
constexpr std::array<double, trail_count> trail_odds{0.3, -5.2, -0.9, -2.3};

constexpr std::size_t index(Shape shape) { return static_cast<std::size_t>(shape); }

// No cell ends with it.
constexpr bool leads_on(Shape shape) { return shape == Shape::bullet || shape == Shape::symbol || shape == Shape::arrow; }

}  // namespace

double row_weight(Atom const& before, Atom const& behind) {
  double weight = 0.5;
  if (before.trail == Trail::list || before.trail == Trail::open) weight -= 2.5;
  if (before.shape == Shape::function || before.shape == Shape::symbol || before.shape == Shape::arrow) weight -= 3;
  if (before.shape == Shape::reference || before.shape == Shape::citation) weight += 1.5;
  if (behind.depth > 0) weight -= 6;
  switch (behind.shape) {
    case Shape::lower: weight -= 1.5; break;
    case Shape::function: weight -= 4; break;
    case Shape::bullet: weight -= 2.5; break;
    case Shape::arrow: weight -= 1; break;
    case Shape::paren: weight -= 2; break;
    case Shape::reference: weight -= 3; break;
    default: break;
  }
  return weight;
}

double loose_weight(Atom const& before, Atom const& behind) {
  double weight = 0;
  if (before.shape == Shape::reference || before.shape == Shape::citation) weight += 1.5;
  switch (behind.shape) {
    case Shape::empty:
    case Shape::missing:
    case Shape::integer:
    case Shape::number: weight -= 1; break;
    case Shape::reference:
    case Shape::citation:
    case Shape::lower: weight -= 1.5; break;
    default: weight += 0.5; break;
  }
  return weight;
}

double border_weight(Atom const& before, Atom const& behind) {
  constexpr double never = -9;
  if (leads_on(before.shape)) return never;
  double weight = border_odds[index(before.shape)][index(behind.shape)] + trail_odds[static_cast<std::size_t>(before.trail)];
  if (behind.depth > 0) weight -= 5;
  return weight;
}

}  // namespace mechgraph
