// SPDX-License-Identifier: Apache-2.0
#include "lint/matcher.h"

#include <algorithm>

#include "lint/word_table.h"

namespace attune {

namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::uint32_t kSentenceReach = 60;
constexpr std::uint32_t kTextReach = 200;

/// A phrase laid out for matching: its steps lie together with those of all others.
struct FlatPhrase {
  std::uint32_t rule = 0;
  std::uint32_t line = 0;
  std::uint32_t steps = 0;  ///< Index of the first one.
  std::uint32_t count = 0;
  bool at_start = false;
  bool at_end = false;
};

/// A word at which a phrase is tried, and what must stand beside it.
struct Anchor {
  std::uint32_t phrase = 0;
  std::uint32_t step = 0;
  std::uint32_t beside = kNone;  ///< Class of the step on one side; kNone: a phrase of one word.
  std::uint32_t gap = 0;
  bool left = false;  ///< On which side.
};

bool same_neighbour(const Anchor& a, const Anchor& b) {
  return a.beside == b.beside && a.gap == b.gap && a.left == b.left;
}

}  // namespace

struct RuleMatcher::Tables {
  const RuleBook* book;
  WordTable words;
  std::vector<FlatPhrase> phrases;
  std::vector<PhraseStep> steps;
  std::vector<std::vector<Anchor>> anchors;  ///< By row of the word table.
  std::vector<std::uint32_t> flags;          ///< By class.

  explicit Tables(const RuleBook& rules) : book(&rules), words(rules.classes) {
    for (const WordClass& klass : rules.classes) flags.push_back(klass.flags);
  }

  [[nodiscard]] bool is(const RuleWord& word, std::uint32_t klass) const {
    return words.in(word.id, klass) || (word.flags & flags[klass]) != 0;
  }

  /// The step of a phrase that is met least often; kNone if none is fixed.
  [[nodiscard]] std::uint32_t rarest(const RulePhrase& phrase) const {
    std::uint32_t best = kNone;
    double least = 1e9;
    for (std::uint32_t s = 0; s < phrase.steps.size(); ++s) {
      const std::uint32_t klass = phrase.steps[s].klass;
      if (!words.fixed(klass) || words.commonness(klass) >= least) continue;
      least = words.commonness(klass);
      best = s;
    }
    return best;
  }

  [[nodiscard]] Anchor anchor(const RulePhrase& phrase, std::uint32_t number,
                              std::uint32_t step) const {
    Anchor made{number, step, kNone, 0, false};
    if (step + 1 < phrase.steps.size())
      made = {number, step, phrase.steps[step + 1].klass, phrase.steps[step + 1].gap, false};
    if (step == 0) return made;
    const PhraseStep left = {phrase.steps[step - 1].klass, phrase.steps[step].gap};
    const bool rarer = made.beside == kNone || words.commonness(left.klass) * (left.gap + 1) <
                                                   words.commonness(made.beside) * (made.gap + 1);
    if (rarer) made = {number, step, left.klass, left.gap, true};
    return made;
  }
};

/// Matches one phrase around one word.
class RuleMatcher::Walk {
 public:
  Walk(const Tables& tables, const std::vector<RuleWord>& words, const FlatPhrase& phrase)
      : tables_(tables),
        words_(words),
        phrase_(phrase),
        steps_(tables.steps.data() + phrase.steps) {}

  /// Words [first, last) where step `step` stands at `at`; kNone if it does not fit.
  [[nodiscard]] RuleHit around(std::uint32_t step, std::uint32_t at) const {
    const std::uint32_t last = right(step, at);
    if (last == kNone) return {kNone, 0, 0};
    const std::uint32_t first = left(step, at);
    if (first == kNone) return {kNone, 0, 0};
    return {phrase_.rule, first, last + 1};
  }

