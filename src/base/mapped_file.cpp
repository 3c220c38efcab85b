// A file's bytes, mapped.
#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/error.hpp"

namespace mechgraph {
namespace {

[[noreturn]] void fail(std::string const& path, int error) {
  throw Error(path, "can not be read: " + std::generic_category().message(error));
}

}  // namespace

MappedFile::MappedFile(std::string const& path) {
  int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    if (errno == ENOENT) throw Error(path, "no such file");
    fail(path, errno);
  }
  struct stat info {};
  int error = ::fstat(descriptor, &info) != 0 ? errno : S_ISDIR(info.st_mode) ? EISDIR : !S_ISREG(info.st_mode) ? EINVAL : 0;
  if (error == 0 && info.st_size > 0) {
    size_ = static_cast<std::size_t>(info.st_size);
    void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (mapped == MAP_FAILED) {
      error = errno;
    } else {
      data_ = static_cast<char const*>(mapped);
    }
  }
  ::close(descriptor);
  if (error != 0) fail(path, error);
  if (data_ == nullptr) throw Error(path, "is empty");
}

MappedFile::~MappedFile() { ::munmap(const_cast<char*>(data_), size_); }

}  // namespace mechgraph
