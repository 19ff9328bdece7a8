// SPDX-License-Identifier: Apache-2.0
//
// Idea. Each phrase is looked up by its rarest word, its anchor, and matched left and right from
// there: a text pays for the rare words that it holds and not for the number of phrases. Words that
// no phrase knows fall out while the bytes are scanned (word_scan.h); an anchor falls out where no
// word beside it makes a pair that some phrase has (pair_index.h).
//
// When it applies. Most words of most texts are in no phrase, and one hit a place is enough: the
// nearest way around the anchor, and of hits that overlap the first and longest. Each phrase has a
// word of its own.
//
// What it costs. O(bytes) for a given book: phrases are short and gaps are bounded. 80 MB/s on the
// rules' own examples, the scan included (docs/decisions/0005-two-matchers.md); to compile the
// shipped rules takes half of the time in which `attune lint` starts, a tenth of a second.
//
// Source. Looking for the rarest part first is the filter of every index of many patterns, as in
// S. Wu, U. Manber, A fast algorithm for multi-pattern searching, TR-94-17, University of Arizona
// (1994), there with blocks of bytes; words as blocks, and pairs of them, are ours.
//
// Tested in lint/rules_test.cpp by a slow twin on the shipped rules, and in matchers_test.cpp
// against TrieMatcher.
#include "phrases/rules/anchor_matcher.h"

#include <algorithm>
#include <span>
#include <utility>

#include "phrases/refusal.h"
#include "phrases/rules/pair_index.h"
#include "phrases/rules/word_table.h"

namespace attune::phrases {

namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::uint32_t kSentenceReach = 60;
constexpr std::uint32_t kTextReach = 200;

/// A phrase laid out for matching: its steps lie together with those of all others.
struct FlatPhrase {
  std::uint32_t entry = 0;
  std::uint32_t line = 0;
  std::uint32_t steps = 0;  ///< Index of the first one.
  std::uint32_t count = 0;
  bool at_start = false;
  bool at_end = false;
};

/// A step of a phrase at which it is tried.
struct Anchor {
  std::uint32_t phrase = 0;
  std::uint32_t step = 0;
};

/// What must stand beside an anchor.
struct Need {
  std::uint32_t beside = kNone;  ///< Class of the step on one side; kNone: a phrase of one word.
  std::uint32_t gap = 0;         ///< Words that may lie between.
  bool left = false;             ///< On which side.
  friend auto operator<=>(const Need&, const Need&) = default;
};

/// Anchors [first, last) of one row that need the same neighbour.
struct Group {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Need need;
};

/// What is asked of the words around a word before any phrase is tried.
struct Door {
  std::uint32_t first = 0;  ///< Groups [first, last) of the row that pairs do not tell of: those
  std::uint32_t last = 0;   ///< without a neighbour, or with one that is known by its flags.
  std::uint32_t reach_left = 0;  ///< How many words away a neighbour of a pair may stand.
  std::uint32_t reach_right = 0;
  PairIndex::Row pairs;
};

using Wish = std::pair<Need, Anchor>;

}  // namespace

struct AnchorMatcher::Tables {
  BookView book;
  std::shared_ptr<const WordTable> shared;
  const WordTable& words;
  std::uint32_t first_class;
  std::vector<FlatPhrase> phrases;
  std::vector<Step> steps;
  std::vector<Anchor> anchors;
  std::vector<Group> groups;
  std::vector<Door> doors;           ///< By row of the word table.
  PairIndex pairs;                   ///< To indices of groups.
  std::vector<std::uint32_t> flags;  ///< By class.

  Tables(const BookView& view, std::shared_ptr<const WordTable> table, std::uint32_t first)
      : book(view), shared(std::move(table)), words(*shared), first_class(first) {
    for (const TokenClass& klass : book.classes()) flags.push_back(klass.flags);
  }

  [[nodiscard]] bool is(const CopyWord& word, std::uint32_t klass) const {
    return words.in(word.id, first_class + klass) || (word.flags & flags[klass]) != 0;
  }
  [[nodiscard]] double commonness(std::uint32_t klass) const {
    return words.commonness(first_class + klass);
  }
  [[nodiscard]] const std::vector<std::uint32_t>& rows(std::uint32_t klass) const {
    return words.rows(first_class + klass);
  }