 private:
  /// Where the last step falls, or kNone.
  [[nodiscard]] std::uint32_t right(std::uint32_t step, std::uint32_t at) const {
    if (step + 1 == phrase_.count) return at_end(at) ? at : kNone;
    const PhraseStep& next = steps_[step + 1];
    for (std::uint32_t g = 0; g <= next.gap && at + 1 + g < words_.size(); ++g) {
      const std::uint32_t to = at + 1 + g;
      if (g > 0 && words_[to].sentence != words_[at].sentence) break;
      if (!tables_.is(words_[to], next.klass)) continue;
      const std::uint32_t last = right(step + 1, to);
      if (last != kNone) return last;
    }
    return kNone;
  }
  [[nodiscard]] std::uint32_t left(std::uint32_t step, std::uint32_t at) const {
    if (step == 0) return at_start(at) ? at : kNone;
    for (std::uint32_t g = 0; g <= steps_[step].gap && at >= 1 + g; ++g) {
      const std::uint32_t to = at - 1 - g;
      if (g > 0 && words_[to].sentence != words_[at].sentence) break;
      if (!tables_.is(words_[to], steps_[step - 1].klass)) continue;
      const std::uint32_t first = left(step - 1, to);
      if (first != kNone) return first;
    }
    return kNone;
  }
  /// At a sentence's start, or as far behind it as the first step's gap allows.
  [[nodiscard]] bool at_start(std::uint32_t at) const {
    if (!phrase_.at_start) return true;
    for (std::uint32_t g = 0; g <= steps_[0].gap && at >= g; ++g) {
      if (starts(at - g)) return true;
    }
    return false;
  }
  [[nodiscard]] bool starts(std::uint32_t at) const {
    return at == 0 || words_[at - 1].sentence != words_[at].sentence ||
           (words_[at - 1].flags & (WordFlag::kWord | WordFlag::kNumber)) == 0;
  }
  [[nodiscard]] bool at_end(std::uint32_t at) const {
    return !phrase_.at_end || at + 1 >= words_.size() ||
           words_[at + 1].sentence != words_[at].sentence ||
           (words_[at + 1].flags & (WordFlag::kWord | WordFlag::kNumber | WordFlag::kSlot)) == 0;
  }

  const Tables& tables_;
  const std::vector<RuleWord>& words_;
  const FlatPhrase& phrase_;
  const PhraseStep* steps_;
};

RuleMatcher::RuleMatcher(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;
RuleMatcher& RuleMatcher::operator=(RuleMatcher&&) noexcept = default;
RuleMatcher::~RuleMatcher() = default;

Result<RuleMatcher> RuleMatcher::compile(const RuleBook& book) {
  auto tables = std::make_unique<Tables>(book);
  for (std::uint32_t r = 0; r < book.rules.size(); ++r) {
    for (const RulePhrase& phrase : book.rules[r].phrases) {
      const std::uint32_t step = tables->rarest(phrase);
      if (step == kNone) {
        return fail(Fault::bad_input, book.rules[r].id + ": a phrase without a fixed word");
      }
      const auto number = static_cast<std::uint32_t>(tables->phrases.size());
      tables->phrases.push_back({r, phrase.line, static_cast<std::uint32_t>(tables->steps.size()),
                                 static_cast<std::uint32_t>(phrase.steps.size()), phrase.at_start,
                                 phrase.at_end});
      tables->steps.insert(tables->steps.end(), phrase.steps.begin(), phrase.steps.end());
      const Anchor anchor = tables->anchor(phrase, number, step);
      for (const std::uint32_t row : tables->words.rows(phrase.steps[step].klass)) {
        if (row >= tables->anchors.size()) tables->anchors.resize(row + 1);
        tables->anchors[row].push_back(anchor);
      }
    }
  }
  for (std::vector<Anchor>& anchors : tables->anchors) {
    std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
      if (a.beside != b.beside) return a.beside < b.beside;
      return a.gap != b.gap ? a.gap < b.gap : a.left < b.left;
    });
  }
  return RuleMatcher(std::move(tables));
}

