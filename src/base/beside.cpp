// What outputs share that are written beside their target and renamed when they are whole.
#include "base/beside.hpp"

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.hpp"

namespace mechgraph {

void fail_to_write(std::string const& place, int error) {
  std::string hint;
  if (error == ENOSPC || error == EDQUOT) hint = "free some space, or write to another disk";
  if (error == EACCES || error == EPERM || error == EROFS) hint = "write to a folder that is yours, or change its permissions";
  throw Error(place, "cannot be written: " + std::generic_category().message(error), std::move(hint));
}

void refuse_missing_folder(std::string const& place, std::string const& target, int error) {
  std::string const folder = folder_of(target);
  if (error == ENOENT) throw Error(place, "cannot be written: no such folder", "make it first: mkdir -p " + folder);
  if (error == ENOTDIR) throw Error(place, "cannot be written: " + folder + " is not a folder");
}

std::string resolved(std::string const& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  auto const target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_beside(std::string const& path) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::random_device random;
  std::uint64_t bits = (std::uint64_t{random()} << 32) | random();
  std::string name = folder_of(path) + "/.mechgraph-";
  for (int i = 0; i < 16; ++i, bits >>= 4) name += digits[bits & 15U];
  return name;
}

}  // namespace mechgraph
