// SPDX-License-Identifier: Apache-2.0
#include "understand/struggles/struggle_heads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attune {
namespace {

const std::string kFolder = ATTUNE_SOURCE_DIR "/models";

const StruggleHeads& heads() {
  static const auto kLoaded = StruggleHeads::load(kFolder);
  return *kLoaded;
}

TEST(StruggleHeads, NameTheKind) {
  const std::vector<std::pair<std::string_view, StruggleKind>> said = {
      {"I was charged twice and want my money back", StruggleKind::charge},
      {"The kettle cracked on the second day", StruggleKind::broken},
      {"We queued for two hours", StruggleKind::wait},
      {"I forgot my password and cannot log in", StruggleKind::login},
      {"Cold soup and stale bread", StruggleKind::food},
      {"The bathroom was filthy and it smelled", StruggleKind::dirty}};
  StruggleHeads::State state;
  for (const auto& [text, kind] : said) {
    const StruggleScores scores = heads().score(text, state);
    const auto first = std::max_element(scores.begin(), scores.end()) - scores.begin();
    EXPECT_EQ(first, static_cast<std::ptrdiff_t>(kind)) << text;
  }
}

/// What is remembered of words must change no score.
TEST(StruggleHeads, AScratchThatHasReadMuchScoresAsAFreshOne) {
  const std::vector<std::string> texts = {"",
                                          "the app crashes",
                                          "The APP crashes again, since the update",
                                          "refund!",
                                          "\xC3\xA9t\xC3\xA9 \xF0\x9F\x98\x90",
                                          "no reply, no refund, no parcel",
                                          "refund?",
                                          "the app",
                                          "crashes refund parcel reply update"};
  StruggleHeads::State used;
  for (int round = 0; round < 3; ++round) {
    for (const std::string& text : texts) {
      StruggleHeads::State fresh;
      EXPECT_EQ(heads().score(text, used), heads().score(text, fresh)) << text;
    }
  }
}

TEST(StruggleHeads, RefuseAbsentModelsAndWordsOfNoKind) {
  EXPECT_FALSE(StruggleHeads::load("/nowhere"));
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "attune_struggle_words";
  fs::create_directories(folder / "struggles");
  fs::copy_file(kFolder + "/struggles/struggles.model", folder / "struggles" / "struggles.model",
                fs::copy_options::overwrite_existing);
  std::ofstream(folder / "struggles" / "words.txt") << "weather/rain: rain wet\n# end\n";
  const auto loaded = StruggleHeads::load(folder.string());
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("weather/rain"), std::string::npos);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace attune
