// Checked output: one buffer, write(2), and a file that appears only when it is whole.
#include "base/sink.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/beside.hpp"
#include "base/error.hpp"
#include "base/unfinished.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

}  // namespace

struct Sink::State {
  std::string name;    // for messages
  std::string target;  // what `temporary` becomes; empty when nothing is renamed
  std::string temporary;
  std::string* text = nullptr;  // to_string: the bytes go straight here
  int descriptor = -1;
  bool owned = false;  // the descriptor is ours to close
  std::unique_ptr<char[]> buffer;

  State() = default;
  State(State const&) = delete;
  State& operator=(State const&) = delete;
  ~State() { discard(); }

  void discard() noexcept {
    if (owned && descriptor >= 0) ::close(descriptor);
    if (!temporary.empty()) {
      ::unlink(temporary.c_str());
      end_unfinished(temporary);
    }
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
        discard();
        fail_to_write(name, error);
      }
    }
  }
};

Sink::Sink(std::unique_ptr<State> state) : state_(std::move(state)) {
  if (state_->text != nullptr) return;
  state_->buffer = std::make_unique_for_overwrite<char[]>(buffer_size);
  next_ = state_->buffer.get();
  limit_ = next_ + buffer_size;
}
Sink::Sink(Sink&& other) noexcept
    : state_(std::move(other.state_)), next_(std::exchange(other.next_, nullptr)), limit_(std::exchange(other.limit_, nullptr)) {}
Sink& Sink::operator=(Sink&& other) noexcept {
  state_ = std::move(other.state_);
  next_ = std::exchange(other.next_, nullptr);
  limit_ = std::exchange(other.limit_, nullptr);
  return *this;
}
Sink::~Sink() = default;

Sink Sink::to_file(std::string const& path) {
  auto state = std::make_unique<State>();
  state->name = path;
  state->owned = true;
  std::string const target = resolved(path);

  struct stat old {};
  bool const exists = ::stat(target.c_str(), &old) == 0;
  if (exists && S_ISDIR(old.st_mode)) throw Error(path, "cannot be written: it is a folder", "name a file inside it");
  if (exists && !S_ISREG(old.st_mode)) {  // a device, a pipe: there is nothing to rename
    state->descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (state->descriptor < 0) fail_to_write(path, errno);
  } else {
    if (exists && ::access(target.c_str(), W_OK) != 0) fail_to_write(path, errno);
    std::string const temporary = name_beside(target);
    begin_unfinished(temporary);
    state->descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (state->descriptor < 0) {
      int const error = errno;
      end_unfinished(temporary);
      refuse_missing_folder(path, target, error);
      fail_to_write(path, error);
    }
    state->temporary = temporary;
    state->target = target;
    if (exists && ::fchmod(state->descriptor, old.st_mode & 07777) != 0) fail_to_write(path, errno);
  }
  return Sink{std::move(state)};
}

Sink Sink::to_new_file(std::string const& path, std::string name, bool executable) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->owned = true;
  state->descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, executable ? 0777 : 0666);
  if (state->descriptor < 0) fail_to_write(state->name, errno);
  return Sink{std::move(state)};
}

Sink Sink::to_descriptor(int descriptor, std::string name) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->descriptor = descriptor;
  return Sink{std::move(state)};
}

Sink Sink::to_string(std::string& target) {
  auto state = std::make_unique<State>();
  state->text = &target;
  return Sink{std::move(state)};
}

void Sink::write_on(std::string_view text) {
  if (state_->text != nullptr) {
    state_->text->append(text);
    return;
  }
  write_out();
  if (text.size() >= buffer_size)
    state_->write_out(text.data(), text.size());
  else
    next_ = copy_to(next_, text);
}

void Sink::write_out() {
  char* const begin = state_->buffer.get();
  auto const size = static_cast<std::size_t>(std::exchange(next_, begin) - begin);  // a failure leaves nothing to write again
  state_->write_out(begin, size);
}

std::string const& Sink::file() const noexcept { return state_->temporary; }

void Sink::flush() {
  if (state_->text == nullptr && state_->descriptor >= 0) write_out();
}

void Sink::close() {
  State& state = *state_;
  if (state.text != nullptr) return;
  if (state.descriptor < 0) return;  // closed before
  write_out();
  if (!state.owned) {
    state.descriptor = -1;
    return;
  }
  // Some file systems report a full disk only here.
  if (int const descriptor = std::exchange(state.descriptor, -1); ::close(descriptor) != 0 && errno != EINTR) {
    int const error = errno;
    state.discard();
    fail_to_write(state.name, error);
  }
  if (state.temporary.empty()) return;
  if (::rename(state.temporary.c_str(), state.target.c_str()) != 0) {
    int const error = errno;
    state.discard();
    fail_to_write(state.name, error);
  }
  end_unfinished(state.temporary);
  state.temporary.clear();
}

}  // namespace mechgraph
