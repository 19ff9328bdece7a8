// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that praise or blame by themselves, in any trade.

#include <cstdint>
#include <string_view>

namespace attune {

enum class Opinion : std::uint8_t { none, good, bad };

/// `word` in lower case.
[[nodiscard]] Opinion opinion_of(std::string_view word);

}  // namespace attune
