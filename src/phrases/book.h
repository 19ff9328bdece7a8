// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a file of phrases says, as data: the tests of tokens, the phrases made of them, and the
// guards around them. docs/phrases.md is the language for people; reader.h reads it.
//
// What else a phrase stands for (a kind of struggle, a rule of the linter) is its owner's: an owner
// derives its own entry from Entry, and a book holds those.

#include <cstdint>
#include <string>
#include <vector>

namespace attune::phrases {

/// What a token is beside its letters. Each has one name in files (token_classes.h).
struct TokenBit {
  static constexpr std::uint32_t kWord = 1, kNumber = 2, kMention = 4, kHashtag = 8, kLink = 16,
                                 kEmail = 32, kEmoji = 64, kCapitals = 128, kTitle = 256,
                                 kInitial = 512, kSlot = 1024, kClock = 2048, kToken = 4096,
                                 kTimer = 8192;
};

/// A test of one token: any of these words, any of these beginnings, any of these bits.
struct TokenClass {
  std::vector<std::string> words;
  std::vector<std::string> prefixes;
  std::uint32_t flags = 0;  ///< Bits of TokenBit.
};

/// One token of a phrase: its class, and how many tokens of the same sentence may lie before it.
struct Step {
  std::uint32_t klass = 0;
  std::uint32_t gap = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

/// Where a phrase may begin or end.
enum class Border : std::uint8_t {
  none,     ///< Anywhere.
  stretch,  ///< `^`, `$`: a sentence's border, or a mark.
  clause    ///< `%clause-begins`, `%clause-ends`: that, or a word that joins clauses ("and").
};

/// One way to match: an expression without its options.
struct Wording {
  std::vector<Step> steps;  ///< Never empty. The first has a gap only behind a border.
  Border begins = Border::none;
  Border ends = Border::none;
  std::uint32_t line = 0;  ///< Which expression of its entry it comes from, from 1.
};

enum class GuardPlace : std::uint8_t { before, inside, after, sentence, text, question };

/// A condition near a hit: required, or else forbidden.
struct Guard {
  GuardPlace place = GuardPlace::before;
  bool required = false;
  std::uint32_t reach = 0;  ///< Tokens; for before and after.
  std::uint32_t klass = 0;  ///< For `question`: the question marks.
  std::uint32_t line = 0;   ///< Of which expression; 0: of all.
};

/// What every owner's entry has.
struct Entry {
  std::string id;
  float p = 0;  ///< Measured precision, in (0, 1).
  std::vector<Wording> phrases;
  std::vector<Guard> guards;
  std::uint32_t lines = 0;          ///< Number of expressions.
  std::vector<std::string> hits;    ///< Texts that must be found.
  std::vector<std::string> misses;  ///< Texts that must not.
};

/// Everything that a folder of files says. `Owned` is an Entry.
template <class Owned>
struct Book {
  std::vector<TokenClass> classes;
  std::vector<Owned> entries;
};

/// A book as matchers see it: without what its owner's entries say beside. Borrowed.
class BookView {
 public:
  template <class Owned>
  BookView(const Book<Owned>& book) : classes_(&book.classes) {  // NOLINT: a book is a view.
    entries_.reserve(book.entries.size());
    for (const Owned& entry : book.entries) entries_.push_back(&entry);
  }
  [[nodiscard]] const std::vector<TokenClass>& classes() const { return *classes_; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const Entry& at(std::size_t i) const { return *entries_[i]; }

 private:
  const std::vector<TokenClass>* classes_;
  std::vector<const Entry*> entries_;
};

}  // namespace attune::phrases
