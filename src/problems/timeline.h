// SPDX-License-Identifier: Apache-2.0
#pragma once

// The period of a corpus cut into stretches of equal kind: days, weeks, months, quarters or years,
// the shortest that gives no more than about thirty of them.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/feelings.h"
#include "attune/trend.h"
#include "problems/corpus.h"

namespace attune::problems {

/// The kind of stretch that cuts so many days into at most 31 (years: more). None for no days.
[[nodiscard]] Stretch stretch_for(std::int32_t days);

class Timeline {
 public:
  /// Of the dated messages that count. Without dates there are no stretches.
  explicit Timeline(const Corpus& corpus);

  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] Stretch stretch() const { return stretch_; }
  /// The stretch a day falls in; the day must lie in the period.
  [[nodiscard]] std::size_t stretch_of(std::int32_t day) const;
  [[nodiscard]] std::string from(std::size_t stretch) const;
  [[nodiscard]] std::string first_day() const;  ///< "2026-03-01", or "".
  [[nodiscard]] std::string last_day() const;

  /// Per stretch: units that wrote in it, of which `mentions` hold (unit, day) pairs that count.
  [[nodiscard]] std::vector<Bucket> buckets(
      const std::vector<std::pair<std::uint32_t, std::int32_t>>& mentions) const;

 private:
  std::vector<std::int32_t> starts_;  ///< First day of each stretch, ascending.
  std::vector<std::uint64_t> wrote_;  ///< Distinct units per stretch.
  Stretch stretch_ = Stretch::none;
  std::int32_t first_ = kNoDay;
  std::int32_t last_ = kNoDay;
};

/// How the feelings of all messages ran: the `most` strongest (without neutral), and all over all.
/// Of the latter those are `named` that are read in 1 % of all messages (a judgement: a list of
/// them stands on the page, where less would be noise).
[[nodiscard]] Feelings feelings_of(const Corpus& corpus, const Timeline& timeline,
                                   std::size_t most);

}  // namespace attune::problems
