// SPDX-License-Identifier: Apache-2.0
// What a reader of readings can reach: this file includes what every room may include, and compiles
// only while no sign of a hard time is named there.

#include "attune/reading.h"

#include <gtest/gtest.h>

#include "attune/feelings.h"
#include "attune/finding.h"
#include "attune/intake.h"
#include "attune/message.h"
#include "attune/theme.h"
#include "attune/theme_memory.h"
#include "attune/topic.h"

namespace attune {

// Two things of one name do not compile: no header above declares any of these.
using Care = void;
using CareSign = void;
using CareSigns = void;
using CareWords = void;
using CareMessage = void;
constexpr int kCareNames = 0;

namespace {

template <class T>
concept HoldsCare = requires(const T& value) {
  value.care;
};

struct Flagged {
  bool care = false;
};

TEST(FeelingGroups, EveryEmotionOfAGroupIsKnown) {
  std::array<int, kFeelingCount + 1> count{};
  for (const std::size_t group : kFeelingOf) ++count[group];
  EXPECT_EQ(count, (std::array<int, kFeelingCount + 1>{4, 3, 3, 9, 9}));
}

TEST(Reading, HoldsNoSignOfAHardTime) {
  static_assert(HoldsCare<Flagged>);  // The question can be answered with yes.
  static_assert(!HoldsCare<Reading> && !HoldsCare<Clause> && !HoldsCare<Message>);
  static_assert(std::is_void_v<CareSigns>);
  // An aggregate with one part more would not be made of these.
  const auto& [language, language_p, emotions, felt, feelings, valence, intensity, sentiment,
               suggestion, complaint, politeness, clauses, personal, left_out, abstained] =
      Reading{};
  EXPECT_EQ(language, "und");
  EXPECT_EQ(kCareNames, 0);
}

}  // namespace
}  // namespace attune
