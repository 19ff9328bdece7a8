// SPDX-License-Identifier: Apache-2.0
#pragma once

// The best sequence of labels for a text (Viterbi 1967), over runs of tokens that hold a candidate.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/pii/name_features.h"

namespace attune {

/// Labels of a token. An `in` label continues what a `begin` opened.
enum class NameLabel : std::uint8_t { none, person_begin, person_in, address_begin, address_in };
inline constexpr std::size_t kNameLabels = 5;
inline constexpr std::size_t kNameRows = 1U << 16U;  ///< Of hashed features.

[[nodiscard]] constexpr bool may_follow(std::size_t last, std::size_t label) {
  return (label != 2 || last == 1 || last == 2) && (label != 4 || last == 3 || last == 4);
}

/// The row of weights of a hash.
[[nodiscard]] constexpr std::size_t name_row(std::uint32_t hash) {
  return hash & (kNameRows - 1);
}

/// The row of weights for "after label `last` comes a token of kind `kind`" (kind 0: of any).
[[nodiscard]] constexpr std::size_t step_row(std::size_t last, std::uint32_t kind) {
  return name_row((kind ^ static_cast<std::uint32_t>(0x51ED270BU * (last + 1))) * 0x9E3779B1U >>
                  3U);
}

/// Finds the path with the highest sum of weights. `Weight` is std::int8_t or float; sums are
/// of whole numbers of few bits, so they are exact and the same everywhere.
template <class Weight>
class NamePath {
 public:
  /// `head_start` is added to the label `none` everywhere.
  /// Fills labels() for all tokens of `view`; tokens far from any candidate are `none`.
  void run(const NameView& view, const Weight* weights, float head_start = 0) {
    head_start_ = head_start;
    labels_.assign(view.tokens.size(), NameLabel::none);
    std::size_t at = 0;
    while (at < view.tokens.size()) {
      if (!near_candidate(view, at)) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < view.tokens.size() && near_candidate(view, at)) ++at;
      run_between(view, weights, begin, at);
    }
  }

  [[nodiscard]] const std::vector<NameLabel>& labels() const { return labels_; }

  /// True for candidates, and for what stands between two that are close: "Maika van de Noort".
  /// Where a number is a candidate, there may be an address, and its neighbours are near too.
  [[nodiscard]] static bool near_candidate(const NameView& view, std::size_t i) {
    const auto is = [&view](std::size_t j) {
      return j < view.tokens.size() && view.tokens[j].candidate;
    };
    if (is(i)) return true;
    if (view.numbers && (is(i + 1) || is(i - 1) || is(i - 2))) return true;
    return (is(i - 1) || is(i - 2)) && (is(i + 1) || is(i + 2));
  }

 private:
  using Scores = std::array<float, kNameLabels>;
  using Backs = std::array<std::uint8_t, kNameLabels>;

  static void add(Scores& scores, const Weight* row) {
    for (std::size_t label = 0; label < kNameLabels; ++label) {
      scores[label] += static_cast<float>(row[label]);
    }
  }

  void run_between(const NameView& view, const Weight* weights, std::size_t begin,
                   std::size_t end) {
    backs_.resize(view.tokens.size());
    Scores best{0, -1e9F, -1e9F, -1e9F, -1e9F};
    for (std::size_t i = begin; i < end; ++i) {
      best = step(view, weights, i, best);
    }
    std::size_t label = 0;
    for (std::size_t other = 1; other < kNameLabels; ++other) {
      if (best[other] > best[label]) label = other;
    }
    for (std::size_t i = end; i-- > begin;) {
      labels_[i] = static_cast<NameLabel>(label);
      label = backs_[i][label];
    }
  }

  Scores step(const NameView& view, const Weight* weights, std::size_t i, const Scores& before) {
    std::array<std::uint32_t, NameView::kFeatures> hashes{};
    view.features(i, hashes.data());
    Scores here{head_start_};
    for (const std::uint32_t hash : hashes) add(here, weights + name_row(hash) * kNameLabels);
    Scores best;
    best.fill(-1e9F);
    const std::uint32_t kind = view.kind(i);
    for (std::size_t last = 0; last < kNameLabels; ++last) {
      if (before[last] <= -1e8F) continue;
      Scores next = here;
      add(next, weights + step_row(last, 0) * kNameLabels);
      add(next, weights + step_row(last, kind) * kNameLabels);
      for (std::size_t label = 0; label < kNameLabels; ++label) {
        const float score = before[last] + next[label];
        if (may_follow(last, label) && score > best[label]) {
          best[label] = score;
          backs_[i][label] = static_cast<std::uint8_t>(last);
        }
      }
    }
    return best;
  }

  float head_start_ = 0;
  std::vector<NameLabel> labels_;
  std::vector<Backs> backs_;
};

}  // namespace attune
