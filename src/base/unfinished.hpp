// Outputs that are not whole yet, which a signal must not leave behind.
#pragma once

#include <string>

namespace mechgraph {

// A file or folder that is about to be made, by the name it has until it is whole. From any thread.
void begin_unfinished(std::string const& path);
// It has another name now, or is gone; so has all that is in it.
void end_unfinished(std::string const& path);
// From now on SIGINT, SIGTERM and SIGHUP, where they are not ignored, take away what is unfinished, and then end the process as they do.
void remove_unfinished_on_signals();

}  // namespace mechgraph
