// records: what was read, before any interpretation; with --mentions the terms found.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/read_inputs.hpp"
#include "cli/report.hpp"
#include "exporters/json.hpp"
#include "exporters/witness_json.hpp"
#include "graph/lower.hpp"
#include "interpret/interpreter.hpp"

namespace mechgraph {
namespace {

// The columns of the text output: every role that a cell of a row can have.
constexpr std::array row_roles{Role::source, Role::model, Role::intervention, Role::disease, Role::cargo,     Role::mechanism,
                               Role::dose,   Role::route, Role::time,         Role::result,  Role::reference, Role::other};

template <class Line>
void append_cell(Line& line, std::string_view text) {
  for (char const byte : text) line += byte == '\t' || byte == '\n' || byte == '\r' ? ' ' : byte;
}

// Tabs and line ends. Counts pieces in bytes, so that compilers use wide registers.
std::size_t count_separators(std::string_view line) {
  constexpr std::size_t piece = 128;
  std::size_t found = 0;
  for (; !line.empty(); line.remove_prefix(std::min(piece, line.size()))) {
    unsigned char here = 0;
    for (char const byte : line.substr(0, piece)) {
      here = static_cast<unsigned char>(here + static_cast<unsigned char>((byte == '\t') | (byte == '\n') | (byte == '\r')));
    }
    found += here;
  }
  return found;
}

void append_document(JsonWriter& json, RecordTable const& table, bool with_legends = false) {
  json.key("document").begin_object();
  document_members(json, {.id = {},
                          .doi = table.document.doi,
                          .pmid = table.document.pmid,
                          .pmcid = table.document.pmcid,
                          .title = table.document.title,
                          .journal = table.document.journal,
                          .year = table.document.year,
                          .licence = table.document.licence});
  json.end_object();
  json.key("table").begin_object();
  json.key("index").value(table.index);
  if (table.part != 0) json.key("part").value(table.part);
  json.member("label", table.label);
  json.member("caption", table.caption);
  if (with_legends && !table.legends.empty()) {
    json.key("legends").begin_array();
    for (std::string const& legend : table.legends) json.value(legend);
    json.end_array();
  }
  json.end_object();
}

std::string document_name(Document const& document) {
  if (!document.doi.empty()) return "DOI:" + document.doi;
  if (!document.pmid.empty()) return "PMID:" + document.pmid;
  if (!document.pmcid.empty()) return "PMCID:" + document.pmcid;
  return document.title;
}

// Writes tables as they come; `out` gets whole lines.
class Rows {
 public:
  Rows(Sink& out, bool as_json) : out_(out), as_json_(as_json) {
    if (as_json_) return;
    std::string head = "document\ttable\trecord\tsection";
    for (Role const role : row_roles) head += '\t' + std::string{name(role)};
    out_.print(head, '\n');
  }

  void table(RecordTable const& table) {
    if (as_json_) {
      begin_json(table);
    } else {
      begin_text(table);
    }
    auto next = table.sections.begin();
    for (std::size_t row = 0; row <= table.records.size(); ++row) {
      for (; next != table.sections.end() && next->before == row; ++next) {
        if (as_json_) section_line(table, *next);
      }
      if (row == table.records.size()) break;
      if (as_json_) {
        json_line(table, table.records[row]);
      } else {
        text_line(table, table.records[row]);
      }
      line_ += '\n';
      out_.write(line_);
    }
  }

 private:
  // A row that is no record, with what it shows in each column.
  void section_line(RecordTable const& table, SectionRow const& section) {
    TextBuffer line;
    JsonWriter json{line};
    json.begin_object();
    append_document(json, table);
    json.key("section").value(true);
    if (!section.doubt.empty()) json.key("uncertain").value(true);
    json.key("text").value(section.text);
    json.key("cells").begin_array();
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
      json.begin_object();
      json.key("header").value(table.headers[column]);
      json.key("role").null();
      json.key("text").value(column < section.columns ? section.text : std::string_view{});
      json.end_object();
    }
    json.end_array();
    json.end_object();
    out_.print(line, '\n');
  }

