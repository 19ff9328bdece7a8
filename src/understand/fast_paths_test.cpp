// SPDX-License-Identifier: Apache-2.0
// Each fast path of the readers beside its slow twin, on generated texts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "base/random.h"
#include "text/clauses.h"
#include "understand/aspects/scorer.h"
#include "understand/care.h"
#include "understand/heads/word_cache.h"
#include "understand/reasons/families.h"
#include "understand/reasons/scorer.h"
#include "understand/understand.h"

namespace attune {
namespace {

const std::string kModels = ATTUNE_SOURCE_DIR "/models";

std::string random_text(Random& random) {
  static const std::vector<std::string> kPieces = {
      "I",     "am",      "furious",  "because", "the",     "app",   "crashed",  "and",   "nobody",
      "helps", ".",       "!",        "?",       ",",       "but",   "staff",    "were",  "lovely",
      "NOT",   "so",      "I'm",      "leaving", "7",       "sooo",  "😡",        "since", "\n",
      "@shop", "#fail",   "why",      "due",     "to",      "late",  "delivery", "food",  "was",
      "cold",  "waiting", "my",       "refund",  "please",  "could", "you",      "never", "again",
      "naïve", "broke",   "www.a.bc", "great",   "service", "…",     "when",     "that's"};
  std::string text;
  for (std::uint64_t n = random.below(60); n > 0; --n) {
    text += random.below(12) == 0 ? "x" + std::to_string(random.below(3000))
                                  : kPieces[random.below(kPieces.size())];
    if (random.below(9) > 0) text += " ";
  }
  return text;
}

/// A text as the readers get it.
struct Read {
  explicit Read(const Patterns& book) : patterns(book) {}
  void read(const std::string& words) {
    text = words;
    tokenise(text, tokens);
    split_clauses(text, tokens, clauses);
    patterns.match(tokens, state);
  }
  [[nodiscard]] Parse parse() const { return {text, tokens, clauses, patterns, state.hits()}; }

