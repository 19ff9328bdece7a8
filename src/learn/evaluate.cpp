// SPDX-License-Identifier: Apache-2.0
#include "learn/evaluate.h"

#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <optional>

#include "attune/feeling.h"
#include "base/random.h"
#include "learn/calibrate.h"
#include "learn/train_data.h"

namespace attune::learn {

namespace {

namespace dom = simdjson::dom;

constexpr std::array<std::string_view, 3> kPolarityNames = {"negative", "neutral", "positive"};

bool holds(dom::object record, const char* field, std::string_view name) {
  dom::array list;
  if (record[field].get(list) != simdjson::SUCCESS) return false;
  for (const dom::element one : list) {
    std::string_view word;
    if (one.get(word) == simdjson::SUCCESS && word == name) return true;
  }
  return false;
}

std::string_view word_of(dom::object record, const char* field) {
  std::string_view word;
  if (record[field].get(word) != simdjson::SUCCESS) return "";
  return word;
}

std::optional<double> number_of(dom::object record, const char* field) {
  double number = 0;
  if (record[field].get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

using Flags = std::vector<std::uint8_t>;

/// What a task asks of a record and of a reading: one yes or no a label. An empty gold answer means
/// that the record is not part of the task.
struct Task {
  std::string_view name;
  std::string_view measure;
  Flags (*gold)(dom::object record);
  Flags (*told)(const Reading& reading);
};

Flags one_of(std::size_t which, std::size_t count) {
  Flags flags(count);
  if (which >= count) return {};
  flags[which] = 1;
  return flags;
}

/// One label gives F1 of "yes"; two give macro-F1 of yes and no.
Flags both(std::optional<bool> yes) {
  if (!yes) return {};
  return one_of(*yes ? 1 : 0, 2);
}

Flags emotions_gold(dom::object record) {
  Flags flags;
  for (const auto name : kEmotions) flags.push_back(holds(record, "labels", name) ? 1 : 0);
  return flags;
}

Flags emotions_told(const Reading& reading) {
  Flags flags;
  for (std::size_t e = 0; e < kEmotions.size(); ++e) flags.push_back((reading.felt >> e) & 1U);
  return flags;
}

Flags sentiment_gold(dom::object record) {
  const auto found = std::ranges::find(kPolarityNames, word_of(record, "sentiment"));
  return one_of(static_cast<std::size_t>(found - kPolarityNames.begin()), kPolarityNames.size());
}

Flags sentiment_told(const Reading& reading) {
  return one_of(static_cast<std::size_t>(reading.sentiment.label), kPolarityNames.size());
}

Flags valence_gold(dom::object record) {
  const auto rating = number_of(record, "rating");
  if (!rating || *rating == 3) return {};
  return both(*rating > 3);
}

Flags valence_told(const Reading& reading) {
  return both(reading.valence > 0);
}

Flags suggestion_gold(dom::object record) {
  const auto label = number_of(record, "label");
  if (!label) return {};
  return {static_cast<std::uint8_t>(*label == 1 ? 1 : 0)};
}

Flags suggestion_told(const Reading& reading) {
  return {static_cast<std::uint8_t>(reading.suggestion_p >= .5F ? 1 : 0)};
}

Flags complaint_gold(dom::object record) {
  const auto label = number_of(record, "label");
  if (!label) return {};
  return both(*label == 1);
}

Flags complaint_told(const Reading& reading) {
  return both(reading.complaint_p >= .5F);
}

Flags politeness_gold(dom::object record) {
  const std::string_view label = word_of(record, "label");
  if (label != "polite" && label != "impolite") return {};
  return {static_cast<std::uint8_t>(label == "polite" ? 1 : 0)};
}

Flags politeness_told(const Reading& reading) {
  return {static_cast<std::uint8_t>(reading.politeness_p >= .5F ? 1 : 0)};
}

Flags kinds_gold(dom::object record) {
  Flags flags;
  for (std::size_t k = 0; k + 2 < kKindCount; ++k) {
    flags.push_back(holds(record, "kinds", kKindNames[k]) ? 1 : 0);
  }
  return flags;
}

Flags kinds_told(const Reading& reading) {
  Flags flags(kKindCount - 2);
  for (const Clause& clause : reading.clauses) {
    for (const Kind kind : clause.kinds) {
      const auto k = static_cast<std::size_t>(kind);
      if (k < flags.size()) flags[k] = 1;
    }
  }
  return flags;
}

/// Of a text whose `felt` was read: which of the four groups.
Flags feelings_gold(dom::object record) {
  dom::array felt;
  if (record["felt"].get(felt) != simdjson::SUCCESS) return {};
  Flags flags(kFeelingCount);
  for (std::size_t e = 0; e < kEmotions.size(); ++e) {
    if (kFeelingOf[e] < kFeelingCount && holds(record, "felt", kEmotions[e])) {
      flags[kFeelingOf[e]] = 1;
    }
  }
  return flags;
}

Flags feelings_told(const Reading& reading) {
  Flags flags(kFeelingCount);
  for (std::size_t e = 0; e < kEmotions.size(); ++e) {
    const bool told = (reading.felt & (1U << e)) != 0;
    if (kFeelingOf[e] < kFeelingCount && told) flags[kFeelingOf[e]] = 1;
  }
  return flags;
}

constexpr std::array<Task, 8> kTasks = {{
    {"goemotions", "macro-F1", emotions_gold, emotions_told},
    {"sentiment", "macro-F1", sentiment_gold, sentiment_told},
    {"valence", "macro-F1", valence_gold, valence_told},
    {"suggestion", "F1", suggestion_gold, suggestion_told},
    {"complaint", "macro-F1", complaint_gold, complaint_told},
    {"politeness", "accuracy", politeness_gold, politeness_told},
    {"kinds", "mean F1", kinds_gold, kinds_told},
    {"feelings", "mean F1", feelings_gold, feelings_told},
}};

constexpr std::array<std::string_view, 8> kTaskNames = {"goemotions", "sentiment", "valence",
                                                        "suggestion", "complaint", "politeness",
                                                        "kinds",      "feelings"};

/// The texts of a file and what is true of them.
struct Gold {
  std::vector<std::string> texts;
  std::vector<std::string> groups;  ///< One a text.
  Answers answers;
};

Result<Gold> read_gold(const Task& task, const std::string& file, const std::string& by) {
  const auto lines = read_text_file(file);
  if (!lines) return tl::unexpected(lines.error());
  Gold gold;
  dom::parser parser;
  std::string_view rest = *lines;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.empty()) continue;
    dom::object record;
    if (parser.parse(line.data(), line.size()).get(record) != simdjson::SUCCESS) {
      return fail(Fault::bad_input,
                  file + ": line " + std::to_string(number) + " is not a JSON object");
    }
    const Flags flags = task.gold(record);
    if (flags.empty()) continue;
    gold.answers.labels = flags.size();
    gold.texts.emplace_back(word_of(record, "text"));
    gold.groups.emplace_back(by.empty() ? "" : word_of(record, by.c_str()));
    gold.answers.gold.insert(gold.answers.gold.end(), flags.begin(), flags.end());
  }
  if (gold.texts.empty()) {
    return fail(Fault::bad_input,
                file + ": holds no record for the task \"" + std::string(task.name) + "\"");
  }
  return gold;
}

double measure(const Task& task, const Answers& answers, std::span<const std::uint32_t> picks) {
  return task.measure == "accuracy" ? accuracy(answers, picks) : mean_f1(answers, picks);
}

/// The best of: always yes, always no, always one of the labels.
double trivial(const Task& task, Answers answers, std::span<const std::uint32_t> picks) {
  double best = 0;
  const std::size_t labels = answers.labels;
  for (std::size_t only = 0; only <= labels + 1; ++only) {
    for (std::size_t i = 0; i < answers.told.size(); ++i) {
      const bool yes = only == labels || (only < labels && i % labels == only);
      answers.told[i] = yes ? 1 : 0;
    }
    const bool one_label_each = task.name == "sentiment" || labels == 2;
    if (one_label_each && only >= labels) continue;
    best = std::max(best, measure(task, answers, picks));
  }
  return best;
}

double emotions_calibration(const std::vector<Reading>& readings, const Answers& answers) {
  double sum = 0;
  for (std::size_t e = 0; e < kEmotions.size(); ++e) {
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      judged.push_back({readings[i].emotions[e], answers.gold[i * answers.labels + e] != 0});
    }
    sum += calibration_error(judged);
  }
  return sum / static_cast<double>(kEmotions.size());
}

std::vector<GroupError> group_errors(const Gold& gold) {
  const Answers& answers = gold.answers;
  std::map<std::string_view, GroupError> groups;
  for (std::size_t i = 0; i < gold.groups.size(); ++i) {
    GroupError& group = groups[gold.groups[i]];
    const auto labels = static_cast<std::ptrdiff_t>(answers.labels);
    const auto first = static_cast<std::ptrdiff_t>(i) * labels;
    ++group.texts;
    group.wrong += std::equal(answers.gold.begin() + first, answers.gold.begin() + first + labels,
                              answers.told.begin() + first)
                       ? 0
                       : 1;
  }
  std::vector<GroupError> errors;
  for (auto& [name, group] : groups) {
    group.group = name;
    errors.push_back(std::move(group));
  }
  return errors;
}

void add_interval(const Task& task, const Answers& answers, const EvaluationOptions& options,
                  Evaluation& out) {
  Random random(options.seed);
  std::vector<double> values;
  std::vector<std::uint32_t> picks(answers.texts());
  for (std::size_t turn = 0; turn < options.resamples; ++turn) {
    for (std::uint32_t& pick : picks) {
      pick = static_cast<std::uint32_t>(random.below(answers.texts()));
    }
    values.push_back(measure(task, answers, picks));
  }
  std::ranges::sort(values);
  if (values.empty()) return;
  out.low = values[values.size() * 25 / 1000];
  out.high = values[std::min(values.size() - 1, values.size() * 975 / 1000)];
}

}  // namespace

