// SPDX-License-Identifier: Apache-2.0
#include "lint/matcher.h"

#include <algorithm>
#include <span>
#include <tuple>

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

/// Anchors [first, last) of one row that need the same neighbour.
struct Group {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t beside = kNone;
  std::uint32_t gap = 0;
  bool left = false;
};

/// What is asked of the words around a word before any phrase is tried.
struct Door {
  std::uint32_t first = 0;  ///< Groups [first, last) of the row that pairs do not tell of: those
  std::uint32_t last = 0;   ///< without a neighbour, or with one that is known by its flags.
  std::uint32_t reach_left = 0;  ///< How many words away a neighbour of a pair may stand.
  std::uint32_t reach_right = 0;
};

std::uint64_t pair_key(std::uint32_t row, std::uint32_t beside, bool left) {
  const std::uint64_t pair =
      (std::uint64_t{row} << 32U) | (std::uint64_t{beside} << 1U) | (left ? 1U : 0U);
  const std::uint64_t mixed = (pair + 1) * 0x9E3779B97F4A7C15ULL;
  return mixed ^ (mixed >> 32U);
}

}  // namespace

struct RuleMatcher::Tables {
  const RuleBook* book;
  std::shared_ptr<const WordTable> shared;
  const WordTable& words;
  std::uint32_t first_class;
  std::vector<FlatPhrase> phrases;
  std::vector<PhraseStep> steps;
  std::vector<Anchor> anchors;
  std::vector<Group> groups;
  std::vector<Door> doors;  ///< By row of the word table.
  KeyIndex pairs;           ///< To one more than an index of pair_groups.
  std::vector<std::vector<std::uint32_t>> pair_groups;
  std::vector<std::uint32_t> flags;  ///< By class.

  Tables(const RuleBook& rules, std::shared_ptr<const WordTable> table, std::uint32_t first)
      : book(&rules), shared(std::move(table)), words(*shared), first_class(first) {
    for (const WordClass& klass : rules.classes) flags.push_back(klass.flags);
  }

  [[nodiscard]] bool is(const RuleWord& word, std::uint32_t klass) const {
    return words.in(word.id, first_class + klass) || (word.flags & flags[klass]) != 0;
  }
  [[nodiscard]] double commonness(std::uint32_t klass) const {
    return words.commonness(first_class + klass);
  }
  [[nodiscard]] const std::vector<std::uint32_t>& rows(std::uint32_t klass) const {
    return words.rows(first_class + klass);
  }

