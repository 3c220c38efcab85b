// Bytes, front to back: files, pipes, memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace mechgraph {

// Where bytes come from. Throws Error without a place: who reads it knows how far it came.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(ByteSource const&) = delete;
  ByteSource& operator=(ByteSource const&) = delete;
  virtual ~ByteSource() = default;

  // The next bytes, `size` at most; 0 = the end, else there may be more.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  // Goes to a place as lseek does and gives it; nothing where the source can not.
  virtual std::optional<std::int64_t> seek(std::int64_t offset, int whence);
};

// A file, a pipe or a device, or standard input for "-".
class FileSource : public ByteSource {
 public:
  // Throws Error at the name (with "standard input" for "-"): missing, a folder, unreadable.
  explicit FileSource(std::string const& name);
  ~FileSource() override;

  std::size_t read(char* to, std::size_t size) override;
  std::optional<std::int64_t> seek(std::int64_t offset, int whence) override;

 private:
  int descriptor_;
  bool seekable_ = false;
};

// Text in memory, which must outlive it.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : left_(bytes) {}
  std::size_t read(char* to, std::size_t size) override;

 private:
  std::string_view left_;
};

// A source whose first bytes can be looked at before they are read. The source must outlive it.
class PeekSource : public ByteSource {
 public:
  explicit PeekSource(ByteSource& source) : source_(source) {}
  // The first `size` bytes that are not yet read, fewer where the source ends or fails (read() throws that in its turn); valid until the
  // next call.
  std::string_view peek(std::size_t size);

  std::size_t read(char* to, std::size_t size) override;
  std::optional<std::int64_t> seek(std::int64_t offset, int whence) override;

 private:
  ByteSource& source_;
  std::string head_;
  std::size_t at_ = 0;
  std::exception_ptr failure_;  // behind the head
};

}  // namespace mechgraph
