// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which messages may be compared over time: those of the same brand from the same source. Where one
// brand begins, or another file takes over, more of a problem is no growth of it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "problems/corpus.h"

namespace attune::problems {

struct Strata {
  /// Per message of the corpus; meaningful for those that count and have a date.
  std::vector<std::uint32_t> of;
  std::uint32_t number = 0;  ///< `of` holds 0 … number − 1.
};

/// A source is a channel of one file, or of several whose names differ in nothing but the digits of
/// a date ("2026-01.csv", "2026-02.csv"): exports of one place, month by month. Brands of a source
/// with fewer than ten messages are taken together over all sources.
[[nodiscard]] Strata strata_of(const Corpus& corpus);

/// What a file name says of its source: without its digits where four of them are a year of 1900 to
/// 2099, else itself.
[[nodiscard]] std::string source_in_name(std::string_view name);

}  // namespace attune::problems
