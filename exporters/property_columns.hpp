// Attributes as columns of a table whose width does not grow with the data.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace mechgraph {

// The names that most owners have get a column of lists each, at most `limit` of them; all others share the last column,
// `other_attributes`, where every value comes after its name. Column names are letters, digits and underscores, begin with a letter, and
// are different also where case does not count.
class PropertyColumns {
 public:
  static constexpr std::size_t limit = 32;
  static constexpr std::string_view rest = "other_attributes";

  // `taken` are names of other columns.
  explicit PropertyColumns(std::vector<std::string_view> const& taken);

  // The attributes of one owner, sorted by name. Before settle().
  template <class Attributes>
  void count(Attributes const& attributes) {
    std::string_view last;
    bool first = true;
    for (NamedValue const named : attributes) {
      if (first || named.name != last) ++counts_[named.name];
      last = named.name;
      first = false;
    }
  }
  void settle();

  // In the order in which write() fills them, with the one for the rest at the end.
  [[nodiscard]] std::vector<std::string> names() const;

  // The cells of one owner, whose attributes are sorted by name, each given to out.list(). Linear in them and in the number of columns.
  template <class Out, class Attributes>
  void write(Out& out, Attributes const& attributes) {
    rest_.clear();
    auto at = attributes.begin();
    auto const to_rest = [&](NamedValue const& named) {
      if (named.value.empty()) return;
      rest_.push_back(named.name.empty() ? std::string_view{"_"} : named.name);
      rest_.push_back(named.value);
    };
    for (auto const& [attribute, column] : columns_) {
      values_.clear();
      for (; at != attributes.end() && !((*at).name > attribute); ++at) {
        if ((*at).name == attribute)
          values_.push_back((*at).value);
        else
          to_rest(*at);
      }
      out.list(values_);
    }
    for (; at != attributes.end(); ++at) to_rest(*at);
    out.list(rest_);
  }

 private:
  std::set<std::string, std::less<>> taken_;                       // in lower case
  std::map<std::string_view, std::size_t> counts_;                 // owners by attribute
  std::vector<std::pair<std::string_view, std::string>> columns_;  // attribute, column; by attribute
  std::vector<std::string_view> values_, rest_;
};

// The text as a name that every database takes: letters, digits, underscores, a letter first.
std::string plain_name(std::string_view text);

// `name`, or `name` with the first number from 2 on that makes it new, also where case does not count; it is taken then.
std::string untaken(std::set<std::string, std::less<>>& taken, std::string name);

}  // namespace mechgraph
