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

}  // namespace

std::string_view leading_letters(std::string_view word) {
  std::size_t end = 0;
  while (end < word.size() && ((word[end] >= 'a' && word[end] <= 'z'))) ++end;
  return word.substr(0, end);
}

WordTable::WordTable(const std::vector<WordClass>& classes) {
  number_words(classes);
  fill_bits(classes);
}

void WordTable::number_words(const std::vector<WordClass>& classes) {
  std::uint32_t next = 1;
  for (const WordClass& klass : classes) {
    for (const std::string& word : klass.words) next += words_.try_emplace(word, next).second;
  }
  shortest_prefix_ = 100;
  for (const WordClass& klass : classes) {
    for (const std::string& prefix : klass.prefixes) {
      next += prefixes_.try_emplace(prefix, next).second;
      shortest_prefix_ = std::min(shortest_prefix_, prefix.size());
      longest_prefix_ = std::max(longest_prefix_, prefix.size());
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
      add(words_.find(word)->second);
      traits.spelt = traits.spelt && (!leading_letters(word).empty() || word.size() > 1);
      traits.commonness += commonness_of(word);
    }
    for (const std::string& prefix : classes[c].prefixes) {
      traits.spelt = traits.spelt && leading_letters(prefix).size() == prefix.size();
      traits.commonness += 1.5;
      for (const auto& [word, row] : words_) {
        if (word.starts_with(prefix)) add(row);
      }
      for (const auto& [longer, row] : prefixes_) {
        if (longer.starts_with(prefix)) add(row);
      }
    }
    std::sort(rows_[c].begin(), rows_[c].end());
    rows_[c].erase(std::unique(rows_[c].begin(), rows_[c].end()), rows_[c].end());
  }
}

std::uint32_t WordTable::row(std::string_view folded) const {
  const auto found = words_.find(folded);
  if (found != words_.end()) return found->second;
  for (std::size_t size = std::min(folded.size(), longest_prefix_); size >= shortest_prefix_;
       --size) {
    const auto prefix = prefixes_.find(folded.substr(0, size));
    if (prefix != prefixes_.end()) return prefix->second;
  }
  return 0;
}

}  // namespace attune
