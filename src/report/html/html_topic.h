// SPDX-License-Identifier: Apache-2.0
#pragma once

// One problem, need or thing praised on the page: as a large section, or as a row with the same
// details folded away.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "attune/rating_scale.h"
#include "attune/topic.h"
#include "report/html/html_out.h"

namespace attune {

/// What a topic's markup needs to know of its place on the page.
struct TopicPlace {
  std::string id;  ///< Of the element: "problem-1".
  Unit unit = Unit::messages;
  double scale = 1;          ///< Right end of all reach bars.
  std::size_t evidence = 0;  ///< Bytes that its list of sentences may take.
  bool ranked = false;       ///< A problem: has severity, score and rank.
  RatingScale ratings;
  Stretch stretch = Stretch::none;  ///< Of its buckets.
};

/// A key problem: name, reach, feelings, reasons, run over time, typical words, evidence.
void key_problem_html(HtmlOut& out, const Topic& topic, const TopicPlace& place);

/// A compact row, to stand in a list.
void topic_row_html(HtmlOut& out, const Topic& topic, const TopicPlace& place);

/// "about 1 in 5 people (17–24 %)", its interval kept on one line.
void share_html(HtmlOut& out, const Share& share, Unit unit);

/// A customer's words with the row they stand in.
void quote_html(HtmlOut& out, const Quote& quote);

/// "day", "week", "month" …; a year by its days; "stretch of time" without dates. `starts`: the
/// first days of the stretches, of which the first begins with the data and not with a year.
[[nodiscard]] std::string stretch_word(Stretch stretch, std::span<const std::string> starts);

}  // namespace attune
