// A batch of graph data in columns: what statements are lowered to and what graph readers give.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/short_list.hpp"
#include "base/string_pool.hpp"
#include "base/text.hpp"
#include "domain/evidence.hpp"
#include "domain/flag.hpp"
#include "ontology/kind.hpp"

namespace mechgraph {

enum class NodeFlag : std::uint8_t {
  unresolved = 1,  // words that no term covers
  foreign = 2,     // a type that our schema does not know
  ancestor = 4,    // only there because a used term is_a or part_of it, or as the value of a qualifier: no statement has it as an end
};

// All texts are numbers of `strings`; all rows name others by their position in the part. Rows may repeat: the builder merges them.
struct GraphPart {
  struct Node {
    StringId id{};  // CURIE or MECHGRAPH:…
    Kind kind = Kind::context;
    StringId type{};  // a name of types.tsv, or a foreign category
    StringId label{};
    std::uint8_t flags = 0;  // of NodeFlag
  };
  struct Edge {
    std::uint32_t subject = 0;  // node rows
    std::uint32_t object = 0;
    StringId relation{};  // a name of relations.tsv, or a foreign predicate
    std::int8_t sign = 0;
    bool negated = false;
  };
  // owner: a row of nodes, edges or documents. Values of one name are a set.
  struct Attribute {
    std::uint32_t owner = 0;
    StringId name{};
    StringId value{};
  };
  struct Document {
    StringId id{}, doi{}, pmid{}, pmcid{}, title{}, journal{}, year{}, licence{};
  };
  // What a reference of a document stands for. A reference may have several rows: as many works.
  struct Citation {
    StringId reference{};  // "DOI:10.…#107", as witnesses have it
    StringId doi{}, pmid{}, pmcid{};
  };
  struct Table {
    std::uint32_t document = 0;
    StringId name{};  // "Table 3" or "#1"
    StringId caption{};
  };
  struct Record {
    std::uint32_t table = 0;
    StringId id{};
  };
  struct Cell {
    std::uint32_t record = 0;
    StringId field{};  // a role's name
    StringId text{};
  };
  struct Qualifier {
    StringId key{};
    StringId value{};      // a node id, or text
    bool is_node = false;  // value is the id of a node of this part
    auto operator<=>(Qualifier const&) const = default;
  };
  struct Witness {
    std::uint32_t edge = 0;
    std::uint32_t cell = 0;
    Span text, trigger, subject, object;  // bytes in the cell's text
    StringId rule{};
    std::uint16_t confidence = 1000;  // per mille
    Basis basis = Basis::stated;
    FlagSet flags;
    ShortList<Qualifier, 1> qualifiers;
    ShortList<StringId, 2> references;  // "DOI:10.…#107": number 107 in that document; without '#' a publication itself
  };

  StringPool strings;
  std::vector<Node> nodes;
  std::vector<Attribute> node_attributes;  // key, identifier, match, ontology_label, valence, xref, composition, synonym …
  std::vector<Edge> edges;
  std::vector<Attribute> edge_attributes;
  std::vector<Document> documents;
  std::vector<Table> tables;
  std::vector<Record> records;
  std::vector<Cell> cells;
  std::vector<Witness> witnesses;
  std::vector<Citation> citations;  // of references that no witness has: of no effect
};

// Names of attributes that the machinery itself writes or reads.
namespace attribute {
inline constexpr std::string_view key = "key";                        // the lexicon's name of a term
inline constexpr std::string_view identifier = "identifier";          // the CURIE that a node with a minted id maps to
inline constexpr std::string_view match = "match";                    // exact, close, broad or narrow: what that CURIE is to the node
inline constexpr std::string_view ontology_label = "ontology_label";  // the class's label in its ontology, where figures show another
inline constexpr std::string_view valence = "valence";                // "1", "-1" (absent = 0)
inline constexpr std::string_view xref = "xref";
inline constexpr std::string_view composition = "composition";  // of an Intervention: the text that its id is the hash of
inline constexpr std::string_view synonym = "synonym";          // another name of it
inline constexpr std::string_view change = "change";            // of a comparison: added, removed, flipped, evidence, changed
}  // namespace attribute

}  // namespace mechgraph
