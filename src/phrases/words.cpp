// SPDX-License-Identifier: Apache-2.0
#include "phrases/words.h"

#include <algorithm>
#include <utility>

#include "phrases/limits.h"
#include "phrases/refusal.h"
#include "phrases/text.h"
#include "phrases/token_classes.h"

namespace attune::phrases {

namespace {

/// "NAME = value": both sides, trimmed.
Result<std::pair<std::string, std::string_view>> named(std::string_view line,
                                                       std::string_view cure) {
  const std::size_t at = line.find('=');
  const std::string_view name = trimmed(line.substr(0, at));
  const std::string_view value =
      at == std::string_view::npos ? std::string_view{} : trimmed(line.substr(at + 1));
  if (name.empty() || name.find_first_of(" \t") != std::string_view::npos || value.empty())
    return refuse("no NAME = … in", line, cure);
  return std::pair(std::string(name), value);
}

/// A hyphen between letters: no token holds one.
bool hyphened(std::string_view word) {
  const std::size_t at = word.find('-', 1);
  return word.size() > 2 && at != std::string_view::npos && at + 1 < word.size();
}

}  // namespace

Result<void> Words::define_set(std::string_view line) {
  const auto set = named(line, "a set is written as in set be = is are was");
  if (!set) return tl::unexpected(set.error());
  TokenClass& into = sets_[set->first];
  TokenClass made = into;  // Not in place: a line may name its own set.
  if (auto done = collect(set->second, made); !done) return done;
  into = std::move(made);
  return {};
}

Result<void> Words::define_macro(std::string_view line) {
  const auto macro = named(line, "a macro is written as in def cant = ( can't | can not )");
  if (!macro) return tl::unexpected(macro.error());
  if (!macros_.try_emplace(macro->first, macro->second).second)
    return refuse("a second macro", macro->first, "give it another name");
  return {};
}

Result<std::uint32_t> Words::class_of(std::string_view alternatives) {
  std::string key(alternatives);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  TokenClass made;
  if (auto done = collect(alternatives, made); !done) return tl::unexpected(done.error());
  if (made.words.empty() && made.prefixes.empty() && made.flags == 0)
    return refuse("no word in", alternatives, "name at least one");
  const auto index = static_cast<std::uint32_t>(classes_.size());
  classes_.push_back(std::move(made));
  known_.emplace(std::move(key), index);
  return index;
}

Result<std::uint32_t> Words::union_of(const std::vector<std::uint32_t>& classes) {
  if (classes.size() == 1) return classes.front();
  std::string key = "|";  // No text of a class begins so.
  for (const std::uint32_t one : classes) key += std::to_string(one) + ",";
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  TokenClass made;
  for (const std::uint32_t index : classes) {
    const TokenClass& one = classes_[index];
    if (auto done = pay(one.words.size() + one.prefixes.size(), "( … | … )"); !done)
      return tl::unexpected(done.error());
    made.words.insert(made.words.end(), one.words.begin(), one.words.end());
    made.prefixes.insert(made.prefixes.end(), one.prefixes.begin(), one.prefixes.end());
    made.flags |= one.flags;
  }
  const auto index = static_cast<std::uint32_t>(classes_.size());
  classes_.push_back(std::move(made));
  known_.emplace(std::move(key), index);
  return index;
}

Result<void> Words::pay(std::size_t words, std::string_view where) {
  paid_ += words;
  if (paid_ <= BookLimits::kMostWords) return {};
  return refuse("too many words in all at", where,
                "sets that hold sets are copied; split the files into two books");
}

Result<void> Words::collect(std::string_view alternatives, TokenClass& into) {
  while (!alternatives.empty()) {
    const std::size_t end = std::min(alternatives.find_first_of(" \t|"), alternatives.size());
    const std::string_view one = alternatives.substr(0, end);
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
    if (one.empty()) continue;
    if (auto done = collect_one(one, into); !done) return done;
  }
  return {};
}

/// Adds one word, beginning*, <set> or %token.
Result<void> Words::collect_one(std::string_view one, TokenClass& into) {
  if (one.front() == '%') {
    const NamedToken* named = named_token(one);
    if (named == nullptr) return refuse("no token is called", one, "there are " + token_names());
    into.flags |= named->flags;
    if (!named->word.empty()) into.words.emplace_back(named->word);
    return {};
  }
  if (one.size() > 2 && one.front() == '<' && one.back() == '>') return collect_set(one, into);
  if (hyphened(one))
    return refuse("a hyphen in", one, "no token holds one; write two words in an expression");
  if (auto done = pay(1, one); !done) return done;
  if (one.size() == 1 || one.back() != '*') {
    into.words.emplace_back(one);
    return {};
  }
  const std::string_view prefix = one.substr(0, one.size() - 1);
  if (prefix.size() < BookLimits::kShortestBeginning ||
      prefix.size() > BookLimits::kLongestBeginning)
    return refuse("a beginning of no fit length", one, "it has 3 to 31 bytes before its *");
  into.prefixes.emplace_back(prefix);
  return {};
}

Result<void> Words::collect_set(std::string_view one, TokenClass& into) {
  const auto set = sets_.find(std::string(one.substr(1, one.size() - 2)));
  if (set == sets_.end()) return refuse("no set", one, "define it above, as in set be = is are");
  const TokenClass& other = set->second;
  if (auto done = pay(other.words.size() + other.prefixes.size(), one); !done) return done;
  into.words.insert(into.words.end(), other.words.begin(), other.words.end());
  into.prefixes.insert(into.prefixes.end(), other.prefixes.begin(), other.prefixes.end());
  into.flags |= other.flags;
  return {};
}

Result<std::string> Words::spelled_out(std::string_view expression) const {
  std::string out;
  if (auto done = spell(expression, 0, out); !done) return tl::unexpected(done.error());
  return out;
}

Result<void> Words::spell(std::string_view expression, int depth, std::string& out) const {
  if (depth > BookLimits::kDeepestMacro)
    return refuse("macros nest too deeply at", expression, "at most 8 deep; does one name itself?");
  while (!expression.empty()) {
    const std::size_t open = std::min(expression.find('{'), expression.size());
    out += expression.substr(0, open);
    expression.remove_prefix(open);
    if (out.size() > BookLimits::kLongestExpression)
      return refuse("too long an expression before", expression, "write two");
    if (expression.empty()) break;
    const std::size_t close = expression.find('}');
    if (close == std::string_view::npos)
      return refuse("{ without } in", expression, "a macro is named as in {cant}");
    const auto macro = macros_.find(std::string(expression.substr(1, close - 1)));
    if (macro == macros_.end())
      return refuse("no macro", expression.substr(0, close + 1), "define it above with def");
    out += " ( ";
    if (auto done = spell(macro->second, depth + 1, out); !done) return done;
    out += " )";  // A "?" behind the macro is the group's.
    expression.remove_prefix(close + 1);
  }
  return {};
}

}  // namespace attune::phrases
