// Records as JSON Lines: an object a row, from other pipelines or from `records --json`.
#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>
#include <tsl/robin_map.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/input.hpp"
#include "read/json_paths.hpp"
#include "read/lines.hpp"
#include "read/quote.hpp"
#include "read/table_builder.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t most_keys = 1000;

// Why a line can not be used.
struct LineFault {
  std::string what;
};

std::uint32_t number_of(object const& parent, std::string_view key) {
  std::uint64_t number = 0;
  bool const is_number = parent.at_key(key).get(number) == simdjson::SUCCESS && number <= std::numeric_limits<std::uint32_t>::max();
  return is_number ? static_cast<std::uint32_t>(number) : 0;
}

std::optional<object> object_of(object const& parent, std::string_view key) {
  object value;
  return parent.at_key(key).get(value) == simdjson::SUCCESS ? std::optional{value} : std::nullopt;
}

std::optional<array> array_of(object const& parent, std::string_view key) {
  array value;
  return parent.at_key(key).get(value) == simdjson::SUCCESS ? std::optional{value} : std::nullopt;
}

// The cells of a line that `records --json` wrote; nothing where it is none. Others may have a list of cells, too.
std::optional<array> own_cells(object const& row) {
  auto const cells = array_of(row, "cells");
  if (!cells || cells->size() == 0) return std::nullopt;
  object first;
  element member;
  bool const is_own = cells->at(0).get(first) == simdjson::SUCCESS && first.at_key("header").get(member) == simdjson::SUCCESS &&
                      first.at_key("text").get(member) == simdjson::SUCCESS;
  return is_own ? cells : std::nullopt;
}

// A key says what its path or the last word of it says: "effects.main_result", "main_result", "main result".
ReadOptions with_paths(ReadOptions options) {
  options.header_role = [whole = options.header_role](std::string_view path) -> std::optional<Role> {
    auto const named = [&](std::string words) -> std::optional<Role> {
      if (auto const role = field_named(words)) return role;
      if (!whole) return std::nullopt;
      if (auto const role = whole(words)) return role;
      std::ranges::replace(words, '_', ' ');
      return whole(words);
    };
    if (auto const role = named(std::string{path})) return role;
    return named(std::string{path.substr(path.rfind('.') + 1)});  // npos + 1 = 0
  };
  return options;
}

class JsonRecords {
 public:
  JsonRecords(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target)
      : input_(input),
        options_(with_paths(options)),
        diagnostics_(diagnostics),
        target_{[this, &target](RecordTable&& table) {
                  add_citations(table);
                  target.table(std::move(table));
                },
                target.graph},
        builder_(input, options_, diagnostics, target_) {
    for (auto const& [role, name] : options.columns) paths_.want(trim(name));
  }

  // The keys of the first block are known before its first row is read: a key that the first row does not have is nothing new.
  void read() {
    learn(input_.bytes);
    std::uint64_t const learned = paths_.replaced();
    std::string block;
    for (std::string_view text = input_.bytes; !text.empty(); text = block) {
      each_line(text, lines_, [&](Line const& line, object const& row) { add(line, row); });
      lines_ += static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
      block.clear();
      next_block(input_, diagnostics_, block);
    }
    say_replaced(diagnostics_, input_.number, paths_.replaced() - learned + replaced_);
    if (faults_ != 0 && !has_rows_) {
      throw Error(std::string{diagnostics_.input_name(input_.number)},
                  faults_ == 1 ? std::string{"its only line is not a record"} : fmt::format("none of its {} lines is a record", faults_),
                  "give a JSON object a line");
    }
    builder_.finish();
  }

 private:
  template <class Take>
  void each_line(std::string_view text, std::uint32_t above, Take take) {
    Lines lines{text};
    Line line;
    while (lines.next(line)) {
      line.number += above;
      if (trim(line.text).empty()) continue;
      try {
        object row;
        auto const code = parser_.parse(line.text.data(), line.text.size()).get(row);
        if (code == simdjson::INCORRECT_TYPE) throw LineFault{"not a JSON object"};
        if (code == simdjson::NUMBER_ERROR) throw LineFault{"not JSON: a number that is none, or one that is too large"};
        if (code == simdjson::DEPTH_ERROR) throw LineFault{"JSON that is nested too deeply"};
        if (code != simdjson::SUCCESS) throw LineFault{"not JSON"};
        take(line, row);
      } catch (LineFault const& fault) {
        if (is_learning_) continue;
        ++faults_;
        Caret const caret{input_.number, line.number, 0};
        diagnostics_.add({Severity::error, caret, fault.what, "the line is left out", excerpt_of(line.text, caret)});
      }
    }
  }

