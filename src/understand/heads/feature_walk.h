// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one walk over a text's tokens that names its features, whoever collects them: extract() keeps
// their keys, Model::score() for tokens adds up their weights. Private to features.cpp and
// word_cache.cpp.
//
// A Sink has:
//   void at(Span place)                      where the features that follow stand
//   const SeenWord& see(std::size_t token)   the token as the heads see it
//   void grams(std::size_t token)            put the n-grams of the token last seen
//   void put(Block block, std::uint64_t key)

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

/// One token as the heads see it: long runs of a character squeezed, digits levelled.
struct SeenWord {
  std::uint64_t hash = 0;
  Cue cue = Cue::none;
  bool squeezed = false;
  bool has_grams = false;
};

template <class Sink>
class FeatureWalk {
 public:
  FeatureWalk(const Tokens& tokens, Sink& sink) : tokens_(tokens), sink_(sink) {}

  void run(TokenRange range) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      const Token& token = tokens_.list[i];
      sink_.at(token.span);
      const SeenWord& seen = sink_.see(i);
      if (token.kind == TokenKind::punctuation) {
        punctuation(seen, tokens_.word(i));
      } else {
        word(seen, i);
      }
    }
    summary(range);
  }

 private:
  void word(const SeenWord& seen, std::size_t at) {
    const Token& token = tokens_.list[at];
    const std::uint64_t hash = seen.hash;
    put(Block::words, finish(feature_key::kWord, hash));
    if (before_ != 0) put(Block::words, finish(feature_key::kPair, hash_pair(before_, hash)));
    if (first_ == 0) {
      first_ = hash;
      put(Block::words, finish(feature_key::kOpening, hash));
    } else if (second_ == 0) {
      second_ = hash;
      put(Block::words, finish(feature_key::kOpening, hash_pair(first_, hash)));
    }
    if (negated_ > 0) put(Block::words, finish(feature_key::kNegated, hash));
    if (seen.has_grams) sink_.grams(at);
    cue(token, seen.cue);
    capitals_ += token.capitals && token.span.size() > 2 ? 1 : 0;
    elongated_ += seen.squeezed ? 1 : 0;
    symbols_ += token.kind == TokenKind::symbol ? 1 : 0;
    numbers_ += token.kind == TokenKind::number ? 1 : 0;
    before_ = hash;
    ++words_;
  }

  void cue(const Token& token, Cue found) {
    const bool turned = negated_ > 0;
    if (negated_ > 0) --negated_;
    if (token.kind == TokenKind::number) return;
    if (found == Cue::none) return;
    const auto id = static_cast<std::uint64_t>(found);
    put(Block::cues,
        finish(turned && found != Cue::negator ? feature_key::kCueNegated : feature_key::kCueAlone,
               id));
    if (before_ == 0) put(Block::cues, finish(feature_key::kCueOpening, id));
    const std::uint64_t here = id * 2 + (turned ? 1 : 0);
    if (cue_before_ != 0) put(Block::cues, finish(feature_key::kCuePair, cue_before_ * 128 + here));
    if (token.capitals && token.span.size() > 2)
      put(Block::cues, finish(feature_key::kShouted, id));
    cue_before_ = here;
    if (found == Cue::negator) negated_ = kNegationReach;
  }

  void punctuation(const SeenWord& seen, std::string_view mark) {
    put(Block::words, finish(feature_key::kWord, seen.hash));
    negated_ = 0;
    questions_ += mark == "?" ? 1 : 0;
    exclamations_ += mark == "!" ? 1 : 0;
    if (mark == "?" && first_ != 0) {
      put(Block::words, finish(feature_key::kAsked, first_));
      if (second_ != 0) put(Block::words, finish(feature_key::kAsked, hash_pair(first_, second_)));
    }
    if (mark == "." || mark == "!" || mark == "?" || mark == ";" || mark == "\xE2\x80\xA6") {
      first_ = second_ = before_ = cue_before_ = 0;
    }
  }

  /// Counts of the whole text, as steps.
  void summary(TokenRange range) {
    sink_.at(range.first < range.last
                 ? Span{tokens_.list[range.first].span.begin, tokens_.list[range.last - 1].span.end}
                 : Span{});
    count(0, std::bit_width(words_));
    count(1, std::min<std::size_t>(questions_, 2));
    count(2, std::min<std::size_t>(exclamations_, 3));
    count(3, std::min<std::size_t>(std::bit_width(capitals_), 3));
    count(4, std::min<std::size_t>(elongated_, 1));
    count(5, std::min<std::size_t>(symbols_, 2));
    count(6, std::min<std::size_t>(numbers_, 2));
  }

  void count(std::uint64_t what, std::uint64_t step) {
    put(Block::cues, finish(feature_key::kCount, what * 64 + step));
  }

  void put(Block block, std::uint64_t key) { sink_.put(block, key); }
  static constexpr std::uint64_t finish(std::uint64_t tag, std::uint64_t hash) {
    return feature_key::finish(tag, hash);
  }

  static constexpr std::size_t kNegationReach = 3;  ///< Words after a negator that it turns.

  const Tokens& tokens_;
  Sink& sink_;
  std::uint64_t before_ = 0;  ///< Hash of the word before, in this sentence; 0 if none.
  std::uint64_t first_ = 0;
  std::uint64_t second_ = 0;
  std::uint64_t cue_before_ = 0;
  std::size_t negated_ = 0;
  std::size_t words_ = 0;
  std::size_t questions_ = 0;
  std::size_t exclamations_ = 0;
  std::size_t capitals_ = 0;
  std::size_t elongated_ = 0;
  std::size_t symbols_ = 0;
  std::size_t numbers_ = 0;
};

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
