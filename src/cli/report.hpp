// Messages on standard error: the only place that draws them.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "base/error.hpp"

namespace mechgraph {

struct ReportStyle {
  bool colour = false;
  bool quiet = false;    // errors only
  bool verbose = false;  // no limit on the number of messages
};

// "place: error: message; hint" and, where the line is known, the line and a caret under the place. Control characters of the input are
// shown as U+FFFD; of a long line, the part around the place.
std::string draw(Diagnostic const& diagnostic, std::string_view place, bool colour);
// "place: error: message; hint", with "mechgraph" for an empty place.
std::string draw(Error const& error, bool colour);

// What a run has to say beside its results, written at once to a descriptor; failures to write are ignored. Also keeps whether there was
// a finding (a warning or an error), which makes the exit code 1.
class Report {
 public:
  Report(int descriptor, ReportStyle style) : descriptor_(descriptor), style_(style) {}

  void set_style(ReportStyle style) { style_ = style; }
  [[nodiscard]] ReportStyle style() const noexcept { return style_; }

  // All findings of a document in order of their place; after `shown_at_most` of them only how many more there are, unless verbose. After
  // `shown_in_all` notes of many documents, further notes are only counted.
  void show(Diagnostics const& diagnostics);
  // How many notes were only counted.
  void say_hidden();
  void show(Error const& error);
  // A line of the summary; nothing when quiet.
  void say(std::string_view line);
  void finding() noexcept { findings_ += 1; }
  [[nodiscard]] std::size_t findings() const noexcept { return findings_; }

  static constexpr std::size_t shown_at_most = 20;
  static constexpr std::size_t shown_in_all = 100;

 private:
  void write(std::string_view text) const;

  int descriptor_;
  ReportStyle style_;
  std::size_t findings_ = 0;
  std::size_t notes_ = 0;   // shown
  std::size_t hidden_ = 0;  // notes that were not
};

}  // namespace mechgraph
