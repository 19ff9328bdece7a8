// SPDX-License-Identifier: Apache-2.0
#include "text/pii/checksum.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

TEST(Checksum, LuhnTakesTestCardsAndNoNeighbours) {
  EXPECT_TRUE(luhn_valid("4111111111111111"));
  EXPECT_TRUE(luhn_valid("378282246310005"));
  EXPECT_TRUE(luhn_valid("5555555555554444"));
  for (char last = '0'; last <= '9'; ++last) {
    EXPECT_EQ(luhn_valid(std::string("411111111111111") + last), last == '1');
  }
}

TEST(Checksum, LuhnRefusesOtherLengthsAndLetters) {
  EXPECT_FALSE(luhn_valid(""));
  EXPECT_FALSE(luhn_valid("00000000000"));
  EXPECT_FALSE(luhn_valid("411111111111111x"));
  EXPECT_FALSE(luhn_valid("41111111111111111111"));
}

TEST(Checksum, IbanTakesPublishedExamples) {
  EXPECT_TRUE(iban_valid("GB82WEST12345698765432"));
  EXPECT_TRUE(iban_valid("gb82west12345698765432"));
  EXPECT_TRUE(iban_valid("DE89370400440532013000"));
  EXPECT_TRUE(iban_valid("NO9386011117947"));
}

TEST(Checksum, IbanRefusesWhatDoesNotAddUp) {
  EXPECT_FALSE(iban_valid("GB82WEST12345698765433"));
  EXPECT_FALSE(iban_valid("DE89 3704 0044 0532 0130 00"));
  EXPECT_FALSE(iban_valid("1234567890123456"));
  EXPECT_FALSE(iban_valid("GB82"));
  EXPECT_FALSE(iban_valid(""));
}

}  // namespace
}  // namespace attune
