// SPDX-License-Identifier: Apache-2.0
#include "problems/ranking/ranking.h"

#include <algorithm>

#include "measure/interval.h"
#include "measure/rank.h"
#include "measure/trend.h"
#include "problems/ranking/associations.h"
#include "problems/ranking/rating_scale.h"

namespace attune::problems {

namespace {

constexpr std::size_t kMostRanked = 30;  // Topics that enter the ranking.

/// Runs of ranks that the data cannot tell apart: a problem is in the run of the one that begins it
/// if that rank lies in its own 95 % interval. `ordered` is best first.
std::vector<std::vector<std::uint32_t>> tied_ranks(const std::vector<FoundTopic>& ordered) {
  std::vector<std::vector<std::uint32_t>> ties;
  for (std::size_t first = 0; first < ordered.size();) {
    std::vector<std::uint32_t> tie = {static_cast<std::uint32_t>(first + 1)};
    while (first + tie.size() < ordered.size() &&
           ordered[first + tie.size()].topic.rank_low <= first + 1) {
      tie.push_back(static_cast<std::uint32_t>(first + tie.size() + 1));
    }
    first += tie.size();
    if (tie.size() > 1) ties.push_back(std::move(tie));
  }
  return ties;
}

/// 1 where the problem goes along with no lower rating, 2 where it surely costs half the scale.
double driver_weight(const Association& driver, const RatingScale& scale) {
  if (!driver.known || !driver.rating || !scale.known()) return 1;
  const double surely_lost = std::max(0.0, -driver.interval.high);
  return 1 + std::min(1.0, surely_lost / ((scale.high - scale.low) / 2));
}

}  // namespace

Ranking rank_problems(const Corpus& corpus, std::vector<FoundTopic> found,
                      const RankingOptions& options, const Pool& pool) {
  if (found.size() > kMostRanked) found.resize(kMostRanked);
  const std::vector<Association> drivers =
      associations(corpus, found, {.seed = options.seed, .first_look = options.first_look}, pool);
  const RatingScale scale = rating_scale(corpus);
  std::vector<std::vector<Mention>> mentions;
  std::vector<double> weights;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Topic& topic = found[i].topic;
    topic.driver = drivers[i];
    topic.priority.trend = trend_weight(topic.trend);
    topic.priority.driver = driver_weight(topic.driver, scale);
    mentions.push_back(found[i].mentions);
    weights.push_back(topic.priority.trend * topic.priority.driver);
  }
  const std::vector<Ranked> ranked =
      rank(mentions, weights, corpus.units,
           {.seed = options.seed, .draws = options.first_look ? 1 : RankOptions{}.draws}, pool);
  Ranking out{.problems = std::vector<FoundTopic>(found.size())};
  for (std::size_t i = 0; i < found.size(); ++i) {
    Topic& topic = found[i].topic;
    topic.rank = ranked[i].rank;
    topic.rank_low = ranked[i].rank_low;
    topic.rank_high = ranked[i].rank_high;
    topic.score = ranked[i].score;
    topic.priority.reach = share_of(topic.reach.count, topic.reach.of).interval.low;
    topic.priority.severity = ranked[i].severity;
    out.problems[ranked[i].rank - 1] = std::move(found[i]);
  }
  out.ties = tied_ranks(out.problems);
  return out;
}

}  // namespace attune::problems
