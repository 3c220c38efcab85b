// Opening an input and checking that it is text.
#include "read/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view as_text = "export the table as TSV or CSV in UTF-8";

// The forms that people give by mistake, by their first bytes.
struct Magic {
  std::string_view bytes;
  std::string_view what;
  std::string_view hint;
};

using namespace std::string_view_literals;
constexpr std::array magics{
    Magic{"\x7F"
          "ELF"sv,
          "is a program (ELF), not text", "name a file that holds a table"},
    Magic{"PK\x03\x04"sv, "is a ZIP archive (Excel and Word files are such), not text", as_text},
    Magic{"\xD0\xCF\x11\xE0"sv, "is an old Office file, not text", as_text},
    Magic{"\x1F\x8B"sv, "is compressed with gzip", "unpack it first: gunzip"},
    Magic{"BZh"sv, "is compressed with bzip2", "unpack it first: bunzip2"},
    Magic{"\xFD"
          "7zXZ"sv,
          "is compressed with xz", "unpack it first: unxz"},
    Magic{"\x28\xB5\x2F\xFD"sv, "is compressed with zstd", "unpack it first: unzstd"},
    Magic{"%PDF-"sv, "is a PDF, not text", "copy the table from the article's page into a text file"},
    Magic{"\x89PNG"sv, "is a PNG picture, not text", "copy the table from the article's page into a text file"},
    Magic{"\xFF\xD8\xFF"sv, "is a JPEG picture, not text", "copy the table from the article's page into a text file"},
    Magic{"SQLite format 3\0"sv, "is an SQLite database, not text", as_text},
    Magic{"\xFF\xFE"sv, "is UTF-16 text, not UTF-8", "save it as UTF-8"},
    Magic{"\xFE\xFF"sv, "is UTF-16 text, not UTF-8", "save it as UTF-8"},
};

// A file descriptor that closes itself; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  ~Descriptor() {
    if (value_ > STDIN_FILENO) ::close(value_);
  }
  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
};

[[noreturn]] void fail_unreadable(std::string const& name, int code) {
  if (code == ENOENT || code == ENOTDIR) throw Error(name, "no such file", "check the path; - stands for standard input");
  if (code == EISDIR) throw Error(name, "is a directory, not a file", "name the files in it");
  throw Error(name, "can not be read: " + std::generic_category().message(code), "check that you may read it");
}

std::string read_all(int descriptor, std::size_t expected, std::string const& name) {
  constexpr std::size_t block = std::size_t{256} * 1024;
  std::string bytes;
  std::size_t used = 0;
  bytes.resize(expected + 1);  // one more than expected: the end is seen without growing
  while (true) {
    if (used == bytes.size()) bytes.resize(used + std::max(used, block));
    ssize_t const got = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_unreadable(name, errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
  }
  bytes.resize(used);
  return bytes;
}

// "name:line:column" of a byte.
std::string place_of(std::string_view name, std::string_view bytes, std::size_t at) {
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < at; ++i) {
    bool const ends = bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');  // i + 1 <= at: inside the bytes
    if (!ends) continue;
    ++line;
    start = i + 1;
  }
  return fmt::format("{}:{}:{}", name, line, count_code_points(bytes.substr(start, at - start)) + 1);
}

void refuse_binary(std::string const& name, std::string_view bytes) {
  for (Magic const& magic : magics) {
    if (bytes.starts_with(magic.bytes)) throw Error(name, std::string{magic.what}, std::string{magic.hint});
  }
}

void refuse_long_lines(std::string const& name, std::string_view bytes, std::uint64_t limit) {
  std::size_t line = 1;
  std::size_t start = 0;
  while (start < bytes.size()) {
    std::size_t const end = std::min(bytes.find('\n', start), bytes.size());
    if (end - start > limit) {
      throw Error(fmt::format("{}:{}", name, line), fmt::format("a line of {} bytes, above the limit of {}", end - start, limit),
                  "check that this is a table; --max-line raises the limit");
    }
    start = end + 1;
    ++line;
  }
}

}  // namespace

Input check_input(std::string name, std::string_view bytes, InputLimits const& limits, Diagnostics& diagnostics) {
  std::string const shown = name == "-" ? "standard input" : name;
  std::uint32_t const number = diagnostics.add_input(shown);
  refuse_binary(shown, bytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (trim(bytes).empty()) {
    throw Error(shown, bytes.empty() ? "is empty" : "holds nothing but white space", "give a table: a header line and rows");
  }
  if (std::size_t const at = bytes.find('\0'); at != std::string_view::npos) {
    throw Error(place_of(shown, bytes, at), "a NUL byte, which text does not hold", std::string{as_text});
  }
  if (std::size_t const at = find_invalid_utf8(bytes); at != std::string_view::npos) {
    throw Error(place_of(shown, bytes, at), fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(bytes[at])),
                "save the file as UTF-8");
  }
  std::uint64_t replaced = 0;
  std::string text = clean_text(bytes, replaced);
  refuse_long_lines(shown, text, limits.longest_line);
  if (replaced != 0) {
    diagnostics.add({Severity::note, Caret{number, 0, 0},
                     fmt::format("{} control character{} replaced by U+FFFD", replaced, replaced == 1 ? " was" : "s were"), "", ""});
  }
  return Input{std::move(name), number, std::move(text)};
}

Input open_input(std::string const& name, InputLimits const& limits, Diagnostics& diagnostics) {
  std::string const shown = name == "-" ? "standard input" : name;
  Descriptor const file{name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.value() < 0) fail_unreadable(shown, errno);
  struct stat status {};
  if (::fstat(file.value(), &status) != 0) fail_unreadable(shown, errno);
  if (S_ISDIR(status.st_mode)) fail_unreadable(shown, EISDIR);
  std::size_t const expected = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  std::string const bytes = read_all(file.value(), expected, shown);
  return check_input(name, bytes, limits, diagnostics);
}

}  // namespace mechgraph
