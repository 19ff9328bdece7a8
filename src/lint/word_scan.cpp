// SPDX-License-Identifier: Apache-2.0
#include "lint/word_scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "lint/rule.h"
#include "text/clauses.h"
#include "text/utf8.h"

namespace attune {

namespace {

constexpr std::uint32_t kLongestSentence = 120;

enum class Byte : std::uint8_t { other, space, letter, digit, high };

constexpr std::array<Byte, 256> byte_kinds() {
  std::array<Byte, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c >= 0x80) kinds[c] = Byte::high;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') kinds[c] = Byte::letter;
    if (c >= '0' && c <= '9') kinds[c] = Byte::digit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) kinds[c] = Byte::space;
  }
  return kinds;
}
constexpr std::array<Byte, 256> kKinds = byte_kinds();

Byte kind_of(char c) {
  return kKinds[static_cast<unsigned char>(c)];
}
constexpr std::array<bool, 256> word_bytes() {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 256; ++c)
    table[c] = kKinds[c] == Byte::letter || kKinds[c] == Byte::digit;
  return table;
}
constexpr std::array<bool, 256> kWordBytes = word_bytes();

bool word_byte(char c) {
  return kWordBytes[static_cast<unsigned char>(c)];
}
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

/// The star of a footnote ("free*"): behind a word that no star opened.
bool footnote(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 40;
  if (at == 0 || text[at] != '*' || !word_byte(text[at - 1])) return false;
  if (at + 1 < text.size() && (word_byte(text[at + 1]) || text[at + 1] == '*')) return false;
  const std::size_t from = at - std::min(at, kReach);
  return text.substr(from, at - from).find('*') == std::string_view::npos;
}

/// Marks that no rule looks at.
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

/// Counts sentences while words go by.
class Sentences {
 public:
  /// The sentence of the next token.
  std::uint32_t next(bool ends, bool new_line) {
    if ((ended_ && !ends) || new_line || length_ >= kLongestSentence) {
      ++sentence_;
      length_ = 0;
    }
    ended_ = ends;
    return sentence_;
  }
  void count() { ++length_; }

 private:
  std::uint32_t sentence_ = 0;
  std::uint32_t length_ = 0;
  bool ended_ = false;
};

std::uint32_t flags_of(const Token& token, std::string_view word) {
  std::uint32_t flags = WordFlag::kAny;
  if (token.kind == TokenKind::word) flags |= WordFlag::kWord;
  if (token.kind == TokenKind::number) flags |= WordFlag::kNumber;
  if (token.kind == TokenKind::link || token.kind == TokenKind::email) flags |= WordFlag::kLink;
  if (token.kind == TokenKind::number && word.find(':') != std::string_view::npos)
    flags |= WordFlag::kClock;
  if (token.title && !token.capitals) flags |= WordFlag::kTitle;
  if (token.capitals) flags |= WordFlag::kCapitals;
  if (word == "\uFFFC") {
    flags |= WordFlag::kSlot;
  } else if (token.kind == TokenKind::symbol) {
    flags |= WordFlag::kEmoji;
  }
  return flags;
}

/// Adds the tokens of text[begin, begin + …), which was tokenised apart, as words. `space` and
/// `line`: white space, a line end stands before them.
struct TokenRun {
  std::uint32_t begin = 0;
  bool space = true;
  bool line = false;
};
void add_tokens(std::string_view text, const WordTable& table, const Tokens& tokens, TokenRun run,
                Sentences& sentences, std::vector<RuleWord>& words) {
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
    const std::uint32_t sentence = sentences.next(ends, new_line);
    const char after = span.end < text.size() ? text[span.end] : '\0';
    if (token.kind == TokenKind::punctuation && left_out(word, space, after) &&
        !footnote(text, span.begin)) {
      continue;
    }
    sentences.count();
    words.push_back({span, table.row(word), flags_of(token, word), sentence});
  }
}

