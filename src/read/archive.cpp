// Archives, member by member: the only file that includes libarchive.
#include "read/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include "base/error.hpp"

namespace mechgraph {

struct Archive::Parts {
  Parts(ByteSource& source, InputLimits const& limits) : packed(source), guard(limits), handle(archive_read_new()) {
    if (handle == nullptr) throw std::bad_alloc{};
  }
  Parts(Parts const&) = delete;
  Parts& operator=(Parts const&) = delete;
  ~Parts() { archive_read_free(handle); }

  // libarchive is C: what the source throws waits here until its caller is ours again.
  [[noreturn]] void fail() {
    broken = true;
    if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
    char const* const why = archive_error_string(handle);
    throw Error("", "is damaged or breaks off: " + std::string{why != nullptr ? why : "no reason is known"}, "get it again");
  }

  static la_ssize_t take(archive*, void* self, void const** bytes) {
    auto& parts = *static_cast<Parts*>(self);
    try {
      std::size_t const got = parts.packed.read(parts.buffer.data(), parts.buffer.size());
      parts.guard.took(got);
      *bytes = parts.buffer.data();
      return static_cast<la_ssize_t>(got);
    } catch (...) {
      parts.thrown = std::current_exception();
      archive_set_error(parts.handle, EIO, "the source can not be read");
      return ARCHIVE_FATAL;
    }
  }

  static la_int64_t go(archive*, void* self, la_int64_t offset, int whence) {
    return static_cast<Parts*>(self)->packed.seek(offset, whence).value_or(ARCHIVE_FATAL);
  }

  ByteSource& packed;
  UnpackGuard guard;
  archive* handle;
  std::exception_ptr thrown;
  std::string_view block;      // of the member at hand, not yet given
  std::uint64_t block_at = 0;  // where it begins
  std::uint64_t at = 0;        // how much of the member was given
  bool begun = false;
  bool broken = false;
  std::array<char, std::size_t{64} * 1024> buffer;
};

Archive::Archive(PackedForm form, ByteSource& packed, InputLimits const& limits) : parts_(new Parts{packed, limits}) {
  archive* const handle = parts_->handle;
  switch (form) {
    case PackedForm::zstd: archive_read_support_filter_zstd(handle); break;
    case PackedForm::xz: archive_read_support_filter_xz(handle); break;
    case PackedForm::bzip2: archive_read_support_filter_bzip2(handle); break;
    default: break;
  }
  if (form == PackedForm::tar) {
    archive_read_support_format_tar(handle);
  } else if (form == PackedForm::zip) {
    archive_read_support_format_zip(handle);
  } else {
    archive_read_support_format_raw(handle);
  }
  archive_read_support_format_empty(handle);
  archive_read_set_read_callback(handle, &Parts::take);
  if (packed.seek(0, SEEK_CUR)) archive_read_set_seek_callback(handle, &Parts::go);
  archive_read_set_callback_data(handle, parts_.get());
  if (archive_read_open1(handle) < ARCHIVE_WARN) parts_->fail();
}

Archive::~Archive() = default;

bool Archive::next(Member& member) {
  if (parts_->begun) skip();
  parts_->begun = true;
  parts_->block = {};
  parts_->at = parts_->block_at = 0;
  archive_entry* entry = nullptr;
  int const code = parts_->broken ? ARCHIVE_FATAL : archive_read_next_header(parts_->handle, &entry);
  if (code == ARCHIVE_EOF) return false;
  if (code < ARCHIVE_WARN) parts_->fail();
  char const* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  member.name = name != nullptr ? name : "a member without a name";
  bool const is_link = archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK;
  switch (is_link ? AE_IFLNK : archive_entry_filetype(entry)) {
    case AE_IFREG: member.kind = Member::Kind::file; break;
    case AE_IFDIR: member.kind = Member::Kind::folder; break;
    case AE_IFLNK: member.kind = Member::Kind::link; break;
    default: member.kind = Member::Kind::other; break;
  }
  return true;
}

// Our own reading, so that a bomb is seen here too.
void Archive::skip() {
  std::array<char, std::size_t{64} * 1024> passed;
  try {
    while (!parts_->broken && read(passed.data(), passed.size()) != 0) {
    }
  } catch (Error const&) {
    if (parts_->broken) throw;  // else only this member can not be read
  }
}

// By blocks: libarchive's own copying loses what it has when it meets an error. A hole in a sparse file is zeros.
std::size_t Archive::read(char* to, std::size_t size) {
  while (parts_->block.empty() && parts_->at == parts_->block_at) {
    void const* bytes = nullptr;
    std::size_t length = 0;
    la_int64_t offset = 0;
    int const code = archive_read_data_block(parts_->handle, &bytes, &length, &offset);
    if (code == ARCHIVE_EOF) return 0;
    if (code == ARCHIVE_FATAL || parts_->thrown) parts_->fail();
    if (code != ARCHIVE_OK) {
      char const* const why = archive_error_string(parts_->handle);
      throw Error("", "can not be unpacked: " + std::string{why != nullptr ? why : "no reason is known"}, "unpack it yourself");
    }
    parts_->block = {static_cast<char const*>(bytes), length};
    parts_->block_at = std::max(parts_->at, static_cast<std::uint64_t>(offset));
  }
  std::size_t got = 0;
  if (parts_->at < parts_->block_at) {
    got = static_cast<std::size_t>(std::min<std::uint64_t>(size, parts_->block_at - parts_->at));
    std::memset(to, 0, got);
  } else {
    got = std::min(size, parts_->block.size());
    std::memcpy(to, parts_->block.data(), got);
    parts_->block.remove_prefix(got);
    parts_->block_at += got;
  }
  parts_->at += got;
  parts_->guard.gave(got);
  return got;
}

bool Archive::broken() const { return parts_->broken; }

}  // namespace mechgraph
