// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.h"

namespace attune {

namespace {

bool ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool ascii_word(char c) {
  return ascii_lower(c) || ascii_upper(c) || ascii_digit(c) || c == '_';
}

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
  Cutter(std::string_view text, Tokens& tokens) : text_(text), tokens_(tokens) {}

  void run() {
    bool space = true;
    while (at_ < text_.size()) {
      const CodePoint point = decode(text_, at_);
      if (ascii_space(text_[at_]) ||
          (point.code >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(point.code)) != 0)) {
        at_ += point.length;
        space = true;
        continue;
      }
      const std::size_t made = tokens_.list.size();
      cut_one(point);
      tokens_.list[made].space_before = space;
      space = false;
    }
  }

 private:
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
    std::size_t at = std::max(end, followed_);  // "a.b.c.d" is followed once, not from each word.
    while (at < text_.size() &&
           (ascii_word(text_[at]) || text_[at] == '.' || text_[at] == '+' || text_[at] == '-')) {
      ++at;
    }
    followed_ = at;
    if (at >= text_.size() || text_[at] != '@') return end;
    std::size_t stop = at + 1;
    std::size_t dots = 0;
    while (stop < text_.size() &&
           (ascii_word(text_[stop]) || text_[stop] == '-' ||
            (text_[stop] == '.' && stop + 1 < text_.size() && ascii_word(text_[stop + 1])))) {
      dots += text_[stop] == '.' ? 1 : 0;
      ++stop;
    }
    return dots > 0 ? stop : end;
  }

  void emit(std::size_t end, TokenKind kind) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    token.folded.begin = static_cast<std::uint32_t>(tokens_.folded.size());
    fold(token);
    token.folded.end = static_cast<std::uint32_t>(tokens_.folded.size());
    at_ = end;
    tokens_.list.push_back(token);
  }

  void fold(Token& token) {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t i = token.span.begin; i < token.span.end;) {
      const char c = text_[i];
      if (static_cast<unsigned char>(c) < 0x80) {
        capitals += ascii_upper(c) ? 1 : 0;
        letters += ascii_upper(c) || ascii_lower(c) ? 1 : 0;
        token.title = token.title || (ascii_upper(c) && i == token.span.begin);
        tokens_.folded += ascii_upper(c) ? static_cast<char>(c + 32) : c;
        ++i;
        continue;
      }
      const CodePoint point = decode(text_, i);
      const auto code = static_cast<UChar32>(point.code);
      capitals += u_isupper(code) != 0 ? 1 : 0;
      letters += u_isalpha(code) != 0 ? 1 : 0;
      token.title = token.title || (u_isupper(code) != 0 && i == token.span.begin);
      append_utf8(tokens_.folded,
                  apostrophe(point.code) ? U'\'' : static_cast<char32_t>(u_tolower(code)));
      i += point.length;
    }
    token.capitals = token.kind == TokenKind::word && letters >= 2 && capitals == letters;
    token.title = token.title && token.kind == TokenKind::word;
  }

  std::string_view text_;
  Tokens& tokens_;
  std::size_t at_ = 0;
  std::size_t followed_ = 0;  ///< Up to there a run of address bytes was followed.
};

}  // namespace

void tokenise(std::string_view text, Tokens& tokens) {
  tokens.folded.clear();
  tokens.list.clear();
  Cutter(text, tokens).run();
}

}  // namespace attune
