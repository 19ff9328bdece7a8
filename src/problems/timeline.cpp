// SPDX-License-Identifier: Apache-2.0
#include "problems/timeline.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/calendar.h"
#include "measure/interval.h"
#include "problems/feelings/feeling_shares.h"
#include "problems/feelings/topic_feelings.h"

namespace attune::problems {

namespace {

using Mention = std::pair<std::uint32_t, std::int32_t>;  // Unit and day, later unit and stretch.

constexpr double kNamedOverall = 0.01;  // Share of all messages from which a feeling is named.

std::vector<std::int32_t> months(std::int32_t first, std::int32_t last, unsigned step) {
  std::vector<std::int32_t> starts = {first};
  Date date = date_of_days(first);
  date.day = 1;
  while (true) {
    date.month += step;
    date.year += static_cast<int>((date.month - 1) / 12);
    date.month = (date.month - 1) % 12 + 1;
    const auto start = static_cast<std::int32_t>(days_of(date));
    if (start > last) return starts;
    starts.push_back(start);
  }
}

std::vector<std::int32_t> weeks(std::int32_t first, std::int32_t last) {
  std::vector<std::int32_t> starts = {first};
  constexpr std::int32_t kWeek = 7;
  std::int32_t start = first + kWeek - static_cast<std::int32_t>(weekday(first));
  for (; start <= last; start += kWeek) starts.push_back(start);
  return starts;
}

std::vector<std::int32_t> cut(std::int32_t first, std::int32_t last, Stretch stretch) {
  if (stretch == Stretch::week) return weeks(first, last);
  if (stretch == Stretch::month) return months(first, last, 1);
  if (stretch == Stretch::quarter) return months(first, last, 3);
  if (stretch == Stretch::year) return months(first, last, 12);
  std::vector<std::int32_t> days;
  for (std::int32_t day = first; day <= last; ++day) days.push_back(day);
  return days;
}

/// Distinct units per stretch.
std::vector<std::uint64_t> distinct(std::vector<Mention> units, std::size_t stretches) {
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  std::vector<std::uint64_t> counts(stretches, 0);
  for (const Mention& unit : units) ++counts[static_cast<std::size_t>(unit.second)];
  return counts;
}

/// Shares of units by the sentiment of what they wrote: the sum of their messages decides.
void sentiment_of_units(const Corpus& corpus, Feelings& feelings) {
  std::vector<std::pair<std::int32_t, bool>> units;
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message)) continue;
    if (units.size() <= message.unit) units.resize(message.unit + 1, {0, false});
    units[message.unit].first += static_cast<std::int32_t>(message.sentiment) - 1;
    units[message.unit].second = true;
  }
  std::array<std::uint64_t, 3> counts{};
  for (const auto& [balance, wrote] : units) {
    if (wrote) ++counts[balance < 0 ? 0 : balance == 0 ? 1 : 2];
  }
  feelings.negative = share_of(counts[0], corpus.units);
  feelings.neutral = share_of(counts[1], corpus.units);
  feelings.positive = share_of(counts[2], corpus.units);
}

}  // namespace

Stretch stretch_for(std::int32_t days) {
  constexpr std::int32_t kMost = 31;  // Stretches of one kind; then the next longer kind is used.
  if (days <= 0) return Stretch::none;
  if (days <= kMost) return Stretch::day;
  if (days <= kMost * 7) return Stretch::week;
  if (days <= kMost * 31) return Stretch::month;
  return days <= kMost * 31 * 3 ? Stretch::quarter : Stretch::year;
}

