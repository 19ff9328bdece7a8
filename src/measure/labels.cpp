// SPDX-License-Identifier: Apache-2.0
//
// Idea. First the variance of the share: for these writers the noise of their labels, for the
// population how far each person's sum lies from share × messages, as for any ratio of two sums.
// Then the number of plain answers that would have this variance, and Wilson's interval for so
// many: it stays in [0, 1], where share ± two deviations might not.
//
// When it applies. Probabilities must be calibrated on such messages: for the population `noise` is
// not used, since the spread between people holds it already. There one person alone is worth one
// answer, and where people do not differ at all each is worth one.
//
// A share that stands for what a reader would count has all errors at once. For people who write
// once, the spread of p between them and the noise of their labels add up to share × (1 − share):
// Wilson's plain interval. The classifier's own error is added in log-odds, where it does not leave
// [0, 1].
//
// What it costs. O(people).
//
// Source. L. Kish, Survey Sampling, Wiley (1965), for the effective number; N. Dean, M. Pagano,
// Evaluating confidence interval methods for binomial proportions in clustered surveys, Journal of
// Survey Statistics and Methodology 3 (2015), for Wilson's interval on it.
//
// Tested in labels_test.cpp against wilson(); coverage of both kinds in bench/simulate_test.cpp.
#include "measure/labels.h"

#include <algorithm>
#include <cmath>

#include "measure/interval.h"

namespace attune {

namespace {

constexpr double kTwoSided = 1.96;  // Standard deviations on each side of a 95 % interval.

/// Variance of Σ sum_p / Σ messages over samples of people (linearised ratio).
double sampling_variance(std::span<const PersonLabels> people, double share, double messages) {
  double squares = 0;
  for (const PersonLabels& one : people) {
    const double off = one.sum_p - share * one.messages;
    squares += off * off;
  }
  const auto n = static_cast<double>(people.size());
  return squares / (messages * messages) * n / (n - 1);
}

/// All people's labels added up.
PersonLabels sum_of(std::span<const PersonLabels> people) {
  PersonLabels all{.messages = 0};
  for (const PersonLabels& one : people) {
    all.messages += one.messages;
    all.sum_p += one.sum_p;
    all.noise += one.noise;
  }
  return all;
}

/// Of the share among all who could have written; of one person nothing but the spread is known.
double population_variance(std::span<const PersonLabels> people, double share, double messages) {
  return people.size() < 2 ? share * (1 - share) : sampling_variance(people, share, messages);
}

/// Gives `out` the interval of as many plain answers as would have this variance.
void set_interval(LabelShare& out, double variance, std::size_t people) {
  const double spread = out.share * (1 - out.share);
  out.effective = variance > 0 ? spread / variance : static_cast<double>(people);
  out.interval = wilson(out.share * out.effective, out.effective);
}

/// Of a share that is no surer than readers are of each other: they call one label in twenty
/// another way, so that "all" and "none" leave as much open as 19 in 20 and 1 in 20.
double log_odds(double share) {
  constexpr double kReaders = 0.05;
  const double p = std::clamp(share, kReaders, 1 - kReaders);
  return std::log(p / (1 - p));
}

}  // namespace

LabelShare label_share(std::span<const PersonLabels> people, Whose whose) {
  LabelShare out;
  const PersonLabels all = sum_of(people);
  if (all.messages <= 0) return out;
  out.share = std::clamp(all.sum_p / all.messages, 0.0, 1.0);
  double variance = all.noise / (all.messages * all.messages);
  if (whose == Whose::population) variance = population_variance(people, out.share, all.messages);
  if (whose == Whose::writers && variance <= 0) {  // Labels that are sure: nothing is unknown.
    out.interval = {.low = out.share, .high = out.share};
    out.effective = all.messages;
    return out;
  }
  set_interval(out, variance, people.size());
  return out;
}

LabelShare read_label_share(std::span<const PersonLabels> people, double doubt) {
  LabelShare out;
  const PersonLabels all = sum_of(people);
  if (all.messages <= 0) return out;
  out.share = std::clamp(all.sum_p / all.messages, 0.0, 1.0);
  const double variance = population_variance(people, out.share, all.messages) +
                          all.noise / (all.messages * all.messages);
  set_interval(out, variance, people.size());
  const double at = log_odds(out.share);
  const auto end = [&](double drawn, double side) {
    const double off = side * std::hypot(log_odds(drawn) - at, kTwoSided * doubt);
    return 1 / (1 + std::exp(-(at + off)));
  };
  out.interval = {.low = std::min(out.interval.low, end(out.interval.low, -1)),
                  .high = std::max(out.interval.high, end(out.interval.high, 1))};
  return out;
}

}  // namespace attune
