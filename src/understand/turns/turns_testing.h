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

inline void expect_all(std::span<const std::string_view> texts, Polarity label) {
  for (const std::string_view text : texts) {
    EXPECT_EQ(read_message(text).sentiment.label, label) << text;
  }
}

inline void expect_none(std::span<const std::string_view> texts, Polarity label) {
  for (const std::string_view text : texts) {
    EXPECT_NE(read_message(text).sentiment.label, label) << text;
  }
}

/// The first clause of each text is no struggle first of all.
inline void expect_no_struggle(std::span<const std::string_view> texts) {
  for (const std::string_view text : texts) {
    EXPECT_NE(read_message(text).clauses[0].kinds[0], Kind::struggle) << text;
  }
}

}  // namespace attune
