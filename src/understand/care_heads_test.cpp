// SPDX-License-Identifier: Apache-2.0
#include "understand/care_heads.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "text/clauses.h"
#include "understand/care.h"

namespace attune {
namespace {

const std::string kModels = ATTUNE_SOURCE_DIR "/models";

const Patterns& book() {
  static const auto kLoaded = Patterns::load(kModels + "/patterns");
  return *kLoaded;
}

const CareHeads& heads() {
  static const auto kLoaded = CareHeads::load(kModels);
  return *kLoaded;
}

CareSigns judged(const std::string& text, CareHeads::State& state) {
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  PatternState hits;
  tokenise(text, tokens);
  split_clauses(text, tokens, clauses);
  book().match(tokens, hits);
  const Parse parse{text, tokens, clauses, book(), hits.hits()};
  CareSigns signs = find_care(parse);
  heads().judge(parse, state, signs);
  return signs;
}

std::string kinds(const std::string& text) {
  CareHeads::State state;
  std::string out;
  for (const CareSign& sign : judged(text, state))
    out += std::string(kCareNames[static_cast<std::size_t>(sign.kind)]) + " ";
  return out;
}

bool has(const std::string& text, Care kind) {
  return kinds(text).find(kCareNames[static_cast<std::size_t>(kind)]) != std::string::npos;
}

TEST(CareHeads, KeepWhatIsConventional) {
  EXPECT_TRUE(has("My husband died in March and the bills still name him.", Care::bereavement));
  EXPECT_TRUE(has("I lost my job last month, can I pause the payments?", Care::job_loss));
  EXPECT_TRUE(has("We have no food left and the kids are hungry, please help.", Care::crisis));
  EXPECT_TRUE(has("I want to kill myself.", Care::crisis));
}

TEST(CareHeads, FindDangerInGermanAndSpanish) {
  EXPECT_TRUE(
      has("Der Gerichtsvollzieher kommt morgen zur Räumung, wir haben zwei Kinder und "
          "wissen nicht, wohin.",
          Care::crisis));
  EXPECT_TRUE(has("Ich will nicht mehr leben.", Care::crisis));
  EXPECT_TRUE(has("Nos cortaron la luz y mi bebé tiene frío, ayuda por favor.", Care::crisis));
  EXPECT_TRUE(has("Ya no quiero vivir.", Care::crisis));
}

/// What a locked account, a dead cable or a market stall share with a hard time is its words.
TEST(CareHeads, HearNoDangerInTroubleWithGoodsAndAccounts) {
  EXPECT_EQ(kinds("I'm locked out of my account, please help me get my money."), "");
  EXPECT_EQ(kinds("Can't sign up, no text comes. Please hit me up. Thanks"), "");
  EXPECT_EQ(kinds("No me deja ponerle dinero a la tarjeta de mi hija, necesito ayuda."), "");
  EXPECT_EQ(kinds("The lounge was full and you carry all your belongings out again."), "");
}

TEST(CareHeads, LetNearMissesGo) {
  EXPECT_EQ(kinds("You lost my husband's ring at the spa, it was in the tray."), "");
  EXPECT_EQ(kinds("What if I lost my job next year, does the policy pay?"), "");
  EXPECT_EQ(kinds("As a nurse I order gloves for our patients every week."), "");
  EXPECT_EQ(kinds("Please pass on my condolences to all at the branch on the death of Mr Hill."),
            "");
}

TEST(CareHeads, LeaveATextAloneThatTellsOfNothing) {
  EXPECT_EQ(kinds("The parcel came on time and the colour is just right."), "");
  EXPECT_EQ(kinds(""), "");
}

/// Words remembered by a scratch, and what came before, must change no sign.
TEST(CareHeads, AScratchThatHasReadMuchJudgesAsAFreshOne) {
  std::vector<std::string> texts = {
      "", "My wife has cancer.", "the bailiffs come tomorrow and we have nowhere to go",
      "\xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x90", "My mum passed away; the funeral is on Friday"};
  std::string all;
  for (int i = 0; i < 40; ++i) all += texts[static_cast<std::size_t>(i) % texts.size()] + ". ";
  texts.push_back(all);
  CareHeads::State used;
  for (int round = 0; round < 3; ++round) {
    for (const std::string& text : texts) {
      CareHeads::State fresh;
      const CareSigns a = judged(text, used);
      const CareSigns b = judged(text, fresh);
      ASSERT_EQ(a.size(), b.size());
      for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].kind, b[i].kind);
        EXPECT_EQ(a[i].span, b[i].span);
        EXPECT_EQ(a[i].p, b[i].p);
        EXPECT_GE(a[i].p, .5F);
        EXPECT_LE(a[i].span.end, text.size());
      }
    }
  }
}

/// A sign in a long message counts as much as the passage that it stands in.
TEST(CareHeads, FindASignDeepInALongMessage) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "The socks are soft and the price was fair. ";
  EXPECT_EQ(kinds(text), "");
  text += "My husband died in March and I cannot close his account. ";
  EXPECT_TRUE(has(text, Care::bereavement));
}

TEST(CareHeads, RefuseAbsentModels) {
  EXPECT_FALSE(CareHeads::load("/nowhere"));
}

}  // namespace
}  // namespace attune
