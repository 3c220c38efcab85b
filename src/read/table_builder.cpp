// Rows of cells → RecordTables.
#include "read/table_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/citations.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::array document_roles{Role::doi, Role::pmid, Role::pmcid, Role::title};
constexpr std::array table_roles{Role::table, Role::caption};

// Whether the fields of a row name the same thing as those so far: no field contradicts, and one agrees (or the row says nothing).
template <std::size_t N>
bool agrees(std::array<Role, N> const& roles, Fields const& row, Fields const& so_far) {
  bool silent = true;
  bool agrees = false;
  for (Role const role : roles) {
    std::string_view const said = field(row, role);
    if (said.empty()) continue;
    silent = false;
    std::string_view const before = field(so_far, role);
    if (said == before) agrees = true;
    if (!before.empty() && said != before) return false;
  }
  return silent || agrees;
}

// Whether trim() would leave something.
bool has_words(std::string_view text) {
  if (!text.empty() && text.front() > ' ' && text.front() < '\x7F') return true;
  return !trim(text).empty();
}

std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (std::string_view const part : parts) {
    key += part;
    key += '\n';
  }
  return key;
}

}  // namespace

TableBuilder::TableBuilder(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target)
    : input_(input), diagnostics_(diagnostics), target_(target), given_(fields_of(options)) {}

void TableBuilder::begin(Fields fields, std::span<Header const> headers, std::vector<Role> roles) {
  hand_out();
  file_ = std::move(fields);
  row_ = {};
  all_roles_ = std::move(roles);
  described_.clear();
  headers_.clear();
  roles_.clear();
  for (std::size_t i = 0; i < headers.size(); ++i) {
    if (describes_document(all_roles_[i])) {
      described_.push_back(i);
    } else {
      headers_.emplace_back(headers[i].text);
      roles_.push_back(all_roles_[i]);
    }
  }
  said_.assign(described_.size(), {});
  header_caret_ = headers.empty() ? Caret{input_.number, 0, 0} : headers.front().caret;
}

void TableBuilder::open_table() {
  Fields fields = row_;
  fill(fields, file_);
  fill(fields, given_);
  Document const& document = fields.document;
  std::string const document_key = key_of({document.doi, document.pmid, document.pmcid, document.title});
  key_ = document_key + key_of({fields.label, fields.caption});
  if (fields.label.empty() && fields.index != 0) key_ += std::to_string(fields.index);
  seen_ = std::move(seen_tables_[key_]);
  if (seen_.index == 0) {
    std::uint32_t const counted = ++tables_of_document_[document_key];
    seen_.index = fields.index != 0 ? fields.index : counted;
  }
  table_ = RecordTable{};
  table_.document = std::move(fields.document);
  table_.content_id = seen_.content_id;
  table_.continues = seen_.rows != 0;
  table_.index = seen_.index;
  table_.part = fields.part;
  table_.label = std::move(fields.label);
  table_.caption = std::move(fields.caption);
  table_.caption_caret = fields.caption_caret;
  table_.legends = std::move(fields.legends);
  table_.headers = headers_;
  table_.roles = roles_;
  text_size_ = 0;
  rows_before_ = 0;
  set_section({});
  open_ = true;
}

void TableBuilder::set_section(std::string_view words) {
  section_ = words;
  stored_section_ = {};
}

void TableBuilder::hand_out() {
  if (!open_) return;
  open_ = false;
  if (!is_named(table_) && table_.content_id.empty()) table_.content_id = seen_.content_id = document_id(table_);
  seen_tables_[key_] = std::move(seen_);
  for (SectionRow const& row : table_.sections) {
    if (row.before == table_.records.size()) table_.legends.emplace_back(row.text);
  }
  if (!table_.records.empty() || !table_.sections.empty() || !table_.skipped.empty()) target_.table(std::move(table_));
}

