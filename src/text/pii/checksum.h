// SPDX-License-Identifier: Apache-2.0
#pragma once

// Check digits of cards and bank accounts.

#include <string_view>

namespace attune {

/// True for 12 to 19 digits (and nothing else) with a good last digit (Luhn 1954; ISO/IEC 7812).
[[nodiscard]] bool luhn_valid(std::string_view digits);

/// True for an IBAN without blanks: two letters, two digits, 11 to 30 letters or digits, remainder
/// 1 modulo 97 (ISO 13616). Small letters are as good as capitals.
[[nodiscard]] bool iban_valid(std::string_view iban);

}  // namespace attune
