// SPDX-License-Identifier: Apache-2.0
#include "lint/selection.h"

#include <algorithm>

#include "lint/rule_names.h"

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
    const std::string unknown = no_such_rule(name, book);
    if (!unknown.empty()) return fail(Fault::bad_input, std::string(flag) + ": " + unknown);
  }
  return {};
}

}  // namespace

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
