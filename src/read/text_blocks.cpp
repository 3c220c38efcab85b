// Bytes → clean UTF-8 text, in blocks of whole lines.
#include "read/text_blocks.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/quote.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view as_text = "export the table as TSV or CSV in UTF-8";
constexpr std::string_view as_utf8 = "save the file as UTF-8";

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
    Magic{"PK\x03\x04"sv, "is a ZIP archive inside another", "unpack the outer one first"},
    Magic{"\xD0\xCF\x11\xE0"sv, "is an old Office file, not text", as_text},
    Magic{"\x1F\x8B"sv, "is compressed more than twice", "unpack it first: gunzip"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, "is a 7z archive, which is not read", "unpack it, or pack it as .tar.gz or .zip"},
    Magic{"Rar!\x1A"sv, "is a RAR archive, which is not read", "unpack it, or pack it as .tar.gz or .zip"},
    Magic{"%PDF-"sv, "is a PDF, not text", "copy the table from the article's page into a text file"},
    Magic{"\x89PNG"sv, "is a PNG picture, not text", "copy the table from the article's page into a text file"},
    Magic{"\xFF\xD8\xFF"sv, "is a JPEG picture, not text", "copy the table from the article's page into a text file"},
    Magic{"GIF8"sv, "is a GIF picture, not text", "copy the table from the article's page into a text file"},
    Magic{"SQLite format 3\0"sv, "is an SQLite database, not text", as_text},
};

// Bytes at the end that are the beginning of a character or of a line end, and become whole with what follows.
std::size_t unfinished(std::string_view bytes) {
  if (bytes.ends_with('\r')) return 1;
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    auto const byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80U) return 0;
    if (byte < 0xC0U) continue;
    std::size_t const length = byte >= 0xF0U ? 4 : byte >= 0xE0U ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

// Whether a test holds for none of the bytes. Has no branch inside a piece, so that compilers use wide registers.
template <class Test>
bool none_of(std::string_view text, Test test) {
  constexpr std::size_t piece = 64;
  std::size_t at = 0;
  for (; at + piece <= text.size(); at += piece) {
    char const* const bytes = text.data() + at;
    unsigned found = 0;
    for (std::size_t i = 0; i < piece; ++i) found |= test(static_cast<unsigned char>(bytes[i]));
    if (found != 0) return false;
  }
  unsigned found = 0;
  for (; at < text.size(); ++at) found |= test(static_cast<unsigned char>(text[at]));
  return found == 0;
}

bool is_ascii(std::string_view text) {
  return none_of(text, [](unsigned char byte) { return byte & 0x80U; });
}

}  // namespace

bool TextBlocks::next(std::string& out) {
  if (fault_) throw *fault_;
  std::size_t const begin = out.size();
  begin_ = begin;
  std::size_t end = begin;  // of the whole lines
  out += partial_;
  partial_.clear();
  while (end == begin && !at_end_ && !fault_) {
    std::size_t const fresh = out.size();
    append_block(out);
    if (!fault_) check_lines(out, begin, fresh);
    std::size_t const last = out.rfind('\n');
    if (last != npos && last >= fresh) end = last + 1;
  }
  if (fault_) {
    place_fault(out, begin);
  } else if (!at_end_) {
    partial_.assign(out, end);
    out.resize(end);
  }
  std::string_view const given = std::string_view{out}.substr(begin);
  note_conversion(given);
  line_ += static_cast<std::uint32_t>(std::count(given.begin(), given.end(), '\n'));
  if (at_end_ || fault_) note_replaced();
  if (given.empty() && fault_) throw *fault_;
  return !given.empty();
}

void TextBlocks::append_block(std::string& out) {
  constexpr std::size_t longest_rest = 16;
  if (!raw_) raw_ = std::make_unique_for_overwrite<char[]>(block_size + longest_rest);
  std::optional<Error> broken;
  try {
    for (std::size_t const full = raw_size_ + block_size; raw_size_ < full && !at_end_;) {
      std::size_t const got = source_.read(raw_.get() + raw_size_, full - raw_size_);
      raw_size_ += got;
      at_end_ = got == 0;
    }
  } catch (Error const& error) {
    broken = error;
  }
  std::string_view bytes{raw_.get(), raw_size_};
  if (!begun_) {
    begun_ = true;
    begin(bytes);
    if (fault_) return;
    bytes.remove_prefix(told_encoding(bytes).mark);
  }
  std::size_t const used = convert(bytes, out);
  if (!fault_ && broken) fail(out.size(), broken->what(), broken->hint());
  if (fault_) return;
  raw_size_ = bytes.size() - used;
  std::memmove(raw_.get(), bytes.data() + used, raw_size_);
}

void TextBlocks::begin(std::string_view head) {
  for (Magic const& magic : magics) {
    if (head.starts_with(magic.bytes)) return fail(npos, std::string{magic.what}, magic.hint);
  }
  ToldEncoding const told = told_encoding(head);
  encoding_ = told.encoding;
  has_multibyte_ = told.mark == 3;  // UTF-8 by its mark
  if (encoding_ == Encoding::utf8) return;
  if (encoding_ == Encoding::utf32) return fail(npos, "is UTF-32 text, which is not read", as_utf8);
  diagnostics_.add({Severity::note, Caret{number_, 0, 0}, fmt::format("is {}; converted to UTF-8", name(encoding_)), "", ""});
}

