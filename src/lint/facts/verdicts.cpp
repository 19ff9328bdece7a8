// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/verdicts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "lint/facts/count_claim.h"
#include "lint/facts/end_claim.h"
#include "lint/facts/values.h"
#include "lint/facts/words.h"

namespace attune {

namespace {

/// An audience beyond this is not a circle of chosen people.
constexpr long kFew = 1000;
/// So many are "the last ones" and "almost gone".
constexpr long kLastOnes = 20;
/// An end within so many days is soon.
constexpr std::int64_t kSoon = 7;
/// A single number that a claim and a source share is no chance from here on.
constexpr long kTellingNumber = 10;

FactVerdict verdict(bool is_true) {
  return is_true ? FactVerdict::true_claim : FactVerdict::false_claim;
}

/// The end of the offer that the claim tells of, its own sentence before those beside it.
std::optional<EndClaim> told_end(const Claim& claim) {
  auto told = end_claim(claim.sentence, claim.words);
  return told ? told : end_claim(claim.around, claim.words);
}

bool names_day(const EndClaim& told, const Date& date) {
  return std::any_of(told.days.begin(), told.days.end(),
                     [&](const NamedDay& day) { return day.is(date); });
}

/// Do the numbers of the claim bear the source out? None: neither; then the words decide.
std::optional<bool> numbers_shared(const std::vector<std::string>& claimed,
                                   const std::vector<std::string>& known) {
  if (claimed.empty() || known.empty()) return std::nullopt;
  return all_among(claimed, known);
}

/// What a fact is of: "travel insurance" of "travel insurance, ticked at checkout".
std::vector<std::string_view> subjects(const FactEntry& entry) {
  std::string_view text = entry.about.empty() ? entry.value : entry.about;
  std::size_t end = text.find_first_of(",;:(");
  for (const std::string_view mark : {" at ", " on ", " in ", " via ", " for ", " to ", " when ",
                                      " by ", " from ", " because ", " - "})
    end = std::min(end, text.find(mark));
  text = text.substr(0, end);
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t cut = text.find_first_of("/+");
    std::size_t next = cut == std::string_view::npos ? text.size() : cut + 1;
    for (const std::string_view mark : {" and ", " or "}) {
      if (const std::size_t at = text.find(mark); at < cut) {
        cut = at;
        next = at + mark.size();
      }
    }
    parts.push_back(text.substr(0, cut));
    text.remove_prefix(std::min(next, text.size()));
  }
  return parts;
}

}  // namespace

FactVerdict judge_end(const FactEntry& entry, const Claim& claim) {
  const auto told = told_end(claim);
  if (!told) return FactVerdict::unknown;
  if (says_no(entry.value)) return FactVerdict::false_claim;
  const auto date = day_of_fact(entry.value);
  if (!date) return FactVerdict::unknown;
  const std::int64_t ahead = days_of(*date) - claim.today;
  if (told->past) {
    if (!told->days.empty()) return verdict(names_day(*told, *date));
    return ahead <= 0 ? FactVerdict::true_claim : FactVerdict::unknown;
  }
  if (ahead < 0) return FactVerdict::false_claim;
  if (!told->days.empty()) return verdict(names_day(*told, *date));
  if (told->weekday) return verdict(ahead <= kSoon && weekday(days_of(*date)) == *told->weekday);
  if (!told->ahead.empty()) {
    return verdict(std::all_of(told->ahead.begin(), told->ahead.end(), [&](const DaysAhead& days) {
      return days.least <= ahead && ahead <= days.most;
    }));
  }
  return ahead <= kSoon ? FactVerdict::true_claim : FactVerdict::unknown;
}

FactVerdict judge_count(const FactEntry& entry, const Claim& claim) {
  const CountClaim told = count_claim(claim.words);
  if (!told.told && !told.counts) return FactVerdict::unknown;
  if (says_no(entry.value)) return FactVerdict::false_claim;
  if (!is_number(entry.value)) return FactVerdict::unknown;
  const long left = *number_of(entry.value);
  if (told.told) {
    if (told.bound == CountClaim::Bound::below) return verdict(left < *told.told);
    if (told.bound == CountClaim::Bound::above) return verdict(left > *told.told);
    return verdict(left == *told.told);
  }
  if (told.sold_out) return verdict(left == 0);
  return verdict(left > 0 && left <= kLastOnes);
}

FactVerdict judge_audience(const FactEntry& entry, const Claim& claim) {
  constexpr auto kChosen = std::to_array<std::string_view>(
      {"chosen",    "picked",      "selected",   "select",     "handpicked",  "few",
       "exclusive", "exclusively", "invited",    "invitation", "only",        "private",
       "members",   "vip",         "vips",       "lucky",      "shortlisted", "nominated",
       "reserved",  "elite",       "privileged", "circle",     "everyone",    "everybody",
       "qualify",   "qualified",   "special",    "preapproved"});
  if (!is_number(entry.value) || !holds_word(claim.sentence, kChosen)) return FactVerdict::unknown;
  const long people = *number_of(entry.value);
  constexpr auto kPeople =
      std::to_array<std::string_view>({"people", "customers", "readers", "members", "clients",
                                       "guests", "others", "subscribers", "of"});
  const std::vector<std::string> numbers = numbers_in(clause_around(claim.sentence, claim.words));
  if (numbers.size() == 1 && holds_word(claim.sentence, kPeople))
    return verdict(people <= number_of(numbers[0]).value_or(0));
  return verdict(people <= kFew);
}

