// What stands between the tags of XML: entities, and digits set high or low.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mechgraph {

// Entities that could not be resolved.
struct UnknownEntities {
  std::size_t count = 0;
  std::string first;         // "&foo;"
  std::size_t replaced = 0;  // numeric ones that gave U+FFFD
};

// Appends the character that the entity at the front of `text`, which begins with '&', stands for, and gives its length in bytes: the five
// of XML, numeric ones (a number that XML can not hold gives U+FFFD and is counted, a carriage return a line feed) and the common named
// ones of HTML and JATS. One that is not known is appended as printed and counted; a bare '&' is appended and not counted. No entity gives
// more than one character.
std::size_t append_entity(std::string& out, std::string_view text, UnknownEntities& unknown);

// The value of an attribute, or any other text without white space to collapse, with its entities resolved.
std::string resolved(std::string_view text, UnknownEntities& unknown);

enum class Script { super, sub };

// Digits as Unicode super- or subscripts ("9" → "⁹"), signs too where there is nothing but digits and signs ("−9" → "⁻⁹"); the rest as it
// is.
std::string in_script(std::string_view text, Script script);

}  // namespace mechgraph
