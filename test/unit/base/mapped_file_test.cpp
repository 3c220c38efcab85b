// Mapped files.
#include "base/mapped_file.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"

namespace mechgraph {
namespace {

std::string message_of(std::string const& path) {
  try {
    MappedFile const file(path);
  } catch (Error const& error) {
    return error.what();
  }
  return "no error";
}

BOOST_AUTO_TEST_CASE(the_bytes_of_a_file_are_there) {
  auto const path = std::filesystem::temp_directory_path() / "mechgraph_mapped_file_test";
  std::ofstream(path) << "words";
  BOOST_TEST(MappedFile(path.string()).bytes() == "words");
  std::ofstream{path}.flush();
  BOOST_TEST(message_of(path.string()) == "is empty");
  std::filesystem::remove(path);
  BOOST_TEST(message_of(path.string()) == "no such file");
}

BOOST_AUTO_TEST_CASE(folders_and_devices_are_refused) {
  BOOST_TEST(message_of("/") == "can not be read: Is a directory");
  BOOST_TEST(message_of("/dev/null") == "can not be read: Invalid argument");
}

}  // namespace
}  // namespace mechgraph
