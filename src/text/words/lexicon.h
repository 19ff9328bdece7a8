// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words that attune knows, each once, with its classes: the one home of hand-made word lists.
// The words are data, models/words/words.txt; what the program says depends on them as it does on
// its code, in every room and from the tokens on, so the file is built into the program. The copy
// beside the models is compared with it where models are loaded, because weights are learned with
// the words: models of other words would read wrong in silence.
//
//   Lexicon::get().has("would", LexicalClass::function)   // true
//
// Rules of a few words that nobody else reads ("in", "at", "near" before a town) stay with their
// rule; names of columns are another kind (listen/plan/).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "text/words/language_set.h"
#include "text/words/lexical_class.h"

namespace attune {

/// What is known of a word. Views into the text that was parsed.
struct WordEntry {
  std::string_view word;        ///< Folded: lower case, straight apostrophes.
  std::string_view stands_for;  ///< The word that is read in its place; "" for most.
  LanguageSet languages = 0;    ///< That have it as a common word.
  LexicalClasses classes;
};

/// Immutable after it is made; safe from many threads.
class Lexicon {
 public:
  /// The words that the program was built with; made at first use, in about half a millisecond.
  [[nodiscard]] static const Lexicon& get();

  /// Reads lines `word class … =other`; `#` begins a remark. Refuses, by its number, a line that
  /// is no such line, whose class nobody knows, or whose word does not come behind the one before
  /// it in the order of bytes: so no word stands twice. `text` must outlive the lexicon.
  [[nodiscard]] static Result<Lexicon> parse(std::string_view text);

  /// The entry of a folded word; null for one that is not known. O(1).
  [[nodiscard]] const WordEntry* find(std::string_view folded) const;
  /// The same by halving: judges it in tests.
  [[nodiscard]] const WordEntry* find_slowly(std::string_view folded) const;

  [[nodiscard]] bool has(std::string_view folded, LexicalClass lexical_class) const {
    const WordEntry* const entry = find(folded);
    return entry != nullptr && entry->classes.has(lexical_class);
  }
  /// The words of one class, in the order of bytes.
  [[nodiscard]] std::vector<std::string_view> words_of(LexicalClass lexical_class) const;
  /// All, in the order of bytes.
  [[nodiscard]] std::span<const WordEntry> entries() const { return entries_; }

 private:
  struct Slot {
    std::uint32_t tag = 0;     ///< Of the word's hash; not where the slot lies.
    std::uint32_t number = 0;  ///< Of the entry, + 1; 0 is empty.
  };

  Lexicon() = default;
  void index();

  std::vector<WordEntry> entries_;
  std::vector<Slot> slots_;  ///< A power of two, at least twice the entries.
};

/// Compares the words of a folder of models with those of the program. Refuses a file that is
/// absent, cut short or holds other words, in a sentence.
[[nodiscard]] Result<void> check_words(const std::string& models_dir);

}  // namespace attune
