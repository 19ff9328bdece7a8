// SPDX-License-Identifier: Apache-2.0
#include "lint/values/catalogue.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "lint/values/message.h"

namespace attune {
namespace {

struct Said {
  std::string path;
  std::string text;
  std::string written;  ///< The bytes of the file from the first to the last of the text.
};

std::vector<Said> read(std::string_view source, Markup markup, const CopyKeys& keys = {}) {
  std::vector<Said> said;
  const auto done =
      read_catalogue(source, markup, keys, [&](std::string_view path, const PlacedText& value) {
        const Span all = value.in_source({0, static_cast<std::uint32_t>(value.text.size())});
        said.push_back({std::string(path), value.text, std::string(all.of(source))});
      });
  EXPECT_TRUE(done) << source;
  return said;
}

std::string refused(std::string_view source, Markup markup) {
  const auto done = read_catalogue(source, markup, {}, [](std::string_view, const PlacedText&) {});
  return done ? "" : done.error().message;
}

TEST(Catalogue, JsonIsReadWithItsEscapesWhereTheyStand) {
  const auto said = read(
      "\xEF\xBB\xBF{\"mail\": {\"title\": \"Don\\u2019t \\\"miss\\\" \\ud83d\\ude00\",\n"
      "\"list\": [\"one two\", 3, null]}, \"url\": \"http://x\", \"@title\": {\"text\": \"x\"}}",
      Markup::json);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0].path, "mail/title");
  EXPECT_EQ(said[0].text, "Don\u2019t \"miss\" \U0001F600");
  EXPECT_EQ(said[0].written, "Don\\u2019t \\\"miss\\\" \\ud83d\\ude00");
  EXPECT_EQ(said[1].path, "mail/list");
  EXPECT_EQ(said[1].written, "one two");
}

TEST(Catalogue, YamlIsReadByKeys) {
  const auto said =
      read("en:\n  mail:\n    subject: \"Act now\"\n    slug: act-now\n", Markup::yaml);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].path, "en/mail/subject");
  EXPECT_EQ(said[0].written, "Act now");
}

TEST(Catalogue, GettextIsReadAsItIsShown) {
  const auto said = read(
      "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\n"
      "#: a.c:3\nmsgid \"own\"\nmsgstr \"shown \"\n\"in two\"\n\n"
      "#, fuzzy\nmsgid \"Not \\\"yet\\\"\"\nmsgstr \"guess\"\n\n"
      "msgctxt \"menu\"\nmsgid \"one file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"\"\nmsgstr[1] "
      "\"\"\n"
      "#~ msgid \"old\"\n#~ msgstr \"gone\"\nmsgid \"last\"\nmsgstr \"\"\n",
      Markup::po);
  ASSERT_EQ(said.size(), 5U);
  EXPECT_EQ(said[0].path, "msgstr");
  EXPECT_EQ(said[0].text, "shown in two");
  EXPECT_EQ(said[0].written, "shown \"\n\"in two");
  EXPECT_EQ(said[1].text, "Not \"yet\"");
  EXPECT_EQ(said[2].path, "menu/msgid");
  EXPECT_EQ(said[3].text, "\uFFFC files");
  EXPECT_EQ(said[4].text, "last");
}

TEST(Catalogue, TablesAreReadByTheNamesOfTheirColumns) {
  const auto said = read(
      "key;text;note\r\na;\"Act \"\"now\"\";\nold\";x\r\n\"b\"; Hello ;y\r\nc;last", Markup::csv);
  ASSERT_EQ(said.size(), 3U);
  EXPECT_EQ(said[0].path, "text");
  EXPECT_EQ(said[0].text, "Act \"now\";\nold");
  EXPECT_EQ(said[0].written, "Act \"\"now\"\";\nold");
  EXPECT_EQ(said[1].written, "Hello");
  EXPECT_EQ(said[2].written, "last");
}

TEST(Catalogue, TheTeamSaysWhichKeysAreCopy) {
  CopyKeys keys;
  keys.keys = {"title", "mail.**"};
  keys.not_keys = {"mail.tag"};
  const std::string_view source =
      R"({"en":{"mail":{"text":"a","tag":"b"},"x":{"title":"c","text":"d"}}})";
  const auto said = read(source, Markup::json, keys);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0].text + said[1].text, "ac");
}