  /// The step of a phrase that is met least often; kNone if none is fixed.
  [[nodiscard]] std::uint32_t rarest(const Wording& phrase) const {
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

  /// The rarer of the neighbours of a step.
  [[nodiscard]] Need need(const Wording& phrase, std::uint32_t step) const {
    Need right;
    if (step + 1 < phrase.steps.size())
      right = {phrase.steps[step + 1].klass, phrase.steps[step + 1].gap, false};
    if (step == 0) return right;
    const Need left = {phrase.steps[step - 1].klass, phrase.steps[step].gap, true};
    if (right.beside == kNone) return left;
    const auto cost = [&](const Need& one) { return commonness(one.beside) * (one.gap + 1); };
    return cost(left) < cost(right) ? left : right;
  }
  /// Is the neighbour known by its row alone?
  [[nodiscard]] bool paired(const Need& need) const {
    return need.beside != kNone && flags[need.beside] == 0;
  }

  /// Lays the anchors of a row out for matching.
  void open_door(std::uint32_t row, std::vector<Wish>& wishes) {
    // Those that pairs do not tell of come last: their groups lie together.
    std::stable_sort(wishes.begin(), wishes.end(), [&](const Wish& a, const Wish& b) {
      const bool a_paired = paired(a.first);
      return a_paired != paired(b.first) ? a_paired : a.first < b.first;
    });
    Door& door = doors[row];
    door.first = static_cast<std::uint32_t>(groups.size());
    std::vector<PairIndex::Entry> entries;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
      const Need& need = wishes[i].first;
      if (i == 0 || need != wishes[i - 1].first) {
        const auto at = static_cast<std::uint32_t>(anchors.size());
        groups.push_back({at, at, need});
        add_pairs(door, entries);
      }
      anchors.push_back(wishes[i].second);
      ++groups.back().last;
    }
    door.last = static_cast<std::uint32_t>(groups.size());
    door.pairs = pairs.add(entries);
  }
  /// Tells of the last group in `entries`.
  void add_pairs(Door& door, std::vector<PairIndex::Entry>& entries) const {
    const Need& need = groups.back().need;
    if (need.beside == kNone) return;
    const auto number = static_cast<std::uint32_t>(groups.size()) - 1;
    if (paired(need)) door.first = number + 1;
    std::uint32_t& reach = need.left ? door.reach_left : door.reach_right;
    reach = std::max(reach, need.gap + 1);
    for (const std::uint32_t beside : rows(need.beside))
      entries.push_back({beside, need.left, number});
  }

  /// Does the group, which pairs do not tell of, have a neighbour at word `at` by its flags?
  [[nodiscard]] bool flagged(const Group& group, std::uint32_t at,
                             std::span<const CopyWord> all) const {
    const Need& need = group.need;
    if (need.beside == kNone) return true;
    const std::uint32_t wanted = flags[need.beside];
    const std::size_t from = need.left ? at - std::min(at, need.gap + 1) : std::size_t{at} + 1;
    const std::size_t to =
        need.left ? at : std::min<std::size_t>(all.size(), std::size_t{at} + need.gap + 2);
    for (std::size_t w = from; w < to; ++w) {
      if ((all[w].flags & wanted) != 0) return true;
    }
    return false;
  }

