// A small strict reader of XML, written apart from the program: what is not well-formed throws.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace mechgraph {

struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // all character data directly inside
  std::vector<XmlElement> children;

  // The text of the child <data key="…">; empty without one.
  [[nodiscard]] std::string data(std::string_view key) const {
    for (XmlElement const& child : children) {
      if (child.name == "data" && child.attributes.at("key") == key) return child.text;
    }
    return {};
  }
  [[nodiscard]] std::vector<XmlElement const*> all(std::string_view wanted) const {
    std::vector<XmlElement const*> found;
    for (XmlElement const& child : children) {
      if (child.name == wanted) found.push_back(&child);
    }
    return found;
  }
};

class StrictXml {
 public:
  static XmlElement read(std::string_view text) {
    StrictXml reader{text};
    reader.check_characters();
    reader.expect("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    XmlElement root = reader.element();
    while (reader.at_ < text.size() && text[reader.at_] == '\n') ++reader.at_;
    if (reader.at_ != text.size()) throw reader.error("text after the root");
    return root;
  }

 private:
  explicit StrictXml(std::string_view text) : text_(text) {}

  [[nodiscard]] std::runtime_error error(std::string const& what) const {
    return std::runtime_error{what + " at byte " + std::to_string(at_) + ": " + std::string{text_.substr(at_, 60)}};
  }
  void check_characters() const {
    if (find_invalid_utf8(text_) != std::string_view::npos) throw std::runtime_error{"not UTF-8"};
    for (std::size_t i = 0; i < text_.size();) {
      CodePoint const c = decode(text_, i);
      bool const good = c.value >= 0x20 ? c.value != 0xFFFE && c.value != 0xFFFF : c.value == '\t' || c.value == '\n' || c.value == '\r';
      if (!good) throw std::runtime_error{"a character that XML can not hold at byte " + std::to_string(i)};
      i += c.length;
    }
  }
  [[nodiscard]] bool is(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  void expect(std::string_view what) {
    if (!is(what)) throw error("not " + std::string{what});
    at_ += what.size();
  }
  std::string name() {
    std::size_t const begin = at_;
    while (at_ < text_.size() && std::string_view{" \t\n=/>\"'<&"}.find(text_[at_]) == std::string_view::npos) ++at_;
    if (at_ == begin) throw error("no name");
    return std::string{text_.substr(begin, at_ - begin)};
  }
  void reference(std::string& out) {
    static std::map<std::string_view, char> const known{{"&amp;", '&'}, {"&lt;", '<'},   {"&gt;", '>'},  {"&quot;", '"'},
                                                        {"&#9;", '\t'}, {"&#10;", '\n'}, {"&#13;", '\r'}};
    for (auto const& [entity, character] : known) {
      if (!is(entity)) continue;
      out += character;
      at_ += entity.size();
      return;
    }
    throw error("unknown reference");
  }

  XmlElement element() {
    XmlElement made;
    expect("<");
    made.name = name();
    while (is(" ") || is("\n")) {
      while (is(" ") || is("\n")) ++at_;
      std::string const key = name();
      expect("=\"");
      std::string value;
      while (!is("\"")) {
        if (at_ >= text_.size() || is("<") || is("\n") || is("\t")) throw error("bad attribute");
        if (is("&"))
          reference(value);
        else
          value += text_[at_++];
      }
      expect("\"");
      if (!made.attributes.emplace(key, value).second) throw error("attribute twice");
    }
    if (is("/>")) {
      at_ += 2;
      return made;
    }
    expect(">");
    while (!is("</")) {
      if (at_ >= text_.size()) throw error("not closed");
      if (is("<![CDATA[")) {
        std::size_t const begin = at_ + 9;
        std::size_t const end = text_.find("]]>", begin);
        if (end == std::string_view::npos) throw error("CDATA not closed");
        made.text += text_.substr(begin, end - begin);
        at_ = end + 3;
      } else if (is("<")) {
        made.children.push_back(element());
      } else if (is("&")) {
        reference(made.text);
      } else {
        if (is("]]>")) throw error("]]> in text");
        made.text += text_[at_++];
      }
    }
    expect("</" + made.name + ">");
    return made;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace mechgraph
