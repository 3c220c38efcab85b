// Symbols of molecules that no term has.
#pragma once

#include <string_view>

#include "interpret/items.hpp"

namespace mechgraph {

// Looks like the symbol of a molecule, by a digit or two capitals: "MMP13", "ZO", "p38".
bool is_symbol(std::string_view word);

// Makes mentions (match unresolved, named as printed) of the symbols that stand where only what acts can stand: before a verb with an
// object ("DAPK1 increased the phosphorylation of Akt"), with or without the loss or gain of its function between ("CDK5 knockdown
// reduced"), in a list of such, or after "by" where it has a digit ("was reduced by MPT0G211"; "by ELISA" names a method). Elsewhere
// unknown words stay words. Linear in the items.
void find_acting_symbols(Reading& reading, Grammar const& grammar);

}  // namespace mechgraph
