// SPDX-License-Identifier: Apache-2.0
#include "measure/drivers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "base/random.h"

namespace attune {
namespace {

/// Ratings that fall by `effects[j]` with theme j; themes overlap; every person writes twice.
DriverRows ratings(std::size_t persons, const std::vector<double>& effects, std::uint64_t seed) {
  Random random(seed);
  DriverRows rows;
  rows.themes = effects.size();
  for (std::uint32_t person = 0; person < persons; ++person) {
    const double mood = random.normal();
    for (int message = 0; message < 2; ++message) {
      const double busy = random.uniform() < 0.4 ? 0.5 : 0.2;
      double rating = mood + random.normal();
      for (const double effect : effects) {
        const bool has = random.uniform() < busy;
        rows.x.push_back(has ? 1 : 0);
        rating += has ? effect : 0;
      }
      rows.outcome.push_back(static_cast<float>(rating));
      rows.person.push_back(person);
    }
  }
  return rows;
}

/// The slow twin: R² of some columns by least squares on the rows themselves.
double r_squared(const DriverRows& rows, const std::vector<std::size_t>& columns) {
  const std::size_t n = rows.outcome.size();
  const std::size_t k = columns.size() + 1;
  const auto x = [&](std::size_t i, std::size_t j) {
    return j == 0 ? 1.0 : static_cast<double>(rows.x[i * rows.themes + columns[j - 1]]);
  };
  std::vector<std::vector<double>> a(k, std::vector<double>(k + 1, 0));
  double mean = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto y = static_cast<double>(rows.outcome[i]);
    mean += y / static_cast<double>(n);
    for (std::size_t p = 0; p < k; ++p) {
      for (std::size_t q = 0; q < k; ++q) a[p][q] += x(i, p) * x(i, q);
      a[p][k] += x(i, p) * y;
    }
  }
  for (std::size_t p = 0; p < k; ++p) {  // Gauss–Jordan; the matrix is positive definite.
    const std::vector<double> pivot = a[p];
    for (std::size_t q = 0; q < k; ++q) {
      const double factor = q == p ? 0 : a[q][p] / pivot[p];
      for (std::size_t c = 0; c <= k; ++c) a[q][c] -= factor * pivot[c];
    }
  }
  double rest = 0;
  double all = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto y = static_cast<double>(rows.outcome[i]);
    double fitted = 0;
    for (std::size_t p = 0; p < k; ++p) fitted += a[p][k] / a[p][p] * x(i, p);
    rest += (y - fitted) * (y - fitted);
    all += (y - mean) * (y - mean);
  }
  return 1 - rest / all;
}

