// SPDX-License-Identifier: Apache-2.0
// Facts against sentences that they speak of, and sentences near them that they do not.
#include <gtest/gtest.h>

#include <string>

#include "base/calendar.h"
#include "lint/document.h"
#include "lint/facts/facts.h"
#include "lint/facts/kinds.h"
#include "lint/rules.h"

namespace attune {
namespace {

const std::int64_t kToday = days_of({2026, 6, 10});  // A Wednesday.
constexpr FactVerdict kTrue = FactVerdict::true_claim;
constexpr FactVerdict kFalse = FactVerdict::false_claim;
constexpr FactVerdict kUnknown = FactVerdict::unknown;

struct Pair {
  const char* facts;     ///< YAML.
  const char* fact;      ///< The one that is asked.
  const char* sentence;  ///< On Wednesday, 10 June 2026.
  FactVerdict verdict;
  const char* words = nullptr;  ///< Those that were found, if not all.
};

const Pair kPairs[] = {
    // offer_ends
    {"offer_ends: 2026-06-01", "offer_ends", "The sale ends Friday.", kFalse},
    {"offer_ends: 2026-06-01", "offer_ends", "Offer valid until Sunday!", kFalse},
    {"offer_ends: 2026-06-01", "offer_ends", "The sale ends on 1 June.", kFalse},
    {"offer_ends: 2026-06-01", "offer_ends", "The sale ended on 1 June.", kTrue},
    {"offer_ends: 2026-06-01", "offer_ends", "The sale ended on 2 June.", kFalse},
    {"offer_ends: 2026-06-01", "offer_ends", "The offer has expired.", kTrue},
    {"offer_ends: 2026-06-01", "offer_ends", "The offer never expires.", kUnknown},
    {"offer_ends: 2026-06-01", "offer_ends", "Your trial ends tonight.", kUnknown},
    {"offer_ends: 2026-06-01", "offer_ends", "Our shop closes at 6pm.", kUnknown},
    {"offer_ends: 2026-06-01", "offer_ends", "Registration closes tonight.", kUnknown},
    {"offer_ends: 2026-06-12", "offer_ends", "The sale ends Friday.", kTrue},
    {"offer_ends: 2026-06-12", "offer_ends", "The sale ends Thursday.", kFalse},
    {"offer_ends: 2026-06-19", "offer_ends", "The sale ends Friday.", kFalse},
    {"offer_ends: yes", "offer_ends", "The sale ends Friday.", kUnknown},
    {"offer_ends: none", "offer_ends", "The sale ends Friday.", kFalse},
    {"offer_ends: {sale: 2026-06-12, code: 2026-06-30}", "offer_ends", "The sale ends Friday.",
     kTrue},
    {"offer_ends: {sale: 2026-06-12, code: 2026-06-30}", "offer_ends", "Your code expires Friday.",
     kFalse},
    {"offer_ends: {sale: 2026-06-12, code: 2026-06-30}", "offer_ends", "The deal ends Friday.",
     kUnknown},
    // stock
    {"stock: 3", "stock", "Only 3 left!", kTrue},
    {"stock: 4", "stock", "Only 3 left!", kFalse},
    {"stock: 3", "stock", "Only 3 hours left!", kUnknown},
    {"stock: 3", "stock", "Last chance!", kUnknown},
    {"stock: 3", "stock", "Selling fast!", kUnknown},
    {"stock: none", "stock", "Selling fast!", kUnknown},
    {"stock: none", "stock", "Only 3 left!", kFalse},
    {"stock: 3", "stock", "Sold out", kFalse},
    {"stock: 0", "stock", "Sold out", kTrue},
    {"stock: 120", "stock", "over 100 left", kTrue},
    {"stock: 2026-06-30", "stock", "Almost gone!", kUnknown},
    {"stock: {lamp: 3, chair: 400}", "stock", "Only 3 lamps left!", kTrue},
    {"stock: {lamp: 3, chair: 400}", "stock", "Only 3 chairs left!", kFalse},
    {"stock: {lamp: 3, chair: 400}", "stock", "Only 3 left!", kUnknown},
    {"stock: {left: 12, at: hall}", "stock", "Only 12 left!", kTrue},
    // audience_size
    {"audience_size: 250", "audience_size", "You've been hand-picked and chosen.", kTrue},
    {"audience_size: 25000", "audience_size", "Only a select few receive this.", kFalse},
    {"audience_size: 250", "audience_size", "Only 50 customers get this.", kFalse},
    {"audience_size: 50", "audience_size", "Only 50 customers get this.", kTrue},
    {"audience_size: 5", "audience_size", "You deserve the best.", kUnknown},
    {"audience_size: many", "audience_size", "Only a select few receive this.", kUnknown},
    // sources
    {"sources: 'https://example.org/a dentist survey 2026: 9 of 10'", "sources",
     "9 of 10 dentists recommend it.", kTrue},
    {"sources: 'https://example.org/a dentist survey 2026: 9 of 10'", "sources",
     "Bestseller, 1,204 sold this week.", kUnknown},
    {"sources: 'https://example.org/a dentist survey 2026: 7 of 10'", "sources",
     "9 of 10 dentists recommend it.", kUnknown},
    {"sources: 'order export, week 23: 1204'", "sources", "1,204 sold this week.", kTrue},
    {"sources: 'survey of 2026'", "sources", "The best of 2026, experts agree.", kUnknown},
    {"sources: https://example.org/dentist-survey", "sources", "Recommended by leading dentists.",
     kTrue},
    {"sources: https://example.org/dentist-survey", "sources",
     "Dentists recommend it, and 43 people bought it today.", kUnknown, "43 people bought"},
    {"sources: https://example.org/dentist-survey", "sources",
     "Dentists recommend it, and 43 people bought it today.", kTrue, "Dentists recommend"},
    {"sources: https://example.org/survey", "sources", "Studies show that it works.", kUnknown},
    {"sources: yes", "sources", "Dentists recommend it.", kUnknown},
    {"sources: [{claim: 9 of 10 dentists, url: https://a.example}, {claim: 1204 sold, url: "
     "https://b.example}]",
     "sources", "9 of 10 dentists recommend it.", kTrue},
    {"sources: [{claim: 9 of 10 dentists, url: https://a.example}, {claim: 1204 sold, url: "
     "https://b.example}]",
     "sources", "Bestseller: 1,204 sold this week.", kTrue},
    {"sources: [{claim: 9 of 10 dentists, url: https://a.example}, {claim: 1204 sold, url: "
     "https://b.example}]",
     "sources", "Loved by every mother in town.", kUnknown},
    {"sources: [{claim: 9 of 10 dentists}]", "sources", "9 of 10 dentists recommend it.", kUnknown},
    {"sources: {claim: 9 of 10 dentists, url: https://a.example}", "sources",
     "9 of 10 dentists recommend it.", kTrue},
    {"sources: none", "sources", "9 of 10 dentists recommend it.", kFalse},
    // message_class
    {"message_class: security", "message_class", "Hackers already know your password.", kTrue},
    {"message_class: security", "message_class", "Who would find you on the stairs?", kUnknown},
    {"message_class: safety", "message_class", "Is your family really safe?", kTrue},
    {"message_class: service", "message_class", "Is your family really safe?", kUnknown},
    {"message_class: service", "message_class", "You could lose your account.", kTrue},
    {"message_class: marketing", "message_class", "You could lose your account.", kUnknown},
    // sender
    {"sender: Anna Okafor", "sender", "I was thinking of you today.", kTrue},
    {"sender: Anna Okafor", "sender", "Your bank loves you.", kUnknown},
    {"sender: Anna Okafor", "sender", "Re: our chat last night", kUnknown},
    {"sender: Harbour Lane team", "sender", "I was thinking of you today.", kUnknown},
    {"sender: anna@harbour.example", "sender", "I was thinking of you today.", kUnknown},
    // consent
    {"consent: 'travel insurance, ticked at checkout'", "consent",
     "We've added travel insurance to your basket.", kTrue},
    {"consent: 'travel insurance, ticked at checkout'", "consent",
     "We've added a travel adapter at checkout.", kUnknown},
    {"consent: declined travel insurance", "consent", "We've added travel insurance.", kUnknown},
    {"consent: 'newsletter and calls, sign-up form'", "consent",
     "We've signed you up for the newsletter.", kTrue},
    {"consent: {what: newsletter, where: sign-up form}", "consent",
     "We've signed you up for the newsletter.", kTrue},
    {"consent: {newsletter: no, calls: by phone}", "consent",
     "We've signed you up for the newsletter.", kFalse},
    {"consent: {newsletter: no, calls: by phone}", "consent",
     "We've added insurance to your basket.", kUnknown},
    {"consent: {what: newsletter, where: insurance form}", "consent",
     "We've added insurance to your basket.", kUnknown},
    // price_terms
    {"price_terms: 9 EUR a month", "price_terms", "Fees may apply.", kTrue},
    {"price_terms: 9 EUR a month", "price_terms", "Just pay shipping and handling.", kUnknown},
    {"price_terms: shipping and handling 4 EUR", "price_terms", "Just pay shipping and handling.",
     kTrue},
    {"price_terms: 9 EUR a month", "price_terms", "Fees of 12 EUR may apply.", kUnknown},
    {"price_terms: 2026-06-30", "price_terms", "Fees may apply.", kUnknown},
    {"price_terms: {price: 9 EUR, period: a month}", "price_terms", "Fees may apply.", kTrue},
    {"price_terms: 9 EUR a month", "price_terms", "We only need your card to verify your age.",
     kUnknown},
    // cancel_path
    {"cancel_path: https://example.org/leave", "cancel_path",
     "You may cancel at any time by contacting customer service.", kTrue},
    {"cancel_path: https://example.org/leave", "cancel_path",
     "To leave us, complete all nine steps.", kUnknown},
    {"cancel_path: https://example.org/leave", "cancel_path",
     "Are you sure you want to lose your benefits?", kUnknown},
    {"cancel_path: call us on weekdays", "cancel_path", "To cancel, call us on a weekday.",
     kUnknown},
    // needed_for
    {"needed_for: 'address book, to find friends'", "needed_for",
     "Upload your address book first to read it.", kTrue},
    {"needed_for: 'address book, to find friends'", "needed_for",
     "Invite three friends to unlock your report.", kUnknown},
    {"needed_for: 'phone number: the driver rings'", "needed_for",
     "Enter your email address to see the price.", kUnknown},
    // attributes
    {"attributes: 'salary, application form'", "attributes", "Your salary came in.", kTrue},
    {"attributes: 'salary, inferred from purchases'", "attributes", "Your salary came in.",
     kUnknown},
    {"attributes: {salary: application form}", "attributes", "Your salary came in.", kTrue},
    {"attributes: {birthday: sign-up form}", "attributes", "Your salary came in.", kUnknown},
};

TEST(FactPairs, EachFactSpeaksOfItsClaimAlone) {
  for (const Pair& pair : kPairs) {
    const auto facts = read_facts(pair.facts);
    ASSERT_TRUE(facts.has_value()) << pair.facts;
    const Claim claim{pair.words != nullptr ? pair.words : pair.sentence, pair.sentence,
                      pair.sentence, kToday};
    EXPECT_EQ(static_cast<int>(judge(*facts, pair.fact, claim)), static_cast<int>(pair.verdict))
        << pair.facts << ": " << pair.sentence;
  }
}

/// Findings of `text`, those of them that `kind` would clear, and those that it has cleared.
struct Told {
  int all = 0;
  int left = 0;
  int cleared = 0;
};
Told told(std::string_view text, const FactKind& kind, const Facts& facts) {
  static const Rules rules = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  Told told;
  LintSinks sinks;
  sinks.finding = [&](const Finding& one) {
    ++told.all;
    told.left += one.clears_with == kind.name ? 1 : 0;
  };
  sinks.cleared = [&](const Cleared& one) { told.cleared += one.fact == kind.name ? 1 : 0; };
  LintState state;
  const LintConfig config;
  lint_document({text, "a.txt", Markup::plain}, {rules, config, &facts, nullptr, kToday}, sinks,
                state);
  return told;
}

/// The table's own examples, from end to end: with the rules that ask the facts.
TEST(FactPairs, EachFactClearsItsExampleAndTheOthersDoNot) {
  for (const FactKind& kind : fact_kinds()) {
    Facts alone;
    Facts others;
    for (const FactKind& one : fact_kinds())
      (&one == &kind ? alone : others)[std::string(one.name)] = {{"", std::string(one.example)}};
    EXPECT_TRUE(doubts(alone).empty()) << kind.name;
    EXPECT_EQ(told(kind.cleared, kind, alone).left, 0) << kind.name;
    EXPECT_GT(told(kind.cleared, kind, alone).cleared, 0) << kind.name;
    EXPECT_GT(told(kind.cleared, kind, others).left, 0) << kind.name;
    EXPECT_EQ(told(kind.left, kind, alone).cleared, 0) << kind.name;
    EXPECT_GT(told(kind.left, kind, alone).all, 0) << kind.name;
  }
}

}  // namespace
}  // namespace attune
