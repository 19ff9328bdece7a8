// SPDX-License-Identifier: Apache-2.0
#include "lint/word_scan.h"

#include <algorithm>
#include <array>

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
bool word_byte(char c) {
  return kind_of(c) == Byte::letter || kind_of(c) == Byte::digit;
}
bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
char lower(char c) {
  return upper(c) ? static_cast<char>(c + 32) : c;
}

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

/// The quick way. Gives up (false) at a byte that needs the tokeniser.
class Scan {
 public:
  Scan(std::string_view text, const WordTable& table, std::vector<RuleWord>& words)
      : text_(text), table_(table), words_(words) {}

  bool run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      switch (kind_of(c)) {
        case Byte::space:
          space_ = true;
          line_ = line_ || c == '\n';
          ++at_;
          continue;
        case Byte::letter:
          if (!take_word()) return false;
          break;
        case Byte::digit:
          take_number();
          break;
        case Byte::other:
          if (!take_other(c)) return false;
          break;
        case Byte::high:
          if (!take_high()) return false;
          break;
      }
      space_ = false;
      line_ = false;
    }
    return true;
  }

 private:
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
    return text_.substr(at, 3) == "\u2019" ? 3 : 0;
  }

  /// A mention, a hashtag, or a mark.
  bool take_other(char c) {
    const bool tags =
        (c == '@' || c == '#') && at_ + 1 < text_.size() && kind_of(text_[at_ + 1]) >= Byte::letter;
    if (!tags) {
      take_mark(1);
      return true;
    }
    WordHash hash(table_);
    std::size_t end = at_;
    do {
      hash.add(lower(text_[end]));
      ++end;
    } while (end < text_.size() && word_byte(text_[end]));
    if (end < text_.size() && kind_of(text_[end]) == Byte::high) return false;
    emit(end, hash.row(), WordFlag::kAny, false);
    return true;
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
    if (text_[at_] == 'h' || text_[at_] == 'w') {
      if (const std::size_t end = link_end(); end > at_) {
        emit(end, 0, WordFlag::kAny | WordFlag::kLink, false);
        return true;
      }
    }
    WordHash hash(table_);
    const bool title = upper(text_[at_]);
    std::size_t letters = 0;
    std::size_t capitals = 0;
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      if (word_byte(c)) {
        letters += kind_of(c) == Byte::letter && c != '_' ? 1 : 0;
        capitals += upper(c) ? 1 : 0;
        hash.add(lower(c));
        ++end;
        continue;
      }
      const std::size_t mark = apostrophe(end);
      if (mark == 0) break;
      const std::size_t next = end + mark;
      if (next >= text_.size() || !word_byte(text_[next])) {
        if (next < text_.size() && kind_of(text_[next]) == Byte::high) return false;
        break;
      }
      hash.add('\'');
      end = next;
    }
    if (end < text_.size() && needs_tokeniser(end)) return false;
    const bool all = letters >= 2 && capitals == letters;
    std::uint32_t flags = WordFlag::kAny | WordFlag::kWord;
    if (title && !all) flags |= WordFlag::kTitle;
    if (all) flags |= WordFlag::kCapitals;
    emit(end, hash.row(), flags, false);
    return true;
  }

  /// Is what goes on at `end`, behind a word, an e-mail address, a link, or a foreign letter?
  [[nodiscard]] bool needs_tokeniser(std::size_t end) const {
    const char c = text_[end];
    if (kind_of(c) == Byte::high) return text_.substr(end, 2) != "\xE2\x80";
    if (c == '@' || c == '+') return true;
    if (c != '.' && c != '-') return false;
    std::size_t far = end;
    while (far < text_.size() &&
           (word_byte(text_[far]) || text_[far] == '.' || text_[far] == '-' || text_[far] == '+')) {
      ++far;
    }
    return far < text_.size() && text_[far] == '@';
  }

  void take_number() {
    WordHash hash(table_);
    std::uint32_t flags = WordFlag::kAny | WordFlag::kNumber;
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      const bool joins = (c == '.' || c == ',' || c == ':') && end + 1 < text_.size() &&
                         kind_of(text_[end + 1]) == Byte::digit;
      if (!word_byte(c) && !joins) break;
      if (c == ':') flags |= WordFlag::kClock;
      hash.add(lower(c));
      ++end;
    }
    emit(end, hash.row(), flags, false);
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
    WordHash hash(table_);
    for (const char c : word) hash.add(c);
    emit(at_ + length, hash.row(), WordFlag::kAny, ends);
  }

  /// An emoji with its modifiers and joined ones.
  void take_emoji() {
    WordHash hash(table_);
    std::size_t end = at_ + 4;
    bool joined = false;
    while (end < text_.size() && kind_of(text_[end]) == Byte::high) {
      const CodePoint next = decode(text_, end);
      const bool joins = next.code == 0x200D || next.code == 0xFE0F || next.code == 0x20E3 ||
                         (next.code >= 0x1F3FB && next.code <= 0x1F3FF);
      if (!joins && !joined) break;
      joined = next.code == 0x200D;
      end += next.length;
    }
    for (std::size_t i = at_; i < end; ++i) hash.add(text_[i]);
    emit(end, hash.row(), WordFlag::kAny | WordFlag::kEmoji, false);
  }

  /// Typographic marks, spaces, emoji and placeholders; anything else needs the tokeniser.
  bool take_high() {
    const CodePoint point = decode(text_, at_);
    if (point.length == 4 && point.code >= 0x1F300 && point.code <= 0x1FAFF) {
      const bool joined_ascii = at_ + 4 < text_.size() && text_.substr(at_ + 4, 3) == "\u200D";
      if (joined_ascii) return false;
      take_emoji();
      return true;
    }
    const std::string_view three = text_.substr(at_, 3);
    if (three == "\uFFFC") {
      emit(at_ + 3, 0, WordFlag::kAny | WordFlag::kSlot, false);
      return true;
    }
    const bool mark = three == "\u2013" || three == "\u2014" || three == "\u2018" ||
                      three == "\u2019" || three == "\u201C" || three == "\u201D" ||
                      three == "\u2026";
    if (mark) take_mark(3);
    return mark;
  }

  std::string_view text_;
  const WordTable& table_;
  std::vector<RuleWord>& words_;
  Sentences sentences_;
  std::size_t at_ = 0;
  bool space_ = true;
  bool line_ = false;
};

}  // namespace

void scan_words_by_tokens(std::string_view text, const WordTable& table, Tokens& tokens,
                          std::vector<RuleWord>& words) {
  tokenise(text, tokens);
  words.clear();
  Sentences sentences;
  std::uint32_t end_before = 0;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const Token& token = tokens.list[t];
    const std::string_view word = tokens.word(t);
    const std::string_view between = text.substr(end_before, token.span.begin - end_before);
    const bool new_line = token.space_before && between.find('\n') != std::string_view::npos;
    end_before = token.span.end;
    const bool ends = ends_sentence(word) && word != ";";
    const std::uint32_t sentence = sentences.next(ends, new_line);
    const char after = token.span.end < text.size() ? text[token.span.end] : '\0';
    if (token.kind == TokenKind::punctuation && left_out(word, token.space_before, after) &&
        !footnote(text, token.span.begin)) {
      continue;
    }
    sentences.count();
    words.push_back({token.span, table.row(word), flags_of(token, word), sentence});
  }
}

void scan_words(std::string_view text, const WordTable& table, Tokens& tokens,
                std::vector<RuleWord>& words) {
  words.clear();
  if (Scan(text, table, words).run()) return;
  scan_words_by_tokens(text, table, tokens, words);
}

}  // namespace attune
