// Words cut into cells by the habits of their columns.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "read/cell_cutter.hpp"

using namespace mechgraph;

namespace {

// Lines whose words are parted by single spaces.
CutText text_of(std::vector<std::string_view> const& lines) {
  CutText text;
  std::uint16_t depth = 0;
  for (std::string_view const line : lines) {
    bool first = true;
    for (Atom const& atom : atoms_of_line(line, depth)) {
      Gap gap;
      gap.row = first;
      gap.cell = !first;
      text.atoms.push_back(atom);
      text.gaps.push_back(gap);
      first = false;
    }
  }
  Gap end;
  end.row = end.must = true;
  text.gaps.push_back(end);
  return text;
}

std::string shown(CutText const& text, CutResult const& result) {
  std::string out;
  for (CutRow const& row : result.rows) {
    for (CutCell const& cell : row.cells) {
      if (&cell != &row.cells.front()) out += '|';
      if (cell.kind != CutCell::Kind::words) continue;
      char const* const begin = text.atoms[cell.first].text.data();
      std::string_view const last = text.atoms[cell.last - 1].text;
      out.append(begin, last.data() + last.size());
    }
    out += row.section ? " (section)\n" : "\n";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(columns_are_told_apart_by_what_their_cells_have_in_common) {
  CutText const text = text_of(
      {"Rutin 10 Less pain in rats [1]", "Catechin 20 Longer life [2]", "Kaempferol 10 Less pain [3]", "Luteolin 30 Longer life [4]"});
  std::vector<ColumnHint> hints(4);
  hints[3].references = true;
  CutResult const result = cut_rows(text, hints);
  BOOST_TEST(shown(text, result) ==
             "Rutin|10|Less pain in rats|[1]\nCatechin|20|Longer life|[2]\nKaempferol|10|Less pain|[3]\nLuteolin|30|Longer life|[4]\n");
  for (CutRow const& row : result.rows) BOOST_TEST(row.certainty > 0.5);
}

BOOST_AUTO_TEST_CASE(no_cell_ends_with_an_arrow) {
  CutText const text = text_of({"HeLa \u2191 p21 [1]", "MCF7 \u2193 p53 [2]", "HT29 \u2191 Bax [3]", "A549 \u2193 Bid [4]"});
  std::vector<ColumnHint> hints(3);
  hints[2].references = true;
  BOOST_TEST(shown(text, cut_rows(text, hints)) == "HeLa|\u2191 p21|[1]\nMCF7|\u2193 p53|[2]\nHT29|\u2191 Bax|[3]\nA549|\u2193 Bid|[4]\n");
}

BOOST_AUTO_TEST_CASE(nothing_gives_no_rows) {
  CutText const text;
  std::vector<ColumnHint> const hints(2);
  BOOST_TEST(cut_rows(text, hints).rows.empty());
  BOOST_TEST(cut_rows(text_of({"a b"}), {}).rows.empty());
}

BOOST_AUTO_TEST_CASE(the_same_text_is_cut_the_same_way_again) {
  CutText const text = text_of({"Leaf Rutin Less pain", "Root bark Catechin Longer life", "Leaf Luteolin Less stress"});
  std::vector<ColumnHint> const hints(3);
  BOOST_TEST(shown(text, cut_rows(text, hints)) == shown(text, cut_rows(text, hints)));
}
