// Another program, run on bytes. Files in memory instead of pipes: neither side ever waits for the other to read.
#include "base/child.hpp"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/error.hpp"

extern char** environ;

namespace mechgraph {

ScratchFile::ScratchFile() : descriptor_(::memfd_create("mechgraph", MFD_CLOEXEC)) {
  if (descriptor_ < 0) throw Error("", std::string{"no memory for a file: "} + std::strerror(errno));
}

ScratchFile::~ScratchFile() { ::close(descriptor_); }

void ScratchFile::rewind() { ::lseek(descriptor_, 0, SEEK_SET); }

void ScratchFile::copy_to(Sink& sink) {
  rewind();
  std::string block(std::size_t{64} * 1024, '\0');
  for (;;) {
    ssize_t const size = ::read(descriptor_, block.data(), block.size());
    if (size > 0)
      sink.write(std::string_view{block.data(), static_cast<std::size_t>(size)});
    else if (size == 0 || errno != EINTR)
      return;
  }
}

std::string ScratchFile::text(std::size_t limit) {
  rewind();
  std::string out(limit, '\0');
  ssize_t const size = ::read(descriptor_, out.data(), out.size());
  out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return out;
}

int run_child(std::vector<std::string> const& command, ScratchFile& in, ScratchFile& out, ScratchFile& messages) {
  in.rewind();
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&files, messages.descriptor(), STDERR_FILENO);
  posix_spawnattr_t attributes;  // what we ignore, it shall not
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  int const error = ::posix_spawnp(&child, arguments[0], &files, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (error == ENOENT) return -1;
  if (error != 0) throw Error("", command.front() + " can not be started: " + std::strerror(error));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw Error("", command.front() + " was lost: " + std::strerror(errno));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mechgraph