  /// The step of a phrase that is met least often; kNone if none is fixed.
  [[nodiscard]] std::uint32_t rarest(const RulePhrase& phrase) const {
    std::uint32_t best = kNone;
    double least = 1e9;
    for (std::uint32_t s = 0; s < phrase.steps.size(); ++s) {
      const std::uint32_t klass = phrase.steps[s].klass;
      if (!words.fixed(first_class + klass) || commonness(klass) >= least) continue;
      least = commonness(klass);
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
    const bool rarer = made.beside == kNone || commonness(left.klass) * (left.gap + 1) <
                                                   commonness(made.beside) * (made.gap + 1);
    if (rarer) made = {number, step, left.klass, left.gap, true};
    return made;
  }

  /// Lays `by_row` out for matching.
  void set_anchors(std::vector<std::vector<Anchor>>& by_row) {
    doors.resize(by_row.size());
    const auto need = [](const Anchor& a) { return std::tuple(a.beside, a.gap, a.left); };
    for (std::uint32_t row = 0; row < by_row.size(); ++row) {
      std::vector<Anchor>& list = by_row[row];
      // Those that pairs do not tell of come last: their groups lie together.
      const auto apart = std::stable_partition(list.begin(), list.end(), [&](const Anchor& a) {
        return a.beside != kNone && flags[a.beside] == 0;
      });
      const auto by_need = [&](const Anchor& a, const Anchor& b) { return need(a) < need(b); };
      std::stable_sort(list.begin(), apart, by_need);
      std::stable_sort(apart, list.end(), by_need);
      for (auto at = list.begin(); at != list.end();) {
        if (at == apart) doors[row].first = static_cast<std::uint32_t>(groups.size());
        const auto border = at < apart ? apart : list.end();
        const auto end =
            std::find_if(at, border, [&](const Anchor& a) { return need(a) != need(*at); });
        add_group(row, {&*at, static_cast<std::size_t>(end - at)});
        at = end;
      }
      doors[row].last = static_cast<std::uint32_t>(groups.size());
      if (apart == list.end()) doors[row].first = doors[row].last;
    }
  }
  void add_group(std::uint32_t row, std::span<const Anchor> members) {
    const Anchor& one = members.front();
    const auto number = static_cast<std::uint32_t>(groups.size());
    const auto first = static_cast<std::uint32_t>(anchors.size());
    anchors.insert(anchors.end(), members.begin(), members.end());
    groups.push_back(
        {first, static_cast<std::uint32_t>(anchors.size()), one.beside, one.gap, one.left});
    if (one.beside == kNone) return;
    Door& door = doors[row];
    std::uint32_t& reach = one.left ? door.reach_left : door.reach_right;
    reach = std::max(reach, one.gap + 1);
    for (const std::uint32_t beside : rows(one.beside)) {
      const auto fresh = static_cast<std::uint32_t>(pair_groups.size()) + 1;
      const std::uint32_t known = pairs.add(pair_key(row, beside, one.left), fresh);
      if (known == fresh) pair_groups.emplace_back();
      pair_groups[known - 1].push_back(number);
    }
  }

  /// Does the group, which pairs do not tell of, have a neighbour at word `at` by its flags?
  [[nodiscard]] bool flagged(const Group& group, std::uint32_t at,
                             std::span<const RuleWord> all) const {
    if (group.beside == kNone) return true;
    const std::uint32_t wanted = flags[group.beside];
    const std::size_t from = group.left ? at - std::min(at, group.gap + 1) : std::size_t{at} + 1;
    const std::size_t to =
        group.left ? at : std::min<std::size_t>(all.size(), std::size_t{at} + group.gap + 2);
    for (std::size_t w = from; w < to; ++w) {
      if ((all[w].flags & wanted) != 0) return true;
    }
    return false;
  }

  /// Do the guards of `rule` let `hit` pass?
  [[nodiscard]] bool allowed(const Rule& rule, std::uint32_t line, const RuleHit& hit,
                             std::span<const RuleWord> all) const {
    return std::all_of(rule.guards.begin(), rule.guards.end(), [&](const Guard& guard) {
      return (guard.line != 0 && guard.line != line) || guarded(guard, hit, all) == guard.required;
    });
  }
  /// Does a word of the guard's class stand where the guard looks?
  [[nodiscard]] bool guarded(const Guard& guard, const RuleHit& hit,
                             std::span<const RuleWord> all) const {
    const bool text = guard.place == GuardScope::text;
    const bool whole = guard.reach == 0;  // Then the hit's own words count too.
    const std::uint32_t reach = whole ? (text ? kTextReach : kSentenceReach) : guard.reach;
    const bool back = whole || guard.place != GuardScope::after;
    const bool forth = whole || guard.place != GuardScope::before;
    const std::uint32_t from = back ? hit.first - std::min(hit.first, reach) : hit.first;
    const std::size_t to = std::min<std::size_t>(all.size(), hit.last + (forth ? reach : 0));
    const std::uint32_t sentence = all[hit.first].sentence;
    const std::uint32_t last_sentence = all[hit.last - 1].sentence;
    for (std::size_t at = from; at < to; ++at) {
      if (!whole && at >= hit.first && at < hit.last) continue;
      const RuleWord& word = all[at];
      if (!text && (word.sentence < sentence || word.sentence > last_sentence)) continue;
      if (is(word, guard.klass)) return true;
    }
    return false;
  }
};

namespace {

/// Of hits of one rule that overlap, the first and longest stays.
void keep_longest(std::vector<RuleHit>& hits) {
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

}  // namespace

/// Matches one phrase around one word.
class RuleMatcher::Walk {
 public:
  Walk(const Tables& tables, std::span<const RuleWord> words, const FlatPhrase& phrase)
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
  std::span<const RuleWord> words_;
  const FlatPhrase& phrase_;
  const PhraseStep* steps_;
};

RuleMatcher::RuleMatcher(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
RuleMatcher::RuleMatcher(RuleMatcher&&) noexcept = default;
RuleMatcher& RuleMatcher::operator=(RuleMatcher&&) noexcept = default;
RuleMatcher::~RuleMatcher() = default;

Result<RuleMatcher> RuleMatcher::compile(const RuleBook& book) {
  return compile(book, std::make_shared<const WordTable>(book.classes), 0);
}

Result<RuleMatcher> RuleMatcher::compile(const RuleBook& book,
                                         std::shared_ptr<const WordTable> words,
                                         std::uint32_t first_class) {
  auto tables = std::make_unique<Tables>(book, std::move(words), first_class);
  std::vector<std::vector<Anchor>> by_row;
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
      for (const std::uint32_t row : tables->rows(phrase.steps[step].klass)) {
        if (row >= by_row.size()) by_row.resize(row + 1);
        by_row[row].push_back(anchor);
      }
    }
  }
  tables->set_anchors(by_row);
  return RuleMatcher(std::move(tables));
}

const WordTable& RuleMatcher::table() const {
  return tables_->words;
}

void RuleMatcher::match(std::string_view text, MatchState& state) const {
  scan_words(text, tables_->words, state.tokens, state.words);
  find(state.words, state.hits);
}

/// Looks at one word after the other, and tries the phrases whose anchor and neighbour are there.
class RuleMatcher::Search {
 public:
  Search(const Tables& tables, std::span<const RuleWord> words, std::vector<RuleHit>& hits)
      : tables_(tables), words_(words), hits_(hits) {}

