// Bytes, front to back: files, pipes, memory.
#include "read/byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/error.hpp"

namespace mechgraph {
namespace {

[[noreturn]] void fail_unreadable(std::string const& place, int code) {
  if (code == ENOENT || code == ENOTDIR) throw Error(place, "no such file", "check the path; - stands for standard input");
  if (code == EISDIR) throw Error(place, "is a folder, not a file", "name the files in it");
  throw Error(place, "can not be read: " + std::generic_category().message(code), "check that you may read it");
}

}  // namespace

std::optional<std::int64_t> ByteSource::seek(std::int64_t, int) { return std::nullopt; }

FileSource::FileSource(std::string const& name)
    : descriptor_(name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
  std::string const place = name == "-" ? "standard input" : name;
  if (descriptor_ < 0) fail_unreadable(place, errno);
  struct stat status {};
  int const code = ::fstat(descriptor_, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
  if (code != 0) {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
    fail_unreadable(place, code);
  }
  seekable_ = S_ISREG(status.st_mode);
}

FileSource::~FileSource() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::size_t FileSource::read(char* to, std::size_t size) {
  while (true) {
    ssize_t const got = ::read(descriptor_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail_unreadable({}, errno);
  }
}

std::optional<std::int64_t> FileSource::seek(std::int64_t offset, int whence) {
  if (!seekable_) return std::nullopt;
  off_t const at = ::lseek(descriptor_, offset, whence);
  return at < 0 ? std::nullopt : std::optional<std::int64_t>{at};
}

std::size_t MemorySource::read(char* to, std::size_t size) {
  std::size_t const got = std::min(size, left_.size());
  if (got != 0) std::memcpy(to, left_.data(), got);
  left_.remove_prefix(got);
  return got;
}

std::string_view PeekSource::peek(std::size_t size) {
  head_.erase(0, at_);
  at_ = 0;
  std::size_t used = head_.size();
  if (used < size) head_.resize(size);
  try {
    while (used < size && !failure_) {
      std::size_t const got = source_.read(head_.data() + used, size - used);
      if (got == 0) break;
      used += got;
    }
  } catch (Error const&) {
    failure_ = std::current_exception();
  }
  head_.resize(used);
  return std::string_view{head_}.substr(0, size);
}

std::size_t PeekSource::read(char* to, std::size_t size) {
  if (at_ == head_.size()) {
    if (failure_) std::rethrow_exception(failure_);
    return source_.read(to, size);
  }
  std::size_t const got = std::min(size, head_.size() - at_);
  std::memcpy(to, head_.data() + at_, got);
  at_ += got;
  return got;
}

std::optional<std::int64_t> PeekSource::seek(std::int64_t offset, int whence) {
  std::size_t const ahead = head_.size() - at_;
  auto const at = source_.seek(whence == SEEK_CUR ? offset - static_cast<std::int64_t>(ahead) : offset, whence);
  if (at) at_ = head_.size();
  return at;
}

}  // namespace mechgraph
