// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <unicode/uchar.h>

#include <array>

#include "text/utf8.h"

namespace attune {

namespace {

constexpr bool ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What a byte can be part of.
enum class Sort : std::uint8_t { mark, space, lower, upper, digit, underscore, high };

constexpr Sort slow_sort(std::size_t c) {
  if (c >= 0x80) return Sort::high;
  const auto byte = static_cast<char>(c);
  if (ascii_space(byte)) return Sort::space;
  if (ascii_lower(byte)) return Sort::lower;
  if (ascii_upper(byte)) return Sort::upper;
  if (ascii_digit(byte)) return Sort::digit;
  return byte == '_' ? Sort::underscore : Sort::mark;
}

constexpr std::array<Sort, 256> kSorts = [] {
  std::array<Sort, 256> sorts{};
  for (std::size_t c = 0; c < 256; ++c) sorts[c] = slow_sort(c);
  return sorts;
}();

Sort sort_of(char c) {
  return kSorts[static_cast<unsigned char>(c)];
}

bool ascii_word(char c) {
  const Sort sort = sort_of(c);
  return sort >= Sort::lower && sort <= Sort::underscore;
}

constexpr std::array<char, 256> kLowered = [] {
  std::array<char, 256> lowered{};
  for (std::size_t c = 0; c < 256; ++c) {
    const auto byte = static_cast<char>(c);
    lowered[c] = ascii_upper(byte) ? static_cast<char>(c + 32) : byte;
  }
  return lowered;
}();

bool apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC';
}
bool joins_emoji(char32_t c) {
  return c == 0x200D || c == 0xFE0F || c == 0x20E3 || (c >= 0x1F3FB && c <= 0x1F3FF);
}
bool letter(char32_t c) {
  if (c < 0x80) return ascii_word(static_cast<char>(c));
  const auto point = static_cast<UChar32>(c);
  return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

/// Walks over a text and writes tokens; one method per kind of token.
class Cutter {
 public:
  Cutter(std::string_view text, Tokens& tokens, bool short_way)
      : text_(text), tokens_(tokens), short_way_(short_way) {}

  void run() {
    while (at_ < text_.size()) {
      const Sort sort = sort_of(text_[at_]);
      if (sort == Sort::space) {
        ++at_;
        space_ = true;
        continue;
      }
      const bool may_be_plain = short_way_ && (sort == Sort::lower || sort == Sort::upper);
      if (may_be_plain && plain_word()) continue;
      const CodePoint point = decode(text_, at_);
      if (sort == Sort::high && u_isUWhiteSpace(static_cast<UChar32>(point.code)) != 0) {
        at_ += point.length;
        space_ = true;
        continue;
      }
      cut_one(point);
    }
    tokens_.folded.resize(used_);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      Token& token = tokens_.list[i];
      token.number = tokens_.numbers.number(tokens_.word(i), token.kind, tokens_.announced[i]);
    }
  }

 private:
  /// A run of ASCII letters, digits and apostrophes.
  struct Run {
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool plain = true;  ///< False: something that is not ASCII follows.
  };

  [[nodiscard]] Run run_from(std::size_t begin) const {
    Run run{.end = begin};
    for (;; ++run.end) {
      const Sort sort = run.end < text_.size() ? sort_of(text_[run.end]) : Sort::space;
      const bool ends = sort == Sort::space || (sort == Sort::mark && !inner_apostrophe(run.end));
      run.plain = sort != Sort::high;
      if (ends || !run.plain) return run;
      run.letters += sort == Sort::lower || sort == Sort::upper ? 1 : 0;
      run.capitals += sort == Sort::upper ? 1 : 0;
    }
  }

  /// The short way for what most tokens are: a word of ASCII letters, digits and apostrophes, and
  /// no link or address. False, having done nothing, if it may be anything else.
  bool plain_word() {
    const std::size_t size = text_.size();
    const Run run = run_from(at_);
    if (!run.plain) return false;
    const std::size_t end = run.end;
    const char next = end < size ? text_[end] : ' ';
    if (next == '@' || next == '.' || next == '+' || next == '-' || next == ':') {
      if (next == ':' ? link_end() > at_ : link_end() > at_ || email_end(end) > end) return false;
    }
    if (end + 1 < size && next == '\'' && sort_of(text_[end + 1]) == Sort::high) return false;
    Token token;
    token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    token.title = sort_of(text_[at_]) == Sort::upper;
    token.capitals = run.letters >= 2 && run.capitals == run.letters;
    token.uppers = run.capitals > 0;
    char* to = room(end - at_);
    for (std::size_t i = at_; i < end; ++i) *to++ = kLowered[static_cast<unsigned char>(text_[i])];
    finish(token, used_ + (end - at_));
    return true;
  }

  /// An apostrophe between letters is part of the word.
  [[nodiscard]] bool inner_apostrophe(std::size_t at) const {
    return text_[at] == '\'' && at + 1 < text_.size() && ascii_word(text_[at + 1]);
  }

  void cut_one(CodePoint point) {
    const char c = text_[at_];
    if (const std::size_t end = link_end(); end > at_) return emit(end, TokenKind::link);
    if ((c == '@' || c == '#') && at_ + 1 < text_.size() && letter(decode(text_, at_ + 1).code)) {
      return emit(word_end(at_ + 1, false), c == '@' ? TokenKind::mention : TokenKind::hashtag);
    }
    if (ascii_digit(c)) return emit(number_end(), TokenKind::number);
    if (letter(point.code)) return cut_word();
    if (point.code >= 0x80 && u_ispunct(static_cast<UChar32>(point.code)) == 0) return cut_symbol();
    emit(at_ + point.length, TokenKind::punctuation);
  }

  void cut_word() {
    const std::size_t end = word_end(at_, true);
    if (const std::size_t mail = email_end(end); mail > end) return emit(mail, TokenKind::email);
    emit(end, TokenKind::word);
  }

  /// Emoji with their modifiers, flags and joined families are one symbol.
  void cut_symbol() {
    std::size_t end = at_ + decode(text_, at_).length;
    bool joined = false;
    while (end < text_.size()) {
      const CodePoint next = decode(text_, end);
      if (!joins_emoji(next.code) && !joined) break;
      joined = next.code == 0x200D;
      end += next.length;
    }
    emit(end, TokenKind::symbol);
  }

  [[nodiscard]] std::size_t word_end(std::size_t end, bool apostrophes) const {
    while (end < text_.size()) {
      if (ascii_word(text_[end])) {
        ++end;
        continue;
      }
      const CodePoint point = decode(text_, end);
      if (point.code >= 0x80 && point.code != 0xFFFD && letter(point.code)) {
        end += point.length;
        continue;
      }
      const std::size_t after = end + point.length;
      if (!apostrophes || !apostrophe(point.code) || after >= text_.size() ||
          !letter(decode(text_, after).code)) {
        break;
      }
      end = after;
    }
    return end;
  }

  [[nodiscard]] std::size_t number_end() const {
    std::size_t end = at_;
    while (end < text_.size() && (ascii_word(text_[end]) ||
                                  ((text_[end] == '.' || text_[end] == ',' || text_[end] == ':') &&
                                   end + 1 < text_.size() && ascii_digit(text_[end + 1])))) {
      ++end;
    }
    return end;
  }

  [[nodiscard]] std::size_t link_end() const {
    if (text_[at_] != 'h' && text_[at_] != 'w') return at_;
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") &&
        !rest.starts_with("www.")) {
      return at_;
    }
    std::size_t end = at_;
    while (end < text_.size() && !ascii_space(text_[end]) && text_[end] != '<' &&
           text_[end] != '"' && text_[end] != '>') {
      ++end;
    }
    while (end > at_ &&
           std::string_view(".,;:!?)'").find(text_[end - 1]) != std::string_view::npos) {
      --end;
    }
    return end;
  }

