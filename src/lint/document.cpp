// SPDX-License-Identifier: Apache-2.0
#include "lint/document.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "base/hash.h"
#include "lint/comment_faults.h"
#include "lint/facts/front_matter.h"
#include "lint/facts/values.h"
#include "lint/fix.h"
#include "lint/prose/places.h"
#include "lint/purpose.h"
#include "lint/rule_names.h"
#include "lint/slots.h"
#include "lint/suppress.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::size_t kShownBytes = 80;
constexpr float kFoundOdds = 4.0F;  ///< What a warning of the rules adds, on the log-odds scale.
constexpr std::size_t kAllowReach = 120;  ///< Bytes around a finding in which allowed words count.

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

/// What this run says of the rule.
Standing standing_of(std::string_view rule, const LintContext& context) {
  return context.selection == nullptr ? Standing::settled : context.selection->of(rule);
}

/// The choice for `rule`: that of this run, or else the team's last one that names it.
const RuleChoice* choice_for(const LintContext& context, std::string_view rule) {
  static const RuleChoice kOff{"", true, Severity::suggestion};
  const Standing standing = standing_of(rule, context);
  if (standing == Standing::off) return &kOff;
  const RuleChoice* found = nullptr;
  for (const RuleChoice& choice : context.config.rules) {
    const bool overruled = choice.off && standing == Standing::on;
    if (!overruled && names_rule(choice.rule, rule)) found = &choice;
  }
  return found;
}

/// Does this run ask for a rule that is off by itself, or the team by its own name?
bool asked_for(const Rule& rule, const LintContext& context) {
  const Standing standing = standing_of(rule.id, context);
  if (standing != Standing::settled) return standing == Standing::on;
  const LintConfig& config = context.config;
  const RuleChoice* found = nullptr;
  for (const RuleChoice& choice : config.rules) {
    if (choice.rule == rule.id || (choice.off && names_rule(choice.rule, rule.id))) found = &choice;
  }
  return found != nullptr && !found->off;
}

class DocumentCheck {
 public:
  DocumentCheck(const CopyFile& file, const LintContext& context, const LintSinks& sinks,
                LintState& state)
      : source_(file.source),
        markup_(file.markup),
        name_(file.name),
        context_(context),
        sinks_(sinks),
        state_(state),
        suppressions_(file.source, file.markup),
        places_(file.source),
        purpose_(context.rules, file.source, file.markup),
        slots_(context.rules, context.config) {
    read_own_facts();
    doubt_class();
    for (const std::string& words : context.config.allow) allowed_.push_back(folded(words));
    const std::vector<Rule>& all = context.rules.book().entries;
    const bool chosen = !context.config.rules.empty() || context.selection != nullptr;
    asked_ = chosen && std::any_of(all.begin(), all.end(), [&](const Rule& rule) {
               return rule.level == RuleLevel::ask && asked_for(rule, context);
             });
  }

  void block(const CopyBlock& block) {
    CheckOptions options;
    options.facts = facts_;
    options.today = context_.today;
    options.model = context_.model;
    options.selection = context_.selection;
    options.eager = context_.eager;
    options.alone = asked_;
    options.trouble = context_.trouble;
    options.care = context_.care;
    options.transactional = &transactional_;
    context_.rules.check(block, options, state_.check);
    state_.pending.clear();
    state_.stock.clear();
    state_.stock_findings.clear();
    for (const Raised& raised : state_.check.raised)
      take(raised, block.in_source(raised.span), raised.span.of(block.text));
    offer_fixes(block);
    for (const TemplateSlot& slot : block.slots) {
      const Rule* rule = slots_.check(slot, transactional_);
      if (rule == nullptr) continue;
      Raised raised;
      raised.rule = rule;
      raised.severity = Severity::warning;
      take(raised, slot.source, slot.source.of(source_));
    }
    tell();
  }

