// SPDX-License-Identifier: Apache-2.0
// How much empathy a reply shows, with the shipped patterns and weights.

#include "understand/empathy/mechanisms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/random.h"

namespace attune {
namespace {

const Mechanisms& judge() {
  static const Mechanisms mechanisms = *Mechanisms::load(ATTUNE_SOURCE_DIR "/models/empathy");
  return mechanisms;
}

struct Levels {
  int feels = 0;
  int understood = 0;
  int asks = 0;
  friend bool operator==(const Levels&, const Levels&) = default;
};

Levels levels(const std::string& reply, const std::string& context = "My parcel never came.") {
  MechanismState state;
  judge().read(reply, context, state);
  return {judge().level(0, state), judge().level(1, state), judge().level(2, state)};
}

TEST(Mechanisms, EveryExampleOfEveryPatternIsRight) {
  const Patterns& book = judge().patterns();
  Tokens tokens;
  PatternState state;
  const auto hits = [&](const std::string& text, std::size_t pattern) {
    tokenise(text, tokens);
    book.match(tokens, state);
    return std::any_of(state.hits().begin(), state.hits().end(),
                       [&](const PatternHit& hit) { return hit.entry == pattern; });
  };
  for (std::size_t p = 0; p < book.size(); ++p) {
    for (const std::string& text : book.at(p).hits)
      EXPECT_TRUE(hits(text, p)) << book.at(p).id << ": " << text;
    for (const std::string& text : book.at(p).misses)
      EXPECT_FALSE(hits(text, p)) << book.at(p).id << ": " << text;
  }
}

TEST(Mechanisms, TheExamplesOfTheDefinitionsAreRead) {
  EXPECT_EQ(levels("Everything will be fine.").feels, 1);
  EXPECT_EQ(levels("I feel really sad for you.").feels, 2);
  EXPECT_EQ(levels("I understand how you feel.").understood, 1);
  EXPECT_EQ(levels("This must be terrifying.").understood, 2);
  EXPECT_EQ(levels("What happened?").asks, 1);
  EXPECT_EQ(levels("Are you feeling alone right now?").asks, 2);
}

TEST(Mechanisms, BusinessIsNoEmpathy) {
  EXPECT_EQ(levels("Please send us your order number."), Levels());
  EXPECT_EQ(levels("Parcels are delivered between 9 and 18."), Levels());
  EXPECT_EQ(levels("Could you DM us your order number?").asks, 0);
  EXPECT_EQ(levels(""), Levels());
}

TEST(Mechanisms, PeersAreReadAsPeers) {
  const std::string post = "I hate my life and I feel so alone.";
  EXPECT_EQ(levels("I'm so sorry you feel this way.", post).feels, 2);
  EXPECT_EQ(levels("Sorry about this. Your refund is on its way.").feels, 1);
  EXPECT_EQ(levels("I lost my job last year and didn't leave my bed for weeks.", post).understood,
            2);
  EXPECT_EQ(levels("Go for a walk and eat something, people feel better outside.", post), Levels());
  EXPECT_EQ(levels("Have you tried talking to your mum?", post).asks, 2);
}

TEST(Mechanisms, WhoSpeaksToWhomIsReadOrGiven) {
  MechanismState state;
  judge().read("I feel you.", "My mum died and I can't stop crying.", state);
  EXPECT_EQ(state.peers, 1);
  judge().read("We have refunded your order.", "My parcel never came.", state);
  EXPECT_EQ(state.peers, 0);
  judge().read("We have refunded your order.", "My parcel never came.", 0.5F, state);
  EXPECT_EQ(state.peers, 0.5F);
}

TEST(Mechanisms, SpansAreTheWordsThatCarryIt) {
  const std::string reply = "Your refund is on its way. I'm so sorry about this.";
  MechanismState state;
  judge().read(reply, "", state);
  const std::vector<Span> spans = judge().spans(0, state);
  ASSERT_EQ(spans.size(), 1U);
  EXPECT_NE(spans[0].of(reply).find("so sorry"), std::string_view::npos);
}

TEST(Mechanisms, SpansAreValidOnAnyBytes) {
  Random random(7);
  const std::vector<std::string> parts = {
      "I'm so sorry ",      "? ", "\xff", "\n",   "what happened",
      "that must be hard ", "😡 ", ". ",   "you ", "i was sad "};
  MechanismState state;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(30); n > 0; --n) text += parts[random.below(parts.size())];
    judge().read(text, text, state);
    for (std::size_t m = 0; m < kMechanisms.size(); ++m) {
      std::uint32_t last = 0;
      for (const Span span : judge().spans(m, state)) {
        ASSERT_LE(last, span.begin);
        ASSERT_LT(span.begin, span.end);
        ASSERT_LE(span.end, text.size());
        last = span.end;
      }
    }
  }
}

}  // namespace
}  // namespace attune
