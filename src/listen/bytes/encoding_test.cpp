// SPDX-License-Identifier: Apache-2.0
#include "listen/bytes/encoding.h"

#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::hear;
using testing::Heard;
using testing::Texts;

std::string wide(std::u32string_view text, std::size_t bytes, bool little) {
  std::string out;
  for (const char32_t c : text) {
    for (std::size_t i = 0; i < bytes; ++i) {
      out += static_cast<char>(c >> 8 * (little ? i : bytes - 1 - i) & 255);
    }
  }
  return out;
}

/// Many rows, so that the file takes several chunks.
std::string rows(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += std::to_string(i) + "," + std::string(text) + "\n";
  return out;
}

TEST(Encoding, EachLineDecidesBetweenUtf8AndWindows1252) {
  const std::string file = "id,text\n" + rows("plain words here", 20'000) + "x,le caf\xe9\n" +
                           rows("plain words again", 20'000) + "y,na\xc3\xafve caf\xc3\xa9\n";
  const Heard got = hear(file);
  ASSERT_EQ(got.messages.size(), 40'002U);
  EXPECT_EQ(got.messages[20'000].text, "le caf\xc3\xa9");
  EXPECT_EQ(got.messages.back().text, "na\xc3\xafve caf\xc3\xa9");
  EXPECT_TRUE(got.says("1 line is windows-1252 among lines of UTF-8"));
}

TEST(Encoding, OneDamagedRowTurnsNoOther) {
  // The damaged row comes first or last, in CSV and in JSON Lines.
  EXPECT_EQ(hear("id,text\n1,le caf\xe9\n2,Z\xc3\xbcrich\n3,na\xc3\xafve\n").texts(),
            (Texts{"le caf\xc3\xa9", "Z\xc3\xbcrich", "na\xc3\xafve"}));
  EXPECT_EQ(hear("{\"text\":\"Z\xc3\xbcrich\"}\n{\"text\":\"le caf\xe9\"}\n").texts(),
            (Texts{"Z\xc3\xbcrich", "le caf\xc3\xa9"}));
  EXPECT_EQ(hear("Z\xc3\xbcrich is fine\nle caf\xe9\n", {}, "a.txt").texts(),
            (Texts{"Z\xc3\xbcrich is fine", "le caf\xc3\xa9"}));
  // UTF-8 with one byte lost is no windows-1252: the row is rejected.
  EXPECT_EQ(hear("id,text\n1,Z\xc3\xbcrich caf\xc3\xa9 na\xc3ve\n2,Z\xc3\xbcrich\n").texts(),
            (Texts{"Z\xc3\xbcrich"}));
}

TEST(Encoding, AFileThatBreaksOffWithinACharacterLosesItsLastRowAlone) {
  const Heard got = hear("id,text\n1,Z\xc3\xbcrich\n2,caf\xc3");
  EXPECT_EQ(got.texts(), (Texts{"Z\xc3\xbcrich"}));
  EXPECT_EQ(got.intake.rejected, 1U);
  EXPECT_EQ(hear("id,text\n1,le caf\xe9\n2,caf\xe9").texts(),
            (Texts{"le caf\xc3\xa9", "caf\xc3\xa9"}));
}

TEST(Encoding, LinesAreWholeWhereverTheChunksEnd) {
  // A line of each kind across the border of a chunk (256 KiB), at every offset.
  for (std::size_t shift = 0; shift < 8; ++shift) {
    const std::string file = "text\n" + std::string((256U << 10) - 10 - shift, 'a') +
                             "\nZ\xc3\xbcrich\nle caf\xe9\nend\n";
    const Heard got = hear(file);
    ASSERT_EQ(got.messages.size(), 4U) << shift;
    EXPECT_EQ(got.messages[1].text, "Z\xc3\xbcrich") << shift;
    EXPECT_EQ(got.messages[2].text, "le caf\xc3\xa9") << shift;
  }
}

TEST(Encoding, AVeryLongLineIsDecodedInPieces) {
  for (const std::string_view word : {"caf\xe9", "caf\xc3\xa9"}) {
    std::string line = "[";
    for (int i = 0; i < 60'000; ++i) {
      line += "{\"text\":\"" + std::to_string(i * 7919) + " " + std::string(word) + "\"},";
    }
    line.back() = ']';
    const Heard got = hear(line);
    ASSERT_EQ(got.messages.size(), 60'000U);
    for (std::size_t i = 0; i < got.messages.size(); ++i) {
      ASSERT_EQ(got.messages[i].text, std::to_string(i * 7919) + " caf\xc3\xa9");
    }
  }
}

TEST(Encoding, Utf32IsReadWithAndWithoutAMark) {
  const std::u32string text = U"id,text\n1,caf\u00e9 \U0001F600\n2,plain\n";
  const Texts expected = {"caf\xc3\xa9 \xf0\x9f\x98\x80", "plain"};
  for (const bool little : {true, false}) {
    EXPECT_EQ(hear(wide(U"\ufeff" + text, 4, little)).texts(), expected);
    EXPECT_EQ(hear(wide(text, 4, little)).texts(), expected);
    EXPECT_TRUE(hear(wide(text, 4, little)).says("UTF-32"));
  }
  std::string damaged = wide(U"\ufeff" + text, 4, true);
  damaged[4 * 13 + 3] = '\x7f';
  EXPECT_EQ(hear(damaged).texts(), (Texts{"plain"}));
}

TEST(Encoding, AByteTooManyInUtf16RejectsItsLineAlone) {
  for (const bool little : {true, false}) {
    const std::string head = wide(U"\ufeffid,text\n1,first\n2,sec", 2, little);
    const std::string tail = wide(U"ond\n3,third\n4,fourth\n", 2, little);
    const Heard got = hear(head + "x" + tail);
    EXPECT_EQ(got.texts(), (Texts{"first", "third", "fourth"})) << little;
    EXPECT_EQ(got.intake.rejected, 1U);
  }
}

}  // namespace
}  // namespace attune
