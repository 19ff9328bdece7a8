// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/columns.h"

#include "listen/listen_testing.h"
#include "listen/plan/fold.h"
#include "listen/plan/header_words.h"
#include "listen/plan/values.h"

namespace attune {
namespace {

using testing::hear;
using testing::Heard;
using testing::mapped;
using testing::Texts;

/// The column found for `field` in a file with this header and rows like the one given.
std::string found(Field field, const std::string& header, const std::string& row) {
  std::string file = header + "\n";
  for (int i = 0; i < 8; ++i) {
    std::string line = row;
    for (std::size_t at = line.find('#'); at != std::string::npos; at = line.find('#')) {
      line.replace(at, 1, std::to_string(i));
    }
    file += line + "\n";
  }
  const Heard got = hear(file);
  if (!got.error.empty()) return "";
  const auto& names = got.intake.mappings.at(0)[field];
  return names->empty() ? "" : names->front();
}

TEST(Columns, TextIsFoundInManyTongues) {
  for (const std::string name :
       {"body", "Review Text", "reviewText", "feedback", "Comment", "message", "review",
        "Kommentar", "Nachricht", "Bewertungstext", "commentaire", "Comentarios", "opinión",
        "Treść", "Recensione", "Consumer complaint narrative", "customer_feedback", "data.body"}) {
    EXPECT_EQ(found(Field::text, "id,date," + name + ",source",
                    "a#,2020-01-0#,these words are number # of them,web"),
              name);
  }
}

TEST(Columns, TextIsFoundByWhatItHolds) {
  EXPECT_EQ(found(Field::text, "k,q1,q2,q3", "a#,5,yes,I waited for # days and nobody came"), "q3");
}

TEST(Columns, GoldAndMetadataAreNeverText) {
  EXPECT_EQ(found(Field::text, "text,sentiment_gold,review_summary_label",
                  "bad # day,negative words here # now,many words in a label #"),
            "text");
  EXPECT_EQ(found(Field::text, "review_title,product_category,review",
                  "a nice title # of words,shoes,the review # itself"),
            "review");
  EXPECT_EQ(found(Field::text, "context,reply_label", "what was said before # now,a b c d e #"),
            "");
}

TEST(Columns, TheOtherFieldsAreFoundToo) {
  const std::string header =
      "Ticket ID,Customer ID,created_at,stars,airline,submitted_via,language,"
      "in_reply_to,sender_type,purposes,feedback";
  const std::string row =
      "t#,c#,2020-01-0# 10:00:00,4,Acme Air,web,en,t1,agent,analysis,some words #";
  EXPECT_EQ(found(Field::id, header, row), "Ticket ID");
  EXPECT_EQ(found(Field::person, header, row), "Customer ID");
  EXPECT_EQ(found(Field::time, header, row), "created_at");
  EXPECT_EQ(found(Field::rating, header, row), "stars");
  EXPECT_EQ(found(Field::brand, header, row), "airline");
  EXPECT_EQ(found(Field::channel, header, row), "submitted_via");
  EXPECT_EQ(found(Field::lang, header, row), "language");
  EXPECT_EQ(found(Field::in_reply_to, header, row), "in_reply_to");
  EXPECT_EQ(found(Field::role, header, row), "sender_type");
  EXPECT_EQ(found(Field::purposes, header, row), "purposes");
  EXPECT_EQ(found(Field::text, header, row), "feedback");
}

TEST(Columns, ContentOverrulesTheName) {
  EXPECT_EQ(found(Field::time, "text,date", "some words #,soon #"), "");
  EXPECT_EQ(found(Field::id, "text,conversation_id", "some words #,same"), "");
  EXPECT_EQ(found(Field::rating, "text,rating", "some words #,high"), "");
  EXPECT_EQ(found(Field::role, "text,speaker", "some words #,A"), "");
  // "Bewertung" is a rating here and a review there.
  EXPECT_EQ(found(Field::rating, "Bewertung,Kommentar", "4,ganz gut war es #"), "Bewertung");
  EXPECT_EQ(found(Field::text, "Sterne,Bewertung", "4,ganz gut war es am Tag #"), "Bewertung");
}

TEST(Columns, TheGuessIsSaidWithItsConfidence) {
  EXPECT_TRUE(hear("body,created_at\nmany good words stand here,2020-01-01\n")
                  .says("text from column `body` (99 % sure)"));
}

TEST(Columns, AFileWithoutTextIsRefusedWithItsColumns) {
  const Heard got = hear("id,date,amount\n1,2020-01-01,5\n2,2020-01-02,7\n");
  EXPECT_NE(got.error.find("`amount`"), std::string::npos);
  EXPECT_NE(got.error.find("--map text="), std::string::npos);
}

TEST(Columns, ATitleJoinsTheTextAfterIt) {
  const Heard got =
      hear("title,review\nGood value,I would buy it again\nI would,I would not\n,Fine so\n");
  EXPECT_EQ(got.texts(), (Texts{"I would buy it again\nGood value", "I would not", "Fine so"}));
  EXPECT_EQ(hear("title,review\nGood,I would buy\n", mapped("text=review")).texts(),
            (Texts{"I would buy"}));
  // The name of a product, over and over, is no title of a review.
  EXPECT_EQ(found(Field::title,
                  "title,review\nx,y\na,b\nc,d\ne,f\ng,h\na,b\na,b\na,b\na,b\na,b\na,b\na,b\n"
                  "a,b\na,b",
                  "Kettle,words about it #"),
            "");
}

TEST(Columns, OtherColumnsOfWordsAreMentioned) {
  EXPECT_TRUE(hear("comment,improve\nit was a very good day,make it cheaper for all of us\n")
                  .says("--map text=comment+improve"));
}

TEST(Values, RatingsAreReadAsPeopleWriteThem) {
  EXPECT_EQ(parse_rating("4"), 4);
  EXPECT_EQ(parse_rating(" 4,5 "), 4.5);
  EXPECT_EQ(parse_rating("3/5"), 3);
  EXPECT_EQ(parse_rating("4 stars"), 4);
  EXPECT_EQ(parse_rating("5 von 5 Sternen"), 5);
  EXPECT_EQ(parse_rating("★★★☆☆"), 3);
  for (const std::string_view none : {"", "good", "1e999", "nan", "4 days", "2020-01-01"}) {
    EXPECT_EQ(parse_rating(none), std::nullopt) << none;
  }
}

TEST(Values, RolesAreReadFromWordsAndBooleans) {
  EXPECT_EQ(parse_role("Customer", "role"), Role::customer);
  EXPECT_EQ(parse_role("end-user", "role"), Role::customer);
  EXPECT_EQ(parse_role("AGENT", "role"), Role::brand);
  EXPECT_EQ(parse_role("True", "inbound"), Role::customer);
  EXPECT_EQ(parse_role("false", "inbound"), Role::brand);
  EXPECT_EQ(parse_role("true", "is_agent"), Role::brand);
  EXPECT_EQ(parse_role("A", "speaker"), std::nullopt);
}

TEST(Values, PurposesAreAListInManyForms) {
  const std::vector<std::string> both = {"analysis", "sending"};
  for (const std::string_view value : {"analysis,sending", "[\"analysis\", \"sending\"]",
                                       "analysis; sending", "analysis|sending"}) {
    EXPECT_EQ(parse_purposes(value), both) << value;
  }
  EXPECT_TRUE(parse_purposes("[]").empty());
}

TEST(Words, NamesFoldToOneForm) {
  for (const std::string_view name :
       {"Review Text", "reviewText", "REVIEW-TEXT", " review_text "}) {
    EXPECT_EQ(fold_name(name), "review_text") << name;
  }
  EXPECT_EQ(fold_name("Rückmeldung"), "rueckmeldung");
  EXPECT_EQ(fold_name("Date de création"), "date_de_creation");
  EXPECT_EQ(fold_name("评论"), "评论");
  EXPECT_EQ(fold_name("\xff"), "");
}

TEST(Words, PlaceholdersAreNobody) {
  for (const std::string_view name : {"A Google user", "anonymous", "N/A", "-", "guest",
                                      "Deleted User", "unknown", "Amazon Customer", "0", "null"}) {
    EXPECT_TRUE(is_placeholder_person(name)) << name;
  }
  for (const std::string_view name : {"Ann", "user17", "c-20", "Guestave", "X Æ"}) {
    EXPECT_FALSE(is_placeholder_person(name)) << name;
  }
}

}  // namespace
}  // namespace attune