std::span<const std::string_view> evaluation_tasks() {
  return kTaskNames;
}

double mean_f1(const Answers& answers, std::span<const std::uint32_t> picks) {
  std::vector<std::size_t> hits(answers.labels);
  std::vector<std::size_t> all(answers.labels);
  for (const std::uint32_t pick : picks) {
    for (std::size_t l = 0; l < answers.labels; ++l) {
      const std::size_t at = pick * answers.labels + l;
      hits[l] += answers.gold[at] & answers.told[at];
      all[l] += answers.gold[at] + answers.told[at];
    }
  }
  double sum = 0;
  for (std::size_t l = 0; l < answers.labels; ++l) {
    if (hits[l] > 0) sum += 2.0 * static_cast<double>(hits[l]) / static_cast<double>(all[l]);
  }
  return sum / static_cast<double>(answers.labels);
}

double accuracy(const Answers& answers, std::span<const std::uint32_t> picks) {
  const auto right = std::ranges::count_if(picks, [&](std::uint32_t pick) {
    return answers.gold[pick * answers.labels] == answers.told[pick * answers.labels];
  });
  return picks.empty() ? 0 : static_cast<double>(right) / static_cast<double>(picks.size());
}

Result<Evaluation> evaluate(std::string_view task_name, const std::string& file,
                            const Understander& understander, const EvaluationOptions& options) {
  const auto task = std::ranges::find(kTasks, task_name, &Task::name);
  if (task == kTasks.end()) {
    return fail(Fault::bad_input, "no task is named \"" + std::string(task_name) + "\"");
  }
  auto gold = read_gold(*task, file, options.by);
  if (!gold) return tl::unexpected(std::move(gold.error()));
  Answers& answers = gold->answers;

  std::vector<Reading> readings;
  readings.reserve(gold->texts.size());
  Understander::State state;
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string& text : gold->texts) readings.push_back(understander.read(text, state));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  for (const Reading& reading : readings) {
    const Flags told = task->told(reading);
    answers.told.insert(answers.told.end(), told.begin(), told.end());
  }

  std::vector<std::uint32_t> picks(answers.texts());
  std::iota(picks.begin(), picks.end(), 0U);
  Evaluation out;
  out.task = task->name;
  out.measure = task->measure;
  out.texts = answers.texts();
  out.value = measure(*task, answers, picks);
  out.trivial = trivial(*task, answers, picks);
  if (task->name == "goemotions") out.calibration_error = emotions_calibration(readings, answers);
  add_interval(*task, answers, options, out);
  if (!options.by.empty()) out.groups = group_errors(*gold);
  out.model_bytes = understander.model_bytes();
  out.texts_per_second = static_cast<double>(out.texts) / std::max(took.count(), 1e-9);
  return out;
}

}  // namespace attune::learn
