// SPDX-License-Identifier: Apache-2.0
#include "engine/reasons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "text/clauses.h"
#include "text/tokens.h"

namespace attune {
namespace {

/// The clauses of `text`, all of which struggle.
struct Struggles {
  explicit Struggles(std::string_view text) {
    tokenise(text, tokens);
    std::vector<ClauseRange> ranges;
    split_clauses(text, tokens, ranges);
    for (const ClauseRange& range : ranges) {
      all.push_back({.span = range.span, .kinds = {Kind::struggle}, .p = 0.9F});
      kept.push_back({.span = range.span, .p = 0.9F});
    }
  }
  Tokens tokens;
  std::vector<Clause> all;
  std::vector<CorpusClause> kept;
};

/// The reasons found in `text`, all of whose clauses struggle.
std::vector<std::string> reasons(std::string_view text) {
  Struggles struggles(text);
  std::vector<CorpusClause>& kept = struggles.kept;
  add_reasons(text, struggles.all, kept);
  std::vector<std::string> out;
  for (const CorpusClause& clause : kept) {
    if (clause.because) out.emplace_back(clause.because->of(text));
  }
  return out;
}

using Found = std::vector<std::string>;

TEST(Reasons, BeginBehindTheirConnectiveAndEndWithTheSentence) {
  EXPECT_EQ(reasons("We missed our train because the courier came late. Never again."),
            Found{"the courier came late"});
  EXPECT_EQ(reasons("Delayed due to a broken jetway bridge!"), Found{"a broken jetway bridge"});
  EXPECT_EQ(reasons("I left bc nobody ever answered the phone #fail"),
            Found{"nobody ever answered the phone"});
}

TEST(Reasons, AreNeverCutInsideAClause) {
  const std::string text =
      "It failed because the checkout refused the card, and then the page went white for so long "
      "that I gave up on the whole basket and went to another shop that I had never heard of "
      "before in my life";
  for (const std::string& reason : reasons(text)) {
    EXPECT_LE(reason.size(), 150U);
    EXPECT_FALSE(reason.ends_with("and") || reason.ends_with(",")) << reason;
  }
}

TEST(Reasons, TheUpdateIsAReasonAndATimeIsNone) {
  EXPECT_EQ(reasons("My balance is gone since this morning's app update"),
            Found{"since this morning's app update"});
  EXPECT_TRUE(reasons("I have been waiting since Tuesday for the parcel").empty());
}

TEST(Reasons, QuestionsAndDenialsGiveNone) {
  EXPECT_TRUE(reasons("Is it late because of the strike again?").empty());
  EXPECT_TRUE(reasons("I write not because I am angry at the staff").empty());
}

TEST(Reasons, KeepTheirQuotationWhole) {
  EXPECT_EQ(reasons("Refused because they were \"too busy\"."), Found{"they were \"too busy\""});
}

/// The slow twin: walks from each "because" to the end of its sentence, and to every clause.
class SlowReasons {
 public:
  explicit SlowReasons(std::string_view text) : text_(text), read_(text) {
    for (std::size_t i = 0; i < size(); ++i) {
      if (word(i) != "because" || (i > 0 && word(i - 1) == "not")) continue;
      std::size_t after = i + 1;
      while (after < size() && (word(after) == "," || word(after) == "of")) ++after;
      const auto reason = reason_from(after);
      CorpusClause* owner = nullptr;
      for (CorpusClause& clause : read_.kept) {
        const std::uint32_t at = token(i).span.begin;
        if (clause.span.begin <= at && at <= clause.span.end + 40) owner = &clause;
      }
      if (reason && owner != nullptr && !owner->because) owner->because = reason;
    }
  }

  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> out;
    for (const CorpusClause& clause : read_.kept) {
      if (clause.because) out.emplace_back(clause.because->of(text_));
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t size() const { return read_.tokens.size(); }
  [[nodiscard]] std::string_view word(std::size_t i) const { return read_.tokens.word(i); }
  [[nodiscard]] const Token& token(std::size_t i) const { return read_.tokens.list[i]; }

  [[nodiscard]] bool only_tags_from(std::size_t i) const {
    for (; i < size(); ++i) {
      if (token(i).kind == TokenKind::word || token(i).kind == TokenKind::number) return false;
    }
    return true;
  }

  [[nodiscard]] bool over_at(std::size_t i, std::size_t first) const {
    if (token(i).kind == TokenKind::link || token(i).kind == TokenKind::symbol) return true;
    if (i == first) return false;
    const std::uint32_t before = token(i - 1).span.end;
    const std::string_view gap = text_.substr(before, token(i).span.begin - before);
    if (gap.find('\n') != std::string_view::npos) return true;
    if (token(i).kind == TokenKind::hashtag) return only_tags_from(i);
    return token(i).kind == TokenKind::punctuation && ends_sentence(word(i));
  }

  [[nodiscard]] std::optional<Span> reason_from(std::size_t first) const {
    if (first >= size()) return std::nullopt;
    const std::uint32_t begin = token(first).span.begin;
    std::uint32_t end = begin;
    std::uint32_t fits = begin;
    for (std::size_t i = first; i < size() && !over_at(i, first); ++i) {
      if (word(i).ends_with("?")) return std::nullopt;
      end = token(i).span.end;
      if (end - begin <= 150 && ends_clause(end)) fits = end;
    }
    const std::size_t mark = text_.find_first_not_of(' ', end);
    if (mark != std::string_view::npos && text_[mark] == '?') return std::nullopt;
    if (end - begin > 150) end = fits;
    if (end - begin < 12) return std::nullopt;
    std::size_t last = size();
    while (token(last - 1).span.end > end) --last;
    const auto cannot_end = [](std::string_view w) {
      return w == "and" || w == "because" || w == "of" || w == ",";
    };
    while (token(last - 1).span.begin > begin && cannot_end(word(last - 1))) --last;
    end = token(last - 1).span.end;
    return Span{.begin = begin, .end = end};
  }

  [[nodiscard]] bool ends_clause(std::uint32_t end) const {
    return std::any_of(read_.all.begin(), read_.all.end(), [end](const Clause& clause) {
      return clause.span.end == end || clause.span.end == end + 1;
    });
  }

  std::string_view text_;
  Struggles read_;
};

TEST(Reasons, AreTheSameHoweverLongTheSentenceAndHoweverManyTheConnectives) {
  const std::vector<std::string> pieces = {"because",
                                           "because of",
                                           "not because",
                                           "the app crashed",
                                           "and nobody answered me",
                                           ", and I am tired of it",
                                           "but it froze",
                                           "#fail",
                                           "\n",
                                           ".",
                                           "?",
                                           "!",
                                           "www.a.bc",
                                           "😡",
                                           "   ",
                                           "again",
                                           "the update",
                                           ", but I paid for the whole order"};
  Random random(5);
  std::size_t most = 0;
  for (int round = 0; round < 400; ++round) {
    const std::uint64_t ends = random.below(2) == 0 ? pieces.size() : 9;  // Or never ends.
    std::string text;
    for (std::uint64_t n = random.below(round < 380 ? 40 : 2000); n > 0; --n)
      text += pieces[random.below(ends)] + " ";
    const std::vector<std::string> found = reasons(text);
    ASSERT_EQ(found, SlowReasons(text).all()) << text;
    most = std::max(most, found.size());
  }
  EXPECT_GT(most, 100U);
}

}  // namespace
}  // namespace attune
