// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a word or mark can do at the border of two clauses: what text/clauses.h splits by.

#include <cstdint>
#include <string_view>

#include "text/words/lexical_class.h"

namespace attune {

/// Bits of WordTraits::clause_bits.
struct ClauseWord {
  static constexpr std::uint32_t kEndsSentence = 1;
  static constexpr std::uint32_t kOpens = 2;   ///< A mark that begins what it encloses.
  static constexpr std::uint32_t kCloses = 4;  ///< A mark that ends it.
  static constexpr std::uint32_t kDash = 8;
  static constexpr std::uint32_t kAbbreviation = 16;
  static constexpr std::uint32_t kSubject = 32;
  static constexpr std::uint32_t kClearSubject = 64;  ///< One that is no part of a list.
  static constexpr std::uint32_t kContrast = 128;
  static constexpr std::uint32_t kJoiner = 256;
  static constexpr std::uint32_t kSubordinator = 512;
  static constexpr std::uint32_t kPlease = 1024;
  static constexpr std::uint32_t kReasonJoiner =
      2048;  ///< A reason may begin behind it or end at it.
};

/// True for a token that ends a sentence: . ! ? … ; or a run's part.
[[nodiscard]] bool ends_sentence(std::string_view folded);

/// The bits of a folded word or mark that has these classes.
[[nodiscard]] std::uint32_t clause_bits_of(std::string_view folded, const LexicalClasses& classes);

}  // namespace attune