  const Patterns& patterns;
  std::string text;
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  PatternState state;
};

std::vector<float> random_weights(std::size_t count, Random& random) {
  std::vector<float> weights(count);
  for (float& weight : weights) {
    weight = static_cast<float>(static_cast<int>(random.below(2001)) - 1000) / 512;
  }
  return weights;
}

void expect_alike(const Scores& fast, const Scores& slow, const std::string& text) {
  for (std::size_t b = 0; b < kBlocks; ++b) {
    ASSERT_EQ(fast.sums[b].norm, slow.sums[b].norm) << text;
    for (std::size_t h = 0; h < kRowHeads; ++h) {
      ASSERT_EQ(fast.sums[b].weights[h], slow.sums[b].weights[h]) << text;
    }
  }
  ASSERT_EQ(fast.logits, slow.logits);
}

TEST(WordScores, AgreeWithScoresOfAllFeatures) {
  const auto model = Model::load(kModels + "/heads/heads.model");
  ASSERT_TRUE(model);
  Random random(7);
  Tokens tokens;
  WordScores scratch;
  Scores fast;
  Scores slow;
  Features features;
  for (int round = 0; round < 1000; ++round) {
    const std::string text = random_text(random);
    tokenise(text, tokens);
    const TokenRange range{random.below(tokens.size() + 1), tokens.size()};
    score_words(*model, tokens, range, scratch, fast);
    extract(tokens, range, features);
    model->score(features, slow);
    expect_alike(fast, slow, text);
  }
}

TEST(ClauseScorer, AgreesWithScoresOfEachRangeByItself) {
  const auto model = Model::load(kModels + "/heads/heads.model");
  ASSERT_TRUE(model);
  Random random(15);
  Tokens tokens;
  WordScores scratch;
  Scores fast;
  Scores slow;
  Features features;
  const auto score_slowly = [&](TokenRange range) {
    extract(tokens, range, features);
    model->score(features, slow);
  };
  for (int round = 0; round < 1500; ++round) {
    const std::string text = random_text(random);
    tokenise(text, tokens);
    ClauseScorer scorer(*model, tokens, scratch, fast);
    // Clauses of a text follow each other; where words were exchanged, one may be read twice.
    const bool in_order = round % 3 > 0;
    for (std::size_t first = 0; first < tokens.size();) {
      const std::size_t last = first + 1 + random.below(tokens.size() - first);
      const std::size_t from = in_order ? first : random.below(first + 1);
      scorer.score_clause({from, last});
      score_slowly({from, last});
      expect_alike(fast, slow, text);
      first = !in_order && random.below(4) == 0 ? tokens.size() : last;
    }
    scorer.score_text();
    score_slowly({0, tokens.size()});
    expect_alike(fast, slow, text);
  }
}

TEST(ReasonScorer, AddsUpWhatTheFeaturesSay) {
  const auto patterns = Patterns::load(kModels + "/patterns");
  ASSERT_TRUE(patterns);
  Random random(8);
  const ReasonScorer scorer(random_weights(kReasonTable, random));
  Read read(*patterns);
  ReasonState state;
  FeatureIds ids;
  for (int round = 0; round < 500; ++round) {
    read.read(random_text(random));
    const Parse parse = read.parse();
    const ReasonView fast(parse, state.buffers);
    scorer.score(fast, parse, 0, state);
    const ReasonView view(parse);
    ASSERT_EQ(state.sums.size(), view.candidates().size());
    for (std::size_t i = 0; i < state.sums.size(); ++i) {
      const ReasonCandidate& c = view.candidates()[i];
      ids.clear();
      view.begin_features(c.first, ids);
      view.end_features(c.last, ids);
      for (std::uint32_t t = 0; t < parse.tokens.size(); ++t) {
        if (t >= c.first && t < c.last) {
          view.token_features(t, ids);
        } else {
          view.outside_features(t, ids);
        }
      }
      view.pair_features(c, ids);
      std::int32_t sum = 0;
      for (const std::uint32_t id : ids) sum += scorer.steps()[id];
      ASSERT_EQ(state.sums[i], sum) << read.text;
    }
  }
}

/// The slow twin of the probabilities: all of them, from the features one by one.
std::vector<double> reason_probabilities(const ReasonView& view, const ReasonScorer& scorer,
                                         const std::vector<std::int32_t>& sums) {
  FeatureIds ids;
  view.none_features(ids);
  std::int32_t none = 0;
  for (const std::uint32_t id : ids) none += scorer.steps()[id];
  double total = 1;
  std::vector<double> p;
  for (const std::int32_t sum : sums) {
    p.push_back(std::exp(static_cast<double>(sum - none) / static_cast<double>(scorer.kSteps)));
    total += p.back();
  }
  for (double& one : p) one /= total;
  return p;
}

TEST(ReasonScorer, LeavesOutOnlyWhatStaysBelowTheLeastAsked) {
  const auto patterns = Patterns::load(kModels + "/patterns");
  ASSERT_TRUE(patterns);
  Random random(14);
  std::vector<float> weights = random_weights(kReasonTable, random);
  for (float& weight : weights) weight /= 8;
  const ReasonScorer scorer(weights);
  Read read(*patterns);
  ReasonState state;
  std::size_t told = 0;
  std::size_t untold = 0;
  for (int round = 0; round < 500; ++round) {
    read.read(random_text(random));
    const Parse parse = read.parse();
    if (parse.tokens.size() == 0) continue;
    const ReasonView view(parse, state.buffers);
    scorer.score(view, parse, .5F, state);
    const std::vector<double> p = reason_probabilities(ReasonView(parse), scorer, state.sums);
    const double all = std::accumulate(p.begin(), p.end(), 0.0);
    const bool near = all > .49 && all <= .5;  // Left to rounding.
    ASSERT_TRUE(near || state.all.size() == (all > .5 ? p.size() : 0)) << read.text;
    ++(state.all.empty() ? untold : told);
    for (std::size_t i = 0; i < state.all.size(); ++i) ASSERT_NEAR(state.all[i].p, p[i], 1e-4);
  }
  EXPECT_GT(told, 20U);
  EXPECT_GT(untold, 20U);
}

TEST(AspectScorer, TagsAsTheFeaturesSay) {
  const auto patterns = Patterns::load(kModels + "/patterns");
  ASSERT_TRUE(patterns);
  Random random(9);
  AspectWeights weights;
  weights.tags = random_weights(weights.tags.size(), random);
  weights.moves = random_weights(weights.moves.size(), random);
  const AspectScorer scorer(weights);
  Read read(*patterns);
  AspectState state;
  std::vector<AspectTag> slow;
  for (int round = 0; round < 500; ++round) {
    read.read(random_text(random));
    const Parse parse = read.parse();
    const AspectView fast(parse, state.buffers);
    scorer.tag(fast, read.tokens, state);
    best_tags(AspectView(parse), weights, slow);
    ASSERT_EQ(state.tags, slow) << read.text;
  }
}

TEST(RowSum, WordsAddUpAlikeFastAndPlain) {
  Random random(10);
  std::vector<WordRowSums> words(40);
  for (WordRowSums& word : words) {
    for (std::int16_t& weight : word.weights) {
      weight = static_cast<std::int16_t>(static_cast<int>(random.below(60001)) - 30000);
    }
    word.norm = static_cast<std::uint32_t>(random.below(1U << 24U));
  }
  for (const std::size_t count : {0U, 1U, 7U, 3000U}) {
    std::vector<const WordRowSums*> list(count);
    for (const WordRowSums*& one : list) one = &words[random.below(words.size())];
    RowSums fast;
    RowSums plain;
    add_words(list, fast);
    add_words_plain(list, plain);
    EXPECT_EQ(fast.norm, plain.norm);
    EXPECT_EQ(fast.weights, plain.weights);
  }
}

/// The slow twin: holds every hit against every sign so far.
std::vector<CareSign> care_slowly(const Parse& parse) {
  std::vector<CareSign> signs;
  for (const PatternHit& hit : parse.hits) {
    const PatternHit alone[] = {hit};
    const Parse one{parse.text, parse.tokens, parse.clauses, parse.patterns, alone};
    for (const CareSign& sign : find_care(one)) {
      const auto same = std::find_if(signs.begin(), signs.end(), [&](const CareSign& other) {
        return other.kind == sign.kind && sign.span.begin < other.span.end &&
               other.span.begin < sign.span.end;
      });
      if (same == signs.end()) {
        signs.push_back(sign);
        continue;
      }
      same->span = {std::min(same->span.begin, sign.span.begin),
                    std::max(same->span.end, sign.span.end)};
      same->p = std::max(same->p, sign.p);
    }
  }
  std::stable_sort(signs.begin(), signs.end(),
                   [](const CareSign& a, const CareSign& b) { return a.span < b.span; });
  return signs;
}

TEST(Care, SignsAreJoinedAlikeHoweverManyThereAre) {
  const auto patterns = Patterns::load(kModels + "/patterns");
  ASSERT_TRUE(patterns);
  const std::vector<std::string> pieces = {"my mum died ",
                                           "I am depressed ",
                                           "he has cancer ",
                                           "she passed away ",
                                           "I lost my job ",
                                           "I am disabled ",
                                           "I want to kill myself ",
                                           "we are in debt ",
                                           "my husband died ",
                                           "she has dementia and ",
                                           ". ",
                                           "and I "};
  Random random(13);
  Read read(*patterns);
  std::size_t most = 0;
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(round < 50 ? 12 : 600); n > 0; --n)
      text += pieces[random.below(pieces.size())];
    read.read(text);
    const std::vector<CareSign> fast = find_care(read.parse());
    const std::vector<CareSign> slow = care_slowly(read.parse());
    most = std::max(most, fast.size());
    ASSERT_EQ(fast.size(), slow.size()) << text;
    for (std::size_t i = 0; i < fast.size(); ++i) {
      ASSERT_EQ(fast[i].kind, slow[i].kind);
      ASSERT_EQ(fast[i].span, slow[i].span);
      ASSERT_EQ(fast[i].p, slow[i].p);
    }
  }
  EXPECT_GT(most, 100U);
}

