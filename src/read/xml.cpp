// Article XML (JATS, NLM): the tables of each article.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/columns.hpp"
#include "read/jats_article.hpp"
#include "read/jats_parse.hpp"
#include "read/jats_references.hpp"
#include "read/jats_scan.hpp"
#include "read/jats_table.hpp"
#include "read/quote.hpp"
#include "read/table_builder.hpp"
#include "read/text_policy.hpp"

namespace mechgraph {
namespace {

constexpr std::string_view header_joint = " / ";

// A merged header has the role of the whole, else of its last part that has one.
ReadOptions with_merged_headers(ReadOptions options) {
  if (!options.header_role) return options;
  options.header_role = [whole = options.header_role](std::string_view header) -> std::optional<Role> {
    if (auto const role = whole(header)) return role;
    std::string_view rest = header;
    for (std::size_t joint = rest.rfind(header_joint); joint != std::string_view::npos; joint = rest.rfind(header_joint)) {
      if (auto const role = whole(rest.substr(joint + header_joint.size()))) return role;
      rest = rest.substr(0, joint);
    }
    return rest.size() == header.size() ? std::nullopt : whole(rest);
  };
  return options;
}

// The tables of one input on their way into a TableBuilder. What that can not carry, the links of citations, is put into the records as
// they come out.
class ArticleTables {
 public:
  ArticleTables(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target,
                SourcePlaces const& places, char const* buffer)
      : options_(with_merged_headers(options)),
        diagnostics_(diagnostics),
        places_(places),
        buffer_(buffer),
        target_{[this, &target](RecordTable&& table) {
                  complete(table);
                  target.table(std::move(table));
                },
                target.graph},
        builder_(input, options, diagnostics, target_) {}

  void read_article(XmlNode const& article) {
    builder_.flush();
    std::vector<JatsArticle> const parts = articles_in(article, buffer_, unknown_);
    std::uint32_t index = 0;
    for (JatsArticle const& part : parts) {
      for (JatsWrap const& wrap : part.wraps) index += wrap.is_bare ? 0 : 1;
    }
    std::uint32_t bare = index;  // tables that stand in no wrap are counted behind those that do
    index = 0;
    ArticleReferences const whole{article, buffer_};
    for (JatsArticle const& part : parts) {
      builder_.flush();
      references_ = part.node == &article ? whole : ArticleReferences{*part.node, buffer_};
      if (references_.list().size() == 0) references_ = whole;
      for (JatsWrap wrap : part.wraps) {
        ++wraps_;
        wrap.fields.index = wrap.is_bare ? ++bare : ++index;
        read_wrap(wrap);
      }
    }
  }

  void finish(std::string_view input_name) {
    if (unknown_.count != 0) {
      diagnostics_.add({Severity::note, Caret{places_.caret(0).input, 0, 0},
                        fmt::format("{} unknown entit{} kept as printed, the first is {}", unknown_.count,
                                    unknown_.count == 1 ? "y is" : "ies are", unknown_.first),
                        "write the character itself", ""});
    }
    say_replaced(diagnostics_, places_.caret(0).input, unknown_.replaced);
    if (used_ != 0) return builder_.finish();
    if (wraps_ == 0) {
      throw Error(std::string{input_name}, "the article has no tables",
                  "tables that are pictures or stand in another file can not be read: copy them into a text file");
    }
    throw Error(std::string{input_name}, "none of its tables can be used: " + unused_,
                only_pictures_ ? "copy their text into a file" : "say which column holds results: --columns result=\"HEADER\"");
  }

 private:
  struct Row {
    std::size_t number = 0;  // in the grid
    Caret caret;
  };

  // The table that the builder holds.
  struct Current {
    JatsTable table;
    std::vector<std::size_t> columns;  // in the grid, of each header of the RecordTable
    std::vector<Row> rows;
    std::size_t next_row = 0;
  };

  static std::string name_of(JatsWrap const& wrap) {
    std::string const label = wrap.fields.label.empty() ? "a table without a label" : wrap.fields.label;
    return wrap.fields.caption.empty() ? label : label + " " + quoted(wrap.fields.caption);
  }

  void skip(JatsWrap const& wrap, Severity severity, std::string_view reason, std::string hint) {
    constexpr std::size_t most_listed = 2000;  // bytes
    std::string const name = name_of(wrap);
    if (unused_.size() < most_listed) {
      unused_ += (unused_.empty() ? "" : ", ") + name;
    } else if (!unused_.ends_with('\xA6')) {
      unused_ += " \u2026";
    }
    diagnostics_.add(
        {severity, places_.caret(wrap.at), fmt::format("{}: {}; skipped", name, reason), std::move(hint), places_.excerpt(wrap.at)});
  }

