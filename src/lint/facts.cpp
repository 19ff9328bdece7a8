// SPDX-License-Identifier: Apache-2.0
#include "lint/facts.h"

#include <yaml-cpp/yaml.h>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <vector>

#include "text/tokens.h"

namespace attune {

namespace {

struct Day {
  int month = 0;
  int day = 0;
  friend bool operator==(const Day&, const Day&) = default;
};

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::size_t kMostEntries = 10000;  ///< Aliases can make a small file large.
/// An audience beyond this is not a circle of chosen people.
constexpr long kFew = 1000;

int month_of(std::string_view word) {
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (word.size() >= 3 && word.starts_with(kMonths[m]) && word.size() <= 9)
      return static_cast<int>(m) + 1;
  }
  return 0;
}

std::optional<long> whole(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ',') {
      break;
    }
  }
  long value = 0;
  if (digits.empty() || digits.size() > 12) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<long> number_word(std::string_view word) {
  constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                         "five", "six",    "seven", "eight", "nine",
                                                         "ten",  "eleven", "twelve"};
  const auto found = std::find(kNumbers.begin(), kNumbers.end(), word);
  if (found != kNumbers.end()) return found - kNumbers.begin();
  return whole(word);
}

/// "30 June", "June 30th": the month is token `i`.
std::optional<Day> day_of_month(const Tokens& tokens, std::size_t i) {
  const int month = month_of(tokens.word(i));
  if (month <= 0) return std::nullopt;
  const auto before = i > 0 ? whole(tokens.word(i - 1)) : std::nullopt;
  const auto after = i + 1 < tokens.size() ? whole(tokens.word(i + 1)) : std::nullopt;
  const auto day = before && *before >= 1 && *before <= 31 ? before : after;
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  return Day{month, static_cast<int>(*day)};
}

/// "2026-06-30": the year is token `i`.
std::optional<Day> iso_day(const Tokens& tokens, std::size_t i) {
  const bool iso = tokens.word(i).size() == 4 && whole(tokens.word(i)) && i + 4 < tokens.size() &&
                   tokens.word(i + 1) == "-" && tokens.word(i + 3) == "-";
  if (!iso) return std::nullopt;
  const auto month = whole(tokens.word(i + 2));
  const auto day = whole(tokens.word(i + 4));
  if (!month || !day) return std::nullopt;
  return Day{static_cast<int>(*month), static_cast<int>(*day)};
}

/// The days of the year that a text names.
std::vector<Day> days_in(std::string_view text) {
  Tokens tokens;
  tokenise(text, tokens);
  std::vector<Day> days;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (const auto day = day_of_month(tokens, i)) days.push_back(*day);
    if (const auto day = iso_day(tokens, i)) days.push_back(*day);
  }
  return days;
}

bool says_no(std::string_view value) {
  constexpr std::array<std::string_view, 9> kNo = {"none", "no",        "never", "false", "",
                                                   "null", "unlimited", "open",  "~"};
  std::string lower(value);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kNo.begin(), kNo.end(), lower) != kNo.end();
}

FactVerdict judge_date(std::string_view value, std::string_view sentence) {
  const auto told = days_in(sentence);
  const auto true_days = days_in(value);
  if (told.empty() || true_days.empty()) return FactVerdict::true_claim;
  return std::find(told.begin(), told.end(), true_days.front()) != told.end()
             ? FactVerdict::true_claim
             : FactVerdict::false_claim;
}

FactVerdict judge_count(std::string_view value, std::string_view words) {
  const auto left = whole(value);
  Tokens tokens;
  tokenise(words, tokens);
  for (std::size_t i = 0; left && i < tokens.size(); ++i) {
    const auto told = number_word(tokens.word(i));
    if (told && tokens.word(i) != "one") {
      return *told == *left ? FactVerdict::true_claim : FactVerdict::false_claim;
    }
  }
  return left && *left <= 20 ? FactVerdict::true_claim : FactVerdict::false_claim;
}

void add(const YAML::Node& node, const std::string& name, Facts& facts, std::size_t& left);

/// A map's entries are facts of their own ("stock.left"); its first value stands for it, too.
void add_map(const YAML::Node& node, const std::string& name, Facts& facts, std::size_t& left) {
  bool first = true;
  for (const auto& entry : node) {
    const auto key = entry.first.as<std::string>();
    add(entry.second, name.empty() ? key : fmt::format("{}.{}", name, key), facts, left);
    if (first && !name.empty() && entry.second.IsScalar())
      facts[name] = entry.second.as<std::string>();
    first = false;
  }
}

/// "a, b, c"
std::string joined(const YAML::Node& list) {
  std::string words;
  for (const auto& entry : list) {
    if (!entry.IsScalar()) continue;
    if (!words.empty()) words += ", ";
    words += entry.as<std::string>();
  }
  return words;
}

void add(const YAML::Node& node, const std::string& name, Facts& facts, std::size_t& left) {
  if (left == 0) return;
  --left;
  if (node.IsMap()) return add_map(node, name, facts, left);
  if (node.IsSequence()) {
    facts[name] = joined(node);
  } else {
    facts[name] = node.IsScalar() ? node.as<std::string>() : "";
  }
}

}  // namespace

Result<Facts> read_facts(std::string_view yaml) {
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsMap() && !root.IsNull()) return fail(Fault::bad_input, "facts are a map of names");
    Facts facts;
    std::size_t left = kMostEntries;
    if (root.IsMap()) add(root, "", facts, left);
    return facts;
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input, "not YAML, line " + std::to_string(error.mark.line + 1));
  }
}

FactVerdict judge(const Facts& facts, std::string_view name, std::string_view words,
                  std::string_view sentence) {
  const auto found = facts.find(name);
  if (name.empty() || found == facts.end()) return FactVerdict::unknown;
  const std::string& value = found->second;
  if (says_no(value)) return FactVerdict::false_claim;
  if (name == "offer_ends") return judge_date(value, sentence);
  if (name == "stock") return judge_count(value, words);
  if (name == "audience_size") {
    const auto size = whole(value);
    return size && *size <= kFew ? FactVerdict::true_claim : FactVerdict::false_claim;
  }
  return FactVerdict::true_claim;
}

}  // namespace attune
