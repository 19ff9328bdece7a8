// SPDX-License-Identifier: Apache-2.0
#include "understand/care_prefilter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/clauses.h"
#include "understand/care.h"
#include "understand/care_heads.h"

namespace attune {
namespace {

const std::string kModels = ATTUNE_SOURCE_DIR "/models";
const std::string kSentences = ATTUNE_SOURCE_DIR "/train/sentences/";

std::vector<std::string> texts_of(const std::string& file) {
  std::ifstream in(kSentences + file);
  std::vector<std::string> texts;
  for (std::string line; std::getline(in, line);)
    texts.push_back(nlohmann::json::parse(line).at("text"));
  return texts;
}

struct Counts {
  std::size_t texts = 0;
  std::size_t told = 0;  ///< Texts with a sign, where every passage is judged.
  std::size_t lost = 0;  ///< Of those, without one behind the prefilter.
  std::size_t sure = 0;  ///< The same of signs that are certain.
  std::size_t sure_lost = 0;
};

bool certain(const CareSigns& signs) {
  return std::ranges::any_of(signs, [](const CareSign& s) { return s.p >= kCareCertain; });
}

Counts compare(const std::vector<std::string>& files) {
  const auto book = Patterns::load(kModels + "/patterns");
  const auto heads = CareHeads::load(kModels);
  Tokens tokens;
  std::vector<ClauseRange> clauses;
  PatternState hits;
  CareHeads::State fast;
  CareHeads::State slow;
  Counts counts;
  for (const std::string& file : files) {
    for (const std::string& text : texts_of(file)) {
      tokenise(text, tokens);
      split_clauses(text, tokens, clauses);
      book->match(tokens, hits);
      const Parse parse{text, tokens, clauses, *book, hits.hits()};
      CareSigns some = find_care(parse);
      CareSigns all = some;
      heads->judge(parse, fast, some);
      heads->judge_all(parse, slow, all);
      ++counts.texts;
      counts.told += all.empty() ? 0U : 1U;
      counts.lost += !all.empty() && some.empty() ? 1U : 0U;
      counts.sure += certain(all) ? 1U : 0U;
      counts.sure_lost += certain(all) && !certain(some) ? 1U : 0U;
      EXPECT_LE(some.size(), all.size()) << text;  // It adds nothing.
    }
  }
  return counts;
}

/// The slow twin judges every passage. What the filter loses of it, in the sentences that teach
/// the heads and in those that do not.
TEST(CarePrefilter, LosesAlmostNoSignThatJudgingEveryPassageFinds) {
  const Counts counts = compare({"care-a.jsonl", "care-b.jsonl", "care-c.jsonl",
                                 "customers-a.jsonl", "customers-e.jsonl", "struggles-a.jsonl",
                                 "struggles-j.jsonl", "test-customers.jsonl"});
  RecordProperty("texts", static_cast<int>(counts.texts));
  RecordProperty("told", static_cast<int>(counts.told));
  RecordProperty("lost", static_cast<int>(counts.lost));
  RecordProperty("sure", static_cast<int>(counts.sure));
  RecordProperty("sure_lost", static_cast<int>(counts.sure_lost));
  ASSERT_GT(counts.sure, 500U);
  EXPECT_LE(counts.lost * 100, counts.told * 3);   // 3 %.
  EXPECT_LE(counts.sure_lost * 200, counts.sure);  // .5 % of those with p ≥ kCareCertain.
}

/// A model without the heads that it weighs by is refused.
TEST(CarePrefilter, RefusesAModelOfOtherHeads) {
  const auto model = Model::load(kModels + "/struggles/struggles.model");
  ASSERT_TRUE(model);
  EXPECT_FALSE(CarePrefilter().attach(*model));
}

}  // namespace
}  // namespace attune
