// SPDX-License-Identifier: Apache-2.0
#pragma once

// In which lists of names, titles, places and parts of addresses a word stands.

#include <cstdint>

#include "text/words/lexical_class.h"

namespace attune {

/// Bits: in which of our hand-written lists a word stands.
struct NameList {
  static constexpr std::uint8_t kGiven = 1;
  static constexpr std::uint8_t kFamily = 2;
  static constexpr std::uint8_t kTitle = 4;
  static constexpr std::uint8_t kStreet = 8;
  static constexpr std::uint8_t kUnit = 16;
  static constexpr std::uint8_t kPlace = 32;
  static constexpr std::uint8_t kOther = 64;
  static constexpr std::uint8_t kPerson = kGiven | kFamily;
};

/// NameList bits of a word with these classes.
[[nodiscard]] std::uint8_t name_lists_of(const LexicalClasses& classes);

}  // namespace attune
