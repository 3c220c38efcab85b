// What the user asked for: all options of all verbs, as plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/record.hpp"
#include "exporters/exporter.hpp"
#include "ontology/role.hpp"

namespace mechgraph {

struct Command;

struct Options {
  // reading
  std::vector<std::string> inputs;
  std::string input_format;  // a reader's name; empty = told by the content
  Document document;
  std::string table;
  std::string caption;
  std::vector<std::string> legends;
  std::vector<std::pair<Role, std::string>> columns;
  std::string references;    // a file; empty = none
  std::size_t max_line = 0;  // bytes; 0 = the reader's own limit
  std::size_t max_size = 0;  // bytes, unpacked; 0 = the reader's own limits
  std::string ontology;      // a folder; empty = the program's own
  std::string vocabulary;    // a compiled vocabulary; empty = none
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
  unsigned jobs = 1;
  // writing
  std::vector<std::string> outputs;
  std::string format;
  ExportOptions exporting;
  bool json = false;
  // records
  bool mentions = false;
  bool every_table = false;
  bool all = false;
  // paths
  std::string from;
  std::string to;
  std::uint32_t max_hops = 6;
  std::size_t limit = 0;  // 0 = all
  std::optional<int> sign;
  bool asserted = false;
  bool suggested = false;
  bool composed = false;
  bool only_new = false;
  std::vector<std::string> via;
  std::vector<std::string> through;
  std::vector<std::string> avoid;
  std::vector<std::string> without;  // also of export
  // show, find
  std::vector<std::string> words;
  // export
  std::vector<std::string> kinds;
  std::vector<std::string> relations;
  std::vector<std::string> bases;
  std::size_t min_witnesses = 0;
  std::string around;
  std::uint32_t hops = 1;
  // check
  std::vector<std::string> fail_on;
  bool tsv = false;
  // stats
  std::string matrix;
  // merge
  std::vector<std::string> same_as;
  // formats
  bool extensions = false;
};

// The options of one verb from its arguments (without the verb); nothing when --help was among them. Throws Error with a hint on wrong
// usage.
std::optional<Options> parse_options(Command const& command, std::span<char const* const> arguments);

// The help of one verb, and of the program.
std::string help(Command const& command);
std::string help();

// --columns: role=Header parts joined by commas. A comma inside a header is no separator unless a role and "=" follow it; quotes around a
// header are taken off. Throws Error on an unknown role or a part without "=".
std::vector<std::pair<Role, std::string>> parse_columns(std::string_view text);

// A number of bytes: digits, then nothing, K, M or G (powers of 1024). Throws Error on anything else, at the option's name.
std::size_t parse_size(std::string_view option, std::string_view text);

}  // namespace mechgraph
