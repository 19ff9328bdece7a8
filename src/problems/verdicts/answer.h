// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was found: how many problems stand out from the rest, and the whole answer in one word.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "attune/explanation.h"

namespace attune::problems {

/// Messages that count, below which nothing is ranked: reading them all takes a few minutes and
/// says more. A judgement.
inline constexpr std::uint64_t kFewestRanked = 30;

/// How many of the first problems stand out from the rest: 2, 1 or 0. None where the first is tied
/// with two others or more; the first alone where only the second is tied. Never more than there
/// are
/// (`named`), nor than other groupings confirm (`confirmed`, regrouping.h).
/// `ties` as in Explanation::ties, of all problems, shown or not.
[[nodiscard]] std::size_t key_problems(const std::vector<std::vector<std::uint32_t>>& ties,
                                       std::size_t confirmed, std::size_t named);

/// Of an explanation that is made but for its answer. Where surely two in three are content and no
/// problem reaches more than one in ten, that is the answer, whatever order the problems have. Both
/// are judgements.
[[nodiscard]] Answer answer_of(const Explanation& explanation);

}  // namespace attune::problems
