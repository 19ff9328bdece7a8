// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/files.h"
#include "base/hash.h"
#include "base/json_out.h"
#include "base/model_text.h"
#include "base/new_file.h"
#include "base/pool.h"
#include "base/random.h"
#include "base/unfinished.h"

namespace attune {
namespace {

TEST(Calendar, KnowsLeapDaysAndRefusesDaysThatAreNot) {
  EXPECT_TRUE(valid({.year = 2024, .month = 2, .day = 29}));
  EXPECT_FALSE(valid({.year = 2023, .month = 2, .day = 29}));
  EXPECT_FALSE(valid({.year = 2026, .month = 13, .day = 5}));
  EXPECT_EQ(days_of({.year = 2000, .month = 3, .day = 1}), 11017);
  EXPECT_EQ(iso_date(11016), "2000-02-29");
}

TEST(Calendar, DaysBeforeTheEpochAreNegativeAndMondayIsZero) {
  EXPECT_EQ(day_of_seconds(-1), -1);
  EXPECT_EQ(iso_date(-1), "1969-12-31");
  EXPECT_EQ(weekday(0), 3U);   // 1970-01-01 was a Thursday.
  EXPECT_EQ(weekday(-1), 2U);  // the day before it a Wednesday.
  EXPECT_EQ(weekday(days_of({.year = 2026, .month = 11, .day = 23})), 0U);
}

TEST(Files, ReplacesByRenameAndKeepsOthersFromReading) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "attune_files";
  std::filesystem::create_directories(folder);
  const std::string path = folder / "report.html";
  ASSERT_TRUE(replace_file(path, "old"));
  ASSERT_TRUE(replace_file(path, "new words"));
  EXPECT_EQ(read_file(path, 100).value(), "new words");
  struct stat about {};
  ASSERT_EQ(stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);  // No leftovers.
  std::filesystem::remove_all(folder);
}

TEST(Files, ARewrittenFileKeepsItsModeAndWhatChangedMeanwhileIsLeftAlone) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "attune_rewrite";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string path = folder / "copy.md";
  ASSERT_TRUE(replace_file(path, "old words"));
  ASSERT_EQ(chmod(path.c_str(), 0640), 0);
  EXPECT_FALSE(rewrite_file(path, "other words", "new"));
  EXPECT_FALSE(rewrite_file(path, "old", "new"));
  EXPECT_EQ(read_file(path, 100).value(), "old words");
  ASSERT_TRUE(rewrite_file(path, "old words", "new"));
  EXPECT_EQ(read_file(path, 100).value(), "new");
  struct stat about {};
  ASSERT_EQ(stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0640U);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);  // No leftovers.
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(rewrite_file(pipe, "", "new"));
  EXPECT_FALSE(rewrite_file(folder / "none", "", "new"));
  std::filesystem::remove_all(folder);
}

TEST(Files, SaysWhatItRefusesAndWhere) {
  EXPECT_EQ(read_file("/nowhere/at/all", 10).error().message,
            "/nowhere/at/all: cannot open: No such file or directory");
  EXPECT_FALSE(replace_file("/nowhere/at/all", "x"));
  EXPECT_EQ(replace_file("/tmp", "x").error().message, "/tmp: is a directory; name a file");
  EXPECT_TRUE(replace_file("/dev/null", "x"));
  EXPECT_EQ(file_name("/a/b.csv"), "b.csv");
  EXPECT_EQ(file_name("b.csv"), "b.csv");
}

/// What ends a child process that does `work` in `folder`.
int ended_by(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    remove_unfinished_on_signals();
    work();
    _exit(0);
  }
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

TEST(NewFile, NothingHalfIsLeftWhateverEndsTheProgram) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "attune_half";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    EXPECT_EQ(ended_by([&] {
                auto file = NewFile::create(folder / "out.csv").value();
                file.write(std::string(100'000, 'x'));
                const std::string named =
                    folder / "named";  // As where nameless files are not known.
                EXPECT_TRUE(replace_file(named, "half"));
                const Unfinished unfinished(named);
                raise(signal);
              }),
              signal);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
  }
  { auto dropped = NewFile::create(folder / "out.csv").value(); }
  EXPECT_TRUE(can_replace(folder / "out.csv"));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  std::filesystem::remove_all(folder);
}

