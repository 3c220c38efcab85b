// --references: what the citations of tables stand for, by a list that stands in a file of its own.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "domain/record.hpp"

namespace mechgraph {

class Report;
struct InputLimits;

class GivenReferences {
 public:
  // Reads the list; its findings are reported. Throws Error when it can not be read.
  GivenReferences(std::string file, InputLimits const& limits, Report& report);
  ~GivenReferences();
  GivenReferences(GivenReferences const&) = delete;
  GivenReferences& operator=(GivenReferences const&) = delete;

  // Looks up what the table's own document does not say. Throws Error for a table of a second article: the numbers of a list are those of
  // one.
  void apply(RecordTable& table);

  // Says once which citations the list does not have (a finding), and how many of its entries name no work.
  void report(Report& report) const;

 private:
  struct List;
  std::string file_;
  std::unique_ptr<List const> list_;
  std::string document_;  // that the list is used for
  std::size_t found_ = 0;
  std::size_t nameless_ = 0;
  std::set<std::string> unmatched_;
};

}  // namespace mechgraph
