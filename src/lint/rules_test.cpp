// SPDX-License-Identifier: Apache-2.0
#include "lint/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/calendar.h"
#include "base/random.h"
#include "lint/rule_file.h"
#include "phrases/rules/word_scan.h"

namespace attune {
namespace {

const Rules& shipped() {
  static const Rules rules = *Rules::load(ATTUNE_SOURCE_DIR "/models/rules");
  return rules;
}

CopyReading sure_reading(std::string_view) {
  CopyReading reading;
  reading.manipulation_p = 0.97F;
  reading.kinds.fill(0.2F);
  return reading;
}

std::vector<Raised> raised_in(std::string_view text, CheckOptions options = {}) {
  CopyBlock block;
  block.add(text, 0);
  CheckState state;
  shipped().check(block, options, state);
  return state.raised;
}

bool loud(const std::vector<Raised>& raised) {
  return std::any_of(raised.begin(), raised.end(), [](const Raised& one) {
    return !one.cleared && one.severity != Severity::suggestion;
  });
}

TEST(Rules, EveryExampleOfEveryRuleIsRight) {
  std::uint32_t kind = 0;
  const ManipulationModel model = [&](std::string_view text) {  // Sure of the rule's own kind.
    CopyReading reading = sure_reading(text);
    reading.kinds[kind] = 0.95F;
    return reading;
  };
  CheckOptions options;
  options.model = &model;
  options.eager = true;
  options.trouble = true;
  const Facts over = *read_facts("offer_ends: 2020-01-01");
  for (const Rule& rule : shipped().book().entries) {
    kind = rule.kind;
    options.facts = rule.level == RuleLevel::fact ? &over : nullptr;
    options.today = days_of({2026, 6, 10});
    for (const std::string& text : rule.hits) {
      const auto raised = raised_in(text, options);
      EXPECT_TRUE(std::any_of(raised.begin(), raised.end(),
                              [&](const Raised& one) { return one.rule->kind == rule.kind; }))
          << rule.id << " does not find: " << text;
    }
    for (const std::string& text : rule.misses) {
      const auto raised = raised_in(text, options);
      EXPECT_FALSE(std::any_of(raised.begin(), raised.end(),
                               [&](const Raised& one) { return one.rule == &rule; }))
          << rule.id << " finds: " << text;
    }
  }
}

TEST(Rules, EveryRuleThatSpeaksAloneHasExamplesBothWays) {
  for (const Rule& rule : shipped().book().entries) {
    if (rule.phrases.empty() || rule.level == RuleLevel::cue) continue;
    EXPECT_FALSE(rule.hits.empty()) << rule.id;
    EXPECT_FALSE(rule.says.empty()) << rule.id;
    EXPECT_FALSE(rule.why.empty()) << rule.id;
  }
}

TEST(Rules, EveryKindIsCovered) {
  std::set<std::uint32_t> kinds;
  for (const Rule& rule : shipped().book().entries) kinds.insert(rule.kind);
  EXPECT_EQ(kinds.size(), kRuleKinds.size());
  for (const KindText& kind : shipped().book().kinds) {
    EXPECT_FALSE(kind.title.empty());
    EXPECT_FALSE(kind.gray.empty());
  }
}

TEST(Rules, ACheckableTermMakesUrgencyAQuestion) {
  const auto bare = raised_in("Hurry, the sale ends soon!");
  EXPECT_TRUE(loud(bare));
  const auto dated = raised_in("Hurry, the sale ends soon: on Friday 12 June at 6pm.");
  ASSERT_FALSE(dated.empty());
  EXPECT_FALSE(loud(dated));
  EXPECT_TRUE(dated[0].needs_fact);
}

TEST(Rules, AFactClearsOrConfirms) {
  Facts facts = *read_facts("stock: 3");
  CheckOptions options;
  options.facts = &facts;
  const auto right = raised_in("Only 3 left!", options);
  ASSERT_EQ(right.size(), 1U);
  EXPECT_TRUE(right[0].cleared);
  EXPECT_EQ(right[0].fact, "stock");
  facts = *read_facts("stock: 500");
  const auto wrong = raised_in("Only 3 left!", options);
  ASSERT_EQ(wrong.size(), 1U);
  EXPECT_EQ(wrong[0].severity, Severity::error);
}

TEST(Rules, QuotationsDenialsNamesAndNoticesAreLeftAlone) {
  for (const char* text : {"The pop-up said \"Act now or lose everything\", and we took it down.",
                           "We never use countdowns, and nothing here is only for a limited time.",
                           "Dinner at the Last Chance Saloon in the harbour starts at eight.",
                           "Product recall: stop using it and act now to return the kettle.",
                           "One of our customers told us that he felt he had to act now."}) {
    EXPECT_FALSE(loud(raised_in(text))) << text;
  }
}

TEST(Rules, AButtonsLabelIsOurOwnWord) {
  EXPECT_TRUE(loud(raised_in("Button: \"No thanks, I hate saving money\"")));
}

TEST(Rules, AReaderInAHardTimeMakesPressureAnError) {
  CheckOptions options;
  options.care = true;
  const auto raised = raised_in("Act now!", options);
  ASSERT_FALSE(raised.empty());
  EXPECT_EQ(raised[0].severity, Severity::error);
}

TEST(Rules, SpansLieInTheText) {
  const std::string text = "😀 Don\u2019t miss out, only 3 left! \u201CAct now\u201D";
  for (const Raised& one : raised_in(text)) {
    EXPECT_LT(one.span.begin, one.span.end);
    EXPECT_LE(one.span.end, text.size());
  }
}

/// The slow twin: every phrase is tried from every word on.
class SlowMatch {
 public:
  SlowMatch(const RuleBook& book, const phrases::WordTable& table,
            const std::vector<phrases::CopyWord>& words)
      : book_(book), table_(table), words_(words) {}

