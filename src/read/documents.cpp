// An input of the command line → the documents in it.
#include "read/documents.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/snapshot_magic.hpp"
#include "read/archive.hpp"
#include "read/ascii.hpp"
#include "read/byte_source.hpp"
#include "read/input.hpp"
#include "read/quote.hpp"
#include "read/unpack.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 7> packed_endings{".gz", ".zst", ".xz", ".bz2", ".tar", ".tgz", ".zip"};
// In a folder or archive these are read whatever they hold: what is wrong with them is to be known. Others must be recognised.
constexpr std::array<std::string_view, 13> known_endings{".mgraph", ".tsv",     ".tab", ".csv", ".xml", ".nxml", ".jsonl",
                                                         ".ndjson", ".graphml", ".nt",  ".nq",  ".ttl", ".trig"};
constexpr std::array<std::string_view, 7> office_endings{".xlsx", ".xlsm", ".docx", ".pptx", ".ods", ".odt", ".odp"};
constexpr int recognised = 60;
constexpr std::uint64_t largest_packed = std::uint64_t{4} << 30U;
constexpr std::size_t most_named = 8;
constexpr unsigned deepest_archive = 2;
constexpr unsigned deepest_compression = 2;

bool ends_in_one_of(std::string_view name, std::span<std::string_view const> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return ends_in_any_case(name, ending); });
}

