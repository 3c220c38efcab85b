# Plants one forbidden line at a time in an empty tree: architecture.cmake must name each, and must pass what is allowed.
# cmake -DTREE=DIR -P architecture_test.cmake
cmake_minimum_required(VERSION 3.25)

# expect(FILE LINE TEXT): with LINE in FILE the check fails and says TEXT; with an empty TEXT it passes.
function(expect file line text)
  file(REMOVE_RECURSE ${TREE})
  file(WRITE ${TREE}/${file} "${line}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${TREE} -P ${CMAKE_CURRENT_LIST_DIR}/architecture.cmake
                  RESULT_VARIABLE result ERROR_VARIABLE said OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " said "${said}")  # CMake wraps what it says
  if(text STREQUAL "")
    if(NOT result EQUAL 0)
      message(SEND_ERROR "${file}: '${line}' is allowed, but the check said: ${said}")
    endif()
  else()
    string(FIND "${said}" "${file}: ${text}" found)
    if(result EQUAL 0 OR found EQUAL -1)
      message(SEND_ERROR "${file}: '${line}' must give '${text}'; the check gave ${result}: ${said}")
    endif()
  endif()
endfunction()

expect(src/base/a.hpp "#include \"ontology/term.hpp\"" "may not include \"ontology/term.hpp\"")
expect(ontology/a.hpp "#include \"domain/record.hpp\"" "may not include \"domain/record.hpp\"")
expect(src/read/a.cpp "#include \"ontology/ontology.hpp\"" "may not include \"ontology/ontology.hpp\"")
expect(src/interpret/a.cpp "#include \"read/reader.hpp\"" "may not include \"read/reader.hpp\"")
expect(src/query/a.cpp "#include \"exporters/exporter.hpp\"" "may not include \"exporters/exporter.hpp\"")
expect(exporters/a.cpp "#include \"query/paths.hpp\"" "may not include \"query/paths.hpp\"")
expect(exporters/a.cpp "#include \"domain/record.hpp\"" "may not include \"domain/record.hpp\"")
expect(src/graph/a.cpp "#include \"cli/report.hpp\"" "may not include \"cli/report.hpp\"")
expect(exporters/a.cpp "#include <boost/graph/graphml.hpp>" "may not include <boost/graph/graphml.hpp>")
expect(src/graph/a.cpp "#include <rapidxml/rapidxml.hpp>" "may not include <rapidxml/rapidxml.hpp>")
expect(src/cli/report.cpp "#include <CLI/CLI.hpp>" "may not include <CLI/CLI.hpp>")
foreach(line "  std::cout << 1" "  printf(\"x\")" "  std::fprintf(stderr, \"x\")" "  fmt::print(\"x\")" "  std::puts(\"x\")" "  std::exit(1)"
             "  auto* home = std::getenv(\"HOME\")" "  std::abort()" "#include <iostream>")
  expect(src/graph/a.cpp "${line}" "only src/cli prints, exits or reads the environment: ")
endforeach()

expect(src/read/a.cpp "#include \"ontology/role.hpp\"" "")
expect(exporters/a.cpp "#include \"domain/evidence.hpp\"" "")
expect(src/graph/bgl.hpp "#include <boost/graph/graph_concepts.hpp>" "")
expect(src/cli/options.cpp "#include <CLI/CLI.hpp>" "")
expect(src/cli/main.cpp "  std::exit(1)" "")
expect(src/base/a.cpp "  std::snprintf(text, 4, \"x\")" "")
expect(src/base/a.cpp "  // prints nothing: std::cout << 1" "")
file(REMOVE_RECURSE ${TREE})
