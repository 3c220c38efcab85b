// What the look of two neighbours says about a border between them.
#pragma once

#include "read/atoms.hpp"

namespace mechgraph {

// How much the look of two neighbouring words speaks for a border between their cells (above 0) or against it: log odds.
double border_weight(Atom const& before, Atom const& behind);

// How much the look of the words around a line end speaks for a row that ends there.
double row_weight(Atom const& before, Atom const& behind);

// How much the look of two whole cells speaks for a row that begins between them.
double loose_weight(Atom const& before, Atom const& behind);

}  // namespace mechgraph
