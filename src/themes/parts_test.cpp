// SPDX-License-Identifier: Apache-2.0
// The parts of the room, each against a slow twin or a case that a hand can check.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/random.h"
#include "themes/groups/group_count.h"
#include "themes/groups/kmeans.h"
#include "themes/groups/linkage.h"
#include "themes/linear/matrix.h"
#include "themes/linear/simd_kernels.h"
#include "themes/linear/svd.h"
#include "themes/names/name_match.h"
#include "themes/names/naming.h"
#include "themes/names/parents.h"
#include "themes/names/quoting.h"
#include "themes/words/phrases.h"
#include "themes/words/terms.h"
#include "themes/words/vocabulary.h"
#include "themes/words/word_window.h"

namespace attune {
namespace {

Matrix random_rows(std::size_t rows, std::size_t cols, std::uint64_t seed) {
  Matrix m(rows, cols);
  Random chance(seed);
  for (float& x : m.values) x = static_cast<float>(chance.normal());
  for (std::size_t r = 0; r < rows; ++r) normalise(m.row(r));
  return m;
}

TEST(Lanes, EveryWidthGivesTheSameBits) {
  Random random(4);
  std::vector<Width> widths = {Width::sse};
  if (widest() != Width::sse) widths.push_back(Width::avx2);
  if (widest() == Width::avx512) widths.push_back(Width::avx512);
  for (const std::size_t size : {0U, 1U, 7U, 8U, 31U, 100U, 112U}) {
    std::vector<float> panel(size * 32);
    std::vector<float> x(size);
    std::vector<float> y(size);
    for (auto* list : {&panel, &x, &y}) {
      for (float& value : *list) value = static_cast<float>(random.normal());
    }
    std::vector<std::vector<float>> results;
    for (const Width width : widths) {
      const LaneLoops& use = loops(width);
      std::vector<float> out(64 + 64);
      use.panel(panel.data(), x.data(), size, out.data());
      use.panel_twice(panel.data(), x.data(), y.data(), size, out.data() + 32, out.data() + 64);
      EXPECT_TRUE(std::equal(out.begin(), out.begin() + 32, out.begin() + 32));
      std::vector<float> sum = x;
      use.add_scaled(sum.data(), 0.3F, y.data(), size);
      out.insert(out.end(), sum.begin(), sum.end());
      out.push_back(use.dot(x.data(), y.data(), size));
      results.push_back(out);
    }
    for (const auto& result : results) EXPECT_EQ(result, results[0]) << size;
  }
}

TEST(Matrix, PanelsAgreeWithPlainProducts) {
  for (const std::size_t n : {1U, 31U, 32U, 33U, 70U}) {
    const Matrix rows = random_rows(n, 37, n);
    const Matrix x = random_rows(1, 37, 99);
    const Panels panels(rows);
    std::vector<float> out(panels.padded_rows());
    panels.dots(x.row(0), out);
    for (std::size_t r = 0; r < n; ++r) {
      double plain = 0.0;
      for (std::size_t c = 0; c < 37; ++c) plain += rows.row(r)[c] * x.row(0)[c];
      EXPECT_NEAR(out[r], plain, 1e-5);
      EXPECT_NEAR(dot(rows.row(r), x.row(0)), plain, 1e-5);
    }
  }
}

TEST(Svd, LeftFactorRebuildsAMatrixOfLowRank) {
  const Matrix left = random_rows(60, 4, 1);
  const Matrix right = random_rows(40, 4, 2);
  SparseMatrix a;
  a.cols = 40;
  for (std::size_t r = 0; r < 60; ++r) {
    for (std::uint32_t c = 0; c < 40; ++c) {
      a.columns.push_back(c);
      a.values.push_back(dot(left.row(r), right.row(c)));
    }
    a.starts.push_back(static_cast<std::uint32_t>(a.columns.size()));
  }
  const LeftFactor factor = left_factor(a, 4, 3, Pool(2));
  double squares = 0.0;
  for (const float v : a.values) squares += v * v;
  double caught = 0.0;
  for (const float s : factor.strength) caught += s * s;
  EXPECT_NEAR(caught, squares, 1e-3 * squares);
  EXPECT_TRUE(std::is_sorted(factor.strength.rbegin(), factor.strength.rend()));
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      double product = 0.0;
      for (std::size_t r = 0; r < 60; ++r) {
        product += factor.vectors.row(r)[i] * factor.vectors.row(r)[j];
      }
      EXPECT_NEAR(product, i == j ? 1.0 : 0.0, 1e-3);
    }
  }
}

