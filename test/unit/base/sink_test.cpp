// Output arrives whole or not at all.
#include "base/sink.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "base/error.hpp"

namespace fs = std::filesystem;
using mechgraph::Error;
using mechgraph::Sink;

namespace {

// A folder that is gone after the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "sink_test.XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  [[nodiscard]] std::string file(std::string const& name) const { return (path / name).string(); }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{path}, fs::directory_iterator{}));
  }
};

std::string content(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void put(std::string const& path, std::string const& text) { std::ofstream{path, std::ios::binary} << text; }

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

BOOST_AUTO_TEST_CASE(a_string_takes_texts_and_numbers_in_turn) {
  std::string out = ">";
  Sink sink = Sink::to_string(out);
  sink.print("a", 12, ' ', std::string{"b"}, -3, std::int8_t{-1}, std::uint64_t{18446744073709551615U});
  BOOST_TEST(out == ">a12 b-3-118446744073709551615");
}

BOOST_AUTO_TEST_CASE(a_file_appears_only_when_it_is_closed) {
  Folder const folder;
  std::string const path = folder.file("graph.nt");
  Sink sink = Sink::to_file(path);
  sink.write("whole");
  BOOST_TEST(!fs::exists(path));
  sink.close();
  BOOST_TEST(content(path) == "whole");
  BOOST_TEST(folder.files() == 1U);
}

BOOST_AUTO_TEST_CASE(more_than_a_buffer_arrives_in_order) {
  Folder const folder;
  std::string const path = folder.file("big");
  std::string expected;
  Sink sink = Sink::to_file(path);
  for (int i = 0; i < 100'000; ++i) {
    sink.print("line ", i, '\n');
    expected += "line " + std::to_string(i) + "\n";
  }
  std::string const block(std::size_t{700} * 1024, 'x');
  sink.write(block);
  sink.write("end");
  sink.close();
  BOOST_CHECK(content(path) == expected + block + "end");
}

BOOST_AUTO_TEST_CASE(a_run_that_fails_leaves_no_trace_and_the_old_file_as_it_was) {
  Folder const folder;
  std::string const path = folder.file("graph.nt");
  put(path, "old");
  {
    Sink sink = Sink::to_file(path);
    sink.write(std::string(std::size_t{1024} * 1024, 'x'));
  }
  BOOST_TEST(content(path) == "old");
  BOOST_TEST(folder.files() == 1U);
}

BOOST_AUTO_TEST_CASE(flushing_writes_and_checks_but_shows_no_file_yet) {
  Folder const folder;
  std::string const path = folder.file("graph.nt");
  Sink sink = Sink::to_file(path);
  sink.write("first ");
  sink.flush();
  BOOST_TEST(!fs::exists(path));
  sink.write("second");
  sink.close();
  BOOST_TEST(content(path) == "first second");
  Sink full = Sink::to_file("/dev/full");
  full.write("x");
  BOOST_TEST(message_of([&] { full.flush(); }) ==
             "/dev/full: cannot be written: No space left on device; free some space, or write to another disk");
}

BOOST_AUTO_TEST_CASE(a_new_file_follows_the_umask_and_a_replaced_one_keeps_its_mode) {
  Folder const folder;
  mode_t const before = ::umask(027);
  std::string const path = folder.file("graph.nt");
  Sink::to_file(path).close();
  struct stat status {};
  BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 07777U) == 0640U);
  BOOST_REQUIRE(::chmod(path.c_str(), 0604) == 0);
  Sink::to_file(path).close();
  BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 07777U) == 0604U);
  ::umask(before);
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link) {
  Folder const folder;
  put(folder.file("real"), "old");
  fs::create_symlink("real", folder.file("link"));
  Sink sink = Sink::to_file(folder.file("link"));
  sink.write("new");
  sink.close();
  BOOST_TEST(fs::is_symlink(folder.file("link")));
  BOOST_TEST(content(folder.file("real")) == "new");
}

BOOST_AUTO_TEST_CASE(a_missing_folder_is_named) {
  Folder const folder;
  std::string const path = folder.file("x/graph.dot");
  BOOST_TEST(message_of([&] { Sink::to_file(path); }) ==
             path + ": cannot be written: no such folder; make it first: mkdir -p " + folder.file("x"));
}

BOOST_AUTO_TEST_CASE(a_file_where_a_folder_should_be_is_named) {
  Folder const folder;
  put(folder.file("x"), "");
  std::string const path = folder.file("x/graph.dot");
  BOOST_TEST(message_of([&] { Sink::to_file(path); }) == path + ": cannot be written: " + folder.file("x") + " is not a folder");
}

BOOST_AUTO_TEST_CASE(a_folder_is_not_a_file) {
  Folder const folder;
  std::string const path = folder.path.string();
  BOOST_TEST(message_of([&] { Sink::to_file(path); }) == path + ": cannot be written: it is a folder; name a file inside it");
}

BOOST_AUTO_TEST_CASE(a_full_device_is_reported_when_the_buffer_is_written) {
  Sink sink = Sink::to_file("/dev/full");
  sink.write("x");
  std::string const expected = "/dev/full: cannot be written: No space left on device; free some space, or write to another disk";
  BOOST_TEST(message_of([&] { sink.close(); }) == expected);
  Sink other = Sink::to_file("/dev/full");
  BOOST_TEST(message_of([&] { other.write(std::string(std::size_t{300} * 1024, 'x')); }) == expected);
  BOOST_TEST(fs::is_character_file("/dev/full"));
}

BOOST_AUTO_TEST_CASE(a_device_is_written_and_never_replaced) {
  Sink sink = Sink::to_file("/dev/null");
  sink.write("x");
  sink.close();
  BOOST_TEST(fs::is_character_file("/dev/null"));
}

BOOST_AUTO_TEST_CASE(a_named_pipe_is_written_and_stays_one) {
  Folder const folder;
  std::string const path = folder.file("pipe");
  BOOST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  std::string read;
  std::thread reader{[&] { read = content(path); }};
  Sink sink = Sink::to_file(path);
  sink.write("through");
  sink.close();
  reader.join();
  BOOST_TEST(read == "through");
  BOOST_TEST(fs::is_fifo(path));
}

BOOST_AUTO_TEST_CASE(a_descriptor_stays_open) {
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  Sink sink = Sink::to_descriptor(ends[1], "standard output");
  sink.write("one");
  sink.close();
  BOOST_TEST(::write(ends[1], "two", 3) == 3);
  char text[7] = {};
  BOOST_TEST(::read(ends[0], text, 6) == 6);
  BOOST_TEST(std::string{text} == "onetwo");
  ::close(ends[0]);
  ::close(ends[1]);
}

BOOST_AUTO_TEST_CASE(a_failing_descriptor_is_reported_by_its_name) {
  int const full = ::open("/dev/full", O_WRONLY);
  BOOST_REQUIRE(full >= 0);
  Sink sink = Sink::to_descriptor(full, "standard output");
  sink.write("x");
  BOOST_TEST(message_of([&] { sink.close(); }) ==
             "standard output: cannot be written: No space left on device; free some space, or write to another disk");
  ::close(full);
}

BOOST_AUTO_TEST_CASE(a_folder_that_vanishes_is_reported_at_the_rename) {
  Folder const folder;
  fs::create_directory(folder.path / "x");
  std::string const path = folder.file("x/graph.nt");
  Sink sink = Sink::to_file(path);
  sink.write("x");
  fs::remove_all(folder.path / "x");
  BOOST_TEST(message_of([&] { sink.close(); }) == path + ": cannot be written: No such file or directory");
}
