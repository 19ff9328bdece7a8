// SPDX-License-Identifier: Apache-2.0
#include "lint/rule_file.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "phrases/refusal.h"
#include "phrases/text.h"

namespace attune {

namespace {

using phrases::OwnLine;
using phrases::refuse;
using phrases::trimmed;

/// Splits at the first `mark`; both sides trimmed; the second empty where there is no mark.
std::pair<std::string_view, std::string_view> halves(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {trimmed(text), {}};
  return {trimmed(text.substr(0, at)), trimmed(text.substr(at + 1))};
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
  return text;
}

/// The text of a rule that a line `key: …` sets; null where it sets none.
std::string* text_of(Rule& rule, std::string_view key) {
  if (key == "says") return &rule.says;
  if (key == "why") return &rule.why;
  if (key == "clears") return &rule.clears;
  return key == "rewrite" ? &rule.rewrite : nullptr;
}
/// The same for a kind.
std::string* text_of(KindText& kind, std::string_view key) {
  if (key == "what") return &kind.what;
  if (key == "why") return &kind.why;
  if (key == "clears") return &kind.clears;
  if (key == "rewrite") return &kind.rewrite;
  if (key == "gray") return &kind.gray;
  if (key == "mathur") return &kind.mathur;
  return key == "edpb" ? &kind.edpb : nullptr;
}

int named_by(std::span<const std::string_view> names, std::string_view id) {
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (id.starts_with(names[k]) && (id.size() == names[k].size() || id[names[k].size()] == '-')) {
      return static_cast<int>(k);
    }
  }
  return -1;
}
int kind_of(std::string_view id) {
  return named_by(kRuleKinds, id);
}
int context_of(std::string_view id) {
  return named_by(kContextNames, id);
}

}  // namespace

Result<void> RuleReader::read(std::string_view name, std::string_view content) {
  kind_ = -1;
  return reader_.read(name, content);
}

Result<phrases::Entry*> RuleReader::begin(const phrases::Heading& heading) {
  Rule rule;
  rule.id = heading.name;
  const int kind = contexts_ ? context_of(rule.id) : kind_of(rule.id);
  if (kind < 0) {
    return refuse("no kind for", rule.id,
                  "an id begins with its kind, as in guilt-debt; docs/rules.md lists the kinds");
  }
  rule.kind = static_cast<std::uint32_t>(kind);
  if (heading.word == "cue") {
    rule.level = RuleLevel::cue;
  } else if (heading.word == "suggest") {
    rule.level = RuleLevel::suggest;
  } else if (heading.word == "ask") {
    rule.level = RuleLevel::ask;
  } else if (heading.word == "fact") {
    rule.level = RuleLevel::fact;
  } else if (heading.word != "warn") {
    return refuse("no such level:", heading.word, "it is ask, cue, fact, suggest or warn");
  }
  if (!contexts_) inherit(rule);
  book_.entries.push_back(std::move(rule));
  return &book_.entries.back();
}

/// What a rule says where it does not say otherwise.
void RuleReader::inherit(Rule& rule) const {
  const KindText& text = book_.kinds[rule.kind];
  rule.why = text.why;
  rule.clears = text.clears;
  rule.rewrite = text.rewrite;
  rule.says = "\"{words}\" reads as " + lower_first(text.title) + ".";
  rule.url = "docs/rules.md#" + rule.id;
}

Result<OwnLine> RuleReader::own_line(std::string_view line, bool in_entry) {
  if (line.starts_with("kind ")) {
    if (auto done = begin_kind(line.substr(5)); !done) return tl::unexpected(done.error());
    return OwnLine::ended;
  }
  if (!in_entry) return set_text(line, false);
  Rule& rule = book_.entries.back();
  if (line.starts_with("keep ")) {
    if (auto done = keep(line.substr(5)); !done) return tl::unexpected(done.error());
  } else if (line.starts_with("fix:")) {
    if (auto done = fix(trimmed(line.substr(4))); !done) return tl::unexpected(done.error());
  } else if (line == "truth") {
    rule.truth = true;
  } else if (line == "short") {
    rule.brief = true;
  } else if (line == "in reply") {
    rule.reply = true;
  } else {
    return set_text(line, true);
  }
  return OwnLine::taken;
}

Result<void> RuleReader::begin_kind(std::string_view line) {
  const auto [name, title] = halves(line, '|');
  const auto* const found = std::find(kRuleKinds.begin(), kRuleKinds.end(), name);
  if (found == kRuleKinds.end())
    return refuse("no such kind:", name, "docs/rules.md lists the kinds");
  kind_ = static_cast<int>(found - kRuleKinds.begin());
  book_.kinds[static_cast<std::size_t>(kind_)].title = std::string(title);
  return {};
}

Result<OwnLine> RuleReader::set_text(std::string_view line, bool in_entry) {
  const auto [key, value] = halves(line, ':');
  std::string* text = nullptr;
  if (in_entry) {
    text = text_of(book_.entries.back(), key);
  } else if (kind_ >= 0) {
    text = text_of(book_.kinds[static_cast<std::size_t>(kind_)], key);
  }
  if (text == nullptr) return OwnLine::unknown;
  const bool none = in_entry && key == "clears" && value == "nothing";
  *text = none ? std::string() : std::string(value);
  return OwnLine::taken;
}

Result<void> RuleReader::fix(std::string_view what) {
  constexpr std::string_view kVerb = "delete ";
  if (!what.starts_with(kVerb))
    return refuse("no such fix:", what, "it is delete and sentences, as in delete Hurry | Act now");
  for (std::string_view left = what.substr(kVerb.size()); !left.empty();) {
    const std::size_t bar = std::min(left.find('|'), left.size());
    const std::string_view sentence = trimmed(left.substr(0, bar));
    if (sentence.empty()) return refuse("an empty sentence in", what, "write it or leave it out");
    book_.entries.back().stock.emplace_back(sentence);
    left.remove_prefix(std::min(bar + 1, left.size()));
  }
  return {};
}

Result<void> RuleReader::keep(std::string_view line) {
  Rule& rule = book_.entries.back();
  const std::string_view what = trimmed(line);
  if (what == "quotation") {
    rule.clears_by &= ~RuleClears::kQuotation;
  } else if (what == "negation") {
    rule.clears_by &= ~RuleClears::kNegation;
  } else if (what == "service") {
    rule.clears_by &= ~RuleClears::kService;
  } else if (what == "name") {
    rule.clears_by &= ~RuleClears::kName;
  } else {
    return refuse("cannot keep", what, "keep quotation, negation, service or name");
  }
  return {};
}

}  // namespace attune
