// SPDX-License-Identifier: Apache-2.0
#include "lint/copy_language.h"

#include <gtest/gtest.h>

#include <string>

namespace attune {
namespace {

constexpr std::string_view kGerman =
    "Greifen Sie jetzt zu, denn der Vorrat ist begrenzt und morgen ist es zu sp\u00E4t.";

std::string_view whole(std::string_view source, Markup markup = Markup::plain) {
  return CopyLanguage(source, markup, {}).whole();
}

TEST(CopyLanguage, IsNamedWhereThereIsEnoughText) {
  EXPECT_EQ(whole(kGerman), "de");
  EXPECT_EQ(whole("Derni\u00E8re chance ! Plus que 3 articles en stock."), "fr");
  EXPECT_EQ(whole("Jetzt kaufen"), "");
  EXPECT_EQ(whole("Act now, before it is gone."), "");
  EXPECT_EQ(whole("Ch\u00E2teau Margaux, Mo\u00EBt & Chandon: our list of wines"), "");
  EXPECT_EQ(whole("Le Creuset, Mo\u00EBt & Chandon, Ch\u00E2teau Margaux: act now!"), "");
  EXPECT_EQ(whole("Cr\u00E8me br\u00FBl\u00E9e, coq au vin, b\u0153uf bourguignon: book a table"),
            "");
  EXPECT_EQ(whole("Z\u00FCrich, M\u00FCnchen, K\u00F6ln, D\u00FCsseldorf"), "");
  EXPECT_EQ(whole("Laatste kans! Bestel nu, want op is op."), "nl");
  EXPECT_EQ(whole("\u4ECA\u3059\u3050\u8CFC\u5165\uFF01\u6B8B\u308A\u308F\u305A\u304B"), "ja");
  EXPECT_EQ(whole(""), "");
  EXPECT_EQ(whole("<b>Jetzt</b><p>kaufen</p><p>Nur noch heute</p><p>solange der Vorrat reicht</p>",
                  Markup::html),
            "de");
}

TEST(CopyLanguage, OfAFileInTwoOnlyTheForeignBlocksAreLeftOut) {
  const std::string source =
      "Act now, before it is gone. Thank you for all that you do for us.\n\n" +
      std::string(kGerman) + "\n\nJetzt kaufen";
  CopyLanguage language(source, Markup::plain, {});
  EXPECT_EQ(language.whole(), "");
  int left_out = 0;
  cut_prose(source, Markup::plain,
            [&](const CopyBlock& block) { left_out += language.leaves_out(block) ? 1 : 0; });
  EXPECT_EQ(left_out, 1);
  EXPECT_EQ(language.left_out().language, "de");
  EXPECT_FALSE(language.left_out().whole);
}

}  // namespace
}  // namespace attune
