// SPDX-License-Identifier: Apache-2.0
#include "measure/suppress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/random.h"

namespace attune {
namespace {

/// The table with its totals as one more row and column, and what an attacker sees of it.
struct Published {
  std::size_t rows, columns;
  std::vector<std::int64_t> value;
  std::vector<bool> known;
  std::vector<bool> hidden;  // By us; the rest that is not known nobody meant to show.

  Published(const CountTable& table, const SuppressOptions& options)
      : rows(table.rows + 1),
        columns(table.columns + 1),
        value(rows * columns, 0),
        known(rows * columns, true),
        hidden(rows * columns, false) {
    const Suppression hide = suppress(table, options);
    for (std::size_t r = 0; r < table.rows; ++r) {
      for (std::size_t c = 0; c < table.columns; ++c) {
        const auto count = static_cast<std::int64_t>(table.counts[r * table.columns + c]);
        value[at(r, c)] += count;
        value[at(r, table.columns)] += count;
        value[at(table.rows, c)] += count;
        value[at(table.rows, table.columns)] += count;
        set(at(r, c), hide.cells[r * table.columns + c], true);
      }
      set(at(r, table.columns), hide.row_totals[r], options.row_totals);
    }
    for (std::size_t c = 0; c < table.columns; ++c)
      set(at(table.rows, c), hide.column_totals[c], options.column_totals);
    set(at(table.rows, table.columns), hide.grand_total,
        options.row_totals || options.column_totals);
  }
  [[nodiscard]] std::size_t at(std::size_t r, std::size_t c) const { return r * columns + c; }
  void set(std::size_t i, bool hide, bool meant) {
    hidden[i] = hide && meant;
    known[i] = meant && !hide;
  }

  /// The equations over the unknown cells, one row each: coefficients and right-hand side.
  [[nodiscard]] std::vector<std::vector<double>> equations(
      const std::vector<std::size_t>& unknown) const {
    std::vector<std::vector<double>> out;
    const auto line = [&](std::size_t first, std::size_t step, std::size_t length) {
      std::vector<double> equation(unknown.size() + 1, 0);
      for (std::size_t k = 0; k < length; ++k) {
        const std::size_t i = first + k * step;
        const double sign = k + 1 == length ? -1 : 1;
        if (known[i]) {
          equation.back() -= sign * static_cast<double>(value[i]);
        } else {
          const auto found = std::find(unknown.begin(), unknown.end(), i);
          equation[static_cast<std::size_t>(found - unknown.begin())] = sign;
        }
      }
      out.push_back(equation);
    };
    for (std::size_t r = 0; r < rows; ++r) line(at(r, 0), 1, columns);
    for (std::size_t c = 0; c < columns; ++c) line(at(0, c), columns, rows);
    return out;
  }
};

std::vector<std::size_t> unknown_cells(const Published& seen) {
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < seen.value.size(); ++i)
    if (!seen.known[i]) unknown.push_back(i);
  return unknown;
}

/// Attack 1: elimination. The hidden cells that the equations alone fix.
std::size_t leaks_by_elimination(const Published& seen) {
  const std::vector<std::size_t> unknown = unknown_cells(seen);
  auto rows = seen.equations(unknown);
  std::size_t rank = 0;
  for (std::size_t column = 0; column < unknown.size() && rank < rows.size(); ++column) {
    const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(rank), rows.end(),
                                    [&](const auto& row) { return std::abs(row[column]) > 1e-9; });
    if (pivot == rows.end()) continue;
    std::swap(*pivot, rows[rank]);
    for (std::size_t other = 0; other < rows.size(); ++other) {
      if (other == rank) continue;
      const double factor = rows[other][column] / rows[rank][column];
      for (std::size_t k = 0; k < rows[other].size(); ++k) rows[other][k] -= factor * rows[rank][k];
    }
    ++rank;
  }
  std::size_t leaks = 0;
  for (const auto& row : rows) {
    std::vector<std::size_t> with;
    for (std::size_t k = 0; k < unknown.size(); ++k)
      if (std::abs(row[k]) > 1e-9) with.push_back(k);
    if (with.size() == 1 && seen.hidden[unknown[with[0]]]) ++leaks;
  }
  return leaks;
}

