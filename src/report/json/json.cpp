// SPDX-License-Identifier: Apache-2.0
#include "report/json/json.h"

#include <array>
#include <set>

#include "report/headline.h"
#include "report/json/json_parts.h"
#include "report/json/memory_json.h"
#include "report/json/round_fields.h"
#include "report/words.h"

namespace attune {

namespace {

namespace field = round_field;

/// The keys of a quote, inside an object.
void quote_json(JsonOut& out, const Quote& quote) {
  out.key("id").id(quote.id);
  span_json(out, quote.span);
  out.key("text").string(quote.text).key("row").number(quote.row);
}

void quotes_json(JsonOut& out, std::string_view name, const std::vector<Quote>& quotes) {
  out.key(name).begin_array();
  for (const Quote& quote : quotes) {
    out.begin_object();
    quote_json(out, quote);
    out.end_object();
  }
  out.end_array();
}

void optional_text(JsonOut& out, std::string_view name, std::string_view text) {
  out.key(name);
  if (text.empty()) {
    out.null();
  } else {
    out.string(text);
  }
}

/// How many messages read as each group of feelings; of a topic, beside all messages.
void groups_json(JsonOut& out, const FeelingShares& groups) {
  out.key("groups").begin_object();
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    const FeelingShare& share = groups[f];
    out.key(kFeelingNames[f]).begin_object().key("share").number(share.share);
    out.key("low").number(share.interval.low).key("high").number(share.interval.high);
    out.key("n").number(share.messages).key("unsure").number(share.unsure);
    out.key("all").number(share.all).end_object();
  }
  out.end_object();
}

void feelings_json(JsonOut& out, const std::vector<EmotionShare>& feelings) {
  out.key("feelings").begin_object();
  for (const EmotionShare& feeling : feelings) {
    out.key(kEmotions[feeling.emotion]).number(feeling.share);
  }
  out.end_object();
}

/// Those of the feelings that are strong enough to be named, in the same order.
void named_json(JsonOut& out, const std::vector<EmotionShare>& feelings) {
  out.key("feelings_named").begin_array();
  for (const EmotionShare& feeling : feelings) {
    if (feeling.named) out.string(kEmotions[feeling.emotion]);
  }
  out.end_array();
}

/// How many times as often as in all messages: beside `feelings`, in the same order.
void lifts_json(JsonOut& out, const std::vector<EmotionShare>& feelings) {
  out.key("feelings_against_all").begin_object();
  for (const EmotionShare& feeling : feelings) {
    out.key(kEmotions[feeling.emotion]).number(feeling.lift);
  }
  out.end_object();
}

void priority_json(JsonOut& out, const Topic& topic) {
  out.key("severity").number(topic.severity);
  out.key("severity_grade").string(name_in(kSeverityGradeNames, topic.severity_grade));
  out.key("score").number(topic.score);
  out.key("priority").begin_object().key("reach").number(topic.priority.reach);
  out.key("severity").number(topic.priority.severity);
  out.key("trend").number(topic.priority.trend);
  out.key("driver").number(topic.priority.driver).end_object();
  out.key("associated_with");
  if (!topic.driver.known) {
    out.null();
    return;
  }
  out.begin_object().key("outcome").string(topic.driver.rating ? "rating" : "valence");
  out.key("difference").number(topic.driver.effect).key("interval");
  interval_json(out, topic.driver.interval);
  out.key("direction").string(name_in(kDirectionNames, topic.driver.direction));
  out.key("share").number(topic.driver.share).key("of").number(topic.driver.of).end_object();
}

void opportunity_json(JsonOut& out, const TextOpportunity& opportunity) {
  out.key("opportunity").begin_object().key("estimated_from").string("text");
  out.key("importance").number(opportunity.importance);
  out.key("satisfaction").number(opportunity.satisfaction);
  out.key("score").number(opportunity.score);
  out.key("grade").string(name_in(kOpportunityGradeNames, opportunity.grade)).end_object();
}

void trend_json(JsonOut& out, const Trend& trend) {
  out.key("trend").begin_object();
  out.key("verdict").string(name_in(kTrendVerdictNames, trend.verdict));
  out.key("ratio").number(trend.ratio).key("interval");
  interval_json(out, trend.interval);
  out.key("since").string(trend.since).key("significant").boolean(trend.significant);
  out.key("known").boolean(trend.known).key("buckets").begin_array();
  for (const Bucket& bucket : trend.buckets) {
    out.begin_object().key("from").string(bucket.from);
    out.key("count").number(bucket.count).key("of").number(bucket.of).end_object();
  }
  out.end_array().end_object();
}

void facets_json(JsonOut& out, const std::vector<Facet>& facets) {
  out.key("facets").begin_array();
  for (const Facet& facet : facets) {
    out.begin_object().key("theme").string(facet.theme).key("name").string(facet.name);
    out.key("people").number(facet.reach.count).key("share").number(facet.reach.value());
    out.key("interval");
    interval_json(out, facet.reach.interval);
    out.end_object();
  }
  out.end_array();
}

void no_topic_json(JsonOut& out, const LooseStruggles& loose) {
  out.key("no_topic").begin_object().key("reach").begin_object();
  share_json(out, loose.reach);
  out.end_object();
  quotes_json(out, "evidence", loose.evidence);
  out.end_object();
}

void topic_json(JsonOut& out, const Topic& topic, bool ranked) {
  out.begin_object().key("rank").number(topic.rank);
  if (ranked) {
    out.key("rank_interval").begin_array();
    out.number(topic.rank_low).number(topic.rank_high).end_array();
  }
  out.key("theme").string(topic.theme).key("name").string(topic.name);
  words_json(out, "keywords", topic.keywords);
  out.key("people").number(topic.reach.count).key("messages").number(topic.messages);
  out.key("share").number(topic.reach.value()).key("interval");
  interval_json(out, topic.reach.interval);
  if (ranked) {
    facets_json(out, topic.facets);
    priority_json(out, topic);
  }
  if (topic.opportunity) opportunity_json(out, *topic.opportunity);
  groups_json(out, topic.groups);
  feelings_json(out, topic.feelings);
  lifts_json(out, topic.feelings);
  named_json(out, topic.feelings);
  out.key("causes").begin_array();
  for (const Cause& cause : topic.causes) {
    out.begin_object().key("id").id(cause.quote.id);
    span_json(out, cause.quote.span);
    out.key("text").string(cause.quote.text).key("row").number(cause.quote.row);
    out.key("people").number(cause.people).end_object();
  }
  out.end_array().key("unexplained").number(topic.unexplained);
  trend_json(out, topic.trend);
  quotes_json(out, "quotes", topic.quotes);
  quotes_json(out, "evidence", topic.evidence);
  out.end_object();
}

void topics_json(JsonOut& out, std::string_view name, const std::vector<Topic>& topics,
                 bool ranked) {
  out.key(name).begin_array();
  for (const Topic& topic : topics) topic_json(out, topic, ranked);
  out.end_array();
}

void care_json(JsonOut& out, const std::vector<CareMessage>& care) {
  out.key("care").begin_array();
  for (const CareMessage& message : care) {
    out.begin_object();
    quote_json(out, message.passage);
    optional_text(out, "file", message.file);
    optional_text(out, "date", message.date);
    out.key("danger").boolean(message.danger());
    out.key("signs").begin_array();
    for (const CareWords& sign : message.signs) {
      out.begin_object().key("kind").string(kCareNames[static_cast<std::size_t>(sign.kind)]);
      span_json(out, sign.span);
      out.key("text").string(sign.text).key("p").number(static_cast<double>(sign.p)).end_object();
    }
    out.end_array().end_object();
  }
  out.end_array();
}

void overall_json(JsonOut& out, const Feelings& feelings) {
  out.key(field::kSentiment).begin_object();
  const std::array<std::pair<std::string_view, const Share*>, 3> shares = {
      {{field::kNegative, &feelings.negative},
       {"neutral", &feelings.neutral},
       {"positive", &feelings.positive}}};
  for (const auto& [name, share] : shares) {
    out.key(name).begin_object();
    share_json(out, *share);
    out.end_object();
  }
  out.end_object();
  groups_json(out, feelings.groups);
  feelings_json(out, feelings.overall);
  named_json(out, feelings.overall);
  out.key("feelings_over_time").begin_array();
  for (const FeelingPoint& point : feelings.points) {
    out.begin_object().key("from").string(point.from).key("messages").number(point.messages);
    for (std::size_t i = 0; i < feelings.emotions.size(); ++i) {
      out.key(kEmotions[feelings.emotions[i]]).number(point.shares[i]);
    }
    for (std::size_t f = 0; f < kFeelingCount; ++f)
      out.key(kFeelingNames[f]).number(point.groups[f]);
    out.end_object();
  }
  out.end_array();
}

void rating_scale_json(JsonOut& out, const RatingScale& scale) {
  out.key("rating_scale");
  if (!scale.known()) {
    out.null();
    return;
  }
  out.begin_object().key("low").number(scale.low).key("high").number(scale.high);
  out.key("stars").boolean(scale.stars).end_object();
}

void counts_json(JsonOut& out, const Explanation& explanation) {
  words_json(out, field::kFiles, explanation.files);
  out.key(field::kRead).number(explanation.read).key("used").number(explanation.used);
  out.key("rejected").number(explanation.rejected).key("duplicates").number(explanation.duplicates);
  out.key("unread").number(explanation.unread).key("counted").number(explanation.counted);
  const bool people = explanation.unit == Unit::people;
  out.key(field::kUnit).string(people ? field::kPeople : "messages").key("people");
  if (people) {
    out.number(explanation.people);
  } else {
    out.null();
  }
  out.key(field::kUnits).number(explanation.units).key(field::kPeriod);
  if (explanation.from.empty()) {
    out.null();
  } else {
    out.begin_object()
        .key(field::kFrom)
        .string(explanation.from)
        .key(field::kTo)
        .string(explanation.to)
        .end_object();
  }
  out.key("stretch");
  if (explanation.stretch == Stretch::none) {
    out.null();
  } else {
    out.string(name_in(kStretchNames, explanation.stretch));
  }
  rating_scale_json(out, explanation.rating_scale);
  out.key("assumed").begin_object();
  std::set<std::string_view> said;
  for (const Assumption& assumption : explanation.assumed) {
    // A key stands once; the terminal and the page show all.
    if (!said.insert(assumption.what).second) continue;
    out.key(assumption.what).begin_object().key("said").string(assumption.said);
    out.key("confidence").number(assumption.confidence).end_object();
  }
  out.end_object();
}

}  // namespace

