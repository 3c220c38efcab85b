// Reads a text in a test: options as the command line makes them, with a few headers and forms in place of the ontology.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/input.hpp"
#include "read/reader.hpp"

namespace mechgraph {

inline std::optional<Role> test_role(std::string_view header) {
  constexpr std::array<std::pair<std::string_view, Role>, 14> headers{{{"No.", Role::id},
                                                                       {"Source", Role::source},
                                                                       {"Sources", Role::source},
                                                                       {"Model", Role::model},
                                                                       {"Animal model", Role::model},
                                                                       {"Intervention", Role::intervention},
                                                                       {"Cell source", Role::source},
                                                                       {"Cell", Role::other},
                                                                       {"Cargo", Role::cargo},
                                                                       {"Mechanism", Role::mechanism},
                                                                       {"Dose", Role::dose},
                                                                       {"Result", Role::result},
                                                                       {"Result (ref)", Role::result},
                                                                       {"Ref", Role::reference}}};
  for (auto const& [name, role] : headers) {
    if (name == header) return role;
  }
  return std::nullopt;
}

inline std::size_t test_form(Role role, std::string_view text) {
  struct Form {
    Role role;
    std::string_view text;
  };
  constexpr std::array forms{Form{Role::source, "Umbilical cord"},
                             Form{Role::source, "Placenta"},
                             Form{Role::source, "Bone marrow"},
                             Form{Role::source, "Menstrual blood"},
                             Form{Role::source, "ESCs-MSCs"},
                             Form{Role::source, "Amniotic fluid"},
                             Form{Role::model, "Mice"},
                             Form{Role::model, "Rat"},
                             Form{Role::intervention, "MSCs-exosome"},
                             Form{Role::intervention, "MSCs-extracellular vesicles"},
                             Form{Role::intervention, "MSCs"},
                             Form{Role::intervention, "MSCs-conditioned medium"}};
  std::size_t longest = 0;
  for (Form const& form : forms) {
    if (form.role != role || !text.starts_with(form.text)) continue;
    bool const ends = text.size() == form.text.size() || !is_word(decode(text, form.text.size()).value);
    if (ends) longest = std::max(longest, form.text.size());
  }
  return longest;
}

inline ReadOptions test_options() {
  ReadOptions options;
  options.header_role = test_role;
  options.longest_form = test_form;
  return options;
}

struct Reading {
  std::vector<RecordTable> tables;
  std::vector<GraphPart> parts;
  Diagnostics diagnostics;
  std::string reader;
};

// Reads by content, as the command line does without --input-format, or by the reader's name.
inline Reading read_text(std::string name, std::string_view bytes, ReadOptions const& options = test_options(),
                         std::string_view reader = {}) {
  Reading reading;
  Input const input = check_input(std::move(name), bytes, InputLimits{}, reading.diagnostics);
  Reader const& chosen = reader.empty() ? reader_for(input) : *find_reader(reader);
  reading.reader = chosen.name;
  chosen.read(input, options, reading.diagnostics,
              ReadTarget{[&](RecordTable&& table) { reading.tables.push_back(std::move(table)); },
                         [&](GraphPart&& part) { reading.parts.push_back(std::move(part)); }});
  return reading;
}

// What the command line prints: "place: severity: message; hint", a line each.
inline std::string printed(Diagnostics const& diagnostics) {
  constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};
  std::string out;
  for (Diagnostic const& item : diagnostics.sorted()) {
    out += diagnostics.place(item.caret, item.excerpt) + ": " + std::string{names[static_cast<std::size_t>(item.severity)]} + ": " +
           item.message;
    if (!item.hint.empty()) out += "; " + item.hint;
    out += '\n';
  }
  return out;
}

inline std::string printed(Error const& error) {
  std::string out = error.place().empty() ? "" : error.place() + ": ";
  out += "error: " + std::string{error.what()};
  if (!error.hint().empty()) out += "; " + error.hint();
  return out;
}

// The message of the Error that `work` throws; "" when it throws none.
template <class Work>
std::string failure(Work work) {
  try {
    work();
  } catch (Error const& error) {
    return printed(error);
  }
  return {};
}

// "source=Bone marrow|result=Reduced apoptosis[107,108]": the cells of a record that have words.
inline std::string shown(Record const& record) {
  std::string out;
  for (Cell const& cell : record.cells) {
    if (cell.text.empty()) continue;
    if (!out.empty()) out += '|';
    out += std::string{name(cell.role)} + "=" + std::string{cell.text};
    for (std::size_t i = 0; i < cell.references.size(); ++i) out += (i == 0 ? "[" : ",") + std::string{cell.references[i]};
    if (!cell.references.empty()) out += ']';
  }
  return out;
}

}  // namespace mechgraph
