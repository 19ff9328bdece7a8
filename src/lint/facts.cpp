// SPDX-License-Identifier: Apache-2.0
#include "lint/facts.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/calendar.h"
#include "base/yaml.h"
#include "lint/end_claim.h"
#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestValue = 1000;  ///< What lies behind is not judged.
/// An audience beyond this is not a circle of chosen people.
constexpr long kFew = 1000;
/// So many are "the last ones" and "almost gone".
constexpr long kLastOnes = 20;
/// An end within so many days is soon.
constexpr std::int64_t kSoon = 7;

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// A fact that is left blank says nothing, not even no.
bool says_no(std::string_view value) {
  constexpr std::array<std::string_view, 6> kNo = {"none",  "no",        "never",
                                                   "false", "unlimited", "open"};
  return among(kNo, lower(value));
}

bool is_number(std::string_view value) {
  return !value.empty() && value[0] >= '0' && value[0] <= '9' && number_of(value);
}

/// More than a yes: something that could be looked up.
bool says_something(std::string_view value) {
  constexpr std::array<std::string_view, 12> kBareYes = {"yes",   "y",      "true",      "on",
                                                         "ok",    "sure",   "true.",     "yes.",
                                                         "given", "always", "available", "all"};
  const bool letters = std::any_of(value.begin(), value.end(), [](unsigned char c) {
    return std::isalpha(c) != 0 || c >= 0x80;
  });
  return letters && !among(kBareYes, lower(value));
}

/// The classes of messages; those that do not sell come first.
constexpr std::array<std::string_view, 15> kClasses = {
    "service",   "security",  "safety",     "health",      "recall",
    "legal",     "outage",    "emergency",  "billing",     "transactional",
    "marketing", "promotion", "newsletter", "advertising", "sales"};
constexpr std::size_t kServing = 10;

bool has_amount(std::string_view value) {
  return value.find_first_of("0123456789") != std::string_view::npos;
}

bool is_class(std::string_view value) {
  return among(kClasses, lower(value));
}

/// The words that a company signs with.
bool names_company(std::string_view value) {
  constexpr std::array<std::string_view, 16> kCompanies = {
      "ltd",  "limited", "gmbh", "inc",      "llc",     "plc",     "ag",    "team",
      "bank", "company", "shop", "no-reply", "noreply", "support", "store", "customer"};
  Tokens tokens;
  tokenise(value, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (among(kCompanies, tokens.word(i))) return true;
  }
  return false;
}

/// Do the two hold a word of four letters or more that begins alike?
bool share_a_word(std::string_view a, std::string_view b) {
  constexpr std::size_t kStem = 5;
  constexpr std::size_t kShortest = 4;
  Tokens left;
  Tokens right;
  tokenise(a, left);
  tokenise(b, right);
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::string_view one = left.word(i).substr(0, kStem);
      if (one.size() >= kShortest && one == right.word(j).substr(0, kStem)) return true;
    }
  }
  return false;
}

FactVerdict verdict(bool is_true) {
  return is_true ? FactVerdict::true_claim : FactVerdict::false_claim;
}

/// The end of the offer that the claim tells of, its own sentence before those beside it.
std::optional<EndClaim> told_end(const Claim& claim) {
  auto told = end_claim(claim.sentence, claim.words);
  return told ? told : end_claim(claim.around, claim.words);
}

FactVerdict judge_end(std::string_view value, const Claim& claim) {
  const auto told = told_end(claim);
  if (!told) return FactVerdict::unknown;
  if (says_no(value)) return FactVerdict::false_claim;
  const auto date = day_of_fact(value);
  if (!date) return FactVerdict::unknown;
  const std::int64_t ahead = days_of(*date) - claim.today;
  if (ahead < 0) return FactVerdict::false_claim;
  if (!told->days.empty()) {
    return verdict(std::any_of(told->days.begin(), told->days.end(),
                               [&](const NamedDay& day) { return day.is(*date); }));
  }
  if (told->weekday) return verdict(ahead <= kSoon && weekday(days_of(*date)) == *told->weekday);
  if (!told->ahead.empty()) {
    return verdict(std::all_of(told->ahead.begin(), told->ahead.end(), [&](const DaysAhead& days) {
      return days.least <= ahead && ahead <= days.most;
    }));
  }
  return ahead <= kSoon ? FactVerdict::true_claim : FactVerdict::unknown;
}

/// "only 3 left" is true of three; "fewer than five" of four and less; "almost gone" of few.
FactVerdict judge_count(std::string_view value, const Claim& claim) {
  constexpr std::array<std::string_view, 4> kBelow = {"fewer", "less", "under", "below"};
  constexpr std::array<std::string_view, 24> kLeftOver = {
      "left",    "remaining", "remain",  "remains",    "available", "last",
      "final",   "few",       "handful", "gone",       "out",       "low",
      "limited", "supplies",  "supply",  "quantities", "stock",     "stocks",
      "full",    "one",       "lasts",   "spots",      "inventory", "quantity"};
  if (says_no(value)) return FactVerdict::false_claim;
  if (!is_number(value)) return FactVerdict::unknown;
  const long left = *number_of(value);
  Tokens tokens;
  tokenise(claim.words, tokens);
  bool below = false;
  bool counts = false;  // "Selling fast" tells of a rush, not of what is left.
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    below = below || among(kBelow, tokens.word(i));
    counts = counts || among(kLeftOver, tokens.word(i));
    const auto told = number_of(tokens.word(i));
    if (told && tokens.word(i) != "one") return verdict(below ? left < *told : left == *told);
  }
  return counts ? verdict(left > 0 && left <= kLastOnes) : FactVerdict::unknown;
}

