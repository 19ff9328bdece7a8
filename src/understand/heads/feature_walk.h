// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one walk over a text's tokens that names its features, whoever collects them: extract() keeps
// their keys, score_words() adds up their weights. Private to features.cpp and word_cache.cpp; the
// prefilter of care reads words by WordReader alone.
//
// A Sink has:
//   void at(Span place)                      where the features that follow stand
//   const SeenWord& see(std::size_t token)   the token as the heads see it
//   void grams(std::size_t token)            put the n-grams of the token last seen
//   void put(Block block, std::uint64_t key)
//   void put_word(), void put_negated()      put that of the token last seen (word_key,
//   negated_key) void put_cue(std::uint64_t tag, std::uint64_t value)   value < kCueValues

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "attune/span.h"
#include "base/hash.h"
#include "text/tokens.h"
#include "understand/heads/blocks.h"
#include "understand/heads/cues.h"

namespace attune {

namespace feature_key {

// What a key stands for; mixed into the hash so that kinds of features never meet.
inline constexpr std::uint64_t kWord = 1;
inline constexpr std::uint64_t kPair = 2;
inline constexpr std::uint64_t kOpening = 3;
inline constexpr std::uint64_t kAsked = 4;
inline constexpr std::uint64_t kNegated = 5;
inline constexpr std::uint64_t kGram = 6;
inline constexpr std::uint64_t kCueAlone = 7;
inline constexpr std::uint64_t kCueOpening = 8;
inline constexpr std::uint64_t kCueNegated = 9;
inline constexpr std::uint64_t kCuePair = 10;
inline constexpr std::uint64_t kCount = 11;
inline constexpr std::uint64_t kShouted = 12;

constexpr std::uint64_t finish(std::uint64_t tag, std::uint64_t hash) {
  hash ^= tag << 56;
  hash ^= hash >> 29;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

}  // namespace feature_key

/// What a mark does.
enum class Mark : std::uint8_t { none, ends, exclaims, asks };  // The last two end, too.

/// One token as the heads see it: long runs of a character squeezed, digits levelled.
struct SeenWord {
  std::uint64_t hash = 0;
  Cue cue = Cue::none;
  bool squeezed = false;
  bool has_grams = false;
  Mark mark = Mark::none;  ///< Of punctuation.
};

/// What the tokens before one tell of it.
struct WalkState {
  std::uint64_t before = 0;  ///< Hash of the word before, in this sentence; 0 if none.
  std::uint64_t first = 0;   ///< Of the sentence's first word …
  std::uint64_t second = 0;  ///< … and its second.
  std::uint64_t cue_before = 0;
  std::size_t negated = 0;  ///< Words that the last negator still turns.
  friend bool operator==(const WalkState&, const WalkState&) = default;
};

/// What is counted in a text.
struct WalkCounts {
  std::size_t words = 0;
  std::size_t questions = 0;
  std::size_t exclamations = 0;
  std::size_t capitals = 0;
  std::size_t elongated = 0;
  std::size_t symbols = 0;
  std::size_t numbers = 0;