/// Attack 2: enumeration. Every whole-number table that agrees with all that is known; the hidden
/// cells that take one value in all of them.
class Enumeration {
 public:
  Enumeration(const Published& seen, std::int64_t lower)
      : seen_(seen), lower_(lower), value_(seen.value), values_(seen.value.size()) {
    for (std::size_t r = 0; r + 1 < seen.rows; ++r)
      for (std::size_t c = 0; c + 1 < seen.columns; ++c)
        if (!seen.known[seen.at(r, c)]) free_.push_back(seen.at(r, c));
    place(0);
  }
  [[nodiscard]] std::size_t leaks() const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < values_.size(); ++i)
      count += seen_.hidden[i] && values_[i].size() < 2 ? 1 : 0;
    return count;
  }

 private:
  void place(std::size_t next) {
    if (next == free_.size()) {
      check();
      return;
    }
    constexpr std::int64_t kUp = 3;  // A leak-free cell has a second value close by.
    const std::int64_t truth = seen_.value[free_[next]];
    for (std::int64_t v = std::max(lower_, truth - kUp); v <= truth + kUp; ++v) {
      value_[free_[next]] = v;
      place(next + 1);
    }
    value_[free_[next]] = truth;
  }

  void check() {
    std::vector<std::int64_t> full = value_;
    const std::size_t last_row = seen_.rows - 1;
    const std::size_t last_column = seen_.columns - 1;
    for (std::size_t r = 0; r <= last_row; ++r) full[seen_.at(r, last_column)] = 0;
    for (std::size_t c = 0; c <= last_column; ++c) full[seen_.at(last_row, c)] = 0;
    for (std::size_t r = 0; r < last_row; ++r) {
      for (std::size_t c = 0; c < last_column; ++c) {
        const std::int64_t v = full[seen_.at(r, c)];
        full[seen_.at(r, last_column)] += v;
        full[seen_.at(last_row, c)] += v;
        full[seen_.at(last_row, last_column)] += v;
      }
    }
    for (std::size_t i = 0; i < full.size(); ++i)
      if (seen_.known[i] ? full[i] != seen_.value[i] : seen_.hidden[i] && full[i] < lower_) return;
    for (std::size_t i = 0; i < full.size(); ++i)
      if (seen_.hidden[i] &&
          std::find(values_[i].begin(), values_[i].end(), full[i]) == values_[i].end())
        values_[i].push_back(full[i]);
  }

  const Published& seen_;
  std::int64_t lower_;
  std::vector<std::int64_t> value_;
  std::vector<std::vector<std::int64_t>> values_;
  std::vector<std::size_t> free_;
};

CountTable draw_table(Random& random, std::size_t rows, std::size_t columns) {
  CountTable table{.rows = rows, .columns = columns};
  for (std::size_t i = 0; i < rows * columns; ++i) {
    const double kind = random.uniform();
    table.counts.push_back(kind < 0.15  ? 0
                           : kind < 0.4 ? 1 + random.below(9)
                                        : 10 + random.below(60));
  }
  return table;
}

SuppressOptions draw_options(Random& random) {
  return {.show_zeros = random.uniform() < 0.5,
          .row_totals = random.uniform() < 0.7,
          .column_totals = random.uniform() < 0.7};
}

TEST(Suppress, NoSmallCellIsEverShown) {
  Random random(1);
  for (int i = 0; i < 500; ++i) {
    const CountTable table = draw_table(random, 1 + random.below(6), 1 + random.below(6));
    const SuppressOptions options = draw_options(random);
    const Published seen(table, options);
    for (std::size_t k = 0; k < seen.value.size(); ++k) {
      if (!seen.known[k] || (options.show_zeros && seen.value[k] == 0)) continue;
      ASSERT_GE(seen.value[k], 10);
    }
  }
}

