// SPDX-License-Identifier: Apache-2.0
#include "phrases/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "phrases/expression.h"
#include "phrases/limits.h"
#include "phrases/refusal.h"
#include "phrases/text.h"

namespace attune::phrases {

namespace {

/// In the order of GuardPlace.
constexpr std::array<std::string_view, 6> kPlaces = {"before",   "inside", "after",
                                                     "sentence", "text",   "question"};
constexpr std::string_view kQuestionMarks = "?|\uFF1F|\u061F";

}  // namespace

Result<void> Reader::read(std::string_view name, std::string_view content) {
  entry_ = nullptr;
  for (std::size_t number = 1; !content.empty(); ++number) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view whole = content.substr(0, end);
    const std::string_view line = trimmed(whole);
    content.remove_prefix(std::min(end + 1, content.size()));
    if (line.empty() || line.front() == '#') continue;
    const bool indented = whole.front() == ' ' || whole.front() == '\t';
    if (auto done = read_line(line, indented); !done)
      return within(std::string(name) + ": line " + std::to_string(number), done.error());
  }
  return {};
}

Result<void> Reader::read_line(std::string_view line, bool indented) {
  if (line.front() == '[') return begin(line);
  if (line.starts_with("set ")) return words_.define_set(line.substr(4));
  if (line.starts_with("def ")) return words_.define_macro(line.substr(4));
  if (std::string_view("=!&+-").find(line.front()) == std::string_view::npos)
    return read_own_line(line);
  if (entry_ != nullptr) return read_entry_line(line, indented);
  return refuse("no entry is begun before", line, "begin one with [ … ] above it");
}

Result<void> Reader::read_entry_line(std::string_view line, bool indented) {
  const std::string_view rest = trimmed(line.substr(1));
  switch (line.front()) {
    case '=':
      return add_phrases(rest);
    case '+':
      entry_->hits.emplace_back(rest);
      return {};
    case '-':
      entry_->misses.emplace_back(rest);
      return {};
    default:
      break;
  }
  Guard guard;
  guard.required = line.front() == '&';
  guard.line = indented ? entry_->lines : 0;
  return add_guard(rest, guard);
}

Result<void> Reader::read_own_line(std::string_view line) {
  const auto own = owner_.own_line(line, entry_ != nullptr);
  if (!own) return tl::unexpected(own.error());
  if (*own == OwnLine::ended) entry_ = nullptr;
  if (*own != OwnLine::unknown) return {};
  return refuse("not understood:", line, "docs/phrases.md tells which lines there are");
}

Result<void> Reader::begin(std::string_view line) {
  const std::size_t close = line.find(']');
  if (close == std::string_view::npos) return refuse("[ without ] in", line, "close it");
  std::string_view rest = line.substr(close + 1);
  Heading heading;
  heading.name = trimmed(line.substr(1, close - 1));
  heading.word = take_word(rest);
  const auto p = share(rest);
  if (heading.name.empty() || heading.word.empty() || !p)
    return refuse("not a heading:", line, "write [name] word .97, a precision between 0 and 1");
  heading.p = *p;
  const auto begun = owner_.begin(heading);
  if (!begun) return tl::unexpected(begun.error());
  entry_ = *begun;
  entry_->p = heading.p;
  if (!ids_.insert(entry_->id).second)
    return refuse("a second entry is called", entry_->id, "give it another name");
  return {};
}

Result<void> Reader::add_phrases(std::string_view line) {
  auto phrases = read_expression(line, words_);
  if (!phrases) return tl::unexpected(phrases.error());
  ++entry_->lines;
  for (Wording& phrase : *phrases) {
    steps_ += phrase.steps.size();
    phrase.line = entry_->lines;
    entry_->phrases.push_back(std::move(phrase));
  }
  if (steps_ <= BookLimits::kMostSteps) return {};
  return refuse("too many phrases in all at", line, "split the files into two books");
}

Result<void> Reader::add_guard(std::string_view line, Guard guard) {
  std::string_view rest = line;
  const std::string_view place = take_word(rest);
  if (place == "negated" && rest.empty()) {
    if (guard.required) return refuse("& cannot stand before", line, "only ! can");
    if (auto done = add_guard("inside <neg>", guard); !done) return done;
    return add_guard("before 3 <neg>", guard);
  }
  const auto* const known = std::find(kPlaces.begin(), kPlaces.end(), place);
  if (known == kPlaces.end()) {
    return refuse("no such guard:", line,
                  "there are before N, inside, after N, sentence, text, question and negated");
  }
  guard.place = static_cast<GuardPlace>(known - kPlaces.begin());
  if (guard.place == GuardPlace::before || guard.place == GuardPlace::after) {
    const auto reach = number_within(take_word(rest), 1, BookLimits::kFarthestReach);
    if (!reach) return refuse("how many tokens?", line, "a reach of 1 to 40, as in before 3 not");
    guard.reach = *reach;
  }
  if (guard.place == GuardPlace::question) {
    if (!rest.empty()) return refuse("nothing stands behind question:", line, "remove it");
    rest = kQuestionMarks;
  }
  const auto klass = words_.class_of(rest);
  if (!klass) return tl::unexpected(klass.error());
  guard.klass = *klass;
  entry_->guards.push_back(guard);
  return {};
}

}  // namespace attune::phrases
