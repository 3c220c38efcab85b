// The table of importers, made from importers.def.
#include <array>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/mapped_file.hpp"
#include "base/text.hpp"
#include "vocab/importer.hpp"

namespace mechgraph {

#define IMPORTER(name) extern VocabularyImporter const name##_importer;
#include "vocab/importers.def"
#undef IMPORTER

namespace {

constexpr std::array all_importers{
#define IMPORTER(name) &name##_importer,
#include "vocab/importers.def"
#undef IMPORTER
};

constexpr std::size_t head_size = std::size_t{64} * 1024;

[[noreturn]] void refuse_form(std::string const& path, std::string_view bytes) {
  std::string_view const head = trim(bytes.substr(0, head_size));
  std::string what = "is of no known form";
  std::string hint = "give";
  if (bytes.starts_with("\x1F\x8B") || bytes.starts_with("BZh") || bytes.starts_with("\x28\xB5\x2F\xFD") ||
      bytes.starts_with("\xFD"
                        "7zXZ")) {
    throw Error(path, "is compressed", "unpack it first");
  }
  if (bytes.starts_with(VocabularyLayout::magic)) throw Error(path, "is compiled already", "use it with --vocab");
  if (head.starts_with("Prefix(") || head.starts_with("Ontology(")) what = "is OWL in functional syntax";
  if (head.starts_with('<')) what = "is XML";
  if (head.starts_with("Prefix(") || head.starts_with("Ontology(") || head.starts_with('<'))
    hint = "most ontologies also come as OBO: give";
  for (VocabularyImporter const* importer : all_importers) {
    hint += (importer == all_importers.front() ? " " : importer == all_importers.back() ? " or " : ", ") + std::string(importer->summary);
  }
  throw Error(path, what, hint);
}

void check_text(std::string const& path, std::string_view bytes) {
  std::size_t const bad = std::min(find_invalid_utf8(bytes), bytes.find('\0'));
  if (bad == std::string_view::npos) return;
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < bad; ++i) {
    if (bytes[i] != '\n') continue;
    ++line;
    start = i + 1;
  }
  throw Error(fmt::format("{}:{}:{}", path, line, count_code_points(bytes.substr(start, bad - start)) + 1),
              fmt::format("byte 0x{:02X} is not text in UTF-8", static_cast<unsigned char>(bytes[bad])), "save the file as UTF-8");
}

}  // namespace

std::span<VocabularyImporter const* const> vocabulary_importers() { return all_importers; }

void import_vocabulary(std::string const& path, Ontology const& ontology, VocabularyBuilder& builder, Diagnostics& diagnostics) {
  MappedFile const file(path);
  std::string_view bytes = file.bytes();
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string_view const head = bytes.substr(0, head_size);
  for (VocabularyImporter const* importer : all_importers) {
    if (!importer->recognises(head)) continue;
    if (importer->is_text) check_text(path, bytes);
    VocabularyInfo info;
    info.file = path.substr(path.rfind('/') + 1);
    builder.begin(std::move(info));
    importer->read({path, diagnostics.add_input(path), bytes, ontology}, builder, diagnostics);
    if (builder.terms_of_source() == 0) throw Error(path, "declares no term", "check that this is the whole file");
    return;
  }
  refuse_form(path, bytes);
}

}  // namespace mechgraph
