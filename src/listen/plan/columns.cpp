// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/columns.h"

#include <algorithm>

#include "base/hash.h"
#include "listen/plan/fold.h"
#include "listen/plan/header_words.h"
#include "listen/plan/questions.h"
#include "listen/plan/values.h"

namespace attune {

namespace {

constexpr std::size_t kLookedAt = 4096;  ///< Bytes of a cell.
constexpr double kFewValues = .05;       ///< A share of distinct values too small for an id.
constexpr std::size_t kFewTicks = 8;     ///< Distinct values of a list to tick, at most.
constexpr std::uint64_t kFewRows = 20;   ///< Below, how often values repeat says little.

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Words of `text`; scripts without blanks count a word for every six bytes.
std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0, high = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank && !inside) ++words;
    inside = !blank;
    high += static_cast<unsigned char>(c) >= 0xE3 ? 1 : 0;
  }
  return std::max(words, high / 2);
}

bool array_of_objects(std::string_view json) {
  const std::size_t open = json.find_first_not_of(" \t\n\r", 1);
  return json.front() == '[' && open != std::string_view::npos && json[open] == '{';
}

double clamp01(double value) {
  return std::clamp(value, 0.0, 1.0);
}

double distinct_share(const ColumnFacts& facts) {
  return facts.share(facts.distinct.size());
}

double mean_words(const ColumnFacts& facts) {
  return facts.share(facts.words);
}

bool repeats(const Sample& sample, const ColumnFacts& facts, std::size_t most) {
  return sample.rows < kFewRows || facts.distinct.size() <= most || distinct_share(facts) < .3;
}

/// How much the content reads like what people write, in [0, 1].
double prose(const Sample& sample, const ColumnFacts& facts) {
  if (facts.filled == 0 || facts.nested > 0) return 0;
  const double spread = sample.rows < 5 ? 1 : clamp01(distinct_share(facts) / .4);
  return facts.share(facts.lettered) * clamp01(mean_words(facts) / 5) * spread;
}

bool names_another_field(std::string_view name) {
  for (std::size_t field = 1; field < kFieldCount; ++field) {
    if (name_fit(static_cast<Field>(field), name) >= .8) return true;
  }
  return false;
}

/// How well the answers to a question that asks for good, for bad or for wishes fit as text: they
/// are people's words even where they are short ("price"). Whoever looks for problems asks for the
/// bad ones first.
double answers_fit(const Sample& sample, const ColumnFacts& facts, Asked asked) {
  const bool ticks = sample.rows >= kFewRows && facts.distinct.size() <= kFewTicks;
  if (facts.share(facts.lettered) < .5 || facts.nested > 0 || ticks) return 0;
  const double wanted = asked == Asked::bad ? .15 : (asked == Asked::wishes ? .08 : 0);
  return .5 + wanted + .1 * prose(sample, facts);
}

/// How well column `i` fits as text, in [0, 1].
double text_fit(const Sample& sample, std::size_t i) {
  const ColumnFacts& facts = sample.facts[i];
  const double name = name_fit(Field::text, sample.columns[i]);
  if (facts.share(facts.nested) > (name >= 1 ? .5 : .2)) return 0;
  const double content = prose(sample, facts);
  const Asked asked = name < 1 ? asked_by(sample.columns[i]) : Asked::anything;
  if (asked != Asked::anything) return answers_fit(sample, facts, asked);
  if (name >= 1) {
    // A file with few or no words in it still has its "text" column.
    const bool something_else = sample.rows >= 5 && facts.share(facts.lettered) < .2;
    return something_else ? .2 : .6 + .4 * content;
  }
  if (name > 0) return facts.share(facts.lettered) < .5 ? 0 : .55 * name + .45 * content;
  if (about_text(sample.columns[i]) || names_another_field(sample.columns[i])) return 0;
  if (mean_words(facts) < 3) return 0;
  return .5 * content;
}

double id_fit(const Sample& sample, const ColumnFacts& facts, double name, bool exact) {
  const double distinct = distinct_share(facts);
  if (mean_words(facts) > 2) return 0;
  // What is called "id" is the id, though a record lacks it or two share it: people join by it. Few
  // values in many rows are a kind of thing, though.
  if (exact) return sample.rows < kFewRows || distinct >= kFewValues ? name : 0;
  if (facts.filled < sample.rows || facts.nested > 0) return 0;
  const double needed = name >= 1 ? .45 : .999;  // An export given twice has each id twice.
  return distinct >= needed ? name * distinct : 0;
}

double time_fit(const ColumnFacts& facts, double name) {
  const double dates = facts.share(facts.dates);
  return dates >= (name >= 1 ? .5 : .7) ? name * dates : 0;
}

double short_words_fit(const ColumnFacts& facts, double name, double most_words) {
  return mean_words(facts) <= most_words && facts.share(facts.bytes) <= 80 ? name : 0;
}

/// A name that comes again and again is a product's, not a headline.
double title_fit(const Sample& sample, const ColumnFacts& facts, double name) {
  const bool varied = sample.rows < kFewRows || distinct_share(facts) >= .3;
  return varied && facts.share(facts.lettered) >= .5 && mean_words(facts) < 25 ? name : 0;
}

double repeated_words_fit(const Sample& sample, const ColumnFacts& facts, double name,
                          std::size_t most_values) {
  return repeats(sample, facts, most_values) ? short_words_fit(facts, name, 8) : 0;
}

