// SPDX-License-Identifier: Apache-2.0
//
// Idea. Words are learnt from where the texts are, then texts go where their words point, three
// times over. A theme has at most 16 telling words: at least 4 times as frequent in it as
// elsewhere, in 3 texts and 3 % of it. The sum of the logs must reach 2 for a text to belong; its
// own theme counts 1.5 times, so one telling word is enough to stay where no other fits better.
//
// When it applies. Themes exist. Grammar words do not count, nor do terms of fewer than three
// texts; concepts do, where they are given. A lift above 30 counts as 30, and the others are taken
// to be at least 20 texts: a theme that stands alone can so still tell what it says.
//
// What it costs. O(bytes) to read, once; a round O(entries + items · themes), with an entry for
// each term of a text and each theme that it points to, and sorts of each theme's terms. Memory
// O(terms of the texts).
//
// Source. B. L. Monroe, M. P. Colaresi, K. M. Quinn, Fightin' words: lexical feature selection and
// evaluation for identifying the content of political conflict, Political Analysis 16 (2008).
//
// Tested in telling_words_test.cpp (Evident): texts that stay, move, lose or find a theme.
#include "themes/names/telling_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/hash_counts.h"
#include "base/spares.h"
#include "themes/words/terms.h"

namespace attune {

namespace {

constexpr int kRounds = 3;
constexpr std::size_t kTelling = 16;  // words that tell, per theme
constexpr double kLeastLift = 4.0;    // times as often as in all other texts
constexpr double kMostLift = 30.0;    // a rarer word tells no more
constexpr double kFewOthers = 20.0;   // texts to compare with are taken to be at least so many
constexpr double kUnseen = 0.5;       // texts that a word unseen elsewhere is taken to have there
constexpr double kLeastShare = 0.03;  // of the theme's texts that have a telling word
constexpr std::uint32_t kLeastTexts = 3;
constexpr std::size_t kChunk = 512;
constexpr std::uint32_t kUnnumbered = ~0U;
constexpr float kEnough = 2.0F;  // log of how much likelier its words are in the theme
constexpr float kStay = 1.5F;    // how much better another theme must fit

using TermLists = std::vector<std::vector<std::uint32_t>>;

/// Texts as sets of numbered terms; terms of fewer than kLeastTexts texts tell nothing and are left
/// out.
struct Read {
  TermLists terms;                   ///< Per item, ascending.
  std::vector<std::uint32_t> texts;  ///< Per term: items that have it.
};

/// The hashes of each item's words and pairs, each once.
std::vector<std::vector<std::uint64_t>> term_hashes(std::span<const ThemeItem> items,
                                                    const Concepts* concepts, const Pool& pool) {
  std::vector<std::vector<std::uint64_t>> hashes(items.size());
  Spares<TermReader> readers;
  pool.for_each_chunk(items.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto reader = readers.take(concepts);
    for (std::size_t i = begin; i < end; ++i) {
      for (const Term& term : reader->read(items[i].text).list) {
        if (term.kind != TermKind::function) hashes[i].push_back(term.hash);
      }
      std::sort(hashes[i].begin(), hashes[i].end());
      hashes[i].erase(std::unique(hashes[i].begin(), hashes[i].end()), hashes[i].end());
    }
    readers.give_back(std::move(reader));
  });
  return hashes;
}

Read read_items(std::span<const ThemeItem> items, const Concepts* concepts, const Pool& pool) {
  HashNumbers numbers;
  std::vector<std::uint32_t> texts;  // Per number.
  Read read{.terms = TermLists(items.size()), .texts = {}};
  const std::vector<std::vector<std::uint64_t>> hashes = term_hashes(items, concepts, pool);
  for (std::size_t i = 0; i < items.size(); ++i) {
    read.terms[i].reserve(hashes[i].size());
    for (const std::uint64_t hash : hashes[i]) {
      const std::uint32_t number = numbers.number(hash);
      if (number == texts.size()) texts.push_back(0);
      ++texts[number];
      read.terms[i].push_back(number);
    }
  }
  std::vector<std::uint32_t> kept(texts.size(), kUnnumbered);
  for (std::size_t t = 0; t < texts.size(); ++t) {
    if (texts[t] < kLeastTexts) continue;
    kept[t] = static_cast<std::uint32_t>(read.texts.size());
    read.texts.push_back(texts[t]);
  }
  for (std::vector<std::uint32_t>& terms : read.terms) {
    for (std::uint32_t& term : terms) term = kept[term];
    std::erase(terms, kUnnumbered);
  }
  return read;
}

/// How much a term points to a theme.
struct Pointer {
  std::uint32_t theme = 0;
  float weight = 0;
};

class Teller {
 public:
  Teller(const Read& read, std::size_t themes)
      : read_(read), themes_(themes), counts_(read.texts.size(), 0), pointers_(read.texts.size()) {}

