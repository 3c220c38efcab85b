// Where the project's own files are: samples, docs and data that tests read.
#pragma once

#include <string>

namespace mechgraph {

// The folder of the sources, without a slash at its end.
std::string source_folder();

}  // namespace mechgraph
