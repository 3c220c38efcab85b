// Arguments → options. The only file that includes CLI11: it is slow to compile.
#include "cli/options.hpp"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/screen.hpp"
#include "cli/suggest.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t help_column = 26;
constexpr std::size_t help_width = 78;

// What the verb's options are bound to, before they are checked.
struct Raw {
  Options options;
  std::vector<std::string> positionals;
  std::vector<std::string> columns;
  std::string max_line;
  std::string max_size;
  std::string sign;
  std::string max_hops;
  std::string limit;
  std::string jobs;
  std::string min_witnesses;
  std::string hops;
  bool dot = false;
  std::string rdf;
  std::string theme;
  std::string gexf;
  bool help = false;
};

void add_reading(CLI::App& app, Raw& raw) {
  Options& o = raw.options;
  auto const group = [](CLI::Option* option) { option->group("Reading"); };
  group(app.add_option("--doi", o.document.doi, "of the article, where a table does not say it")->type_name("DOI"));
  group(app.add_option("--pmid", o.document.pmid, "the same, its PubMed number")->type_name("PMID"));
  group(app.add_option("--pmcid", o.document.pmcid, "the same, its PubMed Central number")->type_name("PMCID"));
  group(app.add_option("--title", o.document.title, "title of the article")->type_name("TEXT"));
  group(app.add_option("--table", o.table, "label of the table: \"Table 3\"")->type_name("TEXT"));
  group(app.add_option("--caption", o.caption, "caption of the table: may name a disease, define abbreviations")->type_name("TEXT"));
  group(app.add_option("--legend", o.legends, "footnotes or abbreviations of the table; may be repeated")
            ->type_name("TEXT")
            ->take_all()
            ->allow_extra_args(false));
  group(app.add_option("--columns", raw.columns,
                       "what a column holds, where its header does not say it: result=\"Therapeutic effects\",model=Animals")
            ->type_name("ROLE=HEADER,...")
            ->take_all()
            ->allow_extra_args(false));
  group(app.add_option("--references", o.references,
                       "the article's reference list, so that [107] says which work it is: RIS, BibTeX, NBIB, tabs (number, doi, pmid) "
                       "or the article's XML")
            ->type_name("FILE"));
  group(app.add_option("--input-format", o.input_format, "a reader's name, see 'mechgraph formats'; else told by the content")
            ->type_name("NAME"));
  group(app.add_option("--max-line", raw.max_line, "refuse inputs with a longer line (64M)")->type_name("SIZE"));
  group(app.add_option("--max-size", raw.max_size, "read packed documents up to this size (4G, and 500 times what they are packed)")
            ->type_name("SIZE"));
}

void add_common(CLI::App& app, Raw& raw) {
  Options& o = raw.options;
  app.add_flag("--strict", o.strict, "every finding is an error: exit 2, nothing written");
  app.add_flag("-q,--quiet", o.quiet, "errors only");
  app.add_flag("-v,--verbose", o.verbose, "all messages, also when there are many");
  app.add_option("-j,--jobs", raw.jobs, "threads; the output is the same at any number")->type_name("N");
}

void add_ontology(CLI::App& app, Options& o) {
  app.add_option("--ontology", o.ontology, "tables that replace those of the program")->type_name("DIR");
}

void add_vocabulary(CLI::App& app, Options& o) {
  app.add_option("--vocab", o.vocabulary, "outside vocabularies, as 'mechgraph vocab import' compiles them")->type_name("FILE");
}