TEST(Kmeans, EveryRowIsAtItsNearestCentre) {
  const Matrix rows = random_rows(200, 8, 4);
  std::vector<std::uint64_t> keys(200);
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = i * 7919;
  const Clustering found = spherical_kmeans(rows, keys, 12, 1, Pool(1));
  EXPECT_EQ(found.centres.rows, 12U);
  const std::vector<Nearest> nearest = nearest_centres(rows, found.centres, Pool(2));
  for (std::size_t i = 0; i < rows.rows; ++i) {
    for (std::size_t c = 0; c < found.centres.rows; ++c) {
      EXPECT_LE(dot(rows.row(i), found.centres.row(c)), nearest[i].cosine + 1e-5F);
    }
  }
}

double mean_distance(const Matrix& rows, const std::vector<std::size_t>& a,
                     const std::vector<std::size_t>& b) {
  double sum = 0.0;
  for (const std::size_t i : a) {
    for (const std::size_t j : b) sum += 1.0 - dot(rows.row(i), rows.row(j));
  }
  return sum / static_cast<double>(a.size() * b.size());
}

/// Joins the nearest pair of groups, looking at all pairs of rows each time.
std::vector<float> slow_distances(const Matrix& rows) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < rows.rows; ++i) groups.push_back({i});
  std::vector<float> distances;
  while (groups.size() > 1) {
    double least = 9.0;
    std::pair<std::size_t, std::size_t> best;
    for (std::size_t a = 0; a < groups.size(); ++a) {
      for (std::size_t b = a + 1; b < groups.size(); ++b) {
        const double sum = mean_distance(rows, groups[a], groups[b]);
        if (sum >= least) continue;
        least = sum;
        best = {a, b};
      }
    }
    distances.push_back(static_cast<float>(least));
    auto& to = groups[best.first];
    to.insert(to.end(), groups[best.second].begin(), groups[best.second].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best.second));
  }
  return distances;
}

TEST(Linkage, ChainsAgreeWithTheSlowWay) {
  const Matrix rows = random_rows(40, 5, 8);
  const std::vector<float> ones(40, 1.0F);
  const std::vector<Join> joins = average_linkage(rows, ones, Pool(1));
  const std::vector<float> slow = slow_distances(rows);
  ASSERT_EQ(joins.size(), slow.size());
  for (std::size_t i = 0; i < slow.size(); ++i) EXPECT_NEAR(joins[i].distance, slow[i], 1e-4);
}

TEST(Linkage, LightGroupsAreNoneOfTheirOwn) {
  Matrix rows(7, 2);  // three one way, three another, one alone
  for (std::size_t i = 0; i < 3; ++i) rows.row(i)[0] = 1.0F;
  for (std::size_t i = 3; i < 6; ++i) rows.row(i)[1] = 1.0F;
  rows.row(6)[0] = -1.0F;
  const std::vector<float> ones(7, 1.0F);
  const auto groups = cut(average_linkage(rows, ones, Pool(1)), ones, 2, 2.0F);
  EXPECT_EQ(groups, (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1, kNoGroup}));
}

TEST(GroupCount, CountsWhatStaysApart) {
  const std::vector<float> distances{0.1F, 0.1F, 0.2F, 0.8F, 0.9F};
  EXPECT_EQ(chosen_groups(distances, 10), 3U);
  EXPECT_EQ(chosen_groups(distances, 2), 2U);
  EXPECT_EQ(chosen_groups({}, 10), 1U);
}

TEST(Terms, CaseNumbersMentionsAndLinksDoNotMatter) {
  TermReader reader;
  const std::uint64_t key = reader.read("Order 12 never came").key;
  EXPECT_EQ(key, reader.read("@shop ORDER 977 never came!! https://x.example").key);
  EXPECT_NE(key, reader.read("order 12 came").key);
  EXPECT_EQ(reader.read("... @shop").key, 0U);
  EXPECT_EQ(reader.key("Order 12 never came"), key);
}

