// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "base/calendar.h"
#include "base/random.h"
#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::hear;
using testing::Heard;

constexpr std::int64_t kMoment = 1424805359;  // 2015-02-24T19:15:59Z
constexpr std::int64_t kDay = 1424736000;     // 2015-02-24

std::optional<std::int64_t> read(std::string_view value) {
  return parse_time(value, DayOrder::day_first);
}

TEST(Dates, IsoInAllItsDress) {
  for (const std::string_view value :
       {"2015-02-24T19:15:59Z", "2015-02-24 19:15:59", "2015-02-24T19:15:59.123456Z",
        "2015-02-24 11:15:59 -0800", "2015-02-24T11:15:59-08:00", "2015-02-24T20:15:59+01",
        "20150224T191559Z", "2015-02-24 19:15:59 UTC", " 2015/02/24 19:15:59 ",
        "2015-02-24 19:15:59+00:00", "2015-02-24T19:15:59,5Z", "2015-02-24 07:15:59 PM"}) {
    EXPECT_EQ(read(value), kMoment) << value;
  }
  for (const std::string_view value : {"2015-02-24", "2015/02/24", "2015.02.24", "20150224"}) {
    EXPECT_EQ(read(value), kDay) << value;
  }
  EXPECT_EQ(read("2015-02-24T19:15"), kMoment - 59);
}

TEST(Dates, AsMailAndProgramsWriteThem) {
  for (const std::string_view value :
       {"Tue, 24 Feb 2015 11:15:59 -0800", "Tue Feb 24 19:15:59 +0000 2015",
        "24 Feb 2015 19:15:59 GMT", "Tue, 24 Feb 2015 11:15:59 -0800 (PST)",
        "Feb 24, 2015 7:15:59 PM", "Tue Feb 24 2015 20:15:59 GMT+0100", "1424805359",
        "1424805359000", "1424805359.25", "February 24, 2015 at 7:15:59\xE2\x80\xAFPM"}) {
    EXPECT_EQ(read(value), kMoment) << value;
  }
}

TEST(Dates, AsPeopleWriteThem) {
  for (const std::string_view value :
       {"February 24, 2015", "24 Feb 2015", "24-Feb-2015", "24-Feb-15", "Feb. 24th, 2015",
        "24. Februar 2015", "24 février 2015", "24 de febrero de 2015", "24.02.2015", "24/2/2015",
        "24-02-15", "Tuesday, February 24, 2015", "24 fevereiro 2015", "24.2.15"}) {
    EXPECT_EQ(read(value), kDay) << value;
  }
  EXPECT_EQ(read("4. März 2015"), parse_time("2015-03-04", DayOrder::unknown));
  EXPECT_EQ(parse_time("3/4/2015 5:06 PM", DayOrder::month_first),
            parse_time("2015-03-04T17:06", DayOrder::unknown));
  EXPECT_EQ(parse_time("3/4/2015 5:06 PM", DayOrder::day_first),
            parse_time("2015-04-03T17:06", DayOrder::unknown));
  EXPECT_EQ(parse_time("12/31/2015, 12:30:00 AM", DayOrder::month_first),
            parse_time("2015-12-31T00:30", DayOrder::unknown));
}

TEST(Dates, WhatIsNoDateIsNone) {
  for (const std::string_view value : {"",
                                       " ",
                                       "hello",
                                       "2015-13-01",
                                       "2015-02-30",
                                       "31.02.2020",
                                       "2015-02-24T25:00",
                                       "12",
                                       "2015-02-24 19:60",
                                       "0000-00-00",
                                       "24.13.2015",
                                       "1/2",
                                       "2015",
                                       "Feb",
                                       "Feb 2015",
                                       "3.5",
                                       "2015-02-24 and more",
                                       "13:00",
                                       "24 Foo 2015",
                                       "2015-02-24T19:15:59+99:00",
                                       "99999",
                                       "2015-2",
                                       "24/02/2015 at noon",
                                       "1424805359x"}) {
    EXPECT_EQ(read(value), std::nullopt) << value;
  }
}

TEST(Dates, EveryDayOfFourCenturiesComesBack) {
  Random random(3);
  for (int i = 0; i < 20'000; ++i) {
    const auto days = static_cast<std::int64_t>(random.below(146'097)) - 60'000;
    const Date date = date_of_days(days);
    const std::string day = std::to_string(date.day), month = std::to_string(date.month);
    std::string year = std::to_string(date.year);
    ASSERT_EQ(read(iso_date(days)), days * kDaySeconds);
    ASSERT_EQ(read(day + "." + month + "." + year), days * kDaySeconds);
    ASSERT_EQ(parse_time(month + "/" + day + "/" + year, DayOrder::month_first),
              days * kDaySeconds);
  }
}

std::string column(std::initializer_list<std::string_view> dates,
                   std::string_view delimiter = ",") {
  std::string text = "text" + std::string(delimiter) + "date\n";
  for (const std::string_view date : dates) {
    text.append("some words").append(delimiter).append(date).append("\n");
  }
  return text;
}

TEST(Dates, TheWholeColumnDecidesTheOrder) {
  const Heard day = hear(column({"3/4/2015", "5/6/2015", "24/12/2015"}));
  ASSERT_EQ(day.messages.size(), 3U);
  EXPECT_EQ(day.messages[0].time, read("2015-04-03"));
  const Heard month = hear(column({"3/4/2015", "5/6/2015", "12/24/2015"}));
  EXPECT_EQ(month.messages[0].time, read("2015-03-04"));
  EXPECT_TRUE(month.says("month before day"));
}

TEST(Dates, WhereNoDateTellsTheAssumptionIsSaid) {
  const Heard slashes = hear(column({"3/4/2015", "5/6/2015"}));
  EXPECT_EQ(slashes.messages[0].time, read("2015-03-04"));
  EXPECT_TRUE(slashes.says("no date in the column tells"));
  const Heard dots = hear(column({"3.4.2015", "5.6.2015"}));
  EXPECT_EQ(dots.messages[0].time, read("2015-04-03"));
  const Heard european = hear(column({"3/4/2015", "5/6/2015"}, ";"));
  EXPECT_EQ(european.messages[0].time, read("2015-04-03"));
}

TEST(Dates, ADateFarDownDecidesToo) {
  std::string text = "text,date\n";
  for (int i = 0; i < 200'000; ++i) text += "some words,3/4/2015\n";
  const Heard got = hear(text + "more words,24/12/2015\n");
  EXPECT_EQ(got.intake.rejected, 0U);
  EXPECT_EQ(got.messages[0].time, read("2015-04-03"));
}

TEST(Dates, AWrongDateRejectsTheRowAndAMissingOneDoesNot) {
  const Heard got = hear(column({"2015-01-02", "2015-02-30", "", "n/a", "2015-01-05"}));
  EXPECT_EQ(got.intake.used, 4U);
  EXPECT_EQ(got.intake.rejected, 1U);
  EXPECT_EQ(got.messages[1].time, std::nullopt);
}

}  // namespace
}  // namespace attune
