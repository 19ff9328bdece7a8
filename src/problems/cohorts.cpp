// SPDX-License-Identifier: Apache-2.0
#include "problems/cohorts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "measure/compare.h"
#include "measure/interval.h"
#include "measure/suppress.h"

namespace attune::problems {

namespace {

constexpr std::size_t kMostProblems = 5;
constexpr double kFalseDiscoveries = 0.05;

/// A group shown: who wrote, and how their words balance.
struct Group {
  std::map<std::uint32_t, std::int32_t> units;  // Unit → sum of sentiment, -1, 0 or 1 a message.
  [[nodiscard]] std::uint64_t negative() const {
    return static_cast<std::uint64_t>(std::count_if(
        units.begin(), units.end(), [](const auto& unit) { return unit.second < 0; }));
  }
  [[nodiscard]] std::uint64_t speakers(const FoundTopic& problem) const {
    return static_cast<std::uint64_t>(
        std::count_if(problem.mentions.begin(), problem.mentions.end(),
                      [&](const Mention& mention) { return units.contains(mention.unit); }));
  }
};

std::vector<std::uint32_t> largest(const Corpus& corpus, const Grouped& by) {
  std::vector<std::set<std::uint32_t>> units(by.names.size());
  for (const CorpusMessage& message : corpus.messages) {
    const std::uint32_t group = message.*by.group;
    if (Corpus::counts(message) && group != kNobody) units[group].insert(message.unit);
  }
  std::vector<std::uint32_t> order(units.size());
  std::iota(order.begin(), order.end(), 0);
  std::erase_if(order, [&](std::uint32_t group) { return units[group].size() < by.fewest_units; });
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return units[a].size() > units[b].size();
  });
  if (order.size() > by.most) order.resize(by.most);
  return order;
}

/// The groups shown, in order, and last the pool of all others.
std::vector<Group> gather(const Corpus& corpus, const Grouped& by,
                          const std::vector<std::uint32_t>& shown) {
  std::vector<std::size_t> place(by.names.size(), shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) place[shown[i]] = i;
  std::vector<Group> groups(shown.size() + 1);
  for (const CorpusMessage& message : corpus.messages) {
    const std::uint32_t group = message.*by.group;
    if (!Corpus::counts(message) || group == kNobody) continue;
    groups[place[group]].units[message.unit] += static_cast<std::int32_t>(message.sentiment) - 1;
  }
  return groups;
}

/// One row of the comparison: the same share in each group. Hides what is small or gives a small
/// number away, and sets the others against all other groups together.
void fill_row(std::vector<CohortCell*>& row, const std::vector<std::uint64_t>& counts,
              const std::vector<std::uint64_t>& sizes) {
  std::vector<std::uint64_t> without(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) without[i] = sizes[i] - counts[i];
  const std::vector<bool> few = suppress_list(counts, true, kFewestShown);
  const std::vector<bool> few_without = suppress_list(without, true, kFewestShown);
  const std::uint64_t all = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  const std::uint64_t of = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  for (std::size_t i = 0; i < row.size(); ++i) {
    CohortCell& cell = *row[i];
    cell.hidden = few[i] || few_without[i] || sizes[i] < kFewestShown;
    if (cell.hidden) continue;
    cell.share = share_of(counts[i], sizes[i]);
    cell.difference = difference_interval(
        static_cast<double>(all - counts[i]), static_cast<double>(of - sizes[i]),
        static_cast<double>(counts[i]), static_cast<double>(sizes[i]));
  }
}

/// Says of the cells that are shown which differ from the other groups, among all of them, and
/// which way.
void judge(const std::vector<std::vector<CohortCell*>>& rows,
           const std::vector<std::vector<std::uint64_t>>& counts,
           const std::vector<std::uint64_t>& sizes) {
  std::vector<double> p_values;
  std::vector<std::pair<CohortCell*, double>> cells;  // And the share of the others.
  const std::uint64_t of = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::uint64_t all = std::accumulate(counts[r].begin(), counts[r].end(), std::uint64_t{0});
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      if (rows[r][i]->hidden) continue;
      cells.emplace_back(rows[r][i], share_of(all - counts[r][i], of - sizes[i]).value());
      p_values.push_back(same_share_p(all - counts[r][i], of - sizes[i], counts[r][i], sizes[i]));
    }
  }
  const std::vector<bool> real = discoveries(p_values, kFalseDiscoveries);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!real[i]) continue;
    const auto& [cell, others] = cells[i];
    cell->direction = cell->share.value() > others ? Direction::higher : Direction::lower;
  }
}

}  // namespace

std::vector<Cohort> compare_cohorts(const Corpus& corpus, const Grouped& by,
                                    std::span<const FoundTopic> problems) {
  const std::vector<std::uint32_t> shown = largest(corpus, by);
  std::vector<Group> groups = gather(corpus, by, shown);
  if (groups.back().units.empty()) groups.pop_back();
  if (groups.size() < 2 || shown.empty()) return {};
  const std::size_t compared = std::min(problems.size(), kMostProblems);

  std::vector<Cohort> cohorts(groups.size());
  std::vector<std::uint64_t> sizes;
  std::vector<std::vector<std::uint64_t>> counts(compared + 1);
  std::vector<std::vector<CohortCell*>> rows(compared + 1);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Cohort& cohort = cohorts[g];
    cohort.pooled = g == shown.size();
    cohort.name = cohort.pooled ? "all others" : by.names[shown[g]];
    sizes.push_back(groups[g].units.size());
    cohort.hidden = sizes.back() < kFewestShown;
    cohort.units = cohort.hidden ? 0 : sizes.back();
    counts[0].push_back(groups[g].negative());
    rows[0].push_back(&cohort.negative);
    for (std::size_t p = 0; p < compared; ++p)
      cohort.problems.emplace_back(problems[p].topic.name, CohortCell{});
    for (std::size_t p = 0; p < compared; ++p) {
      counts[p + 1].push_back(groups[g].speakers(problems[p]));
      rows[p + 1].push_back(&cohort.problems[p].second);
    }
  }
  for (std::size_t r = 0; r < rows.size(); ++r) fill_row(rows[r], counts[r], sizes);
  judge(rows, counts, sizes);
  return cohorts;
}

}  // namespace attune::problems
