// SPDX-License-Identifier: Apache-2.0
#pragma once

// Do the first problems stay the first when the same words are grouped again? Grouping begins from
// a seed, and another seed gives other groups: what one of them puts first is no finding unless the
// others do too. The ranking's own bootstrap cannot see this, since it draws people, not groups.
//
// Five groupings are made and ranked, from five seeds. The one that the others agree with most is
// shown (their medoid; ties go to the first), and how much they agree is part of the answer. Of a
// large file the others see a sample of the people each, so that the cost is bounded, and the
// grouping of the whole file is shown: stability under subsampling (Ben-Hur, Elisseeff and Guyon
// 2002). What one of the others does not confirm is called open.

#include <cstddef>
#include <span>

#include "problems/corpus_sample.h"
#include "problems/ranking/ranking.h"

namespace attune::problems {

/// True where the two are mostly spoken of by the same units: a Jaccard index of at least a half.
[[nodiscard]] bool same_problem(const FoundTopic& a, const FoundTopic& b);

/// How many of the first problems are the same in both: 2 if the first two are, in either order; 1
/// if the first is; else 0. Where one of them names no problem or only one, at most that many.
[[nodiscard]] std::size_t agreement(const Ranking& a, const Ranking& b);

/// The first problems as only the units of `sample` speak of them.
[[nodiscard]] Ranking seen_in(const Ranking& ranking, const UnitSample& sample);

/// The index of the ranking that the others agree with most. `rankings` is not empty.
[[nodiscard]] std::size_t most_agreed(std::span<const Ranking> rankings);

/// How many of the first problems all other groupings confirm, 0 to 2, from their agreements with
/// the one that is shown; 2 where there are none.
[[nodiscard]] std::size_t confirmed(std::span<const std::size_t> agreements);

}  // namespace attune::problems