TEST(Drivers, SharesAreTheMeanGainOverAllOrders) {
  const DriverRows rows = ratings(150, {-1.0, -0.6, 0.0, 0.5}, 5);
  const DriverResult result = drivers(rows, {.ridge = 0, .draws = 0}, Pool(1));
  std::vector<std::size_t> order = {0, 1, 2, 3};
  std::array<double, 4> gain{};
  double orders = 0;
  do {
    double before = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      const auto end = order.begin() + static_cast<std::ptrdiff_t>(k + 1);
      const double after = r_squared(rows, {order.begin(), end});
      gain[order[k]] += after - before;
      before = after;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  const double all = r_squared(rows, {0, 1, 2, 3});
  EXPECT_NEAR(result.r2, all, 1e-9);
  for (std::size_t j = 0; j < 4; ++j)
    EXPECT_NEAR(result.themes[j].share, gain[j] / orders / all, 1e-9) << j;
}

TEST(Drivers, DrawnOrdersComeCloseToAll) {
  // 13 themes are drawn; the 13th nobody has, so the first 12 alone are exact and must agree.
  DriverRows few = ratings(400, {-1, -.8, -.6, -.4, -.3, -.2, -.1, 0, .1, .2, .3, .4}, 6);
  DriverRows more = few;
  more.themes = 13;
  more.x.clear();
  for (std::size_t i = 0; i < few.outcome.size(); ++i) {
    const auto row = few.x.begin() + static_cast<std::ptrdiff_t>(i * 12);
    more.x.insert(more.x.end(), row, row + 12);
    more.x.push_back(0);
  }
  const DriverResult exact = drivers(few, {.draws = 0}, Pool(1));
  const DriverResult drawn = drivers(more, {.draws = 0}, Pool(1));
  EXPECT_FALSE(drawn.themes[12].known);
  for (std::size_t j = 0; j < 12; ++j)
    EXPECT_NEAR(drawn.themes[j].share, exact.themes[j].share, 0.01) << j;
}

TEST(Drivers, FindEffectsAndSayWhereThereIsNone) {
  const DriverResult result = drivers(ratings(500, {-1.0, 0.0, 0.8}, 7), {}, Pool(2));
  ASSERT_TRUE(result.known);
  EXPECT_NEAR(result.themes[0].effect, -1.0, 0.2);
  EXPECT_NEAR(result.themes[2].effect, 0.8, 0.2);
  EXPECT_NE(result.themes[0].direction, Direction::open);
  EXPECT_LT(result.themes[0].effect_interval.high, 0);
  EXPECT_EQ(result.themes[1].direction, Direction::open);
  EXPECT_GT(result.themes[0].share, result.themes[1].share);
  EXPECT_LT(result.themes[0].vif, 1.5);
}

TEST(Drivers, PersonsNotMessagesAreCounted) {
  // The same 80 messages, once of 80 persons, once as ten copies each of the same persons.
  const DriverRows once = ratings(80, {-0.5}, 8);
  DriverRows copies;
  copies.themes = 1;
  for (int copy = 0; copy < 10; ++copy) {
    copies.x.insert(copies.x.end(), once.x.begin(), once.x.end());
    copies.outcome.insert(copies.outcome.end(), once.outcome.begin(), once.outcome.end());
    copies.person.insert(copies.person.end(), once.person.begin(), once.person.end());
  }
  const Interval a = drivers(once, {}, Pool(1)).themes[0].effect_interval;
  const Interval b = drivers(copies, {}, Pool(1)).themes[0].effect_interval;
  EXPECT_NEAR((b.high - b.low) / (a.high - a.low), 1, 0.1);
}

TEST(Drivers, ATwinThemeIsNotedAndNothingBreaks) {
  DriverRows rows = ratings(200, {-1.0}, 9);
  DriverRows twins = rows;
  twins.themes = 2;
  twins.x.clear();
  for (const float x : rows.x) twins.x.insert(twins.x.end(), {x, x});
  const DriverResult result = drivers(twins, {}, Pool(1));
  EXPECT_GT(result.themes[0].vif, 5);
  EXPECT_NEAR(result.themes[0].share, 0.5, 0.05);
  EXPECT_TRUE(std::isfinite(result.themes[1].effect));
}

TEST(Drivers, ControlsTakeTheirPartFirst) {
  Random random(10);
  DriverRows rows;
  rows.themes = 1;
  rows.controls = 1;
  for (std::uint32_t i = 0; i < 600; ++i) {  // The theme only goes along with the control.
    const double channel = random.uniform() < 0.5 ? 1 : 0;
    rows.x.push_back(random.uniform() < 0.1 + 0.6 * channel ? 1 : 0);
    rows.x.push_back(static_cast<float>(channel));
    rows.outcome.push_back(static_cast<float>(2 * channel + random.normal()));
    rows.person.push_back(i);
  }
  const DriverResult result = drivers(rows, {}, Pool(1));
  EXPECT_EQ(result.themes[0].direction, Direction::open);
  EXPECT_GT(result.r2, 0.3);
  EXPECT_LT(result.r2_themes, 0.02);
}

TEST(Drivers, TooLittleIsSaidAsSuch) {
  EXPECT_FALSE(drivers({}, {}, Pool(1)).known);
  EXPECT_FALSE(drivers(ratings(4, {1, 1}, 1), {}, Pool(1)).known);
  DriverRows flat = ratings(50, {1}, 1);
  std::fill(flat.outcome.begin(), flat.outcome.end(), 3.0F);
  EXPECT_FALSE(drivers(flat, {}, Pool(1)).known);
}

TEST(Drivers, AreTheSameAtAnyThreadCount) {
  const DriverRows rows = ratings(120, {-1, 0.5}, 11);
  const Interval one = drivers(rows, {.draws = 50}, Pool(1)).themes[0].share_interval;
  const Interval three = drivers(rows, {.draws = 50}, Pool(3)).themes[0].share_interval;
  EXPECT_EQ(one.low, three.low);
  EXPECT_EQ(one.high, three.high);
}

}  // namespace
}  // namespace attune
