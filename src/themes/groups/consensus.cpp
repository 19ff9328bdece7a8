// SPDX-License-Identifier: Apache-2.0
//
// Idea. Each run is one k-means with a seed of its own; a text's place is the mean direction of the
// centres it had. Texts with the same clusters in all runs have the same place and are linked as
// one row that weighs as many as they are.
//
// When it applies. Some thousands of rows: grouping.cpp gives 4,500 at most. Linkage is quadratic,
// so only the first 4,096 distinct places are linked, in the order of the rows; others join the
// nearest group, and so do groups that weigh less than an eighth of an even share. Places are known
// as equal by a hash of 64 bits.
//
// What it costs. 12 runs to as many as are asked for, fewer where rows · k is large, a run a
// thread: O(runs · rows · k · d); then O(l² · d) time and O(l²) memory for l linked rows. groups()
// can be asked for any k afterwards, for one cut and O(rows · k · d).
//
// Source. A. Strehl, J. Ghosh, Cluster ensembles: a knowledge reuse framework for combining
// multiple partitions, JMLR 3 (2002); the mean of centres is ours.
//
// Tested through discover() in discover_test.cpp: planted topics are found, and found alike in any
// order of the texts and at any thread count.
#include "themes/groups/consensus.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "themes/groups/kmeans.h"

namespace attune {

namespace {

constexpr std::size_t kFewestRuns = 12;
constexpr std::size_t kWork = 8000000;  // rows times clusters, over all runs
constexpr std::size_t kMostLinked = 4096;
constexpr float kLeastShare = 0.125F;  // of an even share: lighter groups are none of their own

std::vector<Clustering> many(const Matrix& rows, std::span<const std::uint64_t> keys,
                             const ConsensusOptions& options, const Pool& pool) {
  const std::size_t cost = std::max<std::size_t>(rows.rows * options.k, 1);
  std::vector<Clustering> runs(std::clamp(kWork / cost, kFewestRuns, options.most_runs));
  const Pool alone(1);
  pool.for_each_chunk(runs.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      runs[r] = spherical_kmeans(rows, keys, options.k, hash_pair(options.seed, r), alone);
    }
  });
  return runs;
}

}  // namespace

Consensus::Consensus(const Matrix& rows, std::span<const std::uint64_t> keys,
                     const ConsensusOptions& options, const Pool& pool)
    : rows_(rows.rows, rows.cols) {
  const std::vector<Clustering> runs = many(rows, keys, options, pool);
  std::vector<std::uint64_t> signatures(rows.rows, 0);  // equal: same clusters in all runs
  pool.for_each_chunk(rows.rows, 256, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      for (const Clustering& run : runs) {
        add_scaled(rows_.row(i), 1.0F, run.centres.row(run.cluster_of[i]));
        signatures[i] = hash_pair(signatures[i], run.cluster_of[i]);
      }
      normalise(rows_.row(i));
    }
  });
  std::unordered_map<std::uint64_t, std::size_t> known;  // signature → linked row
  for (std::size_t i = 0; i < rows.rows; ++i) {
    const auto [found, fresh] = known.try_emplace(signatures[i], linked_.size());
    if (!fresh) {
      weights_[found->second] += 1.0F;
    } else if (linked_.size() < kMostLinked) {
      linked_.push_back(static_cast<std::uint32_t>(i));
      weights_.push_back(1.0F);
    } else {
      known.erase(found);
    }
  }
  Matrix distinct(linked_.size(), rows.cols);
  for (std::size_t i = 0; i < linked_.size(); ++i) {
    std::copy_n(rows_.row(linked_[i]).begin(), rows.cols, distinct.row(i).begin());
  }
  joins_ = average_linkage(distinct, weights_, pool);
}

std::vector<std::uint32_t> Consensus::groups(std::size_t k, const Pool& pool) const {
  const float even = static_cast<float>(rows_.rows) / static_cast<float>(k);
  const float least = std::max(1.0F, even * kLeastShare);
  const std::vector<std::uint32_t> group = cut(joins_, weights_, k, least);
  std::vector<std::uint32_t> group_of(rows_.rows, kNoGroup);
  std::size_t count = 0;
  for (std::size_t i = 0; i < linked_.size(); ++i) {
    group_of[linked_[i]] = group[i];
    if (group[i] != kNoGroup) count = std::max<std::size_t>(count, group[i] + 1);
  }
  const Matrix centres = centres_of(rows_, group_of, count);
  const std::vector<Nearest> nearest = nearest_centres(rows_, centres, pool);
  for (std::size_t i = 0; i < rows_.rows; ++i) {
    if (group_of[i] == kNoGroup) group_of[i] = nearest[i].cluster;
  }
  return group_of;
}

std::vector<float> Consensus::distances() const {
  std::vector<float> out;
  for (const Join& join : joins_) out.push_back(join.distance);
  return out;
}

}  // namespace attune
