// The snapshot: a graph as a file that is mapped, not parsed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/sink.hpp"
#include "graph/graph.hpp"

namespace mechgraph {

// The columns of a graph as they stand in memory, little-endian, each at a multiple of 64 bytes; before them a head with the magic
// (domain/snapshot_magic.hpp), the version, the size of the file, the fingerprint of the ontology, a checksum of the head, and for each
// column its place, its size, its checksum and how many numbers it has. Equal graphs of one ontology give equal bytes.
class Snapshot {
 public:
  // `used`: the head's checksum, the columns' places and their numbers of rows, in constant time; numbers are then checked where they are
  // used. `all`: the checksum of every column too, linear in the file at some gigabytes a second.
  enum class Check : std::uint8_t { used, all };

  // Two passes over the columns, in constant memory.
  static void write(Graph const& graph, Sink& out);
  // Maps a file, which must not shrink while the graph lives. A snapshot that was made with another ontology is merged anew, as other graph
  // files are: linear, with a logarithm. Throws Error at the file: not a snapshot, of another version, cut off, damaged.
  static Graph open(std::string const& path, std::shared_ptr<Ontology const> ontology, Check check);
  // The same from bytes at hand; `name` is for messages.
  static Graph from_bytes(std::string bytes, std::string name, std::shared_ptr<Ontology const> ontology, Check check);
};

}  // namespace mechgraph
