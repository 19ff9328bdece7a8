// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small accessible charts. Each is `role="img"` with a title and a description, needs no script,
// keeps its letters at their size on any width (x in per cent, y in pixels), and tells lines apart
// by dash, marker and label, not by colour alone. The caller puts a table of the same figures
// beside each.

#include <string_view>

#include "attune/feelings.h"
#include "attune/interval.h"
#include "attune/trend.h"
#include "report/html/html_out.h"

namespace attune {

/// What a chart is called, for those who do not see it. `id` is ours and unique on the page.
struct ChartNames {
  std::string_view id;
  std::string_view title;
  std::string_view description;
};

/// `large` has its scale written under it.
enum class ReachSize { small, large };

/// The share as a bar on a scale from 0 to `scale`, its interval as whiskers. `scale` in (0, 1].
void reach_svg(HtmlOut& out, const ChartNames& names, const Share& share, double scale,
               ReachSize size);

/// A bar of `share` of full width, in a table cell or list that says the same in figures: hidden
/// from screen readers. `share` in [0, 1].
void bar_svg(HtmlOut& out, double share);

/// One column for each bucket, and a mark where the rise begins. At least one bucket.
void trend_svg(HtmlOut& out, const ChartNames& names, const Trend& trend);

/// One line for each group of feelings, named at its end. At least two points.
void feelings_svg(HtmlOut& out, const ChartNames& names, const Feelings& feelings);

/// The smallest round share that is not below `most`: 0.05, 0.1, 0.2 …, at most 1.
[[nodiscard]] double round_scale(double most);

/// "1 Mar" from "2026-03-01", with the year if asked; the text itself where it is no such date.
[[nodiscard]] std::string short_day(std::string_view iso, bool year);

}  // namespace attune
