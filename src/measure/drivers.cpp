// SPDX-License-Identifier: Apache-2.0
//
// Idea. Rows are multiplied once, into sums of products for each group of persons; a bootstrap draw
// only adds such sums. Controls are swept out of the correlations first. A theme's gain is one more
// column of a Cholesky factor, and subsets are walked depth first, so that each costs one column.
// Where orders are drawn each comes with its reverse: who entered late there enters early here.
//
// When it applies. Effects add up: no theme changes another's. Groups and the columns used are
// fixed before the draws. Shares divide what the ridge explains; with a twin theme they are halved.
//
// What it costs. c columns, t of them themes: O(rows × (c² + t log rows) + t⁴) once; each draw
// O((groups + controls) × c²) and 2^t × t² up to kMostExact themes, above orders × t³. Draws run on
// all threads.
//
// Source. R. H. Lindeman, P. F. Merenda, R. Z. Gold, Introduction to Bivariate and Multivariate
// Analysis (1980); S. Lipovetsky, M. Conklin, Applied Stochastic Models in Business and Industry 17
// (2001); A. E. Beaton, The use of special matrix operators (1964), for the sweep.
//
// Tested in drivers_test.cpp by a slow twin over all orders; coverage in bench/simulate_test.cpp.
#include "measure/drivers.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/hash.h"
#include "base/random.h"
#include "measure/interval.h"

namespace attune {

namespace {

constexpr std::size_t kMostExact = 12;    // Themes whose 2^n subsets are all fitted.
constexpr std::size_t kMostGroups = 400;  // Of persons, in the bootstrap.
constexpr double kRowsPerColumn = 10;
constexpr double kSingular = 1e-9;

/// A square matrix, row-major.
struct Square {
  explicit Square(std::size_t size) : n(size), cells(size * size, 0) {}
  double& at(std::size_t i, std::size_t j) { return cells[i * n + j]; }
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return cells[i * n + j]; }
  std::size_t n;
  std::vector<double> cells;
};

/// Grows a Cholesky factor one column at a time: what does each column add to r' (A + ridge)⁻¹ r?
class Entry {
 public:
  Entry(const Square& a, const std::vector<double>& r, double ridge)
      : a_(a), r_(r), ridge_(ridge), factor_(a.n), z_(a.n), order_(a.n) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  void cut(std::size_t size) { size_ = size; }

  /// Adds column j and returns its gain, ≥ 0; a column that the others determine gains nothing.
  double add(std::size_t j) {
    double rest = a_.at(j, j) + ridge_;
    double z = r_[j];
    for (std::size_t k = 0; k < size_; ++k) {
      double w = a_.at(j, order_[k]);
      for (std::size_t l = 0; l < k; ++l) w -= factor_.at(size_, l) * factor_.at(k, l);
      w = factor_.at(k, k) > 0 ? w / factor_.at(k, k) : 0;
      factor_.at(size_, k) = w;
      rest -= w * w;
      z -= w * z_[k];
    }
    const double root = rest > kSingular ? std::sqrt(rest) : 0;
    factor_.at(size_, size_) = root;
    z_[size_] = root > 0 ? z / root : 0;
    order_[size_] = j;
    const double gain = z_[size_] * z_[size_];
    ++size_;
    return gain;
  }

  /// (A + ridge)⁻¹ r over the columns added, in their order; all must have been added in order 0, 1
  /// …
  [[nodiscard]] std::vector<double> solution() const {
    std::vector<double> b(a_.n, 0);
    for (std::size_t k = size_; k-- > 0;) {
      double sum = z_[k];
      for (std::size_t l = k + 1; l < size_; ++l) sum -= factor_.at(l, k) * b[l];
      b[k] = factor_.at(k, k) > 0 ? sum / factor_.at(k, k) : 0;
    }
    return b;
  }

