// SPDX-License-Identifier: Apache-2.0
#pragma once

// Says what the rules are, from the rule files: one rule for a person, or all of them for the docs.

#include <string>
#include <string_view>

#include "attune/result.h"
#include "engine/copy/rule_record.h"

namespace attune {

struct RuleBook;

/// What a rule (or all rules of a kind) looks for, why, and what would clear it. Refuses a name
/// that no rule has.
[[nodiscard]] Result<std::string> explain_rule(const RuleBook& book, const MeasuredRules& measured,
                                               std::string_view name);

/// docs/rules.md.
[[nodiscard]] std::string rules_page(const RuleBook& book, const MeasuredRules& measured);

}  // namespace attune
