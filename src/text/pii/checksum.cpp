// SPDX-License-Identifier: Apache-2.0
//
// Idea. Luhn: from the right, every second digit counts twice, less 9 where that has two digits;
// the sum ends in 0. IBAN: the first four characters go to the end, letters become 10 to 35, and
// the long number leaves 1 when divided by 97; the remainder is carried from character to
// character, so no long number is ever built.
//
// When it applies. To sort out numbers that only look like cards or accounts. Both catch every
// single wrong digit, but about one random number in ten passes Luhn, and one in 97 the other: the
// caller has to look at what stands around. Left out are the ranges of issuers, the length that
// each country gives its IBAN, and check digits within the account.
//
// What it costs. O(length), which is 19 and 34 at most; no allocation.
//
// Source. H. P. Luhn, Computer for verifying numbers, US patent 2,950,048 (filed 1954), and ISO/IEC
// 7812; ISO 13616 for the IBAN.
//
// Tested in checksum_test.cpp with published examples and their neighbours.
#include "text/pii/checksum.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"

namespace attune {

namespace {

/// 0 to 9 for digits, 10 to 35 for letters.
unsigned value_of(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  return static_cast<unsigned>(to_lower(c) - 'a') + 10U;
}

}  // namespace

bool luhn_valid(std::string_view digits) {
  if (digits.size() < 12 || digits.size() > 19) return false;
  unsigned sum = 0;
  bool twice = false;
  for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
    if (!is_digit(digits[i])) return false;
    const unsigned value = value_of(digits[i]) * (twice ? 2U : 1U);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool iban_valid(std::string_view iban) {
  if (iban.size() < 15 || iban.size() > 34) return false;
  if (!is_letter(iban[0]) || !is_letter(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3])) {
    return false;
  }
  unsigned rest = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    if (!is_digit(c) && !is_letter(c)) return false;
    rest = (rest * (is_digit(c) ? 10U : 100U) + value_of(c)) % 97U;
  }
  return rest == 1;
}

}  // namespace attune
