// SPDX-License-Identifier: Apache-2.0
//
// Idea. One byte tells, by a table, what begins at a place: a letter, a digit, white space, a byte
// above ASCII or a mark. Words of ASCII are cut by running on to the first byte that is no letter,
// digit or underscore, and looked up where they stand, without a copy. Where the byte behind a word
// might carry it on (an apostrophe, "@", ".", "-", …) it gets a second look, and where that does
// not settle it, the stretch up to the next white space is given to the tokeniser and the scan goes
// on behind.
//
// When it applies. Copy is mostly ASCII with typographic marks. The scan knows links, mentions,
// hashtags, numbers, placeholders and curly apostrophes; e-mail addresses, emoji and letters beyond
// ASCII it leaves to the tokeniser. The result is the same.
//
// What it costs. O(bytes). A long run of address bytes, as in "a.b.c.d", is followed once and
// remembered, not again from each of its words. A word with a curly apostrophe is copied, other
// words are not.
//
// Source. Ours; what it must give is defined by text/tokens.h and word_tokens.h.
//
// Tested in lint/rules_test.cpp against scan_words_by_tokens on 4,000 random texts.
#include "phrases/rules/word_scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "phrases/book.h"
#include "phrases/rules/word_bytes.h"
#include "phrases/rules/word_tokens.h"
#include "phrases/timer.h"
#include "text/clause_words.h"
#include "text/clauses.h"