// How many bytes were used; the others are kept for the next block.
std::size_t TextBlocks::convert(std::string_view bytes, std::string& out) {
  if (encoding_ == Encoding::utf8) return take_utf8(bytes, out);
  if (encoding_ == Encoding::windows_1252) return take_windows_1252(bytes, out);
  std::string text;
  Conversion done = convert_utf16(bytes, encoding_ == Encoding::utf16_be, at_end_, text);
  if (!at_end_ && text.ends_with('\r')) {
    text.pop_back();
    done.used -= 2;
  }
  append_clean(text, out);
  if (!fault_ && !done.fault.empty()) fail(out.size(), done.fault, as_utf8);
  return done.used;
}

std::size_t TextBlocks::take_utf8(std::string_view bytes, std::string& out) {
  std::string_view const text = at_end_ ? bytes : bytes.substr(0, bytes.size() - unfinished(bytes));
  std::size_t const wrong = find_invalid_utf8(text);
  std::string_view const right = text.substr(0, wrong);
  has_multibyte_ = has_multibyte_ || !is_ascii(right);
  append_clean(right, out);
  if (fault_ || wrong == npos) return text.size();
  if (has_multibyte_) {
    fail(out.size(), fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[wrong])), as_utf8);
    return wrong;
  }
  encoding_ = Encoding::windows_1252;
  converted_at_ = out.size() - begin_;
  return wrong + take_windows_1252(bytes.substr(wrong), out);
}

std::size_t TextBlocks::take_windows_1252(std::string_view bytes, std::string& out) {
  std::string text;
  Conversion done = convert_windows_1252(bytes, at_end_, text);
  if (!at_end_ && text.ends_with('\r')) {
    text.pop_back();
    --done.used;
  }
  append_clean(text, out);
  if (!fault_ && !done.fault.empty()) fail(out.size(), done.fault, as_utf8);
  return done.used;
}

void TextBlocks::append_clean(std::string_view text, std::string& out) {
  std::string_view const clean = text.substr(0, text.find('\0'));
  if (is_clean_text(clean)) {
    out.append(clean);
  } else {
    out += clean_text(clean, replaced_);
  }
  if (clean.size() != text.size()) fail(out.size(), "a NUL byte, which text does not hold", as_text);
}

// `fresh`: where the block begins that was just read. Where the limit is above what a block can hold, only its first line can break it.
void TextBlocks::check_lines(std::string_view out, std::size_t begin, std::size_t fresh) {
  std::size_t const most = limits_.longest_line;
  for (std::size_t start = begin; start < out.size();) {
    std::size_t const end = std::min(out.find('\n', std::max(start, fresh)), out.size());
    if (end - start > most) {
      return fail(start, fmt::format("a line longer than the limit of {} bytes", most),
                  "check that this is a table; --max-line raises the limit");
    }
    if (most > 4 * block_size) return;
    start = end + 1;
  }
}

void TextBlocks::fail(std::size_t at, std::string message, std::string_view hint) {
  fault_ = TextFault{Caret{number_, 0, 0}, {}, std::move(message), std::string{hint}};
  fault_at_ = at;
}

// Takes the line with the fault, and what follows it, out of the text.
void TextBlocks::place_fault(std::string& out, std::size_t begin) {
  if (fault_at_ == npos) return out.resize(begin);
  std::string_view const text = std::string_view{out}.substr(begin, fault_at_ - begin);
  std::size_t const start = text.rfind('\n') + 1;  // npos + 1 = 0
  auto const lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  fault_->caret = {number_, line_ + lines, static_cast<std::uint32_t>(text.size() - start)};
  fault_->before = text.substr(start);
  out.resize(begin + start);
}

// `text`: the lines that are given.
void TextBlocks::note_conversion(std::string_view text) {
  if (converted_at_ == npos) return;
  if (converted_at_ >= text.size()) {
    converted_at_ -= text.size();
    return;
  }
  std::string_view const above = text.substr(0, converted_at_);
  std::size_t const start = above.rfind('\n') + 1;  // npos + 1 = 0
  auto const lines = static_cast<std::uint32_t>(std::count(above.begin(), above.end(), '\n'));
  Caret const caret{number_, line_ + lines, static_cast<std::uint32_t>(converted_at_ - start)};
  std::string_view const line = text.substr(start, text.find('\n', start) - start);
  diagnostics_.add({Severity::note, caret, fmt::format("is not UTF-8; read as {}", name(encoding_)),
                    "save the file as UTF-8 if a character is wrong", excerpt_of(line, caret)});
  converted_at_ = npos;
}

void TextBlocks::note_replaced() {
  say_replaced(diagnostics_, number_, replaced_);
  replaced_ = 0;
}

}  // namespace mechgraph
