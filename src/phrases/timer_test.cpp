// SPDX-License-Identifier: Apache-2.0
#include "phrases/timer.h"

#include <gtest/gtest.h>

namespace attune::phrases {
namespace {

TEST(Timer, IsAClockWithSecondsOrUnitsWrittenOn) {
  for (const char* word : {"07:25:41", "00:12:27:15", "34Seconds", "01days", "12h30m", "1d2h3m",
                           "00DAYS02HRS14MINS1211SEC", "3DAYS124606HRS", "2hrs05"})
    EXPECT_TRUE(is_timer(word)) << word;
}

TEST(Timer, IsNoPlainNumberOrHour) {
  for (const char* word : {"7", "24h", "5m", "10:05", "3.5", "2nd", "4x4", "12hats", "2hours2much",
                           "1seconds2secondss", "9am", ""})
    EXPECT_FALSE(is_timer(word)) << word;
}

}  // namespace
}  // namespace attune::phrases
