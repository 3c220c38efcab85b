# Writes OUT: one array of (file name without ending, text) for every file of DATA. Texts are raw strings in parts below the compiler's limit.
file(GLOB files ${DATA}/*.tsv ${DATA}/*.ttl)
list(SORT files)
set(body "")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "\\.tsv$" "" name "${name}")
  file(READ ${file} text)
  string(APPEND body "    {\"${name}\",\nR\"~~~~(${text})~~~~\"},\n")
endforeach()
file(WRITE ${OUT} "// Made from ontology/data by ontology/embed.cmake.
#include \"ontology/embedded.hpp\"

namespace mechgraph {
namespace {
constexpr EmbeddedTable tables[] = {
${body}};
}  // namespace
std::span<EmbeddedTable const> embedded_tables() { return tables; }
}  // namespace mechgraph
")
