// SPDX-License-Identifier: Apache-2.0
#include "understand/reasons/connectives.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "text/clause_words.h"
#include "text/clauses.h"
#include "text/tokens.h"
#include "understand/reasons/effect.h"
#include "understand/reasons/features.h"
#include "understand/reasons/reasons.h"

namespace attune {
namespace {

const Patterns& book() {
  static const Patterns patterns = *Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  return patterns;
}

const Reasons& shipped() {
  static const Reasons reasons =
      *Reasons::load(ATTUNE_SOURCE_DIR "/models/because/because.weights");
  return reasons;
}

/// A text and its parse, kept together.
struct Given {
  explicit Given(std::string given) : text(std::move(given)) {
    tokenise(text, tokens);
    split_clauses(text, tokens, clauses);
    book().match(tokens, state);
  }
  [[nodiscard]] Parse parse() const { return {text, tokens, clauses, book(), state.hits()}; }

  std::string text;
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  PatternState state;
};

using Found = std::vector<std::string>;

/// The reasons told of `text` that are at least as sure as `p`, in order of the text.
Found reasons(std::string text, float p = 0.6F) {
  const Given given(std::move(text));
  std::vector<Evidence> spans = shipped().spans(given.parse());
  std::ranges::sort(spans, {}, [](const Evidence& one) { return one.span.begin; });
  Found out;
  for (const Evidence& one : spans) {
    if (one.p >= p) out.emplace_back(one.span.of(given.text));
  }
  return out;
}

TEST(Connectives, TheReasonBeginsBehindThem) {
  EXPECT_EQ(reasons("We missed our train because the courier came late. Never again."),
            Found{"the courier came late"});
  EXPECT_EQ(reasons("Delayed due to a broken jetway bridge!"), Found{"a broken jetway bridge"});
  EXPECT_EQ(reasons("I left bc nobody ever answered the phone #fail"),
            Found{"nobody ever answered the phone"});
  EXPECT_EQ(reasons("I left becuase of the weather"), Found{"the weather"});
  EXPECT_EQ(reasons("The delay was due to weather."), Found{"weather"});
}

TEST(Connectives, TheModelSaysWhereTheReasonEnds) {
  EXPECT_EQ(reasons("I waited an hour because nobody knew, but the food was great.", 0.9F),
            Found{"nobody knew"});
  EXPECT_EQ(
      reasons("Late because of missed connections due to mechanical issues on the first leg."),
      Found{"missed connections due to mechanical issues on the first leg"});
}

TEST(Connectives, WhatOpensASentenceLeavesWordsForWhatItExplains) {
  EXPECT_EQ(reasons("Because your calendar uses American dates, I flew on the wrong day.", 0.9F),
            Found{"your calendar uses American dates"});
  EXPECT_EQ(reasons("No thanks. Because the staff shouted at us.", 0.9F),
            Found{"the staff shouted at us"});
}

TEST(Connectives, TheUpdateIsAReasonAndATimeIsNone) {
  EXPECT_EQ(reasons("My balance is gone since this morning's app update"),
            Found{"since this morning's app update"});
  EXPECT_TRUE(reasons("I have been waiting since Tuesday for the parcel").empty());
}

TEST(Connectives, QuestionsAndDenialsGiveNone) {
  EXPECT_TRUE(reasons("Is it late because of the strike again?", 0.9F).empty());
  EXPECT_TRUE(reasons("I write not because I am angry at the staff", 0.9F).empty());
}

TEST(Connectives, AQuotationIsKeptWhole) {
  EXPECT_EQ(reasons("Refused because they were \"too busy\"."), Found{"they were \"too busy\""});
}

struct Said {
  std::string text;
  std::string reason;
};

/// Expects that each text gives its reason and no other.
void expect_reasons(const std::vector<Said>& texts) {
  for (const Said& said : texts) EXPECT_EQ(reasons(said.text), Found{said.reason}) << said.text;
}

TEST(Connectives, AReasonThatStandsFirstEndsWhereItsEffectBegins) {
  expect_reasons({
      {"Due to a power failure our train stood for hours.", "a power failure"},
      {"Due to roadworks in the village the bus never stops here.", "roadworks in the village"},
      {"Owing to a leak we slept on the floor.", "a leak"},
      {"Because of the heat the chocolate melted.", "the heat"},
      {"Thanks to a broken lift we carried everything.", "a broken lift"},
      {"Because the screen froze I lost all my photos.", "the screen froze"},
      {"Because they raised the rent I gave notice.", "they raised the rent"},
      {"Because the oven failed my cake was raw.", "the oven failed"},
      {"Because your driver could not find the street my groceries went back.",
       "your driver could not find the street"},
      {"Because it says the voucher is void I can't pay.", "it says the voucher is void"},
      {"Due to the fact that my coach was late I missed the ferry.",
       "the fact that my coach was late"},
      {"As the gate was locked we waited outside.", "the gate was locked"},
      {"Since the new owner took over the coffee is cold.", "the new owner took over"},
      {"Ever since you switched couriers, nothing arrives.", "you switched couriers"},
      {"After the redesign nothing can be found.", "After the redesign"},
      {"Following a server crash my drafts are gone.", "Following a server crash"},
      {"After a power cut the freezer never started again.", "After a power cut"},
  });
}

TEST(Connectives, WhatComesOfAReasonIsNoPartOfIt) {
  expect_reasons({
      {"It stopped because the belt snapped, so I walked home.", "the belt snapped"},
      {"The outage was caused by a storm so we lost everything.", "a storm"},
  });
}

TEST(Connectives, WordsThatAreCausalInCertainCompanyLeadToo) {
  expect_reasons({
      {"I sent it back as the handle broke.", "the handle broke"},
      {"We gave up as nobody answered the bell.", "nobody answered the bell"},
      {"I had to pay twice since they don't keep my card.", "they don't keep my card"},
      {"Nothing prints since they moved the office.", "they moved the office"},
      {"I lost my draft when the editor crashed.", "the editor crashed"},
      {"My card was refused. They told me the terminal was broken.", "the terminal was broken"},
      {"No bag again. The agent said the belt had jammed.", "the belt had jammed"},
      {"I cannot register, it says my number is already in use.", "my number is already in use"},
      {"It freezes with the new update.", "with the new update"},
      {"It hangs after updating the app.", "after updating the app"},
  });
}

TEST(Connectives, DenialsTimesAndComparisonsLeadNowhere) {
  for (const std::string text :
       {"It is not because of the price.", "The delay wasn't really due to the weather.",
        "I am leaving, and not simply because of the noise.", "We have been waiting since Monday.",
        "It is not as good as the old one.", "They said they would call back.",
        "It was never caused by the cable."})
    EXPECT_TRUE(reasons(text, 0.8F).empty()) << text;
}

/// The slow twin: walks from each connective to both ends of its sentence, and over all spans.
class SlowReader {
 public:
  SlowReader(const Given& given, const std::vector<ReasonCandidate>& spans,
             const std::vector<std::int32_t>& scores)
      : given_(given), spans_(spans), scores_(scores) {}

