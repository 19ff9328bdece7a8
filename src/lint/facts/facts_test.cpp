// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/facts.h"

#include <gtest/gtest.h>

#include <string>

#include "base/calendar.h"
#include "lint/document.h"
#include "lint/facts/front_matter.h"
#include "lint/rules.h"

namespace attune {
namespace {

const Rules& shipped() {
  static const Rules rules = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  return rules;
}

const std::int64_t kToday = days_of({2026, 6, 10});  // A Wednesday.

FactVerdict of(const char* name, const std::string& value, const std::string& sentence,
               std::string words = {}) {
  if (words.empty()) words = sentence;
  return judge({{name, {{"", value}}}}, name, {words, sentence, sentence, kToday});
}

/// What a text says of an end, judged by an offer that ends `ahead` days from today.
FactVerdict ending(std::int64_t ahead, const std::string& sentence) {
  return of("offer_ends", iso_date(kToday + ahead), sentence);
}

constexpr FactVerdict kTrue = FactVerdict::true_claim;
constexpr FactVerdict kFalse = FactVerdict::false_claim;
constexpr FactVerdict kUnknown = FactVerdict::unknown;

/// "about=value" of each entry.
std::vector<std::string> entries(const std::string& yaml, const char* name) {
  std::vector<std::string> all;
  const auto facts = read_facts(yaml);
  if (!facts) return {facts.error().message};
  for (const FactEntry& entry : facts->at(name)) all.push_back(entry.about + "=" + entry.value);
  return all;
}

TEST(Facts, AListAndAMapHaveEntries) {
  using All = std::vector<std::string>;
  EXPECT_EQ(entries("stock: 12", "stock"), All{"=12"});
  EXPECT_EQ(entries("stock:", "stock"), All{"="});
  EXPECT_EQ(entries("stock: {left: 12, at: hall}", "stock"), All{"=12"});
  EXPECT_EQ(entries("stock: {Lamp: 3, chair: 9}", "stock"), (All{"lamp=3", "chair=9"}));
  EXPECT_EQ(entries("sources: [Which, BBC]", "sources"), (All{"=Which", "=BBC"}));
  EXPECT_EQ(entries("sources: {url: https://a.example}", "sources"), All{"=https://a.example"});
  EXPECT_EQ(entries("sources: {claim: 9 of 10, url: u}", "sources"), All{"9 of 10=u"});
  EXPECT_EQ(entries("sources: [{claim: 9 of 10, url: u}, {claim: 9 of 10}, [a]]", "sources"),
            (All{"9 of 10=u", "=", "="}));
}

TEST(Facts, WhatIsTooLongIsRefusedWithItsLine) {
  EXPECT_TRUE(read_facts("a: 1\nstock: " + std::string(1000, '1')).has_value());
  const auto refused = read_facts("a: 1\nstock: " + std::string(1001, '1'));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().message.substr(0, 7), "line 2:") << refused.error().message;
  std::string many = "stock:\n";
  for (int i = 0; i < 1001; ++i) many += "  lamp" + std::to_string(i) + ": 3\n";
  EXPECT_FALSE(read_facts(many).has_value());
  EXPECT_FALSE(read_facts("a: &a {b: *a}\n").has_value());
}

TEST(Facts, ANamedDayIsComparedWithItsYearIfItHasOne) {
  EXPECT_EQ(ending(20, "It ends on 30 June."), kTrue);
  EXPECT_EQ(ending(20, "It ends on June 30th, 2026."), kTrue);
  EXPECT_EQ(ending(20, "It ends on 2026-06-30."), kTrue);
  EXPECT_EQ(ending(20, "It ends on 2027-06-30."), kFalse);
  EXPECT_EQ(ending(20, "It ends on 30 June 2027."), kFalse);
  EXPECT_EQ(ending(20, "It ends on 1 June."), kFalse);
}

TEST(Facts, TonightIsTheDayOfChecking) {
  for (const char* text : {"The sale ends tonight at midnight!", "Today only: 20% off.",
                           "Final hours of the sale!", "Offer ends today."}) {
    EXPECT_EQ(ending(0, text), kTrue) << text;
    EXPECT_EQ(ending(5, text), kFalse) << text;
    EXPECT_EQ(ending(-1, text), kFalse) << text;
  }
}

TEST(Facts, SpansAndWeekdaysAreCountedFromTheDayOfChecking) {
  EXPECT_EQ(ending(1, "The offer ends tomorrow at midnight."), kTrue);
  EXPECT_EQ(ending(0, "The offer ends tomorrow."), kFalse);
  EXPECT_EQ(ending(3, "Only 3 days left!"), kTrue);
  EXPECT_EQ(ending(9, "Only 3 days left!"), kFalse);
  EXPECT_EQ(ending(0, "The sale ends in two hours."), kTrue);
  EXPECT_EQ(ending(4, "The sale ends in two hours."), kFalse);
  EXPECT_EQ(ending(2, "The sale ends on Friday at midnight."), kTrue);
  EXPECT_EQ(ending(3, "The sale ends on Friday at midnight."), kFalse);
}

TEST(Facts, HoursAndMomentsAreOfTheDayOfChecking) {
  for (const char* text :
       {"Prices go up at midnight!", "Offer ends at 6pm.", "Offer ends this evening.",
        "Sale ends at noon.", "The sale ends any minute!", "Final minutes of the sale."}) {
    EXPECT_EQ(ending(0, text), kTrue) << text;
    EXPECT_EQ(ending(5, text), kFalse) << text;
  }
  EXPECT_EQ(ending(0, "Tomorrow? The deal is gone tomorrow."), kTrue);
  EXPECT_EQ(ending(0, "Order today: the sale ends on 30 June."), kFalse);
  EXPECT_EQ(ending(20, "Order today: the sale ends on 30 June at 6pm."), kTrue);
}

TEST(Facts, DaysWithoutTheNameOfAMonthAreDays) {
  EXPECT_EQ(ending(2, "The sale ends on the 12th."), kTrue);
  EXPECT_EQ(ending(2, "The sale ends on the 13th."), kFalse);
  EXPECT_EQ(ending(2, "The sale ends on 12/06."), kTrue);
  EXPECT_EQ(ending(2, "The sale ends on 6/12/2026."), kTrue);
  EXPECT_EQ(ending(2, "The sale ends on 14/06."), kFalse);
  EXPECT_EQ(ending(2, "The sale ends on 12.06.2026."), kTrue);
  EXPECT_EQ(ending(2, "The sale ends on 12.06.2025."), kFalse);
  EXPECT_EQ(ending(9, "The sale ends next Friday."), kUnknown);
}

TEST(Facts, SoonIsWithinAWeek) {
  for (const char* text : {"Sale ends soon!", "This is your last chance.", "Limited time only."}) {
    EXPECT_EQ(ending(0, text), kTrue) << text;
    EXPECT_EQ(ending(7, text), kTrue) << text;
    EXPECT_EQ(ending(8, text), kUnknown) << text;
    EXPECT_EQ(ending(-1, text), kFalse) << text;
  }
}

TEST(Facts, AnOffersEndSaysNothingOfOtherThings) {
  for (const char* text : {"Final notice!", "Your basket expires in 10 minutes.",
                           "Your seat is held for 09:45 minutes!", "Hurry!", "Don't miss out!",
                           "Your points expire tonight.", "Act now!"}) {
    for (const std::int64_t ahead : {-2000, 0, 1, 400})
      EXPECT_EQ(ending(ahead, text), kUnknown) << text << ahead;
  }
}

TEST(Facts, WhatIsNotWantedClearsNothingAndIsTold) {
  EXPECT_EQ(of("offer_ends", "yes", "Sale ends tonight."), kUnknown);
  EXPECT_EQ(of("offer_ends", "soon", "Sale ends soon."), kUnknown);
  EXPECT_EQ(of("offer_ends", "2026-02-30", "Sale ends soon."), kUnknown);
  EXPECT_EQ(of("stock", "yes", "Only 3 left!"), kUnknown);
  EXPECT_EQ(of("audience_size", "yes", "Only a select few receive this."), kUnknown);
  EXPECT_EQ(of("sources", "yes", "Experts agree."), kUnknown);
  EXPECT_EQ(of("message_class", "true", "You could lose everything."), kUnknown);
  EXPECT_EQ(of("sender", "yes", "I was thinking of you."), kUnknown);
  const Facts facts = *read_facts("{offer_ends: yes, stock: 12, sources: yes}");
  const auto told = doubts(facts);
  ASSERT_EQ(told.size(), 2U);
  EXPECT_NE(told[0].find("\"offer_ends\""), std::string::npos);
  EXPECT_NE(told[0].find("2026-06-30"), std::string::npos);
  EXPECT_TRUE(doubts(*read_facts("{offer_ends: none, sender: Anna Okafor}")).empty());
}

TEST(Facts, UnknownNamesAreToldWithTheNameThatWasMeant) {
  const auto told =
      doubts(*read_facts("offers_end: 2026-06-30\nStock: {left: 3}\nweather: fine\n"));
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0], "the fact \"Stock\" is not known and clears nothing; did you mean \"stock\"?");
  EXPECT_EQ(
      told[1],
      "the fact \"offers_end\" is not known and clears nothing; did you mean \"offer_ends\"?");
  EXPECT_NE(told[2].find("docs/facts-and-configuration.md"), std::string::npos);
}

