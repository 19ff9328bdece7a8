// SPDX-License-Identifier: Apache-2.0
//
// Idea. A table of terms × groups holds the log of how much more a group says a term than all do; a
// text's score for every group is then a sum of rows, besides what size and vector say. For its own
// group the score is worked out again without the text's words, and without it in the group's size;
// the group's centre and the shares of all still hold it.
//
// When it applies. Groups exist already and are about right. All texts are judged by one model,
// then moved, then the model is learnt anew: so threads change nothing. But no likelihood is sure
// to rise, which is why the rounds are limited. 500 words of the whole set are added to each
// group's, which holds back a group of few words.
//
// What it costs. A round O(entries · k + texts · k · d + terms · k), of which learning is on one
// thread. Memory O(terms · k).
//
// Source. K. Nigam, A. K. McCallum, S. Thrun, T. Mitchell, Text classification from labeled and
// unlabeled documents using EM, Machine Learning 39 (2000). C. Zhai, J. Lafferty, A study of
// smoothing methods for language models, SIGIR 2001, for the words added.
//
// Tested through discover() in discover_test.cpp, by planted topics, and beyond the sample.
#include "themes/groups/word_model.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "themes/groups/kmeans.h"

namespace attune {

namespace {

constexpr int kMostMoves = 12;
constexpr float kSmoothing = 500.0F;  // words of the whole set, added to each group's
constexpr float kPriorWeight = 0.5F;
constexpr float kLesserTerm = 0.3F;  // weight of pairs and grammar words
constexpr float kVectorSay = 6.0F;   // nats a cosine of 1 is worth
constexpr float kNever = -1e30F;     // score of a settled group without texts

using Counts = std::vector<std::pair<std::uint32_t, float>>;

}  // namespace

WordModel::WordModel(const TermCorpus& corpus, const Matrix& rows,
                     std::vector<std::uint32_t> group_of, std::size_t k, const Pool& pool)
    : k_(k), group_of_(std::move(group_of)) {
  weigh(corpus.vocabulary);
  learn(corpus, rows);
  for (int moves = 0; moves < kMostMoves && move(corpus, rows, pool); ++moves) learn(corpus, rows);
}

WordModel::WordModel(const TermCorpus& corpus, const Matrix& rows,
                     std::vector<std::uint32_t> group_of, std::size_t k)
    : k_(k), settled_(true), group_of_(std::move(group_of)) {
  weigh(corpus.vocabulary);
  learn(corpus, rows);
}

void WordModel::weigh(const Vocabulary& vocabulary) {
  for (const TermKind kind : vocabulary.kinds) {
    weights_.push_back(kind == TermKind::content || kind == TermKind::shared ? 1.0F : kLesserTerm);
  }
}

void WordModel::learn(const TermCorpus& corpus, const Matrix& rows) {
  const std::size_t terms = corpus.vocabulary.size();
  said_ = Matrix(terms, k_);
  lifts_ = Matrix(terms, k_);
  sizes_.assign(k_, 0.0F);
  words_.assign(k_, 0.0F);
  shares_.assign(terms, 0.0F);
  float all = 0.0F;
  for (std::size_t i = 0; i < group_of_.size(); ++i) {
    const std::uint32_t g = group_of_[i];
    const bool grouped = g < k_;
    if (grouped) sizes_[g] += 1.0F;
    for (std::uint32_t e = corpus.counts.starts[i]; e < corpus.counts.starts[i + 1]; ++e) {
      const std::uint32_t term = corpus.counts.columns[e];
      const float count = corpus.counts.values[e] * weights_[term];
      shares_[term] += count;
      all += count;
      if (!grouped) continue;
      said_.row(term)[g] += count;
      words_[g] += count;
    }
  }
  for (std::size_t t = 0; t < terms; ++t) {
    shares_[t] /= all;
    const float absent = kSmoothing * shares_[t];
    for (std::size_t g = 0; g < k_; ++g) {
      const float there = said_.row(t)[g];
      const float lift = (there + absent) / ((words_[g] + kSmoothing) * shares_[t]);
      lifts_.row(t)[g] = std::log(lift);
    }
  }
  centres_ = centres_of(rows, group_of_, k_);
}

void WordModel::score(std::span<const std::pair<std::uint32_t, float>> counts,
                      std::span<const float> vector, std::span<float> scores) const {
  for (std::size_t g = 0; g < k_; ++g) {
    scores[g] =
        kPriorWeight * std::log(sizes_[g] + 1.0F) + kVectorSay * dot(vector, centres_.row(g));
  }
  for (const auto& [term, count] : counts) {
    add_scaled(scores, count * weights_[term], lifts_.row(term));
  }
  for (std::size_t g = 0; settled_ && g < k_; ++g) {
    if (sizes_[g] == 0.0F) scores[g] = kNever;
  }
}

/// What score() gives for the text's own group, less the vector's part, had it not been there.
float WordModel::without_itself(std::span<const std::pair<std::uint32_t, float>> counts,
                                std::uint32_t group) const {
  float own = 0.0F;
  for (const auto& [term, count] : counts) own += count * weights_[term];
  float score = kPriorWeight * std::log(sizes_[group]);
  for (const auto& [term, count] : counts) {
    const float said = count * weights_[term];
    const float there = said_.row(term)[group] - said + kSmoothing * shares_[term];
    const float lift = there / ((words_[group] - own + kSmoothing) * shares_[term]);
    score += said * std::log(lift);
  }
  return score;
}

std::uint32_t WordModel::most_likely(std::span<const std::pair<std::uint32_t, float>> counts,
                                     std::span<const float> vector, std::span<float> scores) const {
  score(counts, vector, scores);
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.end()) -
                                    scores.begin());
}

bool WordModel::move(const TermCorpus& corpus, const Matrix& rows, const Pool& pool) {
  std::atomic<bool> moved{false};
  pool.for_each_chunk(group_of_.size(), 256, [&](std::size_t begin, std::size_t end) {
    std::vector<float> scores(k_);
    Counts counts;
    for (std::size_t i = begin; i < end; ++i) {
      read_row(corpus.counts, i, counts);
      score(counts, rows.row(i), scores);
      const std::uint32_t from = group_of_[i];
      scores[from] =
          without_itself(counts, from) + kVectorSay * dot(rows.row(i), centres_.row(from));
      const auto best = std::max_element(scores.begin(), scores.end());
      const auto to = static_cast<std::uint32_t>(best - scores.begin());
      if (to == from) continue;
      group_of_[i] = to;
      moved = true;
    }
  });
  return moved;
}

}  // namespace attune
