// SPDX-License-Identifier: Apache-2.0
#include "problems/struggles.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "problems/content_words.h"
#include "problems/corpus_sample.h"
#include "problems/regrouping.h"
#include "problems/timeline.h"

namespace attune::problems {

namespace {

constexpr std::uint32_t kOthers = 4;         // Groupings beside the first.
constexpr std::size_t kMostLookedAt = 2000;  // Messages that struggle, in each of them.

/// Every how many-th unit a look at the corpus takes.
std::uint32_t stride_of(const Corpus& corpus) {
  const auto struggling = static_cast<std::size_t>(std::count_if(
      corpus.messages.begin(), corpus.messages.end(), [&](const CorpusMessage& message) {
        const auto* const clauses = corpus.clauses.data();
        return std::any_of(clauses + message.first_clause, clauses + message.last_clause,
                           [](const CorpusClause& clause) { return clause.is(Kind::struggle); });
      }));
  return static_cast<std::uint32_t>(1 + struggling / (kMostLookedAt + 1));
}

/// Groupings of one corpus, each from a seed of its own.
class Regrouper {
 public:
  Regrouper(const TopicSource& source, const TopicOptions& options, const Pool& pool)
      : source_(source), options_(options), pool_(pool) {}

  Struggles run() const {
    const std::uint32_t stride = stride_of(source_.corpus);
    return stride == 1 ? most_agreed_of_all() : confirmed_by_samples(stride);
  }

 private:
  [[nodiscard]] Struggles most_agreed_of_all() const {
    Struggles shown = group(0);
    std::vector<Ranking> rankings = {shown.ranking};
    for (std::uint32_t i = 1; i <= kOthers; ++i) rankings.push_back(look(source_, i, pool_));
    const std::size_t best = most_agreed(rankings);
    if (best > 0) shown = group(best);
    std::vector<std::size_t> agreed;
    for (std::size_t i = 0; i < rankings.size(); ++i) {
      if (i != best) agreed.push_back(agreement(rankings[best], rankings[i]));
    }
    shown.steady = confirmed(agreed);
    return shown;
  }

  [[nodiscard]] Struggles confirmed_by_samples(std::uint32_t stride) const {
    Struggles shown;
    std::vector<Ranking> again(kOthers);
    pool_.for_each_chunk(1 + kOthers, 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (i == 0) {
          shown = group(0);
        } else {
          again[i - 1] = look_at_sample(sample_number(stride, i), i);
        }
      }
    });
    std::vector<std::size_t> agreed;
    for (std::size_t i = 1; i <= kOthers; ++i)
      agreed.push_back(agreement(seen_in(shown.ranking, sample_number(stride, i)), again[i - 1]));
    shown.steady = confirmed(agreed);
    return shown;
  }

  [[nodiscard]] static UnitSample sample_number(std::uint32_t stride, std::size_t number) {
    return {.stride = stride, .offset = static_cast<std::uint32_t>(number % stride)};
  }

  /// The ranking of one grouping of a sample; on one thread, as several are made side by side.
  [[nodiscard]] Ranking look_at_sample(const UnitSample& sample, std::uint64_t grouping) const {
    const Corpus part = sample_of(source_.corpus, sample);
    const Timeline timeline(part);
    Judging judging(part);
    const TopicSource source{
        part, timeline, judging, source_.keep_praise, source_.kinds_of, source_.phrase_kinds};
    return look(source, grouping, Pool(1));
  }

  [[nodiscard]] Struggles group(std::uint64_t grouping) const {
    TopicOptions options = options_;
    options.seed += grouping;
    Struggles out{.found = find_topics(source_, Kind::struggle, options, pool_)};
    out.ranking =
        rank_problems(source_.corpus, std::move(out.found.topics), {.seed = options_.seed}, pool_);
    return out;
  }

  /// Only who speaks of what, and in which order.
  [[nodiscard]] Ranking look(const TopicSource& source, std::uint64_t grouping,
                             const Pool& pool) const {
    TopicOptions options = options_;
    options.seed += grouping;
    options.first_look = true;
    FoundTopics found = find_topics(source, Kind::struggle, options, pool);
    return rank_problems(source.corpus, std::move(found.topics),
                         {.seed = options_.seed, .first_look = true}, pool);
  }

  const TopicSource& source_;
  const TopicOptions& options_;
  const Pool& pool_;
};

}  // namespace

Struggles find_struggles(const TopicSource& source, const TopicOptions& options, const Pool& pool) {
  return Regrouper(source, options, pool).run();
}

}  // namespace attune::problems
