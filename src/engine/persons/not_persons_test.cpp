// SPDX-License-Identifier: Apache-2.0
#include "engine/persons/not_persons.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace attune {
namespace {

std::vector<PiiSpan> person(std::uint32_t begin, std::uint32_t end) {
  return {{"person", {begin, end}}};
}

problems::Corpus with(std::size_t messages, std::size_t named) {
  problems::Corpus corpus;
  for (std::size_t i = 0; i < messages; ++i) {
    problems::CorpusMessage message;
    message.text = i < named ? "Zorvo is slow" : "it is slow";
    if (i < named) message.personal = person(0, 5);
    corpus.messages.push_back(message);
  }
  return corpus;
}

TEST(NotPersons, TheBrandOfTheColumnIsNoPerson) {
  auto found = person(7, 18);
  forget_brand("Marlow Reed Ltd", "I like Marlow Reed.", found);
  EXPECT_TRUE(found.empty());
}

TEST(NotPersons, WhoSharesOneWordWithTheBrandStays) {
  auto found = person(0, 12);
  forget_brand("Marlow", "Tilda Marlow helped", found);
  EXPECT_EQ(found.size(), 1U);
  forget_brand("", "Tilda Marlow helped", found);
  EXPECT_EQ(found.size(), 1U);
}

TEST(NotPersons, OtherKindsStay) {
  std::vector<PiiSpan> found = {{"email", {0, 6}}};
  forget_brand("a@b.co", "a@b.co", found);
  EXPECT_EQ(found.size(), 1U);
}

TEST(NotPersons, AWordThatManyMessagesHoldIsNoPerson) {
  problems::Corpus corpus = with(100, 10);
  forget_shared_persons(corpus);
  EXPECT_TRUE(corpus.messages[0].personal.empty());
}

TEST(NotPersons, AWordOfAFewMessagesStaysMasked) {
  for (const auto& [messages, named] : {std::pair{100U, 9U}, {300U, 14U}, {8U, 8U}}) {
    problems::Corpus corpus = with(messages, named);
    forget_shared_persons(corpus);
    EXPECT_EQ(corpus.messages[0].personal.size(), 1U) << messages;
  }
}

TEST(NotPersons, WhatTheCompanySignsWithDoesNotCount) {
  problems::Corpus corpus = with(100, 50);
  for (auto& message : corpus.messages) message.from_brand = true;
  forget_shared_persons(corpus);
  EXPECT_EQ(corpus.messages[0].personal.size(), 1U);
}

TEST(NotPersons, AnyBrandOfTheFilesIsNone) {
  problems::Corpus corpus = with(5, 1);
  corpus.brands = {"Other", "ZORVO"};
  forget_shared_persons(corpus);
  EXPECT_TRUE(corpus.messages[0].personal.empty());
}

}  // namespace
}  // namespace attune
