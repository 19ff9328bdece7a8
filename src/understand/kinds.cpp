// SPDX-License-Identifier: Apache-2.0
#include "understand/kinds.h"

#include <algorithm>
#include <cmath>

namespace attune {

namespace {

/// A kind is said of a clause from here on.
constexpr float kSaid = 0.5F;
constexpr float kUnsaid = 0.49F;
constexpr std::size_t kMostKinds = 3;

constexpr std::array<PatternKind, 8> kPatternOf = {
    PatternKind::struggle,   PatternKind::need,  PatternKind::praise,       PatternKind::question,
    PatternKind::motivation, PatternKind::value, PatternKind::churn_threat, PatternKind::advocacy};

ClauseScores scores_of(const Parse& parse, const ClauseRange& clause) {
  std::array<float, kPatternKindCount> miss{};
  miss.fill(1);
  std::array<std::uint32_t, kPatternKindCount> last{};
  last.fill(~0U);
  // A hit counts where it begins; it may reach into the next clause.
  for (const PatternHit& hit : hits_from(parse.hits, clause.first)) {
    if (hit.first >= clause.last) break;
    const PatternSpec& spec = parse.patterns.at(hit.entry);
    const auto kind = static_cast<std::size_t>(spec.kind);
    if (last[kind] == hit.entry) continue;
    last[kind] = hit.entry;
    miss[kind] *= 1 - spec.p;
  }
  ClauseScores scores;
  for (std::size_t k = 0; k < kPatternOf.size(); ++k) {
    scores.p[k] = std::min(0.99F, 1 - miss[static_cast<std::size_t>(kPatternOf[k])]);
  }
  return scores;
}

}  // namespace

std::vector<ClauseScores> rule_scores(const Parse& parse) {
  std::vector<ClauseScores> all;
  all.reserve(parse.clauses.size());
  for (const ClauseRange& clause : parse.clauses) all.push_back(scores_of(parse, clause));
  return all;
}

ClauseScores rule_scores(std::span<const ClauseScores> clauses) {
  ClauseScores text;
  for (std::size_t k = 0; k < kToldKinds; ++k) {
    float miss = 1;
    for (const ClauseScores& clause : clauses) miss *= 1 - clause.p[k];
    text.p[k] = 1 - miss;
  }
  return text;
}

float rule_logit(float p) {
  constexpr float kLeast = 0.02F;
  const auto logit = [](float q) { return std::log(q / (1 - q)) + 2; };
  static const float kNothing = logit(kLeast);  // Most often no pattern of a kind is hit.
  return p <= kLeast ? kNothing : logit(std::min(p, 0.98F));
}

float log_odds(float p) {
  const float q = std::clamp(p, 0.001F, 0.999F);
  return std::log(q / (1 - q));
}

float cut_at_half_by(float p, float threshold_odds) {
  const float z = log_odds(p) - threshold_odds;
  return 1 / (1 + std::exp(-z));
}

float cut_at_half(float p, float threshold) {
  return cut_at_half_by(p, log_odds(threshold));
}

void settle_kinds(const ClauseScores& text, std::span<ClauseScores> clauses) {
  for (std::size_t k = 0; k < kToldKinds; ++k) {
    const auto of_kind = [k](const ClauseScores& scores) { return scores.p[k]; };
    if (text.p[k] >= kSaid) {
      const auto best = std::ranges::max_element(clauses, {}, of_kind);
      if (best != clauses.end()) best->p[k] = std::max(best->p[k], text.p[k]);
    } else {
      for (ClauseScores& clause : clauses) clause.p[k] = std::min(clause.p[k], kUnsaid);
    }
  }
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
