// An input of the command line → the documents in it: a file, a pipe, a folder, a compressed file, an archive.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/diagnostics.hpp"
#include "base/error.hpp"
#include "read/byte_source.hpp"
#include "read/reader.hpp"
#include "read/text_blocks.hpp"

namespace mechgraph {

// What is told of an input, in its order.
struct DocumentTarget {
  // A text that is open as far as its first block, with its own Diagnostics; it is gone after the call.
  std::function<void(Input&, Diagnostics&)> document;
  // One that can not be used, or only in part; `diagnostics` holds what was noticed before.
  std::function<void(Error const&, Diagnostics const& diagnostics)> unusable;
  // A folder or archive is through: what in it was refused (warnings) or passed over (a note that counts and names).
  std::function<void(Diagnostics const&, std::size_t passed_over)> done;
  // A snapshot of a graph: its bytes, its name in messages, and its path where it is a plain file, which can be mapped. May throw Error,
  // also without a place. Empty: snapshots are refused.
  std::function<void(ByteSource&, std::string const& shown, std::string const& path)> snapshot = {};
};

// Opens everything that an input holds, one after the other, each dropped before the next: memory does not grow with their number (but for
// the names in a folder). Folders are gone through in the byte order of the whole paths, links to folders not followed; archives (tar, zip,
// compressed by gzip, zstd, xz, bzip2) in their own order, nothing is ever written. A member is read when its name ends as a form that is
// read does or when a reader recognises it; others are passed over. Links, devices and names that lead out of an archive are refused. An
// archive may be in an archive, not deeper. A name of nothing may be a prefix of KGX files (NAME_nodes.tsv, NAME_edges.tsv, .jsonl, .gz).
// Names: "folder/archive.tar.gz/inner/article.xml". `target` must not throw Error: that is taken for one of the input.
void for_each_document(std::string const& input, InputLimits const& limits, DocumentTarget const& target);

}  // namespace mechgraph
