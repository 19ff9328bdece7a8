// SPDX-License-Identifier: Apache-2.0
#include "text/clauses.h"

#include <algorithm>

#include "text/clause_words.h"

namespace attune {

namespace {

/// Words in a clause before a weak border (comma, dash, conjunction) may close it, and after it.
constexpr std::size_t kLeastWords = 3;
/// A clause this long is split at the next conjunction with a subject, comma or not.
constexpr std::size_t kLongWords = 9;
/// A line this long that breaks before a small letter was wrapped by a mail program.
constexpr std::size_t kWrappedLine = 55;

/// Tokens looked at ahead of a border, so that a page of dashes stays linear.
constexpr std::size_t kLookAhead = 16;

/// One walk over the tokens. `open_` is the first token of the clause being built.
class Splitter {
 public:
  Splitter(std::string_view text, const Tokens& tokens, std::vector<ClauseRange>& clauses)
      : text_(text), tokens_(tokens), clauses_(clauses) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (i > open_ && border_before(i)) close(i);
      words_ += is_word(i) ? 1 : 0;
    }
    if (open_ < tokens_.size()) close(tokens_.size());
    join_single_words();
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const { return tokens_.word(i); }
  /// True if token `i` is one of the words of `bits` (ClauseWord).
  [[nodiscard]] bool is(std::size_t i, std::uint32_t bits) const {
    return (tokens_.traits(i).clause_bits & bits) != 0;
  }
  [[nodiscard]] const Token& token(std::size_t i) const { return tokens_.list[i]; }
  [[nodiscard]] bool is_word(std::size_t i) const {
    return i < tokens_.size() &&
           (token(i).kind == TokenKind::word || token(i).kind == TokenKind::number);
  }

  [[nodiscard]] bool border_before(std::size_t i) const {
    if (new_line_before(i)) return true;
    // Closing marks belong to what they close.
    if (token(i).kind == TokenKind::punctuation && !is(i, ClauseWord::kOpens))
      return dash_border(i);
    const std::size_t last = i - 1;
    if (is(last, ClauseWord::kEndsSentence)) return sentence_border(i);
    if (token(last).kind == TokenKind::symbol) return symbol_border(i);
    if (token(i).kind == TokenKind::symbol) return false;
    return is(last, ClauseWord::kCloses) ? closed_border(i) : weak_border(i);
  }

  /// A quotation mark or bracket after a sentence end: the sentence ends there.
  [[nodiscard]] bool closed_border(std::size_t i) const {
    return i >= 2 && i - 2 >= open_ && token(i).space_before && !token(i - 1).space_before &&
           is(i - 2, ClauseWord::kEndsSentence) && sentence_border_at(i, i - 2);
  }

  [[nodiscard]] bool sentence_border(std::size_t i) const { return sentence_border_at(i, i - 1); }

  /// Does the mark `mark` end a sentence, given that token `i` follows?
  [[nodiscard]] bool sentence_border_at(std::size_t i, std::size_t mark) const {
    const std::string_view w = word(mark);
    const bool glued = !token(i).space_before && mark + 1 == i;
    if (w == ";") return words_ >= 2;
    if (w == "!" || w == "?") return true;
    const bool run =
        mark > open_ && (word(mark - 1) == "." || word(mark - 1) == "!" || word(mark - 1) == "?");
    if (run || w == "\xE2\x80\xA6") return ellipsis_border(i, mark);
    if (glued) {
      return token(i).title && !token(i).capitals && mark > open_ && is_word(mark - 1) &&
             !token(mark - 1).title && token(mark - 1).span.size() >= 2;
    }
    return !abbreviation(mark);
  }

  /// "..." goes on unless what follows begins anew.
  [[nodiscard]] bool ellipsis_border(std::size_t i, std::size_t mark) const {
    if (word(mark - (mark > 0 ? 1 : 0)) == "!" || word(mark - (mark > 0 ? 1 : 0)) == "?") {
      return true;
    }
    return token(i).title || (words_ >= kLeastWords && subject_at(i)) ||
           is(i, ClauseWord::kContrast);
  }

  [[nodiscard]] bool abbreviation(std::size_t mark) const {
    if (mark <= open_ || token(mark).space_before) return false;
    const std::string_view before = word(mark - 1);
    if (is(mark - 1, ClauseWord::kAbbreviation)) {
      const bool closes_list = before == "etc" || before == "hrs" || before == "mins" ||
                               before == "inc" || before == "ltd";
      return !(closes_list && mark + 1 < tokens_.size() && token(mark + 1).title);
    }
    if (before == "no" && mark + 1 < tokens_.size()) {
      return token(mark + 1).kind == TokenKind::number;
    }
    // A number that begins a line is a list's: "1. The app", not a sentence.
    if (token(mark - 1).kind == TokenKind::number && mark - 1 == open_) return true;
    return before.size() == 1 && before != "i" && token(mark - 1).kind == TokenKind::word &&
           (token(mark - 1).title || (mark >= 2 && word(mark - 2) == "."));
  }

  [[nodiscard]] bool symbol_border(std::size_t i) const {
    if (token(i).kind == TokenKind::symbol || words_ == 0) return false;
    if (static_cast<unsigned char>(word(i - 1).front()) < 0x80) return false;  // + = < and such
    if (token(i).title) return true;
    return words_ >= kLeastWords && words_from(i) >= kLeastWords &&
           token(i).kind != TokenKind::hashtag;
  }

