// formats: what can be read and written, and what each format can not hold.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/screen.hpp"
#include "exporters/json.hpp"
#include "read/reader.hpp"

namespace mechgraph {
namespace {

std::string_view name(Fidelity fidelity) {
  switch (fidelity) {
    case Fidelity::kept: return "kept";
    case Fidelity::joined: return "joined";
    case Fidelity::lost: return "lost";
  }
  return {};
}

// What stands before the text of a format.
std::string head(Exporter const& exporter) {
  return "  " + padded(exporter.name, 12) + std::string{exporter.extension} + (exporter.is_folder() ? "/" : "");
}

std::string as_text() {
  std::size_t indent = 0;
  for (Exporter const* exporter : exporters()) indent = std::max(indent, head(*exporter).size() + 1);
  // A line that begins with what stands before its text, wrapped under that text.
  auto const row = [indent](std::string const& begin, std::string_view text) {
    std::string lines = wrapped(text, screen_columns - indent, std::string(indent, ' '));
    return lines.replace(0, begin.size(), begin);
  };
  std::string text = "Read:\n";
  for (Reader const* reader : readers()) {
    text += row("  " + std::string{reader->name}, reader->summary);
  }
  text += "\nWritten:\n";
  for (Exporter const* exporter : exporters()) {
    text += row(head(*exporter), exporter->summary);
    if (exporter->round_trip) text += row("", "read back, it gives the same graph");
    for (Fidelity const wanted : {Fidelity::joined, Fidelity::lost}) {
      std::string parts;
      for (auto const& [part, held] : fidelity_parts(exporter->fidelity)) {
        if (held == wanted) parts += (parts.empty() ? "" : ", ") + std::string{part};
      }
      if (!parts.empty()) text += row("", (wanted == Fidelity::joined ? "only as text: " : "can not hold: ") + parts);
    }
  }
  return text;
}

std::string as_json() {
  TextBuffer text;
  JsonWriter json{text};
  json.begin_object();
  json.key("readers").begin_array();
  for (Reader const* reader : readers()) {
    json.begin_object();
    json.key("name").value(reader->name);
    json.key("summary").value(reader->summary);
    json.end_object();
  }
  json.end_array();
  json.key("formats").begin_array();
  for (Exporter const* exporter : exporters()) {
    json.begin_object();
    json.key("name").value(exporter->name);
    json.key("extension").value(exporter->extension);
    if (exporter->is_folder()) json.key("folder").value(true);
    json.key("summary").value(exporter->summary);
    json.key("round_trip").value(exporter->round_trip);
    for (auto const& [part, held] : fidelity_parts(exporter->fidelity)) json.key(part).value(name(held));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  text += '\n';
  return text.str();
}

int run(Options const& options, Report&) {
  Sink out = standard_output();
  if (options.extensions) {
    for (Exporter const* exporter : exporters()) out.print(exporter->extension, '\n');
  } else {
    out.write(options.json ? as_json() : as_text());
  }
  out.close();
  return 0;
}

}  // namespace

extern Command const formats_command;
Command const formats_command{
    "formats",
    "what can be read and written, and what each format can not hold",
    "",
    "",
    "  mechgraph formats\n"
    "  mechgraph formats --json\n",
    takes::json | takes::formats,
    run,
};

}  // namespace mechgraph
