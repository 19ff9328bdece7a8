// SPDX-License-Identifier: Apache-2.0
#include "populations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

#include "base/hash.h"
#include "base/random.h"
#include "chance_draws.h"
#include "measure/compare.h"
#include "measure/drivers.h"
#include "measure/interval.h"
#include "measure/labels.h"
#include "measure/rank.h"
#include "measure/trend.h"

namespace attune {

namespace {

/// Intervals of one population: how many, how many hold the truth, their widths together.
struct Tally {
  double intervals = 0, held = 0, width = 0;
  void add(const Interval& interval, double truth) {
    ++intervals;
    held += interval.low <= truth && truth <= interval.high ? 1 : 0;
    width += interval.high - interval.low;
  }
};

struct Trials {
  std::size_t populations;
  std::uint64_t seed;
  const Pool& pool;
};

Coverage cover(std::string interval, std::string setting, const Trials& trials,
               const std::function<Tally(Random&)>& one) {
  std::vector<Tally> tallies(trials.populations);
  const std::uint64_t seed = hash_pair(trials.seed, hash64(interval + setting));
  trials.pool.for_each_chunk(trials.populations, 16, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Random random(hash_pair(seed, i));
      tallies[i] = one(random);
    }
  });
  Tally all;
  for (const Tally& tally : tallies) {
    all.intervals += tally.intervals;
    all.held += tally.held;
    all.width += tally.width;
  }
  return {.interval = std::move(interval),
          .setting = std::move(setting),
          .covered = all.held / all.intervals,
          .width = all.width / all.intervals};
}

std::uint64_t draw_share(Random& random, std::size_t people, double share) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < people; ++i) count += random.uniform() < share ? 1 : 0;
  return count;
}

/// Shares of people with sure labels. The population's share is drawn around `share` (within a
/// factor of 1.5), since coverage at one exact share swings with the whole numbers.
void cover_shares(const Trials& trials, std::vector<Coverage>& table) {
  for (const std::size_t people : {50U, 200U, 1000U}) {
    for (const double share : {0.05, 0.2, 0.5}) {
      table.push_back(
          cover("share of people", fmt::format("{} people, about {}", people, share), trials,
                [=](Random& random) {
                  const double truth = share * std::pow(1.5, 2 * random.uniform() - 1);
                  Tally tally;
                  tally.add(share_of(draw_share(random, people, truth), people).interval, truth);
                  return tally;
                }));
    }
  }
}

/// People with one to many messages; how much a person tends to the feeling is a beta around
/// `share`, and the classifier's calibrated probability a beta around the person's tendency.
struct Feeling {
  std::size_t people;
  double share;
  double sharp;  ///< Small: probabilities near 0 and 1. Large: unsure.
};

struct Read {
  std::vector<PersonLabels> people;
  double truth_of_writers = 0;
};

Read read_feeling(Random& random, const Feeling& feeling) {
  Read read;
  double labels = 0;
  double messages = 0;
  for (std::size_t i = 0; i < feeling.people; ++i) {
    constexpr double kAlike = 2;  // Beta strength: within-person correlation 1 / (1 + 2).
    const double tends = draw_beta(random, kAlike * feeling.share, kAlike * (1 - feeling.share));
    PersonLabels person{.messages = 0};
    do {
      const double p = std::clamp(draw_beta(random, std::max(1e-3, feeling.sharp * tends),
                                            std::max(1e-3, feeling.sharp * (1 - tends))),
                                  0.0, 1.0);
      ++person.messages;
      person.sum_p += p;
      person.noise += p * (1 - p);
      labels += random.uniform() < p ? 1 : 0;
    } while (random.uniform() < 0.4);
    messages += person.messages;
    read.people.push_back(person);
  }
  read.truth_of_writers = labels / messages;
  return read;
}

