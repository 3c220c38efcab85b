// A folder of files that appears when all of it is written, or not at all.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/sink.hpp"

namespace mechgraph {

// The file that lists, in each folder written by us, the names of its other files, one a line in byte order.
inline constexpr std::string_view folder_list = ".mechgraph";

// Files by name, as tests look at them.
using FolderTexts = std::map<std::string, std::string, std::less<>>;

// A folder, flat. It is filled beside its target and renamed by close(): destroyed without close(), it leaves no trace and an old folder
// stays as it was. An old folder is replaced only if it is empty, or if we wrote it and it holds nothing else since: its list says so, and
// only files of that list are ever removed. The exchange is one step of the file system where that can do it (ext4, XFS, Btrfs, tmpfs...);
// elsewhere the old folder is moved aside first and back when the second step fails.
class FolderSink {
 public:
  // Slashes at the end of the path are of no account. Throws Error when the folder can not be made or must not be replaced.
  static FolderSink to_folder(std::string const& path);
  // Into a map that outlives the sink, without the list.
  static FolderSink to_texts(FolderTexts& texts);

  FolderSink(FolderSink&&) noexcept;
  FolderSink& operator=(FolderSink&&) noexcept;
  FolderSink(FolderSink const&) = delete;
  FolderSink& operator=(FolderSink const&) = delete;
  ~FolderSink();

  // A new file of the folder; its writer must close it. A name holds no slash, does not begin with a dot and is given once. Each open file
  // has a buffer of 256 KiB.
  Sink file(std::string_view name);
  // The same with leave to run it.
  Sink script(std::string_view name);

  // Writes the list; all files must be closed by now. For runs with several outputs, all or none.
  void flush();

  // flush(), and renames the folder to its target. Must be called once all is written.
  void close();

 private:
  struct State;
  explicit FolderSink(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace mechgraph
