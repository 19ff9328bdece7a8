// SPDX-License-Identifier: Apache-2.0
//
// Idea. A share is the mean of calibrated probabilities, not a count of labels over a threshold: a
// count forces a label on every message that is unsure, and errs where those are many.
//
// What was tried. Bringing the probabilities to the file's own prior by EM (M. Saerens, P. Latinne,
// C. Decaestecker, Adjusting the outputs of a classifier to new a priori probabilities, Neural
// Computation 14, 2002) more than doubles the error: it holds where only the prior shifts, and
// between files of customers the words shift too. docs/decisions/0008-shares-of-feelings.md.
//
// What it costs. O(messages · log messages).
#include "problems/feelings/feeling_shares.h"

#include <algorithm>
#include <vector>

#include "measure/labels.h"

namespace attune::problems {

namespace {

double probability(const CorpusMessage& message, std::size_t feeling) {
  return static_cast<double>(message.feelings[feeling]) / 255;
}

/// One group's share of messages that stand in the order of their units.
FeelingShare share_of_group(const Corpus& corpus, std::span<const std::uint32_t> by_unit,
                            std::size_t feeling) {
  std::vector<PersonLabels> people;
  std::uint32_t last = kNobody;
  std::uint64_t unsure = 0;
  for (const std::uint32_t index : by_unit) {
    const CorpusMessage& message = corpus.messages[index];
    const double p = probability(message, feeling);
    if (people.empty() || message.unit != last) people.push_back({.messages = 0});
    last = message.unit;
    people.back().messages += 1;
    people.back().sum_p += p;
    people.back().noise += p * (1 - p);
    unsure += p >= kUnsureFrom && p <= kUnsureTo ? 1 : 0;
  }
  const LabelShare share = read_label_share(people, kFeelingDoubt[feeling]);
  const auto messages = static_cast<double>(std::max<std::size_t>(by_unit.size(), 1));
  return {.share = share.share,
          .interval = share.interval,
          .messages = by_unit.size(),
          .unsure = static_cast<double>(unsure) / messages};
}

}  // namespace

FeelingShares feeling_shares(const Corpus& corpus, std::span<const std::uint32_t> messages) {
  std::vector<std::uint32_t> by_unit(messages.begin(), messages.end());
  std::stable_sort(by_unit.begin(), by_unit.end(), [&](std::uint32_t a, std::uint32_t b) {
    return corpus.messages[a].unit < corpus.messages[b].unit;
  });
  FeelingShares shares;
  for (std::size_t f = 0; f < kFeelingCount; ++f) shares[f] = share_of_group(corpus, by_unit, f);
  return shares;
}

FeelingShares feeling_shares(const Corpus& corpus) {
  std::vector<std::uint32_t> counted;
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    if (Corpus::counts(corpus.messages[m])) counted.push_back(m);
  }
  FeelingShares shares = feeling_shares(corpus, counted);
  for (FeelingShare& share : shares) share.all = share.share;
  return shares;
}

}  // namespace attune::problems
