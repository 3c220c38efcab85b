// A folder of files that appears when all of it is written, or not at all.
#include "base/folder_sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "base/beside.hpp"
#include "base/error.hpp"
#include "base/unfinished.hpp"

namespace mechgraph {
namespace {

using Names = std::set<std::string, std::less<>>;

std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

bool is_plain_name(std::string_view name) { return !name.empty() && name.front() != '.' && name.find('/') == std::string_view::npos; }

// What the list of a folder names. Names that are none of ours are no names: nothing outside the folder is touched whatever a list says.
Names listed(std::string const& folder) {
  Names names;
  std::ifstream in{folder + "/" + std::string{folder_list}, std::ios::binary};
  for (std::string line; std::getline(in, line);) {
    if (is_plain_name(line)) names.insert(std::move(line));
  }
  return names;
}

// The names of the files that may go when the folder is replaced. Throws Error when it holds anything else.
Names replaceable(std::string const& place, std::string const& folder) {
  Names names = listed(folder);
  std::error_code error;
  bool ours = false;
  std::string foreign;  // the first in byte order, so that the message is the same everywhere
  for (auto at = std::filesystem::directory_iterator{folder, error}; !error && at != std::filesystem::directory_iterator{};
       at.increment(error)) {
    std::string const name = at->path().filename().string();
    std::error_code ignored;
    bool const regular = at->symlink_status(ignored).type() == std::filesystem::file_type::regular;
    if (name == folder_list && regular)
      ours = true;
    else if ((!names.contains(name) || !regular) && (foreign.empty() || name < foreign))
      foreign = name;
  }
  if (error) fail_to_write(place, error.value());
  if (!foreign.empty()) {
    throw Error(place, "cannot be replaced: it holds " + foreign + ", which mechgraph did not write",
                ours ? "move that file elsewhere, or name another folder" : "name another folder, or remove this one first");
  }
  if (ours) names.emplace(folder_list);
  return names;
}

void remove_files(std::string const& folder, Names const& names) noexcept {
  for (std::string const& name : names) ::unlink((folder + "/" + name).c_str());
  ::rmdir(folder.c_str());
}

// Puts `fresh` in the place of `old` and the other way round.
bool swap_folders(std::string const& fresh, std::string const& old) {
  if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, old.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  std::string const aside = name_beside(old);  // a file system that can not do it in one step
  if (::rename(old.c_str(), aside.c_str()) != 0) return false;
  if (::rename(fresh.c_str(), old.c_str()) == 0 && ::rename(aside.c_str(), fresh.c_str()) == 0) return true;
  int const error = errno;
  ::rename(aside.c_str(), old.c_str());
  errno = error;
  return false;
}

}  // namespace

struct FolderSink::State {
  std::string name;    // for messages
  std::string target;  // what `temporary` becomes
  std::string temporary;
  FolderTexts* texts = nullptr;
  Names names;
  bool whole = false;  // the list is written

  State() = default;
  State(State const&) = delete;
  State& operator=(State const&) = delete;
  ~State() {
    if (temporary.empty()) return;
    names.emplace(folder_list);
    remove_files(temporary, names);
    end_unfinished(temporary);
  }

  Sink open(std::string_view file, bool executable) {
    if (!is_plain_name(file) || !names.emplace(file).second) throw Error(name, "has no place for a file '" + std::string{file} + "'");
    if (texts != nullptr) return Sink::to_string((*texts)[std::string{file}]);
    std::string const path = "/" + std::string{file};
    begin_unfinished(temporary + path);
    return Sink::to_new_file(temporary + path, name + path, executable);
  }
};

FolderSink::FolderSink(std::unique_ptr<State> state) : state_(std::move(state)) {}
FolderSink::FolderSink(FolderSink&&) noexcept = default;
FolderSink& FolderSink::operator=(FolderSink&&) noexcept = default;
FolderSink::~FolderSink() = default;

FolderSink FolderSink::to_folder(std::string const& path) {
  auto state = std::make_unique<State>();
  state->name = without_slashes(path);
  state->target = resolved(state->name);

  struct stat old {};
  bool const exists = ::stat(state->target.c_str(), &old) == 0;
  if (exists && !S_ISDIR(old.st_mode)) {
    throw Error(state->name, "cannot be written: it is a file, and a folder is to be written", "name another place");
  }
  if (exists) {
    std::error_code error;
    if (std::filesystem::equivalent(state->target, ".", error)) {
      throw Error(state->name, "cannot be replaced: it is the folder that we stand in", "name a folder inside it");
    }
    replaceable(state->name, state->target);
    if (::access(state->target.c_str(), W_OK) != 0) fail_to_write(state->name, errno);
  }
  std::string const temporary = name_beside(state->target);
  begin_unfinished(temporary);
  if (::mkdir(temporary.c_str(), 0777) != 0) {
    int const error = errno;
    end_unfinished(temporary);
    refuse_missing_folder(state->name, state->target, error);
    fail_to_write(state->name, error);
  }
  state->temporary = temporary;
  if (exists && ::chmod(temporary.c_str(), old.st_mode & 07777) != 0) fail_to_write(state->name, errno);
  return FolderSink{std::move(state)};
}

FolderSink FolderSink::to_texts(FolderTexts& texts) {
  auto state = std::make_unique<State>();
  state->name = "folder";
  state->texts = &texts;
  return FolderSink{std::move(state)};
}

Sink FolderSink::file(std::string_view name) { return state_->open(name, false); }
Sink FolderSink::script(std::string_view name) { return state_->open(name, true); }

void FolderSink::flush() {
  State& state = *state_;
  if (state.texts != nullptr || state.whole) return;
  std::string const list{folder_list};
  begin_unfinished(state.temporary + "/" + list);
  Sink sink = Sink::to_new_file(state.temporary + "/" + list, state.name + "/" + list);
  for (std::string const& name : state.names) sink.print(name, '\n');
  sink.close();
  state.whole = true;
}

void FolderSink::close() {
  State& state = *state_;
  if (state.texts != nullptr || state.temporary.empty()) return;
  flush();
  // Into a new place, or over an empty folder: one step.
  if (::rename(state.temporary.c_str(), state.target.c_str()) == 0) {
    end_unfinished(state.temporary);
    state.temporary.clear();
    return;
  }
  if (errno != ENOTEMPTY && errno != EEXIST) fail_to_write(state.name, errno);
  Names const old = replaceable(state.name, state.target);  // again: the run may have been long
  if (!swap_folders(state.temporary, state.target)) fail_to_write(state.name, errno);
  // The old one has the temporary name now.
  end_unfinished(state.temporary);
  remove_files(std::exchange(state.temporary, {}), old);
}

}  // namespace mechgraph
