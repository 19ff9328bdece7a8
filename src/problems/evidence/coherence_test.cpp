// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/coherence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::problems {
namespace {

Corpus corpus_of(const std::vector<std::string>& texts) {
  Corpus corpus;
  for (const std::string& text : texts) {
    CorpusMessage message;
    message.text = text;
    message.unit = corpus.units++;
    corpus.messages.push_back(message);
  }
  return corpus;
}

std::vector<Quote> quotes(const std::vector<std::string>& texts) {
  std::vector<Quote> out;
  for (const std::string& text : texts) out.push_back({.text = text});
  return out;
}

const std::vector<std::string> kLoose = {
    "please put a bench by the gate", "please sell the lamp in green",
    "it would be nice to have longer opening hours", "please let me pay by invoice",
    "I wish the towel were thicker"};
const std::vector<std::string> kOfLids = {
    "please sell spare lids", "a lid that closes, please", "wish the lids came in one size",
    "could you make the lid of glass?", "please think of a better handle"};

Corpus everything() {
  std::vector<std::string> texts = kLoose;
  texts.insert(texts.end(), kOfLids.begin(), kOfLids.end());
  for (int i = 0; i < 20; ++i) texts.push_back("we like the shop by the harbour");
  return corpus_of(texts);
}

TEST(Coherence, SentencesOfOneThingShareIt) {
  const Corpus corpus = everything();
  Coherence coherence(corpus, nullptr);
  EXPECT_GE(coherence.of(quotes(kOfLids)), kLeastCoherence);
}

TEST(Coherence, AskingIsNoThing) {
  const Corpus corpus = everything();
  Coherence coherence(corpus, nullptr);
  EXPECT_LT(coherence.of(quotes(kLoose)), kLeastCoherence);
  EXPECT_EQ(coherence.of({}), 0);
}

TEST(Coherence, WhatTheWholeFileIsFullOfIsNoTopic) {
  const Corpus corpus = everything();
  Coherence coherence(corpus, nullptr);
  const std::vector<std::string> shop(4, "the shop");
  std::vector<std::string> all(20, "we like the shop");
  const Corpus only_shop = corpus_of(all);
  EXPECT_EQ(Coherence(only_shop, nullptr).of(quotes(shop)), 0);
}

TEST(Coherence, WordsForOneThingMeet) {
  const auto concepts = Concepts::parse("courier: courier driver postman\n");
  ASSERT_TRUE(concepts);
  const Corpus corpus = everything();
  const auto drivers = quotes({"ask the courier to ring", "the driver should ring",
                               "let the postman ring twice", "tell your driver where we live"});
  EXPECT_GE(Coherence(corpus, &*concepts).of(drivers), kLeastCoherence);
}

TEST(Coherence, ALooseGroupIsTakenOutAndItsClausesToo) {
  const Corpus corpus = everything();
  FoundTopics found;
  found.clauses.names = {"loose", "lids"};
  found.topics.resize(2);
  found.topics[0].topic.evidence = quotes(kLoose);
  found.topics[1].topic.evidence = quotes(kOfLids);
  found.topics[1].topic.name = "lids";
  found.clauses.topics = {{0, 0}, {1, 1}, {3, 0}, {4, 1}};
  drop_incoherent(corpus, nullptr, found);
  ASSERT_EQ(found.topics.size(), 1U);
  EXPECT_EQ(found.topics[0].topic.name, "lids");
  const std::vector<std::pair<std::uint32_t, std::uint32_t>> left = {{1, 1}, {4, 1}};
  EXPECT_EQ(found.clauses.topics, left);
}

TEST(Coherence, AMereListOfWordsIsNoName) {
  const Corpus corpus = everything();
  FoundTopics found;
  found.clauses.names = {"lids, size"};
  found.topics.resize(1);
  found.topics[0].topic.evidence = quotes(kOfLids);
  found.topics[0].topic.name = "lids, size";
  drop_incoherent(corpus, nullptr, found);
  EXPECT_TRUE(found.topics.empty());
}

}  // namespace
}  // namespace attune::problems
