// SPDX-License-Identifier: Apache-2.0
#include "understand/understand.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(Understand, RefusesAFolderWithoutModels) {
  const auto understander = Understander::load("/nowhere");
  ASSERT_FALSE(understander);
  EXPECT_EQ(understander.error().fault, Fault::not_found);
}

class Feelings : public ::testing::Test {
 protected:
  Feelings() : understander_(Understander::load(ATTUNE_SOURCE_DIR "/models")) {}

  [[nodiscard]] Reading read(std::string_view text) {
    EXPECT_TRUE(understander_);
    return understander_->read(text, state_);
  }

  Result<Understander> understander_;
  Understander::State state_;
};

TEST_F(Feelings, ACustomersDryComplaintIsAnnoyedAndThanksAreGlad) {
  const auto p = [&](std::string_view text, Feeling feeling) {
    return read(text).feelings[static_cast<std::size_t>(feeling)];
  };
  for (const char* complaint : {"The app crashes every time I open the basket.",
                                "Third email about the same invoice and still no answer.",
                                "Charged twice for one ticket, refund refused."}) {
    EXPECT_GT(p(complaint, Feeling::annoyed), .5F) << complaint;
    EXPECT_LT(p(complaint, Feeling::glad), .3F) << complaint;
  }
  for (const char* thanks : {"Thank you so much, the courier was lovely and right on time!",
                             "Great service, the staff were friendly and helpful."}) {
    EXPECT_GT(p(thanks, Feeling::glad), .5F) << thanks;
    EXPECT_LT(p(thanks, Feeling::annoyed), .4F) << thanks;
  }
}

TEST_F(Feelings, AreProbabilitiesOfAnyBytes) {
  for (const char* text : {"", "\xff\xfe", "😡", "?", "a. b. c. d. e. f. g.", "Danke!"}) {
    const Reading reading = read(text);
    for (const float p : reading.feelings) {
      EXPECT_GE(p, 0) << text;
      EXPECT_LE(p, 1) << text;
    }
    for (const float p : reading.emotions) {
      EXPECT_GE(p, 0) << text;
      EXPECT_LE(p, 1) << text;
    }
  }
}

}  // namespace
}  // namespace attune
