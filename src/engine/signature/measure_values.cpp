// SPDX-License-Identifier: Apache-2.0
#include "engine/signature/measure_values.h"

#include <array>
#include <cstdint>
#include <vector>

#include "base/calendar.h"
#include "base/json_out.h"
#include "measure/compare.h"
#include "measure/drivers.h"
#include "measure/interval.h"
#include "measure/opportunity.h"
#include "measure/rank.h"
#include "measure/suppress.h"
#include "measure/trend.h"

namespace attune {

namespace {

void interval_value(JsonOut& out, const Interval& interval) {
  out.number(interval.low).number(interval.high);
}

void share_values(JsonOut& out) {
  constexpr std::array<std::array<std::uint64_t, 2>, 7> kCounts = {
      {{0, 0}, {0, 9}, {1, 9}, {9, 9}, {17, 212}, {400, 1'000}, {3, 100'000}}};
  out.begin_array();
  for (const auto& [count, of] : kCounts) interval_value(out, share_of(count, of).interval);
  for (const bool found : discoveries({.001, .2, .012, .04, .9, .025}, .05)) out.boolean(found);
  out.end_array().newline();
}

void trend_values(JsonOut& out) {
  constexpr std::size_t kWeeks = 16;
  std::vector<std::vector<Bucket>> problems(3);
  for (std::uint64_t week = 0; week < kWeeks; ++week) {
    const std::string from = iso_date(20'000 + 7 * static_cast<std::int64_t>(week));
    const std::uint64_t of = 80 + 5 * (week % 3);
    problems[0].push_back({.from = from, .count = week < 9 ? 2 : 9 + week % 4, .of = of});
    problems[1].push_back({.from = from, .count = 6 + week * 7 % 5, .of = of});
    problems[2].push_back({.from = from, .count = week % 8 == 0 ? 1U : 0U, .of = of});
  }
  out.begin_array();
  for (const TrendTest& test : trends_of(problems, {})) {
    out.begin_array().number(test.trend.ratio).number(test.p).number(trend_weight(test.trend));
    interval_value(out, test.trend.interval);
    out.string(test.trend.since).boolean(test.trend.known).end_array();
  }
  out.end_array().newline();
}

void rank_values(JsonOut& out, const Pool& pool) {
  constexpr std::uint32_t kUnits = 300;
  std::vector<std::vector<Mention>> problems(4);
  for (std::uint32_t unit = 0; unit < kUnits; ++unit) {
    for (std::uint32_t i = 0; i < problems.size(); ++i) {
      if ((unit * 37 + i * 11) % (5 + i) != 0) continue;
      problems[i].push_back({.unit = unit,
                             .p = .5F + .5F * static_cast<float>(unit % 7) / 7,
                             .severity = .3F + .1F * static_cast<float>(unit % (3 + i))});
    }
  }
  out.begin_array();
  for (const Ranked& one :
       rank(problems, std::array<double, 4>{1, 1.3, 1, .8}, kUnits, {.seed = 5}, pool)) {
    out.begin_array().number(one.share).number(one.severity).number(one.score);
    out.number(one.rank).number(one.rank_low).number(one.rank_high).end_array();
  }
  out.end_array().newline();
}

void driver_values(JsonOut& out, const Pool& pool) {
  constexpr std::uint32_t kRows = 240;
  DriverRows rows{.themes = 3, .controls = 1};
  for (std::uint32_t i = 0; i < kRows; ++i) {
    const bool first = i % 3 == 0;
    const bool second = i % 4 == 1;
    const bool third = i * 7 % 10 < 4;
    const float control = static_cast<float>(i % 11) / 11;
    rows.x.insert(rows.x.end(),
                  {first ? 1.F : 0.F, second ? 1.F : 0.F, third ? 1.F : 0.F, control});
    rows.outcome.push_back(4 - (first ? 1.2F : 0) - (second ? .4F : 0) + control +
                           .5F * static_cast<float>(i * 13 % 5));
    rows.person.push_back(i / 2);
  }
  const DriverResult result = drivers(rows, {.seed = 3}, pool);
  out.begin_array().number(result.r2).number(result.r2_themes);
  for (const Driver& one : result.themes) {
    out.boolean(one.known).number(one.share).number(one.effect).number(one.vif);
    interval_value(out, one.share_interval);
    interval_value(out, one.effect_interval);
  }
  out.end_array().newline();
}

void round_values(JsonOut& out) {
  const std::vector<RoundPair> pairs = {
      {.old_count = 40, .old_of = 200, .new_count = 15, .new_of = 210},
      {.old_count = 12, .old_of = 200, .new_count = 40, .new_of = 210},
      {.old_count = 0, .old_of = 200, .new_count = 18, .new_of = 210},
      {.old_count = 30, .old_of = 200, .new_count = 0, .new_of = 210},
      {.old_count = 2, .old_of = 200, .new_count = 3, .new_of = 210},
      {.old_count = 9'000, .old_of = 50'000, .new_count = 9'010, .new_of = 50'000}};
  out.begin_array();
  for (const RoundChange& one : compare_rounds(pairs, {})) {
    out.begin_array().number(one.difference).number(one.p).number(one.q);
    interval_value(out, one.interval);
    out.number(static_cast<int>(one.turn)).end_array();
  }
  out.end_array().newline();
}

void need_values(JsonOut& out) {
  const std::vector<NeedFacts> needs = {{.reach = .2, .intensity = .7, .satisfied = .1},
                                        {.reach = .05, .intensity = .4, .satisfied = .6},
                                        {.reach = .11, .intensity = .9, .satisfied = .3}};
  out.begin_array();
  for (const TextOpportunity& one : opportunities(needs)) {
    out.number(one.importance).number(one.satisfaction).number(one.score);
  }
  for (const bool hidden : suppress_list({3, 44, 12, 0, 130}, true)) out.boolean(hidden);
  out.end_array().newline();
}

}  // namespace

std::string measure_values(const Pool& pool) {
  JsonOut out;
  share_values(out);
  trend_values(out);
  rank_values(out, pool);
  driver_values(out, pool);
  round_values(out);
  need_values(out);
  return out.take();
}

}  // namespace attune
