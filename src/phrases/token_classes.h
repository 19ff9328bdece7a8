// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tokens that files call by a name: `%num`, `%q` … Each name has one meaning in every file.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace attune::phrases {

struct NamedToken {
  std::string_view name;    ///< With its "%".
  std::string_view word;    ///< The token itself; empty where bits tell it.
  std::uint32_t flags = 0;  ///< Bits of TokenBit.
  std::string_view what;    ///< For docs/phrases.md.
};

/// All of them, in the order of docs/phrases.md (a test holds the page against this list).
[[nodiscard]] std::span<const NamedToken> named_tokens();

/// The one called `name`, or null.
[[nodiscard]] const NamedToken* named_token(std::string_view name);

/// "%word %num …", for a refusal.
[[nodiscard]] std::string token_names();

}  // namespace attune::phrases