void TableBuilder::hand_out_part() {
  constexpr std::size_t most_first_rows = 8192;  // legends below them are still used for all
  constexpr std::size_t most_next_rows = 1024;   // fit the processor's cache
  std::size_t const most_rows = rows_before_ == 0 ? most_first_rows : most_next_rows;
  constexpr std::size_t most_text = std::size_t{16} << 20U;
  if (table_.records.size() + table_.skipped.size() < most_rows && text_size_ < most_text) return;
  if (!is_named(table_) && table_.content_id.empty()) table_.content_id = seen_.content_id = document_id(table_);
  RecordTable next;
  next.document = table_.document;
  next.content_id = table_.content_id;
  next.continues = true;
  next.index = table_.index;
  next.part = table_.part;
  next.label = table_.label;
  next.caption = table_.caption;
  next.caption_caret = table_.caption_caret;
  next.legends = table_.legends;
  next.headers = table_.headers;
  next.roles = table_.roles;
  next.records.reserve(most_next_rows);
  rows_before_ += table_.records.size();
  for (; !table_.sections.empty() && table_.sections.back().before == table_.records.size(); table_.sections.pop_back()) {
    SectionRow row = table_.sections.back();
    row.text = next.text.store(row.text);
    row.doubt = next.text.store(row.doubt);
    row.before = 0;
    next.sections.insert(next.sections.begin(), row);
  }
  target_.table(std::exchange(table_, std::move(next)));
  text_size_ = 0;
  stored_section_ = {};
}

void TableBuilder::take_fields(std::span<RawCell const> cells) {
  bool news = false;
  for (std::size_t i = 0; i < described_.size(); ++i) {
    std::string_view const words = cells[described_[i]].text;
    if (!words.empty() && words != said_[i]) news = true;
  }
  if (!news) return;
  Fields row;
  for (std::size_t i = 0; i < described_.size(); ++i) {
    RawCell const& cell = cells[described_[i]];
    Role const role = all_roles_[described_[i]];
    said_[i] = cell.text;
    set_field(row, role, cell.text);
    if (role == Role::caption) row.caption_caret = cell.caret;
  }
  bool const same_document = agrees(document_roles, row, row_);
  bool const same_table = same_document && agrees(table_roles, row, row_);
  Fields before;  // what the row leaves open and the rows above said of the same thing
  if (same_document) before.document = row_.document;
  if (same_table) before = row_;
  fill(row, before);
  hand_out();
  row_ = std::move(row);
}

void TableBuilder::add_legend(std::string_view legend, Caret caret) {
  if (!open_) open_table();
  table_.legends.emplace_back(trim(legend));
  if (rows_before_ == 0) return;
  caret.input = input_.number;
  diagnostics_.add({Severity::warning, caret, fmt::format("this legend of a long table is not used for its first {} rows", rows_before_),
                    "put it above the header: #legend: ...", std::string{legend}});
}

bool TableBuilder::is_section(std::span<RawCell const> cells) const {
  if (roles_.size() < 3 || says_something(roles_.front())) return false;
  if (has_words(cells.back().text) && !describes_document(all_roles_.back())) return false;
  bool is_first = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (describes_document(all_roles_[i])) continue;
    if (has_words(cells[i].text) != is_first) return false;
    is_first = false;
  }
  return true;
}

void TableBuilder::fill_cell(Cell& cell, RawCell const& raw, Role role, std::size_t column) {
  std::string_view const words = trim(raw.text);
  cell.role = role;
  cell.column = static_cast<std::uint16_t>(column);
  cell.text = table_.text.store(words);
  cell.caret = raw.caret;
  cell.printed = raw.printed.empty() || raw.printed == words ? cell.text : table_.text.store(raw.printed);
  cell.caret.byte += static_cast<std::uint32_t>(words.empty() ? 0 : words.data() - raw.text.data());
  if (role == Role::reference) {
    cell.references = references_of(cell.text, table_.text);
  } else if (role != Role::id) {
    CitedText cited = cut_citations(cell.text, table_.text);
    cell.text = cited.text;
    cell.references = std::move(cited.references);
  }
  for (std::string_view const reference : raw.references) {
    if (std::ranges::find(cell.references, reference) == cell.references.end()) cell.references.push_back(table_.text.store(reference));
  }
  text_size_ += words.size();
}

