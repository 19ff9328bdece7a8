// SPDX-License-Identifier: Apache-2.0
#include "report/report_testing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "base/calendar.h"

namespace attune {

namespace {

constexpr double kZ = 1.959964;  // Of a 95 % interval.

constexpr std::uint64_t kPeople = 3'977;
constexpr std::int64_t kFirstDay = 20'513;  // 2026-03-01.

Share share_of(std::uint64_t count, std::uint64_t of) {  // Wilson 1927.
  const auto n = static_cast<double>(of);
  const double p = static_cast<double>(count) / n;
  const double centre = (p + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
  const double half = kZ / (1 + kZ * kZ / n) * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  return {.count = count,
          .of = of,
          .interval = {.low = std::max(0.0, centre - half), .high = std::min(1.0, centre + half)}};
}

Quote quote(std::uint64_t row, std::string_view text) {
  return {.id = "r" + std::to_string(row),
          .span = {.begin = 0, .end = static_cast<std::uint32_t>(text.size())},
          .text = std::string(text),
          .row = row};
}

CareMessage care(std::uint64_t row, std::string_view text, Care kind, std::string_view words,
                 std::string date) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  const Span span{.begin = begin, .end = begin + static_cast<std::uint32_t>(words.size())};
  return {.passage = quote(row, text),
          .signs = {{.kind = kind, .span = span, .text = std::string(words), .p = 0.93F}},
          .date = std::move(date)};
}

std::size_t emotion(std::string_view name) {
  return static_cast<std::size_t>(std::find(kEmotions.begin(), kEmotions.end(), name) -
                                  kEmotions.begin());
}

/// The four groups of `messages` messages, beside those of all.
FeelingShares groups(std::uint64_t messages, const std::array<double, kFeelingCount>& shares) {
  constexpr std::array<double, kFeelingCount> kAll = {0.4, 0.3, 0.1, 0.35};
  FeelingShares out;
  for (std::size_t f = 0; f < kFeelingCount; ++f) {
    out[f] = {.share = shares[f],
              .interval = {.low = shares[f] * 0.7, .high = std::min(1.0, shares[f] * 1.3)},
              .messages = messages,
              .unsure = 0.12,
              .all = kAll[f]};
  }
  return out;
}

std::vector<EmotionShare> feelings(
    std::initializer_list<std::pair<std::string_view, double>> shares) {
  std::vector<EmotionShare> out;
  for (const auto& [name, share] : shares)
    out.push_back({.emotion = emotion(name), .share = share, .named = name != "neutral"});
  return out;
}

std::vector<Quote> evidence(std::initializer_list<std::string_view> texts, std::size_t count) {
  std::vector<Quote> out;
  std::uint64_t row = 3;
  while (out.size() < count) {
    for (const std::string_view text : texts) {
      row += 7 + out.size() % 5;
      if (out.size() < count) out.push_back(quote(row, text));
    }
  }
  return out;
}

Trend growing() {
  Trend trend{.ratio = 2.4, .interval = {.low = 1.8, .high = 3.1}, .since = "2026-06-07"};
  trend.significant = trend.known = true;
  trend.verdict = TrendVerdict::growing;
  for (int week = 0; week < 26; ++week) {
    const auto of = static_cast<std::uint64_t>(150 + (week * 37) % 23);
    const double share =
        week < 14 ? 0.11 + 0.02 * ((week * 5) % 3) : 0.24 + 0.03 * ((week * 7) % 4);
    trend.buckets.push_back({.from = iso_date(kFirstDay + std::int64_t{7} * week),
                             .count = static_cast<std::uint64_t>(share * static_cast<double>(of)),
                             .of = of});
  }
  return trend;
}

Trend steady() {
  Trend trend{.ratio = 1.05, .interval = {.low = 0.86, .high = 1.27}, .since = ""};
  trend.known = true;
  trend.verdict = TrendVerdict::steady;
  for (int week = 0; week < 26; ++week) {
    trend.buckets.push_back({.from = iso_date(kFirstDay + std::int64_t{7} * week),
                             .count = static_cast<std::uint64_t>(14 + (week * 11) % 9),
                             .of = static_cast<std::uint64_t>(150 + (week * 37) % 23)});
  }
  return trend;
}

Topic topic(std::uint32_t rank, std::string_view name, std::uint64_t count) {
  Topic out{.rank = rank, .rank_low = rank, .rank_high = rank + 1};
  out.theme = "t_00000000000000" + std::to_string(10 + rank);
  out.name = name;
  out.messages = count + count / 6;
  out.reach = share_of(count, kPeople);
  out.severity = 0.62 - 0.07 * rank;
  out.severity_grade = rank < 3 ? SeverityGrade::serious : SeverityGrade::moderate;
  out.score = out.reach.interval.low * out.severity;
  out.groups = groups(out.messages, {0.61, 0.34, 0.08, 0.05});
  out.feelings = feelings({{"disappointment", 0.34}, {"annoyance", 0.21}});
  out.unexplained = 0.62;
  return out;
}

Topic late_parcels() {
  Topic out = topic(1, "parcel arrives days after the promised date", 812);
  out.rank_high = 2;
  out.severity = 0.58;
  out.feelings = feelings({{"disappointment", 0.46},
                           {"annoyance", 0.38},
                           {"anger", 0.24},
                           {"sadness", 0.11},
                           {"nervousness", 0.07}});
  out.causes = {
      {.quote = quote(212, "because the carrier left it at a depot across town and told nobody"),
       .people = 141},
      {.quote = quote(97,
                      "since you moved to the new warehouse every order sits “in preparation” "
                      "for four days"),
       .people = 88},
      {.quote = quote(1408, "as the tracking page had not changed since Tuesday"), .people = 1}};
  out.unexplained = 0.38;
  out.trend = growing();
  out.facets = {
      {.theme = "t_0000000000000101", .name = "left at a depot", .reach = share_of(260, kPeople)},
      {.theme = "t_0000000000000102",
       .name = "tracking stands still",
       .reach = share_of(199, kPeople)},
      {.theme = "t_0000000000000103", .name = "nobody rang", .reach = share_of(120, kPeople)},
      {.theme = "t_0000000000000104", .name = "after the party", .reach = share_of(80, kPeople)},
      {.theme = "t_0000000000000105", .name = "wet box", .reach = share_of(40, kPeople)}};
  out.quotes = {
      quote(531,
            "I ordered a week ahead for my daughter’s birthday and the kite came two days "
            "after the party."),
      quote(77, "Third order in a row that is late. I no longer believe the date on the page."),
      quote(2290, "Tracking said “out for delivery” for four days. I stayed home for nothing.")};
  out.evidence = evidence({"It came two days after the party.", "Still not here, a week late.",
                           "The date on the page means nothing any more.",
                           "Promised Thursday, arrived the Tuesday after, box crushed.",
                           "I waited at home for the third day running."},
                          200);
  return out;
}

Topic refunds() {
  Topic out = topic(2, "money back takes weeks", 436);
  out.rank_low = 1;
  out.severity = 0.66;
  out.severity_grade = SeverityGrade::severe;
  out.groups = groups(out.messages, {0.82, 0.33, 0.24, 0.02});
  out.feelings = feelings({{"anger", 0.41}, {"disappointment", 0.33}, {"nervousness", 0.19}});
  out.causes = {{.quote = quote(640,
                                "because returns are only booked once the parcel is back in the "
                                "far warehouse"),
                 .people = 52},
                {.quote = quote(3011, "since nobody answers the mail about it"), .people = 37}};
  out.trend = steady();
  out.quotes = {quote(1187, "Sent the boots back on the 3rd, the refund landed five weeks later."),
                quote(905, "I had to borrow from my sister while you sat on my 140 pounds.")};
  out.evidence = evidence({"Five weeks for a refund.", "You still have my money.",
                           "I asked four times where my refund is."},
                          200);
  return out;
}

Topic small(std::uint32_t rank, std::string_view name, std::uint64_t count,
            std::initializer_list<std::string_view> texts) {
  Topic out = topic(rank, name, count);
  out.evidence = evidence(texts, std::min<std::size_t>(count, 200));
  out.quotes = {out.evidence.front()};
  return out;
}

CohortCell cell(std::uint64_t count, std::uint64_t of) {
  return {.share = share_of(count, of), .difference = {.low = -0.02, .high = 0.03}};
}

std::vector<Cohort> brands() {
  std::vector<Cohort> out;
  const auto brand = [&](std::string_view name, std::uint64_t units, double worse) {
    const auto part = [&](double share) {
      return cell(static_cast<std::uint64_t>(share * worse * static_cast<double>(units)), units);
    };
    out.push_back({.name = std::string(name),
                   .units = units,
                   .negative = part(0.4),
                   .problems = {{"parcel arrives days after the promised date", part(0.2)},
                                {"money back takes weeks", part(0.11)},
                                {"the size chart runs small", part(0.06)}}});
  };
  brand("Harrow & Vale", 2'210, 1.1);
  brand("Tidewick", 1'102, 0.8);
  brand("all others", 665, 0.95);
  out.back().pooled = true;
  return out;
}

Feelings all_feelings() {
  Feelings out;
  for (const std::string_view name :
       {"disappointment", "annoyance", "gratitude", "anger", "admiration"}) {
    out.emotions.push_back(emotion(name));
  }
  for (int week = 0; week < 26; ++week) {
    const double late = week < 14 ? 0 : 0.012 * (week - 13);
    const double wave = 0.012 * ((week * 7) % 5);
    out.points.push_back(
        {.from = iso_date(kFirstDay + std::int64_t{7} * week),
         .messages = static_cast<std::uint64_t>(170 + (week * 31) % 29),
         .shares = {0.2 + late + wave, 0.17 + late / 2 + wave / 2, 0.28 - late + wave,
                    0.1 + late / 2, 0.24 - late / 2 - wave},
         .groups = {0.36 + late + wave, 0.28 + late / 2, 0.1 + wave, 0.4 - late - wave}});
  }
  out.groups = groups(4'671, {0.4, 0.3, 0.1, 0.35});
  out.overall = feelings({{"neutral", 0.31},
                          {"disappointment", 0.27},
                          {"gratitude", 0.22},
                          {"admiration", 0.2},
                          {"annoyance", 0.19},
                          {"anger", 0.12},
                          {"approval", 0.11},
                          {"joy", 0.06},
                          {"confusion", 0.05}});
  out.negative = share_of(1'710, kPeople);
  out.neutral = share_of(756, kPeople);
  out.positive = share_of(1'511, kPeople);
  return out;
}

void add_ends(Explanation& out) {
  out.no_topic = {.reach = share_of(318, kPeople),
                  .evidence = {quote(418, "The bell of the till is in my dreams."),
                               quote(1907, "I was told two things on one day.")}};
  out.questions_to_ask = {{.problem = "the size chart runs small",
                           .theme = "t_0000000000000013",
                           .asks = Unknown::step,
                           .said = 0.08}};
  out.care = {care(3310, "I can't go on like this, I want it all to end.", Care::crisis,
                   "can't go on", "2026-04-02"),
              care(1822,
                   "My husband died in May and your reminders still go to his name. Could "
                   "somebody please stop them?",
                   Care::bereavement, "My husband died", "2026-08-30"),
              care(2954, "I lost my job last month and cannot pay the second instalment yet.",
                   Care::job_loss, "lost my job", "")};
  out.assumed = {
      {.what = "text", .said = "text = column “review”", .confidence = 0.97},
      {.what = "time", .said = "time = column “created”, day before month", .confidence = 0.8},
      {.what = "person", .said = "“A guest” is nobody in particular", .confidence = 1}};
  out.model_name = "attune-en-1";
  out.model_sha256 = "9f2c41d07ab3e6558812f00dcafe4477aa0b1c2d3e4f50617283940a1b2c3d4e";
}

}  // namespace

Explanation rich_explanation() {
  Explanation out;
  out.files = {"harrow-reviews.csv", "support-mail.jsonl"};
  out.read = 4'861;
  out.used = 4'812;
  out.rejected = 49;
  out.duplicates = 23;
  out.unread = 118;
  out.unit = Unit::people;
  out.people = out.units = kPeople;
  out.from = "2026-03-01";
  out.to = "2026-08-31";
  out.problems = {
      late_parcels(), refunds(),
      small(3, "the size chart runs small", 214,
            {"Ordered my usual size and could not close it.", "Runs two sizes small."}),
      small(4, "app signs me out at the till", 96,
            {"The app signed me out right at the till.", "Lost my basket again."}),
      small(5, "zip breaks in the first month", 41, {"The zip gave up after two weeks."})};
  out.key_problems = 2;
  out.answer = Answer::both_stand_out;
  out.counted = out.used - out.duplicates - out.unread;
  out.stretch = Stretch::week;
  out.ties = {{1, 2}};
  out.needs = {small(1, "a delivery day I can choose", 301,
                     {"I wish I could pick the day.", "Please let me choose a slot."}),
               small(2, "a phone number with a person", 122, {"I just want to talk to somebody."})};
  out.praise = {
      small(1, "wool that lasts for years", 388,
            {"Mine is nine years old and still lovely.", "Best socks I own."}),
      small(2, "kind staff in the Leith shop", 157, {"Moira in Leith could not be kinder."})};
  out.brands = brands();
  out.feelings = all_feelings();
  add_ends(out);
  return out;
}

Explanation messages_explanation() {
  Explanation out = rich_explanation();
  out.unit = Unit::messages;
  out.people = 0;
  out.assumed.pop_back();
  return out;
}

namespace {

void make_hostile(CareMessage& message, const std::string& text) {
  message.passage.id = message.passage.text = message.date = message.file = text;
  for (CareWords& sign : message.signs) sign.text = text;
}

void make_hostile(std::vector<Quote>& quotes, const std::string& text) {
  for (Quote& quote : quotes) quote.id = quote.text = text;
}

void make_hostile(Topic& topic, const std::string& text) {
  topic.name = topic.theme = text;
  topic.keywords = {text};
  for (Facet& facet : topic.facets) facet.name = facet.theme = text;
  for (Cause& cause : topic.causes) cause.quote.id = cause.quote.text = text;
  make_hostile(topic.quotes, text);
  make_hostile(topic.evidence, text);
  for (Bucket& bucket : topic.trend.buckets) bucket.from = text;
  topic.trend.since = topic.trend.since.empty() ? "" : text;
}

void make_hostile(Cohort& group, const std::string& text) {
  group.name = text;
  for (auto& problem : group.problems) problem.first = text;
}

}  // namespace

Explanation hostile_explanation(std::string_view words) {
  Explanation out = rich_explanation();
  const std::string text(words);
  for (std::vector<Topic>* topics : {&out.problems, &out.needs, &out.praise}) {
    for (Topic& topic : *topics) make_hostile(topic, text);
  }
  for (Cohort& brand : out.brands) make_hostile(brand, text);
  for (CareMessage& message : out.care) make_hostile(message, text);
  for (Quote& quote : out.no_topic.evidence) quote.text = text;
  for (OpenQuestion& question : out.questions_to_ask) question.problem = question.theme = text;
  for (Assumption& assumption : out.assumed) assumption.what = assumption.said = text;
  for (FeelingPoint& point : out.feelings.points) point.from = text;
  out.files = {text};
  out.from = out.to = out.model_name = out.model_sha256 = text;
  return out;
}

}  // namespace attune