void add_paths(CLI::App& app, Raw& raw) {
  Options& o = raw.options;
  auto const group = [](CLI::Option* option) { option->group("Search"); };
  auto const list = [&](char const* names, std::vector<std::string>& values, char const* type, char const* help) {
    group(app.add_option(names, values, help)->type_name(type)->take_all()->allow_extra_args(false));
  };
  group(app.add_option("--from", o.from, "where paths begin: a term, an identifier, a kind (source), a type (Gene), or @FILE with many")
            ->type_name("WHAT"));
  group(app.add_option("--to", o.to, "where they end")->type_name("WHAT"));
  group(app.add_option("--max-hops", raw.max_hops, "longest path (6)")->type_name("N"));
  group(app.add_option("-k", raw.limit, "the N best (all)")->type_name("N"));
  group(app.add_option("--sign", raw.sign, "only paths with this net sign: +, - or 0")->type_name("SIGN"));
  group(app.add_flag("--asserted", o.asserted, "only paths of which one record witnesses every hop; the three may be joined"));
  group(app.add_flag("--suggested", o.suggested, "only those of one record with a hop that the cargo suggests"));
  group(app.add_flag("--composed", o.composed, "only those joined over records: hypotheses"));
  group(app.add_flag("--new", o.only_new,
                     "hypotheses: composed paths with a direction, between ends that no record joins, over no contested effect"
                     " (from source to outcome, where the ends are not said)"));
  list("--via", o.via, "WHAT", "only paths that pass it, or an edge of this relation; may be repeated");
  list("--through", o.through, "KIND,...",
       "inner steps of these kinds; any: every relation in its stored direction, for graphs of other tools");
  list("--avoid", o.avoid, "WHAT", "only paths that do not pass it; may be repeated");
  list("--basis", o.bases, "BASIS", "only what is stated, implied or cargo; may be repeated");
  group(app.add_option("--min-witnesses", raw.min_witnesses, "only edges with as many witnesses")->type_name("N"));
  list("--without", o.without, "SOURCE", "as if this reference (107), record (row 4) or document were not there; may be repeated");
  group(app.add_flag("--all", o.all, "every path, as it is found: asserted, suggested, then composed, in the order of the graph"));
}

void add_selection(CLI::App& app, Raw& raw) {
  Options& o = raw.options;
  auto const group = [](CLI::Option* option) { option->group("Selection"); };
  auto const list = [&](char const* names, std::vector<std::string>& values, char const* type, char const* help) {
    group(app.add_option(names, values, help)->type_name(type)->take_all()->allow_extra_args(false));
  };
  list("--kind", o.kinds, "KIND", "only nodes of this kind; may be repeated");
  list("--relation", o.relations, "NAME", "only edges of this relation; may be repeated");
  list("--basis", o.bases, "BASIS", "only what is stated, implied or cargo; may be repeated");
  group(app.add_option("--min-witnesses", raw.min_witnesses, "only edges with as many witnesses")->type_name("N"));
  list("--without", o.without, "SOURCE", "as if this reference (107), record (row 4) or document were not there; may be repeated");
  group(app.add_option("--around", o.around, "only what is near this term")->type_name("WHAT"));
  group(app.add_option("--hops", raw.hops, "how near, in edges (1)")->type_name("N"));
}

void add_check(CLI::App& app, Options& o) {
  app.add_option("--fail-on", o.fail_on, "exit 1 for findings of this level (error, warning, note) or kind; may be repeated (warning)")
      ->type_name("LEVEL|KIND")
      ->take_all()
      ->allow_extra_args(false);
}

