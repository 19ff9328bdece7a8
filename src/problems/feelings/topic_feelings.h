// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a topic feels, against how everything feels. A corpus of complaints is annoyed throughout;
// what tells one problem from another is where it is more afraid, more angry or more confused than
// the rest. A problem shows unpleasant feelings alone and praise pleasant ones: what else is read
// in those messages (a polite "thanks") says nothing about the topic.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "attune/feelings.h"
#include "problems/corpus.h"

namespace attune::problems {

/// Sums of probabilities × 255, of emotions and of their groups, over `messages` messages.
struct EmotionSums {
  std::uint64_t messages = 0;
  std::array<std::uint64_t, kEmotions.size()> emotions{};
  std::array<std::uint64_t, kFeelingCount> groups{};
  void add(const CorpusMessage& message);
  [[nodiscard]] double share(std::size_t emotion) const;
  [[nodiscard]] double group_share(std::size_t feeling) const;
};

/// Of all messages that count.
[[nodiscard]] EmotionSums emotion_sums(const Corpus& corpus);

/// True where the strongest feeling read in a text is an unpleasant one, and not a faint one.
[[nodiscard]] bool feels_bad(std::span<const float, kEmotions.size()> emotions);
[[nodiscard]] bool feels_bad(const CorpusMessage& message);

/// At most `most` emotions of a topic of this kind, those that stand out against `all` first. None
/// is neutral, and none faint: each is read in 3 % of the topic's messages (a mean of calibrated
/// probabilities). Two readers seldom agree on so fine a label, so one is `named` only where
/// whoever reads ten messages meets it, half as often again as in all messages, beyond chance and
/// beyond what its group tells.
[[nodiscard]] std::vector<EmotionShare> topic_feelings(const EmotionSums& topic,
                                                       const EmotionSums& all, Kind kind,
                                                       std::size_t most);

}  // namespace attune::problems