TEST(NewFile, AnIgnoredSignalStaysIgnored) {
  std::signal(SIGHUP, SIG_IGN);
  EXPECT_EQ(ended_by([] { raise(SIGHUP); }), 0);
  std::signal(SIGHUP, SIG_DFL);
}

TEST(NewFile, TakesTheLongestNameAndReplacesOnlyWhatMayBe) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "attune_names";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "sub");
  const std::string longest = folder / std::string(255, 'n');
  for (const char* content : {"first", "second"}) {
    ASSERT_TRUE(replace_file(longest, content));
    EXPECT_EQ(read_file(longest, 10).value(), content);
  }
  const auto why = [&](const std::string& name) {
    const auto can = can_replace(folder / name);
    return can ? "" : can.error().message.substr(folder.string().size() + 1);
  };
  std::filesystem::create_symlink("nowhere", folder / "link");
  EXPECT_TRUE(replace_file(folder / "kept", "x"));
  std::filesystem::permissions(folder / "kept", std::filesystem::perms::owner_read);
  EXPECT_EQ(why("link"), "link: is a symbolic link; name the file that it points to");
  EXPECT_EQ(why("sub"), "sub: is a directory; name a file");
  EXPECT_EQ(why("sub/"), "sub/: is not the name of a file");
  EXPECT_EQ(why("no/x"), "no/x: cannot be written: there is no such folder");
  EXPECT_EQ(why("kept"), "kept: is read-only, so it is not replaced");
  EXPECT_NE(why(std::string(256, 'n')), "");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 4);
  std::filesystem::remove_all(folder);
}

TEST(Files, APipeThatNobodyWritesToIsRefusedAndNotWaitedFor) {
  const std::string path = std::filesystem::path(testing::TempDir()) / "attune_pipe";
  std::filesystem::remove(path);
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  EXPECT_EQ(read_file(path, 10).error().message, path + ": is not a file");
  EXPECT_EQ(read_file("/tmp", 10).error().message, "/tmp: is a directory; name a file");
  std::filesystem::remove(path);
}

TEST(ModelText, IsWholeOrRefused) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "attune_texts";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto put = [&](const std::string& name, std::string_view content) {
    ASSERT_TRUE(replace_file(folder / name, content));
  };
  const auto why = [&] {
    const auto read = read_model_folder(folder, "sets.txt");
    return read ? "" : read.error().message.substr(folder.string().size() + 1);
  };
  const std::string list = "# files: sets.txt b.txt\n# files: a.txt\nset x = y\n";
  put("sets.txt", list + "# end\n");
  put("a.txt", "a\n# end\n");
  put("b.txt", "b\n# end\n");
  const auto read = read_model_folder(folder, "sets.txt");
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)[1].content + (*read)[2].content, "b\n# end\na\n# end\n");
  put("b.txt", "");
  EXPECT_TRUE(why().starts_with("b.txt: is empty"));
  put("b.txt", "b\n# en");
  EXPECT_TRUE(why().starts_with("b.txt: was cut short"));
  std::filesystem::remove(folder / "b.txt");
  EXPECT_TRUE(why().starts_with("b.txt: cannot open"));
  put("b.txt", "b\n# end\n");
  put("c.txt", "c\n# end\n");
  EXPECT_TRUE(why().starts_with("c.txt: is not among the files that sets.txt lists"));
  put("sets.txt", "set x = y\n# end\n");
  EXPECT_TRUE(why().starts_with("sets.txt: does not list the files"));
  std::filesystem::remove_all(folder);
}

TEST(Hash, IsTheSameOnEveryMachine) {
  EXPECT_EQ(hex64(hash64("attune")), hex64(hash64(std::string("attune"))));
  EXPECT_EQ(hex64(0x0123456789abcdefULL), "0123456789abcdef");
  EXPECT_NE(hash_pair(1, 2), hash_pair(2, 1));
}

