// SPDX-License-Identifier: Apache-2.0
#include "problems/feelings/topic_feelings.h"

#include <algorithm>
#include <cmath>

#include "measure/interval.h"

namespace attune::problems {

namespace {

constexpr double kFaintest = 0.03;  // Share of messages below which a feeling is not shown.
constexpr double kNamed = 0.1;      // Share from which a sentence about the topic may name it,
constexpr double kNamedLift = 1.5;  // and how many times as often as in all messages.
constexpr double kRare = 0.01;      // Added to both shares, so that rare feelings lift nothing.
constexpr float kFelt = 0.15F;      // Probability from which one text may be said to feel it.
constexpr double kStandsOut = 1.1;  // Lift from which a feeling stands out.

/// The feelings in the order of kEmotions: -1 unpleasant, 1 pleasant, 0 either (surprise, desire
/// …).
constexpr std::array<int, kEmotions.size()> kTone = {
    1, 1, -1, -1, 1, 1, -1, 0, 0, -1, -1, -1, -1, 1, -1, 1, -1, 1, 1, -1, 1, 1, 0, 1, -1, -1, 0, 0};

bool belongs(std::size_t emotion, Kind kind) {
  if (kEmotions[emotion] == "neutral") return false;
  if (kind == Kind::struggle) return kTone[emotion] < 0;
  return kind != Kind::praise || kTone[emotion] > 0;
}

/// What the feeling adds to telling this topic from all messages: share × log of the lift, and a
/// little for its size, so that topics that feel like everything still show what they feel most.
double worth(const EmotionShare& feeling) {
  const bool out = feeling.lift >= kStandsOut;
  return feeling.share * (0.2 + (out ? std::log(feeling.lift) : 0));
}

double mean_of(std::uint64_t sum, std::uint64_t messages) {
  return messages == 0 ? 0 : static_cast<double>(sum) / 255 / static_cast<double>(messages);
}

/// More than in all messages beyond chance.
bool surely_more(double share, std::uint64_t messages, double all) {
  const auto of = static_cast<double>(messages);
  return wilson(share * of, of).low > all;
}

/// What the emotion's group tells already: how much more often it is felt, at least 1.
double lift_of_group(std::size_t feeling, const EmotionSums& topic, const EmotionSums& all) {
  if (feeling == kFeelingCount) return 1;
  return std::max(1.0, (topic.group_share(feeling) + kRare) / (all.group_share(feeling) + kRare));
}

}  // namespace

bool feels_bad(std::span<const float, kEmotions.size()> emotions) {
  float bad = 0;
  float other = 0;
  for (std::size_t i = 0; i < emotions.size(); ++i) {
    if (kEmotions[i] == "neutral") continue;
    float& strongest = kTone[i] < 0 ? bad : other;
    strongest = std::max(strongest, emotions[i]);
  }
  return bad >= kFelt && bad > other;
}

bool feels_bad(const CorpusMessage& message) {
  std::array<float, kEmotions.size()> emotions{};
  for (std::size_t i = 0; i < emotions.size(); ++i)
    emotions[i] = static_cast<float>(message.emotions[i]) / 255;
  return feels_bad(emotions);
}

void EmotionSums::add(const CorpusMessage& message) {
  ++messages;
  for (std::size_t i = 0; i < kEmotions.size(); ++i) emotions[i] += message.emotions[i];
  for (std::size_t f = 0; f < kFeelingCount; ++f) groups[f] += message.feelings[f];
}

double EmotionSums::share(std::size_t emotion) const {
  return mean_of(emotions[emotion], messages);
}

double EmotionSums::group_share(std::size_t feeling) const {
  return mean_of(groups[feeling], messages);
}

EmotionSums emotion_sums(const Corpus& corpus) {
  EmotionSums sums;
  for (const CorpusMessage& message : corpus.messages) {
    if (Corpus::counts(message)) sums.add(message);
  }
  return sums;
}

std::vector<EmotionShare> topic_feelings(const EmotionSums& topic, const EmotionSums& all,
                                         Kind kind, std::size_t most) {
  std::vector<EmotionShare> feelings;
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    const double share = topic.share(i);
    if (!belongs(i, kind) || share < kFaintest) continue;
    const double lift = (share + kRare) / (all.share(i) + kRare);
    feelings.push_back({.emotion = i,
                        .share = share,
                        .lift = lift,
                        .named = share >= kNamed &&
                                 lift >= kNamedLift * lift_of_group(kFeelingOf[i], topic, all) &&
                                 surely_more(share, topic.messages, all.share(i))});
  }
  std::stable_sort(
      feelings.begin(), feelings.end(),
      [](const EmotionShare& a, const EmotionShare& b) { return worth(a) > worth(b); });
  if (feelings.size() > most) feelings.resize(most);
  return feelings;
}

}  // namespace attune::problems
