// SPDX-License-Identifier: Apache-2.0
#include "problems/odd_days.h"

#include <gtest/gtest.h>

#include "base/calendar.h"

namespace attune::problems {
namespace {

std::int32_t day(int year, unsigned month, unsigned of_month) {
  return static_cast<std::int32_t>(days_of({.year = year, .month = month, .day = of_month}));
}

/// `n` days, one after the other, from the first of March 2026 on; a stride apart.
std::vector<std::int32_t> run(std::size_t n, std::int32_t stride = 1) {
  std::vector<std::int32_t> days;
  for (std::size_t i = 0; i < n; ++i)
    days.push_back(day(2026, 3, 1) + stride * static_cast<std::int32_t>(i));
  return days;
}

bool believes(std::vector<std::int32_t> days, std::int32_t one) {
  days.push_back(one);
  const LikelyDays likely = likely_days(std::move(days));
  return one >= likely.first && one <= likely.last;
}

TEST(OddDays, ZerosOfClocksAndSlipsOfThePenAreNotBelieved) {
  for (const Date date : {Date{1970, 1, 1}, Date{1900, 1, 1}, Date{1, 1, 1}, Date{206, 3, 1},
                          Date{2016, 3, 1}, Date{2062, 3, 1}, Date{2099, 12, 31}}) {
    EXPECT_FALSE(believes(run(180), static_cast<std::int32_t>(days_of(date)))) << date.year;
  }
}

TEST(OddDays, ZerosAreKnownHoweverManyTheyAre) {
  std::vector<std::int32_t> days = run(60);
  days.insert(days.end(), 200, day(1970, 1, 1));
  days.insert(days.end(), 3, day(2099, 12, 31));
  const LikelyDays likely = likely_days(days);
  EXPECT_EQ(likely.first, day(2026, 3, 1));
  EXPECT_EQ(likely.last, day(2026, 4, 29));
  const LikelyDays none = likely_days({day(1970, 1, 1), day(1970, 1, 1)});
  EXPECT_LT(none.last, none.first);
}

TEST(OddDays, BothEndsMayBeOdd) {
  std::vector<std::int32_t> days = run(100);
  days.push_back(day(1926, 3, 1));
  days.push_back(day(2206, 3, 1));
  const LikelyDays likely = likely_days(days);
  EXPECT_EQ(likely.first, day(2026, 3, 1));
  EXPECT_EQ(likely.last, day(2026, 6, 8));
}

TEST(OddDays, AThinEarlyPartOfAHistoryStays) {
  // Five years, nearly all of it in the last one.
  std::vector<std::int32_t> days = run(1000, 0);
  for (int year = 2021; year < 2026; ++year) days.push_back(day(year, 6, 1));
  const LikelyDays likely = likely_days(days);
  EXPECT_EQ(likely.first, day(2021, 6, 1));
  // Two years ago, one row alone.
  EXPECT_TRUE(believes(run(180), day(2024, 3, 1)));
  // Long ago, but many.
  std::vector<std::int32_t> two_waves = run(300);
  two_waves.insert(two_waves.end(), 20, day(2015, 5, 5));
  EXPECT_EQ(likely_days(two_waves).first, day(2015, 5, 5));
}

TEST(OddDays, FewDaysTellNothing) {
  EXPECT_TRUE(believes({day(2026, 3, 1), day(2026, 3, 2)}, day(2015, 1, 5)));
  // Old archives exist: a clock's zero among its neighbours is a day.
  EXPECT_TRUE(believes({day(1970, 1, 2), day(1970, 2, 1), day(1971, 1, 1)}, day(1970, 1, 1)));
  EXPECT_LT(likely_days({}).last, likely_days({}).first);
}

}  // namespace
}  // namespace attune::problems
