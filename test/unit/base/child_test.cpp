// Other programs on bytes.
#include "base/child.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace mechgraph;

namespace {

void fill(ScratchFile& file, std::string const& bytes) {
  Sink sink = Sink::to_descriptor(file.descriptor(), "a test");
  sink.write(bytes);
  sink.close();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_program_gets_its_input_and_gives_its_output) {
  ScratchFile in, out, messages;
  std::string const bytes(300'000, 'x');
  fill(in, bytes);
  BOOST_TEST(run_child({"cat"}, in, out, messages) == 0);
  std::string got;
  Sink sink = Sink::to_string(got);
  out.copy_to(sink);
  BOOST_TEST((got == bytes));
  BOOST_TEST(messages.text(10).empty());
}

BOOST_AUTO_TEST_CASE(words_are_no_shell) {
  ScratchFile in, out, messages;
  BOOST_TEST(run_child({"printf", "%s", "$HOME; `id`"}, in, out, messages) == 0);
  BOOST_TEST(out.text(100) == "$HOME; `id`");
}

BOOST_AUTO_TEST_CASE(failure_and_absence_are_told_apart) {
  ScratchFile in, out, messages;
  BOOST_TEST(run_child({"sh", "-c", "echo no >&2; exit 3"}, in, out, messages) == 3);
  BOOST_TEST(messages.text(100) == "no\n");
  BOOST_TEST(run_child({"sh", "-c", "kill -9 $$"}, in, out, messages) == 137);
  BOOST_TEST(run_child({"no-such-program-here"}, in, out, messages) == -1);
}