  /// What is wrong with the comments themselves; once all blocks were checked.
  void comments() {
    state_.pending.clear();
    const bool all_heard = context_.selection == nullptr || !context_.selection->limits();
    for (const CommentFault& fault : comment_faults(suppressions_, context_.rules, all_heard)) {
      Raised raised;
      raised.rule = fault.rule;
      if (fault.rule->level == RuleLevel::warn) raised.severity = Severity::warning;
      settle(raised, fault.span, fault.span.of(source_), fault.more);
    }
    tell();
  }

 private:
  /// Facts in the front matter stand above those of the team.
  void read_own_facts() {
    facts_place_ = facts_place(source_);
    if (facts_place_.empty()) return;
    auto own = facts_at(source_, facts_place_);
    std::vector<std::string> sentences;
    if (own) {
      sentences = doubts(*own);
      if (facts_ != nullptr) own->insert(facts_->begin(), facts_->end());
      own_facts_ = std::move(*own);
      facts_ = &own_facts_;
    } else {
      sentences = {"front matter: " + own.error().message};
    }
    for (const std::string& sentence : sentences) {
      if (sinks_.doubt) sinks_.doubt(sentence);
    }
  }

  /// A message that sells is none of service, whatever a fact calls it.
  void doubt_class() {
    constexpr std::string_view kClass = "message_class";
    if (facts_ == nullptr) return;
    const auto given = facts_->find(kClass);
    const bool serving = given != facts_->end() &&
                         std::any_of(given->second.begin(), given->second.end(),
                                     [](const FactEntry& one) { return serving_class(one.value); });
    if (!serving || !purpose_.sells()) return;
    if (facts_ != &own_facts_) own_facts_ = *facts_;
    own_facts_.erase(std::string(kClass));
    facts_ = &own_facts_;
  }

  void take(const Raised& raised, Span span, std::string_view words) {
    if (facts_place_.begin <= span.begin && span.begin < facts_place_.end) return;
    if (!suppressions_.empty() && suppressions_.covers(raised.rule->id, span)) return;
    settle(raised, span, words);
  }

  /// What the team has settled, and this run.
  void settle(const Raised& raised, Span span, std::string_view words, std::string_view more = {}) {
    const RuleChoice* const choice = chosen(*raised.rule);
    if ((choice != nullptr && choice->off) || allowed(span)) return;
    if (raised.rule->level == RuleLevel::ask && !asked_for(*raised.rule, context_)) return;
    if (raised.cleared) {
      if (sinks_.cleared) sinks_.cleared({raised.rule->id, span, raised.fact});
      return;
    }
    Finding finding;
    finding.rule = raised.rule->id;
    finding.severity = raised.severity;
    if (choice != nullptr && !raised.needs_fact && !raised.false_claim)
      finding.severity = choice->severity;
    if (context_.selection != nullptr && finding.severity < context_.selection->least()) return;
    finding.span = span;
    finding.message = message(raised, words).append(more);
    finding.why = raised.rule->why;
    finding.clears_with = raised.rule->clears;
    finding.rewrite = raised.rule->rewrite;
    const std::string& page = context_.config.rules_url;
    finding.url = page.empty() ? raised.rule->url : page + "#" + raised.rule->id;
    if (is_stock_sentence(words, raised.rule->stock)) {
      state_.stock.push_back(raised.span);
      state_.stock_findings.push_back(state_.pending.size());
    }
    state_.pending.push_back(std::move(finding));
  }

  /// Where a stock sentence was found that can go.
  void offer_fixes(const CopyBlock& block) {
    if (state_.stock.empty() || markup_ > Markup::html) return;  // Others have a syntax to keep.
    const auto made = deletions(block, source_, state_.stock);
    for (std::size_t i = 0; i < made.size(); ++i)
      state_.pending[state_.stock_findings[i]].fix = made[i];
  }

  /// The team's choice for a rule, looked up once.
  const RuleChoice* chosen(const Rule& rule) {
    const auto [known, fresh] = choices_.try_emplace(&rule);
    if (fresh) known->second = choice_for(context_, rule.id);
    return known->second;
  }

