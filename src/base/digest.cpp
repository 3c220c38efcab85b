// XXH3-128 as hex digits.
#include "base/digest.hpp"

#define XXH_STATIC_LINKING_ONLY  // the size of its state
#include <xxhash.h>

namespace mechgraph {
namespace {

void write_hex(char* to, XXH128_hash_t hash) noexcept {
  constexpr char digits[] = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  static_assert(2 * sizeof canonical.digest == digest_size);
  for (unsigned char const byte : canonical.digest) {
    *to++ = digits[byte >> 4U];
    *to++ = digits[byte & 15U];
  }
}

std::string hex_of(XXH128_hash_t hash) {
  std::string hex(digest_size, '\0');
  write_hex(hex.data(), hash);
  return hex;
}

}  // namespace

void write_digest(char* to, std::string_view text) noexcept { write_hex(to, XXH3_128bits(text.data(), text.size())); }

std::string digest(std::string_view text) { return hex_of(XXH3_128bits(text.data(), text.size())); }

std::uint64_t checksum(std::string_view bytes) noexcept { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint64_t checksum(std::span<std::string_view const> pieces) noexcept {
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  for (std::string_view const piece : pieces) XXH3_64bits_update(&state, piece.data(), piece.size());
  return XXH3_64bits_digest(&state);
}

struct Digest::State {
  XXH3_state_t xxh3;
};

Digest::Digest() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->xxh3); }
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;
Digest::~Digest() = default;

void Digest::add(std::string_view piece) { XXH3_128bits_update(&state_->xxh3, piece.data(), piece.size()); }

std::string Digest::hex() const { return hex_of(XXH3_128bits_digest(&state_->xxh3)); }

}  // namespace mechgraph