TEST(Facts, AnEntryOfAListThatClearsNothingIsTold) {
  const auto told =
      doubts(*read_facts("sources: [{claim: 9 of 10, url: https://a.example}, {claim: x}]"));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_NE(told[0].find("\"sources\", entry 2,"), std::string::npos) << told[0];
}

TEST(Facts, DaysMayHaveATimeOrWords) {
  EXPECT_EQ(of("offer_ends", "2026-06-10T18:00:00Z", "Sale ends tonight."), kTrue);
  EXPECT_EQ(of("offer_ends", "10 June 2026", "Sale ends tonight."), kTrue);
  EXPECT_EQ(of("offer_ends", "10 June", "Sale ends tonight."), kUnknown);
  EXPECT_EQ(of("offer_ends", "none", "Sale ends tonight."), kFalse);
  EXPECT_EQ(of("offer_ends", "", "Sale ends tonight."), kUnknown);
}

TEST(Facts, CountsAreOfWhatIsLeft) {
  EXPECT_EQ(of("stock", "12", "only twelve left"), kTrue);
  EXPECT_EQ(of("stock", "12", "only 3 left"), kFalse);
  EXPECT_EQ(of("stock", "4", "fewer than five left"), kTrue);
  EXPECT_EQ(of("stock", "5", "fewer than five left"), kFalse);
  EXPECT_EQ(of("stock", "4", "Almost gone!"), kTrue);
  EXPECT_EQ(of("stock", "400", "Almost gone!"), kFalse);
  EXPECT_EQ(of("stock", "0", "Almost gone!"), kFalse);
  EXPECT_EQ(of("stock", "4", "Selling fast!"), kUnknown);
}

