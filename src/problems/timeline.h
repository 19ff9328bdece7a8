// SPDX-License-Identifier: Apache-2.0
#pragma once

// The period of a corpus cut into stretches of equal kind: days, weeks, months, quarters or years,
// the shortest that gives no more than about thirty of them.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "attune/feelings.h"
#include "attune/trend.h"
#include "measure/trend.h"
#include "problems/corpus.h"
#include "problems/strata.h"

namespace attune::problems {

/// The kind of stretch that cuts so many days into at most 31 (years: more). None for no days.
[[nodiscard]] Stretch stretch_for(std::int32_t days);

class Timeline {
 public:
  /// Of the dated messages that count. Without dates there are no stretches.
  explicit Timeline(const Corpus& corpus);

  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] Stretch stretch() const { return stretch_; }
  /// True where messages are of more than one stratum (see strata.h).
  [[nodiscard]] bool stratified() const { return strata_.number > 1; }
  /// The stretch a day falls in; the day must lie in the period.
  [[nodiscard]] std::size_t stretch_of(std::int32_t day) const;
  [[nodiscard]] std::string from(std::size_t stretch) const;
  [[nodiscard]] std::string first_day() const;  ///< "2026-03-01", or "".
  [[nodiscard]] std::string last_day() const;

  /// How what is said in these messages (dated, counting, of the corpus given) runs: per stretch
  /// the units that wrote in it, and of them those that wrote one of `messages`; the same by
  /// stratum, where there is more than one. A stratum is a brand in a source (see strata.h).
  [[nodiscard]] Course course(const Corpus& corpus, std::span<const std::uint32_t> messages) const;

 private:
  std::vector<std::int32_t> starts_;  ///< First day of each stretch, ascending.
  std::vector<std::uint64_t> wrote_;  ///< Distinct units per stretch.
  Strata strata_;
  std::vector<std::vector<std::uint64_t>> wrote_in_;  ///< The same by stratum; none where only one.
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