  void read_wrap(JatsWrap& wrap) {
    if (wrap.caption_at != 0) wrap.fields.caption_caret = places_.caret(wrap.caption_at);
    if (wrap.tables.empty()) return skip(wrap, Severity::note, "a picture only", "copy its text into a file to have it read");
    only_pictures_ = false;
    std::vector<std::string> headers;  // of the table before, for one that goes on without headers
    for (XmlNode const* node : wrap.tables) {
      if (wrap.tables.size() > 1) ++wrap.fields.part;
      read_one(wrap, read_table(*node, buffer_, unknown_), headers);
    }
  }

  void read_one(JatsWrap const& wrap, JatsTable table, std::vector<std::string>& headers) {
    if (table.grid.too_large) {
      return skip(wrap, Severity::error, "its spanned cells make it larger than any table", "correct its rowspan and colspan");
    }
    if (table.grid.cut_cells != 0) {
      diagnostics_.add({Severity::warning, places_.caret(wrap.at),
                        fmt::format("{}: {} cell{} beyond column {}, cut off there", name_of(wrap), table.grid.cut_cells,
                                    table.grid.cut_cells == 1 ? " reaches" : "s reach", TableGrid::most_columns),
                        "correct its colspan", places_.excerpt(wrap.at)});
    }
    if (table.grid.rows.empty() || table.grid.columns == 0) return skip(wrap, Severity::note, "it has no rows", "");
    bool const goes_on = table.head_rows == 0 && headers.size() == table.grid.columns;
    if (!goes_on) {
      table.head_rows = std::max<std::size_t>(table.head_rows, 1);
      headers = merged_headers(table, table.head_rows);
    }
    std::size_t const head_at = first_word(table);
    std::vector<Header> shown;
    for (std::string const& header : headers) shown.push_back({header, places_.caret(head_at)});
    std::vector<Header> plain = shown;  // "Result" of "Result" with a footnote, unless --columns names it as printed
    std::vector<std::string> const unmarked = goes_on ? headers : merged_headers(table, table.head_rows, false);
    for (std::size_t i = 0; i < plain.size(); ++i) {
      bool const is_named = std::ranges::any_of(options_.columns, [&](auto const& column) { return trim(column.second) == shown[i].text; });
      if (!is_named) plain[i].text = unmarked[i];
    }
    std::vector<Role> roles;
    try {
      roles = assign_roles(plain, places_.excerpt(head_at), options_, diagnostics_);
    } catch (Error const& error) {
      headers.clear();
      return skip(wrap, Severity::note, error.what(), error.hint());
    }
    for (Role& role : roles) {  // "Title" or "DOI" over a column is that of the works in the table, not of the article
      bool const is_given = std::ranges::any_of(options_.columns, [&](auto const& column) { return column.first == role; });
      if (describes_document(role) && !is_given) role = Role::other;
    }
    ++used_;
    add_table(wrap.fields, std::move(table), shown, std::move(roles));
  }

  [[nodiscard]] std::size_t first_word(JatsTable const& table) const {
    std::uint32_t const cell = table.grid.rows.front().front();
    return cell == TableGrid::no_cell ? table.rows.front() : table.cells[cell].at;
  }

  void add_table(Fields const& fields, JatsTable table, std::vector<Header> const& headers, std::vector<Role> roles) {
    builder_.begin(fields, headers, roles);  // hands out the table before: only then may current_ change
    current_ = {};
    for (std::size_t column = 0; column < roles.size(); ++column) {
      if (!describes_document(roles[column])) current_.columns.push_back(column);
    }
    current_.table = std::move(table);
    std::vector<std::string> const texts = cell_texts(current_.table, roles);
    std::vector<RawCell> cells;
    for (std::size_t row = current_.table.head_rows; row < current_.table.grid.rows.size(); ++row) {
      auto const& slots = current_.table.grid.rows[row];
      Caret const caret = places_.caret(current_.table.rows[row]);
      if (auto const covered = covered_by_one(slots)) {
        builder_.add_section(one_line(current_.table.cells[slots.front()].text), *covered, caret);
        continue;
      }
      cells.clear();
      bool has_words = false;
      for (std::uint32_t const cell : slots) {
        if (cell == TableGrid::no_cell) {
          cells.push_back({{}, caret});
          continue;
        }
        MarkedText const& text = current_.table.cells[cell];
        cells.push_back({texts[cell], places_.caret(text.at), text.text});
        if (!texts[cell].empty()) has_words = true;
      }
      if (!has_words) continue;
      current_.rows.push_back({row, caret});
      builder_.add_row(cells, caret);
    }
  }

