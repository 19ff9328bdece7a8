// SPDX-License-Identifier: Apache-2.0
#pragma once

// The features of the reason model, shared by reading (because.cpp) and training
// (because_train.cpp). Every feature is a number below Reasons::kTable.

#include <cstdint>
#include <vector>

#include "understand/patterns.h"

namespace attune {

using FeatureIds = std::vector<std::uint32_t>;

/// Where spans may begin and end in one text, and the features of each choice.
class ReasonView {
 public:
  explicit ReasonView(const Parse& parse);

  struct Candidate {
    std::uint32_t first = 0;  ///< Tokens [first, last).
    std::uint32_t last = 0;
    std::uint32_t begin_border = 0;  ///< Indices into begins() and ends().
    std::uint32_t end_border = 0;
  };

  [[nodiscard]] const std::vector<std::uint32_t>& begins() const { return begins_; }
  [[nodiscard]] const std::vector<std::uint32_t>& ends() const { return ends_; }
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }
  [[nodiscard]] Span span_of(const Candidate& candidate) const;

  void begin_features(std::uint32_t token, FeatureIds& out) const;
  void end_features(std::uint32_t token, FeatureIds& out) const;
  void token_features(std::uint32_t token, FeatureIds& out) const;
  void pair_features(const Candidate& candidate, FeatureIds& out) const;
  /// Of "no reason given".
  void none_features(FeatureIds& out) const;

 private:
  struct Counts;
  void count_hits();
  void find_borders();
  void pair_borders();
  [[nodiscard]] bool wordlike(std::uint32_t token) const;
  [[nodiscard]] std::uint64_t word_hash(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t hits_in(std::size_t kind, std::uint32_t first,
                                      std::uint32_t last) const;

  Parse parse_;
  std::uint32_t n_ = 0;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> sums_;       ///< kind × (token + 1): hits that begin before it.
  std::vector<std::uint32_t> sentences_;  ///< Per token + 1: sentence ends before it.
  std::vector<std::uint32_t> words_;      ///< Per token + 1: words before it.
  std::vector<std::uint32_t>
      after_pattern_;  ///< Per token: 1 + reason-after pattern that ends here.
  std::vector<std::uint64_t> before_pattern_;  ///< Per token: key of a reason-before from here.
};

}  // namespace attune
