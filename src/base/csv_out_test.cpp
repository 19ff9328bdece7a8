// SPDX-License-Identifier: Apache-2.0
#include "base/csv_out.h"

#include <gtest/gtest.h>

#include <vector>

namespace attune {
namespace {

std::string cell(std::string_view text, CsvQuotes quotes = CsvQuotes::where_needed) {
  std::string out;
  put_csv_cell(out, text, quotes);
  return out;
}

TEST(CsvOut, QuotesWhatNeedsIt) {
  EXPECT_EQ(cell(""), "");
  EXPECT_EQ(cell("plain"), "plain");
  EXPECT_EQ(cell("a,b"), "\"a,b\"");
  EXPECT_EQ(cell("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(cell("plain", CsvQuotes::always), "\"plain\"");
}

TEST(CsvOut, RunsNoFormula) {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
    EXPECT_EQ(cell(text).substr(0, 2), "\"'") << text;
    EXPECT_EQ(cell(text, CsvQuotes::always).substr(0, 2), "\"'") << text;
  }
  EXPECT_EQ(cell("hello;=1+1"), "\"hello;'=1+1\"");
  EXPECT_EQ(cell("fine\n@cmd|' /C calc'!A0"), "\"fine\n'@cmd|' /C calc'!A0\"");
  EXPECT_EQ(cell("a\t=1\r-SUM(1)"), "\"a\t'=1\r'-SUM(1)\"");
}

TEST(CsvOut, LeavesSmileysMentionsAndListsAlone) {
  EXPECT_EQ(cell("a;@you thanks;-D (me)"), "\"a;@you thanks;-D (me)\"");
  EXPECT_EQ(cell("- \none\n- two"), "\"'- \none\n- two\"");
}

TEST(CsvOut, ARowIsOneLine) {
  std::string out;
  put_csv_row(out, std::vector<std::string>{"1", "a,b", ""});
  EXPECT_EQ(out, "1,\"a,b\",\n");
}

}  // namespace
}  // namespace attune
