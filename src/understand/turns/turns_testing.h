// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of turns share: whole messages read with the shipped models.

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string_view>

#include "understand/understand.h"

namespace attune {

inline Reading read_message(std::string_view text) {
  static const auto understander = Understander::load(ATTUNE_SOURCE_DIR "/models");
  static Understander::State state;
  return understander->read(text, state);
}

inline bool tells(const Reading& reading, Kind kind) {
  return std::ranges::any_of(reading.clauses, [kind](const Clause& clause) {
    return std::ranges::find(clause.kinds, kind) != clause.kinds.end();
  });
}

/// What the heads hear in plain words is a matter of chance to some degree: of each list one line
/// in twenty may be heard otherwise, and of a short list one.
inline void expect_most(std::span<const std::string_view> texts, auto&& right) {
  std::size_t wrong = 0;
  std::string lines;
  for (const std::string_view text : texts) {
    if (right(read_message(text))) continue;
    ++wrong;
    lines += std::string(text) + "\n";
  }
  EXPECT_LE(wrong, std::max<std::size_t>(1, texts.size() / 20)) << lines;
}

inline void expect_most_are(std::span<const std::string_view> texts, Polarity label) {
  expect_most(texts, [label](const Reading& r) { return r.sentiment.label == label; });
}

inline void expect_few_are(std::span<const std::string_view> texts, Polarity label) {
  expect_most(texts, [label](const Reading& r) { return r.sentiment.label != label; });
}

/// The first clause of each text is no struggle first of all.
inline void expect_no_struggle(std::span<const std::string_view> texts) {
  expect_most(texts, [](const Reading& r) { return r.clauses[0].kinds[0] != Kind::struggle; });
}

}  // namespace attune
