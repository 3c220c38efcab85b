// Headers → roles.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/reader.hpp"

namespace mechgraph {

struct Header {
  std::string_view text;  // trimmed
  Caret caret;
};

// The role of one header: --columns first, then the names of the document's columns, then ReadOptions::header_role, which is also asked for
// the header without a unit or remark in parentheses at its end, and of "Animal model/effects" for its parts: one that says what was found
// counts first, else the first that is known.
std::optional<Role> role_of_header(std::string_view header, ReadOptions const& options);

// A role for each header; `other` for a header that names none, with one note in the Diagnostics that lists these. A role that --columns
// gives belongs to that header alone. A second column for the id or for a field of the document is `other` too. `excerpt` is the header
// line. Throws Error when --columns names a header that is not there, or when no column holds what was found (result, mechanism, cargo) and
// ReadOptions::every_table does not ask for such tables too.
std::vector<Role> assign_roles(std::span<Header const> headers, std::string_view excerpt, ReadOptions const& options,
                               Diagnostics& diagnostics);

// True for the roles that statements are read from.
constexpr bool says_something(Role role) { return role == Role::result || role == Role::mechanism || role == Role::cargo; }

}  // namespace mechgraph