 private:
  const Square& a_;
  const std::vector<double>& r_;
  double ridge_;
  Square factor_;
  std::vector<double> z_;
  std::vector<std::size_t> order_;
  std::size_t size_ = 0;
};

/// Sums of products of (1, x…, y) over some rows.
Square products(const DriverRows& rows, const std::vector<std::size_t>& which) {
  const std::size_t columns = rows.themes + rows.controls;
  Square sums(columns + 2);
  std::vector<double> row(columns + 2, 1);
  for (const std::size_t i : which) {
    std::copy_n(rows.x.begin() + static_cast<std::ptrdiff_t>(i * columns), columns,
                row.begin() + 1);
    row.back() = static_cast<double>(rows.outcome[i]);
    for (std::size_t a = 0; a < row.size(); ++a) {
      if (row[a] == 0) continue;
      for (std::size_t b = a; b < row.size(); ++b) sums.at(a, b) += row[a] * row[b];
    }
  }
  return sums;
}

/// The regression of one sample, seen by the themes: correlations, controls taken out.
struct Seen {
  Square a{0};                    // Themes × themes.
  std::vector<double> r;          // Themes × outcome.
  std::vector<double> deviation;  // Of each theme column.
  double outcome_deviation = 0;
  double rows = 0;
  double r2_controls = 0;
};

/// Correlations of all columns (themes from 1 on, controls, outcome last) from their products.
class Correlations {
 public:
  Correlations(const Square& sums, std::size_t themes, const std::vector<bool>& use)
      : sums_(sums), all_(sums.n), deviation_(sums.n, 0) {
    for (std::size_t i = 1; i < sums.n; ++i) {
      const double variance = covariance(i, i);
      const bool used = i > themes || use[i - 1];
      if (used && variance > kSingular) deviation_[i] = std::sqrt(variance);
    }
    for (std::size_t i = 1; i < sums.n; ++i) {
      for (std::size_t j = 1; j < sums.n; ++j) {
        const double scale = deviation_[i] * deviation_[j];
        if (scale > 0) all_.at(i, j) = covariance(i, j) / scale;
      }
    }
  }

  /// Takes column c out of all others (sweep operator, Beaton 1964).
  void sweep_out(std::size_t c) {
    const double pivot = all_.at(c, c);
    if (pivot < 1e-6) return;  // Determined by the columns taken out before.
    std::vector<double> row(all_.n);
    std::vector<double> factor(all_.n);
    for (std::size_t i = 0; i < all_.n; ++i) {
      row[i] = all_.at(c, i);
      factor[i] = all_.at(i, c) / pivot;
    }
    for (std::size_t i = 1; i < all_.n; ++i)
      for (std::size_t j = 1; j < all_.n; ++j) all_.at(i, j) -= factor[i] * row[j];
  }

  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return all_.at(i, j); }
  [[nodiscard]] double deviation(std::size_t i) const { return deviation_[i]; }

 private:
  [[nodiscard]] double covariance(std::size_t i, std::size_t j) const {
    const double rows = sums_.at(0, 0);
    const double product = sums_.at(std::min(i, j), std::max(i, j));
    return product / rows - sums_.at(0, i) * sums_.at(0, j) / (rows * rows);
  }

  const Square& sums_;
  Square all_;
  std::vector<double> deviation_;
};

Seen look_at(const Square& sums, std::size_t themes, const std::vector<bool>& use) {
  const std::size_t last = sums.n - 1;
  Correlations all(sums, themes, use);
  for (std::size_t c = themes + 1; c < last; ++c) all.sweep_out(c);
  Seen seen;
  seen.a = Square(themes);
  for (std::size_t i = 0; i < themes; ++i) {
    for (std::size_t j = 0; j < themes; ++j) seen.a.at(i, j) = all.at(i + 1, j + 1);
    seen.r.push_back(all.at(i + 1, last));
    seen.deviation.push_back(all.deviation(i + 1));
  }
  seen.rows = sums.at(0, 0);
  seen.outcome_deviation = all.deviation(last);
  seen.r2_controls = seen.outcome_deviation > 0 ? 1 - all.at(last, last) : 0;
  return seen;
}

using Orders = std::vector<std::vector<std::size_t>>;

