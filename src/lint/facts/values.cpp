// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/values.h"

#include <array>
#include <cctype>

#include "lint/facts/end_claim.h"
#include "lint/facts/words.h"

namespace attune {

bool is_day(std::string_view value) {
  return day_of_fact(value).has_value();
}

bool is_number(std::string_view value) {
  const std::size_t end = std::min(value.find_first_not_of("0123456789,"), value.size());
  return end > 0 && number_of(value) &&
         value.substr(end).find_first_of("0123456789") == std::string_view::npos;
}

bool says_something(std::string_view value) {
  constexpr auto kBareYes =
      std::to_array<std::string_view>({"yes", "y", "true", "on", "ok", "sure", "given", "always",
                                       "available", "all", "done", "checked"});
  constexpr auto kDenial = std::to_array<std::string_view>(
      {"not", "never", "declined", "refused", "withdrawn", "without", "pending", "unknown",
       "unclear", "withdrew", "tbd", "todo", "didn't"});
  const std::vector<std::string> words = plain_words(value);
  return !words.empty() && !(words.size() == 1 && among(kBareYes, words[0])) && words[0] != "no" &&
         !holds_word(value, kDenial);
}

bool has_amount(std::string_view value) {
  constexpr auto kMoney = std::to_array<std::string_view>(
      {"eur",    "euro",   "euros", "usd",  "dollar", "dollars", "gbp",  "pound",
       "pounds", "pence",  "cents", "chf",  "month",  "monthly", "year", "yearly",
       "week",   "weekly", "day",   "once", "per",    "each",    "sek",  "dkk"});
  const bool sign = value.find_first_of("$%") != std::string_view::npos ||
                    value.find("\u20AC") != std::string_view::npos ||
                    value.find("\u00A3") != std::string_view::npos;
  return value.find_first_of("0123456789") != std::string_view::npos && !is_day(value) &&
         (sign || holds_word(value, kMoney));
}

bool is_person(std::string_view value) {
  constexpr auto kCompanies = std::to_array<std::string_view>(
      {"ltd",   "limited",   "gmbh",       "inc",   "llc",     "plc",     "ag",      "team",
       "bank",  "company",   "shop",       "no",    "noreply", "support", "store",   "customer",
       "crew",  "marketing", "newsletter", "hello", "info",    "sales",   "service", "office",
       "group", "club",      "co",         "corp",  "yes",     "true"});
  constexpr std::size_t kMostNames = 5;
  const std::vector<std::string> words = plain_words(value);
  const auto first = static_cast<unsigned char>(value.empty() ? 'a' : value[0]);
  return !words.empty() && words.size() <= kMostNames && std::islower(first) == 0 &&
         value.find_first_of("@/0123456789") == std::string_view::npos &&
         !holds_word(value, kCompanies);
}

bool is_path(std::string_view value) {
  constexpr auto kPlaces = std::to_array<std::string_view>(
      {"settings", "page", "link", "button", "account", "app", "profile", "reply", "stop",
       "website", "online", "form", "menu", "unsubscribe"});
  constexpr auto kByHand = std::to_array<std::string_view>(
      {"call", "phone", "ring", "telephone", "post", "letter", "visit", "fax"});
  if (!says_something(value)) return false;
  const bool link = value.find('/') != std::string_view::npos || value.find('>') != value.npos ||
                    lower(value).find("www.") != std::string::npos;
  return link || (holds_word(value, kPlaces) && !holds_word(value, kByHand));
}

bool is_given(std::string_view value) {
  constexpr auto kCovert = std::to_array<std::string_view>(
      {"inferred", "tracked", "tracking", "bought", "broker", "scraped", "observed", "guessed",
       "predicted", "watched", "enriched"});
  return says_something(value) && !holds_word(value, kCovert);
}

bool serving_class(std::string_view value) {
  return among(kServingClasses, lower(value));
}

bool is_class(std::string_view value) {
  return serving_class(value) || among(kSellingClasses, lower(value));
}

bool says_no(std::string_view value) {
  constexpr auto kNo =
      std::to_array<std::string_view>({"none", "no", "never", "false", "unlimited", "open"});
  return among(kNo, lower(value));
}

}  // namespace attune
