// SPDX-License-Identifier: Apache-2.0
//
// Idea. Each row waits an exponential time, by its key, at the rate of its distance to the nearest
// seed; who comes first is a draw in proportion to the distances. The first two to come are tried,
// and the one that leaves less distance in all is the next seed. For rows of length 1 the distance
// 1 - cosine is half the squared one, which k-means++ asks for; it is held at 1 at most.
//
// When it applies. Many runs are averaged (consensus.cpp): a run stops after eight rounds, settled
// or not, and its centres may have moved once more than its rows. A cluster that loses all its rows
// keeps its centre. Fewer than k clusters come out once no row is apart from the seeds.
//
// What it costs. O(rows · k · d) for the seeds, on one thread, and as much for each round, on all,
// two rows at a time against panels of centres. Memory O(rows + k · d) besides the input.
//
// Source. I. S. Dhillon, D. S. Modha, Concept decompositions for large sparse text data using
// clustering, Machine Learning 42 (2001). D. Arthur, S. Vassilvitskii, k-means++: the advantages of
// careful seeding, SODA 2007. P. S. Efraimidis, P. G. Spirakis, Weighted random sampling with a
// reservoir, Information Processing Letters 97 (2006), for the race.
//
// Tested in parts_test.cpp (Kmeans): no centre is nearer than the nearest.
#include "themes/groups/kmeans.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace attune {

namespace {

constexpr int kRounds = 8;          // the mean of many runs needs none of them finished
constexpr std::size_t kTrials = 2;  // greedy k-means++: the best of so many candidates

/// Waiting time until a row is drawn: exponential with rate `weight`; the first of all is a draw
/// in proportion to the weights.
double waiting(std::uint64_t key, std::uint64_t turn, double weight) {
  const std::uint64_t bits = hash_pair(hash_pair(key, turn), turn) >> 11;
  return -std::log((static_cast<double>(bits) + 1.0) * 0x1.0p-53) / weight;
}

std::vector<std::size_t> first_to_come(std::span<const std::uint64_t> keys,
                                       std::span<const float> weights, std::uint64_t turn,
                                       std::size_t count) {
  std::vector<std::pair<double, std::size_t>> best;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (weights[i] <= 1e-6F) continue;
    const std::pair<double, std::size_t> here{waiting(keys[i], turn, weights[i]), i};
    if (best.size() == count && best.back() <= here) continue;
    best.insert(std::upper_bound(best.begin(), best.end(), here), here);
    if (best.size() > count) best.pop_back();
  }
  std::vector<std::size_t> rows;
  rows.reserve(best.size());
  for (const auto& [time, row] : best) rows.push_back(row);
  return rows;
}

std::vector<float> distances(const Matrix& rows, std::size_t seed_row,
                             std::span<const float> before) {
  std::vector<float> after(rows.rows);
  for (std::size_t i = 0; i < rows.rows; ++i) {
    const float d = std::max(0.0F, 1.0F - dot(rows.row(i), rows.row(seed_row)));
    after[i] = std::min(before[i], d);
  }
  return after;
}

double total(std::span<const float> values) {
  double sum = 0.0;
  for (const float v : values) sum += v;
  return sum;
}

Matrix seeds(const Matrix& rows, std::span<const std::uint64_t> keys, std::size_t k,
             std::uint64_t seed) {
  Matrix centres(0, rows.cols);
  std::vector<float> far(rows.rows, 1.0F);
  for (std::size_t j = 0; j < k; ++j) {
    std::vector<float> best;
    std::size_t chosen = 0;
    for (const std::size_t row :
         first_to_come(keys, far, hash_pair(seed, j), j == 0 ? 1 : kTrials)) {
      std::vector<float> after = distances(rows, row, far);
      if (!best.empty() && total(after) >= total(best)) continue;
      best = std::move(after);
      chosen = row;
    }
    if (best.empty()) break;  // every row is a seed already
    far = std::move(best);
    const auto row = rows.row(chosen);
    centres.values.insert(centres.values.end(), row.begin(), row.end());
    ++centres.rows;
  }
  return centres;
}

}  // namespace

Matrix centres_of(const Matrix& rows, std::span<const std::uint32_t> cluster_of, std::size_t k) {
  Matrix centres(k, rows.cols);
  for (std::size_t i = 0; i < rows.rows; ++i) {
    if (cluster_of[i] < k) add_scaled(centres.row(cluster_of[i]), 1.0F, rows.row(i));
  }
  for (std::size_t j = 0; j < k; ++j) normalise(centres.row(j));
  return centres;
}

std::vector<Nearest> nearest_centres(const Matrix& rows, const Matrix& centres, const Pool& pool) {
  std::vector<Nearest> nearest(rows.rows);
  if (centres.rows == 0) return nearest;
  const Panels panels(centres);
  pool.for_each_chunk(rows.rows, 256, [&](std::size_t begin, std::size_t end) {
    std::vector<float> cosines(panels.padded_rows());
    std::vector<float> others(panels.padded_rows());
    const auto best_of = [&centres](const std::vector<float>& all) {
      const auto last = all.begin() + static_cast<std::ptrdiff_t>(centres.rows);
      const auto best = std::max_element(all.begin(), last);
      return Nearest{static_cast<std::uint32_t>(best - all.begin()), *best};
    };
    std::size_t i = begin;
    for (; i + 1 < end; i += 2) {
      panels.dots(rows.row(i), rows.row(i + 1), cosines, others);
      nearest[i] = best_of(cosines);
      nearest[i + 1] = best_of(others);
    }
    if (i == end) return;
    panels.dots(rows.row(i), cosines);
    nearest[i] = best_of(cosines);
  });
  return nearest;
}

Clustering spherical_kmeans(const Matrix& rows, std::span<const std::uint64_t> keys, std::size_t k,
                            std::uint64_t seed, const Pool& pool) {
  Clustering out{std::vector<std::uint32_t>(rows.rows, 0), seeds(rows, keys, k, seed)};
  for (int round = 0; round < kRounds; ++round) {
    const std::vector<Nearest> nearest = nearest_centres(rows, out.centres, pool);
    bool moved = round == 0;
    for (std::size_t i = 0; i < rows.rows; ++i) {
      moved = moved || out.cluster_of[i] != nearest[i].cluster;
      out.cluster_of[i] = nearest[i].cluster;
    }
    if (!moved) break;
    Matrix next = centres_of(rows, out.cluster_of, out.centres.rows);
    for (std::size_t j = 0; j < next.rows; ++j) {
      const auto row = next.row(j);
      const bool empty = std::all_of(row.begin(), row.end(), [](float x) { return x == 0.0F; });
      if (empty) std::copy_n(out.centres.row(j).begin(), next.cols, row.begin());
    }
    out.centres = std::move(next);
  }
  return out;
}

}  // namespace attune
