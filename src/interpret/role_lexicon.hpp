// Forms by role: where the cells of flat text end.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

#include "ontology/lookup.hpp"
#include "ontology/role.hpp"

namespace mechgraph {

// A function that gives the length in bytes of the longest form, of a kind that the role can hold, that begins a text and ends at a word
// boundary; 0 for none. Terms that hang together by a hyphen or slash count as one cell ("mice/rat"). It keeps the lexicon.
std::function<std::size_t(Role, std::string_view)> longest_form(std::shared_ptr<Lexicon const> lexicon);

}  // namespace mechgraph
