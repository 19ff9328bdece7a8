// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the sender knows and the text cannot show: when the offer ends, how many are left, who was
// asked. A claim is a question until a fact answers it.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune {

using Facts = std::map<std::string, std::string, std::less<>>;

/// Reads a YAML map of facts ("offer_ends: 2026-06-30"). A list becomes its entries joined by
/// commas; a nested map ("stock: {left: 12}") gives "stock.left" and, for its first entry, "stock".
[[nodiscard]] Result<Facts> read_facts(std::string_view yaml);

enum class FactVerdict : std::uint8_t { unknown, true_claim, false_claim };

/// Is the claim in `words` (within `sentence`) true by the fact called `name`? Dates are compared
/// with dates, numbers with numbers; any other fact speaks for the claim unless it is "none".
[[nodiscard]] FactVerdict judge(const Facts& facts, std::string_view name, std::string_view words,
                                std::string_view sentence);

}  // namespace attune