/// Seeded orders of entry, each followed by its reverse.
Orders draw_orders(std::size_t themes, const DriverOptions& options) {
  Orders orders;
  Random random(options.seed);
  std::vector<std::size_t> order(themes);
  std::iota(order.begin(), order.end(), 0);
  while (orders.size() < options.orders) {
    for (std::size_t i = themes; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    orders.push_back(order);
    orders.emplace_back(order.rbegin(), order.rend());
  }
  return orders;
}

std::vector<double> shares_by_orders(Entry entry, std::size_t themes, const Orders& orders) {
  std::vector<double> gain(themes, 0);
  for (const std::vector<std::size_t>& order : orders) {
    entry.cut(0);
    for (const std::size_t j : order) gain[j] += entry.add(j);
  }
  return gain;
}

/// What every subset of themes explains; bit j of the index is theme j.
void explain_subsets(Entry& entry, std::size_t mask, std::size_t first, std::vector<double>& out) {
  for (std::size_t j = first; (std::size_t{1} << j) < out.size(); ++j) {
    const std::size_t size = entry.size();
    const std::size_t next = mask | std::size_t{1} << j;
    out[next] = out[mask] + entry.add(j);
    explain_subsets(entry, next, j + 1, out);
    entry.cut(size);
  }
}

std::vector<double> shares_exact(Entry entry, std::size_t themes) {
  std::vector<double> explained(std::size_t{1} << themes, 0);
  explain_subsets(entry, 0, 0, explained);
  std::vector<double> weight(themes,
                             1.0 / static_cast<double>(themes));  // |S|! (n − |S| − 1)! / n!
  for (std::size_t s = 1; s < themes; ++s)
    weight[s] = weight[s - 1] * static_cast<double>(s) / static_cast<double>(themes - s);
  std::vector<double> gain(themes, 0);
  for (std::size_t mask = 0; mask < explained.size(); ++mask) {
    const double w = weight[std::min(themes - 1, static_cast<std::size_t>(std::popcount(mask)))];
    for (std::size_t j = 0; j < themes; ++j) {
      const std::size_t with = mask | std::size_t{1} << j;
      if (with != mask) gain[j] += w * (explained[with] - explained[mask]);
    }
  }
  return gain;
}

struct Fit {
  std::vector<double> share, slope;
  double r2_themes = 0;
};

Fit fit(const Seen& seen, const DriverOptions& options, const Orders& orders) {
  const std::size_t themes = seen.r.size();
  const double ridge = options.ridge / std::max(1.0, seen.rows);
  Entry entry(seen.a, seen.r, ridge);
  Fit out;
  out.share =
      orders.empty() ? shares_exact(entry, themes) : shares_by_orders(entry, themes, orders);
  const double all = std::accumulate(out.share.begin(), out.share.end(), 0.0);
  for (double& share : out.share) share = all > kSingular ? share / all : 0;
  for (std::size_t j = 0; j < themes; ++j) entry.add(j);
  out.slope = entry.solution();
  for (std::size_t i = 0; i < themes; ++i) {
    double fitted = 0;
    for (std::size_t j = 0; j < themes; ++j) fitted += seen.a.at(i, j) * out.slope[j];
    out.r2_themes += out.slope[i] * (2 * seen.r[i] - fitted);
  }
  for (std::size_t j = 0; j < themes; ++j)
    out.slope[j] =
        seen.deviation[j] > 0 ? out.slope[j] * seen.outcome_deviation / seen.deviation[j] : 0;
  return out;
}

/// Rows by group of persons: every person where they are few, else 400 groups by hash.
std::vector<std::vector<std::size_t>> groups_of(const DriverRows& rows,
                                                const std::vector<std::uint32_t>& persons,
                                                std::uint64_t seed) {
  std::vector<std::vector<std::size_t>> groups(std::min(kMostGroups, persons.size()));
  for (std::size_t i = 0; i < rows.outcome.size(); ++i) {
    const auto at = std::lower_bound(persons.begin(), persons.end(), rows.person[i]);
    const auto index = static_cast<std::size_t>(at - persons.begin());
    groups[persons.size() <= kMostGroups ? index : hash_pair(seed, index) % kMostGroups].push_back(
        i);
  }
  return groups;
}

/// Whether enough persons have the theme and enough have not; fills `persons` and the mean of x
/// among the rows that have it.
void count_persons(const DriverRows& rows, const DriverOptions& options, std::size_t persons,
                   std::vector<Driver>& drivers, std::vector<double>& strength) {
  const std::size_t columns = rows.themes + rows.controls;
  for (std::size_t j = 0; j < rows.themes; ++j) {
    std::vector<std::uint32_t> have;
    double sum = 0;
    for (std::size_t i = 0; i < rows.outcome.size(); ++i) {
      const float x = rows.x[i * columns + j];
      if (x <= 0) continue;
      have.push_back(rows.person[i]);
      sum += static_cast<double>(x);
    }
    strength.push_back(have.empty() ? 0 : sum / static_cast<double>(have.size()));
    std::sort(have.begin(), have.end());
    have.erase(std::unique(have.begin(), have.end()), have.end());
    drivers[j].persons = have.size();
    drivers[j].known = have.size() >= options.fewest && have.size() + options.fewest <= persons;
  }
}

/// Diagonal of A⁻¹: how much the variance of each slope is inflated by the others.
void set_inflation(const Seen& seen, std::vector<Driver>& drivers) {
  for (std::size_t j = 0; j < drivers.size(); ++j) {
    if (!drivers[j].known) continue;
    Square a = seen.a;
    std::vector<double> unit(drivers.size(), 0);
    unit[j] = 1;
    Entry entry(a, unit, kSingular);
    for (std::size_t i = 0; i < drivers.size(); ++i) entry.add(i);
    drivers[j].vif = std::max(1.0, entry.solution()[j]);
  }
}

void add_up(Square& to, const Square& what) {
  for (std::size_t i = 0; i < to.cells.size(); ++i) to.cells[i] += what.cells[i];
}

}  // namespace

