// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/random.h"
#include "understand/heads/features.h"
#include "understand/heads/heads.h"
#include "understand/heads/model.h"
#include "understand/heads/model_writer.h"
#include "understand/heads/row_kernels.h"
#include "understand/understand.h"

namespace attune {
namespace {

struct alignas(64) Line {
  std::array<std::int8_t, kRowBytes> bytes{};
};

std::vector<Line> random_rows(std::size_t count, Random& random) {
  std::vector<Line> rows(count);
  for (Line& row : rows) {
    for (std::int8_t& byte : row.bytes) {
      byte = static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
    }
  }
  return rows;
}

TEST(RowSum, FastAndPlainGiveTheSameSums) {
  Random random(1);
  const std::vector<Line> rows = random_rows(500, random);
  for (const std::size_t count : {0U, 1U, 17U, 255U, 256U, 257U, 5000U}) {
    std::vector<std::uint32_t> ids(count);
    for (std::uint32_t& id : ids) id = static_cast<std::uint32_t>(random.below(rows.size()));
    RowSums fast;
    RowSums plain;
    add_rows(rows[0].bytes.data(), ids, fast);
    add_rows_plain(rows[0].bytes.data(), ids, plain);
    EXPECT_EQ(fast.norm, plain.norm) << count;
    EXPECT_TRUE(
        std::equal(plain.weights.begin(), plain.weights.begin() + kRowHeads, fast.weights.begin()))
        << count;
  }
}

TEST(RowSum, TheHeaviestRowsDoNotOverflow) {
  std::vector<Line> rows(1);
  rows[0].bytes.fill(-127);
  const std::vector<std::uint32_t> ids(100000, 0);
  RowSums sums;
  add_rows(rows[0].bytes.data(), ids, sums);
  EXPECT_EQ(sums.weights[0], -12700000);
}

Features features_of(std::string_view text, Places places = Places::drop) {
  Tokens tokens;
  Features features;
  tokenise(text, tokens);
  extract(tokens, features, places);
  return features;
}

bool shares_all(const Features& a, const Features& b, Block block) {
  return a.of(block) == b.of(block);
}

TEST(Features, AreTheSameForTheSameText) {
  const auto a = features_of("It never WORKED, sooo sad 😡 @shop #fail");
  const auto b = features_of("It never WORKED, sooo sad 😡 @shop #fail");
  EXPECT_EQ(a.keys, b.keys);
}

TEST(Features, SqueezeLongRuns) {
  const auto a = features_of("soooo");
  const auto b = features_of("sooooooooo");
  EXPECT_TRUE(shares_all(a, b, Block::words));
  EXPECT_TRUE(shares_all(a, b, Block::characters));
}

TEST(Features, LevelDigitsMentionsAndLinks) {
  EXPECT_TRUE(shares_all(features_of("@one paid 45 at https://a.b/c"),
                         features_of("@another paid 82 at https://d.e/f?g"), Block::words));
}

TEST(Features, DoNotTellAWifeFromAHusband) {
  EXPECT_TRUE(shares_all(features_of("He told my husband at his desk"),
                         features_of("She told my wife at her desk"), Block::characters));
  EXPECT_TRUE(shares_all(features_of("He told my husband at his desk"),
                         features_of("She told my wife at her desk"), Block::words));
  EXPECT_FALSE(shares_all(features_of("my wife"), features_of("my boss"), Block::words));
}

TEST(Features, MarkWordsUnderANegation) {
  const auto plain = features_of("it works").of(Block::words);
  const auto negated = features_of("never works").of(Block::words);
  const std::set<std::uint64_t> known(plain.begin(), plain.end());
  const auto fresh = std::ranges::count_if(negated, [&](auto key) { return !known.contains(key); });
  EXPECT_GE(fresh, 2);  // "never", and "works" turned.
}

TEST(Features, PlacesLieInTheText) {
  const std::string text = "Zu spät, wieder 😡😡 — never again!!";
  const auto features = features_of(text, Places::keep);
  for (std::size_t b = 0; b < kBlocks; ++b) {
    ASSERT_EQ(features.keys[b].size(), features.places[b].size());
    for (const Span span : features.places[b]) EXPECT_LE(span.end, text.size());
  }
}

TEST(Features, AnEmptyTextHasOnlyItsCounts) {
  const auto features = features_of("");
  EXPECT_TRUE(features.of(Block::words).empty());
  EXPECT_TRUE(features.of(Block::characters).empty());
}

/// A model with two heads, a handful of features and two outputs.
ModelParts small_parts() {
  ModelParts parts;
  parts.heads = {{stored_name("good"), .01F, -.5F}, {stored_name("bad"), .02F, .25F}};
  parts.outputs.resize(2);
  parts.outputs[0].name = stored_name("good");
  parts.outputs[0].terms = 1;
  parts.outputs[1].name = stored_name("mixed");
  parts.outputs[1].first_term = 1;
  parts.outputs[1].terms = 2;
  parts.outputs[1].bias = .125F;
  parts.terms = {{0, 1}, {0, -1}, {1, 2}};
  parts.samples = {"works well", "", "never works"};
  Random random(3);
  std::set<std::uint64_t> keys;
  for (const char* text : {"works well", "never works", "it broke again 😡"}) {
    const Features features = features_of(text);
    for (const auto& block : features.keys) keys.insert(block.begin(), block.end());
  }
  for (const std::uint64_t key : keys) {
    parts.keys.push_back(key);
    std::array<std::int8_t, kRowBytes> row{};
    row[0] = static_cast<std::int8_t>(random.below(200));
    row[1] = static_cast<std::int8_t>(-static_cast<int>(random.below(100)));
    const auto norm = static_cast<std::uint16_t>(256 + random.below(20000));
    std::memcpy(row.data() + kRowHeads, &norm, sizeof norm);
    parts.rows.push_back(row);
  }
  return parts;
}

/// Bytes at a cache line, as a mapped file has them.
class Bytes {
 public:
  explicit Bytes(const std::string& bytes)
      : lines_(to_line(bytes.size()) / kRowBytes + 1), size_(bytes.size()) {
    std::memcpy(lines_.data(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::span<const std::byte> view() const {
    return std::as_bytes(std::span(lines_)).first(size_);
  }

 private:
  std::vector<Line> lines_;
  std::size_t size_;
};

TEST(Model, ScoresAsTheDefinitionSays) {
  const ModelParts parts = small_parts();
  const Bytes bytes(write_model(parts));
  const auto model = Model::over(bytes.view());
  ASSERT_TRUE(model) << model.error().message;
  const Features features = features_of("It never works, it broke");
  Scores scores;
  model->score(features, scores);
  for (std::size_t h = 0; h < 2; ++h) {
    double logit = parts.heads[h].bias;
    for (std::size_t b = 0; b < kBlocks; ++b) {
      double sum = 0;
      double norm = 0;
      for (const std::uint64_t key : features.keys[b]) {
        const auto found = std::ranges::find(parts.keys, key);
        if (found == parts.keys.end()) continue;
        const auto& row = parts.rows[static_cast<std::size_t>(found - parts.keys.begin())];
        std::uint16_t squared = 0;
        std::memcpy(&squared, row.data() + kRowHeads, sizeof squared);
        sum += row[h];
        norm += squared / 256.0;
      }
      if (norm > 0) logit += parts.heads[h].scale * sum / std::sqrt(norm);
    }
    EXPECT_NEAR(scores.logits[h], logit, 1e-4);
  }
  EXPECT_NEAR(model->logit(1, scores), .125F - scores.logits[0] + 2 * scores.logits[1], 1e-5);
}

TEST(Model, PlacesBehindTheRowsHaveNoWeightsOfTheirOwn) {
  ModelParts parts = small_parts();
  while (parts.heads.size() < kRowHeads + 2) parts.heads.push_back({stored_name("place"), 0, 0});
  parts.terms.push_back({kRowHeads + 1, 3});
  parts.outputs[1].terms = 3;
  const Bytes bytes(write_model(parts));
  const auto model = Model::over(bytes.view());
  ASSERT_TRUE(model) << model.error().message;
  const Features features = features_of("It never works, it broke", Places::keep);
  Scores scores;
  scores.logits[kRowHeads + 1] = 5;
  model->score(features, scores);
  EXPECT_EQ(scores.logits[kRowHeads + 1], 0);
  const float without = model->logit(1, scores);
  scores.logits[kRowHeads + 1] = 2;
  EXPECT_NEAR(model->logit(1, scores), without + 6, 1e-4);
  for (const Reason& reason : model->reasons(1, features, scores, 100)) {
    EXPECT_LT(std::abs(reason.weight), 100);
  }
}

TEST(Model, ReasonsAddUpToTheScore) {
  const Bytes bytes(write_model(small_parts()));
  const auto model = Model::over(bytes.view());
  ASSERT_TRUE(model);
  const Features features = features_of("never works well", Places::keep);
  Scores scores;
  model->score(features, scores);
  double sum = 0;
  for (const Reason& reason : model->reasons(1, features, scores, 100)) {
    sum += static_cast<double>(reason.weight);
  }
  const double without_words = .125 + .5 + 2 * .25;
  EXPECT_NEAR(sum + without_words, model->logit(1, scores), 1e-3);
}

TEST(Model, IsWrittenToTheSameBytes) {
  EXPECT_EQ(write_model(small_parts()), write_model(small_parts()));
}

void expect_refused(const std::string& bytes, const char* word) {
  const Bytes held(bytes);
  const auto model = Model::over(held.view());
  ASSERT_FALSE(model);
  EXPECT_NE(model.error().message.find(word), std::string::npos) << model.error().message;
}

TEST(Model, RefusesWhatIsCutShort) {
  const std::string good = write_model(small_parts());
  for (const std::size_t size : {std::size_t{10}, std::size_t{63}}) {
    expect_refused(good.substr(0, size), "too short");
  }
  for (const std::size_t size : {std::size_t{64}, good.size() / 2, good.size() - 1}) {
    expect_refused(good.substr(0, size), "cut short");
  }
}

TEST(Model, RefusesEveryDamagedByte) {
  const std::string good = write_model(small_parts());
  for (std::size_t at = 64; at < good.size(); at += 7) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    const Bytes held(bad);
    EXPECT_FALSE(Model::over(held.view())) << at;
  }
}

TEST(Model, RefusesAnotherVersionByName) {
  std::string old = write_model(small_parts());
  const std::uint32_t version = kModelVersion + 6;
  std::memcpy(old.data() + 8, &version, sizeof version);
  expect_refused(old, "version 7");
}

TEST(Model, RefusesWhatIsNoModel) {
  expect_refused(std::string(4096, 'x'), "is not a model");
}

TEST(Heads, RefuseAModelThatLacksAnOutput) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("attune_heads_test_" + std::to_string(std::hash<std::string>{}("small")));
  std::ofstream(path, std::ios::binary) << write_model(small_parts());
  const auto heads = Heads::load(path.string());
  ASSERT_FALSE(heads);
  EXPECT_NE(heads.error().message.find("lacks the output"), std::string::npos);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace attune