FactVerdict judge_source(const FactEntry& entry, const Claim& claim) {
  if (!says_something(entry.value)) return FactVerdict::unknown;
  const std::string_view clause = clause_around(claim.sentence, claim.words);
  const std::string text = entry.about.empty() ? entry.value : entry.about;
  const std::vector<std::string> told = numbers_in(clause);
  const auto numbers = numbers_shared(told, numbers_in(text));
  if (numbers && !*numbers) return FactVerdict::unknown;
  const bool word = any_among(content_words(text), content_words(clause));
  const bool telling =
      numbers && (told.size() > 1 || number_of(told[0]).value_or(0) >= kTellingNumber);
  return word || telling ? FactVerdict::true_claim : FactVerdict::unknown;
}

FactVerdict judge_named(const FactEntry& entry, const Claim& claim) {
  if (!says_something(entry.value)) return FactVerdict::unknown;
  const std::vector<std::string> said = content_words(claim.sentence);
  for (const std::string_view subject : subjects(entry)) {
    const std::vector<std::string> words = content_words(subject);
    if (!words.empty() && all_among(words, said)) return FactVerdict::true_claim;
  }
  return FactVerdict::unknown;
}

FactVerdict judge_given(const FactEntry& entry, const Claim& claim) {
  return is_given(entry.value) ? judge_named(entry, claim) : FactVerdict::unknown;
}

FactVerdict judge_price(const FactEntry& entry, const Claim& claim) {
  constexpr auto kNamedCosts = std::to_array<std::string_view>(
      {"shipping",     "handling", "postage",      "delivery", "processing", "booking",
       "deposit",      "setup",    "resort",       "cleaning", "service",    "admin",
       "tax",          "taxes",    "verify",       "renew",    "renews",     "renewal",
       "installation", "roaming",  "verification", "insurance"});
  const std::string terms = entry.about + " " + entry.value;
  if (!has_amount(terms) || !says_something(terms)) return FactVerdict::unknown;
  const std::vector<std::string> known = plain_words(terms);
  for (const std::string& word : plain_words(claim.sentence)) {
    const bool named = among(kNamedCosts, word);
    if (named && !holds_word(terms, std::array<std::string_view, 1>{word}))
      return FactVerdict::unknown;
  }
  const auto numbers =
      numbers_shared(numbers_in(clause_around(claim.sentence, claim.words)), numbers_in(terms));
  return numbers && !*numbers ? FactVerdict::unknown : FactVerdict::true_claim;
}

FactVerdict judge_path(const FactEntry& entry, const Claim& claim) {
  constexpr auto kLeaving = std::to_array<std::string_view>(
      {"cancel",        "cancelled", "cancelling", "cancellation", "cancellations", "unsubscribe",
       "leave",         "leaving",   "close",      "delete",       "terminate",     "quit",
       "membership",    "contract",  "opt",        "deletion",     "removal",       "end",
       "unsubscribing", "canceled",  "ending",     "stop",         "account"});
  constexpr auto kHurdles = std::to_array<std::string_view>(
      {"steps", "wait", "restarts", "resets", "forms", "letter", "post", "fax", "sure", "lose",
       "survey", "specialist", "retention", "notarised", "queue", "fee", "reason", "reasons"});
  if (!is_path(entry.value) || !holds_word(claim.sentence, kLeaving) ||
      holds_word(claim.sentence, kHurdles))
    return FactVerdict::unknown;
  return FactVerdict::true_claim;
}

FactVerdict judge_class(const FactEntry& entry, const Claim& claim) {
  constexpr auto kOfAll =
      std::to_array<std::string_view>({"safety", "health", "recall", "emergency"});
  constexpr auto kMatters = std::to_array<std::string_view>(
      {"account",  "payment", "pay",      "card",   "invoice",      "bill",
       "access",   "service", "contract", "policy", "delivery",     "order",
       "balance",  "overdue", "court",    "data",   "power",        "network",
       "password", "sign-in", "login",    "supply", "subscription", "cover"});
  constexpr auto kAttacks = std::to_array<std::string_view>(
      {"hackers",  "hacker",     "hacked",    "password", "passwords", "breach",  "fraud", "scam",
       "scammers", "fraudsters", "phishing",  "stolen",   "data",      "account", "login", "device",
       "devices",  "identity",   "criminals", "thieves",  "money",     "card"});
  if (!serving_class(entry.value)) return FactVerdict::unknown;
  const std::string kind = lower(entry.value);
  const bool spoken_of =
      among(kOfAll, kind) ||
      holds_word(claim.sentence, kind == "security" ? std::span<const std::string_view>(kAttacks)
                                                    : std::span<const std::string_view>(kMatters));
  return spoken_of ? FactVerdict::true_claim : FactVerdict::unknown;
}

FactVerdict judge_sender(const FactEntry& entry, const Claim& claim) {
  constexpr auto kSelf = std::to_array<std::string_view>(
      {"i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"});
  constexpr auto kPretence = std::to_array<std::string_view>(
      {"re", "fwd", "chat", "darling", "sweetheart", "gorgeous", "babe", "honey", "call", "bestie",
       "never", "secret", "rarely", "lunch"});
  if (!is_person(entry.value)) return FactVerdict::unknown;
  return holds_word(claim.sentence, kSelf) && !holds_word(claim.sentence, kPretence)
             ? FactVerdict::true_claim
             : FactVerdict::unknown;
}

}  // namespace attune