  void learn(std::string_view text) {
    is_learning_ = true;
    each_line(text, 0, [&](Line const&, object const& row) {
      if (!own_cells(row)) flatten(row);
    });
    is_learning_ = false;
  }

  void flatten(object const& row) {
    values_.assign(keys_.size(), {});
    paths_.flatten(row, [&](std::string_view path, std::string_view value) {
      auto const [place, is_new] = columns_.try_emplace(std::string{path}, keys_.size());
      if (is_new) {
        if (keys_.size() == most_keys) {
          columns_.erase(place);
          throw LineFault{fmt::format("more than {} different keys", most_keys)};
        }
        keys_.emplace_back(path);
        values_.emplace_back();
      }
      std::string& cell = values_[place.value()];
      if (!cell.empty() && !value.empty()) cell += "; ";
      cell += value;
    });
  }

  void add(Line const& line, object const& row) {
    if (auto const cells = own_cells(row)) {
      add_own(line, row, *cells);
      return;
    }
    bool is_heading = false;
    if (row.at_key("section").get(is_heading) == simdjson::SUCCESS && is_heading) return;  // `records` says it of each row below, too
    flatten(row);
    if (kind_ != Kind::flat || begun_ != keys_.size()) begin_flat(line);
    Caret const caret{input_.number, line.number, 0};
    std::vector<RawCell> cells;
    for (std::string const& value : values_) cells.push_back({value, caret});
    builder_.add_row(cells, caret);
    has_rows_ = true;
  }

  // Also where a key comes that no row above had.
  void begin_flat(Line const& line) {
    Caret const caret{input_.number, line.number, 0};
    if (kind_ == Kind::none) {
      std::vector<Header> headers;
      for (std::string const& key : keys_) headers.push_back({key, caret});
      roles_ = assign_roles(headers, excerpt_of(line.text, caret), options_, diagnostics_);
    }
    for (std::size_t i = roles_.size(); i < keys_.size(); ++i) {
      roles_.push_back(role_of_header(keys_[i], options_).value_or(Role::other));
      if (roles_.back() != Role::other) continue;
      diagnostics_.add({Severity::note, caret, "a key that no row above had, kept but not read: " + quoted(std::string_view{keys_[i]}), "",
                        excerpt_of(line.text, caret)});
    }
    std::vector<Header> headers;
    for (std::string const& key : keys_) headers.push_back({key, caret});
    builder_.begin({}, headers, roles_);
    kind_ = Kind::flat;
    begun_ = keys_.size();
  }