TEST(Facts, OthersSpeakOfTheClaimTheyFit) {
  EXPECT_EQ(of("sources", "none", "Experts agree."), kFalse);
  EXPECT_EQ(of("sources", "example.org/mattress-survey-2025",
               "Experts agree that this is the best mattress."),
            kTrue);
  EXPECT_EQ(of("message_class", "safety", "Is your family really safe?"), kTrue);
  EXPECT_EQ(of("message_class", "marketing", "Is your family really safe?"), kUnknown);
  EXPECT_EQ(of("sender", "Anna Okafor", "I was thinking of you."), kTrue);
  EXPECT_EQ(of("sender", "Harbour Lane Ltd", "I was thinking of you."), kUnknown);
  EXPECT_EQ(of("price_terms", "to be seen", "Fees may apply."), kUnknown);
  EXPECT_EQ(of("price_terms", "9 EUR a month", "Fees may apply."), kTrue);
  const std::string added = "We've added travel insurance to your basket.";
  EXPECT_EQ(of("consent", "travel insurance, ticked at checkout", added), kTrue);
  EXPECT_EQ(of("consent", "newsletter, sign-up form", added), kUnknown);
  EXPECT_EQ(of("nothing known", "x", "Experts agree."), kUnknown);
}

/// Findings of a text, each as "words/cleared", "words/error" or "words/left".
std::vector<std::string> judged(const std::string& text, const Facts& facts) {
  CopyBlock block;
  block.add(text, 0);
  CheckOptions options;
  options.facts = &facts;
  options.today = kToday;
  CheckState state;
  shipped().check(block, options, state);
  std::vector<std::string> all;
  for (const Raised& one : state.raised) {
    const char* what = one.cleared ? "/cleared" : one.false_claim ? "/error" : "/left";
    all.push_back(std::string(one.span.of(text)) + what);
  }
  return all;
}

