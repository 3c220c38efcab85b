// Inputs and the documents in them.
#include "read/documents.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

constexpr std::string_view table = "Source\tResult\nPlacenta\tReduced necrosis [3]\n";

// A folder that is gone after the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "mechgraph-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string file(std::string const& name, std::string_view content = table) const {
    std::filesystem::path const path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << content;
    return path.string();
  }
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string octal(std::size_t number, std::size_t digits) {
  std::string text(digits, '0');
  for (std::size_t i = digits; i-- > 0; number /= 8) text[i] = static_cast<char>('0' + number % 8);
  return text;
}

// A member of a tar archive (POSIX ustar); kind: '0' file, '2' link, '5' folder, '6' pipe.
std::string member(std::string const& name, std::string_view content, char kind = '0') {
  std::string header = name;
  header.resize(100, '\0');
  header += "0000644" + std::string(1, '\0') + "0000000" + std::string(1, '\0') + "0000000" + std::string(1, '\0');
  header += octal(content.size(), 11) + ' ' + octal(0, 11) + ' ' + "        " + kind + (kind == '2' ? "elsewhere" : "");
  header.resize(257, '\0');
  header += std::string{"ustar"} + '\0' + "00";
  header.resize(512, '\0');
  std::size_t sum = 0;
  for (char const byte : header) sum += static_cast<unsigned char>(byte);
  header.replace(148, 8, octal(sum, 6) + '\0' + ' ');
  std::string out = header + std::string{content};
  out.resize((out.size() + 511) / 512 * 512, '\0');
  return out;
}

std::string tar(std::string members) { return members + std::string(1024, '\0'); }

// What an input gave, a line each, the folder's name left out: documents with their sizes, messages.
std::string told(std::string const& input, std::string const& prefix, InputLimits limits = {}) {
  std::string out;
  DocumentTarget const target{
      [&](Input& document, Diagnostics& diagnostics) {
        read_rest(document, diagnostics);
        out += std::string{diagnostics.input_name(document.number)} + " (" + document.name.substr(document.name.rfind('/') + 1) +
               "): " + std::to_string(document.bytes.size()) + '\n' + printed(diagnostics);
      },
      [&](Error const& error, Diagnostics const& diagnostics) { out += printed(diagnostics) + printed(error) + '\n'; },
      [&](Diagnostics const& diagnostics, std::size_t) { out += printed(diagnostics); }};
  for_each_document(input, limits, target);
  for (std::size_t at = out.find(prefix); at != std::string::npos; at = out.find(prefix)) out.erase(at, prefix.size());
  return out;
}

std::string told(Folder const& folder, std::string const& name, std::string_view content, InputLimits limits = {}) {
  return told(folder.file(name, content), folder.path().string() + "/", limits);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_folder_is_read_in_the_byte_order_of_whole_paths) {
  Folder const folder;
  for (auto const* name : {"b.tsv", "a/z.tsv", "a.tsv", "a-b.tsv", "B.tsv"}) folder.file(name);
  BOOST_TEST(told(folder.path().string(), folder.path().string() + "/") ==
             "B.tsv (B.tsv): 44\na-b.tsv (a-b.tsv): 44\na.tsv (a.tsv): 44\na/z.tsv (z.tsv): 44\nb.tsv (b.tsv): 44\n");
}

