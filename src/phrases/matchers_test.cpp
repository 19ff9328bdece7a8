// SPDX-License-Identifier: Apache-2.0
// Each matcher judges the other: the same book, the same texts, cut alike by both cuts (words,
// numbers and the marks that both keep).
#include "phrases/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/random.h"
#include "phrases/patterns/trie_matcher.h"
#include "phrases/plain_book.h"
#include "phrases/rules/anchor_matcher.h"

namespace attune::phrases {
namespace {

const std::vector<std::string> kWords = {"abcd", "abce", "abc", "wxyz", "and", "zed", "it's", "q"};

const std::string& any_word(Random& random) {
  return kWords[random.below(kWords.size())];
}

/// `first`: more follows it.
std::string random_item(Random& random, bool first) {
  const std::string& word = any_word(random);
  switch (random.below(8)) {
    case 0:
      return word + "|" + any_word(random) + " ";
    case 1:
      return word.size() < 3 ? word + " " : word.substr(0, 3) + "* ";
    case 2:
      return word + "? ";
    case 3:
      return "( " + word + " " + any_word(random) + " | %num | " + any_word(random) + " ) ";
    case 4:
      return first ? "( " + word + " ~1 )? " : "( ~1 " + word + " )? ";
    case 5:
      return "<some> ";
    case 6:
      return "{pair}? ";
    default:
      return word + " ";
  }
}

/// With one word at least that is always there.
std::string random_expression(Random& random) {
  std::string line = "= ";
  const std::uint64_t border = random.below(8);
  if (border == 0) line += "^ ";
  if (border == 1) line += "^ ~2 ";
  for (std::uint64_t n = random.below(3); border != 1 && n > 0; --n)
    line += random_item(random, true);
  line += any_word(random) + " ";
  for (std::uint64_t n = random.below(3); n > 0; --n) {
    if (random.below(3) == 0) {
      line += "~" + std::to_string(1 + random.below(3)) + " " + any_word(random) + " ";
    } else {
      line += random_item(random, false);
    }
  }
  return line + (random.below(7) == 0 ? "$\n" : "\n");
}

/// `near`: guards that look at the tokens around a hit, and so at where it begins and ends.
std::string random_guard(Random& random, bool near) {
  const std::string sign = random.below(3) == 0 ? "& " : "! ";
  const std::string word = any_word(random) + "|" + any_word(random) + "\n";
  const std::string reach = std::to_string(1 + random.below(4)) + " ";
  switch (random.below(near ? 8 : 5)) {
    case 0:
      return sign + "sentence " + word;
    case 1:
      return sign + "text " + word;
    case 2:
      return sign + "question\n";
    case 5:
      return "  " + sign + "before " + reach + word;
    case 6:
      return sign + "after " + reach + word;
    case 7:
      return "  " + sign + "inside " + word;
    default:
      return "";
  }
}

std::string random_file(Random& random, bool near) {
  std::string file = "set some = abcd zed 7\ndef pair = ( it's q | wxyz )\n";
  for (int e = 0; e < 12; ++e) {
    file += "[e" + std::to_string(e) + "] x .50\n" + random_expression(random);
    file += random_guard(random, near) + random_expression(random) + random_guard(random, near);
  }
  return file;
}

std::string random_text(Random& random, std::uint64_t most) {
  constexpr const char* kMarks[] = {".", ",", "?", "!", "7", "10:05"};
  std::string text;
  for (std::uint64_t n = random.below(most); n > 0; --n) {
    text += random.below(4) == 0 ? kMarks[random.below(6)] : any_word(random).c_str();
    text += " ";
  }
  return text;
}

/// Both matchers of one book, and what they find in a text.
class Both {
 public:
  explicit Both(std::string_view file) {
    PlainBookReader reader;
    const auto done = reader.read("test", file);
    EXPECT_TRUE(done) << (done ? "" : done.error().message) << "\n" << file;
    book_ = reader.take();
    trie_.emplace(*TrieMatcher::compile(book_));
    anchors_.emplace(*AnchorMatcher::compile(book_));
  }

