// SPDX-License-Identifier: Apache-2.0
#include "report/html/html_topic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "report/html/html_evidence.h"
#include "report/html/html_feelings.h"
#include "report/svg.h"
#include "report/words.h"

namespace attune {

namespace {

constexpr std::size_t kFineFeelings = 3;
constexpr std::size_t kQuotes = 3;

void reach_html(HtmlOut& out, const Topic& topic, const TopicPlace& place, ReachSize size) {
  const std::string id = place.id + "-reach";
  const std::string words = share_words(topic.reach, place.unit);
  reach_svg(out,
            {.id = id,
             .title = "Reach of “" + topic.name + "”",
             .description = fmt::format("Bar: {} on a scale from 0 to {}. Whiskers: the interval. "
                                        "The figures stand in the table below.",
                                        words, percent_words(place.scale))},
            topic.reach, place.scale, size);
}

/// The ways in which a problem shows, most people first.
void facets_html(HtmlOut& out, const Topic& topic) {
  if (topic.facets.empty()) return;
  out.open("div", "class=\"facets\"").element("p", "class=\"quiet\"", "Shows as").open("ul");
  for (std::size_t i = 0; i < std::min(kMostFacets, topic.facets.size()); ++i) {
    const Facet& facet = topic.facets[i];
    out.open("li").foreign(facet.name).text(" ");
    out.element("span", "class=\"nb quiet\"", percent_words(facet.reach.value())).close();
  }
  out.close().close();
}

void feelings_html(HtmlOut& out, const Topic& topic) {
  if (topic.groups.front().messages == 0) return;
  out.open("section").element("h3", {}, "How it feels");
  groups_html(out, topic.groups,
              fmt::format("Share of its {} {} that read as …; in brackets, of all messages",
                          count_words(topic.messages), unit_word(Unit::messages, topic.messages)),
              FeelingsOf::topic);
  std::vector<std::string> fine;
  for (const std::string_view word : feeling_words(topic.feelings, kFineFeelings))
    fine.emplace_back(word);
  if (!fine.empty())
    out.element("p", "class=\"quiet\"", fmt::format("More than elsewhere: {}.", list_words(fine)));
  out.close();
}

void causes_html(HtmlOut& out, const Topic& topic, Unit unit) {
  if (topic.causes.empty()) return;
  out.open("section").element("h3", {}, "Why, in their words");
  for (const Cause& cause : topic.causes) {
    out.open("figure", "class=\"cause\"");
    out.element("blockquote", "dir=\"auto\"", shortened(cause.quote.text, kQuoteLength));
    out.open("figcaption");
    if (cause.people > 1) {
      out.open("strong").text(
          fmt::format("{} {}", count_words(cause.people), unit_word(unit, cause.people)));
      out.close().text(" say the like · ");
    }
    out.text(place_words(cause.quote)).close().close();
  }
  if (topic.unexplained > 0) {
    out.element("p", "class=\"quiet\"",
                fmt::format("{} of the passages about this give no reason.",
                            percent_words(topic.unexplained)));
  }
  out.close();
}

void trend_html(HtmlOut& out, const Topic& topic, const TopicPlace& place) {
  if (!topic.trend.known || topic.trend.buckets.empty()) return;
  const std::vector<Bucket>& buckets = topic.trend.buckets;
  std::string words = trend_words(topic.trend);
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  out.open("section").element("h3", {}, "Over time").element("p", {}, words + ".");
  std::vector<std::string> starts;
  starts.reserve(buckets.size());
  for (const Bucket& bucket : buckets) starts.push_back(bucket.from);
  const std::string what =
      fmt::format("Share of the {} of each {} that speak of it", unit_word(place.unit, 2),
                  stretch_word(place.stretch, starts));
  out.open("figure");
  trend_svg(
      out,
      {.id = place.id + "-trend",
       .title = "“" + topic.name + "” over time",
       .description = fmt::format("{}. {}. The figures stand in the table below.", what, words)},
      topic.trend);
  out.open("figcaption", "class=\"quiet\"").text(what + ".").close();
  out.open("details", "class=\"twin\"").element("summary", {}, "These columns as a table");
  out.open("table", "class=\"figures\"");
  out.open("caption").foreign(topic.name).text(" over time").close();
  out.open("thead").open("tr");
  for (const std::string_view head : {"From", "Speak of it", "Of", "Share"})
    out.element("th", "scope=\"col\"", head);
  out.close().close().open("tbody");
  for (const Bucket& bucket : buckets) {
    const Share share{.count = bucket.count, .of = bucket.of};
    out.open("tr").element("th", "scope=\"row\"", day_words(bucket.from));
    out.element("td", {}, count_words(bucket.count)).element("td", {}, count_words(bucket.of));
    out.element("td", {}, bucket.of == 0 ? "–" : percent_words(share.value())).close();
  }
  out.close().close().close().close().close();
}

/// Typical words, without those that stand among the reasons.
void quotes_html(HtmlOut& out, const Topic& topic) {
  std::vector<const Quote*> shown;
  for (const Quote& quote : topic.quotes) {
    const bool said = std::any_of(topic.causes.begin(), topic.causes.end(),
                                  [&](const Cause& cause) { return cause.quote == quote; });
    if (!said && shown.size() < kQuotes) shown.push_back(&quote);
  }
  if (shown.empty()) return;
  out.open("section").element("h3", {}, "They say");
  for (const Quote* quote : shown) quote_html(out, *quote);
  out.close();
}

void figure_row(HtmlOut& out, std::string_view name, std::string_view value) {
  out.open("tr").element("th", "scope=\"row\"", name).element("td", {}, value).close();
}

/// How this was ranked: the factors, and the score that is their product.
void priority_rows(HtmlOut& out, const Topic& topic, const TopicPlace& place) {
  const Priority& p = topic.priority;
  figure_row(out, "How this was ranked",
             fmt::format("{} (least reach) × {:.2f} (severity) × {:.2f} (trend) × {:.2f} (rating) "
                         "= {:.4f}",
                         percent_words(p.reach), p.severity, p.trend, p.driver, topic.score));
  const std::string driver = driver_words(topic.driver, place.ratings);
  if (!topic.driver.known) return;
  figure_row(out, "Associated with",
             driver.empty()
                 ? "no clear difference in how people rate or end"
                 : fmt::format("{} {}, all other problems equal", mentioners(place.unit), driver));
}

/// Every figure of a topic: the twin of its bars.
void figures_html(HtmlOut& out, const Topic& topic, const TopicPlace& place) {
  out.open("table", "class=\"figures\"").open("caption").text("Figures: ").foreign(topic.name);
  out.close().open("tbody");
  figure_row(
      out, "Reach",
      fmt::format("{} of {} {}, {}", count_words(topic.reach.count), count_words(topic.reach.of),
                  unit_word(place.unit, topic.reach.of), percent_words(topic.reach.value())));
  figure_row(out, "95 % interval", percent_words(topic.reach.interval));
  figure_row(out, "Messages", count_words(topic.messages));
  if (place.ranked) {
    figure_row(out, "Severity",
               fmt::format("{:.2f} of 1, {}", topic.severity, severity_word(topic.severity_grade)));
    priority_rows(out, topic, place);
    figure_row(out, "Rank",
               topic.rank_low == topic.rank_high
                   ? fmt::format("{}", topic.rank)
                   : fmt::format("{}; the data allow {} to {}", topic.rank, topic.rank_low,
                                 topic.rank_high));
  }
  for (std::size_t f = 0; f < kFeelingCount && topic.groups[f].messages > 0; ++f) {
    const FeelingShare& share = topic.groups[f];
    figure_row(out, fmt::format("Reads as {}", feeling_word(f)),
               fmt::format("{} ({}), {} unsure; {} of all messages", percent_words(share.share),
                           percent_words(share.interval), percent_words(share.unsure),
                           percent_words(share.all)));
  }
  out.close().close();
}

}  // namespace

std::string stretch_word(Stretch stretch, std::span<const std::string> starts) {
  if (stretch == Stretch::year && starts.size() > 2) {
    const std::optional<std::int64_t> from = day_number(starts[1]);
    const std::optional<std::int64_t> to = day_number(starts[2]);
    if (from && to) return fmt::format("{} days", *to - *from);
  }
  return stretch == Stretch::none
             ? "stretch of time"
             : std::string(kStretchNames.at(static_cast<std::size_t>(stretch)));
}

void share_html(HtmlOut& out, const Share& share, Unit unit) {
  const std::string words = share_words(share, unit);
  const std::size_t interval = std::min(words.find('('), words.size());
  out.text(words.substr(0, interval));
  out.element("span", "class=\"nb\"", words.substr(interval));
}

void quote_html(HtmlOut& out, const Quote& quote) {
  out.open("figure", "class=\"quote\"");
  out.element("blockquote", "dir=\"auto\"", shortened(quote.text, kQuoteLength));
  out.element("figcaption", {}, place_words(quote)).close();
}

void key_problem_html(HtmlOut& out, const Topic& topic, const TopicPlace& place) {
  out.open("article",
           fmt::format("class=\"problem\" id=\"{}\" aria-labelledby=\"{}-h\"", place.id, place.id));
  out.open("header").element("p", "class=\"rank\" aria-hidden=\"true\"",
                             fmt::format("{}", topic.rank));
  out.open("h2", fmt::format("id=\"{}-h\"", place.id));
  out.element("span", "class=\"unseen\"", fmt::format("Problem {}: ", topic.rank));
  out.foreign(topic.name).close().close();
  out.open("div", "class=\"body\"").open("p", "class=\"claim\"").text("It reaches ");
  out.open("strong");
  share_html(out, topic.reach, place.unit);
  out.close().text(fmt::format(". It reads as {}.", severity_word(topic.severity_grade)));
  const std::string driver = driver_words(topic.driver, place.ratings);
  if (!driver.empty() && topic.driver.rating)
    out.text(fmt::format(" Ratings: {} {}.", mentioners(place.unit), driver));
  out.close();
  reach_html(out, topic, place, ReachSize::large);
  facets_html(out, topic);
  evidence_html(out, topic, place.unit, place.evidence);
  out.open("div", "class=\"pair\"");
  feelings_html(out, topic);
  trend_html(out, topic, place);
  out.close();
  causes_html(out, topic, place.unit);
  quotes_html(out, topic);
  out.open("details").element("summary", {}, "All its figures as a table");
  figures_html(out, topic, place);
  out.close().close().close();
}

void topic_row_html(HtmlOut& out, const Topic& topic, const TopicPlace& place) {
  out.open("li", fmt::format("class=\"row\" id=\"{}\"", place.id));
  out.open("div").open("h3");
  if (place.ranked) {
    out.element("span", "class=\"order\"", fmt::format("{}", topic.rank)).text(" ");
  }
  out.foreign(topic.name).close();
  out.open("p");
  share_html(out, topic.reach, place.unit);
  if (place.ranked) out.text(fmt::format(", {}", severity_word(topic.severity_grade)));
  if (topic.trend.known && topic.trend.significant) out.text(", " + trend_words(topic.trend));
  if (topic.opportunity) out.text("; opportunity " + opportunity_words(*topic.opportunity));
  out.close();
  facets_html(out, topic);
  out.close().open("div", "class=\"rowbar\"");
  reach_html(out, topic, place, ReachSize::small);
  out.close().open("div", "class=\"opens\"");
  evidence_html(out, topic, place.unit, place.evidence);
  out.open("details").element("summary", {}, "Feelings, reasons and figures");
  out.open("div", "class=\"pair\"");
  feelings_html(out, topic);
  trend_html(out, topic, place);
  out.close();
  causes_html(out, topic, place.unit);
  quotes_html(out, topic);
  figures_html(out, topic, place);
  out.close().close().close();
}

}  // namespace attune
