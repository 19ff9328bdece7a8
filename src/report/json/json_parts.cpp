// SPDX-License-Identifier: Apache-2.0
#include "report/json/json_parts.h"

#include "base/hash.h"
#include "report/json/round_fields.h"
#include "report/words.h"

namespace attune {

namespace {

namespace field = round_field;

void cell_json(JsonOut& out, const CohortCell& cell) {
  if (cell.hidden) {
    out.key("count").null().key("of").null().key("share").null().key("interval").null();
    out.key("hidden").string(std::string(kTooFewToShow) + ", or it would give such a number away");
    return;
  }
  share_json(out, cell.share);
  out.key("difference_to_others");
  interval_json(out, cell.difference);
  out.key("differs").boolean(cell.direction != Direction::open);
  out.key("direction").string(name_in(kDirectionNames, cell.direction));
}

void text_or_null(JsonOut& out, std::string_view name, std::string_view text) {
  out.key(name);
  if (text.empty()) {
    out.null();
  } else {
    out.string(text);
  }
}

void change_json(JsonOut& out, const TopicChange& change) {
  out.begin_object();
  text_or_null(out, "name", change.name);
  text_or_null(out, "theme", change.theme);
  text_or_null(out, "name_before", change.name_before);
  text_or_null(out, "theme_before", change.theme_before);
  out.key("change").string(name_in(kTurnNames, change.turn));
  out.key("moved").boolean(has_moved(change.turn));
  out.key("before");
  if (change.before.of == 0) {
    out.null();
  } else {
    out.begin_object();
    share_json(out, change.before);
    out.end_object();
  }
  out.key("now").begin_object();
  share_json(out, change.now);
  out.end_object().key("difference").number(change.difference).key("interval");
  interval_json(out, change.interval);
  out.end_object();
}

}  // namespace

void span_json(JsonOut& out, const Span& span) {
  out.raw_key("\"begin\":").number(span.begin).raw_key("\"end\":").number(span.end);
}

void interval_json(JsonOut& out, const Interval& interval) {
  out.begin_array().number(interval.low).number(interval.high).end_array();
}

void words_json(JsonOut& out, std::string_view name, const std::vector<std::string>& words) {
  out.key(name).begin_array();
  for (const std::string& word : words) out.string(word);
  out.end_array();
}

void share_json(JsonOut& out, const Share& share) {
  out.key(field::kCount).number(share.count).key("of").number(share.of);
  out.key("share").number(share.value()).key("interval");
  interval_json(out, share.interval);
}

void cohort_json(JsonOut& out, const Cohort& cohort, Unit unit) {
  out.begin_object().key("name").string(cohort.name).key("pooled").boolean(cohort.pooled);
  out.key(unit == Unit::people ? "people" : "messages");
  if (cohort.hidden) {
    out.null();
  } else {
    out.number(cohort.units);
  }
  out.key("negative").begin_object();
  cell_json(out, cohort.negative);
  out.end_object().key("problems").begin_array();
  for (const auto& [name, cell] : cohort.problems) {
    out.begin_object().key("name").string(name);
    cell_json(out, cell);
    out.end_object();
  }
  out.end_array().end_object();
}

void cohorts_json(JsonOut& out, const Explanation& explanation) {
  out.key("cohorts");
  if (explanation.cohorts.by.empty()) {
    out.null();
    return;
  }
  out.begin_object().key("by").string(explanation.cohorts.by).key("groups").begin_array();
  for (const Cohort& cohort : explanation.cohorts.groups)
    cohort_json(out, cohort, explanation.unit);
  out.end_array().end_object();
}

void compared_json(JsonOut& out, const RoundComparison& comparison) {
  out.key("compared_with");
  if (!comparison.known) {
    out.null();
    return;
  }
  out.begin_object();
  words_json(out, "files", comparison.files);
  out.key("period");
  if (comparison.from.empty()) {
    out.null();
  } else {
    out.begin_object().key("from").string(comparison.from).key("to").string(comparison.to);
    out.end_object();
  }
  out.key("unit").string(comparison.unit == Unit::people ? "people" : "messages");
  out.key("units").number(comparison.units);
  out.key("negative");
  change_json(out, comparison.negative);
  out.key("problems").begin_array();
  for (const TopicChange& change : comparison.problems) change_json(out, change);
  out.end_array().end_object();
}

namespace {

void mix_json(JsonOut& out, const char* name, const RoundOrigin::Mix& mix) {
  out.key(name).begin_array();
  for (const auto& [part, share] : mix) out.begin_array().string(part).number(share).end_array();
  out.end_array();
}

void origin_json(JsonOut& out, const RoundOrigin& origin) {
  out.key(field::kOrigin).begin_object();
  mix_json(out, field::kBrands, origin.brands);
  mix_json(out, field::kSources, origin.sources);
  out.key(field::kOtherLanguages).number(origin.other_languages);
  words_json(out, field::kColumns, origin.columns);
  out.end_object();
}

}  // namespace

void prints_json(JsonOut& out, const Explanation& explanation) {
  out.key(field::kForNextRound)
      .begin_object()
      .key(field::kVersion)
      .number(1)
      .key(field::kProblems)
      .begin_array();
  for (const TopicPrint& print : explanation.prints) {
    out.begin_object().key(field::kTheme).string(print.theme).key(field::kName).string(print.name);
    words_json(out, field::kKeywords, print.keywords);
    out.key(field::kCount).number(print.count).key(field::kByWords).number(print.by_words);
    out.key(field::kLeast)
        .number(static_cast<double>(print.least))
        .key(field::kTerms)
        .begin_array();
    for (const auto& [term, weight] : print.terms) {
      out.begin_array().string(hex64(term)).number(static_cast<double>(weight)).end_array();
    }
    out.end_array().key(field::kMessages).begin_array();
    for (const std::uint64_t message : print.messages) out.string(hex64(message));
    out.end_array().end_object();
  }
  out.end_array().key(field::kWords).begin_array();
  for (const auto& [word, units] : explanation.common_words) {
    out.begin_array().string(hex64(word)).number(units).end_array();
  }
  out.end_array();
  origin_json(out, explanation.origin);
  out.end_object();
}

}  // namespace attune
