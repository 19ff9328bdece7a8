// SPDX-License-Identifier: Apache-2.0
#include "lint/word_table.h"

#include <algorithm>

namespace attune {

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

std::uint64_t hash_of(std::string_view word) {
  RunningHash hash;
  for (const char c : word) hash.add(c);
  return hash.value();
}

}  // namespace

WordTable::WordTable(const std::vector<WordClass>& classes) {
  number_words(classes);
  fill_bits(classes);
}

std::uint32_t HashIndex::add(std::uint64_t hash, std::uint32_t number) {
  if (const std::uint32_t known = find(hash); known != 0) return known;
  if (2 * (used_ + 1) > slots_.size()) {
    std::vector<Entry> old(2 * slots_.size());
    old.swap(slots_);
    mask_ = slots_.size() - 1;
    used_ = 0;
    for (const Entry& entry : old) {
      if (entry.number != 0) add(entry.hash, entry.number);
    }
  }
  std::size_t at = hash & mask_;
  while (slots_[at].number != 0) at = (at + 1) & mask_;
  slots_[at] = {hash, number};
  ++used_;
  return number;
}

void WordTable::number_words(const std::vector<WordClass>& classes) {
  std::uint32_t next = 1;
  for (const WordClass& klass : classes) {
    for (const std::string& word : klass.words) {
      if (words_.add(hash_of(word), next) != next) continue;
      word_list_.push_back(word);
      ++next;
    }
  }
  first_prefix_row_ = next;
  for (const WordClass& klass : classes) {
    for (const std::string& prefix : klass.prefixes) {
      heads_.set(hash_of(std::string_view(prefix).substr(0, kHead)) & kHeadMask);
      longest_prefix_ = std::max(longest_prefix_, prefix.size());
      if (prefixes_.add(hash_of(prefix), next) != next) continue;
      prefix_list_.push_back(prefix);
      ++next;
    }
  }
  stride_ = classes.size() / 64 + 1;
  bits_.assign(next * stride_, 0);
  rows_.resize(classes.size());
  traits_.resize(classes.size());
}

void WordTable::fill_bits(const std::vector<WordClass>& classes) {
  for (std::uint32_t c = 0; c < classes.size(); ++c) {
    Traits& traits = traits_[c];
    traits.fixed = classes[c].flags == 0;
    const auto add = [&](std::uint32_t row) {
      bits_[row * stride_ + c / 64] |= std::uint64_t{1} << (c % 64);
      rows_[c].push_back(row);
    };
    for (const std::string& word : classes[c].words) {
      add(words_.find(hash_of(word)));
      traits.commonness += commonness_of(word);
    }
    for (const std::string& prefix : classes[c].prefixes) {
      traits.commonness += 1.5;
      for (std::uint32_t w = 0; w < word_list_.size(); ++w) {
        if (word_list_[w].starts_with(prefix)) add(w + 1);
      }
      for (std::uint32_t p = 0; p < prefix_list_.size(); ++p) {
        if (prefix_list_[p].starts_with(prefix)) add(first_prefix_row_ + p);
      }
    }
    std::sort(rows_[c].begin(), rows_[c].end());
    rows_[c].erase(std::unique(rows_[c].begin(), rows_[c].end()), rows_[c].end());
  }
}

std::uint32_t WordTable::row(std::string_view folded) const {
  WordHash hash(*this);
  for (const char c : folded) hash.add(c);
  return hash.row();
}

}  // namespace attune
