// Packed bytes: forms, damage, bombs.
#include "read/unpack.hpp"

#include <zlib.h>

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "base/error.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;
using namespace std::string_view_literals;

namespace {

std::string gzip(std::string_view text) {
  z_stream stream{};
  BOOST_REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  std::vector<Bytef> in(text.begin(), text.end());
  stream.next_in = in.data();
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  BOOST_REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// The content, and what was wrong with it.
std::string unpacked(std::string_view packed, InputLimits limits = {}) {
  MemorySource source{packed};
  std::string text;
  text += failure([&] {
    auto const content = decompress(packed_form(packed), source, limits);
    std::array<char, 1000> buffer;
    while (std::size_t const got = content->read(buffer.data(), buffer.size())) text.append(buffer.data(), got);
  });
  return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(forms_are_told_by_their_first_bytes) {
  BOOST_CHECK(packed_form("\x1F\x8B\x08") == PackedForm::gzip);
  BOOST_CHECK(packed_form("\x28\xB5\x2F\xFD") == PackedForm::zstd);
  BOOST_CHECK(packed_form("\xFD"
                          "7zXZ\0"sv) == PackedForm::xz);
  BOOST_CHECK(packed_form("BZh91AY&SY") == PackedForm::bzip2);
  BOOST_CHECK(packed_form("BZh9 is no archive") == PackedForm::none);
  BOOST_CHECK(packed_form("PK\x03\x04") == PackedForm::zip);
  BOOST_CHECK(packed_form("Source\tResult\n") == PackedForm::none);
  BOOST_CHECK(packed_form("") == PackedForm::none);
  BOOST_CHECK(packed_form(std::string(512, '\0')) == PackedForm::tar);
  BOOST_CHECK(packed_form(std::string(512, 'x')) == PackedForm::none);
}

BOOST_AUTO_TEST_CASE(gzip_pieces_one_after_the_other_are_one_text) {
  BOOST_TEST(unpacked(gzip("one ") + gzip("two")) == "one two");
  BOOST_TEST(unpacked(gzip("one") + std::string(100, '\0')) == "one");
  BOOST_TEST(unpacked(gzip("")) == "");
}

BOOST_AUTO_TEST_CASE(gzip_that_breaks_off_or_is_damaged_gives_what_came_before) {
  std::string packed = gzip("Reduced necrosis");
  BOOST_TEST(unpacked(packed.substr(0, packed.size() - 3)) == "Reduced necrosiserror: the gzip data break off; get the file again");
  packed[packed.size() - 6] ^= 1;  // the checksum
  BOOST_TEST(unpacked(packed) == "Reduced necrosiserror: the gzip data are damaged; get the file again");
}

BOOST_AUTO_TEST_CASE(what_grows_as_a_bomb_does_is_stopped_unless_a_size_is_allowed) {
  std::string const packed = gzip(std::string(std::size_t{70} << 20U, ' '));
  std::string const text = unpacked(packed);
  BOOST_TEST(text.size() < (std::size_t{65} << 20U));
  BOOST_TEST(text.ends_with(
      " error: unpacks to more than 500 times its size, as a bomb does; if you trust it, --max-size SIZE reads up to that size"));
  BOOST_TEST(unpacked(packed, {.largest = 1}).size() == std::size_t{70} << 20U);
}
