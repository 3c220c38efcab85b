// What an Intervention is made of, read back from its composition.
#pragma once

#include <string_view>
#include <vector>

namespace mechgraph {

// The parts of "GO:0070062|UBERON:0002371|pretreated_with=NCBIGene:7124" (design section 4.3): ids of nodes, views into that text.
struct PreparationParts {
  struct Modifier {
    std::string_view relation;
    std::string_view id;
  };
  std::string_view derivative;
  std::vector<std::string_view> sources;  // more than one where a row names several
  std::vector<Modifier> modifiers;
};

// Linear. A text of another form gives what can be told of it; an empty text gives empty parts.
PreparationParts preparation_parts(std::string_view composition);

}  // namespace mechgraph
