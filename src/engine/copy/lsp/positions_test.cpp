// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/lsp/positions.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace attune::lsp {
namespace {

TEST(Positions, ThereAndBackIsTheSameByteAtEveryCharacter) {
  const std::string_view text = "a\r\n\xF0\x9F\x98\x80\xC3\xA9z\r\rb\n\nc";
  for (const Units units : {Units::utf16, Units::utf8}) {
    const Positions places(text, units);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (!at_character(text, at) || at == 2) continue;  // 2 lies within CR LF.
      EXPECT_EQ(places.offset(places.at(at)), at);
    }
  }
}

TEST(Positions, ColumnsCountWhatTheEditorCounts) {
  const std::string_view text = "x\n\xF0\x9F\x98\x80\xC3\xA9z";
  EXPECT_EQ(Positions(text, Units::utf16).at(8).character, 3U);
  EXPECT_EQ(Positions(text, Units::utf8).at(8).character, 6U);
  EXPECT_EQ(Positions(text, Units::utf16).offset({1, 3}), 8U);
  EXPECT_EQ(Positions(text, Units::utf16).offset({1, 1}), 2U);  // Within a pair: its beginning.
}

TEST(Positions, WhatLiesOutsideIsTheNearestEnd) {
  const Positions places("ab\r\nc", Units::utf16);
  EXPECT_EQ(places.offset({0, 99}), 2U);
  EXPECT_EQ(places.offset({1, 4294967295}), 5U);
  EXPECT_EQ(places.offset({9, 0}), 5U);
  EXPECT_EQ(places.at(99).line, 1U);
  EXPECT_EQ(Positions("", Units::utf8).offset({3, 3}), 0U);
}

}  // namespace
}  // namespace attune::lsp
