// The tables of article XML.
#include <boost/test/unit_test.hpp>

#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

std::string article(std::string_view body) {
  return "<article><front><article-meta><article-id pub-id-type=\"pmid\">123</article-id><article-id pub-id-type=\"pmc\">456</article-id>\n"
         "<article-id pub-id-type=\"doi\">10.1/AbC</article-id><title-group><article-title>Exosomes <italic>in vivo</italic>: "
         "10<sup>9</sup></article-title></title-group></article-meta></front>\n<body>" +
         std::string{body} + "</body></article>";
}

std::string wrap(std::string_view table, std::string_view number = "1") {
  return "<table-wrap><label>Table " + std::string{number} + ".</label><caption><title>Effects.</title><p>Of EVs</p></caption>\n" +
         std::string{table} + "</table-wrap>";
}

std::string row(std::vector<std::string> const& cells) {
  std::string out = "<tr>";
  for (std::string const& cell : cells) out += "<td>" + cell + "</td>";
  return out + "</tr>\n";
}

std::string const head = "<table><thead><tr><th>Source</th><th>Model</th><th>Result</th></tr></thead>\n<tbody>";
std::string const end = "</tbody></table>";

Reading read(std::string_view body) { return read_text("a.xml", article(body)); }

std::string failed(std::string_view bytes, ReadOptions const& options = test_options()) {
  return failure([&] { read_text("a.xml", bytes, options); });
}

std::string shown_all(RecordTable const& table) {
  std::string out;
  for (Record const& record : table.records) {
    out += std::string{record.id} + " " + (record.section.empty() ? "" : "(" + std::string{record.section} + ") ") + shown(record) + "\n";
  }
  return out;
}

