// SPDX-License-Identifier: Apache-2.0
#include "understand/features.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"
#include "text/utf8.h"
#include "understand/cues.h"

namespace attune {

namespace {

// What a key stands for; mixed into the hash so that kinds of features never meet.
constexpr std::uint64_t kWord = 1;
constexpr std::uint64_t kPair = 2;
constexpr std::uint64_t kOpening = 3;
constexpr std::uint64_t kAsked = 4;
constexpr std::uint64_t kNegated = 5;
constexpr std::uint64_t kGram = 6;
constexpr std::uint64_t kCueAlone = 7;
constexpr std::uint64_t kCueOpening = 8;
constexpr std::uint64_t kCueNegated = 9;
constexpr std::uint64_t kCuePair = 10;
constexpr std::uint64_t kCount = 11;
constexpr std::uint64_t kShouted = 12;

constexpr std::uint64_t kPrime = 0x100000001B3ULL;
constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
constexpr std::size_t kLongest = 5;        ///< Characters of the longest n-gram.
constexpr std::size_t kWordLimit = 40;     ///< Characters of a word that are read.
constexpr std::size_t kNegationReach = 3;  ///< Words after a negator that it turns.

std::uint64_t finish(std::uint64_t tag, std::uint64_t hash) {
  hash ^= tag << 56;
  hash ^= hash >> 29;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

/// One token as the heads see it: characters with long runs squeezed, and a hash.
struct Seen {
  std::array<char32_t, kWordLimit + 2> characters;  ///< With a blank before and behind.
  std::size_t size = 0;
  std::uint64_t hash = 0;
  bool squeezed = false;
};

class Extractor {
 public:
  Extractor(const Tokens& tokens, Features& features, Places places)
      : tokens_(tokens), features_(features), keep_(places == Places::keep) {}

  void run(TokenRange range) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      const Token& token = tokens_.list[i];
      here_ = token.span;
      see(i);
      if (token.kind == TokenKind::punctuation) {
        punctuation(tokens_.word(i));
      } else {
        word(token);
      }
    }
    summary(range);
  }

 private:
  /// Reads token `i` into seen_: mentions, links and addresses are one word each, digits are
  /// levelled, a character that stands three times or more stands twice.
  void see(std::size_t i) {
    const TokenKind kind = tokens_.list[i].kind;
    seen_.size = 0;
    seen_.squeezed = false;
    std::uint64_t hash = kSeed;
    if (kind == TokenKind::mention || kind == TokenKind::link || kind == TokenKind::email) {
      seen_.hash = hash ^ (static_cast<std::uint64_t>(kind) + 1) * kPrime;
      return;
    }
    seen_.characters[seen_.size++] = U' ';
    const std::string_view text = tokens_.word(i);
    for (std::size_t at = kind == TokenKind::hashtag ? 1 : 0; at < text.size();) {
      char32_t c = static_cast<unsigned char>(text[at]);
      std::size_t length = 1;
      if (c >= 0x80) {
        const CodePoint point = decode(text, at);
        c = point.code;
        length = point.length;
      }
      at += length;
      if (c >= U'0' && c <= U'9') c = U'0';
      const std::size_t n = seen_.size;
      if (n > 2 && seen_.characters[n - 1] == c && seen_.characters[n - 2] == c) {
        seen_.squeezed = seen_.squeezed || c != U'0';
        continue;
      }
      if (n > kWordLimit) break;
      seen_.characters[seen_.size++] = c;
      hash = (hash ^ c) * kPrime;
    }
    seen_.characters[seen_.size++] = U' ';
    seen_.hash = hash;
  }

