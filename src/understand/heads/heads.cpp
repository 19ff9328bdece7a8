// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/heads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace attune {

namespace {

constexpr std::array<std::string_view, 3> kSentimentOutputs = {"is-negative", "is-neutral",
                                                               "is-positive"};
constexpr float kCustomer = .6F;  ///< From this chance on a text reads as a customer's.
constexpr float kSure = .6F;      ///< Below this chance of being right, a head abstains.

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
  const auto customers = [&](std::string_view name) {
    return find("customer-" + std::string(name));
  };
  std::ranges::transform(kEmotions, customers_.begin(), customers);
  std::ranges::transform(kFeelingNames, feelings_.begin(), find);
  customer_ = find("customer");
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
  length_ = find("length");
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    const std::string name(kFeelingNames[f]);
    feeling_heads_[f] = find(name);
    feeling_clause_heads_[f] = find("clause-" + name);
  }
  if (missing.empty()) return {};
  return fail(Fault::bad_input, "lacks the head \"" + missing +
                                    "\"; install the models that "
                                    "came with this attune");
}

void Heads::fill(const Scores& scores, Reading& reading) const {
  fill_emotions(scores, reading);
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

/// What strangers who chat and customers who complain mean by the same words differs: a customer's
/// "it crashes on every start" is annoyed. So the emotions are a mixture of two readers, each
/// weighed by how likely the text is of its kind (P(emotion) = Σ P(kind) P(emotion | kind)).
void Heads::fill_emotions(const Scores& scores, Reading& reading) const {
  const float customer = model_.probability(customer_, scores);
  const Felt anybody = as_anybody(scores);
  const Felt theirs = as_customer(scores);
  const auto mix = [customer](float a, float b) { return a + customer * (b - a); };
  std::ranges::transform(anybody.emotions, theirs.emotions, reading.emotions.begin(), mix);
  std::ranges::transform(anybody.feelings, theirs.feelings, reading.feelings.begin(), mix);
  reading.felt = customer < kCustomer ? anybody.told : theirs.told;
}

/// Emotions by themselves; a group is felt as much as its likeliest.
Heads::Felt Heads::as_anybody(const Scores& scores) const {
  Felt out;
  for (std::size_t e = 0; e < kEmotions.size(); ++e) {
    out.emotions[e] = model_.probability(emotions_[e], scores);
    const bool told = out.emotions[e] >= model_.outputs()[emotions_[e]].threshold;
    out.told |= told ? 1U << e : 0U;
    const std::size_t f = kFeelingOf[e];
    if (f != kFeelingCount) out.feelings[f] = std::max(out.feelings[f], out.emotions[e]);
  }
  return out;
}

/// The groups decide: P(emotion) = P(group) P(emotion | any of the group). Of a group that is told
/// at least the likeliest emotion is, of another none.
Heads::Felt Heads::as_customer(const Scores& scores) const {
  Felt out;
  std::array<float, kFeelingCount> none;  // Chance that no emotion of the group is felt, alone.
  none.fill(1);
  std::array<std::size_t, kFeelingCount> likeliest{};
  std::array<float, kFeelingCount> most;  // How far it is over its threshold.
  most.fill(-1);
  for (std::size_t e = 0; e < kEmotions.size(); ++e) {
    out.emotions[e] = model_.probability(customers_[e], scores);
    const float over = out.emotions[e] - model_.outputs()[customers_[e]].threshold;
    if (over >= 0) out.told |= 1U << e;
    const std::size_t f = kFeelingOf[e];
    if (f == kFeelingCount) continue;
    none[f] *= 1 - out.emotions[e];
    if (over > most[f]) {
      most[f] = over;
      likeliest[f] = e;
    }
  }
  std::array<bool, kFeelingCount> told{};
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    out.feelings[f] = model_.probability(feelings_[f], scores);
    told[f] = out.feelings[f] >= model_.outputs()[feelings_[f]].threshold;
    if (told[f]) out.told |= 1U << likeliest[f];
  }
  for (std::size_t e = 0; e < kEmotions.size(); ++e) {
    const std::size_t f = kFeelingOf[e];
    if (f == kFeelingCount) continue;
    if (!told[f]) out.told &= ~(1U << e);
    if (none[f] < 1) {
      out.emotions[e] = std::min(1.0F, out.emotions[e] * out.feelings[f] / (1 - none[f]));
    }
  }
  return out;
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

void ClauseLogits::raise(const ClauseLogits& other) {
  const auto larger = [](float a, float b) { return std::max(a, b); };
  std::ranges::transform(kinds, other.kinds, kinds.begin(), larger);
  std::ranges::transform(feelings, other.feelings, feelings.begin(), larger);
  clauses += other.clauses;
}

ClauseLogits Heads::clause_logits(const Scores& scores) const {
  ClauseLogits out;
  for (std::size_t k = 0; k < kinds_.size(); ++k) out.kinds[k] = scores.logits[kind_heads_[k]];
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    out.feelings[f] = scores.logits[feeling_heads_[f]];
  }
  return out;
}

KindScores Heads::kinds(Scores& scores, const ClauseLogits& clauses,
                        const KindScores& rules) const {
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    scores.logits[clause_heads_[k]] = clauses.kinds[k];
    scores.logits[rule_heads_[k]] = rules[k];
  }
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    scores.logits[feeling_clause_heads_[f]] = clauses.feelings[f];
  }
  scores.logits[length_] = std::log(static_cast<float>(clauses.clauses));
  KindScores out{};
  for (std::size_t k = 0; k < kinds_.size(); ++k) out[k] = model_.probability(kinds_[k], scores);
  return out;
}

float Heads::manipulation(const Scores& scores) const {
  return model_.probability(manipulation_, scores);
}

}  // namespace attune
