// SPDX-License-Identifier: Apache-2.0
#include "text/pii/pii.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "text/pii/pii_numbers.h"
#include "text/pii/pii_rules.h"
#include "text/utf8.h"

namespace attune {
namespace {

const PiiFinder& finder() {
  static const PiiFinder made = PiiFinder::load(ATTUNE_SOURCE_DIR "/models").value();
  return made;
}

std::string masked(const PiiFinder& with, std::string_view text) {
  Tokens tokens;
  std::vector<PiiSpan> found;
  tokenise(text, tokens);
  with.find(text, tokens, found);
  return mask(text, found);
}

std::string masked(std::string_view text) {
  return masked(finder(), text);
}

TEST(Pii, MasksMailAndLinks) {
  EXPECT_EQ(masked("write to jo.doe+x@mail.example.org."), "write to [email].");
  EXPECT_EQ(masked("see https://example.com/u/9?t=1 please"), "see [url] please");
  EXPECT_EQ(masked("meet @ noon, 50% off"), "meet @ noon, 50% off");
}

TEST(Pii, MasksCards) {
  EXPECT_EQ(masked("charge 4111 1111 1111 1111 now"), "charge [card] now");
  EXPECT_EQ(masked("my card 378282246310005"), "my card [card]");
  EXPECT_EQ(masked("order 4111111111111111"), "order 4111111111111111") << "announced as no card";
}

TEST(Pii, MasksAccountsAndNationalNumbers) {
  EXPECT_EQ(masked("pay GB82WEST12345698765432 today"), "pay [iban] today");
  EXPECT_EQ(masked("pay DE89 3704 0044 0532 0130 00 today"), "pay [iban] today");
  EXPECT_EQ(masked("SSN: 460-12-9847"), "SSN: [id]");
  EXPECT_EQ(masked("my passport is X1234567"), "my passport is [id]");
}

TEST(Pii, MasksPhones) {
  EXPECT_EQ(masked("call me on +49 (0)171 555 01 23"), "call me on [phone]");
  EXPECT_EQ(masked("call (555) 010-4477 x"), "call [phone] x");
  EXPECT_EQ(masked("my number 9876501234"), "my number [phone]");
}

TEST(Pii, MasksHiddenMail) {
  EXPECT_EQ(masked("pat[at]example[dot]com"), "[email]");
  EXPECT_EQ(masked("write to pat.lee (at) example.org."), "write to [email].");
  for (const std::string_view text : {"arr[at] or (at) night", "(at) home", "see (at) noon",
                                      "[dot] com", "a(at)b", "x [at", "(at)"}) {
    EXPECT_EQ(masked(text), text);
  }
}

TEST(Pii, MasksGroupedIbans) {
  EXPECT_EQ(masked("GB82-WEST-1234-5698-7654-32 is mine"), "[iban] is mine");
  EXPECT_EQ(masked("gb82 west 1234 5698 7654 32"), "[iban]");
  EXPECT_EQ(masked("seat CX705 to Bangkok on it"), "seat CX705 to Bangkok on it");
  EXPECT_EQ(masked("part GB82-WEST-12-33"), "part GB82-WEST-12-33");
}

TEST(Pii, MasksPhonesWithExtensionsAndLines) {
  EXPECT_EQ(masked("call 555-010-4477 ext. 12"), "call [phone]");
  EXPECT_EQ(masked("call (020) 7946 0018 x99 now"), "call [phone] now");
  EXPECT_EQ(masked("781 1704 office, 579 888-3058 fax"), "[phone] office, [phone] fax");
  EXPECT_EQ(masked("My number is 5550109999"), "My number is [phone]");
  EXPECT_EQ(masked("order number 5550109999"), "order number 5550109999");
}

TEST(Pii, MasksDatesOfBirthOnly) {
  EXPECT_EQ(masked("born on 12/03/1984"), "born on [birthdate]");
  EXPECT_EQ(masked("dob: 1984-03-12"), "dob: [birthdate]");
  EXPECT_EQ(masked("bought on 12/03/1984"), "bought on 12/03/1984");
}

TEST(Pii, LeavesOtherNumbersAlone) {
  for (const std::string_view text :
       {"it cost $1,299.00", "on 2024-01-31 and 1/2/2023", "version 12.3.4.5", "flight 1027",
        "order 123456789", "2019-2021", "at 10:45:30", "rs 5000000000", "call 911", "10/10",
        "seats 37A/38B", "100 200 300"}) {
    EXPECT_EQ(masked(text), text);
  }
}

TEST(Pii, MasksAddressesOfTheNet) {
  EXPECT_EQ(masked("from 192.168.10.20 today"), "from [ip] today");
  EXPECT_EQ(masked("from 2001:db8:0:1:1:1:1:1 today"), "from [ip] today");
  EXPECT_EQ(masked("999.1.1.1 is none"), "999.1.1.1 is none");
}

TEST(Pii, MasksAgesOfPeopleOnly) {
  EXPECT_EQ(masked("i am a 41 year old nurse"), "i am a [age] year old nurse");
  EXPECT_EQ(masked("i just turned 30"), "i just turned [age]");
  EXPECT_EQ(masked("my phone is 2 years old"), "my phone is 2 years old");
  EXPECT_EQ(masked("40 items left"), "40 items left");
}

TEST(Pii, MasksPostcodes) {
  EXPECT_EQ(masked("my zip code is 90210"), "my zip code is [zip]");
  EXPECT_EQ(masked("deliver to SW1A 1AA only"), "deliver to [zip] only");
}

TEST(Pii, MasksPeople) {
  EXPECT_EQ(masked("My name is Priya Sharma"), "My name is [person]");
  EXPECT_EQ(masked("the agent Michelle was so kind"), "the agent [person] was so kind");
  EXPECT_EQ(masked("I spoke to Mr. Tom Becker about it"), "I spoke to Mr. [person] about it");
  EXPECT_EQ(masked("Karen's answer helped"), "[person]'s answer helped");
}

TEST(Pii, LeavesBrandsPlacesDaysAndShoutingAlone) {
  for (const std::string_view text :
       {"Virgin America is great", "Thanks Amazon!", "Oh my God", "on Monday I called",
        "WORST APP EVER MADE", "I think it is fine", "Great App", "We flew to San Jose",
        "from Boston to Paris", "Merry Christmas", "Good Service", "@united thanks"}) {
    EXPECT_EQ(masked(text), text);
  }
}

TEST(Pii, MasksStreetAddresses) {
  EXPECT_EQ(masked("please send it to 12 Oak Street"), "please send it to [address]");
}

TEST(Pii, WithoutAModelTheRulesStillWork) {
  EXPECT_EQ(masked(PiiFinder(), "Karen: a@example.org"), "Karen: [email]");
  EXPECT_FALSE(PiiFinder::load("/nowhere").has_value());
}

TEST(Pii, SpansAreInOrderDisjointAndWhole) {
  const std::vector<std::string> pieces = {"Karen ",
                                           "\xFF",
                                           "é",
                                           "4111 1111 1111 1111",
                                           " +49 171 5550123",
                                           "a@b.co",
                                           "'s",
                                           "\n",
                                           "12 Oak Street",
                                           "::1:2:3",
                                           "zip 90210 ",
                                           "@",
                                           "(",
                                           "GB82",
                                           "😡",
                                           "Mr. ",
                                           "http://x"};
  Random random(3);
  Tokens tokens;
  std::vector<PiiSpan> found;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(12); i > 0; --i) {
      text += random.uniform() < .2 ? std::string(1, static_cast<char>(random.below(256)))
                                    : pieces[random.below(pieces.size())];
    }
    tokenise(text, tokens);
    finder().find(text, tokens, found);
    std::size_t at = 0;
    for (const PiiSpan& pii : found) {
      ASSERT_GE(pii.span.begin, at);
      ASSERT_LT(pii.span.begin, pii.span.end);
      ASSERT_LE(pii.span.end, text.size());
      at = pii.span.end;
      if (first_invalid(text) != std::string_view::npos) continue;
      ASSERT_TRUE(at_character(text, pii.span.begin));
      ASSERT_TRUE(at_character(text, pii.span.end));
    }
  }
}