  /// Learns the telling words from where the texts are now.
  void learn(std::span<const std::int32_t> theme_of) {
    for (std::vector<Pointer>& pointers : pointers_) pointers.clear();
    std::vector<std::vector<std::uint32_t>> members(themes_);
    for (std::uint32_t i = 0; i < theme_of.size(); ++i) {
      if (theme_of[i] >= 0) members[static_cast<std::size_t>(theme_of[i])].push_back(i);
    }
    for (std::size_t t = 0; t < themes_; ++t) tell(t, members[t]);
  }

  /// The theme that item `i` says most of, or -1; `scores` is scratch of one place a theme.
  [[nodiscard]] std::int32_t best(std::size_t i, std::int32_t now,
                                  std::vector<float>& scores) const {
    std::fill(scores.begin(), scores.end(), 0.0F);
    for (const std::uint32_t term : read_.terms[i]) {
      for (const Pointer& pointer : pointers_[term]) scores[pointer.theme] += pointer.weight;
    }
    if (now >= 0) scores[static_cast<std::size_t>(now)] *= kStay;
    const auto top = std::max_element(scores.begin(), scores.end());
    if (top == scores.end() || *top < kEnough) return -1;
    return static_cast<std::int32_t>(top - scores.begin());
  }

 private:
  void tell(std::size_t theme, const std::vector<std::uint32_t>& members) {
    struct Telling {
      double worth = 0;
      double weight = 0;
      std::uint32_t term = 0;
    };
    const std::size_t size = members.size();
    const std::vector<std::uint32_t> terms = count(members);
    const double others = std::max(kFewOthers, static_cast<double>(read_.terms.size() - size));
    const auto fewest = std::max<std::uint32_t>(
        kLeastTexts, static_cast<std::uint32_t>(kLeastShare * static_cast<double>(size)));
    std::vector<Telling> found;
    for (const std::uint32_t term : terms) {
      const std::uint32_t count = std::exchange(counts_[term], 0);
      if (count < fewest) continue;
      const double share = static_cast<double>(count) / static_cast<double>(size);
      const double elsewhere = (read_.texts[term] - count + kUnseen) / (others + 2 * kUnseen);
      const double lift = share / elsewhere;
      if (lift < kLeastLift) continue;
      const double weight = std::log(std::min(lift, kMostLift));
      found.push_back({share * weight, weight, term});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Telling& a, const Telling& b) { return a.worth > b.worth; });
    found.resize(std::min(found.size(), kTelling));
    for (const Telling& telling : found) {
      pointers_[telling.term].push_back(
          {static_cast<std::uint32_t>(theme), static_cast<float>(telling.weight)});
    }
  }

  /// Counts in counts_ how many of `members` have each term; gives the terms met, ascending.
  std::vector<std::uint32_t> count(const std::vector<std::uint32_t>& members) {
    std::vector<std::uint32_t> met;
    for (const std::uint32_t item : members) {
      for (const std::uint32_t term : read_.terms[item]) {
        if (counts_[term]++ == 0) met.push_back(term);
      }
    }
    std::sort(met.begin(), met.end());
    return met;
  }

  const Read& read_;
  std::size_t themes_;
  std::vector<std::uint32_t> counts_;           ///< Per term; all 0 between themes.
  std::vector<std::vector<Pointer>> pointers_;  ///< Per term.
};

}  // namespace

std::vector<std::int32_t> evident_themes(std::span<const ThemeItem> items,
                                         std::span<const std::int32_t> theme_of, std::size_t themes,
                                         const Concepts* concepts, const Pool& pool) {
  const Read read = read_items(items, concepts, pool);
  Teller teller(read, themes);
  std::vector<std::int32_t> now(theme_of.begin(), theme_of.end());
  for (int round = 0; round < kRounds; ++round) {
    teller.learn(now);
    std::vector<std::int32_t> next(now.size());
    pool.for_each_chunk(now.size(), 512, [&](std::size_t begin, std::size_t end) {
      std::vector<float> scores(themes);
      for (std::size_t i = begin; i < end; ++i) next[i] = teller.best(i, now[i], scores);
    });
    now = std::move(next);
  }
  return now;
}

}  // namespace attune
