// SPDX-License-Identifier: Apache-2.0
#pragma once

// The four groups of feelings that people are shown first. Two readers agree on the group far more
// often than on the fine label ("annoyance" or "anger"?).

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune {

/// The 28 labels of GoEmotions (Demszky et al. 2020), in their published (alphabetical) order.
inline constexpr std::array<std::string_view, 28> kEmotions = {
    "admiration",    "amusement",   "anger",    "annoyance",      "approval",    "caring",
    "confusion",     "curiosity",   "desire",   "disappointment", "disapproval", "disgust",
    "embarrassment", "excitement",  "fear",     "gratitude",      "grief",       "joy",
    "love",          "nervousness", "optimism", "pride",          "realization", "relief",
    "remorse",       "sadness",     "surprise", "neutral"};

enum class Feeling : std::uint8_t { annoyed, let_down, worried, glad };
inline constexpr std::size_t kFeelingCount = 4;
inline constexpr std::array<std::string_view, kFeelingCount> kFeelingNames = {"annoyed", "let-down",
                                                                              "worried", "glad"};

/// The group that an emotion belongs to. kFeelingCount: none (amusement, surprise, desire …).
[[nodiscard]] constexpr std::size_t feeling_of(std::string_view emotion) {
  constexpr std::array<std::string_view, 4> kAnnoyed = {"anger", "annoyance", "disapproval",
                                                        "disgust"};
  constexpr std::array<std::string_view, 3> kLetDown = {"disappointment", "sadness", "grief"};
  constexpr std::array<std::string_view, 3> kWorried = {"fear", "nervousness", "confusion"};
  constexpr std::array<std::string_view, 9> kGlad = {"gratitude", "admiration", "approval",
                                                     "joy",       "love",       "excitement",
                                                     "relief",    "optimism",   "caring"};
  const auto among = [emotion](const auto& names) {
    for (const std::string_view name : names) {
      if (name == emotion) return true;
    }
    return false;
  };
  if (among(kAnnoyed)) return static_cast<std::size_t>(Feeling::annoyed);
  if (among(kLetDown)) return static_cast<std::size_t>(Feeling::let_down);
  if (among(kWorried)) return static_cast<std::size_t>(Feeling::worried);
  return among(kGlad) ? static_cast<std::size_t>(Feeling::glad) : kFeelingCount;
}

/// The group of each emotion, in the order of kEmotions; kFeelingCount: none.
inline constexpr std::array<std::size_t, kEmotions.size()> kFeelingOf = [] {
  std::array<std::size_t, kEmotions.size()> of{};
  for (std::size_t e = 0; e < of.size(); ++e) of[e] = feeling_of(kEmotions[e]);
  return of;
}();

}  // namespace attune