/// How well column `i` fits any field but text, in [0, 1].
double fit(const Sample& sample, std::size_t i, Field field) {
  const ColumnFacts& facts = sample.facts[i];
  const double name = name_fit(field, sample.columns[i]);
  if (name <= 0 || facts.filled == 0) return 0;
  if (field == Field::purposes) return name;
  if (facts.share(facts.nested) > .05 && field != Field::id) return 0;
  switch (field) {
    case Field::id:
      return id_fit(sample, facts, name, fold_name(sample.columns[i]) == "id");
    case Field::time:
      return time_fit(facts, name);
    case Field::rating:
      return facts.share(facts.ratings) >= .8 ? name : 0;
    case Field::role:
      return facts.share(facts.roles) >= .9 ? name : 0;
    case Field::person:
      return facts.share(facts.wordy_dates) > .2 ? 0 : short_words_fit(facts, name, 4);
    case Field::channel:
      return repeated_words_fit(sample, facts, name, 50);
    case Field::brand:
      return repeated_words_fit(sample, facts, name, 200);
    case Field::lang:
      return facts.share(facts.bytes) <= 12 && repeats(sample, facts, 60) ? name : 0;
    case Field::title:
      return title_fit(sample, facts, name);
    default:
      return name;
  }
}

Choice best_text(const Sample& sample, const std::vector<bool>& taken, Guess& guess) {
  std::vector<double> fits(sample.columns.size());
  for (std::size_t i = 0; i < fits.size(); ++i) fits[i] = taken[i] ? 0 : text_fit(sample, i);
  const auto best = std::max_element(fits.begin(), fits.end());
  if (best == fits.end() || *best < .2) return {};
  double second = 0;
  for (auto it = fits.begin(); it != fits.end(); ++it) {
    if (it != best) second = std::max(second, *it);
    const auto column = static_cast<std::uint32_t>(it - fits.begin());
    const double name = name_fit(Field::text, sample.columns[column]);
    const bool headline_or_reply = name > 0 && name < .6;
    if (it != best && *it >= .4 && !headline_or_reply) guess.other_texts.push_back(column);
  }
  const double margin = clamp01((*best - second) / .3);
  const double confidence = *best * (.8 + .2 * margin) + (*best > .9 ? .1 : 0);
  const auto column = static_cast<std::uint32_t>(best - fits.begin());
  // A column that is called "text" is the text, however little stands in it.
  const bool told = *best >= .6 && name_fit(Field::text, sample.columns[column]) >= 1;
  return {.columns = {column}, .confidence = std::clamp(confidence, told ? .9 : 0, .99)};
}

}  // namespace

void ColumnFacts::look_at(const Cell& cell, std::string_view column) {
  if (cell.kind == CellKind::absent || cell.kind == CellKind::null || says_nothing(cell.bytes))
    return;
  ++filled;
  distinct.add(hash64(cell.bytes));
  const std::string_view head = cell.bytes.substr(0, kLookedAt);
  words += count_words(head);
  bytes += head.size();
  if (cell.kind == CellKind::nested) {
    ++nested;
    object_arrays += array_of_objects(cell.bytes) ? 1 : 0;
    return;
  }
  order.look_at(head);
  const bool date = parse_time(head, DayOrder::unknown).has_value() ||
                    parse_time(head, DayOrder::day_first).has_value();
  const bool bare = head.find_first_not_of("0123456789.") == std::string_view::npos;
  dates += date ? 1 : 0;
  wordy_dates += date && !bare ? 1 : 0;
  const auto rating = parse_rating(head);
  ratings += rating && *rating >= 0 && *rating <= 100 ? 1 : 0;
  roles += parse_role(head, column) ? 1 : 0;
  const bool letters = std::any_of(head.begin(), head.end(), is_letter);
  lettered += letters && !date && cell.kind == CellKind::text ? 1 : 0;
}

void Sample::look_at(const Record& record, const std::vector<std::string>& names) {
  ++rows;
  for (std::size_t i = columns.size(); i < names.size(); ++i) columns.push_back(names[i]);
  facts.resize(columns.size());
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    facts[i].look_at(record.cells[i], columns[i]);
  }
}

Guess guess_columns(const Sample& sample, const std::vector<bool>& taken) {
  Guess guess;
  std::vector<bool> used = taken;
  used.resize(sample.columns.size());
  const auto take = [&](Field field, Choice choice) {
    for (const std::uint32_t column : choice.columns) used[column] = true;
    guess[field] = std::move(choice);
  };
  take(Field::text, best_text(sample, used, guess));
  // Fields whose names are sharpest choose first.
  constexpr std::array<Field, 12> kSharpestFirst = {
      Field::in_reply_to, Field::time, Field::id,      Field::person, Field::role,    Field::rating,
      Field::purposes,    Field::lang, Field::context, Field::brand,  Field::channel, Field::title};
  for (const Field field : kSharpestFirst) {
    double best = .45;
    Choice choice;
    for (std::size_t i = 0; i < sample.columns.size(); ++i) {
      const double fits = used[i] ? 0 : fit(sample, i, field);
      if (fits <= best) continue;
      best = fits;
      choice = {.columns = {static_cast<std::uint32_t>(i)}, .confidence = std::min(.99, fits)};
    }
    take(field, std::move(choice));
  }
  return guess;
}

}  // namespace attune