  void find(const std::string& text) {
    tokenise(text, tokens_);
    trie_->find(tokens_, trie_scratch_);
    anchors_->match(text, anchor_scratch_);
  }
  /// Is the text cut alike? Then hits can be compared by their tokens.
  [[nodiscard]] bool cut_alike() const {
    return std::equal(tokens_.list.begin(), tokens_.list.end(), anchor_scratch_.words.begin(),
                      anchor_scratch_.words.end(), [](const Token& token, const CopyWord& word) {
                        return token.span == word.span;
                      });
  }
  [[nodiscard]] std::span<const Hit> of_trie() const { return trie_scratch_.hits(); }
  [[nodiscard]] std::span<const Hit> of_anchors() const { return anchor_scratch_.hits(); }

  /// The trie finds each way to fit, anchors the nearest: what they find, it finds.
  [[nodiscard]] bool trie_knows(const Hit& hit) const {
    return std::find(of_trie().begin(), of_trie().end(), hit) != of_trie().end();
  }
  /// … and where it finds an entry in a sentence, so do they.
  [[nodiscard]] bool anchors_know(const Hit& hit) const {
    const auto& words = anchor_scratch_.words;
    return std::any_of(of_anchors().begin(), of_anchors().end(), [&](const Hit& other) {
      return other.entry == hit.entry && words[other.first].sentence == words[hit.first].sentence;
    });
  }

 private:
  Book<Entry> book_;
  std::optional<TrieMatcher> trie_;
  std::optional<AnchorMatcher> anchors_;
  Tokens tokens_;
  TrieScratch trie_scratch_;
  AnchorScratch anchor_scratch_;
};

std::string shown(const Hit& hit) {
  return "e" + std::to_string(hit.entry) + " [" + std::to_string(hit.first) + ", " +
         std::to_string(hit.last) + ")";
}

TEST(Matchers, TheTrieFindsAllThatAnchorsFind) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random(seed);
    const std::string file = random_file(random, true);
    Both both(file);
    for (int t = 0; t < 40; ++t) {
      const std::string text = random_text(random, t == 0 ? 100 : 16);
      both.find(text);
      ASSERT_TRUE(both.cut_alike()) << text;
      for (const Hit& hit : both.of_anchors()) {
        ASSERT_TRUE(both.trie_knows(hit)) << "seed " << seed << ": " << shown(hit) << "\n"
                                          << file << text;
      }
      found += both.of_anchors().size();
    }
  }
  EXPECT_GT(found, 1000U);
}

TEST(Matchers, WhereTheTrieFindsAnEntrySoDoAnchors) {
  std::size_t found = 0;
  for (std::uint64_t seed = 101; seed <= 160; ++seed) {
    Random random(seed);
    const std::string file = random_file(random, false);
    Both both(file);
    for (int t = 0; t < 40; ++t) {
      const std::string text = random_text(random, t == 0 ? 100 : 16);
      both.find(text);
      ASSERT_TRUE(both.cut_alike()) << text;
      for (const Hit& hit : both.of_trie()) {
        ASSERT_TRUE(both.anchors_know(hit)) << "seed " << seed << ": " << shown(hit) << "\n"
                                            << file << text;
      }
      for (const Hit& hit : both.of_anchors()) ASSERT_TRUE(both.trie_knows(hit)) << file << text;
      found += both.of_trie().size();
    }
  }
  EXPECT_GT(found, 1000U);
}

TEST(Matchers, AnchorsRefuseWhatTheyCannotServe) {
  for (const char* expression : {"= %num %word\n", "= %clause-begins abc\n"}) {
    PlainBookReader reader;
    ASSERT_TRUE(reader.read("t", std::string("[a] x .5\n") + expression));
    const Book<Entry> book = reader.take();
    EXPECT_TRUE(TrieMatcher::compile(book));
    EXPECT_FALSE(AnchorMatcher::compile(book)) << expression;
  }
}

}  // namespace
}  // namespace attune::phrases
