// SPDX-License-Identifier: Apache-2.0
#include "phrases/rules/word_table.h"

#include <algorithm>

namespace attune::phrases {

namespace {

/// The commonest words of English, most frequent first; the rest count as rare.
constexpr std::string_view kCommon[] = {
    "the",    "to",     "and",   "a",    "of",    "you",   "your",   "in",    "is",    "for",
    "we",     "our",    "it",    "on",   "with",  "that",  "this",   "i",     "be",    "are",
    "have",   "at",     "not",   "will", "can",   "if",    "as",     "by",    "or",    "an",
    "from",   "but",    "all",   "my",   "so",    "was",   "they",   "more",  "do",    "no",
    "one",    "us",     "just",  "now",  "get",   "out",   "up",     "what",  "me",    "has",
    "their",  "who",    "when",  "been", "new",   "time",  "than",   "only",  "about", "there",
    "any",    "like",   "how",   "make", "would", "see",   "today",  "help",  "know",  "need",
    "want",   "please", "here",  "take", "back",  "over",  "let",    "go",    "free",  "day",
    "people", "other",  "also",  "its",  "don't", "we're", "you're", "i'm",   "it's",  "we've",
    "into",   "them",   "every", "way",  "first", "last",  "before", "after", "still", "because",
    "right",  "off",    "ever",  "then", "some",  "could", "these",  "where", "good",  "best"};

double commonness_of(std::string_view word) {
  const auto* found = std::find(std::begin(kCommon), std::end(kCommon), word);
  if (found == std::end(kCommon)) return 0.3;
  return 500.0 / (8.0 + static_cast<double>(found - std::begin(kCommon)));
}

std::uint64_t key_of(std::string_view word) {
  return word_key(word, 0, word.size());
}

}  // namespace

WordTable::WordTable(const std::vector<TokenClass>& classes) {
  number_words(classes);
  fill_bits(classes);
}

std::uint32_t KeyIndex::add(std::uint64_t key, std::uint32_t number) {
  if (const std::uint32_t known = find(key); known != 0) return known;
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::size_t bit = key & maybe_mask_;
  maybe_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  std::size_t at = key >> shift_;
  while (slots_[at].number != 0) at = (at + 1) & mask_;
  slots_[at] = {key, number};
  ++used_;
  return number;
}

void KeyIndex::grow() {
  std::vector<Entry> old(2 * slots_.size());
  old.swap(slots_);
  mask_ = slots_.size() - 1;
  --shift_;
  used_ = 0;
  maybe_.assign(slots_.size() / 16, 0);
  maybe_mask_ = 4 * slots_.size() - 1;
  for (const Entry& entry : old) {
    if (entry.number != 0) add(entry.key, entry.number);
  }
}

void WordTable::number_words(const std::vector<TokenClass>& classes) {
  std::uint32_t next = 1;
  for (const TokenClass& klass : classes) {
    for (const std::string& word : klass.words) {
      if (words_.add(key_of(word), next) != next) continue;
      word_list_.push_back(word);
      ++next;
    }
  }
  first_prefix_row_ = next;
  for (const TokenClass& klass : classes) {
    for (const std::string& prefix : klass.prefixes) {
      const std::size_t length = std::clamp(prefix.size(), kHead, kLongestPrefix);
      heads_[head(prefix, 0)] |= 1U << length;
      if (prefixes_.add(key_of(prefix), next) != next) continue;
      prefix_list_.push_back(prefix);
      ++next;
    }
  }
  stride_ = classes.size() / 64 + 1;
  bits_.assign(next * stride_, 0);
  rows_.resize(classes.size());
  traits_.resize(classes.size());
}

void WordTable::fill_bits(const std::vector<TokenClass>& classes) {
  struct Known {
    std::string_view word;
    std::uint32_t row;
  };
  std::vector<Known> sorted;
  for (std::uint32_t w = 0; w < word_list_.size(); ++w) sorted.push_back({word_list_[w], w + 1});
  for (std::uint32_t p = 0; p < prefix_list_.size(); ++p)
    sorted.push_back({prefix_list_[p], first_prefix_row_ + p});
  std::sort(sorted.begin(), sorted.end(),
            [](const Known& a, const Known& b) { return a.word < b.word; });
  const auto first_with = [&](std::string_view prefix) {
    return std::lower_bound(
        sorted.begin(), sorted.end(), prefix,
        [](const Known& known, std::string_view wanted) { return known.word < wanted; });
  };
  for (std::uint32_t c = 0; c < classes.size(); ++c) {
    Traits& traits = traits_[c];
    traits.fixed = classes[c].flags == 0;
    for (const std::string& word : classes[c].words) {
      rows_[c].push_back(words_.find(key_of(word)));
      traits.commonness += commonness_of(word);
    }
    for (const std::string& prefix : classes[c].prefixes) {
      traits.commonness += 1.5;
      auto at = first_with(prefix);
      for (; at != sorted.end() && at->word.starts_with(prefix); ++at) rows_[c].push_back(at->row);
    }
    std::sort(rows_[c].begin(), rows_[c].end());
    rows_[c].erase(std::unique(rows_[c].begin(), rows_[c].end()), rows_[c].end());
    for (const std::uint32_t row : rows_[c])
      bits_[row * stride_ + c / 64] |= std::uint64_t{1} << (c % 64);
  }
}

/// The row of the longest beginning that is in the table, or 0. Bits of `lengths`: those to try.
std::uint32_t WordTable::prefix_row(std::string_view text, std::size_t begin, std::size_t end,
                                    std::uint32_t lengths) const {
  while (lengths != 0) {
    const auto length = static_cast<std::size_t>(std::bit_width(lengths) - 1);
    lengths &= ~(1U << length);
    if (length > end - begin) continue;
    const std::uint32_t row = prefixes_.find(word_key(text, begin, begin + length));
    if (row != 0) return row;
  }
  return 0;
}

}  // namespace attune::phrases