  // What all rows of a table say in the same words.
  void begin_json(RecordTable const& table) {
    head_.clear();
    JsonWriter json{head_};
    append_document(json, table, true);
    cell_heads_.clear();
    cell_heads_.resize(table.headers.size());
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
      JsonWriter cell{cell_heads_[column]};
      cell.key("header").value(table.headers[column]);
      cell.key("role");
      if (table.roles[column] == Role::other) {
        cell.null();
      } else {
        cell.value(name(table.roles[column]));
      }
    }
  }

  void begin_text(RecordTable const& table) {
    head_.clear();
    append_cell(head_, document_name(table.document));
    head_ += '\t';
    append_cell(head_, table_name(table));
    for (std::size_t i = 0; i < row_roles.size(); ++i) {
      columns_[i].clear();
      for (std::size_t column = 0; column < table.roles.size(); ++column) {
        if (table.roles[column] == row_roles[i]) columns_[i].push_back(column);
      }
    }
  }

  void json_line(RecordTable const& table, Record const& record) {
    line_.clear();
    JsonWriter json{line_};
    json.begin_object();
    json.literal(head_);
    json.key("record").value(record.id);
    json.member("under", record.section);
    if (!record.doubt.empty()) json.key("uncertain").value(true);
    json.key("cells").begin_array();
    for (Cell const& cell : record.cells) {
      json.begin_object();
      json.literal(cell_heads_[cell.column]);
      json.key("text").value(cell.printed);
      json.key("references").begin_array();
      for (std::string_view const reference : cell.references) json.value(reference);
      json.end_array();
      cited(json, table, cell);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }

  // What the references of a cell stand for; no member where nothing is known.
  static void cited(JsonWriter& json, RecordTable const& table, Cell const& cell) {
    bool any = false;
    for (std::string_view const reference : cell.references) {
      auto const works = std::ranges::equal_range(table.citations, reference, {}, &Citation::reference);
      for (Citation const& citation : works) {
        if (!any) json.key("cited").begin_array();
        any = true;
        Work const& work = citation.work;
        cited_object(json, reference, {work.doi, work.pmid, work.pmcid});
      }
    }
    if (any) json.end_array();
  }

  void text_line(RecordTable const& table, Record const& record) {
    constexpr std::size_t separators = 3 + row_roles.size();
    fill_line(table, record, [](TextBuffer& line, std::string_view text) { line += text; });
    if (count_separators(line_) != separators) fill_line(table, record, append_cell<TextBuffer>);
  }

  template <class Append>
  void fill_line(RecordTable const& table, Record const& record, Append append) {
    line_.clear();
    line_ += head_.view();
    line_ += '\t';
    append(line_, record.id);
    line_ += '\t';
    append(line_, record.section);
    for (std::size_t i = 0; i < row_roles.size(); ++i) {
      line_ += '\t';
      std::string_view gap;
      if (row_roles[i] == Role::reference) {
        for (Cell const& cell : record.cells) {
          for (std::string_view const reference : cell.references) {
            line_ += gap;
            append(line_, reference);
            gap = ",";
          }
        }
        continue;
      }
      for (std::size_t const column : columns_[i]) {
        Cell const& cell = record.cells[column];
        if (cell.text.empty()) continue;
        line_ += gap;
        if (row_roles[i] == Role::other) {
          append(line_, table.headers[column]);
          line_ += '=';
        }
        append(line_, cell.text);
        gap = " | ";
      }
    }
  }

  Sink& out_;
  bool as_json_;
  TextBuffer line_;
  TextBuffer head_;                                                 // of each line of the table
  std::vector<TextBuffer> cell_heads_;                              // JSON: of each cell, by column
  std::array<std::vector<std::size_t>, row_roles.size()> columns_;  // text: those with each role
};

// Writes the mentions of tables as they come: a line each. Offsets count code points of the cell.
class Mentions {
 public:
  Mentions(Sink& out, bool as_json, std::shared_ptr<Lexicon const> const& lexicon)
      : out_(out), as_json_(as_json), ontology_(lexicon->ontology()), interpreter_(lexicon) {
    if (!as_json_) out_.write("document\ttable\trecord\tfield\tstart\tend\ttext\tkey\tid\tlabel\ttype\tmatch\n");
  }

  void table(RecordTable const& table) {
    auto const mentions = interpreter_.mentions(table);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      Record const& record = table.records[i];
      Counter counter;
      for (CellMention const& mention : mentions[i]) {
        Span const points = counter.code_points(*mention.cell, mention.mention.span);
        std::string line = as_json_ ? json_line(table, record, mention, points) : text_line(table, record, mention, points);
        line += '\n';
        out_.write(line);
      }
    }
  }

