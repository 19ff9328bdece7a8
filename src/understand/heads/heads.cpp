// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/heads.h"

#include <algorithm>

namespace attune {

namespace {

constexpr std::array<std::string_view, 3> kSentimentOutputs = {"is-negative", "is-neutral",
                                                               "is-positive"};
constexpr float kSure = .6F;  ///< Below this chance of being right, a head abstains.

}  // namespace

Result<Heads> Heads::load(const std::string& path) {
  auto model = Model::load(path);
  if (!model) return tl::unexpected(std::move(model.error()));
  Heads heads(std::move(*model));
  if (auto found = heads.find_outputs(); !found) return within(path, std::move(found.error()));
  if (auto found = heads.find_heads(); !found) return within(path, std::move(found.error()));
  return heads;
}

Result<void> Heads::find_outputs() {
  std::string missing;
  const auto find = [&](std::string_view name) {
    const auto output = model_.output(name);
    if (!output) missing = name;
    return output.value_or(0);
  };
  std::ranges::transform(kEmotions, emotions_.begin(), find);
  std::transform(kKindNames.begin(), kKindNames.begin() + kinds_.size(), kinds_.begin(), find);
  std::ranges::transform(kSentimentOutputs, sentiment_.begin(), find);
  polarity_ = find("polarity");
  intensity_ = find("intensity");
  suggestion_ = find("suggestion");
  complaint_ = find("complaint");
  politeness_ = find("politeness");
  manipulation_ = find("manipulation");
  if (!missing.empty()) {
    return fail(Fault::bad_input, "lacks the output \"" + missing +
                                      "\"; install the models that "
                                      "came with this attune");
  }
  kind_thresholds_.fill(1);
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    kind_thresholds_[k] = model_.outputs()[kinds_[k]].threshold;
  }
  return {};
}

Result<void> Heads::find_heads() {
  std::string missing;
  const auto find = [&](const std::string& name) {
    const auto heads = model_.heads();
    const auto found = std::ranges::find_if(
        heads, [&](const HeadRecord& head) { return name_of(head.name) == name; });
    if (found == heads.end()) missing = name;
    return static_cast<std::size_t>(found - heads.begin());
  };
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    const std::string name(kKindNames[k]);
    kind_heads_[k] = find(name);
    clause_heads_[k] = find("clause-" + name);
    rule_heads_[k] = find("rule-" + name);
  }
  if (missing.empty()) return {};
  return fail(Fault::bad_input, "lacks the head \"" + missing +
                                    "\"; install the models that "
                                    "came with this attune");
}

void Heads::fill(const Scores& scores, Reading& reading) const {
  reading.felt = 0;
  for (std::size_t e = 0; e < emotions_.size(); ++e) {
    reading.emotions[e] = model_.probability(emotions_[e], scores);
    const bool felt = reading.emotions[e] >= model_.outputs()[emotions_[e]].threshold;
    reading.felt |= felt ? 1U << e : 0U;
  }
  reading.intensity = model_.probability(intensity_, scores);
  reading.suggestion_p = model_.probability(suggestion_, scores);
  reading.complaint_p = model_.probability(complaint_, scores);
  reading.politeness_p = model_.probability(politeness_, scores);
  reading.abstained.clear();
  fill_sentiment(scores, reading);
  const auto unsure = [&](float p, std::size_t output, std::string_view name) {
    const OutputRecord& record = model_.outputs()[output];
    if (p > record.unsure_low && p < record.unsure_high) reading.abstained.push_back(name);
  };
  unsure(reading.suggestion_p, suggestion_, "suggestion");
  unsure(reading.complaint_p, complaint_, "complaint");
  unsure(reading.politeness_p, politeness_, "politeness");
}

/// Three one-against-the-rest probabilities, brought to a sum of 1. Valence has the sign of the
/// head that only knows pleasant from unpleasant, and is drawn towards 0 where the text is neutral.
void Heads::fill_sentiment(const Scores& scores, Reading& reading) const {
  std::array<float, 3> p{};
  float sum = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    p[i] = model_.probability(sentiment_[i], scores);
    sum += p[i];
  }
  const auto best = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
  reading.sentiment = {static_cast<Polarity>(best), sum > 0 ? p[best] / sum : 0};
  if (reading.sentiment.p < kSure) reading.abstained.emplace_back("sentiment");
  const float neutral = sum > 0 ? p[1] / sum : 1;
  const float sign = 2 * model_.probability(polarity_, scores) - 1;
  reading.valence = sign * (1 - neutral / 2);
}

KindScores Heads::kind_logits(const Scores& scores) const {
  KindScores out{};
  for (std::size_t k = 0; k < kinds_.size(); ++k) out[k] = scores.logits[kind_heads_[k]];
  return out;
}

KindScores Heads::kinds(Scores& scores, const KindScores& clauses, const KindScores& rules) const {
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    scores.logits[clause_heads_[k]] = clauses[k];
    scores.logits[rule_heads_[k]] = rules[k];
  }
  KindScores out{};
  for (std::size_t k = 0; k < kinds_.size(); ++k) out[k] = model_.probability(kinds_[k], scores);
  return out;
}

float Heads::manipulation(const Scores& scores) const {
  return model_.probability(manipulation_, scores);
}

}  // namespace attune