  [[nodiscard]] bool allowed(Span span) const {
    if (allowed_.empty()) return false;
    const std::size_t from = span.begin - std::min<std::size_t>(span.begin, kAllowReach);
    const std::string around = folded(source_.substr(from, span.end - from + kAllowReach));
    const std::size_t begin = span.begin - from;
    const std::size_t end = span.end - from;
    return std::any_of(allowed_.begin(), allowed_.end(), [&](const std::string& words) {
      for (std::size_t at = around.find(words); at != std::string::npos && !words.empty();
           at = around.find(words, at + 1)) {
        if (at < end && begin < at + words.size()) return true;
      }
      return false;
    });
  }

  static std::string message(const Raised& raised, std::string_view words) {
    std::string out;
    const std::string_view says = raised.rule->says;
    const std::size_t mark = says.find("{words}");
    if (mark == std::string_view::npos) {
      out = says;
    } else {
      out.append(says.substr(0, mark)).append(shown(words)).append(says.substr(mark + 7));
    }
    if (raised.needs_fact) {
      out.append(" It may be true: give the fact \"").append(raised.rule->clears).append("\".");
    }
    if (raised.false_claim)
      out.append(" The fact \"").append(raised.fact).append("\" says otherwise.");
    return out;
  }

  void tell() {
    std::stable_sort(state_.pending.begin(), state_.pending.end(),
                     [](const Finding& a, const Finding& b) { return a.span < b.span; });
    for (Finding& finding : state_.pending) {
      const TextPlace place = places_.at(finding.span.begin);
      finding.line = place.line;
      finding.column = place.column;
      finding.file = name_;
      sinks_.finding(finding);
    }
  }

  std::string_view source_;
  Markup markup_;
  std::string_view name_;
  const LintContext& context_;
  const LintSinks& sinks_;
  LintState& state_;
  Suppressions suppressions_;
  PlaceFinder places_;
  MailPurpose purpose_;
  std::function<bool()> transactional_ = [this] { return purpose_.transactional(); };
  const Facts* facts_ = context_.facts;
  Facts own_facts_;
  Span facts_place_;  ///< Of the file's own facts: they are no copy.
  SlotCheck slots_;
  std::vector<std::string> allowed_;
  bool asked_ = false;  ///< A rule that is off by itself was asked for.
  std::unordered_map<const Rule*, const RuleChoice*> choices_;
};

}  // namespace

ForeignCopy lint_document(const CopyFile& file, const LintContext& context, const LintSinks& sinks,
                          LintState& state) {
  const CopyKeys& keys = context.config.copy;
  CopyLanguage language(file.source, file.markup, keys);
  if (!language.whole().empty()) return language.left_out();
  DocumentCheck check(file, context, sinks, state);
  cut_prose(
      file.source, file.markup,
      [&](const CopyBlock& block) {
        if (!language.leaves_out(block)) check.block(block);
      },
      keys);
  check.comments();
  return language.left_out();
}

std::uint64_t fingerprint(const Finding& finding, std::string_view words) {
  return hash64(folded(shown(words)), hash64(finding.file, hash64(finding.rule)));
}

float manipulation_p(const CopyReading& reading, const std::vector<Finding>& findings) {
  const bool loud = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    // What the model says by itself must not be counted twice.
    return finding.severity != Severity::suggestion && !finding.rule.ends_with("-prose");
  });
  const float p = std::clamp(reading.manipulation_p, 0.0001F, 0.9999F);
  const float odds = std::log(p / (1 - p)) - reading.honest_odds + (loud ? kFoundOdds : 0);
  return 1 / (1 + std::exp(-odds));
}

std::string shown(std::string_view words) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < words.size() && out.size() < kShownBytes;) {
    const CodePoint point = decode(words, at);
    if (harmful(point.code) || point.code == ' ') {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      append_utf8(out, point.code);
    }
    at += point.length;
    if (at < words.size() && out.size() >= kShownBytes) out += "\u2026";
  }
  return out;
}

}  // namespace attune
