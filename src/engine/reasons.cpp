// SPDX-License-Identifier: Apache-2.0
#include "engine/reasons.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "text/clauses.h"
#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::uint32_t kLongest = 150;  // Bytes of a reason; longer ones are cut at a clause.
constexpr std::uint32_t kShortest = 12;
constexpr std::uint32_t kNear = 40;    // Bytes between a clause and the connective, at most.
constexpr float kBeyondDoubt = 0.88F;  // Without a connective: at this probability, whole clauses.

/// Connectives that can mean nothing else.
constexpr auto kBecause = std::to_array<std::string_view>(
    {"because", "becuase", "becouse", "becoz", "becos", "bcoz", "bcos", "bcz", "bcuz", "coz", "cuz",
     "'cause", "'cuz", "bc", "b/c"});
/// "since" gives a reason before these, a time before others.
constexpr auto kSinceWho =
    std::to_array<std::string_view>({"you", "they", "it", "there", "your", "nobody", "no"});

/// What a reason never begins with ("due to which …"), and what a cut one must not end on.
constexpr auto kNoBegin = std::to_array<std::string_view>({"which", "what", "that", "whom", "how"});
constexpr auto kNoEnd = std::to_array<std::string_view>(
    {"and", "but", "so", "or", "then", "because", "that", "to", "the", "a", "of", "with", "when"});
/// "since the update": a change that somebody made, named right behind the connective.
constexpr auto kChanges =
    std::to_array<std::string_view>({"update", "updates", "upgrade", "redesign", "relaunch",
                                     "migration", "rollout", "merger", "takeover", "switchover"});
constexpr std::size_t kChangeWithin = 6;  // Words between the connective and the change.

