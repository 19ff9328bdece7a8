// SPDX-License-Identifier: Apache-2.0
#pragma once

// The features of the aspect tagger and of the polarity of a term, shared by reading (aspects.cpp)
// and training (learn/train_aspects.cpp). Every feature is a number below AspectWeights::kTable.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "phrases/patterns/patterns.h"
#include "understand/aspects/opinion_words.h"
#include "understand/aspects/weights.h"

namespace attune {

/// Tags of the tokens of a term.
enum AspectTag : std::uint8_t { tag_outside, tag_begin, tag_inside };

/// Scratch of an AspectView, reused from text to text.
struct AspectBuffers {
  /// What the letters of a word say.
  struct Word {
    std::uint64_t hash = 0;
    Opinion opinion = Opinion::none;
    bool contrasts = false;
    bool negates = false;
    bool ends_sentence = false;
  };
  Memo<Word> known;
  std::vector<std::uint64_t> words;
  std::vector<Opinion> opinions;
  std::vector<std::uint32_t> pieces;  ///< Which piece between contrasts and stops a token is in.
  std::vector<bool> negators;
};

/// What is looked at in one text: word hashes and opinion marks, once a token.
class AspectView {
 public:
  explicit AspectView(const Parse& parse);
  /// The same without allocations; `buffers` live as long as the view.
  AspectView(const Parse& parse, AspectBuffers& buffers);
  AspectView(const AspectView&) = delete;
  AspectView& operator=(const AspectView&) = delete;

  [[nodiscard]] std::uint32_t size() const { return n_; }
  /// `known` false: as if the word had never been seen (for training of unseen words).
  void tag_features(std::uint32_t token, bool known, std::vector<std::uint32_t>& out) const;
  /// Features of the polarity of the term in tokens [first, last).
  void polarity_features(std::uint32_t first, std::uint32_t last,
                         std::vector<std::uint32_t>& out) const;

  /// The token's hash; 1 before the text, 2 behind it.
  [[nodiscard]] std::uint64_t word(std::int64_t token) const {
    if (token < 0) return 1;
    return token >= n_ ? 2 : b_.words[static_cast<std::size_t>(token)];
  }
  /// The token's opinion; 4 outside the text.
  [[nodiscard]] std::uint32_t opinion(std::int64_t token) const {
    if (token < 0 || token >= n_) return 4;
    return static_cast<std::uint32_t>(b_.opinions[static_cast<std::size_t>(token)]);
  }
  /// What kind of token it is and how it is written, below kKinds.
  [[nodiscard]] std::uint32_t kind(std::uint32_t token) const;
  static constexpr std::uint32_t kKinds = 64;
  static constexpr std::uint32_t kOpinions = 5;

 private:
  /// Of one token beside a term; answers which opinions it adds to what was seen.
  std::uint64_t neighbour_features(std::int64_t token, std::int64_t distance, bool before,
                                   std::uint32_t term, std::vector<std::uint32_t>& out) const;
  void look_up();
  void mark_opinions();

  Parse parse_;
  std::uint32_t n_ = 0;
  AspectBuffers own_;
  AspectBuffers& b_;
};

/// The features that tag_features() is made of. `side` is how far a word stands from the token.
namespace aspect_feature {
[[nodiscard]] std::uint32_t kind(std::uint32_t kind);
[[nodiscard]] std::uint32_t word(std::uint64_t hash);
[[nodiscard]] std::uint32_t ending(std::string_view folded, std::size_t letters);
[[nodiscard]] std::uint32_t near(int side, std::uint64_t hash);
[[nodiscard]] std::uint32_t near_ending(int side, std::string_view folded);
/// Two neighbours, of which the first stands `side` from the token.
[[nodiscard]] inline std::uint32_t pair(int side, std::uint64_t first, std::uint64_t second) {
  constexpr std::array<std::uint64_t, 4> kFamilies = {10, 3, 4, 11};  // By side, from -2.
  const std::uint64_t family = kFamilies[static_cast<std::size_t>(side) + 2];
  return static_cast<std::uint32_t>(hash_pair(hash_pair(family, first), second) >> 24U) &
         (AspectWeights::kTable - 1);
}
[[nodiscard]] std::uint32_t opinions_before(std::uint32_t here, std::uint32_t before);
[[nodiscard]] std::uint32_t opinions_after(std::uint32_t next, std::uint32_t second);
}  // namespace aspect_feature

/// Scores of the tags of one token.
using TagScores = std::array<float, AspectWeights::kTags>;

/// The best way to reach `tag` from the tags before it, by tag × tag `moves`; ties go to the lower.
[[nodiscard]] inline std::uint8_t best_before(const TagScores& before, const float* moves,
                                              std::uint32_t tag) {
  std::uint8_t best = tag == tag_inside ? tag_begin : tag_outside;
  for (std::uint8_t p = best; p < AspectWeights::kTags; ++p) {
    const std::uint32_t row = p * AspectWeights::kTags + tag;
    if (before[p] + moves[row] > before[best] + moves[best * AspectWeights::kTags + tag]) best = p;
  }
  return best;
}

/// The best tags (Viterbi) under `weights`; ties go to the lower tag. No inside without a begin.
void best_tags(const AspectView& view, const AspectWeights& weights, std::vector<AspectTag>& tags);

}  // namespace attune
