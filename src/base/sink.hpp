// Checked output.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/short_copy.hpp"

namespace mechgraph {

// Where bytes go: a file, standard output or a string, through one buffer of 256 KiB. Every write is checked; a failure throws Error
// with the output's name. A file is written beside its target and renamed by close(): destroyed without close(), it leaves no trace and
// the old file stays as it was.
class Sink {
 public:
  // Throws Error when the file can not be made (missing folder, no permission).
  static Sink to_file(std::string const& path);
  // A file that is not there yet, at its place at once: for what is renamed as a whole later (FolderSink). `name` is for messages.
  static Sink to_new_file(std::string const& path, std::string name, bool executable = false);
  // A file descriptor that stays open, named for messages ("standard output"); nothing is renamed.
  static Sink to_descriptor(int descriptor, std::string name);
  // Appends to a string that outlives the sink.
  static Sink to_string(std::string& target);

  Sink(Sink&&) noexcept;
  Sink& operator=(Sink&&) noexcept;
  Sink(Sink const&) = delete;
  Sink& operator=(Sink const&) = delete;
  ~Sink();

  void write(std::string_view text) {
    if (text.size() <= static_cast<std::size_t>(limit_ - next_)) [[likely]]
      next_ = copy_to(next_, text);
    else
      write_on(text);
  }
  void write(char byte) { write(std::string_view{&byte, 1}); }

  template <std::integral T>
  void number(T value) {
    char digits[24];
    auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    write(std::string_view{digits, static_cast<std::size_t>(end - digits)});
  }

  // All texts in turn: sink.print("<node id=\"", id, "\">\n").
  template <class... Texts>
  void print(Texts const&... texts) {
    (put(texts), ...);
  }

  // The file that is being filled, for libraries that write one themselves: they must do so before anything else is written here, and
  // instead of it. Empty for a device, a pipe or a string.
  [[nodiscard]] std::string const& file() const noexcept;

  // Writes what is buffered and checks it: a file stays beside its target. For runs that write several files, all or none.
  void flush();

  // Writes what is buffered, checks it and renames a file to its target. Must be called once all is written.
  void close();

 private:
  struct State;
  explicit Sink(std::unique_ptr<State> state);
  void write_on(std::string_view text);  // what the buffer has no room for
  void write_out();                      // what the buffer holds

  void put(std::string_view text) { write(text); }
  void put(char byte) { write(byte); }
  template <std::integral T>
  requires(!std::same_as<T, char>) void put(T value) { number(value); }

  std::unique_ptr<State> state_;
  char* next_ = nullptr;  // the free part of the buffer: none for a string
  char* limit_ = nullptr;
};

}  // namespace mechgraph
