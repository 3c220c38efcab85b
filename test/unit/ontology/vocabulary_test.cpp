// The compiled file: what damage does to it.
#include "ontology/vocabulary.hpp"

#include <boost/test/unit_test.hpp>

#include <cstring>

#include "base/error.hpp"
#include "ontology/lookup.hpp"
#include "unit/ontology/small_ontology.hpp"
#include "unit/vocab/small_files.hpp"

namespace mechgraph {
namespace {

std::string message_of(std::string bytes) {
  try {
    Vocabulary::from_bytes(std::move(bytes), "x.vocab")->verify();
  } catch (Error const& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "no error";
}

std::string good() { return compiled({{"small.obo", small_obo}}); }

// The head's checksum made right again, as a forger would.
std::string signed_head(std::string bytes) {
  using L = VocabularyLayout;
  std::string head = bytes.substr(0, L::head_size);
  std::memset(head.data() + L::head_checksum_at, 0, 8);
  std::uint64_t const checksum = vocabulary_hash(head);
  for (std::size_t i = 0; i < 8; ++i) bytes[L::head_checksum_at + i] = static_cast<char>(checksum >> (8 * i) & 0xFFU);
  return bytes;
}

BOOST_AUTO_TEST_CASE(a_whole_file_is_whole) { BOOST_TEST(message_of(good()) == "no error"); }

BOOST_AUTO_TEST_CASE(what_is_no_vocabulary_is_refused) {
  BOOST_TEST(message_of("key\tlabel\n") == "is not a compiled vocabulary | make one with 'mechgraph vocab import FILE... -o x.vocab'");
  std::string newer = good();
  newer[VocabularyLayout::version_at] = 9;
  BOOST_TEST(message_of(newer) ==
             "is a compiled vocabulary of version 9; this program reads version 2 | make it again with 'mechgraph vocab import'");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_off_anywhere_is_refused) {
  std::string const whole = good();
  BOOST_TEST(message_of(whole.substr(0, 40)) ==
             "is a damaged vocabulary: it is cut off in its head | make it again with 'mechgraph vocab import'");
  BOOST_TEST(message_of(whole.substr(0, whole.size() - 8)) == "is a damaged vocabulary: it has " + std::to_string(whole.size() - 8) +
                                                                  " bytes and should have " + std::to_string(whole.size()) +
                                                                  " | make it again with 'mechgraph vocab import'");
  for (std::size_t size = 8; size < whole.size(); size += 97) BOOST_TEST(message_of(whole.substr(0, size)) != "no error");
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_found_by_the_checksums) {
  std::string head = good();
  head[VocabularyLayout::sections_at] = static_cast<char>(head[VocabularyLayout::sections_at] ^ 1);
  BOOST_TEST(message_of(head) ==
             "is a damaged vocabulary: the checksum of its head is wrong | make it again with 'mechgraph vocab import'");
  std::string body = good();
  body.back() = static_cast<char>(body.back() ^ 1);
  BOOST_TEST(message_of(body) == "is a damaged vocabulary: its checksum is wrong | make it again with 'mechgraph vocab import'");
}

BOOST_AUTO_TEST_CASE(sections_outside_of_the_file_are_refused) {
  std::string bytes = good();
  bytes[VocabularyLayout::sections_at + 16 + 6] = 1;  // the offset of a section, far beyond the end
  BOOST_TEST(message_of(signed_head(bytes)) ==
             "is a damaged vocabulary: a section lies outside of it | make it again with 'mechgraph vocab import'");
}

// A word of the body set to a number that fits nowhere: a message or a wrong answer, never a read out of bounds (which the sanitizers
// show).
template <class Use>
std::size_t refused_words(std::size_t step, Use const& use) {
  std::string const whole = good();
  std::size_t refused = 0;
  for (std::size_t at = VocabularyLayout::head_size; at + 4 <= whole.size(); at += step) {
    std::string bytes = whole;
    std::memset(bytes.data() + at, 0x7F, 4);
    try {
      use(Vocabulary::from_bytes(bytes, "x.vocab"));
    } catch (Error const&) {
      ++refused;
    }
  }
  return refused;
}

BOOST_AUTO_TEST_CASE(wrong_numbers_in_the_body_never_lead_out_of_it) {
  std::size_t used = 0;
  auto const refused = refused_words(4, [&](std::shared_ptr<Vocabulary const> const& vocabulary) {
    used += vocabulary->sources().size() + vocabulary->types().size() + vocabulary->relations().size();
    for (char const* form : {"widget turning", "gadget turning", "motion"}) {
      auto const found = vocabulary->find_form(form);
      if (found) used += vocabulary->sense(vocabulary->senses(*found).begin).printed.size() + vocabulary->form(*found).size();
    }
    used += vocabulary->lengths("widget") + vocabulary->find_term("GO:1000001").value_or(0);
    for (std::uint32_t term = 0; term < vocabulary->term_count(); ++term) {
      used += vocabulary->senses_of(term).size() + vocabulary->parents(term).size() + vocabulary->xrefs(term).size();
      used += vocabulary->curie(term).size() + vocabulary->label(term).size() + vocabulary->source(term);
      used += vocabulary->type(term).value_or(0) + vocabulary->current(term).value_or(0);
    }
  });
  BOOST_TEST(refused > 50);
  BOOST_TEST(used > 0);
}

BOOST_AUTO_TEST_CASE(a_lexicon_over_wrong_numbers_ends_with_a_message_or_an_answer) {
  std::size_t used = 0;
  FoldedText const text("widget turning and gadget turning, widget rotation {fast} of widgets");
  refused_words(244, [&](std::shared_ptr<Vocabulary const> const& vocabulary) {
    auto const ontology = small_ontology({}, vocabulary);
    Lexicon const lexicon(ontology);
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto const found = lexicon.longest(text, i);
      if (found) used += ontology->term(found->term).id.size() + ontology->parents(found->term).size();
    }
  });
  BOOST_TEST(used > 0);
}

}  // namespace
}  // namespace mechgraph
