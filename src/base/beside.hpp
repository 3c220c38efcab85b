// What outputs share that are written beside their target and renamed when they are whole.
#pragma once

#include <string>

namespace mechgraph {

// Throws Error: the place "cannot be written", the system's words for an errno, and what to do about it where there is something.
[[noreturn]] void fail_to_write(std::string const& place, int error);

// Throws Error when the errno of making something beside `target` says that the target's folder is missing or is none; `place` is the
// target as the user wrote it.
void refuse_missing_folder(std::string const& place, std::string const& target, int error);

// The file or folder that a path means once its symbolic links are followed: renaming must replace that and not the link.
std::string resolved(std::string const& path);

// The folder that a path stands in.
std::string folder_of(std::string const& path);

// A name that nobody guesses, in the target's folder so that the rename stays on one file system: ".mechgraph-" and 16 hex digits.
std::string name_beside(std::string const& path);

}  // namespace mechgraph