std::string explanation_json(const Explanation& explanation) {
  JsonOut out;
  out.begin_object();
  counts_json(out, explanation);
  optional_text(out, "note", note_words(explanation));
  out.key("answer").string(name_in(kAnswerNames, explanation.answer));
  out.key("headline").string(headline(explanation));
  out.key("key_problems").number(explanation.key_problems);
  topics_json(out, field::kProblems, explanation.problems, true);
  out.key("ties").begin_array();
  for (const std::vector<std::uint32_t>& tie : explanation.ties) {
    out.begin_array();
    for (const std::uint32_t rank : tie) out.number(rank);
    out.end_array();
  }
  out.end_array();
  no_topic_json(out, explanation.no_topic);
  topics_json(out, "needs", explanation.needs, false);
  topics_json(out, "praise", explanation.praise, false);
  out.key("brands").begin_array();
  for (const Cohort& brand : explanation.brands) cohort_json(out, brand, explanation.unit);
  out.end_array();
  cohorts_json(out, explanation);
  out.key("questions_to_ask").begin_array();
  for (const OpenQuestion& question : explanation.questions_to_ask) {
    out.begin_object()
        .key("text")
        .string(question_words(question))
        .key("theme")
        .string(question.theme)
        .key("asks")
        .string(name_in(kUnknownNames, question.asks))
        .end_object();
  }
  out.end_array();
  out.key("content").begin_object();
  share_json(out, explanation.content);
  out.end_object();
  overall_json(out, explanation.feelings);
  care_json(out, explanation.care);
  compared_json(out, explanation.compared_with);
  prints_json(out, explanation);
  out.key("model").begin_object().key("name").string(explanation.model_name);
  out.key("sha256").string(explanation.model_sha256).end_object().end_object();
  out.newline();
  return out.take();
}