std::string without_packed_ending(std::string name) {
  for (std::string_view const ending : packed_endings) {
    if (name.size() > ending.size() && ends_in_any_case(name, ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

// True for names such as "/etc/x", "C:\x", "a/../../x": whatever they mean, they are no place inside an archive.
bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || name.substr(1).starts_with(":\\")) return true;
  while (true) {
    std::size_t const end = name.find_first_of("/\\");
    if (name.substr(0, end) == "..") return true;
    if (end == std::string_view::npos) return false;
    name.remove_prefix(end + 1);
  }
}

bool is_hidden(std::string_view name) {
  std::size_t const slash = name.rfind('/');
  return name.substr(slash + 1).starts_with('.') || name.starts_with("__MACOSX/");
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t mega = 1024 * 1024;
  constexpr std::uint64_t giga = 1024 * mega;
  if (bytes % giga == 0) return fmt::format("{} GiB", bytes / giga);
  return bytes % mega == 0 ? fmt::format("{} MiB", bytes / mega) : fmt::format("{} bytes", bytes);
}

// A packed document, which must not become larger than memory and time allow.
class LimitedSource : public ByteSource {
 public:
  LimitedSource(ByteSource& source, std::uint64_t limit) : source_(source), limit_(limit) {}
  std::size_t read(char* to, std::size_t size) override {
    bool const is_full = given_ == limit_;
    std::size_t const got = source_.read(to, is_full ? std::min<std::size_t>(size, 1) : std::min<std::uint64_t>(size, limit_ - given_));
    if (is_full && got != 0) throw Error("", "unpacks to more than " + size_text(limit_), "--max-size SIZE reads more");
    given_ += got;
    return got;
  }

 private:
  ByteSource& source_;
  std::uint64_t limit_;
  std::uint64_t given_ = 0;
};

// What a folder or an archive did not give.
class Leftovers {
 public:
  explicit Leftovers(std::string const& container) : number_(diagnostics_.add_input(container)) {}

  void pass_over(std::string_view shown) {
    std::string_view const name = shown.substr(std::min(shown.size(), diagnostics_.input_name(number_).size() + 1));
    ++passed_;
    if (passed_ <= most_named) names_ += (names_.empty() ? "" : ", ") + quoted(name);
  }
  void refuse(std::string const& name, std::string why, std::string hint) {
    diagnostics_.add({Severity::warning, {diagnostics_.add_input(name), 0, 0}, std::move(why), std::move(hint), {}});
  }
  void found() { ++found_; }

  void tell(DocumentTarget const& target) {
    if (passed_ != 0) {
      std::string const more = passed_ > most_named ? fmt::format(" and {} more", passed_ - most_named) : "";
      diagnostics_.add({Severity::note,
                        {number_, 0, 0},
                        fmt::format("{} file{} passed over, not known as a table, article or graph: {}{}", passed_,
                                    passed_ == 1 ? " was" : "s were", names_, more),
                        {},
                        {}});
    }
    target.done(diagnostics_, passed_);
    if (found_ != 0 || diagnostics_.count(Severity::warning) != 0) return;
    target.unusable(Error(std::string{diagnostics_.input_name(number_)}, "holds no table, article or graph",
                          "name the file itself to have it read whatever it is called"),
                    Diagnostics{});
  }

 private:
  Diagnostics diagnostics_;
  std::uint32_t number_;
  std::string names_;
  std::size_t passed_ = 0;
  std::size_t found_ = 0;
};

// One thing to open: what it is called, and what it is in.
struct Thing {
  std::string shown;                 // in messages
  std::string name;                  // for the readers
  Leftovers* container = nullptr;    // the folder or archive that it was found in
  unsigned archives = 0;             // that it is in
  unsigned compressions = 0;         // around it
  Archive const* archive = nullptr;  // the innermost of them
};

// KGX is told by what its files have in common: "x" of x_nodes.tsv and x_edges.tsv.
std::vector<std::string> files_of_prefix(std::string const& prefix) {
  std::vector<std::string> files;
  for (std::string_view const part : {"_nodes", "_edges"}) {
    for (std::string_view const ending : {".tsv", ".jsonl", ".tsv.gz", ".jsonl.gz"}) {
      std::string name = prefix;
      name.append(part).append(ending);
      std::error_code unknown;
      if (std::filesystem::is_regular_file(name, unknown)) files.push_back(std::move(name));
    }
  }
  return files;
}

class Walk {
 public:
  Walk(InputLimits const& limits, DocumentTarget const& target) : limits_(limits), target_(target) {}

  void input(std::string const& name) {
    struct stat status {};
    bool const is_there = name == "-" || ::stat(name.c_str(), &status) == 0;
    if (name != "-" && is_there && S_ISDIR(status.st_mode)) {
      Leftovers leftovers{name};
      folder(name, leftovers);
      return leftovers.tell(target_);
    }
    if (!is_there) {
      auto const files = files_of_prefix(name);
      for (std::string const& each : files) file({each, each});
      if (!files.empty()) return;
    }
    file({name == "-" ? "standard input" : name, name});
  }

 private:
  void unusable(Thing const& thing, Error const& error, Diagnostics const& diagnostics = {}) {
    if (thing.container != nullptr) thing.container->found();
    target_.unusable(error.place().empty() ? Error(thing.shown, error.what(), error.hint()) : error, diagnostics);
  }

  void folder(std::string const& path, Leftovers& leftovers) {
    namespace fs = std::filesystem;
    std::vector<std::string> names;  // of folders with a slash behind: the byte order of whole paths
    std::error_code error;
    for (fs::directory_iterator it{path, error}, end; !error && it != end; it.increment(error)) {
      std::string name = it->path().filename().string();
      std::error_code unknown;
      if (it->symlink_status(unknown).type() == fs::file_type::directory) name += '/';
      names.push_back(std::move(name));
    }
    if (error) leftovers.refuse(path, "can not be read: " + error.message(), "check that you may read it");
    std::ranges::sort(names);
    std::string const base = path.ends_with('/') ? path : path + '/';
    for (std::string& name : names) {
      if (name.ends_with('/')) {
        if (!is_hidden(name.substr(0, name.size() - 1))) folder(base + name.substr(0, name.size() - 1), leftovers);
        continue;
      }
      std::error_code unknown;
      fs::file_type const type = fs::status(base + name, unknown).type();
      if (type == fs::file_type::directory) {
        leftovers.refuse(base + name, "is a link to a folder, not followed", "name that folder itself");
      } else if (type == fs::file_type::not_found) {
        leftovers.refuse(base + name, "is a link that leads nowhere", "");
      } else if (type != fs::file_type::regular) {
        leftovers.refuse(base + name, "is no file but a pipe or a device, not read", "name it itself");
      } else if (is_hidden(name)) {
        leftovers.pass_over(base + name);
      } else {
        file({base + name, base + name, &leftovers});
      }
    }
  }

  void file(Thing const& thing) {
    try {
      FileSource source{thing.name};
      open(source, thing);
    } catch (Error const& error) {
      unusable(thing, error);
    }
  }

  // Throws Error without a place for what is wrong with the packing.
  void open(ByteSource& source, Thing const& thing) {
    PeekSource peeked{source};
    PackedForm const form = packed_form(peeked.peek(packed_head_size));
    if (form == PackedForm::none) {
      return peeked.peek(snapshot_magic.size()) == snapshot_magic ? snapshot(peeked, thing) : text(peeked, thing);
    }
    if (is_compressed(form)) {
      if (thing.compressions == deepest_compression) throw Error("", "is compressed more than twice", "unpack it yourself");
      Thing inner = thing;
      inner.name = without_packed_ending(thing.name);
      ++inner.compressions;
      auto const content = decompress(form, peeked, limits_);
      return open(*content, inner);
    }
    if (thing.archives == deepest_archive)
      throw Error("", "is an archive inside an archive inside an archive", "unpack the outer ones first");
    archive(form, peeked, thing);
  }

  void archive(PackedForm form, ByteSource& packed, Thing const& thing) {
    if (form == PackedForm::zip && ends_in_one_of(thing.name, office_endings)) fail_office();
    Archive archive{form, packed, limits_};
    Leftovers leftovers{thing.shown};
    if (thing.container != nullptr) thing.container->found();
    Member member;
    try {
      while (!archive.broken() && archive.next(member)) {
        if (form == PackedForm::zip && member.name == "[Content_Types].xml") fail_office();
        if (member.kind == Member::Kind::folder) continue;
        Thing const inner{thing.shown + '/' + member.name, member.name, &leftovers, thing.archives + 1, 0, &archive};
        if (leads_out(member.name)) {
          leftovers.refuse(inner.shown, "its name leads out of the archive; refused", "pack it under a name of its own");
        } else if (member.kind == Member::Kind::link) {
          leftovers.refuse(inner.shown, "is a link, refused", "pack the file itself");
        } else if (member.kind == Member::Kind::other) {
          leftovers.refuse(inner.shown, "is no file but a pipe or a device, refused", "pack the file itself");
        } else if (is_hidden(member.name)) {
          leftovers.pass_over(inner.shown);
        } else {
          try {
            open(archive, inner);
          } catch (Error const& error) {
            unusable(inner, error);
          }
        }
      }
    } catch (Error const& error) {
      leftovers.found();
      unusable(thing, error);
    }
    leftovers.tell(target_);
  }

  [[noreturn]] static void fail_office() { throw Error("", "is an Office file, not text", "export the table as TSV or CSV in UTF-8"); }

  void snapshot(ByteSource& source, Thing const& thing) {
    if (!target_.snapshot) throw Error("", "is a snapshot of a graph, not text");
    if (thing.container != nullptr) thing.container->found();
    bool const is_packed = thing.archives + thing.compressions != 0;
    struct stat status {};
    bool const is_file = !is_packed && thing.name != "-" && ::stat(thing.name.c_str(), &status) == 0 && S_ISREG(status.st_mode);
    LimitedSource limited{source, limits_.largest == 0 ? largest_packed : limits_.largest};
    target_.snapshot(is_packed ? limited : source, thing.shown, is_file ? thing.name : std::string{});
  }

  void text(ByteSource& source, Thing const& thing) {
    LimitedSource limited{source, limits_.largest == 0 ? largest_packed : limits_.largest};
    bool const is_packed = thing.archives + thing.compressions != 0;
    bool const must_be_recognised = thing.container != nullptr && !ends_in_one_of(thing.name, known_endings);
    Diagnostics diagnostics;
    std::optional<Input> input;
    try {
      input = open_text(is_packed ? limited : source, thing.name, thing.shown, limits_, diagnostics);
    } catch (Error const& error) {
      bool const says_more = thing.archive != nullptr && thing.archive->broken();
      if (!must_be_recognised || says_more) return unusable(thing, error, diagnostics);
    }
    if (!input || (must_be_recognised && recognition(*input) < recognised)) return thing.container->pass_over(thing.shown);
    if (thing.container != nullptr) thing.container->found();
    target_.document(*input, diagnostics);
  }

  InputLimits const& limits_;
  DocumentTarget const& target_;
};

}  // namespace

void for_each_document(std::string const& input, InputLimits const& limits, DocumentTarget const& target) {
  Walk{limits, target}.input(input);
}

}  // namespace mechgraph
