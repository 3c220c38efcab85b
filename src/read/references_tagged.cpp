// RIS and NBIB (MEDLINE): a tag of two to four letters, a dash, a value.
#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/ascii.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"
#include "read/reference_list.hpp"

namespace mechgraph {
namespace {

struct TaggedLine {
  std::string_view tag;    // empty for a line that goes on
  std::string_view value;  // trimmed
};

// "DO  - 10.1/x", "PMID- 123": the dash is the fifth byte of NBIB and the sixth of RIS, and a blank or nothing follows.
bool take_tag(std::string_view line, std::size_t dash, TaggedLine& tagged) {
  tagged = {{}, trim(line)};
  if (line.size() <= dash || line[dash] != '-' || (line.size() > dash + 1 && line[dash + 1] != ' ')) return false;
  std::string_view const tag = trim(line.substr(0, dash));
  auto const is_tag_byte = [](char byte) { return (byte >= 'A' && byte <= 'Z') || is_ascii_digit(byte); };
  if (tag.size() < 2 || !std::ranges::all_of(tag, is_tag_byte)) return false;
  tagged = {tag, trim(line.substr(dash + 1))};
  return true;
}

std::string_view first_line(std::string_view text) {
  text = trim(text);
  return text.substr(0, text.find('\n'));
}

class Reader {
 public:
  Reader(Input const& input, Diagnostics const& diagnostics) : input_(input), diagnostics_(diagnostics) {}

  std::vector<ListedReference> ris() {
    Lines lines{input_.bytes};
    TaggedLine tagged;
    while (lines.next(line_)) {
      if (trim(line_.text).empty()) continue;
      bool const has_tag = take_tag(line_.text, 4, tagged);
      if (!has_tag && open_at_ == 0) fail("text outside of all references", "each begins with \"TY  - \" and ends with \"ER  - \"");
      if (!has_tag) continue;  // an abstract that goes on
      if (tagged.tag == "TY") {
        if (open_at_ != 0) fail(fmt::format("a reference begins, but that of line {} has no end", open_at_), "end it with \"ER  - \"");
        begin();
      } else if (open_at_ == 0) {
        fail(quoted(tagged.tag) + " outside of all references", "each begins with \"TY  - \"");
      } else if (tagged.tag == "ER") {
        open_at_ = 0;
      } else {
        ris_field(tagged);
      }
    }
    if (open_at_ != 0) {
      throw Error(fmt::format("{}:{}", diagnostics_.input_name(input_.number), open_at_), "the reference that begins here has no end",
                  "the file is cut off: get it again");
    }
    return std::move(found_);
  }

  std::vector<ListedReference> nbib() {
    Lines lines{input_.bytes};
    TaggedLine tagged;
    std::string tag;
    std::string value;
    auto const flush = [&] {
      if (!tag.empty()) nbib_field(tag, value);
      tag.clear();
    };
    while (lines.next(line_)) {
      if (take_tag(line_.text, 4, tagged)) {
        flush();
        if (tagged.tag == "PMID") begin();
        if (found_.empty()) fail(quoted(tagged.tag) + " before the first reference", "each begins with \"PMID- \"");
        tag = tagged.tag;
        value = tagged.value;
      } else if (!tagged.value.empty()) {
        if (tag.empty() || !line_.text.starts_with("      "))
          fail("neither a tag nor the rest of one", "a line that goes on begins with six blanks");
        value.append(" ").append(tagged.value);
      }
    }
    flush();
    return std::move(found_);
  }

 private:
  [[noreturn]] void fail(std::string const& message, std::string hint) const {
    throw Error(diagnostics_.place(Caret{input_.number, line_.number, 0}, line_.text), message, std::move(hint));
  }

  void begin() {
    open_at_ = line_.number;
    found_.emplace_back();
    found_.back().entry.works.emplace_back();
  }

  void ris_field(TaggedLine const& tagged) {
    ReferenceEntry& entry = found_.back().entry;
    Work& work = entry.works.front();
    std::string_view const tag = tagged.tag;
    std::string_view const value = tagged.value;
    if (tag == "DO") {
      if (!set_doi(work, value)) fail(quoted(value) + " is no DOI", "it begins with 10.");
    } else if (tag == "ID") {
      found_.back().keys.emplace_back(value);
    } else if (tag == "AN") {
      if (work.pmid.empty()) set_pmid(work, value);
    } else if (tag == "C2") {
      if (starts_in_any_case(value, "PMC")) set_pmcid(work, value);
    } else if (tag == "AU" || tag == "A1") {
      if (entry.author.empty()) entry.author = surname_of(value);
    } else if (tag == "PY" || tag == "Y1" || tag == "DA") {
      if (entry.year.empty()) entry.year = value.substr(0, 4);
    } else if (tag != "AB" && tag != "N2" && tag != "TI" && tag != "T1") {
      set_from_text(work, value);
    }
  }

  void nbib_field(std::string_view tag, std::string_view value) {
    ReferenceEntry& entry = found_.back().entry;
    Work& work = entry.works.front();
    if (tag == "PMID") {
      if (!set_pmid(work, value)) fail(quoted(value) + " is no PMID", "it is a number");
    } else if (tag == "PMC") {
      set_pmcid(work, value);
    } else if ((tag == "LID" || tag == "AID") && value.ends_with("[doi]")) {
      if (work.doi.empty()) set_doi(work, trim(value.substr(0, value.size() - 5)));
    } else if (tag == "FAU" || tag == "AU" || tag == "CN") {
      if (entry.author.empty()) entry.author = surname_of(value);
    } else if (tag == "DP" && entry.year.empty()) {
      entry.year = value.substr(0, 4);
    }
  }

  Input const& input_;
  Diagnostics const& diagnostics_;
  Line line_;
  std::uint32_t open_at_ = 0;  // line where the open reference begins; 0 = none is open
  std::vector<ListedReference> found_;
};

bool is_ris(std::string_view, std::string_view head) { return first_line(head).starts_with("TY  -"); }
bool is_nbib(std::string_view, std::string_view head) { return first_line(head).starts_with("PMID-"); }

std::vector<ListedReference> read_ris(Input const& input, Diagnostics& diagnostics) { return Reader{input, diagnostics}.ris(); }
std::vector<ListedReference> read_nbib(Input const& input, Diagnostics& diagnostics) { return Reader{input, diagnostics}.nbib(); }

}  // namespace

ReferenceForm const ris_references{"RIS", is_ris, read_ris};
ReferenceForm const nbib_references{"NBIB", is_nbib, read_nbib};

}  // namespace mechgraph
