// SPDX-License-Identifier: Apache-2.0
#include "lint/prose/prose.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/random.h"
#include "lint/prose/front_matter.h"
#include "lint/prose/template_comments.h"

namespace attune {
namespace {

std::vector<std::string> blocks(std::string_view source, Markup markup, const CopyKeys& keys = {}) {
  std::vector<std::string> texts;
  cut_prose(
      source, markup, [&](const CopyBlock& block) { texts.push_back(block.text); }, keys);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(TemplateComments, OfEveryEngineAreNotProse) {
  const std::string_view comments[] = {
      "{% comment %}hurry{% endcomment %}",
      "{%- comment -%}\nhurry\n\nhurry\n{%- endcomment -%}",
      "{% comment \"why\" %}hurry {{ a }} {% if b %}{% endcomment %}",
      "{% comment %}a{% comment %}hurry{% endcomment %}hurry{% endcomment %}",
      "{# hurry #}",
      "{#- hurry\n\nlast chance -#}",
      "{{!-- hurry }} {{ hurry --}}",
      "{{~!-- hurry --~}}",
      "{{! hurry\nlast chance }}",
      "{{-- hurry --}}",
      "<%# hurry %>",
      "<%# hurry\n\n last chance %>",
      "<%-- hurry %> hurry --%>",
      "{/* hurry\n last chance */}",
      "{% # hurry %}",
      "{% doc %} hurry {% enddoc %}",
      "{% schema %} {\"name\": \"hurry\"} {% endschema %}",
      "{%- liquid\n assign hurry = 'last chance'\n-%}",
      "<%\n hurry = 'last chance'\n%>",
  };
  for (const std::string_view comment : comments) {
    const std::string source = std::string(comment) + "Hello.";
    for (const Markup markup : {Markup::plain, Markup::markdown, Markup::html})
      EXPECT_EQ(blocks(source, markup), Texts{"Hello."}) << comment;
  }
}

TEST(TemplateComments, WhatNothingClosesOrWhatPrintsIsProse) {
  EXPECT_EQ(blocks("{% comment %}Act now", Markup::plain), Texts{"Act now"});
  EXPECT_EQ(blocks("{# Act now", Markup::plain), Texts{"{# Act now"});
  EXPECT_EQ(blocks("{{#if a}}Act now{{/if}} #}", Markup::plain), Texts{"Act now #}"});
  EXPECT_TRUE(template_comments("{#if a}Act now{/if} #}", 0).empty());
  EXPECT_EQ(blocks("{% if a %}Act{% else %} now{% endif %}", Markup::html), Texts{"Act now"});
  EXPECT_TRUE(template_comments("<%= a %> {{ b }} {% c %} {{# d }}", 0).empty());
}

/// The slow twin of places: a byte that was copied is the byte that stands there.
TEST(TemplateComments, EveryByteThatIsLeftStandsWhereItStood) {
  const std::string_view pieces[] = {
      "{%", "%}",  "{#",    "#}",         "{{!",    "}}",          "--",    " comment ", "<%",
      "%>", "#",   "word",  "\n\n",       "    ",   "endcomment ", "---\n", "a: b ",     ">",
      "* ", "<p>", "&amp;", "\U0001F600", "\r\n\t", "\"",          "'",     "subject: "};
  Random random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string source = round % 3 == 0 ? "---\n" : "";
    for (std::size_t i = random.below(40); i > 0; --i)
      source += pieces[random.below(std::size(pieces))];
    for (const Markup markup : {Markup::plain, Markup::markdown, Markup::html, Markup::mail}) {
      cut_prose(source, markup, [&](const CopyBlock& block) {
        for (std::uint32_t at = 0; at < block.text.size(); ++at) {
          const Span place = block.in_source({at, at + 1});
          ASSERT_LT(place.begin, place.end) << source;
          ASSERT_LE(place.end, source.size()) << source;
          if (place.size() == 1 && block.text[at] != ' ' && block.text[at] != '\n') {
            ASSERT_EQ(source[place.begin], block.text[at]) << source;
          }
        }
      });
    }
  }
}

TEST(FrontMatter, OnlyKeysThatHoldCopyAreProseInEveryMarkup) {
  const std::string_view source =
      "---\r\nlayout: last-chance\r\nsubject: \"Act \\u006eow\"\r\npreview_text: 'It''s on'\r\n"
      "tags:\r\n  - hurry\r\nmail:\r\n  title: >\r\n    Only\r\n    3 left\r\n---\r\nHello.";
  for (const Markup markup : {Markup::plain, Markup::markdown, Markup::html}) {
    EXPECT_EQ(blocks(source, markup), (Texts{"Act now", "It's on", "Only 3 left\n", "Hello."}));
  }
  CopyKeys keys;
  keys.front_matter = {"Layout"};
  EXPECT_EQ(blocks(source, Markup::html, keys), (Texts{"last-chance", "Hello."}));
}

TEST(FrontMatter, ThatIsNoYamlIsReadByLines) {
  EXPECT_EQ(blocks("---\nsubject: {{ name }}: act now\nlayout: hurry\n---\nHello.", Markup::html),
            (Texts{"\uFFFC: act now", "Hello."}));
  EXPECT_EQ(blocks("+++\ntitle = \"Act now\"\nlayout = \"hurry\"\n+++\nHello.", Markup::markdown),
            (Texts{"Act now", "Hello."}));
}

TEST(FrontMatter, RulesAroundASentenceAreNone) {
  EXPECT_EQ(find_front_matter("---\nAct now\n---\n", 0).body, 0U);
  EXPECT_EQ(find_front_matter("Hello\n---\nsubject: x\n---\n", 0).body, 0U);
  EXPECT_EQ(find_front_matter("---\nsubject: x\n", 0).body, 0U);
  EXPECT_EQ(blocks("---\nAct now\n---\n", Markup::plain).size(), 1U);
}

TEST(Mail, TheSubjectAndThePartsThatPeopleReadAreProse) {
  const std::string_view source =
      "From: a@example.org\r\nSubject: Act\r\n now\r\n"
      "Content-Type: multipart/alternative; boundary=\"x y\"\r\n\r\npreamble\r\n"
      "--x y\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nDon=E2=80=99t mi=\r\nss out\r\n"
      "--x y\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      "PHA+SHVycnk8\r\nL3A+\r\n"
      "--x y\r\nContent-Type: image/png\r\n\r\nhurry\r\n--x y--\r\nhurry\r\n";
  std::vector<std::string> texts;
  std::vector<std::string> written;
  cut_prose(source, Markup::mail, [&](const CopyBlock& block) {
    texts.push_back(block.text.substr(0, block.text.find_last_not_of(" \r\n") + 1));
    const auto end = static_cast<std::uint32_t>(texts.back().size());
    written.emplace_back(block.in_source({0, end}).of(source));
  });
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[1], "Don\u2019t miss out");
  EXPECT_EQ(written[1], "Don=E2=80=99t mi=\r\nss out");
  EXPECT_EQ(texts[2], "Hurry");
  EXPECT_EQ(written[2], "SHVycnk");
}

TEST(Mail, WithoutHeadersItIsPlainText) {
  EXPECT_EQ(blocks("Act now, please", Markup::mail), Texts{"Act now, please"});
  EXPECT_TRUE(blocks("", Markup::mail).empty());
}

TEST(Markdown, IndentedCodeIsNotProseAndListsAre) {
  EXPECT_EQ(blocks("Text\n\n    hurry\n\n\thurry\n\nMore", Markup::markdown),
            (Texts{"Text ", "More"}));
  EXPECT_EQ(blocks("Text\n    goes on", Markup::markdown), Texts{"Text goes on"});
  EXPECT_EQ(blocks("# Head\n    hurry", Markup::markdown), Texts{" Head\n"});
  EXPECT_EQ(blocks("- item\n\n  more\n\n      hurry\n\n  end", Markup::markdown),
            (Texts{" item ", "more ", "end"}));
  EXPECT_EQ(blocks("1. one\n    - two\n        - three\n\n          goes on", Markup::markdown),
            (Texts{" one ", " two ", " three ", "goes on"}));
}

}  // namespace
}  // namespace attune
