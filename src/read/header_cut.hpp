// A header line whose cells are parted by single spaces → its headers.
#pragma once

#include <string_view>
#include <vector>

#include "read/reader.hpp"

namespace mechgraph {

// One way to cut the line. Blank headers, which white space tells of, are empty.
struct HeaderGuess {
  std::vector<std::string_view> headers;
  double score = 0;    // higher is more plausible; comparable between guesses for one line
  bool known = false;  // every header is a known one
};

// The best guess for each number of headers from 2 on (at most 40), the fewest first; a line of more than 200 words gives none. Cost: words
// of the line, times headers, times 8.
std::vector<HeaderGuess> header_guesses(std::string_view line, ReadOptions const& options);

// The line cut into known headers alone, two at least; empty when that does not work.
std::vector<std::string_view> known_headers_of(std::string_view line, ReadOptions const& options);

// The known headers that begin the line, and what stands behind them: for messages.
struct HeaderStart {
  std::vector<std::string_view> headers;
  std::string_view rest;
};
HeaderStart known_start_of(std::string_view line, ReadOptions const& options);

}  // namespace mechgraph