TEST(Terms, FunctionWordsAreKnown) {
  for (const char* word : {"a", "because", "i'm", "they're", "that's", "would", "yours", "thank"}) {
    EXPECT_TRUE(is_function_word(word)) << word;
  }
  for (const char* word : {"card", "not", "can't", "phone", "zebra", "o'clock"}) {
    EXPECT_FALSE(is_function_word(word)) << word;
  }
}

TEST(Vocabulary, CountsTextsNotMentions) {
  const std::vector<std::string_view> texts{"card card card", "card lost", "phone lost"};
  const TermCorpus corpus = read_terms(texts, 2, 100, nullptr, Pool(1));
  ASSERT_EQ(corpus.vocabulary.size(), 2U);  // card, lost
  EXPECT_EQ(corpus.vocabulary.texts, (std::vector<std::uint32_t>{2, 2}));
  EXPECT_EQ(corpus.counts.rows(), 3U);
  EXPECT_EQ(corpus.counts.values[0], 3.0F);
}

std::set<std::string> phrases_of(std::string_view text) {
  PhraseReader reader;
  std::set<std::string> shown;
  for (const Phrase& phrase : reader.read(text)) shown.insert(reader.shown(phrase));
  return shown;
}

TEST(Phrases, BeginAndEndWithWordsThatSaySomething) {
  const auto shown = phrases_of("I was on hold for hours, then my card is not working");
  EXPECT_TRUE(shown.contains("on hold for hours"));
  EXPECT_TRUE(shown.contains("card is not working"));
  EXPECT_FALSE(shown.contains("hours then my card"));  // a comma stands between
  for (const std::string& phrase : shown) {
    const std::string last = phrase.substr(phrase.rfind(' ') + 1);
    EXPECT_FALSE(is_function_word(last)) << phrase;
  }
}

TEST(Phrases, ParticlesStayWithTheirWord) {
  EXPECT_TRUE(phrases_of("cannot top up the account").contains("top up"));
  EXPECT_TRUE(phrases_of("the top-up failed").contains("top up failed"));
}

TEST(Phrases, NoHandlesLinksOrDigits) {
  for (const std::string& phrase : phrases_of("@shop order66 lost www.x.example by #fail staff")) {
    EXPECT_EQ(phrase.find_first_of("@#0123456789."), std::string::npos) << phrase;
  }
}

TEST(Naming, PicksWhatTheThemeSaysAndOthersDoNot) {
  std::vector<NamingText> texts;
  for (int i = 0; i < 12; ++i) {
    texts.push_back({"please help, my parcel has not arrived", 0});
    texts.push_back({"please help, the parcel hasn't arrived yet", 0});
    texts.push_back({"please help, the battery drains quickly", 1});
  }
  const std::vector<ThemeWords> words =
      name_themes(texts, std::vector<std::string>(2), {}, Pool(2));
  EXPECT_EQ(words[0].name, "parcel hasn't arrived");  // of equals the shorter
  EXPECT_EQ(words[1].name, "battery drains quickly");
  EXPECT_EQ(words[0].keywords.size(), 2U);
}

TEST(Naming, PraiseAndBlameAloneAreNoName) {
  std::vector<NamingText> texts;
  for (int i = 0; i < 12; ++i) {
    texts.push_back({"worst app, the refund never came", 0});
    texts.push_back({"worst app, the screen freezes", 1});
    texts.push_back({"great app for my kids", 2});
  }
  const std::vector<ThemeWords> words =
      name_themes(texts, std::vector<std::string>(3), {}, Pool(1));
  EXPECT_EQ(words[0].name, "refund never came");
  EXPECT_EQ(words[1].name, "screen freezes");
}

TEST(WordWindow, JoinsTwoWordsAsMostTextsSayThem) {
  const std::vector<std::string_view> texts = {
      "The plates arrived broken.", "plate arrived broken again", "A broken little plate!",
      "plates arrived broken, as ever", "Broken. The plate too."};
  EXPECT_EQ(common_window(texts, "plate", "broken", 2), "plates arrived broken");
  EXPECT_EQ(common_window(texts, "broken", "plate", 4), "plates arrived broken");
  EXPECT_EQ(common_window(texts, "plate", "broken", 5), "");  // Marks end a breath.
  EXPECT_EQ(common_window(texts, "plate", "bowl", 1), "");
  const std::vector<std::string_view> far = {"the plate that came on a Monday was broken"};
  EXPECT_EQ(common_window(far, "plate", "broken", 1), "");
}