std::string themes_json(std::span<const Theme> themes, std::span<const Assignment> assignments,
                        std::span<const ThemeEvent> events, const ThemeMemory* memory,
                        const std::vector<std::string>& left_out) {
  JsonOut out;
  out.begin_object().key("themes").begin_array();
  for (const Theme& theme : themes) {
    out.begin_object().key("id").string(theme.id).key("name").string(theme.name);
    optional_text(out, "parent", theme.parent);
    words_json(out, "keywords", theme.keywords);
    out.key("people").number(theme.people).key("messages").number(theme.messages);
    quotes_json(out, "quotes", theme.quotes);
    out.end_object();
  }
  out.end_array().key("assignments").begin_array();
  for (const Assignment& assignment : assignments) {
    out.begin_object().key("id").id(assignment.id);
    span_json(out, assignment.span);
    optional_text(out, "theme", assignment.theme);
    if (assignment.theme.empty()) out.key("why").string(assignment.why);
    out.end_object();
  }
  out.end_array().key("events").begin_array();
  for (const ThemeEvent& event : events) {
    out.begin_object().key("kind").string(event.kind).key("theme").string(event.theme);
    out.key("name").string(event.name);
    words_json(out, "from", event.from);
    out.key("why").string(event.why).end_object();
  }
  out.end_array();
  words_json(out, "left_out", left_out);
  if (memory != nullptr) {
    out.key("memory");
    memory_json(out, *memory);
  }
  out.end_object();
  out.newline();
  return out.take();
}

}  // namespace attune
