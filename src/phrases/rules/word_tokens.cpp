// SPDX-License-Identifier: Apache-2.0
#include "phrases/rules/word_tokens.h"

#include <algorithm>

#include "phrases/book.h"
#include "phrases/rules/word_bytes.h"
#include "phrases/timer.h"
#include "text/clause_words.h"
#include "text/clauses.h"

namespace attune::phrases {

namespace {

std::uint32_t flags_of(const Token& token, std::string_view word) {
  std::uint32_t flags = TokenBit::kToken;
  if (token.kind == TokenKind::word) flags |= TokenBit::kWord;
  if (token.kind == TokenKind::number) flags |= TokenBit::kNumber;
  if (token.kind == TokenKind::mention) flags |= TokenBit::kMention;
  if (token.kind == TokenKind::hashtag) flags |= TokenBit::kHashtag;
  if (token.kind == TokenKind::link) flags |= TokenBit::kLink;
  if (token.kind == TokenKind::email) flags |= TokenBit::kEmail;
  if (token.kind == TokenKind::number && word.find(':') != std::string_view::npos)
    flags |= TokenBit::kClock;
  if (token.kind == TokenKind::number && is_timer(word)) flags |= TokenBit::kTimer;
  if (token.title) flags |= TokenBit::kInitial;
  if (token.title && !token.capitals) flags |= TokenBit::kTitle;
  if (token.capitals) flags |= TokenBit::kCapitals;
  if (word == "\uFFFC") {
    flags |= TokenBit::kSlot;
  } else if (token.kind == TokenKind::symbol) {
    flags |= TokenBit::kEmoji;
  }
  return flags;
}

}  // namespace

bool footnote(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 40;
  if (at == 0 || text[at] != '*' || !word_byte(text[at - 1])) return false;
  if (at + 1 < text.size() && (word_byte(text[at + 1]) || text[at + 1] == '*')) return false;
  const std::size_t from = at - std::min(at, kReach);
  return text.substr(from, at - from).find('*') == std::string_view::npos;
}

bool left_out(std::string_view word, bool space_before, char after) {
  if (word.size() == 1) {
    if (word[0] == '-') {  // A dash between spaces separates; a hyphen joins.
      return !(space_before && (after == ' ' || after == '\0'));
    }
    return std::string_view("*_`\"()[]~#<>|'").find(word[0]) != std::string_view::npos;
  }
  return word == "\u201C" || word == "\u201D" || word == "\u2018" || word == "\u2019" ||
         word == "\u00AB" || word == "\u00BB";
}

void add_tokens(std::string_view text, const Tokens& tokens, TokenRun run, WordSink sink) {
  std::uint32_t end_before = run.begin;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const Token& token = tokens.list[t];
    const std::string_view word = tokens.word(t);
    const Span span = {run.begin + token.span.begin, run.begin + token.span.end};
    const bool first = t == 0 && token.span.begin == 0;
    const bool space = first ? run.space : token.space_before;
    const std::string_view between = text.substr(end_before, span.begin - end_before);
    const bool new_line =
        space && ((t == 0 && run.line) || between.find('\n') != std::string_view::npos);
    end_before = span.end;
    const bool ends = ends_sentence(word) && word != ";";
    const std::uint32_t sentence = sink.sentences.next(ends, new_line);
    const char after = span.end < text.size() ? text[span.end] : '\0';
    if (token.kind == TokenKind::punctuation && left_out(word, space, after) &&
        !footnote(text, span.begin)) {
      continue;
    }
    sink.sentences.count();
    sink.words.push_back({span, sink.table.row(word), flags_of(token, word), sentence});
  }
}

}  // namespace attune::phrases