/// The slow twin: holds every claim against every surer one.
std::vector<PiiSpan> settled_slowly(std::vector<PiiSpan> claims) {
  constexpr auto kOrder =
      std::to_array<std::string_view>({"email", "url", "iban", "card", "ip", "id", "address",
                                       "birthdate", "phone", "age", "zip", "person"});
  const auto rank = [&](const PiiSpan& claim) {
    return std::find(kOrder.begin(), kOrder.end(), claim.kind);
  };
  std::stable_sort(claims.begin(), claims.end(), [&](const PiiSpan& a, const PiiSpan& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.span < b.span;
  });
  std::vector<PiiSpan> kept;
  for (const PiiSpan& claim : claims) {
    const bool free = std::none_of(kept.begin(), kept.end(), [&](const PiiSpan& other) {
      return other.span.begin < claim.span.end && claim.span.begin < other.span.end;
    });
    if (free) kept.push_back(claim);
  }
  std::sort(kept.begin(), kept.end(),
            [](const PiiSpan& a, const PiiSpan& b) { return a.span < b.span; });
  return kept;
}

TEST(Pii, TheSurestOfOverlappingClaimsIsFoundAmongThousandsToo) {
  const std::vector<std::string> pieces = {"a@b.co ",
                                           "http://x.org/4111111111111111 ",
                                           "+1 555 010 4477 ",
                                           "4111 1111 1111 1111 ",
                                           "DE89 3704 0044 0532 0130 00 ",
                                           "zip 10115 ",
                                           "SW1A 1AA ",
                                           "aged 31, ",
                                           "31 years old ",
                                           "ssn 460-12-9847 ",
                                           "zip 460-12-9847 ",
                                           "10.0.0.12 ",
                                           "iban GB82WEST12345698765432 ",
                                           "call 0171 5550123 ",
                                           "and so on, "};
  Random random(4);
  Tokens tokens;
  std::vector<PiiSpan> found;
  for (const std::uint64_t size : {3U, 30U, 3000U}) {
    for (int round = 0; round < 20; ++round) {
      std::string text;
      for (std::uint64_t i = 0; i < size; ++i) text += pieces[random.below(pieces.size())];
      tokenise(text, tokens);
      PiiFinder().find(text, tokens, found);
      std::vector<PiiSpan> claims;
      find_net_addresses(text, tokens, claims);
      find_numbers(text, tokens, claims);
      find_ages(text, tokens, claims);
      find_postcodes(text, tokens, claims);
      const std::vector<PiiSpan> slow = settled_slowly(claims);
      ASSERT_EQ(mask(text, found), mask(text, slow)) << text.substr(0, 300);
      ASSERT_EQ(found.size(), slow.size());
    }
  }
}

TEST(Pii, MaskCoversWhatOfASpanIsInThePart) {
  const std::vector<PiiSpan> spans = {{"email", {1, 3}}, {"phone", {5, 99}}};
  EXPECT_EQ(mask("abcdefg", spans), "a[email]de[phone]");
  EXPECT_EQ(mask("abcdefg", spans, {2, 6}), "[email]de[phone]");
  EXPECT_EQ(mask("abcdefg", spans, {3, 5}), "de");
  EXPECT_EQ(mask("", {}), "");
}

TEST(Pii, EvaluationForgivesLooseSpans) {
  const PiiFinder rules;
  const std::vector<PiiExample> examples = {{"a@b.co x", {{"email", {0, 6}}}, {}},
                                            {"see http://x.org", {}, {{4, 16}}},
                                            {"see http://x.org", {}, {}},
                                            {"Karen", {{"person", {0, 5}}}, {}}};
  const PiiScore score = evaluate_pii(rules, examples);
  EXPECT_EQ(score.found, 1U);
  EXPECT_EQ(score.missed, 1U);
  EXPECT_EQ(score.wrong, 1U);
  EXPECT_NEAR(score.f2(), 5.0 / 10.0, 1e-9);
}

}  // namespace
}  // namespace attune
