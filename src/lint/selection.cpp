// SPDX-License-Identifier: Apache-2.0
#include "lint/selection.h"

#include <algorithm>

#include "base/near_name.h"
#include "lint/suppress.h"

namespace attune {

namespace {

constexpr std::string_view kAll = "all";

/// How well `name` fits a rule: its length, 1 for "all", 0 where it does not.
std::size_t fit(std::string_view name, std::string_view rule) {
  if (name == kAll) return 1;
  return names_rule(name, rule) ? name.size() + 1 : 0;
}

std::size_t best_fit(const std::vector<std::string>& names, std::string_view rule) {
  std::size_t best = 0;
  for (const std::string& name : names) best = std::max(best, fit(name, rule));
  return best;
}

Result<void> check_names(std::string_view flag, const std::vector<std::string>& names,
                         const RuleBook& book) {
  for (const std::string& name : names) {
    const bool known =
        !name.empty() && std::any_of(book.entries.begin(), book.entries.end(),
                                     [&](const Rule& r) { return fit(name, r.id) > 0; });
    if (!known) return within(std::string(flag), no_such_rule(name, book));
  }
  return {};
}

}  // namespace

Error no_such_rule(std::string_view name, const RuleBook& book) {
  std::vector<std::string_view> all(kRuleKinds.begin(), kRuleKinds.end());
  for (const Rule& rule : book.entries) all.push_back(rule.id);
  const std::string meant = did_you_mean(name, all);
  return {Fault::bad_input, "there is no rule \"" + std::string(name) + "\"" +
                                (meant.empty() ? "; attune lint --rules-page lists them" : meant)};
}

Result<Selection> Selection::make(const RuleSelection& asked, const RuleBook& book) {
  if (auto ok = check_names("--select", asked.select, book); !ok)
    return tl::unexpected<Error>(ok.error());
  if (auto ok = check_names("--ignore", asked.ignore, book); !ok)
    return tl::unexpected<Error>(ok.error());
  Selection made;
  made.asked_ = asked;
  if (asked.select.empty() && asked.ignore.empty()) return made;
  for (const Rule& rule : book.entries) made.standings_.push_back(made.of(rule.id));
  return made;
}

Standing Selection::of(std::string_view rule) const {
  const std::size_t selected = best_fit(asked_.select, rule);
  const std::size_t ignored = best_fit(asked_.ignore, rule);
  if (ignored > 0 && ignored >= selected) return Standing::off;
  if (selected > 0) return Standing::on;
  return asked_.select.empty() ? Standing::settled : Standing::off;
}

}  // namespace attune
