// SPDX-License-Identifier: Apache-2.0
#include "learn/evaluate_spans.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "attune/care.h"
#include "base/random.h"
#include "learn/train_data.h"
#include "text/utf8.h"

namespace attune::learn {

namespace {

using Json = nlohmann::json;

/// Of one text: what was rightly told, wrongly told, and not told.
struct Counts {
  double hits = 0;
  double wrong = 0;
  double missed = 0;
};

/// All that is said of one text.
struct Predicted {
  Reading reading;
  CareSigns care;
};

using Counter = Counts (*)(const Json& record, const Predicted& predicted);
/// From pooled counts to a figure in [0, 1].
using Figure = double (*)(const Counts& all);

double ratio(double part, double rest) {
  return part > 0 ? part / (part + rest) : 0;
}
double precision(const Counts& all) {
  return ratio(all.hits, all.wrong);
}
double recall(const Counts& all) {
  return ratio(all.hits, all.missed);
}
double f1(const Counts& all) {
  return ratio(2 * all.hits, all.wrong + all.missed);
}
double f2(const Counts& all) {
  return ratio(5 * all.hits, 4 * all.missed + all.wrong);
}

bool agree(Span a, Span b) {
  const std::uint32_t from = std::max(a.begin, b.begin);
  const std::uint32_t to = std::min(a.end, b.end);
  return from < to && 2 * (to - from) >= std::max(a.end, b.end) - std::min(a.begin, b.begin);
}

bool touch(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

using Spans = std::vector<Span>;

bool any_agrees(Span span, const Spans& others) {
  return std::ranges::any_of(others, [&](Span other) { return agree(span, other); });
}

std::string text_of(const Json& record) {
  return record.at("text").get<std::string>();
}

/// `start` and `end` count characters; a reading counts bytes.
Span bytes_of(std::string_view text, const Json& mark) {
  const auto byte = [&](std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) at += decode(text, at).length;
    return static_cast<std::uint32_t>(at);
  };
  return {byte(mark.at("start").get<std::size_t>()), byte(mark.at("end").get<std::size_t>())};
}

Counts said(bool gold, bool told) {
  return {gold && told ? 1.0 : 0.0, told && !gold ? 1.0 : 0.0, gold && !told ? 1.0 : 0.0};
}

Counts care(const Json& record, const Predicted& predicted) {
  const bool told =
      std::ranges::any_of(predicted.care, [](const CareSign& sign) { return sign.p >= .5F; });
  return said(!record.at("care").empty(), told);
}

Counts because_of(const Json& record, const Spans& told) {
  const Json& why = record.at("because");
  if (!why.is_string()) return {0, told.empty() ? 0.0 : 1.0, 0};
  const std::string words = why.get<std::string>();
  const auto at = static_cast<std::uint32_t>(text_of(record).find(words));
  const Span gold{at, at + static_cast<std::uint32_t>(words.size())};
  const bool right = any_agrees(gold, told);
  return {right ? 1.0 : 0.0, 0, right ? 0.0 : 1.0};
}

Counts because(const Json& record, const Predicted& predicted) {
  Spans told;
  for (const Clause& clause : predicted.reading.clauses) {
    if (clause.because) told.push_back(clause.because->span);
  }
  return because_of(record, told);
}

std::vector<Aspect> aspects_of(const Reading& reading) {
  std::vector<Aspect> all;
  for (const Clause& clause : reading.clauses) {
    all.insert(all.end(), clause.aspects.begin(), clause.aspects.end());
  }
  return all;
}

Counts compare(const Spans& gold, const Spans& told, const Spans& loose) {
  Counts counts;
  for (const Span one : gold) ++(any_agrees(one, told) ? counts.hits : counts.missed);
  for (const Span one : told) {
    const bool excused = std::ranges::any_of(loose, [&](Span other) { return touch(one, other); });
    if (!excused && !any_agrees(one, gold)) ++counts.wrong;
  }
  return counts;
}

Counts aspect_terms(const Json& record, const Predicted& predicted) {
  Spans gold;
  Spans told;
  const std::string text = text_of(record);
  for (const Json& term : record.at("aspect_terms")) gold.push_back(bytes_of(text, term));
  for (const Aspect& aspect : aspects_of(predicted.reading)) told.push_back(aspect.span);
  return compare(gold, told, {});
}

/// Of the terms that were found: is the polarity right?
Counts aspect_polarity(const Json& record, const Predicted& predicted) {
  constexpr std::array<std::string_view, 3> kNames = {"negative", "neutral", "positive"};
  Counts counts;
  const std::string text = text_of(record);
  const std::vector<Aspect> told = aspects_of(predicted.reading);
  for (const Json& term : record.at("aspect_terms")) {
    const Span gold = bytes_of(text, term);
    const auto found =
        std::ranges::find_if(told, [&](const Aspect& one) { return agree(gold, one.span); });
    if (found == told.end()) continue;
    const bool same =
        kNames[static_cast<std::size_t>(found->polarity)] == term.at("polarity").get<std::string>();
    ++(same ? counts.hits : counts.wrong);
  }
  return counts;
}

Counts personal(const Json& record, const Predicted& predicted) {
  constexpr std::array<std::string_view, 5> kLoose = {"GPE", "ORGANIZATION", "DATE_TIME", "TITLE",
                                                      "NRP"};
  Spans gold;
  Spans loose;
  Spans told;
  const std::string text = text_of(record);
  for (const Json& mark : record.at("spans")) {
    const bool is_loose =
        std::ranges::find(kLoose, mark.at("type").get<std::string>()) != kLoose.end();
    (is_loose ? loose : gold).push_back(bytes_of(text, mark));
  }
  for (const PiiSpan& one : predicted.reading.pii) told.push_back(one.span);
  return compare(gold, told, loose);
}

Counts language(const Json& record, const Predicted& predicted) {
  const bool same = record.at("lang").get<std::string>() == predicted.reading.language;
  return {same ? 1.0 : 0.0, same ? 0.0 : 1.0, 0};
}

/// What somebody gets who does not read: for care, everybody has a hard time; for reasons, the
/// whole text is one.
Counts care_blindly(const Json& record, const Predicted& /*unread*/) {
  return said(!record.at("care").empty(), true);
}
Counts because_blindly(const Json& record, const Predicted& /*unread*/) {
  return because_of(record, {{0, static_cast<std::uint32_t>(text_of(record).size())}});
}
Counts polarity_blindly(const Json& record, const Predicted& predicted) {
  Predicted blind = predicted;
  for (Clause& clause : blind.reading.clauses) {
    for (Aspect& aspect : clause.aspects) aspect.polarity = Polarity::positive;
  }
  return aspect_polarity(record, blind);
}
Counts nothing(const Json& /*unused*/, const Predicted& /*unread*/) {
  return {};
}

struct SpanMeasure {
  std::string_view task;
  std::string_view measure;
  const char* field;
  Counter count;
  Figure figure;
  Counter blindly;
};

constexpr std::array<SpanMeasure, 7> kMeasures = {{
    {"care", "precision", "care", care, precision, care_blindly},
    {"care", "recall", "care", care, recall, nothing},
    {"because", "F1", "because", because, f1, because_blindly},
    {"aspects", "term F1", "aspect_terms", aspect_terms, f1, nothing},
    {"aspects", "polarity accuracy", "aspect_terms", aspect_polarity, precision, polarity_blindly},
    {"pii", "F2", "spans", personal, f2, nothing},
    {"language", "accuracy", "lang", language, precision, nothing},
}};

constexpr std::array<std::string_view, 5> kTasks = {"care", "because", "aspects", "pii",
                                                    "language"};

Counts pool(const std::vector<Counts>& each, std::span<const std::uint32_t> picks) {
  Counts all;
  for (const std::uint32_t pick : picks) {
    all.hits += each[pick].hits;
    all.wrong += each[pick].wrong;
    all.missed += each[pick].missed;
  }
  return all;
}

Counts pool(const std::vector<Counts>& each) {
  std::vector<std::uint32_t> picks(each.size());
  for (std::uint32_t i = 0; i < picks.size(); ++i) picks[i] = i;
  return pool(each, picks);
}

Result<std::vector<Json>> read_records(const std::string& file, const char* field) {
  const auto lines = read_text_file(file);
  if (!lines) return tl::unexpected(lines.error());
  std::vector<Json> records;
  std::string_view rest = *lines;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    Json record = Json::parse(rest.substr(0, end), nullptr, false);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (!record.is_object()) {
      return fail(Fault::bad_input,
                  file + ": line " + std::to_string(number) + " is not a JSON object");
    }
    if (record.contains("text") && record.contains(field)) records.push_back(std::move(record));
  }
  if (records.empty()) {
    return fail(Fault::bad_input, file + ": holds no record with \"" + field + "\"");
  }
  return records;
}

Evaluation judge(const SpanMeasure& measure, const std::vector<Json>& records,
                 const std::vector<Predicted>& predicted, const EvaluationOptions& options) {
  std::vector<Counts> each;
  std::vector<Counts> blind;
  for (std::size_t i = 0; i < records.size(); ++i) {
    each.push_back(measure.count(records[i], predicted[i]));
    blind.push_back(measure.blindly(records[i], predicted[i]));
  }
  Evaluation out;
  out.task = measure.task;
  out.measure = measure.measure;
  out.texts = records.size();
  out.value = measure.figure(pool(each));
  out.trivial = measure.figure(pool(blind));
  Random random(options.seed);
  std::vector<double> values;
  std::vector<std::uint32_t> picks(records.size());
  for (std::size_t turn = 0; turn < options.resamples; ++turn) {
    for (std::uint32_t& pick : picks) {
      pick = static_cast<std::uint32_t>(random.below(records.size()));
    }
    values.push_back(measure.figure(pool(each, picks)));
  }
  std::ranges::sort(values);
  if (!values.empty()) {
    out.low = values[values.size() * 25 / 1000];
    out.high = values[std::min(values.size() - 1, values.size() * 975 / 1000)];
  }
  return out;
}

}  // namespace

std::span<const std::string_view> span_tasks() {
  return kTasks;
}

Result<std::vector<Evaluation>> evaluate_spans(std::string_view task, const std::string& file,
                                               const Understander& understander,
                                               const EvaluationOptions& options) {
  const auto first = std::ranges::find(kMeasures, task, &SpanMeasure::task);
  if (first == kMeasures.end()) {
    return fail(Fault::bad_input, "no task is named \"" + std::string(task) + "\"");
  }
  const auto records = read_records(file, first->field);
  if (!records) return tl::unexpected(records.error());
  Understander::State state;
  std::vector<std::string> texts;
  for (const Json& record : *records) texts.push_back(text_of(record));
  std::vector<Predicted> predicted(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    understander.read(texts[i], state, predicted[i].reading, predicted[i].care);
  try {
    std::vector<Evaluation> all;
    for (const SpanMeasure& measure : kMeasures) {
      if (measure.task != task) continue;
      all.push_back(judge(measure, *records, predicted, options));
      all.back().model_bytes = understander.model_bytes();
    }
    return all;
  } catch (const Json::exception& error) {
    return fail(Fault::bad_input, file + ": " + error.what());
  }
}

}  // namespace attune::learn
