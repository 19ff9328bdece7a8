// SPDX-License-Identifier: Apache-2.0
#include "report/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "report/words.h"

namespace attune {

namespace {

constexpr double kTop = 22;          // Of the plot, in pixels.
constexpr double kFoot = 24;         // Under the plot, for the days.
constexpr double kPlot = 104;        // Height of a trend's plot.
constexpr double kLines = 200;       // Height of the feelings' plot.
constexpr double kLineWidth = 0.64;  // Of the chart; the rest is for the lines' names.
constexpr double kLabelGap = 19;
constexpr std::size_t kMostMarkers = 14;
constexpr std::array<double, 9> kScales = {0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8};
constexpr std::array<std::string_view, 5> kMarkers = {
    "<circle r=\"4\"></circle>", "<rect x=\"-4\" y=\"-4\" width=\"8\" height=\"8\"></rect>",
    "<path d=\"M0-5 5 4H-5Z\"></path>", "<path d=\"M0-5.5 5.5 0 0 5.5-5.5 0Z\"></path>",
    "<path d=\"M0 5 5-4H-5Z\"></path>"};

/// A finite number in [0, 1].
double unit_range(double value) {
  return value > 0 ? std::min(value, 1.0) : 0.0;
}

std::string percent(double share) {
  return fmt::format("{:.2f}%", share * 100);
}

void begin(HtmlOut& out, const ChartNames& names, std::string_view kind, double height) {
  out.open("svg", fmt::format("class=\"chart {}\" role=\"img\" width=\"100%\" height=\"{:.0f}\" "
                              "aria-labelledby=\"{}-t {}-d\"",
                              kind, height, names.id, names.id));
  out.element("title", fmt::format("id=\"{}-t\"", names.id), names.title);
  out.element("desc", fmt::format("id=\"{}-d\"", names.id), names.description);
}

void rect(HtmlOut& out, std::string_view kind, std::array<double, 2> x, std::array<double, 2> y) {
  out.markup(
      fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\"></rect>",
                  kind, percent(x[0]), y[0], percent(x[1]), y[1]));
}

void line(HtmlOut& out, std::string_view kind, std::array<double, 2> x, std::array<double, 2> y) {
  out.markup(
      fmt::format("<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{:.1f}\" y2=\"{:.1f}\"></line>",
                  kind, percent(x[0]), percent(x[1]), y[0], y[1]));
}

/// Text at `x`, anchored so that it stays inside the chart.
void label(HtmlOut& out, double x, double y, std::string_view text) {
  const std::string_view anchor = x < 0.1 ? "start" : x > 0.9 ? "end" : "middle";
  out.element("text",
              fmt::format("x=\"{}\" y=\"{:.1f}\" text-anchor=\"{}\"", percent(x), y, anchor), text);
}

double share_of(const Bucket& bucket) {
  return bucket.of == 0
             ? 0.0
             : unit_range(static_cast<double>(bucket.count) / static_cast<double>(bucket.of));
}

/// The first and the last day, the last only where it leaves room.
void day_labels(HtmlOut& out, std::string_view first, std::string_view last,
                std::array<double, 2> x, double y) {
  label(out, x[0], y, short_day(first, false));
  if (first != last) {
    out.element("text", fmt::format("x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\"", percent(x[1]), y),
                short_day(last, true));
  }
}

/// Where names of lines go so that none hides another: nearest to their ends, a gap apart.
std::vector<double> spread(std::vector<double> ends, double low, double high) {
  std::vector<std::size_t> order(ends.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return ends[a] < ends[b]; });
  double floor = low;
  for (const std::size_t i : order) {
    ends[i] = std::max(ends[i], floor);
    floor = ends[i] + kLabelGap;
  }
  double ceiling = high;
  for (auto at = order.rbegin(); at != order.rend(); ++at) {
    ends[*at] = std::min(ends[*at], ceiling);
    ceiling = ends[*at] - kLabelGap;
  }
  return ends;
}

/// One group's shares, NaN-free and as long as the points.
std::vector<double> series(const Feelings& feelings, std::size_t which) {
  std::vector<double> out;
  for (const FeelingPoint& point : feelings.points) {
    out.push_back(unit_range(point.groups.at(which)));
  }
  return out;
}

std::string_view marker(std::size_t which) {
  return kMarkers[which % kMarkers.size()];
}

/// A line and its markers. x runs over [0, kLineWidth], y over the plot.
void feeling_line(HtmlOut& out, const std::vector<double>& shares, std::size_t which,
                  double scale) {
  const double step = 1.0 / static_cast<double>(shares.size() - 1);
  std::string points;
  std::string markers;
  const std::size_t every = (shares.size() + kMostMarkers - 1) / kMostMarkers;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double x = static_cast<double>(i) * step;
    const double y = kTop + kLines * (1 - std::min(shares[i] / scale, 1.0));
    points += fmt::format("{}{:.1f},{:.1f}", i == 0 ? "" : " ", x * 1000, y);
    if ((shares.size() - 1 - i) % every != 0) continue;
    markers += fmt::format("<svg x=\"{}\" y=\"{:.1f}\" overflow=\"visible\">{}</svg>",
                           percent(x * kLineWidth), y, marker(which));
  }
  out.open("g", fmt::format("class=\"s{}\"", which % 5));
  out.markup(
      fmt::format("<svg width=\"{}\" height=\"{:.0f}\" viewBox=\"0 0 1000 {:.0f}\" "
                  "preserveAspectRatio=\"none\" overflow=\"visible\">"
                  "<polyline points=\"{}\" vector-effect=\"non-scaling-stroke\"></polyline>"
                  "</svg>{}",
                  percent(kLineWidth), kTop + kLines, kTop + kLines, points, markers));
  out.close();
}

