// An SQLite database in memory, asked by SQL.
#pragma once

#include <sqlite3.h>

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace mechgraph {

class SqliteReader {
 public:
  SqliteReader() { BOOST_REQUIRE(sqlite3_open(":memory:", &handle_) == SQLITE_OK); }
  // `bytes` are those of a database file.
  explicit SqliteReader(std::string_view bytes) : SqliteReader() {
    auto* const copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), copy);
    auto const size = static_cast<sqlite3_int64>(bytes.size());
    BOOST_REQUIRE(sqlite3_deserialize(handle_, "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE) == SQLITE_OK);
  }
  SqliteReader(SqliteReader const&) = delete;
  SqliteReader& operator=(SqliteReader const&) = delete;
  ~SqliteReader() { sqlite3_close(handle_); }

  // All rows: cells joined by "|", a missing value is nothing. Parameters are bound in order.
  std::vector<std::string> ask(std::string const& sql, std::vector<std::string> const& parameters = {}) {
    sqlite3_stmt* statement = nullptr;
    BOOST_REQUIRE_MESSAGE(sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(handle_));
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      sqlite3_bind_text64(statement, static_cast<int>(i) + 1, parameters[i].data(), parameters[i].size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    std::vector<std::string> rows;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
      std::string row;
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        if (i > 0) row += '|';
        auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(statement, i));
        if (bytes != nullptr) row.append(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
      }
      rows.push_back(row);
    }
    BOOST_REQUIRE_MESSAGE(result == SQLITE_DONE, sqlite3_errmsg(handle_));
    sqlite3_finalize(statement);
    return rows;
  }
  std::string one(std::string const& sql, std::vector<std::string> const& parameters = {}) {
    auto const rows = ask(sql, parameters);
    BOOST_REQUIRE_MESSAGE(rows.size() == 1U, rows.size() << " rows: " << sql);
    return rows.front();
  }
  void run(std::string const& sql) {
    BOOST_REQUIRE_MESSAGE(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(handle_));
  }

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace mechgraph
