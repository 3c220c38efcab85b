// Finding bytes by blocks gives what looking at each byte gives.
#include "base/byte_scan.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

using namespace mechgraph;

namespace {

constexpr ByteSet quotes{"\"\\", true, true};
constexpr ByteSet controls{"", true, false};
constexpr ByteSet wide{"", false, true};
constexpr ByteSet bars{"|\\", false, false};
constexpr ByteSet nul{std::string_view{"\0", 1}, false, false};

template <ByteSet const& set>
void check_all(std::string const& text) {
  for (std::size_t at = 0; at <= text.size(); ++at) BOOST_REQUIRE(find_byte<set>(text, at) == find_byte_plain<set>(text, at));
}

}  // namespace

BOOST_AUTO_TEST_CASE(blocks_find_what_single_bytes_find_in_random_texts) {
  std::mt19937 random{11};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
  for (std::size_t round = 0; round < 3000; ++round) {
    std::string text(random() % 70, 'a');
    for (std::size_t changes = random() % 4; changes > 0 && !text.empty(); --changes) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    check_all<quotes>(text);
    check_all<controls>(text);
    check_all<wide>(text);
    check_all<bars>(text);
    check_all<nul>(text);
  }
}

BOOST_AUTO_TEST_CASE(every_single_byte_is_in_the_set_or_not_at_every_place) {
  for (unsigned value = 0; value < 256; ++value) {
    for (std::size_t place = 0; place < 34; ++place) {
      std::string text(34, 'a');
      text[place] = static_cast<char>(value);
      bool const is_in = value < 0x20 || value >= 0x80 || value == '"' || value == '\\';
      BOOST_REQUIRE(find_byte<quotes>(text, 0) == (is_in ? place : text.size()));
    }
  }
}