TEST(Catalogue, WhatIsBrokenIsRefusedWithTheLine) {
  EXPECT_NE(refused("{\"a\": \"x y\",\n\"b\" 3}", Markup::json).find("line 2"), std::string::npos);
  EXPECT_NE(refused("{} x", Markup::json), "");
  EXPECT_NE(refused("\"x\"", Markup::json), "");
  EXPECT_NE(refused(std::string(100000, '['), Markup::json).find("over 64"), std::string::npos);
  EXPECT_NE(refused("a: [", Markup::yaml).find("line 1"), std::string::npos);
  EXPECT_NE(refused("msgid \"a\"\nmsgstr b\n", Markup::po).find("line 2"), std::string::npos);
  EXPECT_NE(refused("msgstr \"b\"\n", Markup::po).find("line 1"), std::string::npos);
  EXPECT_NE(refused("key,text\na,\"x\n", Markup::csv).find("never closed"), std::string::npos);
  EXPECT_NE(refused("who,when\nx,y\n", Markup::csv).find("no column"), std::string::npos);
  EXPECT_NE(refused("{\"a\": \"\xFF\"}", Markup::json).find("UTF-8"), std::string::npos);
}

TEST(Catalogue, NamesOfFilesSayWhatHoldsTexts) {
  for (const char* name : {"en.json", "locales/app.json", "config/locales/devise.en.yml", "de.po",
                           "app_en.arb", "strings.csv", "messages.pt-BR.yaml", "i18n/x/y.JSON"})
    EXPECT_TRUE(named_as_catalogue(name)) << name;
  for (const char* name : {"package.json", "facts.yaml", ".github/workflows/ci.yml", "data.csv",
                           "en.md", "locales/a.html", "tsconfig.base.json"})
    EXPECT_FALSE(named_as_catalogue(name)) << name;
}

std::string as_template(std::string_view text) {
  PlacedText message;
  message.add(text, 7);
  const PlacedText made = attune::as_template(message);
  for (std::uint32_t at = 0; at < made.text.size(); ++at) {
    const Span place = made.in_source({at, at + 1});
    EXPECT_GE(place.begin, 7U) << text;
    EXPECT_LE(place.end, 7 + text.size()) << text;
    EXPECT_LT(place.begin, place.end) << text;
  }
  return made.text;
}

TEST(Message, PlaceholdersAreThoseOfATemplate) {
  EXPECT_EQ(as_template("Only %{count} left, %(name)s"), "Only {count} left, {name}");
  EXPECT_EQ(as_template("%d of %1$s, %.2f, %@, 100%%"), "\uFFFC of \uFFFC, \uFFFC, \uFFFC, 100%");
  EXPECT_EQ(as_template("Save 20% today, 5%s, 100 %sure"), "Save 20% today, 5%s, 100 %sure");
  EXPECT_EQ(as_template("See $t(a.b) for $5"), "See \uFFFC for $5");
  EXPECT_EQ(as_template("You have {n, plural, =0 {none} one {# item} other {# items}} now {x}"),
            "You have none\n\uFFFC item\n\uFFFC items\n now {x}");
  EXPECT_EQ(as_template("{a, select, x {{n, plural, other {#}}} other {no #}}"),
            "\uFFFC\n\nno #\n");
  EXPECT_EQ(as_template("{a, plural, one {x"), "{a, plural, one {x");
}

TEST(Message, AnyBytesKeepTheirPlaces) {
  const std::string_view pieces[] = {"{", "}", "%",  "a, plural, ",  "one ",   "#", "$t(",
                                     ")", "s", "1$", "{n, select, ", "\u00E9", " "};
  Random random(9);
  for (int round = 0; round < 2000; ++round) {
    std::string text = "x";
    for (std::size_t i = random.below(30); i > 0; --i)
      text += pieces[random.below(std::size(pieces))];
    (void)as_template(text);
  }
}

}  // namespace
}  // namespace attune
