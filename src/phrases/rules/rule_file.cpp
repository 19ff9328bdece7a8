// SPDX-License-Identifier: Apache-2.0
#include "phrases/rules/rule_file.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <utility>

namespace attune {

namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Splits at the first `mark`; both sides trimmed; the second empty where there is no mark.
std::pair<std::string_view, std::string_view> halves(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {trimmed(text), {}};
  return {trimmed(text.substr(0, at)), trimmed(text.substr(at + 1))};
}

std::string joined_alternatives(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == ' ' || c == '\t') {
      if (!out.empty() && out.back() != '|') out += '|';
    } else {
      out += c;
    }
  }
  return out;
}

/// Expressions match tokens without hyphens, so "hand-picked" is written as two words.
std::string without_hyphens(std::string_view expression) {
  std::string out(expression);
  for (std::size_t i = 1; i + 1 < out.size(); ++i) {
    if (out[i] == '-' && out[i - 1] != ' ' && out[i + 1] != ' ') out[i] = ' ';
  }
  return out;
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
  std::size_t number = 0;
  in_rule_ = false;
  kind_ = -1;
  while (!content.empty()) {
    const std::size_t end = content.find('\n');
    const std::string_view whole = content.substr(0, end);
    const std::string_view line = trimmed(whole);
    indented_ = whole.starts_with(' ');
    ++number;
    if (!line.empty() && line.front() != '#') {
      if (auto ok = read_line(line); !ok) {
        return within(std::string(name) + ": line " + std::to_string(number), ok.error());
      }
    }
    if (end == std::string_view::npos) break;
    content.remove_prefix(end + 1);
  }
  return {};
}

Result<void> RuleReader::read_line(std::string_view line) {
  if (line.front() == '[') return begin_rule(line);
  if (line.starts_with("set ") || line.starts_with("def ")) return define(line);
  if (line.starts_with("kind ")) return begin_kind(line.substr(5));
  if (!in_rule_) return set_text(line);
  Rule& rule = book_.rules.back();
  const std::string_view rest = trimmed(line.substr(1));
  switch (line.front()) {
    case '=':
      return add_phrases(rest);
    case '!':
      return add_guard(rest, false);
    case '&':
      return add_guard(rest, true);
    case '+':
      rule.hits.emplace_back(rest);
      return {};
    case '-':
      rule.misses.emplace_back(rest);
      return {};
    default:
      break;
  }
  if (line == "truth") {
    rule.truth = true;
    return {};
  }
  if (line == "short") {
    rule.brief = true;
    return {};
  }
  if (line == "in reply") {
    rule.reply = true;
    return {};
  }
  if (line.starts_with("keep ")) return keep(line.substr(5));
  return set_text(line);
}

Result<void> RuleReader::begin_kind(std::string_view line) {
  const auto [name, title] = halves(line, '|');
  const auto found = std::find(kRuleKinds.begin(), kRuleKinds.end(), name);
  if (found == kRuleKinds.end()) return fail(Fault::bad_input, "no kind " + std::string(name));
  kind_ = static_cast<int>(found - kRuleKinds.begin());
  book_.kinds[static_cast<std::size_t>(kind_)].title = std::string(title);
  in_rule_ = false;
  return {};
}

Result<void> RuleReader::begin_rule(std::string_view line) {
  const std::size_t close = line.find(']');
  if (close == std::string_view::npos) return fail(Fault::bad_input, "[ without ]");
  Rule rule;
  rule.id = std::string(line.substr(1, close - 1));
  const int kind = contexts_ ? context_of(rule.id) : kind_of(rule.id);
  if (kind < 0) return fail(Fault::bad_input, "the id must begin with a kind: " + rule.id);
  for (const Rule& other : book_.rules) {
    if (other.id == rule.id) return fail(Fault::bad_input, "a second rule " + rule.id);
  }
  rule.kind = static_cast<std::uint32_t>(kind);
  const auto [level, precision] = halves(trimmed(line.substr(close + 1)), ' ');
  if (level == "cue") {
    rule.level = RuleLevel::cue;
  } else if (level == "suggest") {
    rule.level = RuleLevel::suggest;
  } else if (level != "warn") {
    return fail(Fault::bad_input, "the level is cue, suggest or warn");
  }
  rule.p = std::strtof(std::string(precision).c_str(), nullptr);
  if (!(rule.p > 0 && rule.p < 1)) return fail(Fault::bad_input, "the precision lies in (0, 1)");
  if (!contexts_) inherit(rule);
  book_.rules.push_back(std::move(rule));
  in_rule_ = true;
  return {};
}