bool in(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// What a text with a connective holds somewhere, in any case.
constexpr auto kClues =
    std::to_array<std::string_view>({"because", "becu", "beco", "bco", "bcu", "bcz", "bc", "b/c",
                                     "coz", "cuz", "'cause", "due", "since"});

bool has_clue(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return std::any_of(kClues.begin(), kClues.end(),
                     [&](std::string_view clue) { return small.find(clue) != std::string::npos; });
}

class Reader {
 public:
  Reader(std::string_view text, std::span<const Clause> all) : text_(text), all_(all) {
    tokenise(text, tokens_);
    find_sentences();
  }

  struct Said {
    std::uint32_t connective = 0;  ///< Byte where it begins.
    Span reason;
  };

  /// Every reason that a connective leads in.
  std::vector<Said> said() const {
    std::vector<Said> out;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const auto change = change_from(i)) {
        out.push_back({.connective = tokens_.list[i].span.begin, .reason = *change});
        continue;
      }
      const std::size_t after = behind_connective(i);
      if (after == i || negated(i)) continue;
      if (const auto reason = reason_from(after))
        out.push_back({.connective = tokens_.list[i].span.begin, .reason = *reason});
    }
    return out;
  }

  /// The whole clauses around a span that the model found, if it begins where one of them does.
  [[nodiscard]] std::optional<Span> whole(const Evidence& found) const {
    for (const Clause& clause : all_) {
      if (found.span.begin < clause.span.begin || found.span.begin >= clause.span.end) continue;
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (tokens_.list[i].span.begin < clause.span.begin) continue;
        const bool starts = tokens_.list[i].kind != TokenKind::mention;
        if (starts)
          return tokens_.list[i].span.begin == found.span.begin ? reason_from(i) : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  /// The token behind the connective at `i`, or `i` where there is none.
  [[nodiscard]] std::size_t behind_connective(std::size_t i) const {
    const std::string_view word = tokens_.word(i);
    const std::string_view next = i + 1 < tokens_.size() ? tokens_.word(i + 1) : "";
    if (word == "b" && next == "/" && i + 2 < tokens_.size() && tokens_.word(i + 2) == "c")
      return skip_of(i + 3);
    if (word == "due" && next == "to") return i + 2;
    if (in(kBecause, word)) return skip_of(i + 1);
    return word == "since" && in(kSinceWho, next) ? i + 1 : i;
  }

  /// "since this morning's app update": the connective and the change.
  [[nodiscard]] std::optional<Span> change_from(std::size_t i) const {
    if (tokens_.word(i) != "since" && tokens_.word(i) != "after") return std::nullopt;
    for (std::size_t j = i + 1; j < std::min(tokens_.size(), i + 1 + kChangeWithin); ++j) {
      if (tokens_.list[j].kind != TokenKind::word) return std::nullopt;
      if (in(kChanges, tokens_.word(j)))
        return Span{.begin = tokens_.list[i].span.begin, .end = tokens_.list[j].span.end};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t skip_of(std::size_t i) const {
    while (i < tokens_.size() &&
           (tokens_.word(i) == "of" || tokens_.word(i) == ":" || tokens_.word(i) == ",")) {
      ++i;
    }
    return i;
  }

  /// "not because", "just because": what follows is no reason.
  [[nodiscard]] bool negated(std::size_t i) const {
    if (i == 0) return false;
    const std::string_view before = tokens_.word(i - 1);
    return before == "not" || before == "just" || before == "only" || before == "is";
  }

  /// Where a sentence is over, for all the reasons that may begin in it: it can be as long as the
  /// text, and full of connectives.
  struct SentenceEnd {
    std::size_t token = 0;  ///< The first one behind it.
    bool asks = false;      ///< A question mark follows its last word.
  };

  void find_sentences() {
    const auto says = [](const Token& token) {
      return token.kind == TokenKind::word || token.kind == TokenKind::number;
    };
    const auto last = std::find_if(tokens_.list.rbegin(), tokens_.list.rend(), says);
    const auto tags = static_cast<std::size_t>(tokens_.list.rend() - last);
    for (std::size_t i = 1; i <= tokens_.size(); ++i) {
      if (tokens_.word(i - 1).ends_with("?")) questions_.push_back(i - 1);
      if (i == tokens_.size() || ends_before(i, tags))
        ends_.push_back({.token = i, .asks = asks(tokens_.list[i - 1].span.end)});
    }
  }

  /// From token `first` to the end of the sentence, or of the last clause that fits.
  [[nodiscard]] std::optional<Span> reason_from(std::size_t first) const {
    if (first >= tokens_.size() || in(kNoBegin, tokens_.word(first))) return std::nullopt;
    if (leads_away(tokens_.list[first])) return std::nullopt;
    const SentenceEnd over = *std::ranges::upper_bound(ends_, first, {}, &SentenceEnd::token);
    const auto question = std::ranges::lower_bound(questions_, first);
    if (over.asks || (question != questions_.end() && *question < over.token))
      return std::nullopt;  // A question gives no reason.
    const std::uint32_t begin = tokens_.list[first].span.begin;
    std::uint32_t end = tokens_.list[over.token - 1].span.end;
    if (end - begin > kLongest) end = last_clause_end(first, over.token);
    const Span reason{.begin = begin, .end = end};
    return reason.size() >= kShortest ? std::optional(trimmed(reason)) : std::nullopt;
  }

  /// Where the last clause that is not too long ends, among tokens [first, last); else the begin.
  [[nodiscard]] std::uint32_t last_clause_end(std::size_t first, std::size_t last) const {
    const std::uint32_t begin = tokens_.list[first].span.begin;
    std::uint32_t fits = begin;
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t end = tokens_.list[i].span.end;
      if (end - begin > kLongest) break;
      if (ends_clause(end)) fits = end;
    }
    return fits;
  }

  [[nodiscard]] static bool leads_away(const Token& token) {
    return token.kind == TokenKind::link || token.kind == TokenKind::symbol;
  }

  /// True where a sentence is over before token `i`: at its mark, a new line, a link or the tags
  /// that end the text, from token `tags` on.
  [[nodiscard]] bool ends_before(std::size_t i, std::size_t tags) const {
    const Token& token = tokens_.list[i];
    if (leads_away(token)) return true;
    const std::uint32_t before = tokens_.list[i - 1].span.end;
    const std::string_view between = text_.substr(before, token.span.begin - before);
    if (between.find('\n') != std::string_view::npos) return true;
    if (token.kind == TokenKind::hashtag || token.kind == TokenKind::mention) return i >= tags;
    return token.kind == TokenKind::punctuation && ends_sentence(tokens_.word(i)) &&
           !inside_word(i);
  }

  /// "U.S.", "2.30": a mark with no space behind it and a letter or digit there.
  [[nodiscard]] bool inside_word(std::size_t i) const {
    if (tokens_.word(i) != "." || i + 1 >= tokens_.size()) return false;
    const Token& next = tokens_.list[i + 1];
    return !next.space_before && (next.kind == TokenKind::word || next.kind == TokenKind::number);
  }

  /// True if the mark behind byte `end` asks.
  [[nodiscard]] bool asks(std::uint32_t end) const {
    const std::size_t mark = text_.find_first_not_of(' ', end);
    return mark != std::string_view::npos && text_[mark] == '?';
  }

  /// True if a clause ends at byte `end` or right behind it.
  [[nodiscard]] bool ends_clause(std::uint32_t end) const {
    const auto clause = std::ranges::lower_bound(
        all_, end, {}, [](const Clause& candidate) { return candidate.span.end; });
    return clause != all_.end() && clause->span.end <= end + 1;
  }

  /// Without what cannot end a reason: a comma, a bracket, "and"; with the mark of a quotation.
  [[nodiscard]] Span trimmed(Span reason) const {
    constexpr std::string_view kEnds = " ,;:-(";
    const auto behind = std::ranges::upper_bound(tokens_.list, reason.end, {},
                                                 [](const Token& token) { return token.span.end; });
    auto last = static_cast<std::size_t>(behind - tokens_.list.begin());
    while (last > 0 && tokens_.list[last - 1].span.begin > reason.begin) {
      const std::string_view word = tokens_.word(last - 1);
      if (!in(kNoEnd, word) && kEnds.find(word.front()) == std::string_view::npos) break;
      --last;
    }
    if (last == 0) return reason;
    reason.end = tokens_.list[last - 1].span.end;
    const std::string_view words = reason.of(text_);
    const bool open = std::count(words.begin(), words.end(), '"') % 2 == 1;
    if (open && reason.end < text_.size() && text_[reason.end] == '"') ++reason.end;
    return reason;
  }

  std::string_view text_;
  std::span<const Clause> all_;
  Tokens tokens_;
  std::vector<SentenceEnd> ends_;       ///< The last is the text's.
  std::vector<std::size_t> questions_;  ///< Tokens that ask.
};

/// The kept clause that a reason belongs to: the one before the connective that lies nearest, and
/// no farther than the clause that the connective stands in.
CorpusClause* owner_of(std::uint32_t connective, std::span<CorpusClause> kept) {
  const auto behind = std::ranges::upper_bound(
      kept, connective, {}, [](const CorpusClause& clause) { return clause.span.begin; });
  if (behind == kept.begin()) return nullptr;
  CorpusClause& nearest = *std::prev(behind);
  return connective <= nearest.span.end + kNear ? &nearest : nullptr;
}

}  // namespace

void add_reasons(std::string_view text, std::span<const Clause> all, std::span<CorpusClause> kept) {
  if (kept.empty()) return;
  const bool sure = std::any_of(all.begin(), all.end(), [](const Clause& clause) {
    return clause.because && clause.because->p >= kBeyondDoubt;
  });
  if (!sure && !has_clue(text)) return;
  const Reader reader(text, all);
  for (const Reader::Said& said : reader.said()) {
    CorpusClause* owner = owner_of(said.connective, kept);
    if (owner != nullptr && !owner->because) owner->because = said.reason;
  }
  for (const Clause& clause : all) {
    if (!clause.because || clause.because->p < kBeyondDoubt) continue;
    const auto at = std::find_if(kept.begin(), kept.end(), [&](const CorpusClause& candidate) {
      return candidate.span.begin == clause.span.begin;
    });
    if (at != kept.end() && !at->because) at->because = reader.whole(*clause.because);
  }
}

}  // namespace attune