  void add(const WalkCounts& more) {
    words += more.words;
    questions += more.questions;
    exclamations += more.exclamations;
    capitals += more.capitals;
    elongated += more.elongated;
    symbols += more.symbols;
    numbers += more.numbers;
  }
};

namespace feature_walk {

inline constexpr std::size_t kNegationReach = 3;       ///< Words after a negator that it turns.
inline constexpr std::uint64_t kCueValues = 1 << 13U;  ///< Above every value of a cue's key.

[[nodiscard]] inline std::uint64_t word_key(const SeenWord& seen) {
  return feature_key::finish(feature_key::kWord, seen.hash);
}
[[nodiscard]] inline std::uint64_t negated_key(const SeenWord& seen) {
  return feature_key::finish(feature_key::kNegated, seen.hash);
}
[[nodiscard]] inline bool shouted(const Token& token) {
  return token.capitals && token.span.size() > 2;
}
[[nodiscard]] inline bool is_cue(const Token& token, const SeenWord& seen) {
  return token.kind != TokenKind::number && seen.cue != Cue::none;
}
/// A cue with what turns it.
[[nodiscard]] inline std::uint64_t turned_cue(const SeenWord& seen, const WalkState& state) {
  return static_cast<std::uint64_t>(seen.cue) * 2 + (state.negated > 0 ? 1 : 0);
}

/// Goes over `token`.
inline void step(const Token& token, const SeenWord& seen, WalkState& state) {
  if (token.kind == TokenKind::punctuation) {
    state.negated = 0;
    if (seen.mark != Mark::none) state = {};
    return;
  }
  if (state.first == 0) {
    state.first = seen.hash;
  } else if (state.second == 0) {
    state.second = seen.hash;
  }
  if (is_cue(token, seen)) state.cue_before = turned_cue(seen, state);
  if (state.negated > 0) --state.negated;
  if (is_cue(token, seen) && seen.cue == Cue::negator) state.negated = kNegationReach;
  state.before = seen.hash;
}

inline void count(const Token& token, const SeenWord& seen, WalkCounts& counts) {
  if (token.kind == TokenKind::punctuation) {
    counts.questions += seen.mark == Mark::asks ? 1 : 0;
    counts.exclamations += seen.mark == Mark::exclaims ? 1 : 0;
    return;
  }
  counts.capitals += shouted(token) ? 1 : 0;
  counts.elongated += seen.squeezed ? 1 : 0;
  counts.symbols += token.kind == TokenKind::symbol ? 1 : 0;
  counts.numbers += token.kind == TokenKind::number ? 1 : 0;
  ++counts.words;
}

/// True if put_token() puts the same in both states.
[[nodiscard]] inline bool puts_alike(const Token& token, const SeenWord& seen, const WalkState& a,
                                     const WalkState& b) {
  const bool opened_alike = a.first == b.first && a.second == b.second;
  if (token.kind == TokenKind::punctuation) return seen.mark != Mark::asks || opened_alike;
  return a.before == b.before && (a.negated > 0) == (b.negated > 0) &&
         (opened_alike || (a.second != 0 && b.second != 0)) &&
         (a.cue_before == b.cue_before || !is_cue(token, seen));
}

template <class Sink>
void put_cue(const Token& token, const SeenWord& seen, const WalkState& state, Sink& sink) {
  if (!is_cue(token, seen)) return;
  const auto id = static_cast<std::uint64_t>(seen.cue);
  const bool turned = state.negated > 0 && seen.cue != Cue::negator;
  sink.put_cue(turned ? feature_key::kCueNegated : feature_key::kCueAlone, id);
  if (state.before == 0) sink.put_cue(feature_key::kCueOpening, id);
  if (state.cue_before != 0) {
    sink.put_cue(feature_key::kCuePair, state.cue_before * 128 + turned_cue(seen, state));
  }
  if (shouted(token)) sink.put_cue(feature_key::kShouted, id);
}

/// Puts the features of token `at`, which `sink` has seen last.
template <class Sink>
void put_token(const Token& token, std::size_t at, const SeenWord& seen, const WalkState& state,
               Sink& sink) {
  const auto put = [&sink](std::uint64_t tag, std::uint64_t hash) {
    sink.put(Block::words, feature_key::finish(tag, hash));
  };
  sink.put_word();
  if (token.kind == TokenKind::punctuation) {
    if (seen.mark != Mark::asks || state.first == 0) return;
    put(feature_key::kAsked, state.first);
    if (state.second != 0) put(feature_key::kAsked, hash_pair(state.first, state.second));
    return;
  }
  if (state.before != 0) put(feature_key::kPair, hash_pair(state.before, seen.hash));
  if (state.first == 0) {
    put(feature_key::kOpening, seen.hash);
  } else if (state.second == 0) {
    put(feature_key::kOpening, hash_pair(state.first, seen.hash));
  }
  if (state.negated > 0) sink.put_negated();
  if (seen.has_grams) sink.grams(at);
  put_cue(token, seen, state, sink);
}

/// Puts counts, as steps.
template <class Sink>
void put_counts(const WalkCounts& counts, Sink& sink) {
  const auto put = [&sink](std::uint64_t what, std::uint64_t step) {
    sink.put_cue(feature_key::kCount, what * 64 + step);
  };
  put(0, static_cast<std::uint64_t>(std::bit_width(counts.words)));
  put(1, std::min<std::size_t>(counts.questions, 2));
  put(2, std::min<std::size_t>(counts.exclamations, 3));
  put(3, std::min<std::size_t>(static_cast<std::size_t>(std::bit_width(counts.capitals)), 3));
  put(4, std::min<std::size_t>(counts.elongated, 1));
  put(5, std::min<std::size_t>(counts.symbols, 2));
  put(6, std::min<std::size_t>(counts.numbers, 2));
}

/// The features of tokens `range` by themselves.
template <class Sink>
void run(const Tokens& tokens, TokenRange range, Sink& sink) {
  WalkState state;
  WalkCounts counts;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const Token& token = tokens.list[i];
    sink.at(token.span);
    const SeenWord& seen = sink.see(i);
    put_token(token, i, seen, state, sink);
    step(token, seen, state);
    count(token, seen, counts);
  }
  sink.at(range.first < range.last
              ? Span{tokens.list[range.first].span.begin, tokens.list[range.last - 1].span.end}
              : Span{});
  put_counts(counts, sink);
}

}  // namespace feature_walk

/// Reads a token's characters: mentions, links and addresses are one word each, digits are
/// levelled, a character that stands three times or more stands twice.
class WordReader {
 public:
  /// What token `i` is. Its n-grams are then each_gram()'s.
  [[nodiscard]] SeenWord see(const Tokens& tokens, std::size_t i);

  /// Calls `put(key)` for every n-gram of the word last seen, 2 to 5 characters, borders included.
  template <class Put>
  void each_gram(Put put) const {
    for (std::size_t i = 0; i + 1 < size_; ++i) {
      std::uint64_t hash = kSeed;
      const std::size_t last = std::min(i + kLongest, size_);
      hash = (hash ^ characters_[i]) * kPrime;
      for (std::size_t k = i + 1; k < last; ++k) {
        hash = (hash ^ characters_[k]) * kPrime;
        put(feature_key::finish(feature_key::kGram, hash));
      }
    }
  }

 private:
  static constexpr std::uint64_t kPrime = 0x100000001B3ULL;
  static constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
  static constexpr std::size_t kLongest = 5;     ///< Characters of the longest n-gram.
  static constexpr std::size_t kWordLimit = 40;  ///< Characters of a word that are read.

  std::array<char32_t, kWordLimit + 2> characters_{};  ///< With a blank before and behind.
  std::size_t size_ = 0;
};

}  // namespace attune