DriverResult drivers(const DriverRows& rows, const DriverOptions& options, const Pool& pool) {
  DriverResult result;
  const std::size_t n = rows.outcome.size();
  const std::size_t columns = rows.themes + rows.controls;
  result.rows = n;
  result.themes.resize(rows.themes);
  std::vector<std::uint32_t> persons = rows.person;
  std::sort(persons.begin(), persons.end());
  persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
  result.persons = persons.size();
  if (rows.themes == 0 || static_cast<double>(n) < kRowsPerColumn * static_cast<double>(columns))
    return result;

  std::vector<double> strength;
  count_persons(rows, options, persons.size(), result.themes, strength);
  std::vector<bool> use;
  for (const Driver& driver : result.themes) use.push_back(driver.known);
  std::vector<Square> parts;
  Square whole(columns + 2);
  for (const auto& group : groups_of(rows, persons, options.seed)) {
    parts.push_back(products(rows, group));
    add_up(whole, parts.back());
  }
  const Seen seen = look_at(whole, rows.themes, use);
  if (seen.outcome_deviation <= 0) return result;
  const Orders orders = rows.themes > kMostExact ? draw_orders(rows.themes, options) : Orders{};
  const Fit here = fit(seen, options, orders);
  result.known = true;
  result.r2_themes = here.r2_themes;
  result.r2 = seen.r2_controls + here.r2_themes;
  set_inflation(seen, result.themes);

  std::vector<Fit> drawn(options.draws);
  pool.for_each_chunk(options.draws, 8, [&](std::size_t begin, std::size_t end) {
    for (std::size_t d = begin; d < end; ++d) {
      Random random(hash_pair(options.seed, d));
      Square sample(columns + 2);
      for (std::size_t i = 0; i < parts.size(); ++i)
        add_up(sample, parts[random.below(parts.size())]);
      drawn[d] = fit(look_at(sample, rows.themes, use), options, orders);
    }
  });
  for (std::size_t j = 0; j < rows.themes; ++j) {
    Driver& driver = result.themes[j];
    if (!driver.known) continue;
    driver.share = here.share[j];
    driver.effect = here.slope[j] * strength[j];
    std::vector<double> shares;
    std::vector<double> effects;
    for (const Fit& draw : drawn) {
      shares.push_back(draw.share[j]);
      effects.push_back(draw.slope[j] * strength[j]);
    }
    if (drawn.empty()) continue;
    driver.share_interval = {.low = quantile(shares, 0.025), .high = quantile(shares, 0.975)};
    driver.effect_interval = {.low = quantile(effects, 0.025), .high = quantile(effects, 0.975)};
    driver.direction = direction_of(driver.effect_interval);
  }
  return result;
}

}  // namespace attune
