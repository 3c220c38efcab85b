// The fingerprint that minted identifiers are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mechgraph {

// XXH3-128 of the bytes, seed 0: 32 lower-case hex digits of the canonical (big-endian) form.
std::string digest(std::string_view text);
// The same, written to a place of digest_size bytes.
inline constexpr std::size_t digest_size = 32;
void write_digest(char* to, std::string_view text) noexcept;

// XXH3-64 of the bytes, seed 0: what files of ours are checked with.
std::uint64_t checksum(std::string_view bytes) noexcept;
// The same of bytes that lie in pieces.
std::uint64_t checksum(std::span<std::string_view const> pieces) noexcept;

// The digest of a text that comes in pieces.
class Digest {
 public:
  Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;
  ~Digest();

  void add(std::string_view piece);
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mechgraph
