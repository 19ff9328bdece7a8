// SPDX-License-Identifier: Apache-2.0
#include "problems/care_messages.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attune::problems {
namespace {

constexpr std::int64_t kDay = 86400;

/// A corpus whose messages all show a sign.
class Signs {
 public:
  Signs& add(std::string text, std::vector<CareSign> signs,
             std::optional<std::int64_t> time = std::nullopt, std::uint32_t file = 0) {
    const auto index = static_cast<std::uint32_t>(corpus_.messages.size());
    CorpusMessage message;
    message.text = std::move(text);
    message.row = index + 1;
    message.file = file;
    message.care = true;
    corpus_.messages.push_back(std::move(message));
    corpus_.care.push_back({.message = index, .time = time, .signs = std::move(signs)});
    return *this;
  }

  /// A sign at `words` in a text that is nothing else.
  Signs& add(const std::string& words, Care kind, std::optional<std::int64_t> time = std::nullopt) {
    return add(words,
               {{.kind = kind,
                 .span = {.begin = 0, .end = static_cast<std::uint32_t>(words.size())},
                 .p = 0.9F}},
               time);
  }

  [[nodiscard]] std::vector<CareMessage> shown(bool personal = false) const {
    return care_messages(corpus_, personal);
  }
  Corpus& corpus() { return corpus_; }

 private:
  Corpus corpus_;
};

std::vector<std::uint64_t> rows(const std::vector<CareMessage>& messages) {
  std::vector<std::uint64_t> out;
  for (const CareMessage& message : messages) out.push_back(message.passage.row);
  return out;
}

TEST(CareMessages, DangerComesFirstBehindAnyNumberOfOthers) {
  Signs signs;
  for (int i = 0; i < 300; ++i) signs.add("my mum died", Care::bereavement, i * kDay);
  signs.add("I want to end my life", Care::crisis);
  const auto shown = signs.shown();
  ASSERT_EQ(shown.size(), 301U);  // Nobody is left out.
  EXPECT_EQ(shown[0].passage.row, 301U);
  EXPECT_TRUE(shown[0].danger());
  EXPECT_FALSE(shown[1].danger());
}

TEST(CareMessages, ThenTheNewestAndUndatedOnesLastInFileOrder) {
  Signs signs;
  signs.add("lost my job", Care::job_loss)
      .add("lost my job", Care::job_loss, 3 * kDay)
      .add("lost my job", Care::job_loss, 3 * kDay + 60)
      .add("lost my job", Care::job_loss)
      .add("lost my job", Care::job_loss, 9 * kDay);
  EXPECT_EQ(rows(signs.shown()), (std::vector<std::uint64_t>{5, 3, 2, 1, 4}));
  EXPECT_EQ(signs.shown()[0].date, "1970-01-10");
  EXPECT_EQ(signs.shown()[3].date, "");
}

TEST(CareMessages, ASecondSignCanBeTheOneThatCounts) {
  const std::string text = "My dad died and I want to die";
  Signs signs;
  signs.add("my mum died", Care::bereavement, 9 * kDay)
      .add(text, {{.kind = Care::bereavement, .span = {.begin = 0, .end = 11}, .p = 0.95F},
                  {.kind = Care::crisis, .span = {.begin = 16, .end = 29}, .p = 0.85F}});
  const auto shown = signs.shown();
  EXPECT_EQ(rows(shown), (std::vector<std::uint64_t>{2, 1}));
  ASSERT_EQ(shown[0].signs.size(), 2U);
  EXPECT_EQ(shown[0].signs[1].text, "I want to die");
}

TEST(CareMessages, WeakDangerIsASignAndNoHeadline) {
  const std::string text = "My dad died and I want to die";
  Signs signs;
  signs.add("my mum died", Care::bereavement, 9 * kDay)
      .add(text, {{.kind = Care::bereavement, .span = {.begin = 0, .end = 11}, .p = 0.95F},
                  {.kind = Care::crisis, .span = {.begin = 16, .end = 29}, .p = 0.79F}});
  const auto shown = signs.shown();
  EXPECT_EQ(rows(shown), (std::vector<std::uint64_t>{1, 2}));
  EXPECT_FALSE(shown[1].danger());
  EXPECT_EQ(shown[1].signs[1].kind, Care::crisis);
}

TEST(CareMessages, ThePassageStandsAroundTheWordsAndEndsBetweenWords) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Über das Päckchen wäre zu reden. ";
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += "I want to end my life.";
  const auto end = static_cast<std::uint32_t>(text.size());
  for (int i = 0; i < 100; ++i) text += " Größere Bögen ständen näher.";
  Signs signs;
  signs.add(text, {{.kind = Care::illness, .span = {.begin = 0, .end = 4}, .p = 0.99F},
                   {.kind = Care::crisis, .span = {.begin = begin, .end = end}, .p = 0.9F}});
  const Quote passage = signs.shown()[0].passage;
  EXPECT_NE(passage.text.find("I want to end my life."), std::string::npos);
  EXPECT_LT(passage.text.size(), 330U);
  EXPECT_EQ(passage.text, text.substr(passage.span.begin, passage.span.end - passage.span.begin));
  EXPECT_EQ(text[passage.span.begin - 1], ' ');
  EXPECT_EQ(text[passage.span.end], ' ');
}

TEST(CareMessages, WithoutSpacesThePassageEndsBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "死";
  Signs signs;
  signs.add(text, {{.kind = Care::crisis, .span = {.begin = 300, .end = 303}, .p = 0.9F}});
  const Quote passage = signs.shown()[0].passage;
  EXPECT_EQ(passage.span.begin % 3, 0U);
  EXPECT_EQ(passage.span.end % 3, 0U);
  EXPECT_LE(passage.span.begin, 300U);
  EXPECT_GE(passage.span.end, 303U);
}

TEST(CareMessages, PersonalDataIsMaskedAndTheFileNamedWhereThereAreSeveral) {
  const std::string text = "My wife died, write to ann@example.com";
  Signs signs;
  signs.add(text, {{.kind = Care::bereavement, .span = {.begin = 0, .end = 12}, .p = 0.9F}}, 0, 1);
  signs.corpus().messages[0].personal = {{.kind = "email", .span = {.begin = 23, .end = 38}}};
  signs.corpus().intake.files = {"a.csv"};
  EXPECT_EQ(signs.shown()[0].passage.text, "My wife died, write to [email]");
  EXPECT_EQ(signs.shown(true)[0].passage.text, text);
  EXPECT_EQ(signs.shown()[0].file, "");
  signs.corpus().intake.files = {"a.csv", "b.csv"};
  EXPECT_EQ(signs.shown()[0].file, "b.csv");
}

}  // namespace
}  // namespace attune::problems
