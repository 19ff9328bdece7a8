// SPDX-License-Identifier: Apache-2.0
#include "themes/word_model.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace attune {

namespace {

constexpr int kMostMoves = 20;
constexpr float kSmoothing = 500.0F;  // words of the whole set, added to each group's
constexpr float kPriorWeight = 0.5F;

}  // namespace

WordModel::WordModel(const Corpus& corpus, std::vector<std::uint32_t> group_of, std::size_t k,
                     const Pool& pool)
    : k_(k), group_of_(std::move(group_of)) {
  for (int moves = 0; moves < kMostMoves; ++moves) {
    learn(corpus);
    if (!move(corpus, pool)) break;
  }
}

void WordModel::learn(const Corpus& corpus) {
  const std::size_t terms = corpus.vocabulary.size();
  lifts_ = Matrix(terms, k_);
  std::vector<float> sizes(k_, 1.0F);
  std::vector<float> words(k_, 0.0F);
  std::vector<float> said(terms, 0.0F);
  float all = 0.0F;
  for (std::size_t i = 0; i < group_of_.size(); ++i) {
    const std::uint32_t g = group_of_[i];
    sizes[g] += 1.0F;
    for (std::uint32_t e = corpus.counts.starts[i]; e < corpus.counts.starts[i + 1]; ++e) {
      const std::uint32_t term = corpus.counts.columns[e];
      if (corpus.vocabulary.kinds[term] != TermKind::content) continue;
      const float count = corpus.counts.values[e];
      lifts_.row(term)[g] += count;
      words[g] += count;
      said[term] += count;
      all += count;
    }
  }
  for (std::size_t t = 0; t < terms; ++t) {
    if (said[t] == 0.0F) continue;
    const float share = said[t] / all;
    for (std::size_t g = 0; g < k_; ++g) {
      float& lift = lifts_.row(t)[g];
      lift = std::log((lift + kSmoothing * share) / ((words[g] + kSmoothing) * share));
    }
  }
  priors_.assign(k_, 0.0F);
  for (std::size_t g = 0; g < k_; ++g) priors_[g] = kPriorWeight * std::log(sizes[g]);
}

std::uint32_t WordModel::most_likely(std::span<const std::pair<std::uint32_t, float>> counts,
                                     std::span<float> scores) const {
  std::copy(priors_.begin(), priors_.end(), scores.begin());
  for (const auto& [term, count] : counts) add_scaled(scores, count, lifts_.row(term));
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) -
                                    scores.begin());
}

bool WordModel::move(const Corpus& corpus, const Pool& pool) {
  std::atomic<bool> moved{false};
  pool.for_each_chunk(group_of_.size(), 512, [&](std::size_t begin, std::size_t end) {
    std::vector<float> scores(k_);
    std::vector<std::pair<std::uint32_t, float>> counts;
    for (std::size_t i = begin; i < end; ++i) {
      counts.clear();
      for (std::uint32_t e = corpus.counts.starts[i]; e < corpus.counts.starts[i + 1]; ++e) {
        counts.emplace_back(corpus.counts.columns[e], corpus.counts.values[e]);
      }
      const std::uint32_t to = most_likely(counts, scores);
      if (to == group_of_[i]) continue;
      group_of_[i] = to;
      moved = true;
    }
  });
  return moved;
}

}  // namespace attune
