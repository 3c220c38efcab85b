// Packed bytes → bytes.
#include "read/unpack.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <new>

#include <fmt/format.h>
#include <zlib.h>

#include "base/error.hpp"
#include "read/archive.hpp"

namespace mechgraph {
namespace {

// A tar header: the sum of its bytes, with blanks in place of the sum itself, stands in it in octal digits. Old ones have no other mark.
bool is_tar_header(std::string_view head) {
  constexpr std::size_t sum_at = 148;
  constexpr std::size_t sum_size = 8;
  if (head.size() < packed_head_size) return false;
  if (head.find_first_not_of('\0') == std::string_view::npos) return true;  // the end mark: an archive without members
  unsigned sum = 0;
  for (std::size_t i = 0; i < packed_head_size; ++i) {
    sum += i >= sum_at && i < sum_at + sum_size ? unsigned{' '} : static_cast<unsigned char>(head[i]);
  }
  unsigned said = 0;
  std::string_view digits = head.substr(sum_at, sum_size);
  while (digits.starts_with(' ')) digits.remove_prefix(1);
  if (digits.empty() || digits.front() < '0' || digits.front() > '7') return false;
  for (; !digits.empty() && digits.front() >= '0' && digits.front() <= '7'; digits.remove_prefix(1)) {
    said = said * 8 + static_cast<unsigned>(digits.front() - '0');
  }
  return said == sum;
}

// gzip by zlib, which checks the sums that libarchive passes over.
class GzipSource : public ByteSource {
 public:
  GzipSource(ByteSource& packed, InputLimits const& limits) : packed_(packed), guard_(limits) {
    constexpr int largest_window_with_gzip_header = 15 + 16;
    if (inflateInit2(&stream_, largest_window_with_gzip_header) != Z_OK) throw std::bad_alloc{};
  }
  ~GzipSource() override { inflateEnd(&stream_); }

  std::size_t read(char* to, std::size_t size) override {
    size = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (damaged_) throw Error("", "the gzip data are damaged", "get the file again");
      if (stream_.avail_in == 0 && !fill()) {
        if (between_) return 0;
        throw Error("", "the gzip data break off", "get the file again");
      }
      if (between_ && !begin_next()) return 0;
      int const code = inflate(&stream_, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        between_ = true;
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        damaged_ = true;  // what it gave before is given
      }
    }
    std::size_t const got = size - stream_.avail_out;
    guard_.gave(got);
    return got;
  }

 private:
  bool fill() {
    std::size_t const got = packed_.read(reinterpret_cast<char*>(buffer_.data()), buffer_.size());
    guard_.took(got);
    stream_.next_in = buffer_.data();
    stream_.avail_in = static_cast<uInt>(got);
    return got != 0;
  }

  // Another compressed piece follows, or zeros that fill up a block, or bytes that do not belong here: gzip takes no notice of these.
  bool begin_next() {
    if (begun_ && *stream_.next_in != 0x1FU) return false;
    if (begun_) inflateReset(&stream_);
    begun_ = true;
    between_ = false;
    return true;
  }

  ByteSource& packed_;
  UnpackGuard guard_;
  z_stream stream_{};
  std::array<Bytef, std::size_t{64} * 1024> buffer_;
  bool begun_ = false;
  bool between_ = true;  // compressed pieces
  bool damaged_ = false;
};

}  // namespace

void UnpackGuard::gave(std::uint64_t bytes) {
  constexpr std::uint64_t free = std::uint64_t{64} * 1024 * 1024;
  constexpr std::uint64_t largest_ratio = 500;
  unpacked_ += bytes;
  if (watched_ && unpacked_ > free && unpacked_ / largest_ratio > packed_) {
    throw Error("", fmt::format("unpacks to more than {} times its size, as a bomb does", largest_ratio),
                "if you trust it, --max-size SIZE reads up to that size");
  }
}

PackedForm packed_form(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("\x1F\x8B\x08"sv)) return PackedForm::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return PackedForm::zstd;
  if (head.starts_with("\xFD"
                       "7zXZ\0"sv))
    return PackedForm::xz;
  if (head.size() > 3 && head.starts_with("BZh"sv) && head[3] >= '1' && head[3] <= '9' && head.substr(4).starts_with("1AY&SY"))
    return PackedForm::bzip2;
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return PackedForm::zip;
  return is_tar_header(head) ? PackedForm::tar : PackedForm::none;
}

std::unique_ptr<ByteSource> decompress(PackedForm form, ByteSource& packed, InputLimits const& limits) {
  if (form == PackedForm::gzip) return std::make_unique<GzipSource>(packed, limits);
  auto archive = std::make_unique<Archive>(form, packed, limits);
  Member content;
  archive->next(content);
  return archive;
}

}  // namespace mechgraph