BOOST_AUTO_TEST_CASE(a_prefix_names_the_files_of_kgx) {
  Folder const folder;
  for (auto const* name : {"x_nodes.tsv", "x_edges.tsv", "xy_edges.tsv"}) folder.file(name);
  std::string const prefix = folder.path().string() + "/x";
  BOOST_TEST(told(prefix, folder.path().string() + "/") == told(folder.path().string() + "/x_nodes.tsv", folder.path().string() + "/") +
                                                               told(folder.path().string() + "/x_edges.tsv", folder.path().string() + "/"));
  BOOST_TEST(told(prefix + "z", prefix).find("no such file") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_known_in_a_folder_is_named_and_counted) {
  Folder const folder;
  folder.file("table.dat");  // by its content
  folder.file("empty.csv", "");
  for (auto const* name : {"README", ".hidden.tsv", "p.png", "1", "2", "3", "4", "5", "6"}) folder.file(name, "Some words.\n");
  BOOST_TEST(told(folder.path().string(), folder.path().string()) ==
             "/empty.csv: error: is empty; give a table: a header line and rows\n"
             "/table.dat (table.dat): 44\n"
             ": note: 9 files were passed over, not known as a table, article or graph: \".hidden.tsv\", \"1\", \"2\", \"3\", \"4\", "
             "\"5\", \"6\", "
             "\"README\" and 1 more\n");
}

BOOST_AUTO_TEST_CASE(links_to_files_are_followed_and_links_to_folders_and_pipes_are_not) {
  Folder const folder;
  folder.file("a/t.tsv");
  std::filesystem::create_symlink("a/t.tsv", folder.path() / "file.tsv");
  std::filesystem::create_symlink(".", folder.path() / "loop");
  std::filesystem::create_symlink("nowhere", folder.path() / "lost.tsv");
  BOOST_REQUIRE(::mkfifo((folder.path() / "pipe.tsv").c_str(), 0600) == 0);
  BOOST_TEST(told(folder.path().string(), folder.path().string() + "/") ==
             "a/t.tsv (t.tsv): 44\nfile.tsv (file.tsv): 44\n"
             "loop: warning: is a link to a folder, not followed; name that folder itself\n"
             "lost.tsv: warning: is a link that leads nowhere\n"
             "pipe.tsv: warning: is no file but a pipe or a device, not read; name it itself\n");
}

BOOST_AUTO_TEST_CASE(a_folder_without_anything_to_read_says_so) {
  Folder const folder;
  BOOST_TEST(told(folder.path().string(), folder.path().string()) ==
             ": error: holds no table, article or graph; name the file itself to have it read whatever it is called\n");
}

BOOST_AUTO_TEST_CASE(members_of_an_archive_are_named_by_its_path) {
  Folder const folder;
  BOOST_TEST(told(folder, "t.tar", tar(member("inner/", "", '5') + member("inner/a.tsv", table) + member("b.csv", table))) ==
             "t.tar/inner/a.tsv (a.tsv): 44\nt.tar/b.csv (b.csv): 44\n");
}

BOOST_AUTO_TEST_CASE(members_that_lead_out_links_and_devices_are_refused) {
  Folder const folder;
  BOOST_TEST(
      told(folder, "t.tar",
           tar(member("../a.tsv", table) + member("x/../../b.tsv", table) + member("/c.tsv", table) + member("..\\d.tsv", table) +
               member("link.tsv", "", '2') + member("pipe.tsv", "", '6') + member("..fine.tsv", table) + member("good.tsv", table))) ==
      "t.tar/good.tsv (good.tsv): 44\n"
      "t.tar: note: 1 file was passed over, not known as a table, article or graph: \"..fine.tsv\"\n"
      "t.tar/../a.tsv: warning: its name leads out of the archive; refused; pack it under a name of its own\n"
      "t.tar/x/../../b.tsv: warning: its name leads out of the archive; refused; pack it under a name of its own\n"
      "t.tar//c.tsv: warning: its name leads out of the archive; refused; pack it under a name of its own\n"
      "t.tar/..\\d.tsv: warning: its name leads out of the archive; refused; pack it under a name of its own\n"
      "t.tar/link.tsv: warning: is a link, refused; pack the file itself\n"
      "t.tar/pipe.tsv: warning: is no file but a pipe or a device, refused; pack the file itself\n");
}

BOOST_AUTO_TEST_CASE(an_archive_in_an_archive_is_read_and_one_deeper_is_refused) {
  Folder const folder;
  std::string const first = tar(member("t.tsv", table));
  std::string const second = tar(member("first.tar", first) + member("u.tsv", table));
  BOOST_TEST(told(folder, "second.tar", second) == "second.tar/first.tar/t.tsv (t.tsv): 44\nsecond.tar/u.tsv (u.tsv): 44\n");
  BOOST_TEST(told(folder, "third.tar", tar(member("second.tar", second))) ==
             "third.tar/second.tar/first.tar: error: is an archive inside an archive inside an archive; unpack the outer ones first\n"
             "third.tar/second.tar/u.tsv (u.tsv): 44\n");
}

BOOST_AUTO_TEST_CASE(an_archive_that_breaks_off_gives_the_members_before_and_one_message) {
  Folder const folder;
  std::string const whole = tar(member("a.tsv", table) + member("b.tsv", std::string(20, '\n') + std::string{table}));
  std::string const cut = told(folder, "t.tar", whole.substr(0, 1024 + 512 + 30));
  BOOST_TEST(cut == "t.tar/a.tsv (a.tsv): 44\nt.tar/b.tsv:21:11: error: is damaged or breaks off: Truncated tar archive; get it again\n");
}

BOOST_AUTO_TEST_CASE(a_packed_document_may_not_become_larger_than_allowed) {
  Folder const folder;
  BOOST_TEST(told(folder, "t.tar", tar(member("a.tsv", table) + member("b.tsv", std::string(3000, 'x'))), {.largest = 2048}) ==
             "t.tar/a.tsv (a.tsv): 44\nt.tar/b.tsv:1:2049: error: unpacks to more than 2048 bytes; --max-size SIZE reads more\n");
}

BOOST_AUTO_TEST_CASE(an_office_file_is_told_by_its_name) {
  Folder const folder;
  BOOST_TEST(told(folder, "t.xlsx", "PK\x03\x04rest") ==
             "t.xlsx: error: is an Office file, not text; export the table as TSV or CSV in UTF-8\n");
}
