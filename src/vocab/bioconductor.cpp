// SQLite files of Bioconductor: genes of an organism (org.Hs.eg.sqlite) and the Gene Ontology (GO.sqlite).
#include <array>
#include <memory>
#include <string>
#include <vector>

#include <sqlite3.h>

#include "base/error.hpp"
#include "vocab/importer.hpp"

namespace mechgraph {
namespace {

class Database {
 public:
  explicit Database(std::string const& path) : path_(path) {
    sqlite3* opened = nullptr;
    int const code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) fail();
    sqlite3_exec(opened, "PRAGMA query_only=1; PRAGMA trusted_schema=0; PRAGMA mmap_size=1073741824", nullptr, nullptr, nullptr);
  }

  [[nodiscard]] bool has_table(std::string_view name) const {
    bool found = false;
    each("select name from sqlite_master where type='table'", [&](auto const& column) { found = found || column(0) == name; });
    return found;
  }

  // Calls take(column) for every row; column(i) is the text of a column.
  template <class Take>
  void each(char const* query, Take const& take) const {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database_.get(), query, -1, &prepared, nullptr) != SQLITE_OK) fail();
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> const statement(prepared, &sqlite3_finalize);
    auto const column = [&](int number) {
      auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(prepared, number));
      auto const size = static_cast<std::size_t>(sqlite3_column_bytes(prepared, number));
      return bytes == nullptr ? std::string_view{} : std::string_view{bytes, size};
    };
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(prepared)) == SQLITE_ROW) take(column);
    if (code != SQLITE_DONE) fail();
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(path_, std::string("is an SQLite file that can not be used: ") + sqlite3_errmsg(database_.get()),
                "unpack it again, with './dev vocab'");
  }

  std::string path_;
  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database_{nullptr, &sqlite3_close};
};

std::string metadata(Database const& database, std::string_view key) {
  std::string value;
  database.each("select name, value from metadata", [&](auto const& column) {
    if (column(0) == key) value = column(1);
  });
  return value;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// NCBI calls both "ncRNA"; the names tell them apart.
std::string gene_space(std::string_view type, std::string_view name) {
  if (type != "ncRNA") return std::string(type);
  if (name.starts_with("microRNA ")) return "microRNA";
  bool const long_one = contains(name, "long intergenic") || contains(name, "long non-coding") || contains(name, "long noncoding") ||
                        contains(name, "non-protein coding") || contains(name, "antisense RNA") || contains(name, "intronic transcript");
  return long_one ? "lncRNA" : std::string(type);
}

void read_genes(Database const& database, VocabularyBuilder& builder) {
  builder.info().name = metadata(database, "EGSOURCENAME");
  builder.info().version = metadata(database, "EGSOURCEDATE");
  std::string const types = database.has_table("genetype") ? "(select gene_type from genetype t where t._id = g._id)" : "''";
  std::string const query =
      "select g._id, g.gene_id, i.symbol, i.gene_name, " + types +
      ", a.alias_symbol from genes g join gene_info i using(_id) left join alias a using(_id) order by g._id, a.rowid";
  VocabularyEntry entry;
  std::string id;
  database.each(query.c_str(), [&](auto const& column) {
    if (column(0) != id) {
      builder.add(std::move(entry));
      entry = {};
      id = column(0);
      entry.curie = "NCBIGene:" + std::string(column(1));
      entry.label = column(2);
      entry.symbol = true;
      entry.space = gene_space(column(4), column(3));
      entry.forms.push_back({std::string(column(3)), FormScope::exact, false});
    }
    if (column(5) != column(2)) entry.forms.push_back({std::string(column(5)), FormScope::unscoped, true});
  });
  builder.add(std::move(entry));
}

struct Part {
  std::string_view letters;
  std::string_view space;
  char const* parents;
};
constexpr std::array go_parts{Part{"BP", "biological_process",
                                   "select c.go_id, r.relationship_type, p.go_id from go_bp_parents r join go_term c on c._id = r._id join "
                                   "go_term p on p._id = r._parent_id"},
                              Part{"CC", "cellular_component",
                                   "select c.go_id, r.relationship_type, p.go_id from go_cc_parents r join go_term c on c._id = r._id join "
                                   "go_term p on p._id = r._parent_id"},
                              Part{"MF", "molecular_function",
                                   "select c.go_id, r.relationship_type, p.go_id from go_mf_parents r join go_term c on c._id = r._id join "
                                   "go_term p on p._id = r._parent_id"}};

void read_go(Database const& database, VocabularyBuilder& builder) {
  builder.info().name = metadata(database, "GOSOURCENAME");
  builder.info().version = metadata(database, "GOSOURCEDATE");
  VocabularyEntry entry;
  std::string id;
  database.each(
      "select t.go_id, t.term, t.ontology, s.synonym, s.secondary from go_term t left join go_synonym s using(_id) order by t._id, s.rowid",
      [&](auto const& column) {
        if (column(0) != id) {
          builder.add(std::move(entry));
          entry = {};
          id = entry.curie = column(0);
          entry.label = column(1);
          for (Part const& part : go_parts) {
            if (part.letters == column(2)) entry.space = part.space;
          }
        }
        if (!column(4).empty()) {
          entry.alternatives.emplace_back(column(4));
        } else if (!column(3).empty()) {
          entry.forms.push_back({std::string(column(3)), FormScope::unscoped, false});
        }
      });
  builder.add(std::move(entry));
  for (Part const& part : go_parts) {
    database.each(part.parents, [&](auto const& column) {
      bool const is_a = column(1) == "isa" || column(1) == "is_a";
      if (is_a || column(1) == "part of" || column(1) == "part_of") {
        builder.add_parent(column(0), is_a ? "is_a" : "part_of", column(2));
      }
    });
  }
  database.each("select go_id, term, ontology from go_obsolete", [&](auto const& column) {
    VocabularyEntry obsolete;
    obsolete.curie = column(0);
    obsolete.label = column(1);
    constexpr std::string_view mark = "obsolete ";
    if (obsolete.label.starts_with(mark)) obsolete.label.erase(0, mark.size());
    obsolete.obsolete = true;
    builder.add(std::move(obsolete));
  });
}

void read(VocabularyInput const& input, VocabularyBuilder& builder, Diagnostics&) {
  Database const database(input.path);
  if (database.has_table("go_term")) {
    read_go(database, builder);
  } else if (database.has_table("gene_info") && database.has_table("genes") && database.has_table("alias")) {
    read_genes(database, builder);
  } else {
    throw Error(input.path, "is an SQLite file without the tables of a Bioconductor vocabulary", "give org.Hs.eg.sqlite or GO.sqlite");
  }
}

}  // namespace

extern VocabularyImporter const bioconductor_importer;
VocabularyImporter const bioconductor_importer{"bioconductor", "an SQLite file of Bioconductor (org.Hs.eg.sqlite, GO.sqlite)", false,
                                               [](std::string_view head) { return head.starts_with("SQLite format 3"); }, read};

}  // namespace mechgraph
