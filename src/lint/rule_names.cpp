// SPDX-License-Identifier: Apache-2.0
#include "lint/rule_names.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/near_name.h"
#include "text/harmless.h"

namespace attune {

bool names_rule(std::string_view name, std::string_view rule) {
  if (name == "all") return true;
  return rule.starts_with(name) && (rule.size() == name.size() || rule[name.size()] == '-');
}

std::string no_such_rule(std::string_view name, const RuleBook& book) {
  const bool known = std::any_of(book.entries.begin(), book.entries.end(),
                                 [&](const Rule& rule) { return names_rule(name, rule.id); });
  if (known) return {};
  std::vector<std::string_view> all(kRuleKinds.begin(), kRuleKinds.end());
  for (const Rule& rule : book.entries) all.push_back(rule.id);
  const std::string meant = did_you_mean(name, all);
  return fmt::format("there is no rule \"{}\"{}", for_terminal(name),
                     meant.empty() ? "; attune lint --rules-page lists them" : meant);
}

}  // namespace attune