  // A line that `records --json` wrote.
  void add_own(Line const& line, object const& row, array const& list) {
    Caret const caret{input_.number, line.number, 0};
    cleaned_.clear();
    std::string table;
    for (auto const* key : {"document", "table"}) {
      if (auto const part = object_of(row, key)) table += simdjson::minify(*part);
    }
    std::vector<std::string> headers;
    std::vector<Role> roles;
    std::vector<RawCell> cells;
    std::vector<std::vector<std::string>> references;
    for (element const item : list) {
      object cell;
      if (item.get(cell) != simdjson::SUCCESS) throw LineFault{"\"cells\" holds something that is not an object"};
      headers.emplace_back(text_of(cell, "header"));
      roles.push_back(role_of(cell, headers.back()));
      cells.push_back({text_of(cell, "text"), caret});
      auto& works = references.emplace_back();
      if (auto const named = array_of(cell, "references")) {
        for (element const reference : *named) {
          std::string_view text;
          if (reference.get(text) != simdjson::SUCCESS) throw LineFault{"\"references\" holds something that is not a text"};
          works.emplace_back(clean(text));
        }
      }
    }
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i].references = references[i];
    if (kind_ != Kind::own || table != own_table_ || headers != own_headers_ || roles != own_roles_) {
      std::vector<Header> shown;
      for (std::string const& header : headers) shown.push_back({header, caret});
      builder_.begin(fields_of_own(row, caret), shown, roles);
      kind_ = Kind::own;
      own_table_ = std::move(table);
      own_headers_ = std::move(headers);
      own_roles_ = std::move(roles);
    }
    for (element const item : list) keep_citations(item);
    builder_.add_row(cells, caret, {text_of(row, "record"), text_of(row, "under")});
    has_rows_ = true;
  }

  [[nodiscard]] Role role_of(object const& cell, std::string_view header) {
    for (auto const& [role, name] : options_.columns) {
      if (trim(name) == header) return role;
    }
    element said;
    if (cell.at_key("role").get(said) != simdjson::SUCCESS) return role_of_header(header, options_).value_or(Role::other);
    if (said.is_null()) return Role::other;
    auto const role = role_named(text_of(cell, "role"));
    if (!role) throw LineFault{"unknown role " + quoted(text_of(cell, "role"))};
    return *role;
  }

  // A text by the policy of texts, until the next row.
  std::string_view clean(std::string_view text) { return is_clean_text(text) ? text : cleaned_.emplace_back(clean_text(text, replaced_)); }

  std::string_view text_of(object const& parent, std::string_view key) {
    std::string_view text;
    return parent.at_key(key).get(text) == simdjson::SUCCESS ? clean(text) : std::string_view{};
  }

  Fields fields_of_own(object const& row, Caret caret) {
    Fields fields;
    if (auto const document = object_of(row, "document")) {
      for (Role const role : {Role::doi, Role::pmid, Role::pmcid, Role::title}) set_field(fields, role, text_of(*document, name(role)));
      fields.document.journal = text_of(*document, "journal");
      fields.document.year = text_of(*document, "year");
      fields.document.licence = text_of(*document, "licence");
    }
    if (auto const table = object_of(row, "table")) {
      set_field(fields, Role::table, text_of(*table, "label"));
      set_field(fields, Role::caption, text_of(*table, "caption"));
      fields.caption_caret = caret;
      fields.index = number_of(*table, "index");
      fields.part = number_of(*table, "part");
      if (auto const legends = array_of(*table, "legends")) {
        for (element const legend : *legends) {
          std::string_view text;
          if (legend.get(text) == simdjson::SUCCESS) set_field(fields, Role::legend, clean(text));
        }
      }
    }
    return fields;
  }

  void keep_citations(element item) {
    object cell;
    if (item.get(cell) != simdjson::SUCCESS) return;
    auto const cited = array_of(cell, "cited");
    if (!cited) return;
    for (element const each : *cited) {
      object work;
      if (each.get(work) != simdjson::SUCCESS) throw LineFault{"\"cited\" holds something that is not an object"};
      Citation citation{std::string{text_of(work, "reference")},
                        {std::string{text_of(work, "doi")}, std::string{text_of(work, "pmid")}, std::string{text_of(work, "pmcid")}}};
      if (!citation.reference.empty() && citation.work.is_known()) citations_.push_back(std::move(citation));
    }
  }

  void add_citations(RecordTable& table) {
    table.citations.insert(table.citations.end(), citations_.begin(), citations_.end());
    citations_.clear();
    std::ranges::sort(table.citations);
    table.citations.erase(std::unique(table.citations.begin(), table.citations.end()), table.citations.end());
  }

  enum class Kind : std::uint8_t { none, flat, own };

  Input const& input_;
  ReadOptions options_;
  Diagnostics& diagnostics_;
  ReadTarget target_;
  TableBuilder builder_;
  simdjson::dom::parser parser_;
  JsonPaths paths_;
  std::uint32_t lines_ = 0;  // above the block
  std::size_t faults_ = 0;
  bool is_learning_ = false;
  bool has_rows_ = false;
  Kind kind_ = Kind::none;  // of the row above
  std::vector<std::string> keys_;
  tsl::robin_map<std::string, std::size_t> columns_;  // of the keys
  std::vector<Role> roles_;                           // of the first keys
  std::size_t begun_ = 0;                             // keys that the builder knows
  std::vector<std::string> values_;                   // of the row at hand
  std::string own_table_;
  std::vector<std::string> own_headers_;
  std::vector<Role> own_roles_;
  std::deque<std::string> cleaned_;  // texts of the row at hand that had to be
  std::uint64_t replaced_ = 0;
  std::vector<Citation> citations_;  // of the rows that the builder holds
};

int recognises(std::string_view, std::string_view head) {
  std::string_view const text = trim(head);
  if (!text.starts_with('{')) return 0;
  std::string_view const line = trim(text.substr(0, text.find('\n')));
  auto const has = [&](std::string_view key) { return line.find(key) != std::string_view::npos; };
  if (has("\"cells\"") && has("\"header\"")) return 97;
  bool const is_whole = line.ends_with('}') || text.find('\n') == std::string_view::npos;
  return is_whole ? 65 : 0;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  JsonRecords{input, options, diagnostics, target}.read();
}

}  // namespace

extern Reader const json_records_reader;
Reader const json_records_reader{
    "json-records", "rows as JSON Lines, an object each, nested or not; what 'records --json' prints", false, recognises, read, true};

}  // namespace mechgraph
