// Checked output: one buffer, write(2), and a file that appears only when it is whole.
#include "base/sink.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>

#include "base/error.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

[[noreturn]] void fail(std::string const& place, int error) {
  std::string hint;
  if (error == ENOSPC || error == EDQUOT) hint = "free some space, or write to another disk";
  if (error == EACCES || error == EPERM || error == EROFS) hint = "write to a folder that is yours, or change its permissions";
  throw Error(place, "cannot be written: " + std::generic_category().message(error), std::move(hint));
}

// The file that a path means once its symbolic links are followed: renaming must replace that file and not the link.
std::string resolve(std::string const& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  auto const target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// A name that nobody guesses, in the target's folder so that the rename stays on one file system.
std::string name_beside(std::string const& path) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::random_device random;
  std::uint64_t bits = (std::uint64_t{random()} << 32) | random();
  std::string name = folder_of(path) + "/.mechgraph-";
  for (int i = 0; i < 16; ++i, bits >>= 4) name += digits[bits & 15U];
  return name;
}

}  // namespace

struct Sink::State {
  std::string name;    // for messages
  std::string target;  // what `temporary` becomes; empty when nothing is renamed
  std::string temporary;
  std::string* text = nullptr;  // to_string: the bytes go straight here
  int descriptor = -1;
  bool owned = false;  // the descriptor is ours to close
  std::size_t used = 0;
  std::unique_ptr<char[]> buffer;

  State() = default;
  State(State const&) = delete;
  State& operator=(State const&) = delete;
  ~State() { discard(); }

  void discard() noexcept {
    if (owned && descriptor >= 0) ::close(descriptor);
    if (!temporary.empty()) ::unlink(temporary.c_str());
    descriptor = -1;
    temporary.clear();
  }

  void write_out(char const* bytes, std::size_t size) {
    while (size > 0) {
      ssize_t const written = ::write(descriptor, bytes, size);
      if (written >= 0) {
        bytes += written;
        size -= static_cast<std::size_t>(written);
      } else if (errno == EAGAIN || errno == EWOULDBLOCK) {  // a pipe that somebody made non-blocking
        pollfd ready{descriptor, POLLOUT, 0};
        ::poll(&ready, 1, -1);
      } else if (errno != EINTR) {
        int const error = errno;
        used = 0;
        discard();
        fail(name, error);
      }
    }
  }

  void flush() {
    std::size_t const size = std::exchange(used, 0);
    write_out(buffer.get(), size);
  }
};

Sink::Sink(std::unique_ptr<State> state) : state_(std::move(state)) {}
Sink::Sink(Sink&&) noexcept = default;
Sink& Sink::operator=(Sink&&) noexcept = default;
Sink::~Sink() = default;

Sink Sink::to_file(std::string const& path) {
  auto state = std::make_unique<State>();
  state->name = path;
  state->owned = true;
  std::string const target = resolve(path);

  struct stat old {};
  bool const exists = ::stat(target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) throw Error(path, "cannot be written: it is a folder", "name a file inside it");
  if (exists && !S_ISREG(old.st_mode)) {  // a device, a pipe: there is nothing to rename
    state->descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (state->descriptor < 0) fail(path, errno);
  } else {
    if (exists && ::access(target.c_str(), W_OK) != 0) fail(path, errno);
    std::string const temporary = name_beside(target);
    state->descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (state->descriptor < 0) {
      int const error = errno;
      std::string const folder = folder_of(target);
      if (error == ENOENT) throw Error(path, "cannot be written: no such folder", "make it first: mkdir -p " + folder);
      if (error == ENOTDIR) throw Error(path, "cannot be written: " + folder + " is not a folder");
      fail(path, error);
    }
    state->temporary = temporary;
    state->target = target;
    if (exists && ::fchmod(state->descriptor, old.st_mode & 07777) != 0) fail(path, errno);
  }
  state->buffer = std::make_unique_for_overwrite<char[]>(buffer_size);
  return Sink{std::move(state)};
}

Sink Sink::to_descriptor(int descriptor, std::string name) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->descriptor = descriptor;
  state->buffer = std::make_unique_for_overwrite<char[]>(buffer_size);
  return Sink{std::move(state)};
}

Sink Sink::to_string(std::string& target) {
  auto state = std::make_unique<State>();
  state->text = &target;
  return Sink{std::move(state)};
}

void Sink::write(std::string_view text) {
  if (text.empty()) return;  // its data may be null
  State& state = *state_;
  if (state.text != nullptr) {
    state.text->append(text);
    return;
  }
  if (text.size() > buffer_size - state.used) {
    state.flush();
    if (text.size() >= buffer_size) {
      state.write_out(text.data(), text.size());
      return;
    }
  }
  std::memcpy(state.buffer.get() + state.used, text.data(), text.size());
  state.used += text.size();
}

void Sink::flush() {
  if (state_->text == nullptr && state_->descriptor >= 0) state_->flush();
}

void Sink::close() {
  State& state = *state_;
  if (state.text != nullptr) return;
  if (state.descriptor < 0) return;  // closed before
  state.flush();
  if (!state.owned) {
    state.descriptor = -1;
    return;
  }
  // Some file systems report a full disk only here.
  if (int const descriptor = std::exchange(state.descriptor, -1); ::close(descriptor) != 0 && errno != EINTR) {
    int const error = errno;
    state.discard();
    fail(state.name, error);
  }
  if (state.temporary.empty()) return;
  if (::rename(state.temporary.c_str(), state.target.c_str()) != 0) {
    int const error = errno;
    state.discard();
    fail(state.name, error);
  }
  state.temporary.clear();
}

}  // namespace mechgraph
