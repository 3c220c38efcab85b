// A walk over the marks of XML as it comes, that checks it on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mechgraph {

// Why a text is no XML, and where.
struct XmlFault {
  std::uint32_t line = 0;
  std::uint32_t byte = 0;
  std::string text;  // of the line
  std::string message, hint;
};

// Steps over XML that comes in blocks, in the memory of a few of them and of the longest text between two tags. Tags, nesting (at most
// 1,000 deep), attributes, comments and the DOCTYPE are checked as scan_xml (read/jats_scan.hpp) does. Cost: linear.
class XmlCursor {
 public:
  enum class Event { start, end, text, raw_text, done };  // raw_text: of a CDATA section, without references

  // Appends what comes next to a text; false at the end.
  using More = std::function<bool(std::string&)>;
  explicit XmlCursor(More more) : more_(std::move(more)) {}

  // The next mark; what was given before is gone then. Comments and instructions are passed over. An empty element gives a start and an
  // end. Throws XmlFault.
  Event next();

  [[nodiscard]] std::string_view name() const noexcept { return name_; }  // of a start or end: without its prefix
  [[nodiscard]] std::string_view text() const noexcept { return text_; }  // as it stands

  struct Attribute {
    std::string_view name, value;  // as they stand
  };
  // Of a start.
  [[nodiscard]] std::vector<Attribute> const& attributes() const noexcept { return attributes_; }
  // The value of one, empty without it.
  [[nodiscard]] std::string_view attribute(std::string_view name) const noexcept;

  // Where the mark begins: from the beginning of the input, and its line with the byte in it.
  [[nodiscard]] std::size_t at() const noexcept { return base_ + begin_; }
  struct Place {
    std::uint32_t line = 1;
    std::uint32_t byte = 0;
  };
  [[nodiscard]] Place place() { return place_of(begin_); }
  // The line that a byte of the input stands in; empty where it is not at hand any more.
  [[nodiscard]] std::string_view line_of(std::size_t at_in_input);

 private:
  struct Open {
    std::string name;
    std::size_t at = 0;      // of its '<', from the beginning of the input
    std::uint32_t line = 0;  // known once it is not at hand any more
  };

  bool refill();
  Event text_until(std::size_t end);
  bool pass_until(std::string_view close, std::size_t from, std::string_view what);
  void pass_doctype();
  void start_tag(std::string_view text);
  void end_tag(std::string_view text);
  Place place_of(std::size_t at);
  [[noreturn]] void fail(std::size_t at, std::string message, std::string hint);
  [[noreturn]] void fail_tag(std::size_t at);

  More more_;
  std::string window_;    // what is at hand
  std::size_t base_ = 0;  // bytes of the input before it
  std::size_t at_ = 0;    // in the window, as all places but those of Open
  std::size_t begin_ = 0;
  bool at_end_ = false;
  // The lines up to a place of the window that was asked for.
  std::size_t counted_ = 0;
  std::size_t line_begin_ = 0;  // of the line there; in the window
  bool line_is_whole_ = true;   // it begins in the window
  std::uint32_t line_ = 1;
  std::uint32_t first_line_ = 1;  // of the window
  bool starts_whole_ = true;      // the window begins with that line
  std::vector<Open> open_;
  std::string_view name_, text_;
  std::vector<Attribute> attributes_;
  bool end_follows_ = false;  // the start was an empty element
};

}  // namespace mechgraph
