// The reference list of an article.
#include "read/jats_references.hpp"

#include <boost/test/unit_test.hpp>

#include "read/jats_scan.hpp"
#include "unit/read/reading.hpp"

using namespace mechgraph;

namespace {

struct Article {
  explicit Article(std::string_view content) {
    input = check_input("a.xml", "<article>" + std::string{content} + "</article>", InputLimits{}, diagnostics);
    SourcePlaces const places{input, diagnostics};
    text = input.bytes;
    scan_xml(text, places);
    document.parse<rapidxml::parse_non_destructive>(text.data());
    references = ArticleReferences{*document.first_node(), text.data()};
  }

  // "doi|pmid|pmcid" of each work behind a link.
  [[nodiscard]] std::string works(LinkedReference const& link) const {
    std::string out;
    for (Work const& work : references.works(link)) out += (out.empty() ? "" : " ") + work.doi + "|" + work.pmid + "|" + work.pmcid;
    return out;
  }
  [[nodiscard]] std::string behind(std::string_view id) const { return works({"", {id}, {}, 0}); }
  [[nodiscard]] std::string printed(std::string words) const { return works({std::move(words), {}, {}, 0}); }

  Diagnostics diagnostics;
  Input input;
  std::string text;
  rapidxml::xml_document<char> document;
  ArticleReferences references;
};

std::string ref(std::string_view id, std::string_view content) {
  return "<ref id=\"" + std::string{id} + "\">" + std::string{content} + "</ref>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(identifiers_stand_in_citations_of_every_form) {
  Article const article{
      "<back><ref-list><title>References</title>" +
      ref("B1",
          "<label>1.</label><element-citation><name><surname>Li</surname></name><year>2019</year><pub-id "
          "pub-id-type=\"doi\">10.1016/A</pub-id>"
          "<pub-id pub-id-type=\"other\">2-s2</pub-id><pub-id pub-id-type=\"pmid\">11</pub-id></element-citation>") +
      ref("B2",
          "<label>2</label><nlm-citation><comment>doi: <ext-link xlink:href=\"http://dx.doi.org/10.1371%2Fb\">x</ext-link>"
          "<object-id pub-id-type=\"pmid\">12</object-id></comment></nlm-citation>") +
      ref("B3",
          "<label>3</label><mixed-citation>A. Wu, <uri xlink:href=\"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC13/\">x</uri>, "
          "<ext-link xlink:href=\"https://pubmed.ncbi.nlm.nih.gov/13/\">y</ext-link></mixed-citation>") +
      ref("B4", "<label>4</label><mixed-citation>Wu B. <bold>7</bold>, doi:10.1016/d. PMID: 14.</mixed-citation>") +
      ref("B5", "<label>5</label><citation><elocation-id content-type=\"doi\">10.1016/e</elocation-id></citation>") +
      ref("B6", "<label>6</label><mixed-citation>A book</mixed-citation>") +
      ref("B7",
          "<label>7</label><element-citation><ext-link ext-link-type=\"pmid\" xlink:href=\"17\">PubMed</ext-link>"
          "<related-object><pub-id pub-id-type=\"pmid\">99</pub-id></related-object></element-citation>") +
      "</ref-list></back>"};
  BOOST_TEST(article.behind("B1") == "10.1016/a|11|");
  BOOST_TEST(article.behind("B2") == "10.1371/b|12|");
  BOOST_TEST(article.behind("B3") == "|13|PMC13");
  BOOST_TEST(article.behind("B4") == "10.1016/d|14|");
  BOOST_TEST(article.behind("B5") == "10.1016/e||");
  BOOST_TEST(article.behind("B6") == "");
  BOOST_TEST(article.behind("B7") == "|17|");
  BOOST_TEST(article.behind("B8") == "");
  BOOST_TEST(article.printed("4") == "10.1016/d|14|");
  BOOST_TEST(article.printed("Li et al., 2019") == "10.1016/a|11|");
}

BOOST_AUTO_TEST_CASE(an_entry_with_parts_is_several_works_and_each_part_is_its_own) {
  Article const article{
      "<ref-list>" +
      ref("B1",
          "<label>1</label><mixed-citation id=\"B1a\"><label>a</label><pub-id pub-id-type=\"pmid\">1</pub-id></mixed-citation>"
          "<mixed-citation id=\"B1b\"><label>b</label><pub-id pub-id-type=\"pmid\">2</pub-id></mixed-citation>") +
      ref("B2",
          "<mixed-citation>(a) X <pub-id pub-id-type=\"doi\">10.1016/a</pub-id><pub-id pub-id-type=\"pmid\">3</pub-id>; (b) Y "
          "<pub-id pub-id-type=\"doi\">10.1016/b</pub-id></mixed-citation>") +
      ref("B3",
          "<citation-alternatives><element-citation><pub-id pub-id-type=\"pmid\">4</pub-id></element-citation>"
          "<mixed-citation id=\"B3m\">doi:10.1016/c</mixed-citation></citation-alternatives>") +
      "</ref-list>"};
  BOOST_TEST(article.behind("B1") == "|1| |2|");
  BOOST_TEST(article.behind("B1b") == "|2|");
  BOOST_TEST(article.printed("1") == "|1| |2|");
  BOOST_TEST(article.behind("B2") == "10.1016/a|3| 10.1016/b||");
  BOOST_TEST(article.behind("B3") == "10.1016/c|4|");
  BOOST_TEST(article.behind("B3m") == "10.1016/c|4|");
}

BOOST_AUTO_TEST_CASE(lists_without_labels_take_their_numbers_from_the_links) {
  std::string list;
  for (std::string const number : {"1", "2", "3", "4"})
    list += ref("c" + number, "<element-citation><pub-id pub-id-type=\"pmid\">" + number + "</pub-id></element-citation>");
  Article const article{
      "<body><p>As <xref ref-type=\"bibr\" rid=\"c1\">[1]</xref> said (<xref ref-type=\"bibr\" rid=\"c2\">Li, 2019</xref>, "
      "<xref ref-type=\"bibr\" rid=\"c3\">2019</xref>)</p></body><back><ref-list>" +
      list + "</ref-list></back>"};
  BOOST_TEST(article.printed("1") == "|1|");
  BOOST_TEST(article.printed("2019") == "");
  BOOST_TEST(article.works({"3", {}, "c2", 1}) == "|3|");
  BOOST_TEST(article.works({"9", {}, "c2", 7}) == "");
}

BOOST_AUTO_TEST_CASE(the_list_of_an_article_is_not_that_of_an_article_inside_it) {
  std::string const inner = "<sub-article><ref-list>" +
                            ref("S1", "<label>1</label><element-citation><pub-id pub-id-type=\"pmid\">9</pub-id></element-citation>") +
                            "</ref-list></sub-article>";
  Article const article{inner};
  BOOST_TEST(article.references.list().size() == 0U);
  BOOST_TEST(article.printed("1") == "");
}
