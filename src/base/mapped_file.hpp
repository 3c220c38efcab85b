// A file's bytes, mapped.
#pragma once

#include <string>
#include <string_view>

namespace mechgraph {

// Maps a file into memory for reading: nothing is read before it is used, and processes share it. The file must not shrink while it is
// mapped; programs that replace it by renaming another over it are fine.
class MappedFile {
 public:
  // Throws Error when it is missing, a directory, empty or unreadable.
  explicit MappedFile(std::string const& path);
  MappedFile(MappedFile const&) = delete;
  MappedFile& operator=(MappedFile const&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const noexcept { return {data_, size_}; }

 private:
  char const* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace mechgraph
