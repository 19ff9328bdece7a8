// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a text is made of, for comparing it with others: hashes of its stems and of pairs of
// neighbouring stems. Mentions, links and addresses say who, not what, and are left out; numbers
// are all alike.

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/concepts.h"
#include "text/tokens.h"
#include "text/words/stem.h"

namespace attune {

enum class TermKind : std::uint8_t { content, function, pair, shared };

struct Term {
  std::uint64_t hash = 0;
  std::uint32_t word = 0;  ///< Position of its (first) word in the text, in words.
  TermKind kind = TermKind::content;
};

struct Terms {
  std::vector<Term> list;    ///< In text order.
  std::uint64_t key = 0;     ///< Equal for texts of the same words: case, punctuation, numbers,
                             ///< mentions and links aside. 0: no words.
  std::size_t contents = 0;  ///< Content words.
};

/// True for words that carry grammar rather than a topic ("the", "would", "please"). `folded` is
/// lower case with straight apostrophes.
[[nodiscard]] bool is_function_word(std::string_view folded);

/// "xxxx": what somebody took out before the text reached us.
[[nodiscard]] bool is_blacked_out(std::string_view folded);

/// Reads terms. Not for several threads at once: it keeps the stems it has met.
class TermReader {
 public:
  /// `concepts` is borrowed; null: none. A hit is a term of kind `shared` at its first word.
  explicit TermReader(const Concepts* concepts = nullptr);

  /// The terms of `text`; valid until the next call.
  const Terms& read(std::string_view text);
  /// The key alone (no stems): what read() would give as `key`.
  std::uint64_t key(std::string_view text);

 private:
  /// What is known of a word that is said.
  struct Known {
    std::uint64_t hash = 0;  ///< Of its stem; of a number, of "0".
    bool function = false;
    Concepts::Start concepts;
  };
  const Known& known(std::size_t token);
  void make(std::size_t token, Known& made);

  void add_concepts(const Known& here, std::size_t token, std::uint32_t position);

  Stemmer stemmer_;
  const Concepts* concepts_;
  std::vector<std::uint16_t> hits_;
  Tokens tokens_;
  Terms terms_;
  Memo<Known> words_;
};

}  // namespace attune
