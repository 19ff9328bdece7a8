// SPDX-License-Identifier: Apache-2.0
#pragma once

// Shares of what a classifier reads. It gives calibrated probabilities, not truth; a share averages
// them, and its interval holds the classifier's error as well as chance, people at a time: somebody
// who writes ten times is one person.

#include <cstdint>
#include <span>
#include <vector>

#include "attune/interval.h"

namespace attune {

/// All that one person wrote, summed.
struct PersonLabels {
  double messages = 1;  ///< Weight: how many messages (1 where people are counted once).
  double sum_p = 0;     ///< Σ p over them, p the calibrated probability of the label.
  double noise = 0;     ///< Σ p (1 − p) over them: variance of labels drawn from p.
};

/// Whose share is meant?
enum class Whose : std::uint8_t {
  writers,     ///< The true share in these messages: only the labels are unsure.
  population,  ///< The share among all who could have written: who wrote is chance too.
};

/// A share of a label with its 95 % interval.
struct LabelShare {
  double share = 0;  ///< Σ sum_p / Σ messages; 0 where there is nobody.
  Interval interval{0, 1};
  double effective = 0;  ///< People that a plain Wilson interval of this width would rest on.
};

/// Wilson's interval on the number of independent answers that the data are worth (Kish 1965; Dean
/// and Pagano 2015 for clusters).
[[nodiscard]] LabelShare label_share(std::span<const PersonLabels> people, Whose whose);

/// How large a share a careful reader of these messages, or of others like them, would count. Who
/// wrote is chance and the labels are unsure, both at once; and in a file unlike those that it was
/// calibrated on the classifier is off as a whole: `doubt`, the standard deviation of the
/// difference of log-odds (shown less counted), ≥ 0, is a third, independent error.
[[nodiscard]] LabelShare read_label_share(std::span<const PersonLabels> people, double doubt);

}  // namespace attune