TEST(Facts, OneFactDoesNotClearAllThatHurries) {
  const std::string text =
      "The sale ends tonight at midnight! Final notice! Your basket expires in 10 minutes.";
  for (const char* useless : {"yes", "2020-01-01", "2026-06-10"}) {
    int cleared = 0;
    int confirmed = 0;
    for (const std::string& one : judged(text, {{"offer_ends", {{"", useless}}}})) {
      const bool tonight = one.find("tonight") != std::string::npos;
      EXPECT_TRUE(tonight || one.ends_with("/left")) << useless << ": " << one;
      cleared += one.ends_with("/cleared") ? 1 : 0;
      confirmed += one.ends_with("/error") ? 1 : 0;
    }
    EXPECT_EQ(cleared, useless == std::string("2026-06-10") ? 1 : 0) << useless;
    EXPECT_EQ(confirmed, useless == std::string("2020-01-01") ? 1 : 0) << useless;
  }
}

TEST(Facts, NoFactMakesAComplimentTrueOrASilenceAYes) {
  const Facts facts = *read_facts("audience_size: 5\nconsent: 'offers and calls, sign-up form'\n");
  for (const char* text : {"Someone with your taste deserves the gold edition.",
                           "Untick this box if you do not wish to receive offers."}) {
    const auto all = judged(text, facts);
    EXPECT_FALSE(all.empty()) << text;
    for (const std::string& one : all) EXPECT_TRUE(one.ends_with("/left")) << one;
  }
  EXPECT_TRUE(judged("You've been hand-picked for this offer.", facts).at(0).ends_with("/cleared"));
}

/// "deal ends in" tells of the deal, "ends in 10 minutes, basket only" of the basket: they overlap.
TEST(Facts, WhatIsClearedHidesNothingThatIsNot) {
  const auto all =
      judged("The deal ends in 10 minutes basket only.", *read_facts("offer_ends: 2026-06-10"));
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all[0].ends_with("/left")) << all[0];
}

TEST(Facts, TheSentenceBesideTellsOfTheEndThatHurryMeans) {
  const Facts facts = *read_facts("offer_ends: 2026-06-30");
  EXPECT_EQ(judged("Hurry! The sale ends on 30 June.", facts),
            std::vector<std::string>{"Hurry/cleared"});
  EXPECT_EQ(judged("Hurry! The sale ends on 1 July.", facts),
            (std::vector<std::string>{"Hurry/error", "sale ends on 1 July/error"}));
}

/// Findings of a file, each as "rule/words".
std::vector<std::string> linted(const std::string& text, const Facts& facts) {
  std::vector<std::string> found;
  LintSinks sinks;
  sinks.finding = [&](const Finding& finding) {
    found.push_back(std::string(kSeverityNames[static_cast<std::size_t>(finding.severity)]) + "/" +
                    std::string(finding.span.of(text)));
  };
  LintState state;
  const LintConfig config;
  lint_document({text, "a.txt", Markup::plain}, {shipped(), config, &facts, nullptr, kToday}, sinks,
                state);
  return found;
}