TEST(JsonOut, EscapesWhatMustBeEscapedAndNothingElse) {
  JsonOut out;
  out.begin_object().key("a\"b").string("tab\t nul\x01 grüße \\").end_object();
  EXPECT_EQ(out.take(), "{\"a\\\"b\":\"tab\\t nul\\u0001 grüße \\\\\"}");
}

TEST(JsonOut, SetsCommasAndRoundsToFourDecimals) {
  JsonOut out;
  out.begin_array().number(0.25).number(-0.00001).number(-1.5).number(1.0 / 3).number(7);
  out.begin_object().end_object().null().boolean(true).number(0.05).end_array();
  EXPECT_EQ(out.take(), "[0.25,0,-1.5,0.3333,7,{},null,true,0.05]");
}

/// The number as the library writes it, one digit after the other.
std::string written_slowly(double value) {
  const long long scaled = std::llround(value * 10000);
  std::string out = (scaled < 0 ? "-" : "") + std::to_string(std::llabs(scaled) / 10000);
  std::string rest = std::to_string(10000 + std::llabs(scaled) % 10000).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? out : out + "." + rest;
}

TEST(JsonOut, NumbersAndStringsAgreeWithTheSlowWay) {
  Random random(8);
  for (int round = 0; round < 20000; ++round) {
    const double half = static_cast<double>(random.below(40001)) / 20000 - 1;  // Ties too.
    for (const double value : {random.uniform(), half, random.normal() * 1000}) {
      JsonOut out;
      out.number(value);
      ASSERT_EQ(out.take(), written_slowly(value)) << value;
    }
    std::string text;
    std::string escaped = "\"";
    for (std::uint64_t n = random.below(40); n > 0; --n) {
      const auto c = static_cast<char>(32 + random.below(224));
      text += c;
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c;
    }
    JsonOut out;
    out.string(text);
    ASSERT_EQ(out.take(), escaped + "\"");
  }
}

TEST(JsonOut, NotANumberBecomesZeroBecauseJsonHasNone) {
  JsonOut out;
  out.number(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(out.take(), "0");
}

TEST(JsonOut, LargeNumbersComeBackAndTheEndlessEnd) {
  constexpr double kMost = std::numeric_limits<double>::max();
  for (const double value : {1e14, -1e14, 123456789012345678.0, -9.3e18, 1.8e21, kMost}) {
    JsonOut out;
    out.number(value);
    EXPECT_EQ(std::strtod(out.take().c_str(), nullptr), value);
  }
  JsonOut out;
  out.number(-std::numeric_limits<double>::infinity());
  EXPECT_EQ(std::strtod(out.take().c_str(), nullptr), -kMost);
}

TEST(Pool, VisitsEveryItemOnceAtAnyThreadCount) {
  for (const std::size_t threads : {1U, 2U, 5U}) {
    std::vector<std::atomic<int>> seen(1003);
    Pool(threads).for_each_chunk(seen.size(), 10, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    for (const auto& count : seen) EXPECT_EQ(count, 1);
  }
}

TEST(Pool, RethrowsWhatTheWorkThrew) {
  const auto fail_late = [](std::size_t begin, std::size_t) {
    if (begin == 40) throw std::runtime_error("late");
  };
  EXPECT_THROW(Pool(2).for_each_chunk(100, 10, fail_late), std::runtime_error);
  EXPECT_THROW(Pool(1).for_each_chunk(100, 10, fail_late), std::runtime_error);
}

TEST(Random, SameSeedSameNumbersAndTheMomentsAreRight) {
  Random a(7);
  Random b(7);
  double sum = 0;
  double squares = 0;
  constexpr int kDraws = 20'000;
  for (int i = 0; i < kDraws; ++i) {
    const double x = a.normal();
    EXPECT_EQ(x, b.normal());
    sum += x;
    squares += x * x;
  }
  EXPECT_NEAR(sum / kDraws, 0, 0.03);
  EXPECT_NEAR(squares / kDraws, 1, 0.05);
}

}  // namespace
}  // namespace attune
