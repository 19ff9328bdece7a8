// SPDX-License-Identifier: Apache-2.0
//
// Idea. Greedy: each time the text is taken that is most typical and least like the nearest quote
// so far, at .6 to .4. Texts under 6 or over 35 words lose .3, one like a quote at a cosine of .93
// is out, and so are all others of a person once quoted. The last place goes to the least typical
// of fitting length.
//
// When it applies. Two quotes or more are asked for. Likeness below 0 counts as 0. How typical a
// text is stands in for likeness to a query. The list may come out shorter than asked for, and
// without a farthest where no text fits.
//
// What it costs. O(most · texts · (d + most)), one dot product for each text and quote. Memory
// O(texts). drafts.cpp gives 128 texts at most.
//
// Source. J. Carbonell, J. Goldstein, The use of MMR, diversity-based reranking for reordering
// documents and producing summaries, SIGIR 1998. The farthest as last is ours.
//
// Tested in parts_test.cpp (Quoting), and in discover_test.cpp: near duplicates are one quote, and
// a person is quoted once.
#include "themes/names/quoting.h"

#include <algorithm>
#include <optional>

namespace attune {

namespace {

constexpr float kTypicalShare = 0.6F;  // against being unlike the quotes chosen before
constexpr float kNearlySame = 0.93F;   // cosine
constexpr std::size_t kFewestWords = 6;
constexpr std::size_t kMostWords = 35;
constexpr float kAwkward = 0.3F;  // what a too short or too long text loses

float worth(const Quotable& text) {
  const bool fits = text.words >= kFewestWords && text.words <= kMostWords;
  return text.typical - (fits ? 0.0F : kAwkward);
}

class Chooser {
 public:
  Chooser(std::span<const Quotable> texts, const Matrix& vectors)
      : texts_(texts), vectors_(vectors), likeness_(texts.size(), 0.0F) {}

  /// The best text that is left, or nothing.
  [[nodiscard]] std::optional<std::size_t> next() const {
    std::optional<std::size_t> best;
    float most = 0.0F;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!free(i)) continue;
      const float score = chosen_.empty() ? worth(texts_[i])
                                          : kTypicalShare * worth(texts_[i]) -
                                                (1.0F - kTypicalShare) * likeness_[i];
      if (best && score <= most) continue;
      best = i;
      most = score;
    }
    return best;
  }

  /// The least typical that fits, or nothing.
  [[nodiscard]] std::optional<std::size_t> farthest() const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!free(i) || worth(texts_[i]) < texts_[i].typical) continue;
      if (!best || texts_[i].typical < texts_[*best].typical) best = i;
    }
    return best;
  }

  void choose(std::size_t i) {
    chosen_.push_back(i);
    for (std::size_t j = 0; j < texts_.size(); ++j) {
      likeness_[j] = std::max(likeness_[j], dot(vectors_.row(i), vectors_.row(j)));
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> items() const {
    std::vector<std::uint32_t> out;
    for (const std::size_t i : chosen_) out.push_back(texts_[i].item);
    return out;
  }
  [[nodiscard]] std::size_t size() const { return chosen_.size(); }

 private:
  [[nodiscard]] bool free(std::size_t i) const {
    if (likeness_[i] >= kNearlySame) return false;
    return std::none_of(chosen_.begin(), chosen_.end(), [&](std::size_t c) {
      return c == i || texts_[c].person == texts_[i].person;
    });
  }

  std::span<const Quotable> texts_;
  const Matrix& vectors_;
  std::vector<float> likeness_;  ///< To the nearest quote chosen.
  std::vector<std::size_t> chosen_;
};

}  // namespace

std::vector<std::uint32_t> choose_quotes(std::span<const Quotable> texts, const Matrix& vectors,
                                         std::size_t most) {
  Chooser chooser(texts, vectors);
  while (chooser.size() + 1 < most) {
    const auto next = chooser.next();
    if (!next) break;
    chooser.choose(*next);
  }
  if (const auto last = chooser.farthest(); last && chooser.size() < most) chooser.choose(*last);
  return chooser.items();
}

}  // namespace attune
