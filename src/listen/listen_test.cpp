// SPDX-License-Identifier: Apache-2.0
#include "listen/listen.h"

#include <sys/stat.h>

#include "base/hash.h"
#include "listen/listen_testing.h"

namespace attune {
namespace {

using testing::Folder;
using testing::gzip;
using testing::hear;
using testing::hear_files;
using testing::Heard;
using testing::mapped;
using testing::Texts;

constexpr std::string_view kSmall = "id,text\n1,one word\n2,two words\n";

TEST(Listen, EncodingsAreDetected) {
  const Texts expected = {"café – “naïve” 😀", "plain"};
  const std::string utf8 = "text,n\ncafé – “naïve” 😀,1\nplain,2\n";
  EXPECT_EQ(hear(utf8).texts(), expected);
  EXPECT_EQ(hear("\xEF\xBB\xBF" + utf8).texts(), expected);
  std::string little, big;
  for (const char16_t unit : std::u16string(u"text,n\ncafé – “naïve” 😀,1\nplain,2\n")) {
    little += {static_cast<char>(unit & 255), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 255)};
  }
  EXPECT_EQ(hear("\xFF\xFE" + little).texts(), expected);
  EXPECT_EQ(hear("\xFE\xFF" + big).texts(), expected);
  EXPECT_EQ(hear(little).texts(), expected);
  EXPECT_EQ(hear(big).texts(), expected);
  EXPECT_TRUE(hear(big).says("UTF-16"));
  const Heard western = hear("text,n\ncaf\xe9 \x96 \x93na\xefve\x94,1\nplain,2\n");
  EXPECT_EQ(western.texts(), (Texts{"café – “naïve”", "plain"}));
  EXPECT_TRUE(western.says("windows-1252"));
}

TEST(Listen, DamagedEncodingRejectsTheRowAlone) {
  EXPECT_EQ(hear("text,n\ncafé,1\nbad \xff\xfe,2\nfine,3\n").texts(), (Texts{"café", "fine"}));
  EXPECT_EQ(hear("text,n\nplain,1\nbad \xff\xfe,2\nfine,3\n").texts(), (Texts{"plain", "fine"}));
  EXPECT_EQ(hear(std::string_view("text,n\na\0b,1\nfine,2\n", 19)).texts(), (Texts{"fine"}));
  const Heard utf16 =
      hear(std::string_view("\xFF\xFEt\0e\0x\0t\0\n\0a\0\n\0\0\xD8\n\0", 20), {}, "a.csv");
  EXPECT_EQ(utf16.texts(), (Texts{"a"}));
  EXPECT_EQ(utf16.intake.rejected, 1U);
}

TEST(Listen, DelimitersAreDetected) {
  for (const std::string delimiter : {",", ";", "\t", "|"}) {
    const Heard got = hear("id" + delimiter + "text" + delimiter + "x\n1" + delimiter +
                           "\"a, b; c\"" + delimiter + "y\n");
    EXPECT_EQ(got.texts(), (Texts{"a, b; c"})) << delimiter;
  }
  EXPECT_TRUE(hear("id;text\n1;one, two\n").says("semicolons"));
}

TEST(Listen, PlainLinesAreMessages) {
  const Heard got = hear("Hello, I wait.\n\nStill waiting, sadly, for you\n", {}, "notes.txt");
  EXPECT_EQ(got.texts(), (Texts{"Hello, I wait.", "", "Still waiting, sadly, for you"}));
  EXPECT_EQ(got.messages[2].id, "3");
  EXPECT_EQ(hear("one line").texts(), (Texts{"one line"}));
}

TEST(Listen, AColumnOfItsOwnMayHaveAHeader) {
  EXPECT_EQ(hear("text\nHello, I wait.\nFine\n").texts(), (Texts{"Hello, I wait.", "Fine"}));
  EXPECT_EQ(hear("Zu Ihrem Besuch\nwar gut, danke\n", {}, "a.csv").texts(),
            (Texts{"war gut, danke"}));
}

TEST(Listen, AFileWithoutHeaderIsReadFromItsFirstRow) {
  const Heard got = hear(
      "17,2020-01-01,the door would not open\n18,2020-01-02,all was very fine here\n", {}, "a.csv");
  EXPECT_EQ(got.texts(), (Texts{"the door would not open", "all was very fine here"}));
  EXPECT_TRUE(got.says("no header row"));
}

TEST(Listen, SurveyExportsAreKnownByTheirHeaders) {
  const Heard qualtrics = hear(
      "ResponseId,Q1,Q2\nResponse ID,\"What, if anything, would you change?\",How likely?\n"
      "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_TEXT\"\"}\",\"{"
      "\"\"ImportId\"\":\"\"QID2\"\"}\"\n"
      "R_1,cheaper tickets for students please,9\nR_2,nothing to change I think,10\n",
      mapped("text=Q1+Q2"));
  EXPECT_EQ(qualtrics.intake.read, 2U);
  EXPECT_EQ(qualtrics.messages[0].attributes.at(0).value, "What, if anything, would you change?");
  EXPECT_TRUE(qualtrics.says("first 3 rows are headers"));
  const Heard monkey = hear(
      "Respondent ID,What went wrong on your visit?,Rating\n,Open-Ended Response,Response\n"
      "11,the queue was far too long,4\n12,I could not find the exit,2\n");
  EXPECT_EQ(monkey.texts(), (Texts{"the queue was far too long", "I could not find the exit"}));
}

TEST(Listen, GzipIsKnownByItsBytes) {
  const Heard got = hear(gzip(kSmall), {}, "given.csv");
  EXPECT_EQ(got.texts(), (Texts{"one word", "two words"}));
  EXPECT_EQ(hear(gzip("id,text\n1,one\n") + gzip("2,two\n")).texts(), (Texts{"one", "two"}));
}

TEST(Listen, DamagedGzipIsRefusedWithASentence) {
  std::string large = "id,text\n";
  for (int i = 0; i < 200'000; ++i) large += std::to_string(i * 7919) + ",some words\n";
  const std::string packed = gzip(large);
  EXPECT_NE(hear(packed.substr(0, packed.size() / 2)).error.find("too early"), std::string::npos);
  std::string broken = packed;
  for (std::size_t i = 100; i < 200; ++i) broken[i] = 'x';
  EXPECT_NE(hear(broken).error.find("damaged"), std::string::npos);
  EXPECT_NE(hear(gzip(packed)).error.find("twice"), std::string::npos);
}

TEST(Listen, NothingBehindGzipDataIsLostInSilence) {
  const std::string packed = gzip(kSmall);
  EXPECT_NE(hear(packed + "3,plain\n").error.find("8 bytes behind the gzip data"),
            std::string::npos);
  EXPECT_NE(hear(packed + std::string(9, '\0') + "x").error.find("10 bytes"), std::string::npos);
  EXPECT_EQ(hear(packed + std::string(600'000, '\0') + "\r\n").texts(),
            (Texts{"one word", "two words"}));
}

TEST(Listen, AGzipBombIsRefused) {
  const std::string bomb = gzip("id,text\n" + std::string(64U << 20, 'a'));
  EXPECT_NE(hear(bomb).error.find("bomb"), std::string::npos);
  ListenOptions options;
  options.limits.max_inflated_bytes = 1000;
  EXPECT_NE(hear(gzip("id,text\n" + std::string(2000, 'a')), options).error.find("bomb"),
            std::string::npos);
}

TEST(Listen, WhatIsNoTextIsRefusedWithAdvice) {
  const std::string zip = "PK\x03\x04 lots of bytes ";
  EXPECT_NE(hear(zip + "xl/workbook.xml").error.find("CSV UTF-8"), std::string::npos);
  EXPECT_NE(hear(zip).error.find("zip"), std::string::npos);
  EXPECT_NE(hear("%PDF-1.4").error.find("PDF"), std::string::npos);
  EXPECT_FALSE(hear(std::string("\x01\x02\x03\x04\x05\x06\x07\x08", 8)).error.empty());
  std::string noise(4096, '\0');
  for (std::size_t i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>(i * i * 31 + i / 7);
  EXPECT_NE(hear(noise, {}, "photo.csv").error.find("does not hold text"), std::string::npos);
}

TEST(Listen, AFileNamedJsonLinesIsReadAsSuchThoughItsFirstLinesAreBroken) {
  const Heard got = hear("[[[[[[[[\n{\"text\":\"fine\"}\n", {}, "given.jsonl");
  EXPECT_EQ(got.texts(), (Texts{"fine"}));
  EXPECT_EQ(got.intake.rejected, 1U);
}

TEST(Listen, PathsThatCannotBeReadAreRefused) {
  const Folder folder;
  EXPECT_NE(hear_files({folder.at("none.csv")}).error.find("no such file"), std::string::npos);
  EXPECT_NE(hear_files({folder.at("")}).error.find("directory"), std::string::npos);
  EXPECT_FALSE(hear_files({}).error.empty());
}

TEST(Listen, NothingInIsNothingOutWithAWarning) {
  const Folder folder;
  for (const char* content : {"", "\n \n", "\xEF\xBB\xBF", "\xFF\xFE", "id,text\n", "[ ]\n"}) {
    const Heard got = hear_files({folder.put("e.csv", content), folder.put("f.txt", "fine\n")});
    EXPECT_EQ(got.error, "") << content;
    EXPECT_EQ(got.texts(), (Texts{"fine"})) << content;
    EXPECT_EQ(got.intake.warnings.size(), 1U) << content;
    EXPECT_EQ(hear_files({folder.at("e.csv")}).intake.read, 0U) << content;
  }
}

TEST(Listen, RejectsBesideAFileReplaceOnlyRejects) {
  const Folder folder;
  const std::string path = folder.put("a.csv", "id,text\n1,fine\nbad\n2,good\n");
  EXPECT_TRUE(hear_files({path}).intake.warnings.empty());
  EXPECT_TRUE(hear_files({path}).intake.warnings.empty());  // Over those of the run before.
  EXPECT_TRUE(holds_rejects(path + ".rejects.csv"));
  EXPECT_EQ(folder.put("a.csv.rejects.csv", "mine\n"), path + ".rejects.csv");
  const Heard got = hear_files({path});
  EXPECT_EQ(got.intake.warnings.size(), 1U);
  EXPECT_TRUE(got.intake.rejects_files.empty());
  EXPECT_EQ(folder.get("a.csv.rejects.csv"), "mine\n");
}

TEST(Listen, IdsAreGivenOrNumbered) {
  EXPECT_EQ(hear("text,n\na b,1\nbad,2,3\nc d,4\n").messages[1].id, "3");
  const Folder folder;
  const Heard got =
      hear_files({folder.put("a.csv", "text,n\nfirst,1\n"), folder.put("b.csv", kSmall),
                  folder.put("c.jsonl", "{\"text\":\"third\"}\n")});
  Texts ids;
  for (const Message& message : got.messages) ids.push_back(message.id.text);
  EXPECT_EQ(ids, (Texts{"a.csv:1", "1", "2", "c.jsonl:1"}));
  EXPECT_EQ(got.messages[3].file, 2U);
  EXPECT_EQ(got.intake.files, (Texts{"a.csv", "b.csv", "c.jsonl"}));
}

TEST(Listen, IdsComeBackAsGivenWithTheirType) {
  const Heard got = hear(
      "{\"id\":7,\"text\":\"a b\"}\n{\"id\":\"7\",\"text\":\"c d\"}\n"
      "{\"id\":12345678901234567890123,\"text\":\"e\"}\n{\"id\":1.50,\"text\":\"f\"}\n"
      "{\"id\":true,\"text\":\"g\"}\n{\"id\":null,\"text\":\"h\"}\n{\"id\":[1,2],\"text\":\"i\"}\n"
      "{\"id\":\" x \",\"text\":\"j\"}\n{\"text\":\"k\"}\n");
  std::vector<RecordId> ids;
  for (const Message& message : got.messages) ids.push_back(message.id);
  EXPECT_EQ(ids, (std::vector<RecordId>{{"7", true},
                                        {"7", false},
                                        {"12345678901234567890123", true},
                                        {"1.50", true},
                                        {"true", true},
                                        {"6", false},
                                        {"[1,2]", true},
                                        {" x ", false},
                                        {"9", false}}));
  EXPECT_EQ(hear("id,text\n7,a b\n").messages[0].id, RecordId("7"));
}

TEST(Listen, WhatIsCalledIdIsTheIdThoughOneIsMissingOrTwoAreEqual) {
  EXPECT_EQ(hear("id,text\n7,a b\n,c d\n7,e f\n").messages[2].id, "7");
  std::string twice = "review_id,text\n";
  for (int i = 0; i < 60; ++i)
    twice += "r" + std::to_string(i / 2) + ",word " + std::to_string(i) + "\n";
  EXPECT_TRUE(hear(twice).says("30 rows whose id another row has"));
  std::string kinds = "id,text\n";
  for (int i = 0; i < 100; ++i) kinds += "shop" + std::to_string(i % 2) + ",words here\n";
  EXPECT_EQ(hear(kinds).messages.size(), 100U);
  EXPECT_EQ(hear(kinds).messages[99].id, "100");
}

TEST(Listen, ADuplicateHasTheSameIdAndText) {
  const Heard got = hear("id,text\na,same\nb,same\na,same\na,other\nc,x\nd,y\ne,z\n");
  EXPECT_EQ(got.texts(), (Texts{"same", "same", "other", "x", "y", "z"}));
  EXPECT_EQ(got.intake.used, 7U);
  EXPECT_EQ(got.intake.duplicates, 1U);
  EXPECT_TRUE(got.says("all are used"));
}

TEST(Listen, EqualTextsOfDifferentRowsAreDifferentMessages) {
  EXPECT_EQ(hear("text,n\nsame,1\nsame,1\n").messages.size(), 2U);
}

TEST(Listen, TheSameFileTwiceCountsOnce) {
  const Folder folder;
  const auto first = folder.put("a.csv", "text,n\none,1\ntwo,2\n");
  const auto second = folder.put("b.csv", "text,n\none,1\ntwo,2\n");
  const Heard got = hear_files({first, second});
  EXPECT_EQ(got.messages.size(), 2U);
  EXPECT_EQ(got.intake.read, 4U);
  EXPECT_EQ(got.intake.duplicates, 2U);
}

TEST(Listen, PlaceholderPersonsAreUnknown) {
  const Heard got = hear("user,text\nA Google user,one\nann,two\n");
  EXPECT_EQ(got.messages[0].person, "");
  EXPECT_EQ(got.messages[1].person, "ann");
  EXPECT_TRUE(got.says("1 row by nobody"));
}

TEST(Listen, PersonsWhoAreEverywhereAreReported) {
  std::string file = "user,text\n";
  for (int i = 0; i < 2000; ++i) {
    file += (i % 50 == 0 ? "shared" : "u" + std::to_string(i)) + ",words\n";
  }
  const Heard got = hear(file);
  EXPECT_EQ(got.intake.loud_persons, (std::unordered_set<std::uint64_t>{hash64("shared")}));
  EXPECT_FALSE(got.says("shared"));
  EXPECT_TRUE(hear(file.substr(0, file.size() / 3)).intake.loud_persons.empty());
}

TEST(Listen, RejectsComeBackWithLineAndReason) {
  const Folder folder;
  const auto path = folder.put("a.csv", "id,text\n1,\"two\nlines\"\n=2,x,\"y\"\n3,fine\n");
  const Heard got = hear_files({path});
  EXPECT_EQ(got.intake.rejects_files, (Texts{path + ".rejects.csv"}));
  EXPECT_EQ(
      folder.get("a.csv.rejects.csv"),
      "line,record,reason,row\n4,2,\"too many cells (3 for 2 columns)\",\"'=2,x,\"\"y\"\"\"\n");
  struct stat about {};
  ASSERT_EQ(stat((path + ".rejects.csv").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_EQ(folder.count(), 2U);
}

TEST(Listen, NoRejectsNoFile) {
  const Folder folder;
  EXPECT_TRUE(hear_files({folder.put("a.csv", kSmall)}).intake.rejects_files.empty());
  EXPECT_EQ(folder.count(), 1U);
}

TEST(Listen, RejectsThatCannotBeWrittenAreAWarning) {
  const Folder folder;
  ListenOptions options;
  for (const std::string& path : {folder.at("no/such/r.csv"), folder.at("")}) {
    options.rejects_path = path;
    const Heard got = hear("id,text\n1\n2,fine\n", options);
    EXPECT_EQ(got.intake.used, 1U);
    EXPECT_EQ(got.intake.warnings.size(), 1U) << path;
    EXPECT_TRUE(got.intake.rejects_files.empty());
  }
  options.rejects_path = "/dev/null";  // Written to as it stands.
  EXPECT_TRUE(hear("id,text\n1\n2,fine\n", options).intake.warnings.empty());
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  EXPECT_EQ(folder.count(), 0U);
}

TEST(Listen, OneRejectsFileForSeveralNamesThem) {
  const Folder folder;
  ListenOptions options;
  options.rejects_path = folder.at("r.csv");
  const auto a = folder.put("a.csv", "id,text\n1\n2,fine\n");
  const auto b = folder.put("b.csv", "id,text\n7\n8,well\n");
  EXPECT_EQ(hear_files({a, b}, options).intake.rejected, 2U);
  EXPECT_EQ(folder.get("r.csv"),
            "file,line,record,reason,row\n\"a.csv\",2,1,\"too few cells (1 for 2 columns)\",\"1\"\n"
            "\"b.csv\",2,1,\"too few cells (1 for 2 columns)\",\"7\"\n");
}

TEST(Listen, GiantFieldsAreRejectedInBoundedMemory) {
  std::string file = "id,text\n1,fine words\n2,";
  file += std::string(40U << 20, 'x') + "\n3,good words\n4,\"" + std::string(2U << 20, 'y') +
          "\"\n5,end\n";
  const Heard got = hear(file);
  EXPECT_EQ(got.texts(), (Texts{"fine words", "good words", "end"}));
  EXPECT_EQ(got.intake.rejected, 2U);
  const Heard lines = hear("{\"text\":\"a\"}\n{\"text\":\"" + std::string(20U << 20, 'x') +
                           "\"}\n{\"text\":\"b\"}\n");
  EXPECT_EQ(lines.texts(), (Texts{"a", "b"}));
}

TEST(Listen, TooManyColumnsAreRefused) {
  std::string header = "text", row = "words";
  for (int i = 0; i < 10'000; ++i) {
    header += ",c" + std::to_string(i);
    row += ",1";
  }
  EXPECT_NE(hear(header + "\n" + row + "\n").error.find("4096 columns"), std::string::npos);
}

TEST(Listen, NamesThatAreNoNamesAreRefused) {
  const std::string row = "\nwords,here,1\nmore words,there,2\n";
  EXPECT_NE(hear("text,x," + std::string(20'000, 'n') + row, {}, "a.csv").error.find("16384 bytes"),
            std::string::npos);
  std::string header = "text", cells = "words here";
  for (int i = 0; i < 200; ++i) {
    header += ",c" + std::to_string(i) + std::string(8'000, 'n');
    cells += ",1";
  }
  EXPECT_NE(hear(header + "\n" + cells + "\n", {}, "a.csv").error.find("196608 bytes in all"),
            std::string::npos);
}

TEST(Listen, ColumnsAreKeptOnlyIfAskedFor) {
  const std::string file = "plan,text,n,empty\npro,words here,7,\n";
  EXPECT_TRUE(hear(file).messages[0].attributes.empty());
  ListenOptions unknown;
  unknown.keep_attributes = true;
  EXPECT_EQ(hear(file, unknown).messages[0].attributes,
            (std::vector<Attribute>{{"plan", "pro"}, {"n", "7"}}));
  ListenOptions all;
  all.all_columns = true;
  EXPECT_EQ(
      hear(file, all).messages[0].attributes,
      (std::vector<Attribute>{{"plan", "pro"}, {"text", "words here"}, {"n", "7"}, {"empty", ""}}));
}

TEST(Listen, EachFileHasItsOwnColumns) {
  const Folder folder;
  const Heard got = hear_files({folder.put("a.csv", "body,user\nfirst words,u1\n"),
                                folder.put("b.csv", "kunde;kommentar\nk7;zweite, dritte\n")});
  EXPECT_EQ(got.texts(), (Texts{"first words", "zweite, dritte"}));
  EXPECT_EQ(got.messages[1].person, "k7");
  EXPECT_TRUE(got.says("b.csv: text from column `kommentar`"));
}

TEST(Listen, ABlankTextIsStillAMessage) {
  EXPECT_EQ(hear("id,text\n1,\n2,words\n").messages.size(), 2U);
}

TEST(Listen, APreviewShowsTheFirstTenAndWritesNothing) {
  const Folder folder;
  std::string file = "id,text\nbad\n";
  for (int i = 0; i < 50; ++i) file += std::to_string(i) + ",words\n";
  const std::vector<std::string> paths = {folder.put("a.csv", file)};
  const auto shown = preview(paths, {});
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->messages.size(), 9U);
  EXPECT_EQ(shown->intake.read, 10U);
  EXPECT_FALSE(shown->intake.assumed.empty());
  EXPECT_EQ(folder.count(), 1U);
}

TEST(Listen, TheSameBytesGiveTheSameMessagesPackedOrNot) {
  std::string file = "id,text,date\n";
  for (int i = 0; i < 100'000; ++i) {
    file += std::to_string(i) + ",\"words, of number " + std::to_string(i) + "\",2020-01-02\n";
  }
  EXPECT_EQ(hear(file).texts(), hear(gzip(file)).texts());
}

}  // namespace
}  // namespace attune
