// Archives, member by member, in memory only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "read/byte_source.hpp"
#include "read/unpack.hpp"

namespace mechgraph {

// A member of an archive.
struct Member {
  enum class Kind : std::uint8_t { file, folder, link, other };
  std::string name;  // as the archive says it, not to be used as a path
  Kind kind = Kind::file;
};

// An archive, member by member, never unpacked to disk. As a ByteSource it is the content of the member at hand.
class Archive : public ByteSource {
 public:
  // Throws Error without a place.
  Archive(PackedForm form, ByteSource& packed, InputLimits const& limits);
  ~Archive() override;

  // Goes to the next member, past what was not read of this one; false at the end. Throws Error without a place where the archive breaks
  // off or is damaged: there is no next one then.
  bool next(Member& member);
  // The same for the content: afterwards broken() says whether there can be a next member.
  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] bool broken() const;

 private:
  void skip();

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mechgraph
