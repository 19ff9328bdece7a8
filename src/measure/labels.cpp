// SPDX-License-Identifier: Apache-2.0
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