Timeline::Timeline(const Corpus& corpus) {
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || message.day == kNoDay) continue;
    first_ = first_ == kNoDay ? message.day : std::min(first_, message.day);
    last_ = std::max(last_, message.day);
  }
  if (first_ == kNoDay) return;
  stretch_ = stretch_for(last_ - first_ + 1);
  starts_ = cut(first_, last_, stretch_);
  strata_ = strata_of(corpus);
  std::vector<Mention> units;
  std::vector<std::vector<Mention>> by_stratum(strata_.number > 1 ? strata_.number : 0);
  for (std::size_t i = 0; i < corpus.messages.size(); ++i) {
    const CorpusMessage& message = corpus.messages[i];
    if (!Corpus::counts(message) || message.day == kNoDay) continue;
    units.emplace_back(message.unit, static_cast<std::int32_t>(stretch_of(message.day)));
    if (!by_stratum.empty()) by_stratum[strata_.of[i]].push_back(units.back());
  }
  wrote_ = distinct(std::move(units), starts_.size());
  for (std::vector<Mention>& mentions : by_stratum)
    wrote_in_.push_back(distinct(std::move(mentions), starts_.size()));
}

std::size_t Timeline::stretch_of(std::int32_t day) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), day);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

std::string Timeline::from(std::size_t stretch) const {
  return iso_date(starts_[stretch]);
}
std::string Timeline::first_day() const {
  return first_ == kNoDay ? "" : iso_date(first_);
}
std::string Timeline::last_day() const {
  return last_ == kNoDay ? "" : iso_date(last_);
}

Course Timeline::course(const Corpus& corpus, std::span<const std::uint32_t> messages) const {
  std::vector<Mention> units;
  std::map<std::uint32_t, std::vector<Mention>> by_stratum;
  for (const std::uint32_t index : messages) {
    const CorpusMessage& message = corpus.messages[index];
    if (message.day == kNoDay) continue;
    units.emplace_back(message.unit, static_cast<std::int32_t>(stretch_of(message.day)));
    if (strata_.number > 1) by_stratum[strata_.of[index]].push_back(units.back());
  }
  Course out{.buckets = {}, .strata = {}, .stratified = strata_.number > 1};
  const std::vector<std::uint64_t> counts = distinct(std::move(units), size());
  for (std::size_t i = 0; i < size(); ++i) {
    out.buckets.push_back({.from = from(i), .count = counts[i], .of = wrote_[i]});
  }
  for (auto& [stratum, mentions] : by_stratum) {
    const std::vector<std::uint64_t>& wrote = wrote_in_[stratum];
    out.strata.push_back({.counts = distinct(std::move(mentions), size()),
                          .exposure = std::vector<double>(wrote.begin(), wrote.end())});
  }
  return out;
}

Feelings feelings_of(const Corpus& corpus, const Timeline& timeline, std::size_t most) {
  Feelings feelings;
  EmotionSums all;
  std::vector<EmotionSums> stretches(timeline.size());
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message)) continue;
    all.add(message);
    if (message.day != kNoDay) stretches[timeline.stretch_of(message.day)].add(message);
  }
  for (std::size_t i = 0; i < kEmotions.size(); ++i) {
    const double share = all.share(i);
    feelings.overall.push_back({.emotion = i,
                                .share = share,
                                .named = kEmotions[i] != "neutral" && share >= kNamedOverall});
  }
  std::stable_sort(feelings.overall.begin(), feelings.overall.end(),
                   [](const EmotionShare& a, const EmotionShare& b) { return a.share > b.share; });
  for (const EmotionShare& emotion : feelings.overall) {
    if (feelings.emotions.size() < most && kEmotions[emotion.emotion] != "neutral") {
      feelings.emotions.push_back(emotion.emotion);
    }
  }
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    FeelingPoint point{.from = timeline.from(i), .messages = stretches[i].messages};
    for (const std::size_t emotion : feelings.emotions)
      point.shares.push_back(stretches[i].share(emotion));
    for (std::size_t f = 0; f < kFeelingCount; ++f) point.groups[f] = stretches[i].group_share(f);
    feelings.points.push_back(std::move(point));
  }
  feelings.groups = feeling_shares(corpus);
  sentiment_of_units(corpus, feelings);
  return feelings;
}

}  // namespace attune::problems
