// Molecules whose function was taken away or added: "TSG-6-deficient exosomes", "TLR4 inhibitor", "silencing of GPX4".
#pragma once

#include <optional>
#include <vector>

#include "interpret/preparations.hpp"

namespace mechgraph {

// What is done with or without the molecule speaks of the molecule: with the sign turned where its function was taken away.
struct ChangedFunction {
  std::size_t item = 0;   // the molecule's mention
  std::size_t first = 0;  // items [first, last) of the molecule and the word
  std::size_t last = 0;
  int turn = 1;                            // −1: taken away; 0: changed, so that it is another thing (a mutant)
  std::optional<std::size_t> preparation;  // that lacks or has it
};

// From left to right, one for each molecule. A word that also carries a sign ("silencing of") counts only where the molecule acts: before a
// preparation, or before an active verb. The words are marked as taken. Linear: looks a few items to each side.
std::vector<ChangedFunction> find_changed_functions(Reading& reading, std::vector<NamedPreparation> const& preparations,
                                                    Grammar const& grammar);

}  // namespace mechgraph
