// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers the words of a stream of texts, so that what a word's letters alone tell is worked out
// once and not at every place where the word stands. Part of Tokens; no text is kept, only words of
// at most kLongest bytes, some thirty thousand of them.
//
// Readers that know more of a word keep a Memo of it by number; its entries know for which word
// they were made, so that one memo may follow several numberings.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/short_hash.h"

namespace attune {

enum class TokenKind : std::uint8_t {
  word,
  number,
  punctuation,
  symbol,
  mention,
  hashtag,
  link,
  email
};

/// What the letters of a folded word tell.
struct WordTraits {
  std::uint64_t hash = 0;         ///< hash64 of the word.
  std::uint64_t languages = 0;    ///< LanguageSet that has it as a common word.
  std::uint64_t name_hash = 0;    ///< short_hash of the word without "'s".
  std::uint32_t clause_bits = 0;  ///< ClauseWord bits (text/clause_words.h).
  std::uint8_t name_lists = 0;    ///< NameList bits (text/pii/name_list.h).
  bool possessive = false;        ///< Ends in "'s" and is longer.
  bool ascii = true;              ///< All bytes are ASCII.
  bool digits = false;            ///< Holds an ASCII digit.
};

class WordNumbers {
 public:
  static constexpr std::size_t kLongest = 24;

  /// Call before each text: numbers of the last one are no longer valid.
  void begin_text();
  /// The number of `folded`; `kind` sets words of the same letters apart. Valid until begin_text(),
  /// which leaves it as it is where the word is a common one.
  [[nodiscard]] std::uint32_t number(std::string_view folded, TokenKind kind) {
    return number(folded, kind, announce(folded, kind));
  }
  /// The same in two steps, between which what the second looks at comes near: many words are
  /// announced, then numbered.
  [[nodiscard]] std::uint64_t announce(std::string_view folded, TokenKind kind) const {
    const std::uint64_t hash = short_hash(folded) ^ (static_cast<std::uint64_t>(kind) << 56U);
    if (!slots_.empty()) __builtin_prefetch(&slots_[home(hash)]);
    return hash;
  }
  [[nodiscard]] std::uint32_t number(std::string_view folded, TokenKind kind,
                                     std::uint64_t announced);

  [[nodiscard]] const WordTraits& traits(std::uint32_t number) const {
    return entries_[number].traits;
  }
  /// A hash of letters and kind; never 0.
  [[nodiscard]] std::uint64_t key(std::uint32_t number) const { return entries_[number].key; }
  /// Above every number given so far for this text.
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct alignas(64) Entry {  // One cache line.
    std::uint64_t key = 0;
    std::uint64_t hash = 0;     ///< Of letters and kind; 0: not to be found.
    std::uint64_t head = 0;     ///< The letters, up to eight; of a longer word, its hash.
    std::uint32_t letters = 0;  ///< Where longer ones begin in letters_.
    std::uint8_t size = 0;
    TokenKind kind = TokenKind::word;
    WordTraits traits;
  };

  /// Where a word is found by its hash, with what tells a short one from all others.
  struct Slot {
    std::uint64_t head = 0;    ///< As Entry::head.
    std::uint32_t number = 0;  ///< Plus 1; 0: empty.
    std::uint8_t size = 0;
    TokenKind kind = TokenKind::word;
    bool again = false;  ///< Met a second time since rare words were last forgotten.
  };

  [[nodiscard]] std::size_t home(std::uint64_t hash) const {
    return (hash >> 8U) & (slots_.size() - 1);
  }
  std::uint32_t add(std::string_view folded, TokenKind kind, std::uint64_t hash);
  Slot& put(std::uint32_t number);
  void fill_slots(std::size_t slots);
  void grow();
  void forget_rare();
  void forget_all();

  std::vector<Slot> slots_;  ///< A power of two.
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> free_;  ///< Entries of words that were forgotten.
  std::vector<char> letters_;
};

/// What a reader knows of words, by their numbers in one WordNumbers. Grows with it.
template <class T>
class Memo {
 public:
  /// The entry of word `number`; `make` fills a fresh T where the word is new.
  template <class Make>
  const T& of(const WordNumbers& numbers, std::uint32_t number, Make make) {
    if (number >= entries_.size()) reserve(numbers);
    Entry& entry = entries_[number];
    if (entry.key != numbers.key(number)) {
      entry.value = T{};
      make(entry.value);
      entry.key = numbers.key(number);
    }
    return entry.value;
  }
  /// Makes room for all words of the text, so that references to entries stay valid for it.
  void reserve(const WordNumbers& numbers) {
    if (numbers.size() > entries_.size()) entries_.resize(numbers.size() + numbers.size() / 2);
  }
  void clear() { entries_.clear(); }
  /// Asks for the entry of word `number`, so that it is near when of() is called some words later:
  /// the entries of a language's words do not fit into the inner caches.
  void prefetch(std::uint32_t number) const {
    if (number >= entries_.size()) return;
    const auto* const entry = reinterpret_cast<const char*>(&entries_[number]);
    for (std::size_t at = 0; at < sizeof(Entry); at += kCacheLine) __builtin_prefetch(entry + at);
  }

 private:
  static constexpr std::size_t kCacheLine = 64;
  struct Entry {
    std::uint64_t key = 0;
    T value;
  };
  std::vector<Entry> entries_;
};

}  // namespace attune