  /// Do the guards of `entry` let `hit` pass?
  [[nodiscard]] bool allowed(const Entry& entry, std::uint32_t line, const Hit& hit,
                             std::span<const CopyWord> all) const {
    return std::all_of(entry.guards.begin(), entry.guards.end(), [&](const Guard& guard) {
      return (guard.line != 0 && guard.line != line) || guarded(guard, hit, all) == guard.required;
    });
  }
  [[nodiscard]] bool any(std::uint32_t from, std::uint32_t to, std::uint32_t klass,
                         std::span<const CopyWord> all) const {
    return std::any_of(all.begin() + from, all.begin() + to,
                       [&](const CopyWord& word) { return is(word, klass); });
  }
  /// Does a word of the guard's class stand where the guard looks?
  [[nodiscard]] bool guarded(const Guard& guard, const Hit& hit,
                             std::span<const CopyWord> all) const {
    if (guard.place == GuardPlace::inside) return any(hit.first, hit.last, guard.klass, all);
    const bool text = guard.place == GuardPlace::text;
    const bool whole = guard.reach == 0;  // Then the hit's own words count too.
    const std::uint32_t reach = whole ? (text ? kTextReach : kSentenceReach) : guard.reach;
    const bool back = whole || guard.place != GuardPlace::after;
    const bool forth = whole || guard.place != GuardPlace::before;
    const std::uint32_t from = back ? hit.first - std::min(hit.first, reach) : hit.first;
    const std::size_t to = std::min<std::size_t>(all.size(), hit.last + (forth ? reach : 0));
    const std::uint32_t sentence = all[hit.first].sentence;
    const std::uint32_t last_sentence = all[hit.last - 1].sentence;
    for (std::size_t at = from; at < to; ++at) {
      if (!whole && at >= hit.first && at < hit.last) continue;
      const CopyWord& word = all[at];
      if (!text && (word.sentence < sentence || word.sentence > last_sentence)) continue;
      if (is(word, guard.klass)) return true;
    }
    return false;
  }
};

namespace {

/// Of hits of one entry that overlap, the first and longest stays.
void keep_longest(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.entry != b.entry) return a.entry < b.entry;
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  std::size_t kept = 0;
  for (const Hit& hit : hits) {
    if (kept > 0 && hits[kept - 1].entry == hit.entry && hit.first < hits[kept - 1].last) continue;
    hits[kept++] = hit;
  }
  hits.resize(kept);
}

}  // namespace

/// Matches one phrase around one word.
class AnchorMatcher::Walk {
 public:
  Walk(const Tables& tables, std::span<const CopyWord> words, const FlatPhrase& phrase)
      : tables_(tables),
        words_(words),
        phrase_(phrase),
        steps_(tables.steps.data() + phrase.steps) {}

  /// Words [first, last) where step `step` stands at `at`; kNone if it does not fit. The side that
  /// has not been looked at yet comes first.
  [[nodiscard]] Hit around(std::uint32_t step, std::uint32_t at, bool left_known) const {
    constexpr Hit kMiss = {kNone, 0, 0};
    if (left_known) {
      const std::uint32_t last = right(step, at);
      const std::uint32_t first = last == kNone ? kNone : left(step, at);
      return first == kNone ? kMiss : Hit{phrase_.entry, first, last + 1};
    }
    const std::uint32_t first = left(step, at);
    const std::uint32_t last = first == kNone ? kNone : right(step, at);
    return last == kNone ? kMiss : Hit{phrase_.entry, first, last + 1};
  }

 private:
  /// Where the last step falls, or kNone.
  [[nodiscard]] std::uint32_t right(std::uint32_t step, std::uint32_t at) const {
    if (step + 1 == phrase_.count) return at_end(at) ? at : kNone;
    const Step& next = steps_[step + 1];
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
           (words_[at - 1].flags & (TokenBit::kWord | TokenBit::kNumber)) == 0;
  }
  [[nodiscard]] bool at_end(std::uint32_t at) const {
    return !phrase_.at_end || at + 1 >= words_.size() ||
           words_[at + 1].sentence != words_[at].sentence ||
           (words_[at + 1].flags & (TokenBit::kWord | TokenBit::kNumber | TokenBit::kSlot)) == 0;
  }

  const Tables& tables_;
  std::span<const CopyWord> words_;
  const FlatPhrase& phrase_;
  const Step* steps_;
};

AnchorMatcher::AnchorMatcher(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
AnchorMatcher::AnchorMatcher(AnchorMatcher&&) noexcept = default;
AnchorMatcher& AnchorMatcher::operator=(AnchorMatcher&&) noexcept = default;
AnchorMatcher::~AnchorMatcher() = default;

namespace {

/// Numbers of the entries that are looked for.
std::vector<std::uint32_t> entries_of(const BookView& book, const AnchorMatcher::Wanted& wanted) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t e = 0; e < book.size(); ++e) {
    if (!wanted || wanted(e)) all.push_back(e);
  }
  return all;
}

}  // namespace

