// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small values that people write in many ways: ratings, roles, purposes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/message.h"

namespace attune {

/// "4", "4,5", "4.5/5", "4 stars", "★★★★☆"; nothing for what holds no number.
[[nodiscard]] std::optional<double> parse_rating(std::string_view value);

/// Who speaks: "agent", "outbound", "customer", "user" …; nothing for a word that does not tell.
/// `column` says what "true" means: in `inbound` a customer, in `is_agent` the brand.
[[nodiscard]] std::optional<Role> parse_role(std::string_view value, std::string_view column);

/// A JSON array of strings, or words separated by commas, semicolons, bars or blanks.
[[nodiscard]] std::vector<std::string> parse_purposes(std::string_view value);

}  // namespace attune