std::string link(std::string_view words) { return "<xref ref-type=\"bibr\" rid=\"B1\">" + std::string{words} + "</xref>"; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_table_comes_with_its_document_label_caption_and_legends) {
  Reading const reading = read(wrap(head + row({"Placenta", "Rat", "Reduced ALT"}) + end +
                                    "<table-wrap-foot><fn><label>a</label><p>ALT: alanine</p></fn><p>EV: vesicle</p></table-wrap-foot>"));
  BOOST_TEST(reading.reader == "xml");
  BOOST_TEST_REQUIRE(reading.tables.size() == 1U);
  RecordTable const& table = reading.tables[0];
  BOOST_TEST(table.document.doi == "10.1/abc");
  BOOST_TEST(table.document.pmid == "123");
  BOOST_TEST(table.document.pmcid == "PMC456");
  BOOST_TEST(table.document.title == "Exosomes in vivo: 10⁹");
  BOOST_TEST(table.label == "Table 1");
  BOOST_TEST(table.caption == "Effects. Of EVs");
  BOOST_TEST((table.caption_caret == Caret{0, 3, 57}));
  BOOST_TEST(table.legends == (std::vector<std::string>{"a ALT: alanine", "EV: vesicle"}), boost::test_tools::per_element());
  BOOST_TEST(shown_all(table) == "1 source=Placenta|model=Rat|result=Reduced ALT\n");
  BOOST_TEST((table.records[0].cells[1].caret == Caret{0, 5, 32}));
  BOOST_TEST(printed(reading.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(headers_are_merged_and_have_the_role_of_their_last_known_part) {
  Reading const reading =
      read(wrap("<table><thead><tr><th rowspan=\"2\">Source</th><th colspan=\"2\">Result</th></tr><tr><th>ALT</th><th>Dose</th>"
                "</tr></thead><tbody>" +
                row({"Placenta", "lower", "10<sup>6</sup>"}) + end));
  BOOST_TEST(reading.tables.at(0).headers == (std::vector<std::string>{"Source", "Result / ALT", "Result / Dose"}),
             boost::test_tools::per_element());
  BOOST_TEST(shown_all(reading.tables[0]) == "1 source=Placenta|result=lower|dose=10⁶\n");
}

BOOST_AUTO_TEST_CASE(headers_may_be_marked_by_th_alone_or_stand_in_the_first_row) {
  for (std::string const tag : {"th", "td"}) {
    Reading const reading = read(
        wrap("<table><tr><" + tag + ">Source</" + tag + "><" + tag + ">Result</" + tag + "></tr>" + row({"Placenta", "R1"}) + "</table>"));
    BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|result=R1\n");
  }
}

BOOST_AUTO_TEST_CASE(spans_repeat_their_text) {
  Reading const reading =
      read(wrap(head + "<tr><td rowspan=\"2\">Placenta</td><td>Rat</td><td>R1</td></tr><tr><td>Mice</td><td>R2</td></tr>" + end));
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|model=Rat|result=R1\n2 source=Placenta|model=Mice|result=R2\n");
}

BOOST_AUTO_TEST_CASE(section_rows_are_carried_down_and_not_counted) {
  Reading const reading =
      read(wrap(head + "<tr><td colspan=\"3\">Liver</td></tr><tr><td colspan=\"3\">acute</td></tr>" + row({"Placenta", "Rat", "R1"}) +
                "<tr><td colspan=\"3\">Lung</td></tr>" + row({"Placenta", "Rat", "R2"}) + row({"Placenta", "Mice", "R3"}) +
                "<tr><td colspan=\"3\">EV: vesicle</td></tr>" + end));
  BOOST_TEST(shown_all(reading.tables.at(0)) ==
             "1 (Liver / acute) source=Placenta|model=Rat|result=R1\n2 (Lung) source=Placenta|model=Rat|result=R2\n"
             "3 (Lung) source=Placenta|model=Mice|result=R3\n");
  BOOST_TEST(reading.tables[0].legends == std::vector<std::string>{"EV: vesicle"}, boost::test_tools::per_element());
  std::string rows;
  for (SectionRow const& row : reading.tables[0].sections)
    rows += std::string{row.text} + " " + std::to_string(row.columns) + " " + std::to_string(row.before) + "|";
  BOOST_TEST(rows == "Liver 3 0|acute 3 0|Lung 3 1|EV: vesicle 3 3|");
}

BOOST_AUTO_TEST_CASE(narrow_tables_have_sections_too) {
  Reading const reading = read(wrap("<table><thead><tr><th>Source</th><th>Result</th></tr></thead><tbody>" + row({"Placenta", "R1"}) +
                                    "<tr><td colspan=\"2\">Lung</td></tr>" + row({"Placenta", "R2"}) + end));
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|result=R1\n2 (Lung) source=Placenta|result=R2\n");
}

BOOST_AUTO_TEST_CASE(linked_citations_become_references) {
  Reading const reading = read(wrap(head + row({"Placenta", "Rat", "lower ALT [" + link("12") + "–" + link("14") + "]"}) +
                                    row({"Placenta", "Rat", "lower ALT<sup>" + link("15") + "</sup>"}) +
                                    row({"Placenta", "Rat", "by " + link("Li et al., 2019") + " lower ALT [16]"}) + end));
  BOOST_TEST(shown_all(reading.tables.at(0)) ==
             "1 source=Placenta|model=Rat|result=lower ALT[12,13,14]\n"
             "2 source=Placenta|model=Rat|result=lower ALT[15]\n"
             "3 source=Placenta|model=Rat|result=by Li et al., 2019 lower ALT[Li et al., 2019,16]\n");
}

BOOST_AUTO_TEST_CASE(a_reference_column_gives_its_links) {
  Reading const reading =
      read(wrap("<table><thead><tr><th>Source</th><th>Result</th><th>Ref</th></tr></thead><tbody>" +
                row({"Placenta", "R1", "Li et al. [" + link("12") + ", " + link("13") + "]"}) +
                row({"Placenta", "R2", "<sup>" + link("14") + "</sup>"}) + row({"Placenta", "R3", link("Li et al.") + " (2019)"}) + end));
  BOOST_TEST(shown_all(reading.tables.at(0)) ==
             "1 source=Placenta|result=R1|reference=Li et al. [12, 13][12,13]\n"
             "2 source=Placenta|result=R2|reference=14[14]\n"
             "3 source=Placenta|result=R3|reference=Li et al. (2019)[Li et al.]\n");
}

BOOST_AUTO_TEST_CASE(several_tables_in_one_wrap_keep_their_label_and_go_on_counting) {
  Reading const reading =
      read(wrap(head + row({"Placenta", "Rat", "R1"}) + end + "<table>" + row({"Placenta", "Mice", "R2"}) + "</table>"));
  BOOST_TEST_REQUIRE(reading.tables.size() == 2U);
  BOOST_TEST(reading.tables[1].label == "Table 1");
  BOOST_TEST(reading.tables[1].index == 1U);
  BOOST_TEST(reading.tables[0].part == 1U);
  BOOST_TEST(reading.tables[1].part == 2U);
  BOOST_TEST(shown_all(reading.tables[1]) == "2 source=Placenta|model=Mice|result=R2\n");
}

BOOST_AUTO_TEST_CASE(tables_without_results_and_pictures_are_named_and_skipped) {
  Reading const reading = read(wrap("<table><tr><td>Gene</td><td>Primer</td></tr>" + row({"A", "ACGT"}) + "</table>") + "\n" +
                               wrap("<graphic/>", "2") + "\n" + wrap(head + row({"Placenta", "Rat", "R1"}) + end, "3"));
  BOOST_TEST(reading.tables.size() == 1U);
  BOOST_TEST(reading.tables[0].index == 3U);
  BOOST_TEST(
      printed(reading.diagnostics) ==
      "a.xml:3:7: note: Table 1 \"Effects. Of EVs\": no column is known to hold results; the headers are \"Gene\", \"Primer\"; skipped; "
      "say which one does: --columns result=\"HEADER\"\n"
      "a.xml:6:1: note: Table 2 \"Effects. Of EVs\": a picture only; skipped; copy its text into a file to have it read\n");
}

BOOST_AUTO_TEST_CASE(columns_that_the_user_names_make_a_table_usable) {
  ReadOptions options = test_options();
  options.columns = {{Role::result, "Effect"}};
  std::string const body = wrap("<table><tr><td>Gene</td><td>Primer</td></tr>" + row({"A", "ACGT"}) + "</table>") +
                           wrap("<table><tr><td>Source</td><td>Effect</td></tr>" + row({"Placenta", "R1"}) + "</table>", "2");
  Reading const reading = read_text("a.xml", article(body), options);
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|result=R1\n");
  BOOST_TEST(reading.tables.size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_article_without_a_usable_table_is_an_error) {
  BOOST_TEST(
      failed(article(wrap("<table><tr><td>Gene</td><td>Primer</td></tr>" + row({"A", "ACGT"}) + "</table>") + wrap("<graphic/>", "2"))) ==
      "a.xml: error: none of its tables can be used: Table 1 \"Effects. Of EVs\", Table 2 \"Effects. Of EVs\"; say which column holds "
      "results: --columns result=\"HEADER\"");
  BOOST_TEST(failed(article(wrap("<graphic/>"))) ==
             "a.xml: error: none of its tables can be used: Table 1 \"Effects. Of EVs\"; copy their text into a file");
  BOOST_TEST(failed(article("<p>x</p>")) ==
             "a.xml: error: the article has no tables; tables that are pictures or stand in another file can not be read: copy them into a "
             "text file");
}

BOOST_AUTO_TEST_CASE(articles_in_one_file_are_documents_of_their_own) {
  std::string const other = "<article><front><article-meta><article-id pub-id-type=\"doi\">10.2/x</article-id></article-meta></front>" +
                            wrap(head + row({"Placenta", "Mice", "R2"}) + end) + "</article>";
  Reading const reading =
      read_text("a.xml", "<pmc-articleset>" + article(wrap(head + row({"Placenta", "Rat", "R1"}) + end)) + other + "</pmc-articleset>");
  BOOST_TEST_REQUIRE(reading.tables.size() == 2U);
  BOOST_TEST(reading.tables[0].document.doi == "10.1/abc");
  BOOST_TEST(reading.tables[1].document.doi == "10.2/x");
  BOOST_TEST(reading.tables[1].document.title == "");
  BOOST_TEST(shown_all(reading.tables[1]) == "1 source=Placenta|model=Mice|result=R2\n");
}

BOOST_AUTO_TEST_CASE(oasis_tables_are_read_by_their_column_names) {
  Reading const reading = read(wrap(
      "<oasis:table><oasis:tgroup cols=\"3\"><oasis:colspec colname=\"c1\"/><oasis:colspec colname=\"c2\"/><oasis:colspec colname=\"c3\"/>"
      "<oasis:thead><oasis:row><oasis:entry>Source</oasis:entry><oasis:entry>Model</oasis:entry><oasis:entry>Result</oasis:entry></"
      "oasis:row>"
      "</oasis:thead><oasis:tbody><oasis:row><oasis:entry morerows=\"1\">Placenta</oasis:entry><oasis:entry "
      "colname=\"c3\">R1</oasis:entry></oasis:row>"
      "<oasis:row><oasis:entry namest=\"c2\" nameend=\"c3\">R2</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup></oasis:table>"));
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|result=R1\n2 source=Placenta|model=R2|result=R2\n");
}

BOOST_AUTO_TEST_CASE(unknown_entities_are_kept_and_said) {
  Reading const reading = read(wrap(head + row({"Placenta", "Rat", "&foo;&alpha; &bar;"}) + end));
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|model=Rat|result=&foo;α &bar;\n");
  BOOST_TEST(printed(reading.diagnostics) ==
             "a.xml: note: 2 unknown entities are kept as printed, the first is &foo;; write the character itself\n");
}

BOOST_AUTO_TEST_CASE(a_table_that_its_spans_blow_up_is_left_out) {
  std::string rows;
  for (int i = 0; i < 1001; ++i) rows += "<tr><td colspan=\"10000\">x</td></tr>";
  Reading const reading = read(wrap(head + rows + end) + wrap(head + row({"Placenta", "Rat", "R1"}) + end, "2"));
  BOOST_TEST(reading.tables.size() == 1U);
  BOOST_TEST(
      printed(reading.diagnostics) ==
      "a.xml:3:7: error: Table 1 \"Effects. Of EVs\": its spanned cells make it larger than any table; skipped; correct its rowspan and "
      "colspan\n");
}

BOOST_AUTO_TEST_CASE(a_long_text_can_not_be_repeated_without_end) {
  Reading const reading = read(wrap(head + "<tr><td colspan=\"10000\">" + std::string(20'000, 'x') + "</td></tr>" + end) +
                               wrap(head + row({"Placenta", "Rat", "R1"}) + end, "2"));
  BOOST_TEST(reading.tables.size() == 1U);
  BOOST_TEST(reading.diagnostics.count(Severity::error) == 1U);
}

BOOST_AUTO_TEST_CASE(xml_that_is_no_article_is_refused) {
  BOOST_TEST(failed("<?xml version='1.0'?><kml/>") ==
             "a.xml: error: is XML, but <kml> holds no <article>; give the XML of an article (JATS or NLM)");
  BOOST_TEST(failed("<!DOCTYPE html>\n<html><meta charset=utf-8>") ==
             "a.xml: error: is a page (HTML), not the article's XML; get the XML of the article, or copy its table into a text file");
}

BOOST_AUTO_TEST_CASE(journal_year_and_licence_are_those_of_the_article) {
  auto const document = [](std::string_view journal, std::string_view meta) {
    std::string text = article(wrap(head + row({"a", "b", "c"}) + end));
    text.insert(text.find("<article-meta>"), journal);
    text.insert(text.find("</article-meta>"), meta);
    return read_text("a.xml", text).tables.at(0).document;
  };
  Document const whole = document(
      "<journal-meta><journal-title-group><journal-title>Stem  Cells</journal-title></journal-title-group></journal-meta>",
      "<pub-date pub-type=\"collection\"><year>2020</year></pub-date><pub-date pub-type=\"epub\"><day>3</day><year>2019</year></pub-date>"
      "<permissions><license license-type=\"open-access\" xlink:href=\"https://creativecommons.org/licenses/by/4.0/\">"
      "<license-p>Free.</license-p></license></permissions>");
  BOOST_TEST(whole.journal == "Stem Cells");
  BOOST_TEST(whole.year == "2019");
  BOOST_TEST(whole.licence == "https://creativecommons.org/licenses/by/4.0/");
  Document const linked = document(
      "<journal-meta><abbrev-journal-title>SC</abbrev-journal-title></journal-meta>",
      "<pub-date><year>2015</year></pub-date><permissions><license><license-p>Under <ext-link xlink:href=\"http://a.b/c\">C</ext-link>"
      "</license-p></license></permissions>");
  BOOST_TEST(linked.journal == "SC");
  BOOST_TEST(linked.year == "2015");
  BOOST_TEST(linked.licence == "http://a.b/c");
  Document const ali = document("", "<permissions><license><ali:license_ref>http://a.b/d</ali:license_ref></license></permissions>");
  BOOST_TEST(ali.licence == "http://a.b/d");
  BOOST_TEST(document("", "<permissions><license><license-p>All is <bold>free</bold>.</license-p></license></permissions>").licence ==
             "All is free.");
}

BOOST_AUTO_TEST_CASE(references_stand_for_what_the_list_of_the_article_says) {
  std::string const list =
      "<ref-list><ref id=\"B1\"><label>1</label><element-citation><pub-id pub-id-type=\"pmid\">11</pub-id></element-citation></ref>"
      "<ref id=\"B2\"><label>2</label><element-citation><pub-id pub-id-type=\"doi\">10.1016/b</pub-id></element-citation></ref>"
      "<ref id=\"B3\"><label>3</label><mixed-citation>A book</mixed-citation></ref></ref-list>";
  std::string const rows = row({"Placenta", "Rat", "Reduced ALT [" + link("1") + "\u2013<xref ref-type=\"bibr\" rid=\"B3\">3</xref>]"}) +
                           row({"Placenta", "Mice", "Reduced AST [2]"});
  Reading const reading = read(wrap(head + rows + end) + list);
  RecordTable const& table = reading.tables.at(0);
  BOOST_TEST(shown_all(table) ==
             "1 source=Placenta|model=Rat|result=Reduced ALT[1,2,3]\n2 source=Placenta|model=Mice|result=Reduced AST[2]\n");
  BOOST_TEST_REQUIRE(table.citations.size() == 2U);
  BOOST_TEST(table.citations[0].reference == "1");
  BOOST_TEST(table.citations[0].work.pmid == "11");
  BOOST_TEST(table.citations[1].reference == "2");
  BOOST_TEST(table.citations[1].work.doi == "10.1016/b");
}

BOOST_AUTO_TEST_CASE(each_article_has_its_own_list) {
  auto const one = [](std::string_view doi, std::string_view pmid) {
    std::string text = article(wrap(head + row({"Placenta", "Rat", "Reduced ALT [" + link("1") + "]"}) + end) +
                               "<ref-list><ref id=\"B1\"><label>1</label><element-citation><pub-id pub-id-type=\"pmid\">" +
                               std::string{pmid} + "</pub-id></element-citation></ref></ref-list>");
    return text.replace(text.find("10.1/AbC"), 8, doi);
  };
  Reading const reading = read_text("a.xml", "<set>" + one("10.1/a", "11") + one("10.1/b", "12") + "</set>");
  BOOST_TEST_REQUIRE(reading.tables.size() == 2U);
  BOOST_TEST(reading.tables[0].citations.at(0).work.pmid == "11");
  BOOST_TEST(reading.tables[1].citations.at(0).work.pmid == "12");
}

BOOST_AUTO_TEST_CASE(a_cell_keeps_what_is_printed_beside_what_it_says) {
  Reading const reading = read(
      wrap(head + row({"Placenta", "Rat", "lower ALT<sup>" + link("15") + "</sup>"}) + row({"Placenta", "Rat", "lower AST [16]"}) + end));
  BOOST_TEST(reading.tables.at(0).records[0].cells[2].text == "lower ALT");
  BOOST_TEST(reading.tables[0].records[0].cells[2].printed == "lower ALT15");
  BOOST_TEST(reading.tables[0].records[1].cells[2].text == "lower AST");
  BOOST_TEST(reading.tables[0].records[1].cells[2].printed == "lower AST [16]");
}

BOOST_AUTO_TEST_CASE(tables_outside_of_wraps_are_read_and_counted_behind_those_inside) {
  Reading const reading =
      read("<boxed-text><label>Box 1</label><caption><p>Of ALT</p></caption>" + head + row({"Placenta", "Rat", "R1"}) + end +
           "</boxed-text><array><tbody>" + row({"Source", "Result"}) + row({"Placenta", "R2"}) + "</tbody></array><glossary><array>" +
           row({"Source", "Result"}) + row({"a", "b"}) + "</array></glossary>" + wrap(head + row({"Placenta", "Rat", "R3"}) + end));
  std::string found;
  for (RecordTable const& table : reading.tables)
    found += std::to_string(table.index) + " " + table.label + " " + table.caption + ": " + shown_all(table);
  BOOST_TEST(found ==
             "2 Box 1 Of ALT: 1 source=Placenta|model=Rat|result=R1\n3  : 1 source=Placenta|result=R2\n"
             "1 Table 1 Effects. Of EVs: 1 source=Placenta|model=Rat|result=R3\n");
}

BOOST_AUTO_TEST_CASE(of_alternatives_one_table_is_read) {
  Reading const reading =
      read(wrap("<alternatives><graphic/>" + head + row({"Placenta", "Rat", "R1"}) + end +
                "<oasis:table><tgroup><tbody><row><entry>Source</entry></row></tbody></tgroup></oasis:table></alternatives>"));
  BOOST_TEST(reading.tables.size() == 1U);
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 source=Placenta|model=Rat|result=R1\n");
  BOOST_TEST(printed(reading.diagnostics) == "");
}

BOOST_AUTO_TEST_CASE(an_article_inside_another_is_its_own_document_with_its_own_list) {
  auto const list = [](std::string_view pmid) {
    return "<ref-list><ref id=\"B" + std::string{pmid} + "\"><label>1</label><element-citation><pub-id pub-id-type=\"pmid\">" +
           std::string{pmid} + "</pub-id></element-citation></ref></ref-list>";
  };
  std::string const rows = head + row({"Placenta", "Rat", "Reduced ALT [1]"}) + end;
  Reading const reading =
      read(wrap(rows) + list("11") + "<sub-article><front-stub><article-id pub-id-type=\"doi\">10.1/AbC.r1</article-id>" +
           "<title-group><article-title>Reply</article-title></title-group></front-stub>" + wrap(rows, "R1") + list("12") +
           "</sub-article><response><front-stub/>" + wrap(rows, "R2") + "</response>");
  BOOST_TEST_REQUIRE(reading.tables.size() == 3U);
  BOOST_TEST(reading.tables[0].citations.at(0).work.pmid == "11");
  BOOST_TEST(reading.tables[1].document.doi == "10.1/abc.r1");
  BOOST_TEST(reading.tables[1].document.title == "Reply");
  BOOST_TEST(reading.tables[1].document.pmid == "");
  BOOST_TEST(reading.tables[1].citations.at(0).work.pmid == "12");
  BOOST_TEST(reading.tables[2].document.doi == "10.1/abc");
  BOOST_TEST(reading.tables[2].citations.at(0).work.pmid == "11");
  BOOST_TEST(reading.tables[2].index == 3U);
}

BOOST_AUTO_TEST_CASE(a_column_of_titles_is_about_the_works_in_the_table) {
  Reading const reading = read(
      wrap("<table><thead><tr><th>Title</th><th>DOI</th><th>Result</th></tr></thead><tbody>" + row({"A trial", "10.5/x", "R1"}) + end));
  BOOST_TEST(reading.tables.at(0).document.doi == "10.1/abc");
  BOOST_TEST(shown_all(reading.tables[0]) == "1 other=A trial|other=10.5/x|result=R1\n");
}

BOOST_AUTO_TEST_CASE(every_table_is_read_when_asked_for) {
  ReadOptions options = test_options();
  options.every_table = true;
  Reading const reading =
      read_text("a.xml", article(wrap("<table><tr><td>Gene</td><td>Primer</td></tr>" + row({"A", "ACGT"}) + "</table>")), options);
  BOOST_TEST(shown_all(reading.tables.at(0)) == "1 other=A|other=ACGT\n");
}

BOOST_AUTO_TEST_CASE(oasis_spans_are_known_by_name_too) {
  Reading const reading =
      read(wrap("<table><tgroup cols=\"3\"><colspec colname=\"c1\"/><colspec colname=\"c2\"/><colspec colname=\"c3\"/>"
                "<spanspec spanname=\"both\" namest=\"c2\" nameend=\"c3\"/><thead><row><entry morerows=\"1\">Source</entry>"
                "<entry spanname=\"both\">Result</entry></row><row><entry colname=\"c2\">ALT</entry><entry>AST</entry></row></thead>"
                "<tbody><row><entry>Placenta</entry><entry>lower</entry><entrytbl><tbody><row><entry>x</entry><entry>y</entry></row></"
                "tbody></entrytbl>"
                "</row></tbody></tgroup></table>"));
  BOOST_TEST(reading.tables.at(0).headers == (std::vector<std::string>{"Source", "Result / ALT", "Result / AST"}),
             boost::test_tools::per_element());
  BOOST_TEST(shown_all(reading.tables[0]) == "1 source=Placenta|result=lower|result=x y\n");
}

BOOST_AUTO_TEST_CASE(a_header_with_a_footnote_has_its_role) {
  Reading const reading = read(
      wrap("<table><thead><tr><th>Source</th><th>Result<sup><xref ref-type=\"table-fn\" rid=\"f\">a</xref></sup></th></tr></thead><tbody>" +
           row({"Placenta", "R1"}) + end));
  BOOST_TEST(reading.tables.at(0).headers == (std::vector<std::string>{"Source", "Resulta"}), boost::test_tools::per_element());
  BOOST_TEST(shown_all(reading.tables[0]) == "1 source=Placenta|result=R1\n");
}
