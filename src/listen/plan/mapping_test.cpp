// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/mapping.h"

#include <sys/stat.h>

#include "base/files.h"
#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::Folder;
using testing::hear;
using testing::Heard;
using testing::mapped;
using testing::Texts;

TEST(Mapping, ReadsPairs) {
  const Mapping mapping = parse_mapping("text=q3+q7, time=created_at ,brand=").value();
  EXPECT_EQ(mapping[Field::text], (std::vector<std::string>{"q3", "q7"}));
  EXPECT_EQ(mapping[Field::time], (std::vector<std::string>{"created_at"}));
  EXPECT_TRUE(mapping[Field::brand]->empty());
  EXPECT_FALSE(mapping[Field::id].has_value());
}

TEST(Mapping, ComesBackAsItWasWritten) {
  Mapping mapping;
  mapping[Field::text] = {"Any comments, \"please\"?", "a+b", "#1"};
  mapping[Field::time] = {"when = now"};
  mapping[Field::person].emplace();
  EXPECT_EQ(parse_mapping(write_mapping(mapping, ',')).value(), mapping);
  const Folder folder;
  ASSERT_TRUE(replace_file(folder.at("m.txt"), "# A remark.\n" + write_mapping(mapping, '\n')));
  EXPECT_EQ(load_mapping(folder.at("m.txt")).value(), mapping);
}

TEST(Mapping, WrongPairsAreRefused) {
  for (const std::string_view pairs : {"text", "words=a", "text=a,text=b", "time=a+b", "=a"}) {
    EXPECT_FALSE(parse_mapping(pairs).has_value()) << pairs;
  }
}

TEST(Mapping, AFileMayHoldRemarks) {
  const Folder folder;
  const auto path = folder.put("m.txt", "# don\"t mind\n\ntext=a\n  # time=b\nid=\"c\"\n");
  const Mapping mapping = load_mapping(path).value();
  EXPECT_EQ(mapping[Field::text], (std::vector<std::string>{"a"}));
  EXPECT_FALSE(mapping[Field::time].has_value());
  EXPECT_FALSE(load_mapping(folder.at("none")).has_value());
}

TEST(Mapping, OverridesTheGuess) {
  const std::string file = "text,note,created_at\nfirst words,other words,2020-01-01\n";
  EXPECT_EQ(hear(file, mapped("text=note")).texts(), (Texts{"other words"}));
  EXPECT_EQ(hear(file, mapped("text=NOTE,time=")).messages[0].time, std::nullopt);
}

TEST(Mapping, AColumnThatIsNotThereIsNamedWithThoseThatAre) {
  const Heard got = hear("id,words\n1,some words\n", mapped("text=body"));
  EXPECT_NE(got.error.find("`body`"), std::string::npos);
  EXPECT_NE(got.error.find("`words`"), std::string::npos);
}

TEST(Mapping, SeveralQuestionsBecomeMessagesOfOneRecord) {
  const Heard got =
      hear("id,q3,q7\n9,good price,slow delivery\n10,,fine\n11,,\n", mapped("text=q3+q7"));
  EXPECT_EQ(got.intake.read, 3U);
  EXPECT_EQ(got.intake.used, 3U);
  EXPECT_EQ(got.texts(), (Texts{"good price", "slow delivery", "fine", ""}));
  EXPECT_EQ(got.messages[0].id, "9:q3");
  EXPECT_EQ(got.messages[1].id, "9:q7");
  EXPECT_EQ(got.messages[1].attributes, (std::vector<Attribute>{{"question", "q7"}}));
  EXPECT_EQ(got.messages[3].id, "11");
}

TEST(Mapping, ReplaysWhatWasGuessed) {
  const std::string file = "wann,kommentar,kunde\n2020-01-02,alles gut hier,k1\n";
  const Heard first = hear(file);
  ASSERT_EQ(first.intake.mappings.size(), 1U);
  ListenOptions options;
  options.mapping = first.intake.mappings[0];
  const Heard second = hear(file, options);
  EXPECT_EQ(second.texts(), first.texts());
  EXPECT_EQ(second.intake.mappings, first.intake.mappings);
  EXPECT_TRUE(second.intake.assumed.empty());
}

}  // namespace
}  // namespace attune
