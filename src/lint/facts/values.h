// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the value of a fact must be, to be more than a yes.

#include <array>
#include <string_view>

namespace attune {

/// A day of day_of_fact().
[[nodiscard]] bool is_day(std::string_view value);
/// "12", "1,200", "12 lamps"; no date and no fraction.
[[nodiscard]] bool is_number(std::string_view value);
/// More than a yes, and no refusal: something that could be looked up.
[[nodiscard]] bool says_something(std::string_view value);
/// A price or a share, with its currency or its period.
[[nodiscard]] bool has_amount(std::string_view value);
/// "Anna", "A. de Vries": no company, no team and no address.
[[nodiscard]] bool is_person(std::string_view value);
/// A place where people can leave by themselves: a link, a page, a button. No telephone.
[[nodiscard]] bool is_path(std::string_view value);
/// Something that they told; what was watched, guessed or bought was not given.
[[nodiscard]] bool is_given(std::string_view value);
/// Classes of messages that do not sell,
inline constexpr auto kServingClasses =
    std::to_array<std::string_view>({"service", "security", "safety", "health", "recall", "legal",
                                     "outage", "emergency", "billing", "transactional"});
/// … and that do.
inline constexpr auto kSellingClasses = std::to_array<std::string_view>(
    {"marketing", "promotion", "newsletter", "advertising", "sales"});
[[nodiscard]] bool serving_class(std::string_view value);
/// Any of these classes.
[[nodiscard]] bool is_class(std::string_view value);
/// "none", "no", "never": what is claimed is not so. A fact that is left blank does not say that.
[[nodiscard]] bool says_no(std::string_view value);

}  // namespace attune
