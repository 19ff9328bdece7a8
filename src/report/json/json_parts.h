// SPDX-License-Identifier: Apache-2.0
#pragma once

// Parts of the explanation's JSON: shares, groups side by side, two rounds, and what a later round
// needs.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "attune/explanation.h"
#include "attune/span.h"
#include "base/json_out.h"

namespace attune {

/// The name of `value` among the names of its kind, which stand in its order.
template <class Enum, std::size_t kCount>
[[nodiscard]] std::string_view name_in(const std::array<std::string_view, kCount>& names,
                                       Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

/// The keys "begin" and "end", inside an object.
void span_json(JsonOut& out, const Span& span);
void interval_json(JsonOut& out, const Interval& interval);
void words_json(JsonOut& out, std::string_view name, const std::vector<std::string>& words);
/// The keys of a share, inside an object.
void share_json(JsonOut& out, const Share& share);

/// One group: an object. What is hidden is null, with "why".
void cohort_json(JsonOut& out, const Cohort& cohort, Unit unit);
/// The key "cohorts": null where nobody asked for them.
void cohorts_json(JsonOut& out, const Explanation& explanation);
/// The key "compared_with": null where there is no earlier round.
void compared_json(JsonOut& out, const RoundComparison& comparison);
/// The key "for_next_round": hashes, no texts; names of brands, sources and columns.
void prints_json(JsonOut& out, const Explanation& explanation);

}  // namespace attune
