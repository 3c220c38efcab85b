# Writes OUT: one array of (file name without .tsv, text) for every table of DATA, sorted by name. Run by CMakeLists.txt at build time.
# The texts go in as raw strings, so that nothing in them needs an escape.
file(GLOB files ${DATA}/*.tsv ${DATA}/*.ttl)
list(SORT files)
set(body "")
foreach(file IN LISTS files)
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "\\.tsv$" "" name "${name}")
  file(READ ${file} text)
  if(text MATCHES "\\)~~~~\"")
    message(FATAL_ERROR "${file}: holds the mark that ends a raw string: )~~~~\"")
  endif()
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