  void word(const Token& token) {
    const std::uint64_t hash = seen_.hash;
    put(Block::words, finish(kWord, hash));
    if (before_ != 0) put(Block::words, finish(kPair, hash_pair(before_, hash)));
    if (first_ == 0) {
      first_ = hash;
      put(Block::words, finish(kOpening, hash));
    } else if (second_ == 0) {
      second_ = hash;
      put(Block::words, finish(kOpening, hash_pair(first_, hash)));
    }
    if (negated_ > 0) put(Block::words, finish(kNegated, hash));
    if (token.kind != TokenKind::symbol && seen_.size > 2) grams();
    cue(token, cue_of(hash));
    capitals_ += token.capitals && token.span.size() > 2 ? 1 : 0;
    elongated_ += seen_.squeezed ? 1 : 0;
    symbols_ += token.kind == TokenKind::symbol ? 1 : 0;
    numbers_ += token.kind == TokenKind::number ? 1 : 0;
    before_ = hash;
    ++words_;
  }

  void grams() {
    for (std::size_t i = 0; i + 1 < seen_.size; ++i) {
      std::uint64_t hash = kSeed;
      const std::size_t last = std::min(i + kLongest, seen_.size);
      hash = (hash ^ seen_.characters[i]) * kPrime;
      for (std::size_t k = i + 1; k < last; ++k) {
        hash = (hash ^ seen_.characters[k]) * kPrime;
        put(Block::characters, finish(kGram, hash));
      }
    }
  }

  void cue(const Token& token, Cue found) {
    const bool turned = negated_ > 0;
    if (negated_ > 0) --negated_;
    if (token.kind == TokenKind::number) return;
    if (found == Cue::none) return;
    const auto id = static_cast<std::uint64_t>(found);
    put(Block::cues, finish(turned && found != Cue::negator ? kCueNegated : kCueAlone, id));
    if (before_ == 0) put(Block::cues, finish(kCueOpening, id));
    const std::uint64_t here = id * 2 + (turned ? 1 : 0);
    if (cue_before_ != 0) put(Block::cues, finish(kCuePair, cue_before_ * 128 + here));
    if (token.capitals && token.span.size() > 2) put(Block::cues, finish(kShouted, id));
    cue_before_ = here;
    if (found == Cue::negator) negated_ = kNegationReach;
  }

  void punctuation(std::string_view mark) {
    put(Block::words, finish(kWord, seen_.hash));
    negated_ = 0;
    questions_ += mark == "?" ? 1 : 0;
    exclamations_ += mark == "!" ? 1 : 0;
    if (mark == "?" && first_ != 0) {
      put(Block::words, finish(kAsked, first_));
      if (second_ != 0) put(Block::words, finish(kAsked, hash_pair(first_, second_)));
    }
    if (mark == "." || mark == "!" || mark == "?" || mark == ";" || mark == "\xE2\x80\xA6") {
      first_ = second_ = before_ = cue_before_ = 0;
    }
  }

  /// Counts of the whole text, as steps.
  void summary(TokenRange range) {
    here_ = {};
    if (range.first < range.last) {
      here_ = {tokens_.list[range.first].span.begin, tokens_.list[range.last - 1].span.end};
    }
    count(0, std::bit_width(words_));
    count(1, std::min<std::size_t>(questions_, 2));
    count(2, std::min<std::size_t>(exclamations_, 3));
    count(3, std::min<std::size_t>(std::bit_width(capitals_), 3));
    count(4, std::min<std::size_t>(elongated_, 1));
    count(5, std::min<std::size_t>(symbols_, 2));
    count(6, std::min<std::size_t>(numbers_, 2));
  }

  void count(std::uint64_t what, std::uint64_t step) {
    put(Block::cues, finish(kCount, what * 64 + step));
  }

  void put(Block block, std::uint64_t key) {
    const auto b = static_cast<std::size_t>(block);
    features_.keys[b].push_back(key);
    if (keep_) features_.places[b].push_back(here_);
  }

  const Tokens& tokens_;
  Features& features_;
  bool keep_;
  Seen seen_;
  Span here_;
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

}  // namespace

void extract(const Tokens& tokens, TokenRange range, Features& features, Places places) {
  for (auto& keys : features.keys) keys.clear();
  for (auto& spans : features.places) spans.clear();
  Extractor(tokens, features, places).run(range);
}

void extract(const Tokens& tokens, Features& features, Places places) {
  extract(tokens, {0, tokens.size()}, features, places);
}

}  // namespace attune