TEST(Suppress, EliminationFindsNoHiddenCell) {
  Random random(2);
  for (int i = 0; i < 1000; ++i) {
    const CountTable table = draw_table(random, 1 + random.below(7), 1 + random.below(7));
    ASSERT_EQ(leaks_by_elimination(Published(table, draw_options(random))), 0U) << "table " << i;
  }
}

TEST(Suppress, EnumerationFindsNoHiddenCell) {
  Random random(3);
  int tried = 0;
  for (int i = 0; i < 600; ++i) {
    const CountTable table = draw_table(random, 1 + random.below(3), 1 + random.below(3));
    const SuppressOptions options = draw_options(random);
    const Published seen(table, options);
    const Suppression hide = suppress(table, options);
    if (std::count(hide.cells.begin(), hide.cells.end(), true) > 5) continue;
    ++tried;
    ASSERT_EQ(Enumeration(seen, options.show_zeros ? 1 : 0).leaks(), 0U) << "table " << i;
  }
  EXPECT_GT(tried, 300);
}

TEST(Suppress, TheHiddenOfALineAreTenPeopleTogether) {
  Random random(4);
  for (int i = 0; i < 500; ++i) {
    const CountTable table = draw_table(random, 2 + random.below(5), 2 + random.below(5));
    const Suppression hide = suppress(table, {});
    for (std::size_t r = 0; r < table.rows; ++r) {
      if (hide.row_totals[r]) continue;
      std::uint64_t together = 0;
      bool any = false;
      for (std::size_t c = 0; c < table.columns; ++c) {
        if (!hide.cells[r * table.columns + c]) continue;
        together += table.counts[r * table.columns + c];
        any = true;
      }
      ASSERT_TRUE(!any || together >= 10U);
    }
  }
}

TEST(Suppress, TheAttacksWork) {
  // One small cell hidden alone falls to both attacks: the tests above can fail.
  const CountTable table{.rows = 2, .columns = 2, .counts = {4, 20, 30, 40}};
  Published seen(table, {});
  EXPECT_EQ(leaks_by_elimination(seen), 0U);
  for (std::size_t i = 0; i < seen.value.size(); ++i) {
    seen.hidden[i] = i == 0;
    seen.known[i] = i != 0;
  }
  EXPECT_EQ(leaks_by_elimination(seen), 1U);
  EXPECT_EQ(Enumeration(seen, 1).leaks(), 1U);
}

TEST(Suppress, LargeCellsStayShown) {
  const CountTable table{.rows = 2, .columns = 2, .counts = {12, 20, 30, 40}};
  const Suppression hide = suppress(table, {});
  EXPECT_EQ(std::count(hide.cells.begin(), hide.cells.end(), true), 0);
  EXPECT_FALSE(hide.grand_total);
}

TEST(Suppress, AListGivesUpASecondGroupForTheSmallOne) {
  EXPECT_EQ(suppress_list({120, 4, 33, 60}, true), (std::vector{false, true, true, false}));
  EXPECT_EQ(suppress_list({120, 4, 33, 60}, false), (std::vector{false, true, false, false}));
  EXPECT_EQ(suppress_list({120, 7, 8, 60}, true), (std::vector{false, true, true, false}));
  EXPECT_EQ(suppress_list({120, 2, 3, 60}, true), (std::vector{false, true, true, true}));
}

TEST(Suppress, AShareGivesItsComplementAway) {
  EXPECT_TRUE(share_is_small(95, 100));
  EXPECT_TRUE(share_is_small(5, 100));
  EXPECT_FALSE(share_is_small(0, 100));
  EXPECT_FALSE(share_is_small(50, 100));
}

}  // namespace
}  // namespace attune