TEST(Facts, PlainWordsOfAnEndAreHeldAgainstTheFact) {
  const Facts past = *read_facts("offer_ends: 2026-06-01");
  using Found = std::vector<std::string>;
  EXPECT_EQ(linted("Our sale ends Friday. See you.", past), Found{"error/sale ends Friday"});
  EXPECT_EQ(linted("The offer is valid until 30 June 2026.", past),
            Found{"error/offer is valid until 30 June 2026"});
  for (const char* text :
       {"Our sale ended on 1 June.", "If the sale ends Friday, tell us.",
        "The shop closes on Friday.", "The sale does not end on Friday.",
        "Did the sale end on Friday?", "The sale is in the shop that closes on Friday.",
        "Your trial ends on Friday."})
    EXPECT_EQ(linted(text, past), Found{}) << text;
  EXPECT_EQ(linted("Our sale ends Friday.", *read_facts("offer_ends: 2026-06-12")), Found{});
  EXPECT_EQ(linted("Our sale ends Friday.", *read_facts("offer_ends: 2026-06-11")),
            Found{"error/sale ends Friday"});
  EXPECT_EQ(linted("Our sale ends Friday.", *read_facts("offer_ends: soon")), Found{});
}

TEST(Facts, AClassClearsNothingOfATextThatSells) {
  const Facts facts = *read_facts("message_class: safety");
  EXPECT_TRUE(linted("Is your family really safe?", facts).empty());
  EXPECT_FALSE(
      linted("Is your family really safe?\n\nHello.\n\nTake 20% off our alarms.", facts).empty());
}

std::string own_facts(const std::string& source) {
  const Span place = facts_place(source);
  return std::string(place.of(source));
}

TEST(FrontMatter, FactsStandBetweenTheFirstBorders) {
  const std::string facts = "facts:\n  stock: 3\n\n  sender: Anna\n";
  EXPECT_EQ(own_facts("---\ntitle: x\n" + facts + "tags: a\n---\nOnly 3 left!"), facts);
  EXPECT_EQ(own_facts("\xEF\xBB\xBF---\r\nfacts: {stock: 3}\r\n---\r\n"), "facts: {stock: 3}\r\n");
  for (const char* none : {"", "---", "---\nfacts: {stock: 3}\n", "facts: {stock: 3}\n---\n",
                           "x\n---\nfacts: {a: 1}\n---\n", "---\n---\nfacts: {a: 1}\n---\n",
                           "---\nmore:\n  facts: {a: 1}\n---\n"})
    EXPECT_EQ(own_facts(none), "") << none;
}

TEST(FrontMatter, ItsFactsStandAboveThoseOfTheTeam) {
  const Facts team = *read_facts("{stock: 900, sender: Anna Okafor}");
  const std::string own = "---\nfacts:\n  stock: 3\n---\n";
  EXPECT_EQ(linted("Only 3 left!", team).size(), 1U);
  EXPECT_TRUE(linted(own + "Only 3 left! I was thinking of you today.", team).empty());
}

TEST(FrontMatter, ItsFactsAreNoCopy) {
  const std::string text = "---\ntitle: Act now!\nfacts:\n  sources: Experts agree on it\n---\n";
  EXPECT_EQ(linted(text, {}), std::vector<std::string>{"warning/Act now"});
}

TEST(FrontMatter, WhatIsWrongIsToldWithItsLine) {
  const std::string wrong = "---\ntitle: x\nfacts:\n  - a\n---\n";
  EXPECT_FALSE(facts_at(wrong, facts_place(wrong)).has_value());
  const std::string broken = "---\ntitle: x\nfacts:\n  a: [\n---\n";
  const auto refused = facts_at(broken, facts_place(broken));
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().message.find("line "), std::string::npos);
}

}  // namespace
}  // namespace attune
