// One SQLite database.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sample_graph.hpp"
#include "sqlite_reader.hpp"

using namespace mechgraph;

BOOST_AUTO_TEST_CASE(a_file_and_a_pipe_get_the_same_bytes) {
  std::string const path = (std::filesystem::temp_directory_path() / ("sqlite_test." + std::to_string(::getpid()))).string();
  Sink sink = Sink::to_file(path);
  find_exporter("sqlite")->write(sample_graph(), {}, sink);
  sink.close();
  std::ifstream in{path, std::ios::binary};
  std::string const bytes{std::istreambuf_iterator<char>{in}, {}};
  std::filesystem::remove(path);
  BOOST_TEST((bytes == exported(sample_graph(), "sqlite")));
  BOOST_TEST(bytes.size() % 4096 == 0U);
  BOOST_TEST(bytes.starts_with("SQLite format 3"));
}

BOOST_AUTO_TEST_CASE(the_file_says_what_it_is) {
  SqliteReader db{exported(sample_graph(), "sqlite")};
  BOOST_TEST(db.one("PRAGMA application_id") == std::to_string(0x6D676462));
  BOOST_TEST(db.one("PRAGMA user_version") == "1");
  BOOST_TEST(db.one("PRAGMA journal_mode") == "memory");  // of a database in memory; the file's own is "delete"
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_an_error) {
  Sink sink = Sink::to_file("/dev/full");
  find_exporter("sqlite")->write(GraphBuilder{Ontology::builtin()}.freeze(), {}, sink);
  BOOST_CHECK_THROW(sink.close(), std::exception);
}
