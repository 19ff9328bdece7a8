// SPDX-License-Identifier: Apache-2.0
//
// Idea. From any group, walk to its nearest, and on, until two are each other's nearest: these are
// joined, and the walk goes on from the one before them. Mean distances never let a join come
// nearer to a third group than the nearer of its parts was, so the rest of the chain still holds;
// the joins, sorted by distance, are those of always joining the nearest two.
//
// When it applies. Rows have length 1 or 0. Of equals the one before in the chain is nearest, which
// makes the walk end. cut() replays the joins twice over a forest: once to find the last stage at
// which the most heavy groups stand (k at most), once to make it.
//
// What it costs. O(n² · d) to fill the table, on all threads; O(n²) for the walk, on one, as the
// means are kept by the weights of the two parts; O(n log n) for a cut. Memory n² floats.
//
// Source. F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, The
// Computer Journal 26 (1983). G. N. Lance, W. T. Williams, A general theory of classificatory
// sorting strategies, The Computer Journal 9 (1967), for the means.
//
// Tested in parts_test.cpp (Linkage) against a slow way that looks at all pairs of rows, and by
// light groups.
#include "themes/groups/linkage.h"

#include <algorithm>
#include <memory>
#include <numeric>

namespace attune {

namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

class Linker {
 public:
  Linker(const Matrix& rows, std::span<const float> weights, const Pool& pool)
      : n_(rows.rows),
        weights_(weights.begin(), weights.end()),
        distances_(std::make_unique_for_overwrite<float[]>(n_ * n_)) {
    const Panels panels(rows);
    pool.for_each_chunk(n_, 64, [&](std::size_t begin, std::size_t end) {
      std::vector<float> cosines(panels.padded_rows());
      for (std::size_t i = begin; i < end; ++i) {
        panels.dots(rows.row(i), cosines);
        for (std::size_t j = 0; j < n_; ++j) distances_[i * n_ + j] = 1.0F - cosines[j];
      }
    });
    live_.resize(n_);
    std::iota(live_.begin(), live_.end(), 0U);
  }

  std::vector<Join> run() {
    std::vector<Join> joins;
    while (live_.size() > 1) {
      if (chain_.empty()) chain_.push_back(live_.front());
      const std::uint32_t before = chain_.size() > 1 ? chain_[chain_.size() - 2] : kNone;
      const std::uint32_t next = nearest(chain_.back(), before);
      if (next != before) {
        chain_.push_back(next);
        continue;
      }
      const std::uint32_t kept = std::min(chain_.back(), before);
      const std::uint32_t gone = std::max(chain_.back(), before);
      joins.push_back({kept, gone, distance(kept, gone)});
      chain_.resize(chain_.size() - 2);
      join(kept, gone);
    }
    std::stable_sort(joins.begin(), joins.end(),
                     [](const Join& a, const Join& b) { return a.distance < b.distance; });
    return joins;
  }

 private:
  float& distance(std::uint32_t a, std::uint32_t b) { return distances_[a * n_ + b]; }

  /// Ties go to the one before in the chain, which makes the chain end.
  std::uint32_t nearest(std::uint32_t from, std::uint32_t before) {
    std::uint32_t best = before;
    float least = before == kNone ? 1e30F : distance(from, before);
    const float* row = distances_.get() + from * n_;
    for (const std::uint32_t to : live_) {
      if (to != from && row[to] < least) {
        least = row[to];
        best = to;
      }
    }
    return best;
  }

  void join(std::uint32_t kept, std::uint32_t gone) {
    live_.erase(std::lower_bound(live_.begin(), live_.end(), gone));
    const float sum = weights_[kept] + weights_[gone];
    for (const std::uint32_t other : live_) {
      if (other == kept) continue;
      const float mean =
          (weights_[kept] * distance(kept, other) + weights_[gone] * distance(gone, other)) / sum;
      distance(kept, other) = distance(other, kept) = mean;
    }
    weights_[kept] = sum;
  }

  std::size_t n_;
  std::vector<float> weights_;
  std::unique_ptr<float[]> distances_;  ///< n_ × n_; written first by the threads that fill it.
  std::vector<std::uint32_t> live_;     ///< Ascending.
  std::vector<std::uint32_t> chain_;
};

/// Groups that are joined, and how many of them are heavy.
class Forest {
 public:
  Forest(std::span<const float> weights, float least)
      : parent_(weights.size()), weights_(weights.begin(), weights.end()), least_(least) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (const float weight : weights) heavy_ += weight >= least ? 1 : 0;
  }

  [[nodiscard]] std::size_t heavy() const { return heavy_; }

  void join(const Join& two) {
    const std::uint32_t x = root(two.kept);
    const std::uint32_t y = root(two.gone);
    const std::uint32_t a = std::min(x, y);
    const std::uint32_t b = std::max(x, y);
    parent_[b] = a;
    heavy_ -= (weights_[a] >= least_ ? 1 : 0) + (weights_[b] >= least_ ? 1 : 0);
    weights_[a] += weights_[b];
    heavy_ += weights_[a] >= least_ ? 1 : 0;
  }

  [[nodiscard]] std::vector<std::uint32_t> groups() {
    std::vector<std::uint32_t> number(parent_.size(), kNoGroup);
    std::vector<std::uint32_t> group(parent_.size(), kNoGroup);
    std::uint32_t groups = 0;
    for (std::uint32_t r = 0; r < parent_.size(); ++r) {
      const std::uint32_t top = root(r);
      if (weights_[top] < least_) continue;
      if (number[top] == kNoGroup) number[top] = groups++;
      group[r] = number[top];
    }
    return group;
  }

 private:
  std::uint32_t root(std::uint32_t r) {
    while (parent_[r] != r) r = parent_[r] = parent_[parent_[r]];
    return r;
  }

  std::vector<std::uint32_t> parent_;
  std::vector<float> weights_;
  float least_;
  std::size_t heavy_ = 0;
};

}  // namespace

std::vector<Join> average_linkage(const Matrix& rows, std::span<const float> weights,
                                  const Pool& pool) {
  return Linker(rows, weights, pool).run();
}

std::vector<std::uint32_t> cut(std::span<const Join> joins, std::span<const float> weights,
                               std::size_t k, float least) {
  std::size_t stage = 0;  // joins to do
  std::size_t most = 0;
  Forest all(weights, least);
  for (std::size_t j = 0; j <= joins.size(); ++j) {
    if (std::min(all.heavy(), k) >= most) {
      most = std::min(all.heavy(), k);
      stage = j;
    }
    if (j < joins.size()) all.join(joins[j]);
  }
  Forest forest(weights, least);
  for (std::size_t j = 0; j < stage; ++j) forest.join(joins[j]);
  return forest.groups();
}

}  // namespace attune
