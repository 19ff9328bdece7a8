// SPDX-License-Identifier: Apache-2.0
#pragma once

// What goes along with the rating? Ridge regression of an outcome (a rating, or 0/1) on whether a
// person speaks of each theme, beside controls. Two numbers per theme:
// - *share*: its part of the R² that themes explain, averaged over all orders of entry (LMG:
//   Lindeman, Merenda and Gold 1980; the Shapley value, Lipovetsky and Conklin 2001); exact up to
//   12 themes, else 200 seeded orders;
// - *effect*: average marginal effect, "points of the outcome that go along with the theme", all
//   else equal: the mean change of the prediction were the theme absent, over those who have it.
// An outcome of 0/1 is fitted by the same line (the linear probability model, whose mean effects
// are close to the logistic ones; Angrist and Pischke 2009). Both with percentile intervals from a
// bootstrap that draws whole persons (in at most 400 groups chosen by hash). The words for both are
// "associated with", never "causes": people chose what to write about.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "attune/interval.h"
#include "base/pool.h"

namespace attune {

/// n rows (a message or a person-episode), `themes` columns of 0/1 (or a severity in [0, 1]), and
/// `controls` columns of numbers (channel dummies, month, length). An intercept is added.
struct DriverRows {
  std::size_t themes = 0;
  std::size_t controls = 0;
  std::vector<float> x;        ///< n × (themes + controls), row-major; themes first.
  std::vector<float> outcome;  ///< n. A rating, or 0/1: then effects are points of probability.
  std::vector<std::uint32_t> person;  ///< n; who wrote it. Any numbers; equal = same person.
};

struct DriverOptions {
  double ridge = 1.0;  ///< Penalty on standardised columns, in rows; ≥ 0.
  std::uint64_t seed = 1;
  std::size_t draws = 500;   ///< Bootstrap.
  std::size_t orders = 200;  ///< Of entry, where there are more than 12 themes.
  std::size_t fewest = 10;   ///< Persons who have the theme, and who have not.
};

struct Driver {
  bool known = false;  ///< False where fewer than `fewest` persons have it, or have it not.
  std::size_t persons = 0;
  double share = 0;  ///< Of the R² of all themes, [0, 1]; sums to 1 over themes unless R² is 0.
  Interval share_interval{0, 1};
  double effect = 0;  ///< Points of the outcome (of probability for 0/1) that go along with it.
  Interval effect_interval;
  Direction direction =
      Direction::open;  ///< Lower or higher where the effect's interval excludes 0.
  double vif = 1;       ///< Variance inflation; above 5 the theme hardly differs from others.
};

struct DriverResult {
  std::vector<Driver> themes;  ///< Parallel to the columns.
  double r2 = 0;               ///< Of themes and controls together, in the sample.
  double r2_themes = 0;        ///< What the themes add to the controls.
  std::size_t rows = 0, persons = 0;
  bool known =
      false;  ///< False with fewer than 10 rows per column, or an outcome that never varies.
};

/// Deterministic at any thread count. Total: what cannot be said is not `known`.
[[nodiscard]] DriverResult drivers(const DriverRows& rows, const DriverOptions& options,
                                   const Pool& pool);

}  // namespace attune
