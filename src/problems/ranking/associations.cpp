// SPDX-License-Identifier: Apache-2.0
#include "problems/ranking/associations.h"

#include <algorithm>

#include "measure/drivers.h"

namespace attune::problems {

namespace {

constexpr double kEnoughRated = 0.3;  // Share of units with a rating, from which ratings are used.
constexpr std::uint32_t kFewest = 100;     // Units below which nothing is said.
constexpr std::size_t kMostRows = 20'000;  // Units looked at; more are sampled evenly.

/// Per unit: what it gave or how it felt at last; kNoRating where unknown.
struct Outcomes {
  std::vector<float> of_unit;
  bool rating = false;
  std::size_t known = 0;
};

Outcomes ratings(const Corpus& corpus, std::size_t units) {
  std::vector<float> sum(units, 0);
  std::vector<float> count(units, 0);
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || message.rating == kNoRating) continue;
    sum[message.unit] += message.rating;
    ++count[message.unit];
  }
  Outcomes out{.of_unit = std::vector<float>(units, kNoRating), .rating = true};
  for (std::size_t i = 0; i < units; ++i) {
    if (count[i] == 0) continue;
    out.of_unit[i] = sum[i] / count[i];
    ++out.known;
  }
  return out;
}

Outcomes last_valences(const Corpus& corpus, std::size_t units) {
  Outcomes out{.of_unit = std::vector<float>(units, kNoRating)};
  std::vector<std::int32_t> day(units, kNoDay);
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || message.day < day[message.unit]) continue;
    out.known += out.of_unit[message.unit] == kNoRating ? 1 : 0;
    out.of_unit[message.unit] = message.valence;
    day[message.unit] = message.day;
  }
  return out;
}

std::size_t units_of(const Corpus& corpus) {
  std::size_t units = 0;
  for (const CorpusMessage& message : corpus.messages)
    units = std::max<std::size_t>(units, message.unit + std::size_t{1});
  return units;
}

DriverRows rows_of(const Outcomes& outcomes, const std::vector<FoundTopic>& topics) {
  DriverRows rows{.themes = topics.size()};
  const std::size_t step = outcomes.known / kMostRows + 1;
  std::vector<std::int64_t> row_of(outcomes.of_unit.size(), -1);
  std::size_t seen = 0;
  for (std::uint32_t unit = 0; unit < outcomes.of_unit.size(); ++unit) {
    if (outcomes.of_unit[unit] == kNoRating || seen++ % step != 0) continue;
    row_of[unit] = static_cast<std::int64_t>(rows.outcome.size());
    rows.outcome.push_back(outcomes.of_unit[unit]);
    rows.person.push_back(unit);
  }
  rows.x.assign(rows.outcome.size() * topics.size(), 0);
  for (std::size_t t = 0; t < topics.size(); ++t) {
    for (const Mention& mention : topics[t].mentions) {
      const std::int64_t row = row_of[mention.unit];
      if (row >= 0) rows.x[static_cast<std::size_t>(row) * topics.size() + t] = 1;
    }
  }
  return rows;
}

/// A first look needs the ends of the effects roughly, and no shares.
DriverOptions driver_options(const AssociationOptions& options) {
  DriverOptions out{.seed = options.seed};
  if (options.first_look) {
    out.draws = 100;
    out.orders = 2;
  }
  return out;
}

}  // namespace

std::vector<Association> associations(const Corpus& corpus, const std::vector<FoundTopic>& topics,
                                      const AssociationOptions& options, const Pool& pool) {
  std::vector<Association> out(topics.size());
  if (topics.empty()) return out;
  const std::size_t units = units_of(corpus);
  Outcomes outcomes = ratings(corpus, units);
  if (static_cast<double>(outcomes.known) < kEnoughRated * corpus.units ||
      outcomes.known < kFewest) {
    outcomes = last_valences(corpus, units);
  }
  if (outcomes.known < kFewest) return out;
  const DriverResult result = drivers(rows_of(outcomes, topics), driver_options(options), pool);
  if (!result.known) return out;
  for (std::size_t t = 0; t < topics.size(); ++t) {
    const Driver& driver = result.themes[t];
    out[t] = {.known = driver.known,
              .rating = outcomes.rating,
              .effect = driver.effect,
              .interval = driver.effect_interval,
              .direction = driver.direction,
              .share = driver.share,
              .of = driver.persons};
  }
  return out;
}

}  // namespace attune::problems
