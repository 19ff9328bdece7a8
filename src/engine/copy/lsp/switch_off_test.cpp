// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/switch_off.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "lint/suppress.h"

namespace attune::lsp {
namespace {

constexpr std::string_view kRule = "false-urgency-hurry";

/// The text with the rule switched off at "Act now!", or "" where that is not offered.
std::string switched(std::string_view name, std::string_view text) {
  const auto comment = switch_off(text, name, kRule, text.find("Act now!"));
  if (!comment) return {};
  std::string made(text);
  made.insert(comment->at, comment->words);
  const auto at = static_cast<std::uint32_t>(made.find("Act now!"));
  EXPECT_TRUE(Suppressions(made).covers(kRule, {at, at + 8})) << made;
  EXPECT_FALSE(Suppressions(made).covers("guilt-debt", {at, at + 8})) << made;
  return made;
}

TEST(SwitchOff, TheCommentStandsBehindTheWordsOfTheLine) {
  EXPECT_EQ(switched("a/mail.html", "<p>\r\n\tAct now!\r\n</p>"),
            "<p>\r\n\tAct now! <!-- attune-disable-line false-urgency-hurry -- say why it is right "
            "here -->\r\n</p>");
  EXPECT_EQ(switched("a.md", "Act now!  \nBye."),
            "Act now! <!-- attune-disable-line false-urgency-hurry -- say why it is right here -->"
            "  \nBye.");
}

TEST(SwitchOff, EveryTemplateHasItsOwnComment) {
  constexpr std::array<std::array<std::string_view, 3>, 6> kOwn = {
      {{"a.txt.j2", " {# ", " #}"},
       {"a.md.liquid", " {% comment %} ", " {% endcomment %}"},
       {"a.html.hbs", " {{! ", " }}"},
       {"a.txt.erb", " <%# ", " %>"},
       {"a.mdx", " {/* ", " */}"},
       {"a.vue", " <!-- ", " -->"}}};
  for (const auto& [name, open, close] : kOwn) {
    EXPECT_EQ(switched(name, "Hello {{ name }}.\nAct now!\nBye."),
              "Hello {{ name }}.\nAct now!" + std::string(open) +
                  "attune-disable-line false-urgency-hurry -- say why it is right here" +
                  std::string(close) + "\nBye.");
  }
}

TEST(SwitchOff, NothingIsOfferedWhereACommentWouldBeSentOrBreakSomething) {
  EXPECT_EQ(switched("mail.txt", "Act now!"), "");
  EXPECT_EQ(switched("mail", "Act now!"), "");
  EXPECT_EQ(switched("a.html", "Act now! <a\nhref=x>"), "");
  EXPECT_EQ(switched("a.html", "<img alt='Act now!\n'>"), "");
  EXPECT_EQ(switched("a.html", "<TITLE lang=en>\nAct now!\n</title>"), "");
  EXPECT_EQ(switched("a.html.j2", "<p>Act now! {% if\na %}"), "");
  EXPECT_EQ(switched("a.md", "---\nsubject: Act now!\n---\n"), "");
  EXPECT_NE(switched("a.html", "<title>Act now!</title>"), "");
  EXPECT_NE(switched("a.html", "3 < 4: Act now!"), "");
  EXPECT_NE(switched("a.md", "---\na: b\n---\nAct now!"), "");
}

}  // namespace
}  // namespace attune::lsp