void add_options(CLI::App& app, Command const& command, Raw& raw) {
  Options& o = raw.options;
  app.set_help_flag();
  app.add_flag("-h,--help", raw.help, "this text");
  if ((command.options & takes::outputs) != 0) {
    app.add_option("-o,--output", o.outputs, "a file or folder, may be repeated; the ending tells the format; - is standard output")
        ->type_name("OUT")
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("-f,--format", o.format, "the format, whatever the ending; alone: to standard output")->type_name("NAME");
  }
  if ((command.options & takes::outputs) != 0 && (command.options & takes::ontology) == 0) {
    app.add_option("--rdf", raw.rdf, "direct: RDF formats hold only the plain signed triples; full: edges with their evidence (default)")
        ->type_name("FORM");
    app.add_option("--theme", raw.theme, "light or dark: how formats that are drawn look (light)")->type_name("NAME");
    app.add_option("--gexf", raw.gexf, "1.2 for readers that do not know 1.3 (1.3)")->type_name("VERSION");
  }
  if ((command.options & takes::json) != 0) app.add_flag("--json", o.json, "for programs: JSON");
  if ((command.options & takes::tsv) != 0) app.add_flag("--tsv", o.tsv, "for spreadsheets: tab-separated values");
  if ((command.options & takes::dot) != 0) app.add_flag("--dot", raw.dot, "for Graphviz: the same as -f dot");
  if ((command.options & takes::matrix) != 0) {
    app.add_option("--matrix", o.matrix,
                   "instead: in how many works things of one kind raise or lower those of another: source,outcome or derivative,mediator")
        ->type_name("KIND,KIND");
  }
  if ((command.options & takes::check) != 0) add_check(app, o);
  if ((command.options & takes::all) != 0) app.add_flag("--all", o.all, "everything, also where there is much of one kind");
  if ((command.options & takes::merge) != 0) {
    app.add_option(
           "--same-as", o.same_as,
           "join nodes that mappings call the same: a file of SSSOM TSV, or xref for the graphs' own identifiers and cross-references;"
           " may be repeated")
        ->type_name("FILE|xref")
        ->take_all()
        ->allow_extra_args(false);
  }
  if ((command.options & takes::records) != 0) {
    app.add_flag("--mentions", o.mentions, "the terms found in each cell");
    app.add_flag("--all", o.every_table, "also tables without a column that says what was found");
  }
  if ((command.options & takes::formats) != 0) app.add_flag("--extensions", o.extensions, "only the endings of the formats, one a line");
  if ((command.options & takes::paths) != 0) add_paths(app, raw);
  if ((command.options & takes::selection) != 0) add_selection(app, raw);
  bool const reads = (command.options & (takes::inputs | takes::words)) != 0;
  if (reads || (command.options & takes::ontology) != 0) add_ontology(app, o);
  if (reads) add_vocabulary(app, o);
  if (reads) add_reading(app, raw);
  add_common(app, raw);
  app.add_option("inputs", raw.positionals, "");
}

