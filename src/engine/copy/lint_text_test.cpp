// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lint_text.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "lint/document.h"

namespace attune {
namespace {

namespace fs = std::filesystem;

/// A folder with settings, and what is found in texts that stand in it.
class LintText : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  void settings(const std::string& name, const std::string& words) const {
    std::ofstream(folder_ / name) << words;
  }
  [[nodiscard]] Result<TextOutcome> lint(std::string_view text, const std::string& name) const {
    static const Rules rules = *Rules::load("models/rules");
    return lint_text(text, (folder_ / name).string(), LintOptions{}, {rules});
  }

 private:
  const fs::path folder_ = fs::path(::testing::TempDir()) / "attune lint_text_test";
};

TEST_F(LintText, TheNameTellsTheMarkup) {
  EXPECT_EQ(lint("`Act now!`", "mail.md")->findings.size(), 0U);
  EXPECT_EQ(lint("`Act now!`", "mail.txt")->findings.size(), 1U);
}

TEST_F(LintText, SettingsOfTheFolderHoldAndAreReadAnew) {
  settings(".attune.yaml", "rules: {false-urgency: error}\npaths: {'old/*': {ignore: true}}\n");
  EXPECT_EQ(lint("Act now!", "mail.txt")->findings.at(0).severity, Severity::error);
  EXPECT_EQ(lint("Act now!", "old/mail.txt")->findings.size(), 0U);
  settings(".attune.yaml", "rules: {false-urgency: off}\n");
  EXPECT_EQ(lint("Act now!", "mail.txt")->findings.size(), 0U);
  settings(".attune.yaml", "rulez: {}\n");
  const auto refused = lint("Act now!", "mail.txt");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("rulez"), std::string::npos);
}

TEST_F(LintText, ABaselineExcusesWhatItKnowsByTheNameInItsFolder) {
  settings(".attune.yaml", "baseline: known.txt\n");
  settings("known.txt", "");
  const std::string_view text = "Act now!";
  const auto before = lint(text, "mail.txt");
  ASSERT_EQ(before->findings.size(), 1U);
  const Finding& finding = before->findings[0];
  EXPECT_EQ(finding.file, "mail.txt");
  settings("known.txt", hex64(fingerprint(finding, finding.span.of(text))) + " " +
                            std::string(finding.rule) + " mail.txt\n");
  EXPECT_EQ(lint(text, "mail.txt")->findings.size(), 0U);
  EXPECT_EQ(lint(text, "other.txt")->findings.size(), 1U);
}

}  // namespace
}  // namespace attune