bool same_clauses(const Reading& a, const Reading& b) {
  if (a.clauses.size() != b.clauses.size()) return false;
  for (std::size_t c = 0; c < a.clauses.size(); ++c) {
    const Clause& x = a.clauses[c];
    const Clause& y = b.clauses[c];
    const bool why =
        x.because.has_value() == y.because.has_value() &&
        (!x.because || (x.because->span == y.because->span && x.because->p == y.because->p));
    if (x.span != y.span || x.kinds != y.kinds || x.p != y.p || !why ||
        x.aspects.size() != y.aspects.size()) {
      return false;
    }
  }
  return true;
}

TEST(Understand, AReadingDoesNotDependOnWhatWasReadBefore) {
  const auto understander = Understander::load(kModels);
  ASSERT_TRUE(understander);
  Random random(11);
  Understander::State used;
  Reading reading;
  for (int round = 0; round < 400; ++round) {
    std::string text = random_text(random);
    if (round % 200 == 100) {  // A very long one.
      while (text.size() < 200'000) text += random_text(random);
    }
    understander->read(text, used, reading);
    Understander::State fresh;
    const Reading alone = understander->read(text, fresh);
    ASSERT_EQ(reading.emotions, alone.emotions);
    ASSERT_EQ(reading.language, alone.language);
    ASSERT_EQ(reading.pii.size(), alone.pii.size());
    ASSERT_EQ(reading.abstained, alone.abstained);
    ASSERT_TRUE(same_clauses(reading, alone)) << text;
  }
}

TEST(Understand, WhatAnswersNeedIsReadAlikeWithoutTheRest) {
  const auto understander = Understander::load(kModels);
  ASSERT_TRUE(understander);
  Random random(12);
  Understander::State state;
  for (int round = 0; round < 300; ++round) {
    const std::string text = random_text(random);
    Reading all = understander->read(text, state);
    Reading answers;
    understander->read(text, state, answers, Reach::answers);
    bool says_something = false;
    for (Clause& clause : all.clauses) {
      clause.aspects.clear();
      says_something = says_something || clause.kinds.front() != Kind::context;
    }
    ASSERT_EQ(all.emotions, answers.emotions);
    ASSERT_TRUE(!says_something || same_clauses(all, answers)) << text;
    Reading feelings;
    understander->read(text, state, feelings, Reach::feelings);
    ASSERT_EQ(all.emotions, feelings.emotions);
    ASSERT_EQ(all.valence, feelings.valence);
    ASSERT_EQ(all.sentiment.label, feelings.sentiment.label);
    ASSERT_EQ(all.clauses.size(), feelings.clauses.size());
    ASSERT_TRUE(feelings.pii.empty());
    Reading language;
    understander->read(text, state, language, Reach::language);
    ASSERT_EQ(all.language, language.language);
    ASSERT_EQ(all.pii.size(), language.pii.size());
    ASSERT_TRUE(language.clauses.empty());
  }
}

}  // namespace
}  // namespace attune