TEST(Naming, WhatWasBlackedOutIsNoName) {
  std::vector<NamingText> texts;
  for (int i = 0; i < 12; ++i) {
    texts.push_back({"xxxx xxxx sent the wrong statement on xx", 0});
    texts.push_back({"the branch closed early", 1});
  }
  const std::vector<ThemeWords> words =
      name_themes(texts, std::vector<std::string>(2), {}, Pool(1));
  EXPECT_EQ(words[0].name.find("xx"), std::string::npos) << words[0].name;
  for (const std::string& word : words[0].keywords) EXPECT_EQ(word.find("xx"), std::string::npos);
}

TEST(Naming, GivenNamesStayAndTakenOnesAreNotGiven) {
  std::vector<NamingText> texts;
  for (int i = 0; i < 12; ++i) {
    texts.push_back({"the battery drains quickly", 0});
    texts.push_back({"the parcel was crushed", 1});
  }
  const std::vector<std::string> given{"", "my own name"};
  const std::vector<std::string> taken{"battery drains quickly"};
  const std::vector<ThemeWords> words = name_themes(texts, given, taken, Pool(1));
  EXPECT_NE(words[0].name, "battery drains quickly");
  EXPECT_EQ(words[1].name, "my own name");
}

TEST(Parents, LikeThemesAreGatheredAndNoneIsAlone) {
  Matrix centres(24, 8);
  for (std::size_t r = 0; r < 24; ++r) {
    centres.row(r)[r % 4] = 1.0F;
    centres.row(r)[4 + r % 3] = 0.3F;
    normalise(centres.row(r));
  }
  const std::vector<std::uint32_t> parent = gather(centres, 4);
  for (std::size_t a = 0; a < 24; ++a) {
    for (std::size_t b = 0; b < 24; ++b) EXPECT_EQ(parent[a] == parent[b], a % 4 == b % 4);
  }
  const std::vector<std::uint32_t> many = gather(centres, 8);
  for (const std::uint32_t p : many) EXPECT_GE(std::count(many.begin(), many.end(), p), 2);
  EXPECT_TRUE(gather(Matrix(0, 8), 4).empty());
  EXPECT_EQ(parents_for(12), 0U);
  EXPECT_EQ(parents_for(24), 8U);
  EXPECT_EQ(parents_for(150), 15U);
}

TEST(NameMatch, FindsTheThemeWhoseWordsATextShares) {
  const std::vector<std::string> late{"late", "courier"};
  const std::vector<std::string> screen{"flicker"};
  const std::vector<NamedTheme> themes{{"parcel not arriving", late}, {"black screen", screen}};
  NameMatcher matcher(themes);
  EXPECT_EQ(matcher.nearest("My parcels never arrive"), std::optional<std::size_t>(0));
  EXPECT_EQ(matcher.nearest("it flickers"), std::optional<std::size_t>(1));
  EXPECT_EQ(matcher.nearest("something else"), std::nullopt);
  EXPECT_EQ(NameMatcher({}).nearest("parcel"), std::nullopt);
}

TEST(Naming, AThemeWithoutWordsStillHasAName) {
  const std::vector<NamingText> texts{{"?!", 0}, {"...", 1}};
  const std::vector<ThemeWords> words =
      name_themes(texts, std::vector<std::string>(2), {}, Pool(1));
  EXPECT_FALSE(words[0].name.empty());
  EXPECT_NE(words[0].name, words[1].name);
}

TEST(Quoting, TypicalFirstFarthestLastOneAPerson) {
  const Matrix vectors = random_rows(6, 16, 12);
  const std::vector<Quotable> texts{{10, 1, 9, 0.9F},  {11, 1, 9, 0.8F}, {12, 2, 9, 0.7F},
                                    {13, 3, 90, 0.6F}, {14, 4, 9, 0.5F}, {15, 5, 9, 0.1F}};
  const std::vector<std::uint32_t> quotes = choose_quotes(texts, vectors, 4);
  ASSERT_EQ(quotes.size(), 4U);
  EXPECT_EQ(quotes.front(), 10U);
  EXPECT_EQ(quotes.back(), 15U);
  EXPECT_EQ(std::count(quotes.begin(), quotes.end(), 11U), 0);
  EXPECT_TRUE(choose_quotes({}, Matrix(0, 16), 4).empty());
}

}  // namespace
}  // namespace attune
