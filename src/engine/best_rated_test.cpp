// SPDX-License-Identifier: Apache-2.0
#include "engine/best_rated.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/models.h"
#include "engine/read_corpus.h"

namespace attune {
namespace {

const Models& models() {
  static const auto kLoaded = load_models(ATTUNE_SOURCE_DIR "/models");
  return *kLoaded;
}

/// Of each text, rated so, whether a struggle is kept. Others rate from one to five around them.
std::vector<bool> struggles(const std::vector<std::string_view>& texts, std::string_view rating) {
  const std::string path = testing::TempDir() + "attune_best_rated_" +
                           testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
  std::string csv = "id,stars,text\n";
  for (std::size_t i = 0; i < texts.size(); ++i)
    csv += fmt::format("{},{},\"{}\"\n", i, rating, texts[i]);
  for (int i = 0; i < 20; ++i) {
    csv += fmt::format("a{},1,The strap broke on day {} and nobody answers\n", i, i);
    csv += fmt::format("b{},5,\"Lovely bag, thank you so much {}\"\n", i, i);
  }
  std::ofstream(path) << csv;
  const auto read = read_corpus(std::vector{path}, models().understander, {}, Pool(2));
  std::remove(path.c_str());
  EXPECT_TRUE(read);
  std::vector<bool> kept;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const problems::CorpusMessage& message = read->messages[i];
    bool any = false;
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c)
      any = any || read->clauses[c].is(Kind::struggle);
    kept.push_back(any);
  }
  return kept;
}

std::size_t count(const std::vector<bool>& all) {
  return static_cast<std::size_t>(std::count(all.begin(), all.end(), true));
}

const std::vector<std::string_view> kPraise = {
    "Came exactly as I had expected it",
    "No trouble with the zip in three winters",
    "I was worried that it would be too small. It is not.",
    "My old one fell apart after a month, this one holds",
    "You could not ask for a kinder crew",
    "Sturdy but not heavy",
    "Never had to wait for a reply",
    "The driver could not have been more careful",
    "There was a problem with the buckle and they solved it the same day",
    "It exceeded what I hoped for, no regrets",
    "Nothing to grumble about",
    "I have nothing bad to say about the seams",
    "It did not let me down once",
    "Less noise than the one before"};

TEST(BestRated, PraiseOfFiveStarsIsNoStruggle) {
  const std::vector<bool> kept = struggles(kPraise, "5");
  std::string wrong;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i]) wrong += std::string(kPraise[i]) + "\n";
  }
  EXPECT_LE(count(kept), 1U) << wrong;  // "I was worried that …" alone sounds like one.
}

TEST(BestRated, WhatIsSaidOutrightStays) {
  const std::vector<bool> kept =
      struggles({"Nice bag but the zip is broken", "Great shop, but my parcel never arrived",
                 "Good app but the payment does not work", "Love it, unfortunately the strap broke",
                 "Very good shop but the refund never came", "Nice but delivery is very late",
                 "Best bag ever but customer service is useless",
                 "Lovely colour. Only problem is that the buckle broke after a week",
                 "Good card but it is not working at the till",
                 "Great idea but the app keeps crashing when I log in"},
                "5");
  EXPECT_GE(count(kept), 6U) << "of ten";
}

TEST(BestRated, WhoeverRatesLowIsTakenAtTheirWord) {
  const std::vector<std::string_view> texts = {
      "The zip broke after a week",   "My parcel never arrived", "Nobody answers my mails",
      "I cannot log in since Monday", "The refund never came",   "The strap is too short for me"};
  EXPECT_EQ(count(struggles(texts, "1")), texts.size());
  EXPECT_EQ(count(struggles(texts, "2")), texts.size());
}

TEST(BestRated, WithoutARatingComplaintsStay) {
  const std::vector<std::string_view> texts = {
      "The zip broke after a week",   "My parcel never arrived", "Nobody answers my mails",
      "I cannot log in since Monday", "The refund never came",   "Lovely bag, but the zip broke"};
  EXPECT_EQ(count(struggles(texts, "")), texts.size());
}

}  // namespace
}  // namespace attune
