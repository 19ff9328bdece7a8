// SPDX-License-Identifier: Apache-2.0
#include "themes/consensus.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "themes/kmeans.h"

namespace attune {

namespace {

constexpr std::size_t kRuns = 24;
constexpr std::size_t kMostLinked = 4096;

std::vector<Clustering> many(const Matrix& rows, std::span<const std::uint64_t> keys, std::size_t k,
                             std::uint64_t seed, const Pool& pool) {
  std::vector<Clustering> runs(kRuns);
  const Pool alone(1);
  pool.for_each_chunk(kRuns, 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      runs[r] = spherical_kmeans(rows, keys, k, hash_pair(seed, r), alone);
    }
  });
  return runs;
}

}  // namespace

Consensus::Consensus(const Matrix& rows, std::span<const std::uint64_t> keys, std::size_t k,
                     std::uint64_t seed, const Pool& pool)
    : rows_(rows.rows, rows.cols) {
  const std::vector<Clustering> runs = many(rows, keys, k, seed, pool);
  std::unordered_map<std::uint64_t, std::size_t> known;  // same clusters in all runs → linked row
  std::vector<float> weights;
  for (std::size_t i = 0; i < rows.rows; ++i) {
    std::uint64_t signature = 0;
    for (const Clustering& run : runs) {
      add_scaled(rows_.row(i), 1.0F, run.centres.row(run.cluster_of[i]));
      signature = hash_pair(signature, run.cluster_of[i]);
    }
    normalise(rows_.row(i));
    const auto [found, fresh] = known.try_emplace(signature, linked_.size());
    if (!fresh) {
      weights[found->second] += 1.0F;
    } else if (linked_.size() < kMostLinked) {
      linked_.push_back(static_cast<std::uint32_t>(i));
      weights.push_back(1.0F);
    } else {
      known.erase(found);
    }
  }
  Matrix distinct(linked_.size(), rows.cols);
  for (std::size_t i = 0; i < linked_.size(); ++i) {
    std::copy_n(rows_.row(linked_[i]).begin(), rows.cols, distinct.row(i).begin());
  }
  joins_ = average_linkage(distinct, weights, pool);
}

std::vector<std::uint32_t> Consensus::groups(std::size_t k, const Pool& pool) const {
  const std::vector<std::uint32_t> group = cut(joins_, linked_.size(), k);
  const std::size_t count = group.empty() ? 0 : *std::max_element(group.begin(), group.end()) + 1;
  const auto none = static_cast<std::uint32_t>(count);
  std::vector<std::uint32_t> group_of(rows_.rows, none);
  for (std::size_t i = 0; i < linked_.size(); ++i) group_of[linked_[i]] = group[i];
  const Matrix centres = centres_of(rows_, group_of, count);
  const std::vector<Nearest> nearest = nearest_centres(rows_, centres, pool);
  for (std::size_t i = 0; i < rows_.rows; ++i) {
    if (group_of[i] == none) group_of[i] = nearest[i].cluster;
  }
  return group_of;
}

std::vector<float> Consensus::distances() const {
  std::vector<float> out;
  for (const Join& join : joins_) out.push_back(join.distance);
  return out;
}

}  // namespace attune