 private:
  // Bytes → code points of a cell; goes on from the mention before, so that a cell is counted once.
  class Counter {
   public:
    Span code_points(Cell const& cell, Span bytes) {
      if (&cell != cell_ || bytes.begin < at_) {
        cell_ = &cell;
        at_ = count_ = 0;
      }
      count_ += size(cell.text, at_, bytes.begin);
      at_ = bytes.begin;
      return {count_, count_ + size(cell.text, bytes.begin, bytes.end)};
    }

   private:
    static std::uint32_t size(std::string_view text, std::uint32_t begin, std::uint32_t end) {
      return static_cast<std::uint32_t>(count_code_points(text.substr(begin, end - begin)));
    }

    Cell const* cell_ = nullptr;
    std::uint32_t at_ = 0;
    std::uint32_t count_ = 0;
  };

  // What a mention is of; all empty where the words are unresolved.
  struct Named {
    std::string key, id, label, type;
  };
  [[nodiscard]] Named named(Mention const& mention) const {
    if (mention.term) {
      Term const& term = ontology_.term(*mention.term);
      return {term.key, term.id, term.label, ontology_.type(term.type).name};
    }
    if (mention.name) return {"", node_id(Entity{*mention.name}, ontology_), mention.name->words, ontology_.type(*mention.name->type).name};
    return {};
  }

  [[nodiscard]] std::string json_line(RecordTable const& table, Record const& record, CellMention const& mention, Span points) const {
    std::string_view const cell = mention.cell->text;
    TextBuffer line;
    JsonWriter json{line};
    json.begin_object();
    append_document(json, table);
    json.key("record").value(record.id);
    json.key("field").value(name(mention.cell->role));
    json.key("start").value(points.begin);
    json.key("end").value(points.end);
    json.key("text").value(cut(cell, mention.mention.span));
    Named const found = named(mention.mention);
    if (!found.key.empty()) json.key("key").value(found.key);
    if (!found.id.empty()) {
      json.key("id").value(found.id);
      json.key("label").value(found.label);
      json.key("type").value(found.type);
    }
    json.key("match").value(name(mention.mention.match));
    json.end_object();
    return line.str();
  }

  [[nodiscard]] std::string text_line(RecordTable const& table, Record const& record, CellMention const& mention, Span points) const {
    std::string_view const cell = mention.cell->text;
    std::string line;
    append_cell(line, document_name(table.document));
    auto const add = [&](std::string_view text) {
      line += '\t';
      append_cell(line, text);
    };
    add(table_name(table));
    add(record.id);
    add(name(mention.cell->role));
    add(std::to_string(points.begin));
    add(std::to_string(points.end));
    add(cut(cell, mention.mention.span));
    Named const found = named(mention.mention);
    add(found.key);
    add(found.id);
    add(found.label);
    add(found.type);
    add(name(mention.mention.match));
    return line;
  }

  Sink& out_;
  bool as_json_;
  Ontology const& ontology_;
  Interpreter interpreter_;
};

int run(Options const& options, Report& report) {
  LazyLexicon lexicon{load_ontology(options)};
  // With --strict nothing may be written once there is a finding, so everything is kept until the end.
  std::string kept;
  Sink standard = standard_output();
  Sink buffer = Sink::to_string(kept);
  Sink& out = options.strict ? buffer : standard;
  if (options.mentions) {
    Mentions mentions{out, options.json, lexicon.get()};
    read_inputs(options, lexicon, report, [&](RecordTable&& table) { mentions.table(table); }, {});
  } else {
    Rows rows{out, options.json};
    read_inputs(options, lexicon, report, [&](RecordTable&& table) { rows.table(table); }, {});
  }
  if (options.strict) standard.write(kept);
  standard.close();
  return report.findings() > 0 ? 1 : 0;
}

}  // namespace

extern Command const records_command;
Command const records_command{
    "records",
    "what was read: documents, tables and rows by role, before any interpretation",
    "INPUT...",
    "",
    "  mechgraph records table.txt\n"
    "  mechgraph records table.txt --json | head -n 1\n"
    "  mechgraph records table.txt --mentions --json\n",
    takes::inputs | takes::json | takes::records,
    run,
};

}  // namespace mechgraph