std::vector<std::string> option_names(CLI::App const& app) {
  std::vector<std::string> names;
  for (CLI::Option const* option : app.get_options()) {
    for (auto const& name : option->get_lnames()) names.push_back("--" + name);
    for (auto const& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

[[noreturn]] void refuse(Command const& command, std::string const& message, std::string hint = {}) {
  if (hint.empty()) hint = "see 'mechgraph " + std::string{command.name} + " --help'";
  throw Error("", message, std::move(hint));
}

[[noreturn]] void refuse_unknown(Command const& command, CLI::App const& app, std::string word) {
  if (auto const equals = word.find('='); equals != std::string::npos) word.erase(equals);
  auto const names = option_names(app);
  std::vector<std::string_view> const views(names.begin(), names.end());
  refuse(command, std::string{command.name} + " has no option " + word, did_you_mean(word, views));
}

// Sets a number from the text of its option; an empty text leaves it as it is.
template <class Number>
void set_number(Command const& command, std::string_view option, std::string const& text, Number& number, Number least) {
  if (text.empty()) return;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= least) return;
  refuse(command, std::string{option} + " can not be " + text, "it is a whole number from " + std::to_string(least));
}

// What CLI11 says of an option without its value, or with too many.
[[noreturn]] void refuse_count(Command const& command, std::string_view message) {
  std::string const option{message.substr(0, message.find(':'))};
  bool const missing = message.find("missing") != std::string_view::npos;
  refuse(command, option + (missing ? " needs a value" : " can be given only once"));
}

void check(Command const& command, Raw& raw) {
  Options& o = raw.options;
  bool const words = (command.options & takes::words) != 0;
  bool const inputs = (command.options & takes::inputs) != 0;
  if (words || inputs) {
    if (raw.positionals.empty())
      refuse(command, std::string{command.name} + " needs an input",
             "usage: mechgraph " + std::string{command.name} + " " + std::string{command.usage});
    if (words) {
      o.inputs = {raw.positionals.front()};
      o.words.assign(raw.positionals.begin() + 1, raw.positionals.end());
    } else {
      o.inputs = std::move(raw.positionals);
    }
    if (std::ranges::count(o.inputs, "-") > 1) refuse(command, "standard input can be read only once");
  } else if ((command.options & takes::free_words) != 0) {
    o.words = std::move(raw.positionals);
  } else if (!raw.positionals.empty()) {
    refuse(command, std::string{command.name} + " takes no input, but was given " + raw.positionals.front());
  }
  for (auto const& text : raw.columns) {
    auto const parsed = parse_columns(text);
    o.columns.insert(o.columns.end(), parsed.begin(), parsed.end());
  }
  if (!raw.max_line.empty()) o.max_line = parse_size("--max-line", raw.max_line);
  if (!raw.max_size.empty()) o.max_size = parse_size("--max-size", raw.max_size);
  set_number(command, "--max-hops", raw.max_hops, o.max_hops, 1U);
  set_number(command, "-k", raw.limit, o.limit, std::size_t{0});
  set_number(command, "--min-witnesses", raw.min_witnesses, o.min_witnesses, std::size_t{0});
  set_number(command, "--hops", raw.hops, o.hops, 0U);
  set_number(command, "--jobs", raw.jobs, o.jobs, 1U);
  if (raw.dot && o.format.empty()) o.format = "dot";
  if (raw.rdf == "direct") {
    o.exporting.rdf = RdfForm::direct;
  } else if (!raw.rdf.empty() && raw.rdf != "full") {
    refuse(command, "--rdf can not be " + raw.rdf, "it is full or direct");
  }
  if (raw.theme == "dark")
    o.exporting.theme = Theme::dark;
  else if (!raw.theme.empty() && raw.theme != "light")
    refuse(command, "--theme can not be " + raw.theme, "it is light or dark");
  if (raw.gexf == "1.2")
    o.exporting.gexf = GexfVersion::v1_2;
  else if (!raw.gexf.empty() && raw.gexf != "1.3")
    refuse(command, "--gexf can not be " + raw.gexf, "it is 1.3 or 1.2");
  if (!raw.sign.empty()) {
    if (raw.sign == "+" || raw.sign == "1" || raw.sign == "+1")
      o.sign = 1;
    else if (raw.sign == "-" || raw.sign == "-1")
      o.sign = -1;
    else if (raw.sign == "0")
      o.sign = 0;
    else
      refuse(command, "--sign can not be " + raw.sign, "it is +, - or 0");
  }
}

std::string option_table(CLI::App& app) {
  std::string text;
  for (std::string const& group : app.get_groups()) {
    std::string rows;
    for (CLI::Option const* option :
         app.get_options([&](CLI::Option const* each) { return each->get_group() == group && !each->get_positional(); })) {
      std::string names = "  ";
      for (auto const& name : option->get_snames()) names += "-" + name + (option->get_lnames().empty() ? "" : ", ");
      for (auto const& name : option->get_lnames()) names += "--" + name;
      if (option->get_items_expected_max() > 0 && !option->get_type_name().empty()) names += ' ' + option->get_type_name();
      std::string description = wrapped(option->get_description(), help_width - help_column, std::string(help_column, ' '));
      if (names.size() < help_column) {
        description.replace(0, names.size(), names);
      } else {
        names += '\n';
        description.insert(0, names);
      }
      rows += description;
    }
    if (!rows.empty()) text.append("\n").append(group).append(":\n").append(rows);
  }
  return text;
}

}  // namespace

std::optional<Options> parse_options(Command const& command, std::span<char const* const> arguments) {
  CLI::App app;
  Raw raw;
  add_options(app, command, raw);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 takes them
  if (std::ranges::any_of(arguments, [](std::string_view word) { return word == "--help" || word == "-h"; })) return std::nullopt;
  try {
    app.parse(reversed);
  } catch (CLI::ExtrasError const&) {
    auto const extras = app.remaining();
    refuse_unknown(command, app, extras.empty() ? std::string{} : extras.front());
  } catch (CLI::ArgumentMismatch const& error) {
    refuse_count(command, error.what());
  } catch (CLI::ParseError const& error) {
    refuse(command, error.what());
  }
  check(command, raw);
  return std::move(raw.options);
}

std::string help(Command const& command) {
  CLI::App app;
  Raw raw;
  add_options(app, command, raw);
  std::string text =
      "mechgraph " + std::string{command.name} + ": " + std::string{command.summary} + "\n\nusage: mechgraph " + std::string{command.name};
  if (!command.usage.empty()) text += ' ' + std::string{command.usage};
  text += "\n";
  if (!command.details.empty()) text += "\n" + std::string{command.details};
  text += option_table(app);
  if (!command.examples.empty()) text += "\nExamples:\n" + std::string{command.examples};
  return text;
}

std::string help() {
  std::string text =
      "mechgraph: therapeutic evidence tables → a graph of mechanisms, with the words for every edge\n"
      "\n"
      "usage: mechgraph VERB INPUT... [OPTION]...\n"
      "\n"
      "Verbs:\n";
  for (Command const* command : commands()) {
    text += "  " + padded(command->name, 10) + std::string{command->summary} + "\n";
  }
  text +=
      "\n"
      "Inputs are evidence tables (TSV, CSV, article XML, text copied from a page), told apart by content; - is a pipe.\n"
      "Data goes to standard output, messages to standard error.\n"
      "Exit: 0 done; 1 done, with findings; 2 nothing usable, output that can not be written, or wrong usage.\n"
      "\n"
      "Examples:\n"
      "  mechgraph build table.txt --doi 10.1186/s13287-022-02825-z -o graph.graphml -o graph.dot\n"
      "  mechgraph paths table.txt --from \"bone marrow\" --to \"acute liver failure\"\n"
      "\n"
      "mechgraph VERB --help says more; mechgraph --version says which this is.\n";
  return text;
}

std::vector<std::pair<Role, std::string>> parse_columns(std::string_view text) {
  // Where a part begins: at the start, or after a comma that a role and "=" follow.
  auto const role_at = [&](std::size_t begin) -> std::optional<Role> {
    std::size_t const equals = text.find('=', begin);
    if (equals == std::string_view::npos) return std::nullopt;
    return role_named(trim(text.substr(begin, equals - begin)));
  };
  std::vector<std::pair<Role, std::string>> columns;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t const equals = text.find('=', begin);
    if (equals == std::string_view::npos) {
      throw Error("--columns", "'" + std::string{text.substr(begin)} + "' is not ROLE=HEADER",
                  "such as --columns result=\"Therapeutic effects\"");
    }
    std::string_view const name = trim(text.substr(begin, equals - begin));
    auto const role = role_at(begin);
    if (!role || *role == Role::other || *role == Role::section) {
      std::span<std::string_view const> const names{role_names.data(), static_cast<std::size_t>(Role::section)};
      std::string hint = did_you_mean(name, names);
      if (hint.empty()) {
        hint = "the roles are";
        for (std::string_view const each : names) hint += (each == names.front() ? " " : ", ") + std::string{each};
      }
      throw Error("--columns", "there is no role '" + std::string{name} + "'", hint);
    }
    std::size_t end = text.find(',', equals);
    while (end != std::string_view::npos && !role_at(end + 1)) end = text.find(',', end + 1);
    if (end == std::string_view::npos) end = text.size();
    std::string_view header = trim(text.substr(equals + 1, end - equals - 1));
    if (header.size() >= 2 && header.front() == '"' && header.back() == '"') header = header.substr(1, header.size() - 2);
    columns.emplace_back(*role, header);
    begin = end + 1;
  }
  return columns;
}

std::size_t parse_size(std::string_view option, std::string_view text) {
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  std::string_view const unit{end, static_cast<std::size_t>(text.data() + text.size() - end)};
  unsigned const shift = unit.empty() ? 0 : unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 64;
  if (error != std::errc{} || shift == 64 || value == 0 || value > (std::size_t{1} << 50U)) {
    throw Error(std::string{option}, "'" + std::string{text} + "' is not a size", "such as 500000, 64M or 2G");
  }
  return value << shift;
}

}  // namespace mechgraph
