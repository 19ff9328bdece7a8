// SPDX-License-Identifier: Apache-2.0
#include "understand/kinds.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace attune {

namespace {

/// A kind is said of a clause from here on.
constexpr float kSaid = 0.5F;
constexpr std::size_t kMostKinds = 3;

constexpr std::array<PatternKind, 8> kPatternOf = {
    PatternKind::struggle,   PatternKind::need,  PatternKind::praise,       PatternKind::question,
    PatternKind::motivation, PatternKind::value, PatternKind::churn_threat, PatternKind::advocacy};

/// The probability that a silent pattern book stands for, by kind. Kinds whose wording is
/// conventional (questions, threats) say more by silence than struggles do, which take any words.
constexpr std::array<float, 8> kSilence = {0.30F, 0.18F, 0.30F, 0.20F, 0.25F, 0.25F, 0.20F, 0.20F};

float log_odds(float p) {
  const float q = std::clamp(p, 0.001F, 0.999F);
  return std::log(q / (1 - q));
}

/// The head decides, measured from its threshold; the rules move its log odds by half of theirs.
float joined(float rule, float head, float threshold, float silence) {
  const float of_rule = log_odds(rule > 0 ? rule : silence);
  const float z = log_odds(head) - log_odds(threshold) + 0.5F * of_rule;
  return 1 / (1 + std::exp(-z));
}

ClauseScores rule_scores(const Parse& parse, const ClauseRange& clause) {
  std::array<float, kPatternKindCount> miss{};
  miss.fill(1);
  std::array<std::uint32_t, kPatternKindCount> last{};
  last.fill(~0U);
  // A hit counts where it begins; it may reach into the next clause.
  for (const PatternHit& hit : hits_from(parse.hits, clause.first)) {
    if (hit.first >= clause.last) break;
    const PatternSpec& spec = parse.patterns.at(hit.pattern);
    const auto kind = static_cast<std::size_t>(spec.kind);
    if (last[kind] == hit.pattern) continue;
    last[kind] = hit.pattern;
    miss[kind] *= 1 - spec.p;
  }
  ClauseScores scores;
  for (std::size_t k = 0; k < kPatternOf.size(); ++k) {
    scores.p[k] = std::min(0.99F, 1 - miss[static_cast<std::size_t>(kPatternOf[k])]);
  }
  return scores;
}

}  // namespace

std::vector<ClauseScores> kind_scores(const Parse& parse, std::span<const ClauseScores> heads) {
  std::vector<ClauseScores> all;
  all.reserve(parse.clauses.size());
  for (std::size_t c = 0; c < parse.clauses.size(); ++c) {
    ClauseScores scores = rule_scores(parse, parse.clauses[c]);
    for (std::size_t k = 0; k < kPatternOf.size() && c < heads.size(); ++k) {
      if (heads[c].p[k] >= 0) {
        scores.p[k] = joined(scores.p[k], heads[c].p[k], heads[c].threshold[k], kSilence[k]);
      }
    }
    all.push_back(scores);
  }
  return all;
}

std::vector<Kind> kinds_of(const ClauseScores& scores) {
  std::vector<Kind> kinds;
  kinds_of(scores, kinds);
  return kinds;
}

void kinds_of(const ClauseScores& scores, std::vector<Kind>& kinds) {
  kinds.clear();
  for (std::size_t k = 0; k < kPatternOf.size(); ++k) {
    if (scores.p[k] >= kSaid) kinds.push_back(static_cast<Kind>(k));
  }
  const auto more = [&](Kind a, Kind b) {
    return scores.p[static_cast<std::size_t>(a)] > scores.p[static_cast<std::size_t>(b)];
  };
  if (kinds.size() > 1) std::stable_sort(kinds.begin(), kinds.end(), more);
  if (kinds.size() > kMostKinds) kinds.resize(kMostKinds);
  if (kinds.empty()) kinds.push_back(Kind::context);
}

}  // namespace attune
