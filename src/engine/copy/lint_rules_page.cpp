// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lint_rules_page.h"

#include <fmt/core.h>

#include "lint/rule_names.h"
#include "lint/rules.h"
#include "measure/interval.h"

namespace attune {

namespace {

std::string_view level_words(const Rule& rule) {
  switch (rule.level) {
    case RuleLevel::cue:
      return "cue: speaks only together with another sign";
    case RuleLevel::suggest:
      return "suggestion";
    case RuleLevel::ask:
      return "off; a suggestion where .attune.yaml asks for it by this name, or --select does";
    case RuleLevel::fact:
      return "silent; an error where the fact says otherwise";
    case RuleLevel::warn:
      break;
  }
  return rule.truth ? "warning; a suggestion where a term can be checked" : "warning";
}

void describe_kind(const KindText& kind, std::string& out) {
  out += kind.what + "\n\nWhy: " + kind.why + "\n";
  if (!kind.clears.empty()) out += "A fact that clears it: `" + kind.clears + "`.\n";
  if (!kind.rewrite.empty()) out += "Better: " + kind.rewrite + "\n";
  out += "\nTaxonomies: Gray et al. 2024: " + kind.gray;
  if (!kind.mathur.empty()) out += "; Mathur et al. 2019: " + kind.mathur;
  if (!kind.edpb.empty()) out += "; EDPB 03/2022: " + kind.edpb;
  out += ".\n";
}

/// What came of the rule's warnings where people had labelled the lines.
std::string measured_words(const Rule& rule, const MeasuredRules& measured) {
  if (rule.level == RuleLevel::ask) return "measured in models/copy/CARD.md";
  const auto found = measured.rules.find(rule.id);
  if (found == measured.rules.end()) return "it met none of the labelled lines";
  const RuleRecord& record = found->second;
  const std::uint64_t all = record.findings();
  const Share right = share_of(all - record.wrong, all);
  return fmt::format("right in {} of {} warnings (95 % interval {:.2f} to {:.2f}), the kind in {}",
                     right.count, all, right.interval.low, right.interval.high, record.named);
}

void describe_rule(const Rule& rule, const MeasuredRules& measured, std::string_view mark,
                   std::string& out) {
  out += fmt::format("{} {}\n\n", mark, rule.id);
  out += level_words(rule);
  if (rule.level != RuleLevel::fact) out += "; " + measured_words(rule, measured);
  out += ".\n";
  for (const std::string& text : rule.stock)
    out += (&text == &rule.stock.front() ? "`--fix` can delete: " : " ") + text + ".";
  if (!rule.stock.empty()) out += "\n";
  for (const std::string& text : rule.hits) out += "- found: " + text + "\n";
  for (const std::string& text : rule.misses) out += "- left alone: " + text + "\n";
  out += "\n";
}

}  // namespace

Result<std::string> explain_rule(const RuleBook& book, const MeasuredRules& measured,
                                 std::string_view name) {
  std::string out;
  for (std::size_t k = 0; k < kRuleKinds.size(); ++k) {
    bool told = false;
    for (const Rule& rule : book.entries) {
      if (rule.kind != k || !names_rule(name, rule.id)) continue;
      if (!told) {
        out += book.kinds[k].title + "\n\n";
        describe_kind(book.kinds[k], out);
        out += "\n";
      }
      told = true;
      describe_rule(rule, measured, "*", out);
    }
  }
  if (out.empty()) return fail(Fault::bad_input, no_such_rule(name, book));
  return out + "All rules: docs/rules.md, installed as share/attune/docs/rules.md.\n";
}

std::string rules_page(const RuleBook& book, const MeasuredRules& measured) {
  std::string out =
      "<!-- Made by `attune lint --rules-page` from models/rules; do not edit. -->\n"
      "<!-- attune-disable all -- the examples of the rules -->\n"
      "# What `attune lint` looks for\n\n"
      "A warning or an error ends the run with status 1; a suggestion does not. Each rule carries "
      "its examples, which run as tests. What clears findings and switches them off: "
      "docs/facts-and-configuration.md.\n\n";
  out += fmt::format(
      "How often a rule is right was counted on {} honest and {} pressing lines ({}): a warning is "
      "right where the line presses. Of the honest lines {:.1f} % have a warning. `attune eval "
      "copy "
      "FILE …` counts anew.\n\n",
      measured.warned.of, measured.found.of, measured.set, 100 * measured.warned.value());
  for (std::size_t k = 0; k < kRuleKinds.size(); ++k) {
    out += fmt::format("## {}\n\n", kRuleKinds[k]);
    describe_kind(book.kinds[k], out);
    out += "\n";
    for (const Rule& rule : book.entries) {
      if (rule.kind == k) describe_rule(rule, measured, "###", out);
    }
  }
  return out;
}

}  // namespace attune
