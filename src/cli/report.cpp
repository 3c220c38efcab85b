// Messages on standard error: the only place that draws them.
#include "cli/report.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/text.hpp"
#include "cli/screen.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t window = 76;  // columns of a long line that are shown

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "\x1b[1;36m";
    case Severity::warning: return "\x1b[1;35m";
    case Severity::error: return "\x1b[1;31m";
  }
  return {};
}

std::string head(std::string_view place, Severity severity, std::string_view message, std::string_view hint, bool colour) {
  std::string text;
  if (colour) text += "\x1b[1m";
  text += screen_text(place.empty() ? std::string_view{"mechgraph"} : place);
  text += ": ";
  if (colour) text += colour_of(severity);
  text += name(severity);
  text += ": ";
  if (colour) text += "\x1b[0m";
  text += screen_text(message);
  if (!hint.empty()) {
    text += "; ";
    text += screen_text(hint);
  }
  text += '\n';
  return text;
}

// Offset of the code point that stands `columns` code points before, or after, `at`.
std::size_t back(std::string_view text, std::size_t at, std::size_t columns) {
  while (at > 0 && columns > 0) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    --columns;
  }
  return at;
}
std::size_t forth(std::string_view text, std::size_t at, std::size_t columns) {
  while (at < text.size() && columns > 0) {
    at += decode(text, at).length;
    --columns;
  }
  return at;
}

}  // namespace

std::string draw(Diagnostic const& diagnostic, std::string_view place, bool colour) {
  std::string text = head(place, diagnostic.severity, diagnostic.message, diagnostic.hint, colour);
  std::string_view line = diagnostic.excerpt;
  std::size_t const at = diagnostic.caret.byte;
  if (line.empty() || diagnostic.caret.line == 0 || at > line.size()) return text;
  std::size_t const begin = back(line, at, window / 2);
  std::size_t const end = forth(line, begin, window);
  std::string const before = screen_text(line.substr(begin, at - begin));
  text += "  ";
  if (begin > 0) text += "…";
  text += before;
  text += screen_text(line.substr(at, end - at));
  if (end < line.size()) text += "…";
  text += "\n  ";
  text.append(screen_width(before) + (begin > 0 ? 1 : 0), ' ');
  if (colour) text += "\x1b[1;32m";
  text += '^';
  if (colour) text += "\x1b[0m";
  text += '\n';
  return text;
}

std::string draw(Error const& error, bool colour) { return head(error.place(), Severity::error, error.what(), error.hint(), colour); }

void Report::show(Diagnostics const& diagnostics) {
  std::size_t shown = 0;
  std::size_t hidden = 0;
  std::string text;
  for (Diagnostic const& diagnostic : diagnostics.sorted()) {
    if (diagnostic.severity != Severity::note) finding();
    if (style_.quiet && diagnostic.severity != Severity::error) continue;
    if (diagnostic.severity == Severity::note && !style_.verbose && notes_ == shown_in_all) {
      ++hidden_;
      continue;
    }
    if (!style_.verbose && shown == shown_at_most) {
      ++hidden;
      continue;
    }
    ++shown;
    if (diagnostic.severity == Severity::note) ++notes_;
    text += draw(diagnostic, diagnostics.place(diagnostic.caret, diagnostic.excerpt), style_.colour);
  }
  for (Severity const severity : {Severity::note, Severity::warning, Severity::error}) {
    hidden += diagnostics.not_kept(severity);
    if (severity != Severity::note) findings_ += diagnostics.not_kept(severity);
  }
  if (hidden > 0) text += "mechgraph: note: " + std::to_string(hidden) + " more messages; -v shows them all\n";
  write(text);
}

void Report::say_hidden() {
  if (hidden_ > 0) say("mechgraph: note: " + std::to_string(hidden_) + " more notes; -v shows them all");
  hidden_ = 0;
}

void Report::show(Error const& error) { write(draw(error, style_.colour)); }

void Report::say(std::string_view line) {
  if (!style_.quiet) write(std::string{line} + '\n');
}

void Report::write(std::string_view text) const {
  while (!text.empty()) {
    auto const written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace mechgraph
