// Packed bytes → bytes: compressed files and the members of archives, in memory only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "read/byte_source.hpp"
#include "read/text_blocks.hpp"

namespace mechgraph {

enum class PackedForm : std::uint8_t { none, gzip, zstd, xz, bzip2, tar, zip };

// By the first bytes; `head` should have packed_head_size of them. tar: a header block whose checksum is right, or one of
// zeros.
inline constexpr std::size_t packed_head_size = 512;
PackedForm packed_form(std::string_view head);
// True for gzip, zstd, xz, bzip2: one document. An archive (tar, zip) holds many.
constexpr bool is_compressed(PackedForm form) { return form >= PackedForm::gzip && form <= PackedForm::bzip2; }

// Watches what is taken in and given out: a small file must not become an endless one. Throws Error without a place.
class UnpackGuard {
 public:
  explicit UnpackGuard(InputLimits const& limits) : watched_(limits.largest == 0) {}
  void took(std::uint64_t bytes) { packed_ += bytes; }
  void gave(std::uint64_t bytes);

 private:
  bool watched_;
  std::uint64_t packed_ = 0;
  std::uint64_t unpacked_ = 0;
};

// The content of a compressed file; several one after the other count as one. Throws Error without a place where it breaks off, is damaged
// (its checksum too) or is a bomb. The source and the name must outlive it.
std::unique_ptr<ByteSource> decompress(PackedForm form, ByteSource& packed, InputLimits const& limits);

}  // namespace mechgraph
