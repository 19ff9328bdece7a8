// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names by which people mean rules: an id, a kind that ids begin with, or "all".

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace attune {

/// Does `name` ("guilt", "guilt-debt", "all") name the rule `rule`?
[[nodiscard]] bool names_rule(std::string_view name, std::string_view rule);

/// Empty where `name` means a rule of `book`; else what to say of it: "there is no rule \"gilt\";
/// did you mean \"guilt\"?".
[[nodiscard]] std::string no_such_rule(std::string_view name, const RuleBook& book);

}  // namespace attune