  void run() {
    const std::vector<Door>& doors = tables_.doors;
    for (std::uint32_t w = 0; w < words_.size(); ++w) {
      const std::uint32_t row = words_[w].id;
      if (row != 0 && row < doors.size()) look(doors[row], w);
    }
  }

 private:
  void look(const Door& door, std::uint32_t at) {
    for (std::uint32_t g = door.first; g < door.last; ++g) {
      if (tables_.flagged(tables_.groups[g], at, words_)) attempt(tables_.groups[g], at);
    }
    const std::uint32_t from = at - std::min(at, door.reach_left);
    for (std::uint32_t w = from; w < at; ++w) pair(at, w, at - w, true);
    const std::size_t to =
        std::min<std::size_t>(words_.size(), std::size_t{at} + door.reach_right + 1);
    for (std::uint32_t w = at + 1; w < to; ++w) pair(at, w, w - at, false);
  }
  /// Word `beside` stands `distance` words from the anchor at `at`.
  void pair(std::uint32_t at, std::uint32_t beside, std::uint32_t distance, bool left) {
    const std::uint32_t row = words_[beside].id;
    if (row == 0) return;
    const std::uint32_t known = tables_.pairs.find(pair_key(words_[at].id, row, left));
    if (known == 0) return;
    for (const std::uint32_t g : tables_.pair_groups[known - 1]) {
      if (tables_.groups[g].gap + 1 >= distance) attempt(tables_.groups[g], at);
    }
  }
  void attempt(const Group& group, std::uint32_t at) {
    for (std::uint32_t a = group.first; a < group.last; ++a) {
      const Anchor& anchor = tables_.anchors[a];
      const FlatPhrase& phrase = tables_.phrases[anchor.phrase];
      const RuleHit hit = Walk(tables_, words_, phrase).around(anchor.step, at);
      if (hit.rule == kNone) continue;
      const Rule& rule = tables_.book->rules[hit.rule];
      if (tables_.allowed(rule, phrase.line, hit, words_)) hits_.push_back(hit);
    }
  }

  const Tables& tables_;
  std::span<const RuleWord> words_;
  std::vector<RuleHit>& hits_;
};

void RuleMatcher::find(const std::vector<RuleWord>& words, std::vector<RuleHit>& hits) const {
  hits.clear();
  Search(*tables_, words, hits).run();
  keep_longest(hits);
}

}  // namespace attune
