// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "phrases/rules/rule_file.h"

namespace attune {

namespace {

constexpr std::size_t kMostPhrases = 4000;
constexpr std::uint32_t kWidestGap = 14;
constexpr std::size_t kShortestBeginning = 3;
/// Stand for the borders of a sentence while an expression is read.
constexpr std::uint32_t kStart = ~std::uint32_t{0};
constexpr std::uint32_t kEnd = kStart - 1;

struct Special {
  std::string_view name;
  std::string_view word;  ///< A literal token, or "" for a flag.
  std::uint32_t flag = 0;
};
constexpr std::array<Special, 19> kSpecials = {{{"%num", "", WordFlag::kNumber},
                                                {"%title", "", WordFlag::kTitle},
                                                {"%caps", "", WordFlag::kCapitals},
                                                {"%clock", "", WordFlag::kClock},
                                                {"%link", "", WordFlag::kLink},
                                                {"%emoji", "", WordFlag::kEmoji},
                                                {"%slot", "", WordFlag::kSlot},
                                                {"%word", "", WordFlag::kWord},
                                                {"%any", "", WordFlag::kAny},
                                                {"%q", "?"},
                                                {"%bang", "!"},
                                                {"%pct", "%"},
                                                {"%comma", ","},
                                                {"%colon", ":"},
                                                {"%stop", "."},
                                                {"%star", "*"},
                                                {"%plus", "+"},
                                                {"%dollar", "$"},
                                                {"%ticked", "\u2611"}}};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \t", at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

/// Takes a "?" off the end; true if there was one.
bool optional_mark(std::string& word) {
  if (word.size() < 2 || word.back() != '?') return false;
  word.pop_back();
  return true;
}

/// With blanks before each bracket, and behind "(": ")?" is one word.
std::string with_brackets_apart(std::string_view expression) {
  std::string spaced;
  for (const char c : expression) {
    if (c == '(' || c == ')') spaced += ' ';
    spaced += c;
    if (c == '(') spaced += ' ';
  }
  return spaced;
}

/// Each of `heads` followed by each of `tails`, whose first step may lie `gap` tokens behind.
std::vector<std::vector<PhraseStep>> joined(const std::vector<std::vector<PhraseStep>>& heads,
                                            const std::vector<std::vector<PhraseStep>>& tails,
                                            std::uint32_t gap) {
  std::vector<std::vector<PhraseStep>> all;
  for (const auto& head : heads) {
    for (const auto& tail : tails) {
      auto whole = head;
      whole.insert(whole.end(), tail.begin(), tail.end());
      if (!tail.empty()) whole[head.size()].gap = std::max(gap, whole[head.size()].gap);
      all.push_back(std::move(whole));
    }
  }
  return all;
}

/// The phrase of `steps`, whose borders become its marks; none where nothing can match it.
Result<std::optional<RulePhrase>> phrase_of(std::vector<PhraseStep> steps) {
  RulePhrase phrase;
  phrase.at_start = !steps.empty() && steps.front().klass == kStart;
  if (phrase.at_start) steps.erase(steps.begin());
  phrase.at_end = !steps.empty() && steps.back().klass == kEnd;
  if (phrase.at_end) steps.pop_back();
  if (steps.empty()) return fail(Fault::bad_input, "an expression that may be empty");
  const bool border = std::any_of(steps.begin(), steps.end(),
                                  [](const PhraseStep& step) { return step.klass >= kEnd; });
  if (border) return std::nullopt;  // Nothing stands before a start or behind an end.
  if (!phrase.at_start) steps.front().gap = 0;
  phrase.steps = std::move(steps);
  return phrase;
}

}  // namespace

Result<std::string> RulePhraseReader::expand(std::string_view expression, int depth) const {
  if (depth > 8) return fail(Fault::bad_input, "macros nest too deeply");
  std::string out;
  std::size_t at = 0;
  while (at < expression.size()) {
    const std::size_t open = expression.find('{', at);
    out += expression.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = expression.find('}', open);
    if (close == std::string_view::npos) return fail(Fault::bad_input, "{ without }");
    const std::string name(expression.substr(open + 1, close - open - 1));
    const auto found = macros_.find(name);
    if (found == macros_.end()) return fail(Fault::bad_input, "no macro {" + name + "}");
    auto inner = expand(found->second, depth + 1);
    if (!inner) return inner;
    const bool maybe = close + 1 < expression.size() && expression[close + 1] == '?';
    out += " ( " + *inner + (maybe ? " )? " : " ) ");
    at = close + (maybe ? 2 : 1);
  }
  return out;
}

Result<std::vector<RulePhrase>> RulePhraseReader::read(std::string_view expression) {
  const auto expanded = expand(expression, 0);
  if (!expanded) return tl::unexpected<Error>(expanded.error());
  const std::vector<std::string> words = words_of(with_brackets_apart(*expanded));
  std::size_t at = 0;
  auto all = sequence(words, at, false);
  if (!all) return tl::unexpected<Error>(all.error());
  if (at != words.size()) return fail(Fault::bad_input, ") without (");
  std::vector<RulePhrase> phrases;
  for (Steps& steps : *all) {
    auto phrase = phrase_of(std::move(steps));
    if (!phrase) return tl::unexpected<Error>(phrase.error());
    if (*phrase) phrases.push_back(std::move(**phrase));
  }
  return phrases;
}

Result<std::vector<RulePhraseReader::Steps>> RulePhraseReader::sequence(
    const std::vector<std::string>& words, std::size_t& at, bool inside) {
  std::vector<Steps> all = {{}};
  std::uint32_t gap = 0;
  while (at < words.size() && words[at] != ")" && words[at] != ")?" &&
         !(inside && words[at] == "|")) {
    if (words[at][0] == '~') {
      gap = static_cast<std::uint32_t>(std::strtoul(words[at++].c_str() + 1, nullptr, 10));
      if (gap == 0 || gap > kWidestGap) return fail(Fault::bad_input, "a gap of ~1 to ~14");
      continue;
    }
    auto options = element(words, at);
    if (!options) return options;
    std::vector<Steps> grown = joined(all, *options, gap);
    if (grown.size() > kMostPhrases) return fail(Fault::bad_input, "too many ways to match");
    all = std::move(grown);
    gap = 0;
  }
  return all;
}

/// A word or a group: the ways to match it.
Result<std::vector<RulePhraseReader::Steps>> RulePhraseReader::element(
    const std::vector<std::string>& words, std::size_t& at) {
  if (words[at] == "(") return group(words, at);
  std::string word = words[at++];
  const bool maybe = optional_mark(word);
  const Result<std::uint32_t> klass = word == "^"   ? Result<std::uint32_t>(kStart)
                                      : word == "$" ? Result<std::uint32_t>(kEnd)
                                                    : class_of(word);
  if (!klass) return tl::unexpected<Error>(klass.error());
  std::vector<Steps> options = {{{*klass, 0}}};
  if (maybe) options.emplace_back();
  return options;
}

Result<std::vector<RulePhraseReader::Steps>> RulePhraseReader::group(
    const std::vector<std::string>& words, std::size_t& at) {
  if (open_groups_ == kMostNested) return fail(Fault::bad_input, "groups nest too deeply");
  std::vector<Steps> all;
  do {
    ++at;  // "(" or "|"
    ++open_groups_;
    auto one = sequence(words, at, true);
    --open_groups_;
    if (!one) return one;
    all.insert(all.end(), one->begin(), one->end());
  } while (at < words.size() && words[at] == "|");
  if (at >= words.size()) return fail(Fault::bad_input, "( without )");
  const bool maybe = words[at++] == ")?";
  all = merge(std::move(all));
  if (maybe) all.emplace_back();
  return all;
}

/// Ways of one token each become one way whose class is their union.
std::vector<RulePhraseReader::Steps> RulePhraseReader::merge(std::vector<Steps> options) {
  WordClass joined;
  std::string name = "(";
  std::vector<Steps> rest;
  std::size_t singles = 0;
  for (Steps& option : options) {
    if (option.size() != 1 || option[0].gap != 0 || option[0].klass >= kEnd) {
      rest.push_back(std::move(option));
      continue;
    }
    const WordClass& one = classes_[option[0].klass];
    joined.words.insert(joined.words.end(), one.words.begin(), one.words.end());
    joined.prefixes.insert(joined.prefixes.end(), one.prefixes.begin(), one.prefixes.end());
    joined.flags |= one.flags;
    name += std::to_string(option[0].klass) + ",";
    ++singles;
  }
  if (singles == 0) return rest;
  const auto [found, fresh] =
      interned_.try_emplace(name, static_cast<std::uint32_t>(classes_.size()));
  if (fresh) classes_.push_back(std::move(joined));
  rest.push_back({{found->second, 0}});
  return rest;
}

Result<std::uint32_t> RulePhraseReader::class_of(std::string_view alternatives) {
  const auto known = interned_.find(std::string(alternatives));
  if (known != interned_.end()) return known->second;
  WordClass made;
  if (auto ok = collect(alternatives, made); !ok) return tl::unexpected<Error>(ok.error());
  const auto id = static_cast<std::uint32_t>(classes_.size());
  classes_.push_back(std::move(made));
  interned_.emplace(std::string(alternatives), id);
  return id;
}

Result<void> RulePhraseReader::collect(std::string_view alternatives, WordClass& into) const {
  while (true) {
    const std::size_t bar = alternatives.find('|');
    if (auto ok = collect_one(std::string(alternatives.substr(0, bar)), into); !ok) return ok;
    if (bar == std::string_view::npos) return {};
    alternatives.remove_prefix(bar + 1);
  }
}

/// Adds one word, beginning*, <set> or %token.
Result<void> RulePhraseReader::collect_one(const std::string& one, WordClass& into) const {
  if (one.empty()) return fail(Fault::bad_input, "an empty word");
  const auto special = std::find_if(kSpecials.begin(), kSpecials.end(),
                                    [&](const Special& s) { return s.name == one; });
  if (special != kSpecials.end()) {
    into.flags |= special->flag;
    if (!special->word.empty()) into.words.emplace_back(special->word);
    return {};
  }
  if (one.front() == '<' && one.back() == '>') {
    const auto set = sets_.find(one.substr(1, one.size() - 2));
    if (set == sets_.end()) return fail(Fault::bad_input, "no set " + one);
    const WordClass& words = set->second;
    into.words.insert(into.words.end(), words.words.begin(), words.words.end());
    into.prefixes.insert(into.prefixes.end(), words.prefixes.begin(), words.prefixes.end());
    into.flags |= words.flags;
    return {};
  }
  if (one.front() == '%') return fail(Fault::bad_input, "no token called " + one);
  if (one.size() == 1 || one.back() != '*') {
    into.words.push_back(one);
    return {};
  }
  if (one.size() < kShortestBeginning + 1)
    return fail(Fault::bad_input, "too short a beginning: " + one);
  into.prefixes.push_back(one.substr(0, one.size() - 1));
  return {};
}

}  // namespace attune
