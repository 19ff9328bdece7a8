// SPDX-License-Identifier: Apache-2.0
#include "text/pii/addresses.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "text/pii/pii.h"

namespace attune {
namespace {

std::string masked(std::string_view text) {
  Tokens tokens;
  std::vector<PiiSpan> found;
  tokenise(text, tokens);
  find_addresses(text, tokens, found);
  return mask(text, found);
}

TEST(Addresses, StreetsWithNumbersAreFoundWhole) {
  EXPECT_EQ(masked("send it to 12 High Street, Leeds LS1 4AP"), "send it to [address]");
  EXPECT_EQ(masked("I live at 42 Elm Road, Springfield, IL 62704."), "I live at [address].");
  EXPECT_EQ(masked("Meet me at Lindenstraße 7"), "Meet me at [address]");
  EXPECT_EQ(masked("He lives at Rua Diadema 1903."), "He lives at [address].");
  EXPECT_EQ(masked("Address: 5 Oak Avenue Apt. 12\nRiverton, UT 84065"), "Address: [address]");
}

TEST(Addresses, MilitaryPostIsFound) {
  EXPECT_EQ(masked("PSC 1234, Box 56\nAPO AE 09012"), "[address]");
  EXPECT_EQ(masked("write to Unit 7349 Box 6067\nDPO AE 99081 soon"), "write to [address] soon");
  EXPECT_EQ(masked("it is uss marlow\nfpo ap 96601"), "it is [address]");
}

TEST(Addresses, BoxesAndCornersAreFound) {
  EXPECT_EQ(masked("mail P.O. Box 104"), "mail [address]");
  EXPECT_EQ(masked("Postfach 1021"), "[address]");
  EXPECT_EQ(masked("meet me at the corner of 5th and Main"), "meet me at [address]");
  EXPECT_EQ(masked("at the corner of Elm Street and Oak Lane."), "at [address].");
}

TEST(Addresses, NumbersInOrdinaryTextStay) {
  for (const std::string_view text :
       {"we waited 12 hours and 3 days in row 12", "On 12 May 2023 Flight 22 to Paris",
        "see 15 USC 1681 Section 602", "arrived at 1.30 AM from Dammam", "the box 12 was open",
        "Seat 12 Row A", "I paid 5 Great British pounds", "2 hard drives and 1 power way",
        "just around the corner of it", "room 12 was dirty", "APO is an agency", "gave it 5 Stars",
        "my top 10 songs", "a corner of the lounge and bar"}) {
    EXPECT_EQ(masked(text), text);
  }
}

TEST(Addresses, AreDisjointAndInsideForAnyBytes) {
  const std::vector<std::string> pieces = {
      "12 ",   "High ", "Street ", ", ",     "\n",   "corner of ", "and ", "APO AE 09012 ", "Box ",
      "P.O. ", "Apt. ", "IL ",     "62704 ", "\xFF", "straße ",    "-",    "lives at "};
  Random random(5);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(14); i > 0; --i)
      text += pieces[random.below(pieces.size())];
    Tokens tokens;
    std::vector<PiiSpan> found;
    tokenise(text, tokens);
    find_addresses(text, tokens, found);
    std::size_t at = 0;
    for (const PiiSpan& one : found) {
      ASSERT_GE(one.span.begin, at) << text;
      ASSERT_LT(one.span.begin, one.span.end) << text;
      ASSERT_LE(one.span.end, text.size()) << text;
      at = one.span.end;
    }
  }
}

}  // namespace
}  // namespace attune