  [[nodiscard]] std::vector<LedReason> read() const {
    std::vector<LedReason> out;
    for (const PatternHit& hit : given_.state.hits()) {
      const PatternSpec& pattern = book().at(hit.entry);
      const bool change = pattern.kind == PatternKind::event;
      if (!change && (pattern.kind != PatternKind::reason_after || pattern.p < 0.9F)) continue;
      std::uint32_t begin = hit.first;
      while (begin > 0 && !border(begin)) --begin;
      std::uint32_t end = hit.first + 1;
      while (end < size() && !border(end)) ++end;
      bool asks = false;
      for (std::uint32_t i = begin; i < end; ++i) asks |= word(i).ends_with("?");
      if (asks) continue;
      LedReason reason{.first = hit.first, .last = hit.last, .p = pattern.p};
      if (!change) reason = behind(hit, begin, end, pattern.p);
      if (reason.last > reason.first) out.push_back(reason);
    }
    return out;
  }

 private:
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(given_.tokens.size());
  }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return given_.tokens.word(i); }
  [[nodiscard]] bool says(std::uint32_t i) const {
    const TokenKind kind = given_.tokens.list[i].kind;
    return kind == TokenKind::word || kind == TokenKind::number;
  }
  [[nodiscard]] bool stops(std::uint32_t i) const {
    return given_.tokens.list[i].kind == TokenKind::punctuation && ends_sentence(word(i));
  }

