// One SQLite database, ready to be asked.
#include <sqlite3.h>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/sql_tables.hpp"

namespace mechgraph {
namespace {

// "mgdb": what `file` and the pragma application_id tell these databases by.
constexpr std::uint32_t application_id = 0x6D676462U;

class Database {
 public:
  explicit Database(std::string const& path) {
    int const result = sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, nullptr);
    if (result != SQLITE_OK) {
      std::string const why = message();
      sqlite3_close(handle_);
      throw Error("", "the database cannot be written: " + why);
    }
  }
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;
  ~Database() { sqlite3_close(handle_); }

  [[nodiscard]] sqlite3* handle() const noexcept { return handle_; }
  [[nodiscard]] std::string message() const { return sqlite3_errmsg(handle_); }

  void run(std::string const& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const { throw Error("", "the database cannot be written: " + message()); }

 private:
  sqlite3* handle_ = nullptr;
};

// Rows of one table through one prepared statement.
class Inserts final : public RowWriter {
 public:
  Inserts(Database const& database, SqlTable const& table) : database_(database) {
    std::string sql = "INSERT INTO " + std::string{table.name} + " VALUES (";
    for (std::size_t i = 0; i < table.columns.size(); ++i) sql += i == 0 ? "?" : ", ?";
    sql += ")";
    if (sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) database.fail();
  }
  Inserts(Inserts const&) = delete;
  Inserts& operator=(Inserts const&) = delete;
  ~Inserts() override { sqlite3_finalize(statement_); }

  void text(std::string_view text) override {
    if (text.empty()) return missing();
    std::string const clean = database_text(text);
    check(sqlite3_bind_text64(statement_, ++column_, clean.data(), clean.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  void number(std::int64_t number) override { check(sqlite3_bind_int64(statement_, ++column_, number)); }
  void per_mille(std::uint16_t thousandths) override { check(sqlite3_bind_double(statement_, ++column_, thousandths / 1000.0)); }
  void missing() override { check(sqlite3_bind_null(statement_, ++column_)); }
  void end_row() override {
    column_ = 0;
    if (sqlite3_step(statement_) != SQLITE_DONE) database_.fail();
    check(sqlite3_reset(statement_));
  }

 private:
  void check(int result) const {
    if (result != SQLITE_OK) database_.fail();
  }

  Database const& database_;
  sqlite3_stmt* statement_ = nullptr;
  int column_ = 0;
};

void fill(Database& database, Graph const& graph) {
  // Nobody sees the file before it is whole, so that it needs neither a journal nor a lock.
  database.run(
      "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
      "PRAGMA cache_size = -65536; PRAGMA application_id = " +
      std::to_string(application_id) + "; PRAGMA user_version = 1; BEGIN;\n" + sql_schema());
  {
    std::vector<std::unique_ptr<Inserts>> inserts;
    std::array<RowWriter*, sql_table_count> tables{};
    for (SqlTable const& table : sql_tables()) {
      inserts.push_back(std::make_unique<Inserts>(database, table));
      tables[inserts.size() - 1] = inserts.back().get();
    }
    write_sql_rows(graph, tables);
  }
  database.run(std::string{sql_indexes()} + sql_views() + "COMMIT;");
}

// The header's marks of how often, and by which version of the library, the file was written (SQLite file format, section 1.3) depend on
// the machine: equal graphs shall give equal bytes.
constexpr std::pair<std::size_t, std::string_view> fixed_bytes[] = {
    {24, std::string_view{"\0\0\0\1", 4}},         // changes
    {92, std::string_view{"\0\0\0\1", 4}},         // changes when the version was noted
    {96, std::string_view{"\0\x2E\x63\x01", 4}}};  // version 3.40.1

void write_sqlite(Graph const& graph, ExportOptions const&, Sink& sink) {
  if (std::string const path = sink.file(); !path.empty()) {
    {
      Database database{path};
      fill(database, graph);
    }
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    for (auto const& [place, bytes] : fixed_bytes) {
      file.seekp(static_cast<std::streamoff>(place));
      file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    if (!file.flush()) throw Error("", "the database cannot be written");
    return;
  }
  Database database{":memory:"};  // a pipe can not be written here and there
  fill(database, graph);
  sqlite3_int64 size = 0;
  std::unique_ptr<unsigned char, decltype(&sqlite3_free)> const bytes{sqlite3_serialize(database.handle(), "main", &size, 0), sqlite3_free};
  if (bytes == nullptr) throw Error("", "there is no memory for the database; write it to a file");
  std::string_view const whole{static_cast<char const*>(static_cast<void const*>(bytes.get())), static_cast<std::size_t>(size)};
  std::size_t at = 0;
  for (auto const& [place, fixed] : fixed_bytes) {
    sink.write(whole.substr(at, place - at));
    sink.write(fixed);
    at = place + fixed.size();
  }
  sink.write(whole.substr(at));
}

}  // namespace

extern Exporter const sqlite_exporter{"sqlite",
                                      ".sqlite",
                                      "an SQLite database with a view of all mechanism paths, for SQL in any language",
                                      {Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept, Fidelity::kept},
                                      write_sqlite};

}  // namespace mechgraph
