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
// What it costs. O(people).
//
// Source. L. Kish, Survey Sampling, Wiley (1965), for the effective number; N. Dean, M. Pagano,
// Evaluating confidence interval methods for binomial proportions in clustered surveys, Journal of
// Survey Statistics and Methodology 3 (2015), for Wilson's interval on it.
//
// Tested in labels_test.cpp against wilson(); coverage of both kinds in bench/simulate_test.cpp.
#include "measure/labels.h"

#include <algorithm>

#include "measure/interval.h"

namespace attune {

namespace {

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

}  // namespace

LabelShare label_share(std::span<const PersonLabels> people, Whose whose) {
  LabelShare out;
  double messages = 0;
  double labels = 0;
  double noise = 0;
  for (const PersonLabels& one : people) {
    messages += one.messages;
    labels += one.sum_p;
    noise += one.noise;
  }
  if (messages <= 0) return out;
  out.share = std::clamp(labels / messages, 0.0, 1.0);
  const double spread = out.share * (1 - out.share);
  const auto n = static_cast<double>(people.size());
  double variance = noise / (messages * messages);
  if (whose == Whose::population)
    variance = people.size() < 2 ? spread : sampling_variance(people, out.share, messages);
  if (whose == Whose::writers && variance <= 0) {  // Labels that are sure: nothing is unknown.
    out.interval = {.low = out.share, .high = out.share};
    out.effective = messages;
    return out;
  }
  out.effective = variance > 0 ? spread / variance : n;
  out.interval = wilson(out.share * out.effective, out.effective);
  return out;
}

}  // namespace attune
