// SPDX-License-Identifier: Apache-2.0
#include "text/language/language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "text/words/lexicon.h"

namespace attune {
namespace {

Language language_of(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  return detect_language(text, tokens);
}

struct Case {
  std::string_view text;
  std::string_view code;
};

TEST(LanguageTest, NamesTheLanguageOfPlainSentences) {
  const std::vector<Case> cases = {
      {"The parcel came two days late and nobody answered.", "en"},
      {"Das Paket kam zwei Tage zu spät und niemand hat geantwortet.", "de"},
      {"Le colis est arrivé avec deux jours de retard.", "fr"},
      {"El paquete llegó con dos días de retraso.", "es"},
      {"A encomenda chegou com dois dias de atraso e não gostei.", "pt"},
      {"Il pacco è arrivato con due giorni di ritardo.", "it"},
      {"Het pakket kwam twee dagen te laat en niemand gaf antwoord.", "nl"},
      {"Paketet kom två dagar för sent och ingen svarade.", "sv"},
      {"Paczka przyszła dwa dni za późno i nikt nie odpowiedział.", "pl"},
      {"Balík přišel o dva dny později a nikdo neodpověděl.", "cs"},
      {"Csomag két nappal később érkezett, és senki nem válaszolt.", "hu"},
      {"Paket iki gün geç geldi ve kimse cevap vermedi.", "tr"},
      {"Посылка пришла на два дня позже, и никто не ответил.", "ru"},
      {"Посилка прийшла на два дні пізніше, і ніхто не відповів.", "uk"},
      {"Το δέμα ήρθε δύο μέρες αργότερα.", "el"},
      {"החבילה הגיעה באיחור של יומיים.", "he"},
      {"وصل الطرد متأخرا يومين ولم يرد أحد على الرسائل.", "ar"},
      {"荷物が二日遅れて届きました。", "ja"},
      {"包裹晚了两天才到。", "zh"},
      {"소포가 이틀 늦게 도착했습니다.", "ko"},
      {"พัสดุมาช้าสองวัน", "th"},
  };
  for (const Case& one : cases) EXPECT_EQ(language_of(one.text).code, one.code) << one.text;
}

TEST(LanguageTest, SetsCloseLanguagesApart) {
  EXPECT_EQ(language_of("Jeg har ventet i to uker og hører ikke noe fra dere.").code, "nb");
  EXPECT_EQ(language_of("Jeg har ventet i to uger og hører ikke noget fra jer.").code, "da");
  EXPECT_EQ(language_of("Barang sampai lambat dan aplikasinya nggak bisa dibuka.").code, "id");
  EXPECT_EQ(language_of("Поръчката още не е дошла и никой не отговаря.").code, "bg");
}

TEST(LanguageTest, HindiInLatinLettersIsHindi) {
  EXPECT_EQ(language_of("bahut accha hai lekin paisa wapas nahi mila").code, "hi");
  EXPECT_EQ(language_of("very good app hai bhai").code, "en") << "mostly English words";
}

TEST(LanguageTest, ShortEnglishIsEnglish) {
  for (const std::string_view text :
       {"Worst app ever", "good", "Very nice 👍", "@shop thanks!", "GREAT SERVICE", "it crashes",
        "not working", "love it ❤️", "delayed again @air #fail"}) {
    EXPECT_EQ(language_of(text).code, "en") << text;
  }
}

TEST(LanguageTest, ATextWithoutALanguageIsUnd) {
  for (const std::string_view text :
       {"", "👍", "5/5", "!!!", "12.50", "https://example.com/a", "@someone", "\xFF\xFE"}) {
    EXPECT_EQ(language_of(text).code, "und") << text;
    EXPECT_EQ(language_of(text).p, 0.0F) << text;
  }
}

TEST(LanguageTest, FewWordsAreLessSureThanMany) {
  const float few = language_of("Danke sehr").p;
  const float many =
      language_of("Ich habe das Paket nicht bekommen und niemand hat sich bei mir gemeldet").p;
  EXPECT_EQ(language_of("Danke sehr").code, "de");
  EXPECT_LT(few, many);
}

TEST(LanguageTest, AnyBytesGiveACodeAndAProbability) {
  Random random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(60); i > 0; --i) {
      text += static_cast<char>(random.below(256));
    }
    const Language language = language_of(text);
    EXPECT_GE(language.code.size(), 2U);
    EXPECT_GE(language.p, 0.0F);
    EXPECT_LE(language.p, 1.0F);
    EXPECT_EQ(language_of(text).code, language.code);
  }
}

TEST(LanguageTest, EveryLanguageHasWordsAndANumber) {
  ASSERT_LE(language_count(), 64U);
  EXPECT_EQ(language_code(0), "en");
  EXPECT_EQ(Lexicon::get().find("the")->languages, kEnglish);
  EXPECT_EQ(language_number("xx"), language_count());
  for (std::size_t i = 0; i < language_count(); ++i) {
    EXPECT_EQ(language_number(language_code(i)), i);
    const auto words = std::ranges::count_if(Lexicon::get().entries(), [i](const WordEntry& entry) {
      return (entry.languages >> i & 1U) != 0;
    });
    EXPECT_GE(words, 20) << language_code(i);
  }
}

TEST(LanguageTest, EvaluationCountsByLanguage) {
  const std::vector<LanguageExample> examples = {
      {"The parcel is late", "en"}, {"Das ist nicht gut", "de"}, {"👍", "en"}};
  const std::vector<LanguageScore> scores = evaluate_language(examples);
  ASSERT_EQ(scores.size(), 2U);
  EXPECT_EQ(scores[0].texts, 2U);
  EXPECT_EQ(scores[0].right, 1U);
  EXPECT_EQ(scores[1].right, 1U);
}

}  // namespace
}  // namespace attune