/// The quick way. What it does not know, up to the next white space, goes through the tokeniser.
class Scan {
 public:
  Scan(std::string_view text, const WordTable& table, Tokens& tokens, std::vector<RuleWord>& words)
      : text_(text), table_(table), tokens_(tokens), words_(words) {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (kind_of(c) == Byte::space) {
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
    switch (kind_of(c)) {
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
    while (end < text_.size() && (kind_of(text_[end]) != Byte::space ||
                                  (end >= 3 && text_.substr(end - 3, 3) == kJoiner))) {
      ++end;
    }
    tokenise(text_.substr(at_, end - at_), tokens_);
    add_tokens(text_, table_, tokens_, {static_cast<std::uint32_t>(at_), space_, line_}, sentences_,
               words_);
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
    const bool tags =
        (c == '@' || c == '#') && at_ + 1 < text_.size() && kind_of(text_[at_ + 1]) >= Byte::letter;
    if (!tags) {
      take_mark(1);
      return true;
    }
    const std::size_t end = run_end(at_ + 1);
    if (end < text_.size() && kind_of(text_[end]) == Byte::high) return false;
    emit(end, table_.row(text_, at_, end), WordFlag::kAny, false);
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
    while (end < text_.size() && kind_of(text_[end]) != Byte::space && text_[end] != '<' &&
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
        emit(link, 0, WordFlag::kAny | WordFlag::kLink, false);
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
    const std::uint32_t flags = WordFlag::kAny | WordFlag::kWord;
    emit(end, row, small ? flags : flags | case_flags(at_, end), false);
  }

  /// Where a word ends that pauses at `end` and may go on behind apostrophes; kNone where what
  /// follows one is not ASCII.
  [[nodiscard]] std::size_t joined_end(std::size_t end, bool& curly) const {
    while (end < text_.size()) {
      const std::size_t mark = apostrophe(end);
      const std::size_t next = end + mark;
      if (mark == 0 || next >= text_.size()) return end;
      if (kind_of(text_[next]) == Byte::high) return kNone;
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
      letters += kind_of(text_[i]) == Byte::letter && text_[i] != '_' ? 1 : 0;
      capitals += upper(text_[i]) ? 1 : 0;
    }
    if (letters >= 2 && capitals == letters) return WordFlag::kCapitals;
    return upper(text_[begin]) ? WordFlag::kTitle : 0;
  }

  /// Is what goes on at `end`, behind a word, an e-mail address or a foreign letter?
  [[nodiscard]] bool needs_tokeniser(std::size_t end) {
    if (end >= text_.size()) return false;
    const char c = text_[end];
    if (kind_of(c) == Byte::high) return text_.substr(end, 2) != "\xE2\x80";
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
    std::uint32_t flags = WordFlag::kAny | WordFlag::kNumber;
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      const bool joins = (c == '.' || c == ',' || c == ':') && end + 1 < text_.size() &&
                         kind_of(text_[end + 1]) == Byte::digit;
      if (!word_byte(c) && !joins) break;
      if (c == ':') flags |= WordFlag::kClock;
      ++end;
    }
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
    emit(at_ + length, table_.row(text_, at_, at_ + length), WordFlag::kAny, ends);
  }

  /// Typographic marks and placeholders; anything else needs the tokeniser.
  bool take_high() {
    const std::string_view three = text_.substr(at_, 3);
    if (three == "\uFFFC") {
      if (text_.substr(at_ + 3, 1) > "\x7F") return false;  // Something may join it.
      emit(at_ + 3, 0, WordFlag::kAny | WordFlag::kSlot, false);
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
  std::vector<RuleWord>& words_;
  Sentences sentences_;
  std::string straight_;
  std::size_t at_ = 0;
  std::size_t no_mail_before_ = 0;  ///< Up to there a run of address bytes was followed.
  bool space_ = true;
  bool line_ = false;
};

}  // namespace

void scan_words_by_tokens(std::string_view text, const WordTable& table, Tokens& tokens,
                          std::vector<RuleWord>& words) {
  tokenise(text, tokens);
  words.clear();
  Sentences sentences;
  add_tokens(text, table, tokens, {}, sentences, words);
}

void scan_words(std::string_view text, const WordTable& table, Tokens& tokens,
                std::vector<RuleWord>& words) {
  words.clear();
  Scan(text, table, tokens, words).run();
}

}  // namespace attune
