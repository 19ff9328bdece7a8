// SPDX-License-Identifier: Apache-2.0
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