void cover_feelings(const Trials& trials, std::vector<Coverage>& table) {
  for (const double sharp : {0.5, 3.0}) {
    for (const Feeling feeling : {Feeling{100, 0.1, sharp}, Feeling{100, 0.4, sharp},
                                  Feeling{1000, 0.05, sharp}, Feeling{1000, 0.3, sharp}}) {
      const std::string setting = fmt::format("{} people, {}, {} labels", feeling.people,
                                              feeling.share, sharp < 1 ? "sharp" : "unsure");
      table.push_back(cover("feeling, these writers", setting, trials, [=](Random& random) {
        const Read read = read_feeling(random, feeling);
        Tally tally;
        tally.add(label_share(read.people, Whose::writers).interval, read.truth_of_writers);
        return tally;
      }));
      table.push_back(cover("feeling, population", setting, trials, [=](Random& random) {
        Tally tally;
        tally.add(label_share(read_feeling(random, feeling).people, Whose::population).interval,
                  feeling.share);
        return tally;
      }));
    }
  }
}

/// Twelve problems in 16 weeks; one of them changes by `ratio` at half time, and is judged.
Tally trend_once(Random& random, double ratio, double total) {
  constexpr std::size_t kWeeks = 16;
  constexpr double kDispersion = 0.02;
  std::vector<std::vector<Bucket>> problems(12);
  std::vector<double> people(kWeeks);
  for (double& of : people) of = std::round(400 * (0.7 + 0.6 * random.uniform()));
  double all = 0;
  for (const double of : people) all += of;
  std::size_t half = 0;  // As trend.cpp cuts.
  for (double so_far = 0; half + 1 < kWeeks && so_far + people[half] / 2 < all / 2;)
    so_far += people[half++];
  for (std::size_t i = 0; i < problems.size(); ++i) {
    for (std::size_t t = 0; t < kWeeks; ++t) {
      const double change = i == 0 ? (t < half ? 2 / (1 + ratio) : 2 * ratio / (1 + ratio)) : 1;
      const double mean = total * people[t] / all * change;
      problems[i].push_back({.from = "2026-01-01",
                             .count = draw_count(random, mean, kDispersion),
                             .of = static_cast<std::uint64_t>(people[t])});
    }
  }
  const Trend trend = trends_of(problems, {}).front().trend;
  Tally tally;
  if (trend.known) tally.add(trend.interval, ratio);
  return tally;
}

void cover_trends(const Trials& trials, std::vector<Coverage>& table) {
  for (const double total : {30.0, 100.0, 1000.0}) {
    for (const double ratio : {0.5, 1.0, 2.0}) {
      table.push_back(cover("trend ratio", fmt::format("{} people in all, × {}", total, ratio),
                            trials,
                            [=](Random& random) { return trend_once(random, ratio, total); }));
    }
  }
}

/// Ten problems of different reach, severity and certainty of the reading.
Tally rank_once(Random& random, std::size_t people, double spread, double surest) {
  constexpr std::size_t kProblems = 10;
  std::vector<std::vector<Mention>> problems(kProblems);
  std::vector<double> truth;
  for (std::vector<Mention>& mentions : problems) {
    const double found = 0.1 * std::exp(spread * random.normal());
    const double sure = surest - 0.25 * random.uniform();
    const double severity = 0.3 + 0.3 * random.uniform();
    for (std::uint32_t i = 0; i < people; ++i) {
      if (random.uniform() >= found) continue;
      mentions.push_back(
          {.unit = i,
           .p = surest < 1 ? static_cast<float>(draw_beta(random, 8 * sure, 8 * (1 - sure))) : 1,
           .severity = static_cast<float>(draw_beta(random, 6 * severity, 6 * (1 - severity)))});
    }
    truth.push_back(found * (surest < 1 ? sure : 1) * severity);
  }
  const std::vector<double> weights(kProblems, 1);
  const std::vector<Ranked> ranked =
      rank(problems, weights, people, {.seed = random.next(), .draws = 200}, Pool(1));
  Tally tally;
  for (std::size_t i = 0; i < kProblems; ++i) {
    const auto better =
        std::count_if(truth.begin(), truth.end(), [&](double other) { return other > truth[i]; });
    tally.add({.low = static_cast<double>(ranked[i].rank_low),
               .high = static_cast<double>(ranked[i].rank_high)},
              static_cast<double>(better + 1));
  }
  return tally;
}

