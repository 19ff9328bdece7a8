// SPDX-License-Identifier: Apache-2.0
#include "engine/brands.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "measure/interval.h"

namespace attune {

namespace {

constexpr std::size_t kMostBrands = 8;
constexpr std::size_t kFewestUnits = 30;
constexpr std::size_t kMostProblems = 5;

/// For every column (a brand shown, or the pool): who wrote, and whose words read as negative.
struct Column {
  std::set<std::uint32_t> units;
  std::set<std::uint32_t> negative;
};

std::vector<std::uint32_t> largest(const Corpus& corpus) {
  std::vector<std::set<std::uint32_t>> units(corpus.brands.size());
  for (const CorpusMessage& message : corpus.messages) {
    if (Corpus::counts(message) && message.brand != kNobody)
      units[message.brand].insert(message.unit);
  }
  std::vector<std::uint32_t> order(units.size());
  std::iota(order.begin(), order.end(), 0);
  std::erase_if(order, [&](std::uint32_t brand) { return units[brand].size() < kFewestUnits; });
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return units[a].size() > units[b].size();
  });
  if (order.size() > kMostBrands) order.resize(kMostBrands);
  return order;
}

}  // namespace

std::vector<Brand> compare_brands(const Corpus& corpus, std::span<const FoundTopic> problems) {
  const std::vector<std::uint32_t> shown = largest(corpus);
  if (shown.size() < 2) return {};
  std::vector<std::size_t> column_of(corpus.brands.size(), shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) column_of[shown[i]] = i;
  std::vector<Column> columns(shown.size() + 1);
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || message.brand == kNobody) continue;
    Column& column = columns[column_of[message.brand]];
    column.units.insert(message.unit);
    if (message.sentiment == Polarity::negative) column.negative.insert(message.unit);
  }
  std::vector<Brand> brands;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i];
    if (column.units.empty()) continue;
    Brand brand{.name = i < shown.size() ? corpus.brands[shown[i]] : "all others",
                .units = column.units.size(),
                .negative = share_of(column.negative.size(), column.units.size())};
    brand.pooled = i == shown.size();
    for (std::size_t p = 0; p < std::min(problems.size(), kMostProblems); ++p) {
      const auto here = std::count_if(
          problems[p].mentions.begin(), problems[p].mentions.end(),
          [&](const Mention& mention) { return column.units.contains(mention.unit); });
      brand.problems.emplace_back(problems[p].topic.name,
                                  share_of(static_cast<std::uint64_t>(here), column.units.size()));
    }
    brands.push_back(std::move(brand));
  }
  return brands;
}

}  // namespace attune
