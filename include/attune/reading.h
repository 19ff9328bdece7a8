// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one message says: how the person feels, and what they struggle with, need and value, and
// why. Every probability is calibrated and lies in [0, 1]; every span is a byte range of the
// message's text. Signs of a hard time are no part of it: attune/care.h.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/feeling.h"
#include "attune/left_out.h"
#include "attune/span.h"

namespace attune {

enum class Polarity : std::uint8_t { negative, neutral, positive };

/// What a clause does. A clause may do two things at once.
enum class Kind : std::uint8_t {
  struggle,
  need,
  praise,
  question,
  motivation,
  value,
  churn_threat,
  advocacy,
  context,
  other
};
inline constexpr std::size_t kKindCount = 10;
inline constexpr std::array<std::string_view, kKindCount> kKindNames = {
    "struggle", "need",         "praise",   "question", "motivation",
    "value",    "churn-threat", "advocacy", "context",  "other"};

/// A span with the probability that it is what it is said to be.
struct Evidence {
  Span span;
  float p = 0;
  bool led = false;  ///< Of a reason: the writer marks it as one ("because", "due to").
};

/// What a clause is about ("the desk staff"), and how it is spoken of.
struct Aspect {
  Span span;
  Polarity polarity = Polarity::neutral;
  float p = 0;
};

struct Clause {
  Span span;
  std::vector<Kind> kinds;          ///< Strongest first; never empty.
  float p = 0;                      ///< Of the first kind.
  std::optional<Evidence> because;  ///< The words that say why, if the writer says it.
  std::vector<Aspect> aspects;
};

/// Personal data, for masking. `kind` is a lower-case word: "email", "phone", "card", "iban",
/// "person" …
struct PiiSpan {
  std::string_view kind;  ///< Points at a constant.
  Span span;
};

struct Sentiment {
  Polarity label = Polarity::neutral;
  float p = 0;  ///< Of `label`.
};

struct Reading {
  std::string language = "und";  ///< ISO 639-1, or "und".
  float language_p = 0;
  std::array<float, kEmotions.size()> emotions{};  ///< In the order of kEmotions.
  std::uint32_t felt = 0;  ///< Bit i: emotions[i] is over its evaluation threshold.
  std::array<float, kFeelingCount> feelings{};  ///< Of the groups, in the order of Feeling.
  float valence = 0;                            ///< [-1, 1], unpleasant to pleasant.
  float intensity = 0;                          ///< [0, 1], calm to strong.
  Sentiment sentiment;
  float suggestion_p = 0;
  float complaint_p = 0;
  float politeness_p = 0;
  std::vector<Clause> clauses;  ///< In order of the text, not overlapping, covering all its words.
  std::vector<PiiSpan> pii;     ///< In order, not overlapping.
  std::vector<LeftOut> left_out;  ///< What is not the writer's and was not read; as `pii`.
  std::vector<std::string_view> abstained;  ///< Names of heads that are unsure; point at constants.
};

}  // namespace attune
