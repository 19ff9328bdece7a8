// SPDX-License-Identifier: Apache-2.0
#pragma once

// Everyday concepts behind different words ("parcel", "package", "courier"): what a
// small file of feedback is too short to teach. Synonyms, not a taxonomy: they name nothing and
// decide nothing, they only let texts meet that share no word.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attune/result.h"
#include "text/tokens.h"

namespace attune {

class Concepts {
  /// What follows a first word: the rest of a phrase, and the concept it means.
  struct Entry {
    std::uint64_t next = 0;  ///< Hash of the word that must follow; 0: none must, or a prefix.
    std::vector<std::string> rest;
    std::uint16_t concept_id = 0;
  };

 public:
  /// What can begin with a word: looked up once by those who meet the word again.
  struct Start {
    const std::vector<Entry>* entries = nullptr;  ///< Whole words and phrases; null: none.
    std::vector<std::uint16_t> prefixed;          ///< Concepts of its beginnings.
  };

  Concepts() = default;  ///< None: finds nothing.

  /// Reads lines `concept: word prefix* phrase_of_words …`; `#` begins a remark. Refuses a line
  /// that is no such line, by its number. About 2 ms.
  [[nodiscard]] static Result<Concepts> load(const std::string& file);
  [[nodiscard]] static Result<Concepts> parse(std::string_view lines);

  /// Appends the concept of every entry that matches within tokens [first, last), in order; a
  /// concept hit twice stands twice. O(tokens). Const and safe from many threads.
  void find(const Tokens& tokens, std::size_t first, std::size_t last,
            std::vector<std::uint16_t>& out) const;

  /// The same for the entries that begin at token `at`.
  void find_at(const Tokens& tokens, std::size_t at, std::size_t last,
               std::vector<std::uint16_t>& out) const;

  /// The entries that begin with `word`; valid while the concepts live.
  [[nodiscard]] Start start(std::string_view word) const;
  /// find_at() for a token whose word begins `start`.
  static void find_at(const Start& start, const Tokens& tokens, std::size_t at, std::size_t last,
                      std::vector<std::uint16_t>& out);

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::string_view name(std::uint16_t concept_id) const { return names_[concept_id]; }

 private:
  /// True if tokens from `from` on are the rest of the entry's phrase.
  static bool continues(const Entry& entry, const Tokens& tokens, std::size_t from,
                        std::size_t last);
  [[nodiscard]] Result<void> add_line(std::string_view line);
  void add_entry(std::string_view entry, std::uint16_t concept_id);

  std::vector<std::string> names_;
  std::unordered_map<std::string, std::vector<Entry>> by_word_;
  std::unordered_map<std::string, std::vector<std::uint16_t>> by_prefix_;
  std::size_t longest_prefix_ = 0;
  /// Lengths of the prefixes that begin with a byte, a bit each; from 63 on they share one.
  std::array<std::uint64_t, 256> prefix_lengths_{};
};

}  // namespace attune