  [[nodiscard]] bool any(const phrases::Wording& phrase) const {
    for (std::uint32_t w = 0; w < words_.size(); ++w) {
      if (is(w, phrase.steps[0]) && from(phrase, 0, w)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t at, const phrases::Step& step) const {
    return table_.in(words_[at].id, step.klass) ||
           (words_[at].flags & book_.classes[step.klass].flags) != 0;
  }
  [[nodiscard]] bool from(const phrases::Wording& phrase, std::size_t step,
                          std::uint32_t at) const {
    if (step + 1 == phrase.steps.size()) return true;
    const phrases::Step& next = phrase.steps[step + 1];
    for (std::uint32_t to = at + 1; to < words_.size() && to <= at + 1 + next.gap; ++to) {
      if (to > at + 1 && words_[to].sentence != words_[at].sentence) return false;
      if (is(to, next) && from(phrase, step + 1, to)) return true;
    }
    return false;
  }
  const RuleBook& book_;
  const phrases::WordTable& table_;
  const std::vector<phrases::CopyWord>& words_;
};

std::string random_text(const RuleBook& book, Random& random) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    const phrases::TokenClass& klass = book.classes[random.below(book.classes.size())];
    if (klass.words.empty()) continue;
    text += klass.words[random.below(klass.words.size())];
    text += random.below(12) == 0 ? ". " : " ";
  }
  return text;
}

TEST(Matcher, FindsWhatTheSlowTwinFinds) {
  RuleBook book;
  for (const Rule& rule : shipped().book().entries) {
    Rule plain;
    plain.id = rule.id;
    for (const phrases::Wording& phrase : rule.phrases) {
      if (phrase.begins == phrases::Border::none && phrase.ends == phrases::Border::none)
        plain.phrases.push_back(phrase);
    }
    book.entries.push_back(plain);
  }
  book.classes = shipped().book().classes;
  const auto matcher = phrases::AnchorMatcher::compile(book);
  ASSERT_TRUE(matcher.has_value());
  Random random(7);
  phrases::AnchorScratch state;
  for (int round = 0; round < 60; ++round) {
    const std::string text = random_text(book, random);
    matcher->match(text, state);
    std::set<std::uint32_t> found;
    for (const phrases::Hit& hit : state.hits()) found.insert(hit.entry);
    const SlowMatch slow(book, matcher->table(), state.words);
    for (std::uint32_t r = 0; r < book.entries.size(); ++r) {
      const auto& phrases = book.entries[r].phrases;
      const bool hit =
          std::any_of(phrases.begin(), phrases.end(),
                      [&](const phrases::Wording& phrase) { return slow.any(phrase); });
      EXPECT_EQ(hit, found.contains(r)) << book.entries[r].id << " in: " << text;
    }
  }
}

/// The slow twin of the table: the word itself, or the longest beginning.
std::uint32_t slow_row(const phrases::WordTable& table,
                       const std::vector<phrases::TokenClass>& classes, std::string_view word) {
  std::string_view best;
  for (const phrases::TokenClass& klass : classes) {
    for (const std::string& known : klass.words) {
      if (known == word) return table.row(known);
    }
    for (const std::string& prefix : klass.prefixes) {
      if (word.starts_with(prefix) && prefix.size() > best.size()) best = prefix;
    }
  }
  // With an ending that no word has: a beginning may be a whole word of another class too.
  return best.empty() ? 0 : table.row(std::string(best) + "qqzz");
}

TEST(WordTable, KnowsWordsAndTheLongestBeginning) {
  const auto& classes = shipped().book().classes;
  const phrases::WordTable table(classes);
  const char* kEnds[] = {"", "s", "lation", "ing now", "x"};
  Random random(13);
  for (int round = 0; round < 600; ++round) {
    const phrases::TokenClass& klass = classes[random.below(classes.size())];
    const auto& from = klass.prefixes.empty() ? klass.words : klass.prefixes;
    if (from.empty()) continue;
    const std::string word = from[random.below(from.size())] + kEnds[random.below(5)];
    EXPECT_EQ(table.row(word), slow_row(table, classes, word)) << word;
    std::string capitals = word;
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    EXPECT_EQ(table.row(" " + capitals + "?", 1, 1 + word.size()), table.row(word)) << word;
  }
}

TEST(WordTable, OnlyLettersHaveACase) {
  EXPECT_NE(phrases::word_key("@", 0, 1), phrases::word_key("`", 0, 1));
  EXPECT_NE(phrases::word_key("[", 0, 1), phrases::word_key("{", 0, 1));
  EXPECT_NE(phrases::word_key("\U0001F600", 0, 4), phrases::word_key("\U0001F620", 0, 4));
  EXPECT_EQ(phrases::word_key("LIMITED-TIME", 0, 12), phrases::word_key("limited-time", 0, 12));
  EXPECT_NE(phrases::word_key("limited", 0, 7), phrases::word_key("limited", 0, 6));
}

TEST(WordScan, TheQuickWayAgreesWithTheTokeniser) {
  const phrases::WordTable table(shipped().book().classes);
  const std::string pieces[] = {"Hurry",     " ",
                                "don't",     "don\u2019t",
                                ".",         "!",
                                "\n",        "10:05",
                                "www.a.b",   "http://x.y/z?q=1.",
                                "@shop",     "#now",
                                "a@b.co",    "\U0001F389",
                                "\u200D",    "\uFE0F",
                                "caf\u00E9", "\u201C",
                                "'",         "-",
                                "3,5",       "24h",
                                "ONLY",      "_x",
                                "\uFFFC",    "(",
                                "\xFF",      "cancellation",
                                ";",         "\u2026",
                                "\u00A0",    "hand-picked",
                                "+",         "$"};
  Random random(11);
  Tokens tokens;
  std::vector<phrases::CopyWord> quick;
  std::vector<phrases::CopyWord> slow;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += pieces[random.below(std::size(pieces))];
    phrases::scan_words(text, table, tokens, quick);
    phrases::scan_words_by_tokens(text, table, tokens, slow);
    ASSERT_EQ(quick, slow) << text;
  }
}

TEST(RuleReader, RefusesWhatItDoesNotUnderstandWithTheLine) {
  const auto refused = [](const std::string& content) {
    RuleReader reader;
    const auto read = reader.read("x.txt", content);
    return read ? std::string() : read.error().message;
  };
  EXPECT_EQ(refused("[guilt-a] warn .9\n= you owe us\n"), "");
  EXPECT_NE(refused("[guilt-a] warn .9\n= ( you owe\n").find("x.txt: line 2"), std::string::npos);
  std::string deep = "[guilt-a] warn .9\n= ";
  for (int i = 0; i < 30'000; ++i) deep += "( ";
  EXPECT_NE(refused(deep + "\n").find("nest too deeply"), std::string::npos);
  EXPECT_NE(refused("[anger-a] warn .9\n").find("line 1"), std::string::npos);
  EXPECT_NE(refused("[guilt-a] warn .9\nfix: say please\n").find("no such fix"), std::string::npos);
  EXPECT_NE(refused("[guilt-a] warn .9\nfix: delete Hurry ||\n").find("empty"), std::string::npos);
  EXPECT_NE(refused("[guilt-a] warn 2\n").find("precision"), std::string::npos);
  EXPECT_NE(refused("[guilt-a] warn .9\n= <nothing>\n").find("no set"), std::string::npos);
  EXPECT_NE(refused("[guilt-a] warn .9\n[guilt-a] warn .9\n").find("second"), std::string::npos);
}

}  // namespace
}  // namespace attune