/// What a rule says where it does not say otherwise.
void RuleReader::inherit(Rule& rule) const {
  const KindText& text = book_.kinds[rule.kind];
  rule.why = text.why;
  rule.clears = text.clears;
  rule.rewrite = text.rewrite;
  rule.says = "\"{words}\" reads as " + lower_first(text.title) + ".";
  rule.url = "docs/rules.md#" + std::string(kRuleKinds[rule.kind]);
}

Result<void> RuleReader::set_text(std::string_view line) {
  const auto [key, value] = halves(line, ':');
  std::string* text = nullptr;
  if (in_rule_) {
    text = text_of(book_.rules.back(), key);
  } else if (kind_ >= 0) {
    text = text_of(book_.kinds[static_cast<std::size_t>(kind_)], key);
  }
  if (text == nullptr)
    return fail(Fault::bad_input, "not understood: " + std::string(line.substr(0, 40)));
  const bool none = in_rule_ && key == "clears" && value == "nothing";
  *text = none ? std::string() : std::string(value);
  return {};
}

Result<void> RuleReader::keep(std::string_view line) {
  Rule& rule = book_.rules.back();
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
    return fail(Fault::bad_input, "keep quotation, negation, service or name");
  }
  return {};
}

Result<void> RuleReader::add_phrases(std::string_view line) {
  RulePhraseReader reader(sets_, macros_, interned_, book_.classes);
  auto phrases = reader.read(without_hyphens(line));
  if (!phrases) return tl::unexpected<Error>(phrases.error());
  Rule& rule = book_.rules.back();
  ++rule.lines;
  for (RulePhrase& phrase : *phrases) {
    phrase.line = rule.lines;
    rule.phrases.push_back(std::move(phrase));
  }
  return {};
}

Result<void> RuleReader::add_guard(std::string_view line, bool required) {
  Guard guard;
  guard.required = required;
  guard.line = indented_ ? book_.rules.back().lines : 0;
  auto [place, rest] = halves(line, ' ');
  if (place == "before" || place == "after") {
    guard.place = place == "before" ? GuardScope::before : GuardScope::after;
    const auto [reach, words] = halves(rest, ' ');
    guard.reach = static_cast<std::uint32_t>(std::strtoul(std::string(reach).c_str(), nullptr, 10));
    if (guard.reach == 0 || guard.reach > 40) return fail(Fault::bad_input, "a reach of 1 to 40");
    rest = words;
  } else if (place == "sentence" || place == "text") {
    guard.place = place == "text" ? GuardScope::text : GuardScope::sentence;
  } else if (place == "question") {
    guard.place = GuardScope::sentence;
    rest = "%q";
  } else {
    return fail(Fault::bad_input, "a guard is before, after, sentence, text or question");
  }
  RulePhraseReader reader(sets_, macros_, interned_, book_.classes);
  const auto klass = reader.class_of(joined_alternatives(rest));
  if (!klass) return tl::unexpected<Error>(klass.error());
  guard.klass = *klass;
  book_.rules.back().guards.push_back(guard);
  return {};
}

Result<void> RuleReader::define(std::string_view line) {
  const bool set = line.starts_with("set ");
  const auto [name, value] = halves(line.substr(4), '=');
  if (name.empty() || value.empty()) return fail(Fault::bad_input, "NAME = words");
  if (!set) {
    macros_[std::string(name)] = without_hyphens(value);
    return {};
  }
  WordClass words;
  RulePhraseReader reader(sets_, macros_, interned_, book_.classes);
  if (auto ok = reader.collect(joined_alternatives(value), words); !ok) return ok;
  sets_[std::string(name)] = std::move(words);
  return {};
}

}  // namespace attune
