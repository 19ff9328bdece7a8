// SPDX-License-Identifier: Apache-2.0
#pragma once

// What copy says that may be true or false, what a fact says, and the answer.

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

/// What copy says, for a fact to speak of.
struct Claim {
  std::string_view words;     ///< Those that were found,
  std::string_view sentence;  ///< … the sentence that they stand in,
  std::string_view around;    ///< … with the sentences beside it.
  std::int64_t today = 0;     ///< The day of checking, since 1970.
};

/// One thing that a fact says: "stock: {lamp: 3}" says 3 about "lamp".
struct FactEntry {
  std::string about;  ///< What the value is of; empty: of whatever the message sells.
  std::string value;
};

enum class FactVerdict : std::uint8_t { unknown, true_claim, false_claim };

}  // namespace attune