void TableBuilder::add_section(std::string_view words, std::uint32_t columns, Caret caret, std::string_view doubt) {
  if (!open_) open_table();
  bool const goes_on = !table_.sections.empty() && table_.sections.back().before == table_.records.size();
  table_.sections.push_back({table_.text.store(words), columns, table_.records.size(), caret, table_.text.store(doubt)});
  set_section(goes_on ? section_ + " / " + std::string{words} : std::string{words});
}

void TableBuilder::name_row(Record& record, std::string_view id) {
  std::string ordinal;
  if (id.empty()) id = record.id;
  if (id.empty()) id = ordinal = std::to_string(seen_.rows);
  bool const has_ids = !record.id.empty() || ordinal.empty() || std::ranges::find(roles_, Role::id) != roles_.end();
  std::string const name = has_ids ? seen_.ids.distinct(id) : std::string{id};
  if (name != record.id) record.id = table_.text.store(name);
  if (name == id) return;
  if (++renamed_ > 1) return;
  first_renamed_ = record.caret;
  first_name_ = name;
}

void TableBuilder::add_row(std::span<RawCell const> cells, Caret caret, RowFields const& fields, std::string_view doubt) {
  if (std::ranges::none_of(cells, [](RawCell const& cell) { return has_words(cell.text); })) return;
  take_fields(cells);
  if (!open_) open_table();
  if (fields.section && *fields.section != section_) set_section(*fields.section);
  if (is_section(cells)) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!describes_document(all_roles_[i]) && !trim(cells[i].text).empty()) add_section(trim(cells[i].text), 1, caret);
    }
    return;
  }
  Record record;
  record.caret = caret;
  record.cells.reserve(roles_.size());
  bool has_words = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (describes_document(all_roles_[i])) continue;
    std::size_t const column = record.cells.size();
    fill_cell(record.cells.emplace_back(), cells[i], all_roles_[i], column);
    if (all_roles_[i] == Role::id) record.id = record.cells.back().text;
    if (all_roles_[i] == Role::section && !record.cells.back().text.empty()) set_section(record.cells.back().text);
    if (!record.cells.back().text.empty()) has_words = true;
  }
  if (!has_words) return;  // a row that only describes the document
  if (stored_section_.empty()) stored_section_ = table_.text.store(section_);
  record.section = stored_section_;
  record.doubt = table_.text.store(doubt);
  ++seen_.rows;
  ++records_;
  name_row(record, fields.id);
  table_.records.push_back(std::move(record));
  hand_out_part();
}

void TableBuilder::skip_row(Caret caret, std::string_view line, std::string_view row, std::string message, std::string hint) {
  if (!open_) open_table();
  ++seen_.rows;
  table_.skipped.emplace_back(row);
  ++skipped_;
  diagnostics_.add({Severity::error, caret, std::move(message), std::move(hint), excerpt_of(line, caret)});
  hand_out_part();
}

void TableBuilder::finish() {
  hand_out();
  if (renamed_ != 0) {
    diagnostics_.add({Severity::note,
                      first_renamed_,
                      fmt::format("{} the id of a row above; told apart as in {}",
                                  renamed_ == 1 ? "this row has" : fmt::format("{} rows have", renamed_), quoted(first_name_)),
                      {},
                      {}});
  }
  if (records_ != 0) return;
  std::string const place{diagnostics_.input_name(input_.number)};
  if (skipped_ == 0 && diagnostics_.count(Severity::error) != 0)
    throw Error(place, "no row above could be used", "correct what is said above");
  if (skipped_ == 0) {
    throw Error(fmt::format("{}:{}", place, header_caret_.line), "there are no rows below the header", "check that the table is whole");
  }
  throw Error(place,
              skipped_ == 1 ? std::string{"its only row could not be used"} : fmt::format("none of its {} rows could be used", skipped_),
              "correct what is said of each row");
}

}  // namespace mechgraph