void cover_ranks(const Trials& trials, std::vector<Coverage>& table) {
  const Trials fewer{
      .populations = trials.populations / 4 + 1, .seed = trials.seed, .pool = trials.pool};
  for (const std::size_t people : {300U, 1000U}) {
    for (const double spread : {0.3, 0.8}) {
      for (const double surest : {0.95, 1.0}) {
        table.push_back(cover(
            "rank",
            fmt::format("{} people, reach {}, {} labels", people,
                        spread < 0.5 ? "much alike" : "far apart", surest < 1 ? "unsure" : "sure"),
            fewer, [=](Random& random) { return rank_once(random, people, spread, surest); }));
      }
    }
  }
}

void cover_rounds(const Trials& trials, std::vector<Coverage>& table) {
  for (const std::size_t people : {60U, 400U}) {
    for (const double change : {1.0, 0.4}) {
      table.push_back(cover(
          "difference of two rounds",
          fmt::format("{} and {} people, × {}", people, people / 2, change), trials,
          [=](Random& random) {
            const double before = 0.1 + 0.3 * random.uniform();
            Tally tally;
            tally.add(difference_interval(
                          static_cast<double>(draw_share(random, people, before)),
                          static_cast<double>(people),
                          static_cast<double>(draw_share(random, people / 2, before * change)),
                          static_cast<double>(people / 2)),
                      before * change - before);
            return tally;
          }));
    }
  }
}

/// A rating of persons who differ, on four overlapping themes and a control.
Tally drivers_once(Random& random, std::size_t persons) {
  constexpr std::array<double, 4> kEffects = {-1.2, -0.5, 0, 0.4};
  DriverRows rows;
  rows.themes = kEffects.size();
  rows.controls = 1;
  for (std::uint32_t person = 0; person < persons; ++person) {
    const double mood = 0.7 * random.normal();
    do {
      const bool shared = random.uniform() < 0.3;
      double rating = 3 + mood + 0.9 * random.normal();
      for (const double effect : kEffects) {
        const bool has = random.uniform() < (shared ? 0.5 : 0.15);
        rows.x.push_back(has ? 1 : 0);
        rating += has ? effect : 0;
      }
      const double control = random.normal();
      rows.x.push_back(static_cast<float>(control));
      rows.outcome.push_back(static_cast<float>(rating + 0.3 * control));
      rows.person.push_back(person);
    } while (random.uniform() < 0.4);
  }
  const DriverResult result = drivers(rows, {.seed = random.next(), .draws = 200}, Pool(1));
  Tally tally;
  for (std::size_t j = 0; j < kEffects.size(); ++j)
    if (result.themes[j].known) tally.add(result.themes[j].effect_interval, kEffects[j]);
  return tally;
}

void cover_drivers(const Trials& trials, std::vector<Coverage>& table) {
  const Trials fewer{
      .populations = trials.populations / 8 + 1, .seed = trials.seed, .pool = trials.pool};
  for (const std::size_t persons : {150U, 600U}) {
    table.push_back(cover("effect of a driver", fmt::format("{} people", persons), fewer,
                          [=](Random& random) { return drivers_once(random, persons); }));
  }
}

}  // namespace

std::vector<Coverage> coverage_of_all(std::size_t populations, std::uint64_t seed,
                                      const Pool& pool) {
  const Trials trials{.populations = populations, .seed = seed, .pool = pool};
  std::vector<Coverage> table;
  cover_shares(trials, table);
  cover_feelings(trials, table);
  cover_trends(trials, table);
  cover_ranks(trials, table);
  cover_rounds(trials, table);
  cover_drivers(trials, table);
  return table;
}

}  // namespace attune