void feeling_names(HtmlOut& out, const Feelings& feelings, double scale) {
  std::vector<double> ends;
  for (std::size_t i = 0; i < kFeelingCount; ++i) {
    ends.push_back(kTop + kLines * (1 - std::min(series(feelings, i).back() / scale, 1.0)));
  }
  ends = spread(std::move(ends), kTop, kTop + kLines);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    out.markup(
        fmt::format("<g class=\"s{}\"><svg x=\"{}\" y=\"{:.1f}\" overflow=\"visible\">"
                    "<g transform=\"translate(18)\">{}</g></svg></g>",
                    i % 5, percent(kLineWidth), ends[i], marker(i)));
    out.open("text", fmt::format("class=\"name s{}\" x=\"{}\" y=\"{:.1f}\" dx=\"28\" dy=\"4\"",
                                 i % 5, percent(kLineWidth), ends[i]));
    out.text(feeling_word(i)).close();
  }
}

}  // namespace

double round_scale(double most) {
  for (const double scale : kScales) {
    if (most <= scale) return scale;
  }
  return 1.0;
}

std::string short_day(std::string_view iso, bool year) {
  std::string words = day_words(iso);
  const std::size_t month = words.find(' ');
  const std::size_t end = words.rfind(' ');
  if (words == iso || month == std::string::npos || end <= month) return words;
  const std::string day = words.substr(0, std::min(month + 4, end));
  return year ? day + words.substr(end) : day;
}

void reach_svg(HtmlOut& out, const ChartNames& names, const Share& share, double scale,
               ReachSize size) {
  const auto at = [&](double value) { return unit_range(unit_range(value) / scale); };
  const bool large = size == ReachSize::large;
  const double tall = large ? 14 : 8;
  const double middle = 4 + tall / 2;
  begin(out, names, "reach", large ? 46 : tall + 8);
  rect(out, "track", {0, 1}, {4, tall});
  rect(out, "bar", {0, at(share.value())}, {4, tall});
  const double low = at(share.interval.low);
  const double high = at(share.interval.high);
  const double cap = large ? 6 : 4;
  line(out, "whisker", {low, high}, {middle, middle});
  line(out, "whisker", {low, low}, {middle - cap, middle + cap});
  line(out, "whisker", {high, high}, {middle - cap, middle + cap});
  if (large) {
    for (const double x : {0.0, 0.5, 1.0}) label(out, x, 38, percent_words(scale * x));
  }
  out.close();
}

void bar_svg(HtmlOut& out, double share) {
  out.open("svg", "class=\"bar-only\" aria-hidden=\"true\" width=\"100%\" height=\"10\"");
  rect(out, "track", {0, 1}, {0, 10});
  rect(out, "bar", {0, unit_range(share)}, {0, 10});
  out.close();
}

void trend_svg(HtmlOut& out, const ChartNames& names, const Trend& trend) {
  double most = 0;
  for (const Bucket& bucket : trend.buckets) most = std::max(most, share_of(bucket));
  const double scale = round_scale(most);
  const std::size_t count = trend.buckets.size();
  const double width = 1.0 / static_cast<double>(count);
  begin(out, names, "trend", kTop + kPlot + kFoot);
  std::size_t rise = count;
  for (std::size_t i = 0; i < count; ++i) {
    const Bucket& bucket = trend.buckets[i];
    const bool risen = !trend.since.empty() && bucket.from >= trend.since;
    if (risen) rise = std::min(rise, i);
    const double height = kPlot * share_of(bucket) / scale;
    rect(out, risen ? "column risen" : "column",
         {(static_cast<double>(i) + 0.12) * width, 0.76 * width}, {kTop + kPlot - height, height});
  }
  line(out, "axis", {0, 1}, {kTop + kPlot, kTop + kPlot});
  line(out, "grid", {0, 1}, {kTop, kTop});
  label(out, 0, kTop - 6, percent_words(scale));
  if (rise < count && rise > 0) {
    const double x = static_cast<double>(rise) * width;
    line(out, "mark", {x, x}, {kTop - 4, kTop + kPlot});
    label(out, x, kTop - 8, "since " + short_day(trend.since, false));
  }
  if (count > 0) {
    day_labels(out, trend.buckets.front().from, trend.buckets.back().from, {0, 1},
               kTop + kPlot + 18);
  }
  out.close();
}

void feelings_svg(HtmlOut& out, const ChartNames& names, const Feelings& feelings) {
  double most = 0;
  for (std::size_t i = 0; i < kFeelingCount; ++i) {
    for (const double share : series(feelings, i)) most = std::max(most, share);
  }
  const double scale = round_scale(most);
  begin(out, names, "lines", kTop + kLines + kFoot);
  for (const double at : {0.0, 0.5, 1.0}) {
    const double y = kTop + kLines * (1 - at);
    line(out, at > 0 ? "grid" : "axis", {0, kLineWidth}, {y, y});
  }
  for (std::size_t i = 0; i < kFeelingCount; ++i) {
    feeling_line(out, series(feelings, i), i, scale);
  }
  for (const double at : {0.5, 1.0}) {
    label(out, 0, kTop + kLines * (1 - at) - 6, percent_words(scale * at));
  }
  feeling_names(out, feelings, scale);
  day_labels(out, feelings.points.front().from, feelings.points.back().from, {0, kLineWidth},
             kTop + kLines + 18);
  out.close();
}

}  // namespace attune
