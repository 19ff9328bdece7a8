// SPDX-License-Identifier: Apache-2.0
#include "problems/groups/key_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstddef>

namespace attune::problems {

namespace {

constexpr float kNames = 0.6F;     // Probability from which a phrase names a kind.
constexpr double kTheirs = 0.6;    // Share of those who say it that have the problem.
constexpr double kOften = 0.25;    // Power of the share of the people who say it.
constexpr std::size_t kSaid = 2;   // Of them who say it.
constexpr double kEarlier = 0.97;  // What each place further down the list costs.

constexpr std::array<std::string_view, kStruggleKinds> kWords = {
    "too expensive",
    "wrong charges or refunds",
    "late or waiting",
    "cancelled",
    "not delivered or missing",
    "broken or poor quality",
    "rude or careless staff",
    "customer service does not help",
    "app or site fails",
    "cannot log in",
    "payment fails",
    "cannot book or change",
    "wrong or no information",
    "not safe",
    "fraud",
    "privacy or unwanted messages",
    "something is not offered",
    "hard to use",
    "unfair rules",
    "too crowded",
    "dirty",
    "uncomfortable or poor facilities",
    "food and drink",
    "not in stock",
    "codes, points or rewards",
};

constexpr std::array<std::string_view, 20> kDates = {
    "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",
    "january",   "february", "march",     "april",    "june",   "july",     "august",
    "september", "october",  "november",  "december", "today",  "yesterday"};

/// True where a word of `phrase` is a day or a month, or holds a digit.
bool of_one_case(std::string_view phrase) {
  if (std::any_of(phrase.begin(), phrase.end(),
                  [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; })) {
    return true;
  }
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find_first_of(" ,", begin), phrase.size());
    if (std::find(kDates.begin(), kDates.end(), phrase.substr(begin, end - begin)) != kDates.end())
      return true;
    begin = end + 1;
  }
  return false;
}

/// True where every word of `phrase` stands in `words`.
bool repeats(std::string_view phrase, std::string_view words) {
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (words.find(phrase.substr(begin, end - begin)) == std::string_view::npos) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

std::string_view kind_words(StruggleKind kind) {
  return kWords[static_cast<std::size_t>(kind)];
}

std::string key_name(StruggleKind kind, const std::vector<std::string>& phrases,
                     const PhraseFacts& facts) {
  std::string_view best;
  double most = 0;
  double place = 1;
  for (const std::string& phrase : phrases) {
    place *= kEarlier;
    if (of_one_case(phrase) || repeats(phrase, kind_words(kind))) continue;
    const float names = facts.kinds(phrase)[static_cast<std::size_t>(kind)];
    if (names < kNames) continue;
    const PhraseCount count = facts.count(phrase);
    const double theirs = std::sqrt(count.precision) * std::pow(count.share, kOften);
    const double score = place * static_cast<double>(names) * theirs;
    if (count.said < kSaid || count.precision < kTheirs || score <= most) continue;
    most = score;
    best = phrase;
  }
  std::string name(kind_words(kind));
  if (!best.empty()) name.append(": ").append(best);
  return name;
}

}  // namespace attune::problems