  /// True where token `i` begins a sentence.
  [[nodiscard]] bool border(std::uint32_t i) const {
    if (stops(i - 1)) return !stops(i);
    const Token& token = given_.tokens.list[i];
    const std::uint32_t before = given_.tokens.list[i - 1].span.end;
    const std::string gap = given_.text.substr(before, token.span.begin - before);
    if (gap.find('\n') != std::string::npos) return true;
    if (token.kind == TokenKind::link || token.kind == TokenKind::symbol) return true;
    if (token.kind != TokenKind::hashtag) return false;
    for (std::uint32_t j = i; j < size(); ++j) {
      if (says(j)) return false;
    }
    return true;
  }

  [[nodiscard]] LedReason behind(const PatternHit& hit, std::uint32_t begin, std::uint32_t end,
                                 float p) const {
    std::uint32_t first = hit.last;
    while (first < size() && word(first) == "of") ++first;
    if (first >= end || !says(first) || word(first) == "that") return {};
    bool opens = true;
    for (std::uint32_t i = begin; i < hit.first; ++i) opens &= !says(i);
    std::uint32_t last = best(first, end, opens);
    if (last == 0) last = best(first, end, false);
    if (last == 0) {
      const bool alone = first + 1 == end || !says(first + 1);
      return {.first = first, .last = first + (alone && word(first).size() > 3 ? 1 : 0), .p = p};
    }
    const auto cannot_end = [&](std::string_view w) {
      return w == "and" || w == "but" || w == "because" || w == "the" || w == "of";
    };
    std::uint32_t stretch = first;
    while (stretch < last && says(stretch)) ++stretch;
    const std::string_view led = word(first - 1);
    const Takes takes = led == "to" || led == "of" ? Takes::thing : Takes::clause;
    const std::uint32_t effect = effect_begins(given_.tokens, first, stretch, takes);
    if (opens && effect < stretch) last = effect;
    while (last > first + 1 && cannot_end(word(last - 1))) --last;
    return {.first = first, .last = last, .p = p};
  }

  [[nodiscard]] std::uint32_t best(std::uint32_t first, std::uint32_t end, bool inside) const {
    std::int32_t most = INT32_MIN;
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      const ReasonCandidate& span = spans_[i];
      if (span.first != first || span.last > end || scores_[i] <= most) continue;
      const bool comma = span.last + 1 < end && word(span.last) == ",";
      if (inside && !(comma && says(span.last + 1))) continue;
      most = scores_[i];
      last = span.last;
    }
    return last;
  }

  const Given& given_;
  const std::vector<ReasonCandidate>& spans_;
  const std::vector<std::int32_t>& scores_;
};

TEST(Connectives, AreReadAlikeHoweverLongTheSentenceAndHoweverMany) {
  const std::vector<std::string> pieces = {"because",
                                           "because of",
                                           "not because",
                                           "the app crashed",
                                           "and nobody answered me",
                                           ", and I am tired of it",
                                           "but it froze",
                                           "since the last update",
                                           "due to weather",
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
    const Given given(text);
    const Parse parse = given.parse();
    const ReasonView view(parse);
    std::vector<std::int32_t> scores;
    for (std::size_t i = 0; i < view.candidates().size(); ++i)
      scores.push_back(static_cast<std::int32_t>(random.below(1000)));
    std::vector<LedReason> found;
    led_reasons(parse, view.candidates(), scores, found);
    ASSERT_EQ(found, SlowReader(given, view.candidates(), scores).read()) << text;
    most = std::max(most, found.size());
  }
  EXPECT_GT(most, 100U);
}

}  // namespace
}  // namespace attune