Result<AnchorMatcher> AnchorMatcher::compile(const BookView& book) {
  return compile(book, std::make_shared<const WordTable>(book.classes()), 0);
}

Result<AnchorMatcher> AnchorMatcher::compile(const BookView& book,
                                             std::shared_ptr<const WordTable> words,
                                             std::uint32_t first_class, const Wanted& wanted) {
  auto tables = std::make_unique<Tables>(book, std::move(words), first_class);
  std::vector<std::vector<Wish>> by_row;
  for (const std::uint32_t e : entries_of(book, wanted)) {
    for (const Wording& phrase : book.at(e).phrases) {
      const std::uint32_t step = tables->rarest(phrase);
      if (step == kNone) {
        return refuse("a phrase without a word of its own in", book.at(e).id,
                      "not every token of it can be a named one such as %num");
      }
      const auto number = static_cast<std::uint32_t>(tables->phrases.size());
      if (phrase.begins == Border::clause || phrase.ends == Border::clause)
        return refuse("a clause's border in", book.at(e).id, "in copy there are ^ and $");
      tables->phrases.push_back({e, phrase.line, static_cast<std::uint32_t>(tables->steps.size()),
                                 static_cast<std::uint32_t>(phrase.steps.size()),
                                 phrase.begins != Border::none, phrase.ends != Border::none});
      tables->steps.insert(tables->steps.end(), phrase.steps.begin(), phrase.steps.end());
      const Wish wish = {tables->need(phrase, step), {number, step}};
      for (const std::uint32_t row : tables->rows(phrase.steps[step].klass)) {
        if (row >= by_row.size()) by_row.resize(row + 1);
        by_row[row].push_back(wish);
      }
    }
  }
  tables->doors.resize(by_row.size());
  for (std::uint32_t row = 0; row < by_row.size(); ++row) tables->open_door(row, by_row[row]);
  return AnchorMatcher(std::move(tables));
}

const WordTable& AnchorMatcher::table() const {
  return tables_->words;
}

void AnchorMatcher::match(std::string_view text, AnchorScratch& scratch) const {
  scan_words(text, tables_->words, scratch.tokens, scratch.words);
  find(scratch.words, scratch);
}

/// Looks at one word after the other, and tries the phrases whose anchor and neighbour are there.
class AnchorMatcher::Search {
 public:
  Search(const Tables& tables, std::span<const CopyWord> words, std::vector<Hit>& hits)
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
    const std::uint32_t back = std::min(at, door.reach_left);
    for (std::uint32_t d = 1; d <= back; ++d) pair(door, at, at - d, d);
    const auto forth = std::min<std::size_t>(words_.size() - at - 1, door.reach_right);
    for (std::uint32_t d = 1; d <= forth; ++d) pair(door, at, at + d, d);
  }
  /// Word `beside` stands `distance` words from the anchor at `at`.
  void pair(const Door& door, std::uint32_t at, std::uint32_t beside, std::uint32_t distance) {
    const std::uint32_t row = words_[beside].id;
    if (row == 0) return;
    for (const std::uint32_t g : tables_.pairs.find(door.pairs, row, beside < at)) {
      if (tables_.groups[g].need.gap + 1 >= distance) attempt(tables_.groups[g], at);
    }
  }
  void attempt(const Group& group, std::uint32_t at) {
    for (std::uint32_t a = group.first; a < group.last; ++a) {
      const Anchor& anchor = tables_.anchors[a];
      const FlatPhrase& phrase = tables_.phrases[anchor.phrase];
      const Hit hit = Walk(tables_, words_, phrase).around(anchor.step, at, group.need.left);
      if (hit.entry == kNone) continue;
      const Entry& entry = tables_.book.at(hit.entry);
      if (tables_.allowed(entry, phrase.line, hit, words_)) hits_.push_back(hit);
    }
  }

  const Tables& tables_;
  std::span<const CopyWord> words_;
  std::vector<Hit>& hits_;
};

void AnchorMatcher::find(const std::vector<CopyWord>& words, AnchorScratch& scratch) const {
  scratch.found.clear();
  Search(*tables_, words, scratch.found).run();
  keep_longest(scratch.found);
}

}  // namespace attune::phrases