  // Each cell's text as the builder is to have it: without citations, apart from cells that hold nothing else by their column.
  static std::vector<std::string> cell_texts(JatsTable const& table, std::vector<Role> const& roles) {
    std::vector<std::string> texts(table.cells.size());
    for (auto const& row : table.grid.rows) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        std::uint32_t const cell = row[column];
        if (cell == TableGrid::no_cell || !texts[cell].empty()) continue;
        MarkedText const& text = table.cells[cell];
        texts[cell] = roles[column] == Role::reference ? text.text : without_citations(text);
      }
    }
    return texts;
  }

  // How many columns the first cell covers, where it is alone in its row and covers two at least.
  [[nodiscard]] std::optional<std::uint32_t> covered_by_one(std::vector<std::uint32_t> const& slots) const {
    std::uint32_t const first = slots.front();
    if (first == TableGrid::no_cell || current_.table.cells[first].text.empty()) return std::nullopt;
    std::uint32_t covered = 0;
    for (std::uint32_t const cell : slots) {
      if (cell == first) {
        ++covered;
      } else if (cell != TableGrid::no_cell && !current_.table.cells[cell].text.empty()) {
        return std::nullopt;
      }
    }
    return covered > 1 ? std::optional{covered} : std::nullopt;
  }

  void complete(RecordTable& table) {
    for (Record& record : table.records) {
      auto& next = current_.next_row;
      while (next < current_.rows.size() && current_.rows[next].caret != record.caret) ++next;
      if (next == current_.rows.size()) break;
      Row const& row = current_.rows[next];
      for (Cell& cell : record.cells) {
        std::uint32_t const number = current_.table.grid.rows[row.number][current_.columns[cell.column]];
        if (number != TableGrid::no_cell) add_links(cell, current_.table.cells[number], table);
      }
    }
    sort_citations(table);
    resolve(table, references_.list());  // numbers that are printed without a link
  }

  // The linked citations first, then those that the builder found beside them.
  void add_links(Cell& cell, MarkedText const& text, RecordTable& table) const {
    if (text.citations.empty()) return;
    Arena& arena = table.text;
    CellReferences references;
    for (LinkedReference const& work : linked_references(text)) {
      std::string_view const printed = arena.store(work.printed);
      references.push_back(printed);
      for (Work& known : references_.works(work)) table.citations.push_back({work.printed, std::move(known)});
    }
    std::size_t const linked = references.size();
    for (std::string_view const found : cell.references) {
      auto const* const end = references.begin() + linked;
      bool const known = found == cell.text || std::find(std::as_const(references).begin(), end, found) != end;
      if (!known) references.push_back(found);
    }
    cell.references = std::move(references);
  }

  ReadOptions options_;
  Diagnostics& diagnostics_;
  SourcePlaces const& places_;
  char const* buffer_;
  ReadTarget target_;
  TableBuilder builder_;
  Current current_;
  ArticleReferences references_;  // of the article that the table at hand stands in
  UnknownEntities unknown_;
  std::size_t wraps_ = 0;
  std::size_t used_ = 0;
  bool only_pictures_ = true;
  std::string unused_;
};

bool has_article(std::string_view head) {
  for (std::size_t at = head.find("article"); at != std::string_view::npos; at = head.find("article", at + 1)) {
    bool const begins = at > 0 && (head[at - 1] == '<' || head[at - 1] == ':');
    std::size_t const end = at + std::string_view{"article"}.size();
    if (begins && end < head.size() && (head[end] == '>' || head[end] == ' ' || head[end] == '\n' || head[end] == '\t')) return true;
  }
  return false;
}

int recognises(std::string_view, std::string_view head) {
  std::string_view const root = first_element(head);
  if (root.empty()) return 0;
  if (root == "article" || root == "pmc-articleset") return 100;
  return has_article(head) ? 90 : 5;
}

void read(Input const& input, ReadOptions const& options, Diagnostics& diagnostics, ReadTarget const& target) {
  ArticleParser parser{input, diagnostics};
  ArticleTables tables{input, options, diagnostics, target, parser.places(), parser.buffer()};
  parser.each([&](XmlNode const& article) { tables.read_article(article); });
  tables.finish(diagnostics.input_name(input.number));
}

}  // namespace

extern Reader const xml_reader;
Reader const xml_reader{"xml", "the tables of article XML (JATS, NLM), one article or many", false, recognises, read};

}  // namespace mechgraph
