// A folder arrives whole or not at all, and never takes what is not ours with it.
#include "base/folder_sink.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/error.hpp"

namespace fs = std::filesystem;
using namespace mechgraph;

namespace {

// A folder that is gone after the test.
struct Scratch {
  fs::path path;
  Scratch() {
    std::string name = (fs::temp_directory_path() / "folder_sink_test.XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  [[nodiscard]] std::string file(std::string const& name) const { return (path / name).string(); }
  // All that is there, with what files hold: "a/.mechgraph=x\n a/x=1".
  [[nodiscard]] std::string all() const {
    FolderTexts texts;
    for (auto const& entry : fs::recursive_directory_iterator{path}) {
      std::ifstream in{entry.path(), std::ios::binary};
      if (entry.is_regular_file()) texts[fs::relative(entry.path(), path).string()] = {std::istreambuf_iterator<char>{in}, {}};
    }
    std::string text;
    for (auto const& [name, content] : texts) text.append(text.empty() ? "" : " ").append(name).append("=").append(content);
    return text;
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{path}, fs::directory_iterator{}));
  }
};

void put(std::string const& path, std::string const& text) { std::ofstream{path, std::ios::binary} << text; }

void put(FolderSink& folder, std::string_view name, std::string_view text) {
  Sink sink = folder.file(name);
  sink.write(text);
  sink.close();
}

void write(std::string const& path, std::string_view name, std::string_view text) {
  FolderSink folder = FolderSink::to_folder(path);
  put(folder, name, text);
  folder.close();
}

template <class Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (Error const& error) {
    return error.place() + ": " + error.what() + (error.hint().empty() ? "" : "; " + error.hint());
  }
  return "no error";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_folder_appears_only_when_it_is_closed_and_lists_its_files) {
  Scratch const scratch;
  FolderSink folder = FolderSink::to_folder(scratch.file("graph.neo4j//"));
  put(folder, "nodes.csv", "n");
  put(folder, "edges.csv", "e");
  folder.flush();
  BOOST_TEST(!fs::exists(scratch.file("graph.neo4j")));
  folder.close();
  BOOST_TEST(scratch.all() == "graph.neo4j/.mechgraph=edges.csv\nnodes.csv\n graph.neo4j/edges.csv=e graph.neo4j/nodes.csv=n");
  BOOST_TEST(scratch.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(an_empty_folder_is_filled) {
  Scratch const scratch;
  fs::create_directory(scratch.path / "a");
  write(scratch.file("a"), "x", "1");
  BOOST_TEST(scratch.all() == "a/.mechgraph=x\n a/x=1");
}

BOOST_AUTO_TEST_CASE(a_folder_of_ours_is_replaced_with_all_its_files) {
  Scratch const scratch;
  write(scratch.file("a"), "x", "1");
  write(scratch.file("a"), "y", "2");
  BOOST_TEST(scratch.all() == "a/.mechgraph=y\n a/y=2");
  BOOST_TEST(scratch.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(a_run_that_fails_leaves_no_trace_and_the_old_folder_as_it_was) {
  Scratch const scratch;
  write(scratch.file("a"), "x", "old");
  {
    FolderSink folder = FolderSink::to_folder(scratch.file("a"));
    put(folder, "x", "new");
    Sink open = folder.file("y");
    open.write("half");
    folder.flush();
  }
  BOOST_TEST(scratch.all() == "a/.mechgraph=x\n a/x=old");
  BOOST_TEST(scratch.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(a_folder_with_anything_else_in_it_is_left_alone) {
  Scratch const scratch;
  fs::create_directory(scratch.path / "a");
  put(scratch.file("a/thesis.txt"), "mine");
  BOOST_TEST(message_of([&] { FolderSink::to_folder(scratch.file("a")); }) ==
             scratch.file("a") +
                 ": cannot be replaced: it holds thesis.txt, which mechgraph did not write; name another folder, or remove "
                 "this one first");
  write(scratch.file("b"), "x", "1");
  put(scratch.file("b/notes"), "mine");
  BOOST_TEST(message_of([&] { FolderSink::to_folder(scratch.file("b/")); }) ==
             scratch.file("b") +
                 ": cannot be replaced: it holds notes, which mechgraph did not write; move that file elsewhere, or name "
                 "another folder");
  BOOST_TEST(scratch.all() == "a/thesis.txt=mine b/.mechgraph=x\n b/notes=mine b/x=1");
  BOOST_TEST(scratch.entries() == 2U);
}

BOOST_AUTO_TEST_CASE(what_comes_into_the_old_folder_while_we_write_is_left_alone) {
  Scratch const scratch;
  write(scratch.file("a"), "x", "1");
  {
    FolderSink folder = FolderSink::to_folder(scratch.file("a"));
    put(folder, "x", "2");
    put(scratch.file("a/notes"), "mine");
    BOOST_TEST(message_of([&] { folder.close(); }).find("it holds notes") != std::string::npos);
  }
  BOOST_TEST(scratch.all() == "a/.mechgraph=x\n a/notes=mine a/x=1");
  BOOST_TEST(scratch.entries() == 1U);
}

BOOST_AUTO_TEST_CASE(a_list_can_name_nothing_outside_its_folder) {
  Scratch const scratch;
  put(scratch.file("outside"), "mine");
  fs::create_directories(scratch.path / "a" / "sub");
  put(scratch.file("a/.mechgraph"), "../outside\n/etc/hostname\nsub\n..\n.\n\n");
  BOOST_TEST(message_of([&] { FolderSink::to_folder(scratch.file("a")); }).find("it holds sub, which") != std::string::npos);
  fs::remove(scratch.path / "a" / "sub");
  write(scratch.file("a"), "x", "1");
  BOOST_TEST(scratch.all() == "a/.mechgraph=x\n a/x=1 outside=mine");
}

BOOST_AUTO_TEST_CASE(a_link_in_an_old_folder_is_not_ours_and_a_link_to_the_folder_stays_one) {
  Scratch const scratch;
  write(scratch.file("a"), "x", "1");
  fs::create_directory_symlink("a", scratch.path / "link");
  write(scratch.file("link"), "y", "2");
  BOOST_TEST(fs::is_symlink(scratch.path / "link"));
  BOOST_TEST(fs::exists(scratch.path / "a" / "y"));
  put(scratch.file("real"), "mine");
  fs::remove(scratch.path / "a" / "y");
  fs::create_symlink("../real", scratch.path / "a" / "y");
  BOOST_TEST(message_of([&] { FolderSink::to_folder(scratch.file("a")); }).find("it holds y, which") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_or_a_missing_folder_in_the_way_is_named) {
  Scratch const scratch;
  put(scratch.file("a"), "mine");
  BOOST_TEST(message_of([&] { FolderSink::to_folder(scratch.file("a/")); }) ==
             scratch.file("a") + ": cannot be written: it is a file, and a folder is to be written; name another place");
  BOOST_TEST(message_of([&] { FolderSink::to_folder(scratch.file("no/such")); }) ==
             scratch.file("no/such") + ": cannot be written: no such folder; make it first: mkdir -p " + scratch.file("no"));
  BOOST_TEST(message_of([&] { FolderSink::to_folder("."); }) ==
             ".: cannot be replaced: it is the folder that we stand in; name a folder inside it");
  BOOST_TEST(scratch.all() == "a=mine");
}

BOOST_AUTO_TEST_CASE(a_file_has_a_plain_name_that_is_given_once) {
  FolderTexts texts;
  FolderSink folder = FolderSink::to_texts(texts);
  put(folder, "a", "1");
  for (char const* const name : {"a", "", "x/y", ".mechgraph", ".."}) {
    BOOST_TEST(message_of([&] { folder.file(name); }) == "folder: has no place for a file '" + std::string{name} + "'");
  }
  folder.close();
  BOOST_TEST(texts.size() == 1U);
  BOOST_TEST(texts["a"] == "1");
}

BOOST_AUTO_TEST_CASE(scripts_can_be_run_and_modes_follow_the_umask_or_the_old_folder) {
  Scratch const scratch;
  mode_t const before = ::umask(027);
  auto const mode = [&](std::string const& name) {
    struct stat status {};
    BOOST_REQUIRE(::stat(scratch.file(name).c_str(), &status) == 0);
    return status.st_mode & 07777U;
  };
  FolderSink folder = FolderSink::to_folder(scratch.file("a"));
  put(folder, "x", "1");
  folder.script("run.sh").close();
  folder.close();
  BOOST_TEST(mode("a") == 0750U);
  BOOST_TEST(mode("a/x") == 0640U);
  BOOST_TEST(mode("a/run.sh") == 0750U);
  BOOST_REQUIRE(::chmod(scratch.file("a").c_str(), 0705) == 0);
  write(scratch.file("a"), "x", "2");
  BOOST_TEST(mode("a") == 0705U);
  ::umask(before);
}
