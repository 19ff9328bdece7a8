// SPDX-License-Identifier: Apache-2.0
#include "base/near_name.h"

#include <gtest/gtest.h>

#include <array>

namespace attune {
namespace {

TEST(NearName, EditsAreLettersPutInLeftOutChangedOrSwapped) {
  EXPECT_EQ(edits_between("guilt", "guilt"), 0U);
  EXPECT_EQ(edits_between("gilt", "guilt"), 1U);
  EXPECT_EQ(edits_between("guiltt", "guilt"), 1U);
  EXPECT_EQ(edits_between("gualt", "guilt"), 1U);
  EXPECT_EQ(edits_between("giult", "guilt"), 1U);
  EXPECT_EQ(edits_between("", "guilt"), 5U);
  EXPECT_EQ(edits_between("kitten", "sitting"), 3U);
}

TEST(NearName, TheNearestIsMeantAndWhatIsFarIsNot) {
  constexpr auto kKnown = std::to_array<std::string_view>({"stock", "sources", "offer_ends"});
  EXPECT_EQ(near_name("stok", kKnown), "stock");
  EXPECT_EQ(near_name("source", kKnown), "sources");
  EXPECT_EQ(near_name("Offer-Ends", kKnown), "offer_ends");
  EXPECT_EQ(near_name("refund_days", kKnown), "");
  EXPECT_EQ(near_name("x", std::to_array<std::string_view>({"y"})), "");
  EXPECT_EQ(near_name(std::string(5000, 's'), kKnown), "");
  EXPECT_EQ(did_you_mean("stokc", kKnown), "; did you mean \"stock\"?");
  EXPECT_EQ(did_you_mean("weather", kKnown), "");
}

}  // namespace
}  // namespace attune
