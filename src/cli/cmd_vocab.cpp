// vocab: outside vocabularies, compiled into one file.
#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/describe.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/screen.hpp"
#include "cli/suggest.hpp"
#include "exporters/json.hpp"
#include "ontology/fold.hpp"
#include "ontology/outside_forms.hpp"
#include "ontology/outside_terms.hpp"
#include "ontology/vocabulary.hpp"
#include "vocab/importer.hpp"
#include "vocab/vocabulary_builder.hpp"

namespace mechgraph {
namespace {

constexpr std::array<std::string_view, 3> actions{"import", "list", "find"};
constexpr std::size_t most_near = 20;

int import_files(Options const& options, Report& report) {
  if (options.words.size() < 2) throw Error("", "vocab import needs a file", "such as mechgraph vocab import cl.obo -o cells.vocab");
  if (options.outputs.size() != 1 || options.outputs.front() == "-") {
    throw Error("", "vocab import writes one file: name it with -o", "such as -o vocabulary.vocab");
  }
  Sink out = Sink::to_file(options.outputs.front());
  auto const ontology = load_ontology(options);
  VocabularyBuilder builder(*ontology);
  Diagnostics diagnostics;
  for (std::size_t i = 1; i < options.words.size(); ++i) import_vocabulary(options.words[i], *ontology, builder, diagnostics);
  auto const losses = builder.write(out);
  report.show(diagnostics);
  if (options.strict && report.findings() > 0) throw Error("", "there are findings, and --strict makes them errors: nothing is written");
  out.close();
  auto const say = [&](std::uint64_t number, std::string_view one, std::string_view many) {
    if (number != 0) report.say("note: " + counted(number, one, many));
  };
  say(losses.without_type, "term has no type that vocabularies.tsv knows: it can be looked up, but is not taken in text",
      "terms have no type that vocabularies.tsv knows: they can be looked up, but are not taken in text");
  say(losses.dangling_parents, "parent is in none of the files and was left out", "parents are in none of the files and were left out");
  say(losses.cycles, "parent would close a ring and was left out", "parents would close a ring and were left out");
  say(losses.dangling_replacements, "obsolete term names a replacement that is in none of the files",
      "obsolete terms name a replacement that is in none of the files");
  say(losses.unusable_forms, "name has no word, or more than 64, and was left out",
      "names have no word, or more than 64, and were left out");
  auto const made = Vocabulary::open(options.outputs.front());
  report.say("wrote " + counted(made->term_count(), "identifier", "identifiers") + " and " + counted(made->form_count(), "form", "forms") +
             " to " + options.outputs.front());
  return report.findings() > 0 ? 1 : 0;
}

int list(Options const& options, Report&) {
  if (options.words.size() != 2) throw Error("", "vocab list needs one compiled vocabulary", "such as mechgraph vocab list genes.vocab");
  auto const vocabulary = Vocabulary::open(options.words[1]);
  vocabulary->verify();
  Sink out = standard_output();
  for (VocabularySource const& source : vocabulary->sources()) {
    if (options.json) {
      TextBuffer line;
      JsonWriter json{line};
      json.begin_object();
      json.key("name").value(source.name);
      json.key("version").value(source.version);
      json.key("licence").value(source.licence);
      json.key("file").value(source.file);
      json.key("terms").value(source.terms);
      json.key("obsolete").value(source.obsolete);
      json.key("forms").value(source.forms);
      json.key("parents").value(source.parents);
      json.end_object();
      out.print(line, '\n');
      continue;
    }
    auto const or_not = [](std::string_view text) { return text.empty() ? std::string{"not stated"} : screen_text(text); };
    out.print(screen_text(source.name), "\n  version   ", or_not(source.version), "\n  licence   ", or_not(source.licence),
              "\n  file      ", screen_text(source.file), "\n  terms     ", source.terms, ", of them ", source.obsolete,
              " obsolete\n  forms     ", source.forms, "\n  parents   ", source.parents, "\n");
  }
  if (!options.json) {
    out.print("together\n  identifiers ", vocabulary->term_count(), "\n  forms     ", vocabulary->form_count(), "\n  bytes     ",
              vocabulary->size(), ", checksum as it should be\n");
  }
  out.close();
  return 0;
}

// What is found for a text: terms of the vocabulary, each with the form that was met.
struct Found {
  std::uint32_t term = 0;
  std::string_view match;  // how: identifier, label, exact, synonym ..., part
  std::string_view form;
};

std::vector<Found> look_up(Vocabulary const& vocabulary, std::string_view words, bool parts) {
  std::vector<Found> found;
  if (auto const term = vocabulary.find_term(words)) found.push_back({*term, "identifier", vocabulary.curie(*term)});
  std::string const folded = folded_form(words);
  auto const add = [&](std::uint32_t form, bool part) {
    VocabularyRange const senses = vocabulary.senses(form);
    for (std::uint32_t i = senses.begin; i < senses.end; ++i) {
      VocabularySense const sense = vocabulary.sense(i);
      bool const known = std::any_of(found.begin(), found.end(), [&](Found const& other) { return other.term == sense.term; });
      if (!known) found.push_back({sense.term, part ? "part" : name(sense.scope), sense.printed});
    }
  };
  if (auto const form = vocabulary.find_form(folded)) add(*form, false);
  if (!found.empty() || folded.size() < 3 || !parts) return found;
  for (std::uint32_t form = 0; form < vocabulary.form_count() && found.size() < most_near; ++form) {
    if (vocabulary.form(form).find(folded) != std::string_view::npos) add(form, true);
  }
  return found;
}

void print(Sink& out, Options const& options, Vocabulary const& vocabulary, std::string_view words, Found const& found, bool taken) {
  auto const source = vocabulary.sources()[vocabulary.source(found.term)].name;
  auto const type = vocabulary.type(found.term);
  std::string_view const type_name = type ? vocabulary.types()[*type] : std::string_view{};
  auto const replacement = vocabulary.replacement(found.term);
  if (options.json) {
    TextBuffer line;
    JsonWriter json{line};
    json.begin_object();
    json.key("query").value(words);
    json.key("id").value(vocabulary.curie(found.term));
    json.key("label").value(vocabulary.label(found.term));
    json.member("type", type_name);
    json.key("match").value(found.match);
    json.key("name").value(found.form);
    json.key("vocabulary").value(source);
    json.key("obsolete").value(vocabulary.obsolete(found.term));
    if (replacement) json.key("replaced_by").value(vocabulary.curie(*replacement));
    json.key("taken").value(taken);
    json.end_object();
    out.print(line, '\n');
    return;
  }
  std::string line = padded(screen_text(vocabulary.label(found.term)), 32) + "  " + padded(vocabulary.curie(found.term), 16) + "  " +
                     (type ? std::string(type_name) : "no type") + ", " + std::string(found.match);
  if (found.form != vocabulary.label(found.term) && found.form != vocabulary.curie(found.term))
    line += " \"" + screen_text(found.form) + '"';
  line += ", " + screen_text(source);
  if (vocabulary.obsolete(found.term)) line += ", obsolete";
  if (replacement) line += ": " + std::string(vocabulary.curie(*replacement)) + ' ' + screen_text(vocabulary.label(*replacement));
  if (taken) line += "  <- taken";
  out.print(line, '\n');
}

int find(Options const& options, Report& report) {
  if (options.words.size() < 3)
    throw Error("", "vocab find needs a compiled vocabulary and a text", "such as mechgraph vocab find genes.vocab TP53");
  Options with = options;
  with.vocabulary = options.words[1];
  auto const ontology = load_ontology(with);
  Lexicon const lexicon(ontology);
  Vocabulary const& vocabulary = ontology->outside()->vocabulary();
  Sink out = standard_output();
  bool missed = false;
  for (std::size_t i = 2; i < options.words.size(); ++i) {
    std::string const& words = options.words[i];
    auto const found = look_up(vocabulary, words, options.words.size() == 3);  // parts cost a walk over all forms
    FoldedText const text(words);
    auto const own = text.size() == 0 ? std::nullopt : lexicon.whole(words);
    for (Found const& each : found) {
      auto const id = ontology->outside()->id_of(each.term);
      print(out, options, vocabulary, words, each, own && id && *id == own->term);
    }
    auto const decided = text.size() == 0 ? std::nullopt : lexicon.outside_form(text, 0, text.size());
    if (!options.json && !found.empty() && text.size() != 0) {
      if (own && !own->outside) {
        Term const& term = ontology->term(own->term);
        out.print("  in text: ", screen_text(term.label), " (", term.id, ") of the own lexicon, which comes first\n");
      } else if (decided) {
        out.print("  in text: ", is_taken(decided->choice) ? "taken" : "left", "; ", meaning(decided->choice), "\n");
      }
    }
    if (found.empty()) {
      report.say("mechgraph: nothing in the vocabulary is called '" + words + "'");
      missed = true;
    }
  }
  out.close();
  return missed ? 1 : 0;
}

int run(Options const& options, Report& report) {
  std::string_view const action = options.words.empty() ? std::string_view{} : options.words.front();
  if (action == "import") return import_files(options, report);
  if (action == "list") return list(options, report);
  if (action == "find") return find(options, report);
  if (action.empty()) throw Error("", "vocab needs import, list or find", "see 'mechgraph vocab --help'");
  std::string const hint = did_you_mean(action, actions);
  throw Error("", "vocab can not '" + std::string(action) + "'", hint.empty() ? "it can import, list and find" : hint);
}

}  // namespace

extern Command const vocab_command;
Command const vocab_command{
    "vocab",
    "outside vocabularies: compile them for --vocab, list and search them",
    "import FILE... -o VOCAB | list VOCAB | find VOCAB TEXT...",
    "Files: OBO, OBO Graphs JSON, SSSOM, gene tables (HGNC, MGI, RGD), GFF3 of miRBase, Bioconductor's org.Hs.eg.sqlite\n"
    "and GO.sqlite; told apart by content. The order counts: where two give a label, the first wins. In text the own lexicon\n"
    "comes first; names that are short, shared by several terms or English words are taken only with a reason beside them.\n",
    "  mechgraph vocab import org.Hs.eg.sqlite GO.sqlite cl.obo -o all.vocab\n"
    "  mechgraph vocab list all.vocab\n"
    "  mechgraph vocab find all.vocab TDP-43 GO:0006915\n"
    "  mechgraph build table.txt --vocab all.vocab -o graph.graphml\n",
    takes::free_words | takes::outputs | takes::json | takes::ontology,
    run,
};

}  // namespace mechgraph
