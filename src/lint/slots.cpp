// SPDX-License-Identifier: Apache-2.0
#include "lint/slots.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace attune {

namespace {

constexpr std::size_t kMostFacts = 2;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

template <std::size_t N>
bool holds_any(const std::string& text, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

/// The words of "customer.firstName" or "last_seen_at": customer, first, name …
std::vector<std::string> words_of(std::string_view path) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < path.size(); ++i) {
    const char c = path[i];
    const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
    const bool hump = upper && i > 0 && std::islower(static_cast<unsigned char>(path[i - 1])) != 0;
    if (c == '.' || c == '_' || c == '-' || hump) words.emplace_back();
    if (c != '.' && c != '_' && c != '-')
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return words;
}

bool covert(const std::string& source) {
  constexpr std::array<std::string_view, 12> kCovert = {"infer", "third",  "bought", "broker",
                                                        "scrap", "track",  "observ", "predict",
                                                        "model", "enrich", "guess",  "covert"};
  return holds_any(lower(source), kCovert);
}

}  // namespace

bool sensitive(std::string_view path) {
  constexpr std::array<std::string_view, 44> kSensitive = {
      "health",   "diagnos",       "pregnan",    "medic",    "illness",   "disab",   "religio",
      "ethnic",   "race",          "politic",    "sexual",   "gender",    "income",  "salary",
      "wealth",   "debt",          "credit",     "latitude", "longitude", "geo",     "gps",
      "location", "lastseen",      "last_seen",  "ip_addr",  "device",    "birth",   "dob",
      "inferred", "predict",       "propensity", "persona",  "mood",      "emotion", "marital",
      "divorc",   "children",      "child_",     "kids",     "weight",    "period_", "churn_risk",
      "browsing", "search_history"};
  return holds_any(lower(path), kSensitive);
}

bool personal(std::string_view path) {
  constexpr std::array<std::string_view, 12> kPeople = {
      "customer", "user",   "contact", "subscriber", "person",  "recipient",
      "profile",  "member", "lead",    "guest",      "patient", "client"};
  constexpr std::array<std::string_view, 22> kFacts = {
      "firstname", "lastname", "fname",   "lname",  "surname",  "first", "last",     "fullname",
      "nickname",  "email",    "phone",   "mobile", "city",     "town",  "postcode", "zip",
      "age",       "birthday", "address", "gender", "employer", "street"};
  constexpr std::array<std::string_view, 14> kNot = {
      "url",         "link", "href",   "id",          "token", "code",    "key",
      "unsubscribe", "lang", "locale", "preferences", "count", "support", "login"};
  const std::vector<std::string> words = words_of(path);
  const auto in = [&](const auto& names) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(names.begin(), names.end(), word) != names.end();
    });
  };
  if (in(kNot)) return false;
  return in(kPeople) || in(kFacts) || sensitive(path);
}

const Rule* SlotCheck::check(const TemplateSlot& slot) {
  if (!personal(slot.path)) return nullptr;
  const auto declared = config_.attributes.find(slot.path);
  const bool known = declared != config_.attributes.end();
  if (config_.declares && !known) return rules_.find("invasive-slot-undeclared");
  if (known) {
    const DeclaredAttribute& attribute = declared->second;
    if (attribute.source.empty() || attribute.purpose.empty() || attribute.consent.empty())
      return rules_.find("invasive-slot-incomplete");
    if (covert(attribute.source)) return rules_.find("invasive-slot-covert");
    if (attribute.sensitive) return rules_.find("invasive-slot-sensitive");
  }
  if (!known && sensitive(slot.path)) return rules_.find("invasive-slot-sensitive");
  if (!seen_.insert(slot.path).second) return nullptr;
  return seen_.size() == kMostFacts + 1 ? rules_.find("invasive-slot-many") : nullptr;
}

}  // namespace attune
