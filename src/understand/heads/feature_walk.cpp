// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/feature_walk.h"

#include "text/utf8.h"
#include "understand/heads/merged_words.h"

namespace attune {

namespace {

SeenWord with_cue(SeenWord seen) {
  seen.cue = cue_of(seen.hash);
  return seen;
}

Mark mark_of(std::string_view mark) {
  if (mark == "?") return Mark::asks;
  if (mark == "!") return Mark::exclaims;
  return mark == "." || mark == ";" || mark == "\xE2\x80\xA6" ? Mark::ends : Mark::none;
}

}  // namespace

SeenWord WordReader::see(const Tokens& tokens, std::size_t i) {
  const TokenKind kind = tokens.list[i].kind;
  SeenWord seen;
  if (kind == TokenKind::punctuation) seen.mark = mark_of(tokens.word(i));
  size_ = 0;
  std::uint64_t hash = kSeed;
  if (kind == TokenKind::mention || kind == TokenKind::link || kind == TokenKind::email) {
    seen.hash = hash ^ (static_cast<std::uint64_t>(kind) + 1) * kPrime;
    return with_cue(seen);
  }
  characters_[size_++] = U' ';
  const std::string_view text = alike_word(tokens.word(i));
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
    const std::size_t n = size_;
    if (n > 2 && characters_[n - 1] == c && characters_[n - 2] == c) {
      seen.squeezed = seen.squeezed || c != U'0';
      continue;
    }
    if (n > kWordLimit) break;
    characters_[size_++] = c;
    hash = (hash ^ c) * kPrime;
  }
  characters_[size_++] = U' ';
  seen.hash = hash;
  seen.has_grams = kind != TokenKind::symbol && size_ > 2;
  return with_cue(seen);
}

}  // namespace attune