const WordTable& RuleMatcher::table() const {
  return tables_->words;
}

void RuleMatcher::match(std::string_view text, MatchState& state) const {
  scan_words(text, tables_->words, state.tokens, state.words);
  state.hits.clear();
  const auto& words = state.words;
  const auto& anchors = tables_->anchors;
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    const std::uint32_t row = words[w].id;
    if (row == 0 || row >= anchors.size()) continue;
    const Anchor* asked = nullptr;  // Anchors that need the same neighbour lie together.
    bool beside = false;
    for (const Anchor& anchor : anchors[row]) {
      if (asked == nullptr || !same_neighbour(*asked, anchor)) {
        beside = stands_beside(anchor.beside, anchor.gap, anchor.left, w, words);
        asked = &anchor;
      }
      if (!beside) continue;
      const FlatPhrase& phrase = tables_->phrases[anchor.phrase];
      const RuleHit hit = Walk(*tables_, words, phrase).around(anchor.step, w);
      if (hit.rule == kNone) continue;
      if (allowed(tables_->book->rules[hit.rule], phrase.line, hit, words)) {
        state.hits.push_back(hit);
      }
    }
  }
  keep_longest(state.hits);
}

/// A quick no for most anchors: is a word of class `klass` within `gap` words on one side?
bool RuleMatcher::stands_beside(std::uint32_t klass, std::uint32_t gap, bool left, std::uint32_t at,
                                const std::vector<RuleWord>& words) const {
  if (klass == kNone) return true;
  const std::uint32_t from = left ? at - std::min(at, gap + 1) : at + 1;
  const auto to = left ? at
                       : static_cast<std::uint32_t>(
                             std::min<std::size_t>(words.size(), std::size_t{at} + gap + 2));
  for (std::uint32_t w = from; w < to; ++w) {
    if (tables_->is(words[w], klass)) return true;
  }
  return false;
}

/// Of hits of one rule that overlap, the first and longest stays.
void RuleMatcher::keep_longest(std::vector<RuleHit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const RuleHit& a, const RuleHit& b) {
    if (a.rule != b.rule) return a.rule < b.rule;
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::size_t kept = 0;
  for (const RuleHit& hit : hits) {
    if (kept > 0 && hits[kept - 1].rule == hit.rule && hit.first < hits[kept - 1].last) continue;
    hits[kept++] = hit;
  }
  hits.resize(kept);
}

bool RuleMatcher::allowed(const Rule& rule, std::uint32_t line, const RuleHit& hit,
                          const std::vector<RuleWord>& words) const {
  const std::uint32_t sentence = words[hit.first].sentence;
  const std::uint32_t last_sentence = words[hit.last - 1].sentence;
  for (const Guard& guard : rule.guards) {
    if (guard.line != 0 && guard.line != line) continue;
    const bool text = guard.place == GuardScope::text;
    std::uint32_t back = guard.reach;
    std::uint32_t forth = guard.reach;
    if (guard.place == GuardScope::before) forth = 0;
    if (guard.place == GuardScope::after) back = 0;
    if (guard.reach == 0) back = forth = text ? kTextReach : kSentenceReach;
    const bool inner = guard.reach == 0;
    std::uint32_t from = hit.first - std::min(hit.first, back);
    const auto to = static_cast<std::uint32_t>(
        std::min<std::size_t>(words.size(), std::size_t{hit.last} + forth));
    bool found = false;
    for (; from < to && !found; ++from) {
      if (!inner && from == hit.first) from = hit.last;
      if (from >= to) break;
      const RuleWord& word = words[from];
      if (!text && (word.sentence < sentence || word.sentence > last_sentence)) continue;
      found = tables_->is(word, guard.klass);
    }
    if (found != guard.required) return false;
  }
  return true;
}

}  // namespace attune
