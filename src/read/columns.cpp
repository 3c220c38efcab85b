// Headers → roles.
#include "read/columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/fields.hpp"
#include "read/quote.hpp"

namespace mechgraph {
namespace {

constexpr std::size_t most_listed = 12;

std::string listed(std::vector<std::string_view> const& headers) {
  std::string list;
  for (std::size_t i = 0; i < std::min(headers.size(), most_listed); ++i) list += (i == 0 ? "" : ", ") + quoted(headers[i]);
  if (headers.size() > most_listed) list += fmt::format(" and {} more", headers.size() - most_listed);
  return list;
}

std::vector<std::string_view> texts_of(std::span<Header const> headers) {
  std::vector<std::string_view> texts;
  for (Header const& header : headers) texts.push_back(header.text);
  return texts;
}

bool given_by_user(Role role, ReadOptions const& options) {
  return std::ranges::any_of(options.columns, [&](auto const& column) { return column.first == role; });
}

std::optional<Role> role_by_user(std::string_view header, ReadOptions const& options) {
  for (auto const& [role, name] : options.columns) {
    if (trim(name) == header) return role;
  }
  return std::nullopt;
}

std::optional<Role> role_without_remark(std::string_view header, ReadOptions const& options) {
  if (auto const role = options.header_role(header)) return role;
  std::size_t const open = header.ends_with(')') ? header.rfind('(') : std::string_view::npos;
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  return options.header_role(trim(header.substr(0, open)));
}

std::optional<Role> role_by_name(std::string_view header, ReadOptions const& options) {
  if (auto const role = field_named(header)) return role;
  if (!options.header_role) return std::nullopt;
  if (auto const role = role_without_remark(header, options)) return role;
  // "Effects/targets" holds both: what was found counts before all else.
  std::optional<Role> found;
  auto const parts = split(header, '/');
  for (std::size_t i = 0; parts.size() > 1 && i < parts.size(); ++i) {
    auto const role = role_without_remark(trim(parts[i]), options);
    if (role && says_something(*role)) return role;
    if (!found) found = role;
  }
  return found;
}

// A column that can be there once only.
constexpr bool is_single(Role role) { return role == Role::id || (describes_document(role) && role != Role::legend); }

void check_given_columns(std::span<Header const> headers, ReadOptions const& options) {
  for (auto const& [role, name] : options.columns) {
    std::string_view const wanted = trim(name);
    if (std::ranges::find(headers, wanted, &Header::text) != headers.end()) continue;
    throw Error(options.columns_place, "there is no column " + quoted(wanted),
                fmt::format("the headers are {}", listed(texts_of(headers))));
  }
}

}  // namespace

std::optional<Role> role_of_header(std::string_view header, ReadOptions const& options) {
  if (auto const role = role_by_user(header, options)) return role;
  auto const role = role_by_name(header, options);
  return role && given_by_user(*role, options) ? std::nullopt : role;
}

std::vector<Role> assign_roles(std::span<Header const> headers, std::string_view excerpt, ReadOptions const& options,
                               Diagnostics& diagnostics) {
  constexpr std::size_t most_columns = 65535;  // Cell::column
  if (headers.size() > most_columns) {
    throw Error(diagnostics.place(headers.front().caret, excerpt),
                fmt::format("a header line of {} columns, above the limit of {}", headers.size(), most_columns),
                "check that this is a table");
  }
  check_given_columns(headers, options);
  std::vector<Role> roles;
  std::vector<std::string_view> unknown;
  Caret first_unknown;
  std::vector<bool> taken(role_names.size());
  for (Header const& header : headers) {
    auto role = role_of_header(header.text, options);
    if (role && is_single(*role) && taken[static_cast<std::size_t>(*role)]) role = std::nullopt;
    if (role) taken[static_cast<std::size_t>(*role)] = true;
    if (!role && !header.text.empty()) {
      if (unknown.empty()) first_unknown = header.caret;
      unknown.push_back(header.text);
    }
    roles.push_back(role.value_or(Role::other));
  }
  if (!options.every_table && std::ranges::none_of(roles, says_something)) {
    Caret const start{headers.empty() ? 0U : headers.front().caret.input, headers.empty() ? 0U : headers.front().caret.line, 0};
    throw Error(diagnostics.place(start, excerpt),
                fmt::format("no column is known to hold results; the headers are {}", listed(texts_of(headers))),
                "say which one does: --columns result=\"HEADER\"");
  }
  if (!unknown.empty()) {
    diagnostics.add({Severity::note, first_unknown,
                     fmt::format("column{} without a known role, kept but not read: {}", unknown.size() == 1 ? "" : "s", listed(unknown)),
                     "give one with --columns ROLE=\"HEADER\"", excerpt_of(excerpt, first_unknown)});
  }
  return roles;
}

}  // namespace mechgraph