  [[nodiscard]] bool new_line_before(std::size_t i) const {
    if (!token(i).space_before) return false;
    const std::uint32_t from = token(i - 1).span.end;
    const std::string_view gap = text_.substr(from, token(i).span.begin - from);
    if (gap == " ") return false;
    const auto lines = std::count(gap.begin(), gap.end(), '\n');
    if (lines == 0) return false;
    if (lines > 1 || token(i).title || token(i).kind != TokenKind::word) return true;
    if (is(i - 1, ClauseWord::kEndsSentence)) return true;
    const std::size_t line = text_.substr(0, from).rfind('\n');
    const std::size_t start = std::max<std::size_t>(line == std::string_view::npos ? 0 : line + 1,
                                                    token(open_).span.begin);
    return from - start < kWrappedLine;
  }

  /// A dash or a bracket standing between two stretches of words begins a clause.
  [[nodiscard]] bool dash_border(std::size_t i) const {
    const bool dash = is(i, ClauseWord::kDash) && (token(i).space_before || word(i) != "-");
    if (!dash || i + 1 >= tokens_.size() || words_ < kLeastWords) return false;
    if (word(i) == "-" && !token(i + 1).space_before) return false;
    return words_from(i + 1) >= kLeastWords;
  }

  [[nodiscard]] bool weak_border(std::size_t i) const {
    const bool contrast = is(i, ClauseWord::kContrast);
    if (words_ + (contrast ? 1 : 0) < kLeastWords) return false;
    if (word(i - 1) == ":") return words_from(i) >= kLeastWords && token(i).space_before;
    const bool comma = word(i - 1) == ",";
    if (contrast) {
      return words_from(i) >= kLeastWords && !(word(i) == "yet" && !comma) &&
             !(word(i) == "but" && word(i - 1) == "nothing") && word(i - 1) != "as" &&
             word(i - 1) != "even";
    }
    if (comma) return comma_border(i);
    if (!is(i, ClauseWord::kJoiner) || words_ + 1 < kLongWords) return false;
    return subject_at(i + 1) && words_from(i) > kLeastWords && word(i) != "or";
  }

  [[nodiscard]] bool comma_border(std::size_t i) const {
    if (words_from(i) < kLeastWords) return false;
    if (is(i, ClauseWord::kJoiner)) return subject_at(i + 1) || is_please(i + 1);
    if (is_please(i)) return true;
    return clear_subject_at(i) && !subordinate_open();
  }

  [[nodiscard]] bool is_please(std::size_t i) const {
    return i < tokens_.size() && is(i, ClauseWord::kPlease);
  }
  [[nodiscard]] bool subject_at(std::size_t i) const {
    return i < tokens_.size() && token(i).kind == TokenKind::word && is(i, ClauseWord::kSubject);
  }
  /// A comma splice needs a subject that cannot be part of a list ("the screen, the case").
  [[nodiscard]] bool clear_subject_at(std::size_t i) const {
    return subject_at(i) && is(i, ClauseWord::kClearSubject);
  }
  /// "When I called, they …": the comma ends a part of the clause, not the clause.
  [[nodiscard]] bool subordinate_open() const {
    std::size_t at = open_;
    while (at < open_ + kLookAhead && at < tokens_.size() && token(at).kind != TokenKind::word)
      ++at;
    if (at < tokens_.size() && is(at, ClauseWord::kJoiner | ClauseWord::kContrast)) ++at;
    return at < tokens_.size() && is(at, ClauseWord::kSubordinator);
  }

  /// Words from token `i` to the next sentence end, counted up to four.
  [[nodiscard]] std::size_t words_from(std::size_t i) const {
    std::size_t count = 0;
    const std::size_t end = std::min(tokens_.size(), i + kLookAhead);
    for (; i < end && count <= kLeastWords && !is(i, ClauseWord::kEndsSentence); ++i) {
      count += is_word(i) ? 1 : 0;
      if (i > open_ + 1 && token(i).kind == TokenKind::symbol && count > 0) break;
    }
    return count;
  }

  void close(std::size_t end) {
    clauses_.push_back({static_cast<std::uint32_t>(open_), static_cast<std::uint32_t>(end),
                        Span{token(open_).span.begin, token(end - 1).span.end}});
    open_ = end;
    words_ = 0;
  }

  [[nodiscard]] std::size_t words_in(const ClauseRange& clause) const {
    std::size_t count = 0;
    for (std::size_t i = clause.first; i < clause.last && count < 2; ++i) count += is_word(i);
    return count;
  }

  [[nodiscard]] bool line_between(const ClauseRange& a, const ClauseRange& b) const {
    const std::string_view gap = text_.substr(a.span.end, b.span.begin - a.span.end);
    return gap.find('\n') != std::string_view::npos;
  }

  /// "Wow! It works." is one clause: a piece of at most one word joins the next of its line, or
  /// else the one before.
  void join_single_words() {
    std::size_t kept = 0;
    bool carry = false;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const ClauseRange next = clauses_[i];
      const bool same_line = kept > 0 && !line_between(clauses_[kept - 1], next);
      const bool small = words_in(next) == 0;
      if (same_line && (carry || small)) {
        clauses_[kept - 1].last = next.last;
        clauses_[kept - 1].span.end = next.span.end;
      } else {
        clauses_[kept++] = next;
      }
      carry = words_in(clauses_[kept - 1]) < 2;
    }
    clauses_.resize(kept);
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::vector<ClauseRange>& clauses_;
  std::size_t open_ = 0;
  std::size_t words_ = 0;  ///< In the open clause.
};

}  // namespace

void split_clauses(std::string_view text, const Tokens& tokens, std::vector<ClauseRange>& clauses) {
  clauses.clear();
  Splitter(text, tokens, clauses).run();
}

}  // namespace attune