  /// Where an e-mail address ends whose local part ends (or pauses) at `end`; `end` if there is
  /// none.
  [[nodiscard]] std::size_t email_end(std::size_t end) {
    if (end <= no_address_until_) return end;
    std::size_t at = end;
    while (at < text_.size() &&
           (ascii_word(text_[at]) || text_[at] == '.' || text_[at] == '+' || text_[at] == '-')) {
      ++at;
    }
    if (at >= text_.size() || text_[at] != '@') {
      no_address_until_ = at;
      return end;
    }
    std::size_t stop = at + 1;
    std::size_t dots = 0;
    while (stop < text_.size() &&
           (ascii_word(text_[stop]) || text_[stop] == '-' ||
            (text_[stop] == '.' && stop + 1 < text_.size() && ascii_word(text_[stop + 1])))) {
      dots += text_[stop] == '.' ? 1 : 0;
      ++stop;
    }
    if (dots == 0) no_address_until_ = at;
    return dots > 0 ? stop : end;
  }

  void emit(std::size_t end, TokenKind kind) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    finish(token, fold(token));
  }

  /// Adds the token whose folded form ends at `folded_end`.
  void finish(Token& token, std::size_t folded_end) {
    token.folded = {static_cast<std::uint32_t>(used_), static_cast<std::uint32_t>(folded_end)};
    token.space_before = space_;
    const std::string_view word = token.folded.of(tokens_.folded);
    tokens_.announced.push_back(tokens_.numbers.announce(word, token.kind));
    tokens_.list.push_back(token);
    used_ = folded_end;
    at_ = token.span.end;
    space_ = false;
  }

  /// Room for `bytes` more of folded text.
  char* room(std::size_t bytes) {
    std::string& folded = tokens_.folded;
    if (folded.size() < used_ + bytes) folded.resize(2 * (used_ + bytes) + text_.size());
    return folded.data() + used_;
  }

  /// Folds the token's bytes; gives the end of the result.
  std::size_t fold(Token& token) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    char* const begin = room(std::size_t{3} * token.span.size());  // No character grows by more.
    char* to = begin;
    for (std::size_t i = token.span.begin; i < token.span.end;) {
      const char c = text_[i];
      if (static_cast<unsigned char>(c) < 0x80) {
        capitals += ascii_upper(c) ? 1 : 0;
        letters += ascii_upper(c) || ascii_lower(c) ? 1 : 0;
        token.uppers = token.uppers || ascii_upper(c);
        token.title = token.title || (ascii_upper(c) && i == token.span.begin);
        *to++ = kLowered[static_cast<unsigned char>(c)];
        ++i;
        continue;
      }
      const CodePoint point = decode(text_, i);
      const auto code = static_cast<UChar32>(point.code);
      capitals += u_isupper(code) != 0 ? 1 : 0;
      letters += u_isalpha(code) != 0 ? 1 : 0;
      token.title = token.title || (u_isupper(code) != 0 && i == token.span.begin);
      to = append_utf8(to, apostrophe(point.code) ? U'\'' : static_cast<char32_t>(u_tolower(code)));
      i += point.length;
    }
    token.capitals = token.kind == TokenKind::word && letters >= 2 && capitals == letters;
    token.title = token.title && token.kind == TokenKind::word;
    return used_ + static_cast<std::size_t>(to - begin);
  }

  std::string_view text_;
  Tokens& tokens_;
  bool short_way_;
  std::size_t at_ = 0;
  std::size_t used_ = 0;              ///< Bytes of folded text.
  std::size_t no_address_until_ = 0;  ///< No address ends a run that reaches up to here.
  bool space_ = true;
};

void cut(std::string_view text, Tokens& tokens, bool short_way) {
  tokens.folded.clear();
  tokens.list.clear();
  tokens.announced.clear();
  tokens.numbers.begin_text();
  Cutter(text, tokens, short_way).run();
}

}  // namespace

void tokenise(std::string_view text, Tokens& tokens) {
  cut(text, tokens, true);
}

void tokenise_slowly(std::string_view text, Tokens& tokens) {
  cut(text, tokens, false);
}

}  // namespace attune