FactVerdict judge_audience(std::string_view value, const Claim& /*claim*/) {
  if (says_no(value)) return FactVerdict::false_claim;
  if (!is_number(value)) return FactVerdict::unknown;
  return verdict(*number_of(value) <= kFew);
}

/// What is known of a fact that only words can give.
FactVerdict judge_words(std::string_view value, const Claim& /*claim*/) {
  if (says_no(value)) return FactVerdict::false_claim;
  return says_something(value) ? FactVerdict::true_claim : FactVerdict::unknown;
}

/// A consent is for something, and so is a need: they speak of what they name.
FactVerdict judge_named(std::string_view value, const Claim& claim) {
  const FactVerdict told = judge_words(value, claim);
  if (told != FactVerdict::true_claim || share_a_word(value, claim.sentence)) return told;
  return FactVerdict::unknown;
}

FactVerdict judge_price(std::string_view value, const Claim& claim) {
  return has_amount(value) || says_no(value) ? judge_words(value, claim) : FactVerdict::unknown;
}

FactVerdict judge_class(std::string_view value, const Claim& /*claim*/) {
  if (says_no(value)) return FactVerdict::false_claim;
  const auto* const found = std::find(kClasses.begin(), kClasses.end(), lower(value));
  return found < kClasses.begin() + kServing ? FactVerdict::true_claim : FactVerdict::unknown;
}

FactVerdict judge_sender(std::string_view value, const Claim& claim) {
  return names_company(value) ? FactVerdict::unknown : judge_words(value, claim);
}

/// A fact that clears: what it must be, and what it says of a claim.
struct FactKind {
  std::string_view name;
  std::string_view wanted;  ///< For people, behind "give".
  bool (*fits)(std::string_view value);
  FactVerdict (*judge)(std::string_view value, const Claim& claim);
};

bool is_day(std::string_view value) {
  return day_of_fact(value).has_value();
}

constexpr std::array<FactKind, 11> kKinds = {
    {{"offer_ends", "the day, such as 2026-06-30", is_day, judge_end},
     {"stock", "the number that is left, such as 12", is_number, judge_count},
     {"audience_size", "the number of people who get it, such as 250", is_number, judge_audience},
     {"sources", "who says so and where it can be looked up", says_something, judge_words},
     {"message_class",
      "one of service, security, safety, health, recall, legal, outage, emergency, billing, "
      "transactional, marketing",
      is_class, judge_class},
     {"sender", "the name of the person who wrote it", says_something, judge_sender},
     {"consent", "what they said yes to and where", says_something, judge_named},
     {"price_terms", "the price and its period, such as 9 EUR a month", has_amount, judge_price},
     {"cancel_path", "where people can leave, such as a link", says_something, judge_words},
     {"needed_for", "what is asked for and what it is needed for", says_something, judge_named},
     {"attributes", "what they told you and where", says_something, judge_named}}};

void add(const YAML::Node& node, const std::string& name, Facts& facts);

/// A map's entries are facts of their own ("stock.left"); its first value stands for it, too.
void add_map(const YAML::Node& node, const std::string& name, Facts& facts) {
  bool first = true;
  for (const auto& entry : node) {
    const auto key = entry.first.as<std::string>();
    add(entry.second, name.empty() ? key : fmt::format("{}.{}", name, key), facts);
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

void add(const YAML::Node& node, const std::string& name, Facts& facts) {
  if (name.size() > kLongestName) {
    throw YAML::RepresentationException(
        node.Mark(), fmt::format("the name of a fact is over {} bytes; shorten it", kLongestName));
  }
  if (node.IsMap()) return add_map(node, name, facts);
  if (node.IsSequence()) {
    facts[name] = joined(node);
  } else {
    facts[name] = node.IsScalar() ? node.as<std::string>() : "";
  }
}

}  // namespace

Result<Facts> read_facts(std::string_view yaml) {
  const auto root = load_yaml(yaml);
  if (!root) return tl::unexpected<Error>(root.error());
  if (!root->IsMap() && !root->IsNull()) return fail(Fault::bad_input, "facts are a map of names");
  try {
    Facts facts;
    if (root->IsMap()) add(*root, "", facts);
    return facts;
  } catch (const YAML::Exception& error) {
    return fail(Fault::bad_input,
                fmt::format("line {}: not understood as facts", error.mark.line + 1));
  }
}

std::vector<std::string> doubts(const Facts& facts) {
  std::vector<std::string> sentences;
  for (const FactKind& kind : kKinds) {
    const auto fact = facts.find(kind.name);
    if (fact == facts.end() || says_no(fact->second) || kind.fits(fact->second)) continue;
    sentences.push_back(fmt::format("the fact \"{}\" clears nothing as it stands; give {}",
                                    kind.name, kind.wanted));
  }
  return sentences;
}

FactVerdict judge(const Facts& facts, std::string_view name, const Claim& claim) {
  const auto fact = facts.find(name);
  const auto* const kind = std::find_if(kKinds.begin(), kKinds.end(),
                                        [&](const FactKind& one) { return one.name == name; });
  if (fact == facts.end() || kind == kKinds.end()) return FactVerdict::unknown;
  return kind->judge(std::string_view(fact->second).substr(0, kLongestValue), claim);
}

}  // namespace attune
