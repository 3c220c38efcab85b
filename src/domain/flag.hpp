// What qualifies a statement's reading. flags.tsv says which are doubts and what each means; a test holds the two lists together.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mechgraph {

// In byte order of the names: the order in which they are printed.
enum class Flag : std::uint8_t {
  ambiguous_trigger,
  axis_convention,
  bare_nominal,
  bound_prefix,
  column_header,
  coordination,
  coreference,
  depends_on_resolution,
  derivative_mismatch,
  disease_from_caption,
  disease_from_row,
  disease_from_section,
  disease_from_title,
  ellipsis,
  evaluative_trigger,
  hedged,
  joint_agents,
  loss_of_function,
  mediator_sign_unknown,
  no_direction,
  subject_attachment,
  subject_from_caption,
  subject_from_column,
  subject_from_section_row,
  target_convention,
  uncertain_cells,
  unresolved_object,
  unresolved_subject,
};

inline constexpr std::array<std::string_view, 28> flag_names{"ambiguous_trigger",     "axis_convention",
                                                             "bare_nominal",          "bound_prefix",
                                                             "column_header",         "coordination",
                                                             "coreference",           "depends_on_resolution",
                                                             "derivative_mismatch",   "disease_from_caption",
                                                             "disease_from_row",      "disease_from_section",
                                                             "disease_from_title",    "ellipsis",
                                                             "evaluative_trigger",    "hedged",
                                                             "joint_agents",          "loss_of_function",
                                                             "mediator_sign_unknown", "no_direction",
                                                             "subject_attachment",    "subject_from_caption",
                                                             "subject_from_column",   "subject_from_section_row",
                                                             "target_convention",     "uncertain_cells",
                                                             "unresolved_object",     "unresolved_subject"};

constexpr std::string_view name(Flag flag) noexcept { return flag_names[static_cast<std::size_t>(flag)]; }

constexpr std::optional<Flag> flag_named(std::string_view text) noexcept {
  for (std::size_t i = 0; i < flag_names.size(); ++i) {
    if (flag_names[i] == text) return static_cast<Flag>(i);
  }
  return std::nullopt;
}

// A set of flags in 32 bits.
class FlagSet {
 public:
  constexpr FlagSet() = default;
  constexpr explicit FlagSet(std::uint32_t bits) : bits_(bits) {}
  constexpr void set(Flag flag) noexcept { bits_ |= bit(flag); }
  [[nodiscard]] constexpr bool has(Flag flag) const noexcept { return (bits_ & bit(flag)) != 0; }
  [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return bits_; }
  constexpr FlagSet& operator|=(FlagSet other) noexcept {
    bits_ |= other.bits_;
    return *this;
  }
  constexpr bool operator==(FlagSet const&) const = default;
  constexpr auto operator<=>(FlagSet const&) const = default;

 private:
  static constexpr std::uint32_t bit(Flag flag) noexcept { return std::uint32_t{1} << static_cast<unsigned>(flag); }
  std::uint32_t bits_ = 0;
};

}  // namespace mechgraph
