// SPDX-License-Identifier: Apache-2.0
#include "understand/reasons/owners.h"

#include <gtest/gtest.h>

#include "base/random.h"

namespace attune {
namespace {

struct Text {
  std::vector<ClauseRange> clauses;
  std::vector<float> wants;
  std::vector<Span> reasons;
};

std::uint32_t below(Random& random, std::uint64_t most) {
  return static_cast<std::uint32_t>(random.below(most));
}

/// Clauses of all lengths side by side, and reasons in, across and far from them. Few different
/// wants, so that many clauses claim alike.
Text random_text(Random& random) {
  Text text;
  std::uint32_t at = 0;
  for (std::uint64_t n = random.below(40); n > 0; --n) {
    const std::uint32_t begin = at + below(random, 3) * below(random, 60);
    at = begin + 1 + below(random, 50);
    text.clauses.push_back({.span = {begin, at}});
    text.wants.push_back(static_cast<float>(random.below(4)) / 7);
  }
  for (std::uint64_t n = random.below(50); n > 0; --n) {
    const std::uint32_t begin = below(random, at + 1);
    text.reasons.push_back({begin, begin + 1 + below(random, 70)});
  }
  return text;
}

/// Every reason held against every clause.
std::vector<std::optional<std::size_t>> owners_slowly(const Text& text) {
  std::vector<std::optional<std::size_t>> owners;
  std::vector<bool> taken(text.clauses.size(), false);
  for (const Span reason : text.reasons) {
    std::optional<std::size_t> owner;
    float most = -1;
    for (std::size_t c = 0; c < text.clauses.size(); ++c) {
      if (taken[c]) continue;
      const float claim = claim_on(reason, text.clauses[c].span, text.wants[c]);
      if (claim <= most) continue;
      most = claim;
      owner = c;
    }
    if (owner) taken[*owner] = true;
    owners.push_back(owner);
  }
  return owners;
}

TEST(ReasonOwners, AreThoseThatClaimMostOfAllClauses) {
  Random random(7);
  for (int round = 0; round < 3000; ++round) {
    const Text text = random_text(random);
    ReasonOwners owners(text.clauses, text.wants);
    std::vector<std::optional<std::size_t>> taken;
    for (const Span reason : text.reasons) taken.push_back(owners.take(reason));
    ASSERT_EQ(taken, owners_slowly(text)) << round;
  }
}

TEST(ReasonOwners, ReasonGoesToTheClauseThatItLiesIn) {
  const std::vector<ClauseRange> clauses = {{.span = {0, 50}}, {.span = {51, 90}}};
  ReasonOwners owners(clauses, {0, 1});
  EXPECT_EQ(owners.take({20, 50}), 0U);
}

TEST(ReasonOwners, ReasonThatIsItsClauseGoesToANearOne) {
  const std::vector<ClauseRange> clauses = {{.span = {0, 50}}, {.span = {51, 90}}};
  ReasonOwners owners(clauses, {0, 0.5F});
  EXPECT_EQ(owners.take({0, 50}), 1U);
}

TEST(ReasonOwners, NoClauseHasTwoReasons) {
  const std::vector<ClauseRange> clauses = {{.span = {0, 50}}};
  ReasonOwners owners(clauses, {1});
  EXPECT_EQ(owners.take({5, 10}), 0U);
  EXPECT_EQ(owners.take({20, 30}), std::nullopt);
}

}  // namespace
}  // namespace attune
