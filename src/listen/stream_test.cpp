// SPDX-License-Identifier: Apache-2.0
#include "listen/stream.h"

#include <sys/stat.h>

#include <csignal>
#include <thread>

#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::Folder;
using testing::gzip;
using testing::hear_files;
using testing::Heard;
using testing::Texts;

/// What is heard through a pipe that holds `bytes`.
Heard through_pipe(const Folder& folder, std::string_view bytes, const ListenOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);  // Where the reader gives up early.
  const std::string path = folder.at("pipe");
  EXPECT_EQ(mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << bytes; });
  Heard got = hear_files({path}, options);
  writer.join();
  std::filesystem::remove(path);
  return got;
}

/// Rows whose last alone says that days come first; 40 bytes each.
std::string ambiguous(int rows) {
  std::string file = "id,date,text\n";
  for (int i = 0; i < rows; ++i) {
    file += std::to_string(1'000'000 + i) + ",3/4/2025,the app crashed again\n";
  }
  return file + "last,13/4/2025,the app crashed again\n";
}

TEST(Stream, APipeGivesWhatItsFileGives) {
  const Folder folder;
  for (const std::string& file : {ambiguous(200'000), gzip(ambiguous(200'000)), ambiguous(10)}) {
    const Heard expected = hear_files({folder.put("a.csv", file)});
    for (const bool again : {false, true}) {
      ListenOptions options;
      options.read_again = again;
      const Heard got = through_pipe(folder, file, options);
      ASSERT_EQ(got.error, "");
      EXPECT_EQ(got.intake.read, expected.intake.read);
      EXPECT_EQ(got.intake.rejected, 0U);
      EXPECT_EQ(got.messages.front().time, expected.messages.front().time);
      EXPECT_EQ(got.messages.back().time, expected.messages.back().time);
      EXPECT_TRUE(got.texts() == expected.texts());
    }
  }
}

TEST(Stream, CanBeReadAsOftenAsNeeded) {
  const Folder folder;
  const std::string file = ambiguous(200'000);
  const std::string path = folder.at("pipe");
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(path, std::ios::binary) << file; });
  const std::vector<Source> sources = open_sources(std::vector{path});
  ListenOptions options;
  options.read_again = true;
  for (int i = 0; i < 3; ++i) {
    std::uint64_t given = 0;
    const auto intake = listen_to(sources, options, [&](Message&&) { ++given; });
    ASSERT_TRUE(intake.has_value()) << intake.error().message;
    EXPECT_EQ(given, 200'001U);
  }
  writer.join();
}

TEST(Stream, WhatCannotBeHeldIsRefused) {
  const Folder folder;
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  setenv("TMPDIR", folder.at("nowhere").c_str(), 1);
  EXPECT_NE(through_pipe(folder, ambiguous(200'000), {}).error.find("save it to a file"),
            std::string::npos);
  before == nullptr ? unsetenv("TMPDIR") : setenv("TMPDIR", kept.c_str(), 1);
}

TEST(OwnFiles, TheSecondRunSaysWhatTheFirstSaid) {
  const Folder folder;
  const auto a = folder.put("a.csv", "id,text\n1,one\nbad\n3,three\n");
  const Heard first = hear_files({a});
  const Heard second = hear_files({a, a + ".rejects.csv"});
  EXPECT_EQ(second.texts(), first.texts());
  EXPECT_EQ(second.intake.read, 3U);
  EXPECT_EQ(second.intake.files, (Texts{"a.csv"}));
  EXPECT_TRUE(second.says("a.csv.rejects.csv: holds rows that attune rejected"));
  EXPECT_EQ(second.intake.warnings.size(), 1U);
}

TEST(OwnFiles, AreKnownByTheirHeaderHoweverTheyWereSaved) {
  const Folder folder;
  const auto a = folder.put("a.csv", "id,text\n1,one\n2,two\n");
  for (const std::string_view header :
       {"file,line,record,reason,row\n\"a\",1,1,\"x\",\"y\"\n",
        "\xEF\xBB\xBFline;record;reason;row\r\n1;1;x;y\r\n",
        "id,text,attune_sentiment,attune_feeling,attune_problem\n1,one,positive,joy,\n"}) {
    EXPECT_EQ(hear_files({folder.put("mine.csv", header), a}).texts(), (Texts{"one", "two"}));
  }
}

TEST(OwnFiles, WhatIsLeftOutIsNotWhyNothingWasRead) {
  const Folder folder;
  const auto a = folder.put("a.csv", "id,text\n");
  const auto rejects = folder.put("a.csv.rejects.csv", "line,record,reason,row\n3,2,x,y\n");
  const Heard heard = hear_files({a, rejects});
  EXPECT_EQ(heard.error, "");
  ASSERT_FALSE(heard.intake.warnings.empty());
  EXPECT_NE(heard.intake.warnings.back().find("a header and no rows"), std::string::npos);
}

TEST(OwnFiles, RejectsAloneAreRefusedAndRowsAloneAreRead) {
  const Folder folder;
  const auto rejects =
      folder.put("r.csv", "line,record,reason,row\n3,2,\"too few cells\",\"bad\"\n");
  EXPECT_NE(hear_files({rejects}).error.find("mend them"), std::string::npos);
  const auto rows =
      folder.put("o.csv", "id,text,attune_sentiment,attune_feeling\n1,one,positive,joy\n");
  EXPECT_EQ(hear_files({rows}).texts(), (Texts{"one"}));
}

}  // namespace
}  // namespace attune
