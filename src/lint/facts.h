// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the sender knows and the text cannot show: when the offer ends, how many are left, who was
// asked. A claim is a question until a fact answers it.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"

namespace attune {

using Facts = std::map<std::string, std::string, std::less<>>;

/// Reads a YAML map of facts ("offer_ends: 2026-06-30"). A list becomes its entries joined by
/// commas; a nested map ("stock: {left: 12}") gives "stock.left" and, for its first entry, "stock".
[[nodiscard]] Result<Facts> read_facts(std::string_view yaml);

/// A sentence for each fact that can clear nothing as it is written ("offer_ends: yes"): its name
/// and what is wanted.
[[nodiscard]] std::vector<std::string> doubts(const Facts& facts);

/// What copy says, for a fact to speak of.
struct Claim {
  std::string_view words;     ///< Those that were found,
  std::string_view sentence;  ///< … the sentence that they stand in,
  std::string_view around;    ///< … with the sentences beside it.
  std::int64_t today = 0;     ///< The day of checking, since 1970.
};

enum class FactVerdict : std::uint8_t { unknown, true_claim, false_claim };

/// Is the claim true by the fact called `name`? A fact that says nothing of this very claim, or is
/// not what is wanted of it, leaves it unknown. Days are compared with days, numbers with numbers;
/// an offer that has ended ends no more.
[[nodiscard]] FactVerdict judge(const Facts& facts, std::string_view name, const Claim& claim);

}  // namespace attune
