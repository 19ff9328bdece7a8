// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/patterns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/random.h"
#include "text/clause_words.h"

namespace attune {
namespace {

Patterns compiled(std::string_view file) {
  PatternReader reader;
  const auto done = reader.read("test", file);
  EXPECT_TRUE(done) << (done ? "" : done.error().message);
  auto patterns = Patterns::compile(reader.take());
  EXPECT_TRUE(patterns);
  return std::move(*patterns);
}

std::string refusal(std::string_view file) {
  PatternReader reader;
  const auto done = reader.read("test", file);
  return done ? "" : done.error().message;
}

bool hits(const Patterns& patterns, std::string_view text, std::size_t pattern = 0) {
  Tokens tokens;
  tokenise(text, tokens);
  PatternState state;
  patterns.match(tokens, state);
  return std::any_of(state.hits().begin(), state.hits().end(),
                     [&](const PatternHit& hit) { return hit.entry == pattern; });
}

TEST(Patterns, AlternativesOptionsPrefixesAndSets) {
  const Patterns p = compiled(
      "set be = is are was\n"
      "[struggle] x .90\n= <be>? still not|never refund*\n");
  EXPECT_TRUE(hits(p, "It is still not refunded"));
  EXPECT_TRUE(hits(p, "still never a refund? still never refunds"));
  EXPECT_FALSE(hits(p, "still not a fund"));
  EXPECT_FALSE(hits(p, "still maybe refunded"));
}

TEST(Patterns, GroupsHoldSeveralWords) {
  const Patterns p =
      compiled("def no = (can't | can not)\n[struggle] x .90\n= i {no} ( log in | enter )\n");
  EXPECT_TRUE(hits(p, "I can not log in"));
  EXPECT_TRUE(hits(p, "I can’t enter"));
  EXPECT_FALSE(hits(p, "I can log in"));
}

TEST(Patterns, GapsStayWithinReachAndSentence) {
  const Patterns p = compiled("[need] x .90\n= please ~2 add\n");
  EXPECT_TRUE(hits(p, "please add it"));
  EXPECT_TRUE(hits(p, "please do quickly add it"));
  EXPECT_FALSE(hits(p, "please do it quickly and add it"));
  EXPECT_FALSE(hits(p, "please do. Add it"));
}

TEST(Patterns, MoreKindsOfNextWordsThanGatesStillMatchWordForWord) {
  std::string file = "[struggle] x .90\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string n = std::to_string(i);
    file.append("= a").append(n).append("a ~1 b").append(n).append("b\n");
  }
  const Patterns p = compiled(file);
  for (const int i : {0, 903, 904, 4095, 4096, 4999}) {
    const std::string first = "a" + std::to_string(i) + "a ";
    EXPECT_TRUE(hits(p, first + "b" + std::to_string(i) + "b")) << i;
    EXPECT_TRUE(hits(p, first + "or b" + std::to_string(i) + "b")) << i;
    EXPECT_FALSE(hits(p, first + "b" + std::to_string((i + 4096) % 5000) + "b")) << i;
    EXPECT_FALSE(hits(p, first + "b" + std::to_string((i + 904) % 5000) + "b")) << i;
  }
}

TEST(Patterns, AnchorsLookAtClauseBorders) {
  const Patterns p = compiled("[need] x .90\n= %clause-begins fix it %clause-ends\n");
  EXPECT_TRUE(hits(p, "Fix it!"));
  EXPECT_TRUE(hits(p, "@shop fix it please no, fix it"));
  EXPECT_TRUE(hits(p, "broken, fix it 😡"));
  EXPECT_FALSE(hits(p, "they fix it"));
  EXPECT_FALSE(hits(p, "fix it soon"));
}

TEST(Patterns, GuardsForbidAndRequire) {
  const Patterns p = compiled(
      "set neg = not never\n"
      "[praise] x .90\n= good\n! negated\n! sentence luck\n"
      "[question] y .90\n= how much\n& question\n");
  EXPECT_TRUE(hits(p, "a good day. not bad"));
  EXPECT_FALSE(hits(p, "not a very good day"));
  EXPECT_FALSE(hits(p, "good bye and all the luck"));
  EXPECT_TRUE(hits(p, "Fine. How much is it?", 1));
  EXPECT_FALSE(hits(p, "How much it hurt. Why?", 1));
}

TEST(Patterns, MarksMatchByKindOfToken) {
  const Patterns p = compiled("[struggle] x .90\n= waited %num hours|hrs\n= %emoji %emoji\n");
  EXPECT_TRUE(hits(p, "waited 3 hours"));
  EXPECT_TRUE(hits(p, "ok 😡😡"));
  EXPECT_FALSE(hits(p, "waited for hours"));
}

TEST(Patterns, RefuseWhatTheyDoNotUnderstandWithItsLine) {
  EXPECT_EQ(refusal("[need] x .90\n= a ~99 b\n"), "test: line 2: not a gap: '~99': ~1 to ~14");
  EXPECT_NE(refusal("= a\n"), "");
  EXPECT_NE(refusal("[nonsense] x .90\n"), "");
  EXPECT_NE(refusal("[need] x 90\n"), "");
  EXPECT_NE(refusal("[need] x .90\n= ( a b\n"), "");
  EXPECT_NE(refusal("[need] x .90\n= a ) b\n"), "");
  EXPECT_NE(refusal("[need] x .90\n= a?\n"), "");
  EXPECT_NE(refusal("[need] x .90\n= <nosuch>\n"), "");
  EXPECT_NE(refusal("[need] x .90\n= {nosuch}\n"), "");
  EXPECT_NE(refusal("[care.sunburn] x .90\n"), "");
  std::string deep = "[need] x .90\n= ";
  for (int i = 0; i < 30'000; ++i) deep += "( ";
  EXPECT_NE(refusal(deep + "\n").find("nest too deeply"), std::string::npos);
}

TEST(Patterns, TurnsAloneSayWhatTheyMean) {
  const Patterns p = compiled("[turn.good] x .90\n> very happy\n= over the moon\n");
  EXPECT_EQ(p.at(0).plain, "very happy");
  EXPECT_EQ(p.at(0).turned, Polarity::positive);
  EXPECT_NE(refusal("[turn.odd] x .90\n").find("no such turn"), std::string::npos);
  EXPECT_NE(refusal("[praise] x .90\n> very happy\n").find("outside a turn"), std::string::npos);
  EXPECT_NE(refusal("> very happy\n").find("outside a turn"), std::string::npos);
}

TEST(Patterns, AbsentFolderIsRefused) {
  EXPECT_FALSE(Patterns::load(ATTUNE_SOURCE_DIR "/no/such/folder"));
}

// The shipped book: each pattern is judged by its own examples.
TEST(Patterns, EveryShippedPatternHitsAndMissesItsExamples) {
  const auto p = Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  ASSERT_TRUE(p) << (p ? "" : p.error().message);
  for (std::size_t i = 0; i < p->size(); ++i) {
    const PatternSpec& spec = p->at(i);
    EXPECT_FALSE(spec.hits.empty()) << spec.id << " has no example";
    EXPECT_FALSE(spec.phrases.empty()) << spec.id << " has no expression";
    for (const std::string& text : spec.hits)
      EXPECT_TRUE(hits(*p, text, i)) << spec.id << ": " << text;
    for (const std::string& text : spec.misses) {
      EXPECT_FALSE(hits(*p, text, i)) << spec.id << ": " << text;
    }
  }
}

TEST(Patterns, ShippedIdsAreUnique) {
  const auto p = Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  ASSERT_TRUE(p);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < p->size(); ++i) ids.push_back(p->at(i).id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

/// The slow twin: tries every sequence at every token, by recursion and string comparison.
class Naive {
 public:
  Naive(const Patterns& patterns, const Tokens& tokens) : patterns_(patterns), tokens_(tokens) {}

  std::vector<PatternHit> run() {
    for (std::uint32_t p = 0; p < patterns_.size(); ++p) {
      for (const phrases::Wording& sequence : patterns_.at(p).phrases) {
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
          if (sequence.begins != phrases::Border::none && !clause_start(i)) continue;
          first_ = i;
          walk(p, sequence, 0, i);
        }
      }
    }
    std::sort(found_.begin(), found_.end(), [](const PatternHit& a, const PatternHit& b) {
      return std::tie(a.first, a.last, a.entry) < std::tie(b.first, b.last, b.entry);
    });
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    std::erase_if(found_, [this](const PatternHit& hit) { return refused(hit); });
    return found_;
  }

 private:
  bool refused(const PatternHit& hit) const {
    const auto& guards = patterns_.at(hit.entry).guards;
    return std::any_of(guards.begin(), guards.end(), [&](const phrases::Guard& guard) {
      return holds(hit, guard) != guard.required;
    });
  }
  bool holds(const PatternHit& hit, const phrases::Guard& guard) const {
    const auto n = static_cast<std::uint32_t>(tokens_.size());
    const auto stops = [&](std::uint32_t i) { return ends_sentence(tokens_.word(i)); };
    std::uint32_t from = hit.first;
    std::uint32_t to = hit.last;
    while (from > 0 && !stops(from - 1)) --from;
    while (to < n && !stops(to)) ++to;
    if (guard.place == phrases::GuardPlace::question) {
      while (to < n && stops(to) && tokens_.word(to) != "?") ++to;
      return to < n && tokens_.word(to) == "?";
    }
    if (guard.place == phrases::GuardPlace::text) {
      from = 0;
      to = n;
    }
    for (std::uint32_t i = from; i < to; ++i) {
      if (fits(i, guard.klass)) return true;
    }
    return false;
  }

  bool wordlike(std::uint32_t i) const {
    return tokens_.list[i].kind == TokenKind::word || tokens_.list[i].kind == TokenKind::number;
  }
  bool clause_start(std::uint32_t i) const {
    return i == 0 || !wordlike(i - 1) || tokens_.word(i - 1) == "and" ||
           tokens_.word(i - 1) == "but";
  }
  bool clause_end(std::uint32_t i) const {
    return i == tokens_.size() || !wordlike(i) || tokens_.word(i) == "and" ||
           tokens_.word(i) == "but";
  }
  bool fits(std::uint32_t i, std::uint32_t klass) const {
    const phrases::TokenClass& c = patterns_.book().classes[klass];
    const std::string word(tokens_.word(i));
    if (std::find(c.words.begin(), c.words.end(), word) != c.words.end()) return true;
    for (const std::string& prefix : c.prefixes) {
      if (word.rfind(prefix, 0) == 0) return true;
    }
    return (c.flags & phrases::TokenBit::kNumber) != 0 && tokens_.list[i].kind == TokenKind::number;
  }
  void walk(std::uint32_t p, const phrases::Wording& sequence, std::size_t at, std::uint32_t from) {
    if (at == sequence.steps.size()) {
      if (sequence.ends == phrases::Border::none || clause_end(from))
        found_.push_back({p, first_, from});
      return;
    }
    const phrases::Step step = sequence.steps[at];
    for (std::uint32_t gap = 0; gap <= step.gap && from + gap < tokens_.size(); ++gap) {
      if (fits(from + gap, step.klass)) walk(p, sequence, at + 1, from + gap + 1);
      if (ends_sentence(tokens_.word(from + gap))) break;
    }
  }

  const Patterns& patterns_;
  const Tokens& tokens_;
  std::vector<PatternHit> found_;
  std::uint32_t first_ = 0;
};

std::string random_expression(Random& random, const std::vector<std::string>& words) {
  std::string line = random.below(5) == 0 ? "= %clause-begins " : "= ";
  const std::uint64_t n = 1 + random.below(4);
  for (std::uint64_t i = 0; i < n; ++i) {
    if (i > 0 && random.below(3) == 0) line += "~" + std::to_string(1 + random.below(3)) + " ";
    const std::string& word = words[random.below(words.size())];
    switch (random.below(6)) {
      case 0:
        line += word + "|" + words[random.below(words.size())] + " ";
        break;
      case 1:
        line += word.size() < 3 ? word + " " : word.substr(0, 3) + "* ";
        break;
      case 2:
        line += i > 0 && i + 1 < n ? word + "? " : word + " ";
        break;
      case 3:
        line += "( " + word + " " + words[random.below(words.size())] + " | %num ) ";
        break;
      default:
        line += word + " ";
    }
  }
  return line + (random.below(6) == 0 ? "%clause-ends\n" : "\n");
}

/// Guards that look as far as a sentence or the text goes.
std::string random_guard(Random& random, const std::vector<std::string>& words) {
  const std::string sign = random.below(2) == 0 ? "! " : "& ";
  const std::string& word = words[random.below(words.size())];
  switch (random.below(4)) {
    case 0:
      return sign + "sentence " + word + "\n";
    case 1:
      return sign + "text " + word + "\n";
    case 2:
      return sign + "question\n";
    default:
      return "";
  }
}

TEST(Patterns, AgreesWithTheNaiveMatcherOnGeneratedBooksAndTexts) {
  const std::vector<std::string> words = {"abcd", "abce", "abc", "wxyz", "and", "zed", "it's", "q"};
  Random random(42);
  for (int round = 0; round < 60; ++round) {
    std::string file;
    for (int p = 0; p < 12; ++p) {
      file += "[need] p" + std::to_string(p) + " .50\n";
      file += random_expression(random, words);
      file += random_expression(random, words);
      file += random_guard(random, words);
    }
    const Patterns patterns = compiled(file);
    PatternState state;
    Tokens tokens;
    for (int t = 0; t < 40; ++t) {
      std::string text;
      for (std::uint64_t n = random.below(t == 0 ? 300 : 14); n > 0; --n) {
        const std::uint64_t kind = random.below(12);
        text += kind == 0   ? "."
                : kind == 1 ? "7"
                : kind == 2 ? ","
                : kind == 3 ? "?"
                            : words[random.below(8)];
        text += " ";
      }
      tokenise(text, tokens);
      patterns.match(tokens, state);
      const std::vector<PatternHit> fast(state.hits().begin(), state.hits().end());
      ASSERT_EQ(fast, Naive(patterns, tokens).run()) << file << "\n" << text;
    }
  }
}

TEST(Patterns, AnyBytesAreMatchedWithoutHarm) {
  const auto p = Patterns::load(ATTUNE_SOURCE_DIR "/models/patterns");
  ASSERT_TRUE(p);
  Random random(3);
  PatternState state;
  Tokens tokens;
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(300); n > 0; --n)
      text += static_cast<char>(random.below(256));
    tokenise(text, tokens);
    p->match(tokens, state);
    for (const PatternHit& hit : state.hits()) {
      ASSERT_LT(hit.first, hit.last);
      ASSERT_LE(hit.last, tokens.size());
    }
  }
}

}  // namespace
}  // namespace attune
