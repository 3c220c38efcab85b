// Opening a text and reading it on.
#include "read/input.hpp"

#include <memory>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace mechgraph {
namespace {

std::string shown_name(std::string const& name) { return name == "-" ? "standard input" : name; }

Error error_of(TextFault const& fault, Diagnostics const& diagnostics) {
  return {diagnostics.place(fault.caret, fault.before), fault.message, fault.hint};
}

}  // namespace

Input open_text(ByteSource& source, std::string name, std::string shown, InputLimits const& limits, Diagnostics& diagnostics) {
  std::uint32_t const number = diagnostics.add_input(shown);
  Input input{std::move(name), number, {}, std::make_shared<TextBlocks>(source, number, limits, diagnostics)};
  try {
    bool const some = input.rest->next(input.bytes);
    if (!trim(input.bytes).empty()) return input;
    bool const more = some && input.rest->next(input.bytes);
    if (more && !trim(input.bytes).empty()) return input;
    throw Error(std::move(shown),
                !some  ? "is empty"
                : more ? "begins with megabytes of white space"
                       : "holds nothing but white space",
                "give a table: a header line and rows");
  } catch (TextFault const& fault) {
    throw error_of(fault, diagnostics);
  }
}

bool next_block(Input const& input, Diagnostics& diagnostics, std::string& text) {
  if (!input.rest) return false;
  try {
    return input.rest->next(text);
  } catch (TextFault& fault) {
    diagnostics.add(
        {Severity::error, fault.caret, std::move(fault.message), fault.hint + "; what stands above is used", std::move(fault.before)});
    return false;
  }
}

void read_rest(Input& input, Diagnostics& diagnostics) {
  if (!input.rest) return;
  try {
    while (input.rest->next(input.bytes)) {
    }
  } catch (TextFault const& fault) {
    throw error_of(fault, diagnostics);
  }
  input.rest.reset();
}

Input check_input(std::string name, std::string_view bytes, InputLimits const& limits, Diagnostics& diagnostics) {
  MemorySource source{bytes};
  std::string shown = shown_name(name);
  Input input = open_text(source, std::move(name), std::move(shown), limits, diagnostics);
  read_rest(input, diagnostics);
  return input;
}

Input open_input(std::string const& name, InputLimits const& limits, Diagnostics& diagnostics) {
  FileSource source{name};
  Input input = open_text(source, name, shown_name(name), limits, diagnostics);
  read_rest(input, diagnostics);
  return input;
}

}  // namespace mechgraph