namespace attune::phrases {

namespace {

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Bytes behind a word that need a look before the word is done: it may go on as "don't", as a
/// link, as an e-mail address, or with a letter that is not ASCII.
constexpr std::array<bool, 256> careful_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x80; c < 256; ++c) table[c] = true;
  for (const char c : {'\'', '@', '+', '.', '-', ':'}) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kCareful = careful_bytes();

/// The quick way. What it does not know, up to the next white space, goes through the tokeniser.
class Scan {
 public:
  Scan(std::string_view text, const WordTable& table, Tokens& tokens, std::vector<CopyWord>& words)
      : text_(text), table_(table), tokens_(tokens), words_(words) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (byte_kind(c) == Byte::space) {
        space_ = true;
        line_ = line_ || c == '\n';
        ++at_;
        continue;
      }
      if (take(c)) {
        space_ = false;
        line_ = false;
      } else {
        take_by_tokens();
      }
    }
  }

 private:
  /// Takes the token at at_; false where that needs the tokeniser.
  bool take(char c) {
    switch (byte_kind(c)) {
      case Byte::letter:
        return take_word();
      case Byte::digit:
        take_number();
        return true;
      case Byte::high:
        return take_high();
      default:
        return take_other(c);
    }
  }

  void take_by_tokens() {
    constexpr std::string_view kJoiner = "\u200D";  // Joins a symbol with whatever follows.
    std::size_t end = at_;
    while (end < text_.size() && (byte_kind(text_[end]) != Byte::space ||
                                  (end >= 3 && text_.substr(end - 3, 3) == kJoiner))) {
      ++end;
    }
    tokenise(text_.substr(at_, end - at_), tokens_);
    add_tokens(text_, tokens_, {static_cast<std::uint32_t>(at_), space_, line_},
               {table_, sentences_, words_});
    // White space behind the last token (all of it, where there is none) is before the next one.
    const bool none = tokens_.size() == 0;
    const std::size_t behind = none ? at_ : at_ + tokens_.list.back().span.end;
    const bool line = text_.substr(behind, end - behind).find('\n') != std::string_view::npos;
    line_ = line || (none && line_);
    space_ = line || (none && space_);
    at_ = end;
  }

  void emit(std::size_t end, std::uint32_t row, std::uint32_t flags, bool ends) {
    const std::uint32_t sentence = sentences_.next(ends, line_);
    sentences_.count();
    words_.push_back(
        {{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, row, flags, sentence});
    at_ = end;
  }

  /// The length of an apostrophe at `at`, or 0.
  [[nodiscard]] std::size_t apostrophe(std::size_t at) const {
    if (text_[at] == '\'') return 1;
    return text_.substr(at, 3) == kCurly ? 3 : 0;
  }

  /// A mention, a hashtag, or a mark.
  bool take_other(char c) {
    const bool tags = (c == '@' || c == '#') && at_ + 1 < text_.size() &&
                      byte_kind(text_[at_ + 1]) >= Byte::letter;
    if (!tags) {
      take_mark(1);
      return true;
    }
    const std::size_t end = run_end(at_ + 1);
    if (end < text_.size() && byte_kind(text_[end]) == Byte::high) return false;
    const std::uint32_t tag = c == '@' ? TokenBit::kMention : TokenBit::kHashtag;
    emit(end, table_.row(text_, at_, end), TokenBit::kToken | tag, false);
    return true;
  }

  /// Behind the letters, digits and underscores from `at` on.
  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    while (at < text_.size() && word_byte(text_[at])) ++at;
    return at;
  }

  /// Behind the link that begins here, or here.
  [[nodiscard]] std::size_t link_end() const {
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www."))
      return at_;
    std::size_t end = at_;
    while (end < text_.size() && byte_kind(text_[end]) != Byte::space && text_[end] != '<' &&
           text_[end] != '"' && text_[end] != '>') {
      ++end;
    }
    while (end > at_ && std::string_view(".,;:!?)'").find(text_[end - 1]) != std::string_view::npos)
      --end;
    return end;
  }

  bool take_word() {
    const std::size_t end = run_end(at_ + 1);
    if (end < text_.size() && kCareful[static_cast<unsigned char>(text_[end])])
      return take_careful_word(end);
    emit_word(end, table_.row(text_, at_, end));
    return true;
  }

  /// A word that pauses at `end`.
  bool take_careful_word(std::size_t end) {
    if (text_[at_] == 'h' || text_[at_] == 'w') {
      if (const std::size_t link = link_end(); link > at_) {
        emit(link, 0, TokenBit::kToken | TokenBit::kLink, false);
        return true;
      }
    }
    bool curly = false;
    const std::size_t joined = joined_end(end, curly);
    if (joined == kNone || needs_tokeniser(joined)) return false;
    emit_word(joined, curly ? straight_row(joined) : table_.row(text_, at_, joined));
    return true;
  }

  void emit_word(std::size_t end, std::uint32_t row) {
    const bool small = text_[at_] >= 'a';  // Most words are; '_' and capitals stand before it.
    const std::uint32_t flags = TokenBit::kToken | TokenBit::kWord;
    emit(end, row, small ? flags : flags | case_flags(at_, end), false);
  }

  /// Where a word ends that pauses at `end` and may go on behind apostrophes; kNone where what
  /// follows one is not ASCII.
  [[nodiscard]] std::size_t joined_end(std::size_t end, bool& curly) const {
    while (end < text_.size()) {
      const std::size_t mark = apostrophe(end);
      const std::size_t next = end + mark;
      if (mark == 0 || next >= text_.size()) return end;
      if (byte_kind(text_[next]) == Byte::high) return kNone;
      if (!word_byte(text_[next])) return end;
      curly = curly || mark == 3;
      end = run_end(next);
    }
    return end;
  }

  /// The row of the word [at_, end), whose curly apostrophes count as straight ones.
  [[nodiscard]] std::uint32_t straight_row(std::size_t end) {
    straight_.assign(text_.substr(at_, end - at_));
    for (std::size_t at = straight_.find(kCurly); at != std::string::npos;
         at = straight_.find(kCurly, at)) {
      straight_.replace(at, kCurly.size(), "'");
    }
    return table_.row(straight_);
  }

  [[nodiscard]] std::uint32_t case_flags(std::size_t begin, std::size_t end) const {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t i = begin; i < end; ++i) {
      letters += byte_kind(text_[i]) == Byte::letter && text_[i] != '_' ? 1 : 0;
      capitals += upper(text_[i]) ? 1 : 0;
    }
    const std::uint32_t initial = upper(text_[begin]) ? TokenBit::kInitial : 0;
    if (letters >= 2 && capitals == letters) return initial | TokenBit::kCapitals;
    return initial != 0 ? initial | TokenBit::kTitle : 0;
  }

  /// Is what goes on at `end`, behind a word, an e-mail address or a foreign letter?
  [[nodiscard]] bool needs_tokeniser(std::size_t end) {
    if (end >= text_.size()) return false;
    const char c = text_[end];
    if (byte_kind(c) == Byte::high) return text_.substr(end, 2) != "\xE2\x80";
    if (c == '@' || c == '+') return true;
    if (c != '.' && c != '-') return false;
    std::size_t far = std::max(end, no_mail_before_);
    while (far < text_.size() &&
           (word_byte(text_[far]) || text_[far] == '.' || text_[far] == '-' || text_[far] == '+')) {
      ++far;
    }
    no_mail_before_ = far;
    return far < text_.size() && text_[far] == '@';
  }

  void take_number() {
    std::uint32_t flags = TokenBit::kToken | TokenBit::kNumber;
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      const bool joins = (c == '.' || c == ',' || c == ':') && end + 1 < text_.size() &&
                         byte_kind(text_[end + 1]) == Byte::digit;
      if (!word_byte(c) && !joins) break;
      if (c == ':') flags |= TokenBit::kClock;
      ++end;
    }
    if (is_timer(text_.substr(at_, end - at_))) flags |= TokenBit::kTimer;
    emit(end, table_.row(text_, at_, end), flags, false);
  }

  void take_mark(std::size_t length) {
    const std::string_view word = text_.substr(at_, length);
    const char after = at_ + length < text_.size() ? text_[at_ + length] : '\0';
    const bool ends = ends_sentence(word) && word != ";";
    if (left_out(word, space_, after) && !footnote(text_, at_)) {
      sentences_.next(ends, line_);
      at_ += length;
      return;
    }
    emit(at_ + length, table_.row(text_, at_, at_ + length), TokenBit::kToken, ends);
  }

  /// Typographic marks and placeholders; anything else needs the tokeniser.
  bool take_high() {
    const std::string_view three = text_.substr(at_, 3);
    if (three == "\uFFFC") {
      if (text_.substr(at_ + 3, 1) > "\x7F") return false;  // Something may join it.
      emit(at_ + 3, 0, TokenBit::kToken | TokenBit::kSlot, false);
      return true;
    }
    const bool mark = three == "\u2013" || three == "\u2014" || three == "\u2018" ||
                      three == kCurly || three == "\u201C" || three == "\u201D" ||
                      three == "\u2026";
    if (mark) take_mark(3);
    return mark;
  }

  static constexpr std::size_t kNone = std::string_view::npos;
  static constexpr std::string_view kCurly = "\u2019";
  std::string_view text_;
  const WordTable& table_;
  Tokens& tokens_;
  std::vector<CopyWord>& words_;
  Sentences sentences_;
  std::string straight_;
  std::size_t at_ = 0;
  std::size_t no_mail_before_ = 0;  ///< Up to there a run of address bytes was followed.
  bool space_ = true;
  bool line_ = false;
};

}  // namespace

void scan_words_by_tokens(std::string_view text, const WordTable& table, Tokens& tokens,
                          std::vector<CopyWord>& words) {
  tokenise(text, tokens);
  words.clear();
  Sentences sentences;
  add_tokens(text, tokens, {}, {table, sentences, words});
}

void scan_words(std::string_view text, const WordTable& table, Tokens& tokens,
                std::vector<CopyWord>& words) {
  words.clear();
  Scan(text, table, tokens, words).run();
}

}  // namespace attune::phrases
