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

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view word) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

using Words = std::vector<std::string>;

template <std::size_t N>
bool holds(const Words& words, const std::array<std::string_view, N>& names) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return one_of(names, word); });
}

template <std::size_t N>
bool begins_with_one(const Words& words, const std::array<std::string_view, N>& stems) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(stems.begin(), stems.end(),
                       [&](std::string_view stem) { return word.starts_with(stem); });
  });
}

/// Do two words stand behind each other?
bool pair_in(const Words& words, std::string_view first, std::string_view second) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == first && words[i + 1] == second) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 12> kPeople = {
    "customer", "user",   "contact", "subscriber", "person",  "recipient",
    "profile",  "member", "lead",    "guest",      "patient", "client"};

/// "i18n.user.gender", "labels.age": the words of the page, not of a person.
bool translation(const Words& words) {
  constexpr std::array<std::string_view, 15> kTexts = {
      "t",    "i18n", "trans",  "translate", "translation", "translations", "label", "labels",
      "lang", "tr",   "locale", "strings",   "gettext",     "loc",          "msg"};
  return one_of(kTexts, words.front());
}

/// What is an address or a name for a machine, whatever it is of.
bool technical(const Words& words) {
  constexpr std::array<std::string_view, 22> kNot = {
      "url",     "link", "href",  "id",    "uuid",   "token",      "code",        "key",
      "lang",    "type", "count", "path",  "locale", "login",      "unsubscribe", "support",
      "enabled", "slug", "color", "field", "label",  "preferences"};
  return holds(words, kNot);
}

/// What is true of a person whatever the path says of its owner.
bool intimate(const Words& words) {
  constexpr std::array<std::string_view, 12> kStems = {
      "diagnos", "pregnan",  "religio", "ethnic",    "sexual",  "salary",
      "divorc",  "inferred", "predict", "propensit", "marital", "medication"};
  return begins_with_one(words, kStems) || pair_in(words, "search", "history") ||
         pair_in(words, "browsing", "history") || pair_in(words, "churn", "risk") ||
         pair_in(words, "credit", "score") || pair_in(words, "credit", "rating");
}

/// What is so only of a person: a parcel has a weight, too, and an event a location.
bool intimate_of_people(const Words& words) {
  constexpr std::array<std::string_view, 26> kWords = {
      "health",   "illness",     "disability", "disabilities", "race",    "politics", "party",
      "gender",   "income",      "wealth",     "debt",         "debts",   "mood",     "emotion",
      "persona",  "weight",      "children",   "kids",         "child",   "symptoms", "symptom",
      "religion", "orientation", "condition",  "conditions",   "browsing"};
  return holds(words, kWords);
}

/// Whereabouts and machines: expected where somebody signs in, and watching elsewhere.
bool watched(const Words& words) {
  constexpr std::array<std::string_view, 8> kWords = {
      "latitude", "longitude", "geo", "gps", "geolocation", "location", "lastseen", "device"};
  return holds(words, kWords) || pair_in(words, "last", "seen") || pair_in(words, "ip", "address");
}

bool of_people(const Words& words) {
  return holds(words, kPeople);
}

/// What a person gave to be written to: it greets and addresses, and shows no file.
bool contact_detail(const Words& words) {
  constexpr std::array<std::string_view, 17> kDetails = {
      "name",    "firstname", "lastname", "fname",    "lname", "fullname",
      "surname", "nickname",  "email",    "username", "mail",  "salutation",
      "title",   "phone",     "mobile",   "display",  "handle"};
  return holds(words, kDetails);
}

/// Facts that make up a picture of somebody, three of them in one message.
bool tells_of_a_life(const Words& words) {
  constexpr std::array<std::string_view, 24> kFacts = {
      "city",     "town",      "age",     "birthday", "birthdate", "gender",
      "employer", "company",   "job",     "postcode", "zip",       "street",
      "partner",  "spouse",    "hobby",   "hobbies",  "interest",  "interests",
      "favorite", "favourite", "visited", "viewed",   "purchased", "bought"};
  return holds(words, kFacts) || pair_in(words, "last", "purchase") ||
         pair_in(words, "last", "visit") || pair_in(words, "last", "order");
}

}  // namespace

bool sensitive(std::string_view path) {
  const Words words = words_of(path);
  if (translation(words) || technical(words)) return false;
  return intimate(words) || (of_people(words) && intimate_of_people(words));
}

bool personal(std::string_view path) {
  constexpr std::array<std::string_view, 11> kFacts = {"city",   "town",     "postcode", "zip",
                                                       "age",    "birthday", "gender",   "employer",
                                                       "street", "income",   "birthdate"};
  const Words words = words_of(path);
  if (translation(words) || technical(words)) return false;
  return of_people(words) || contact_detail(words) || holds(words, kFacts) || sensitive(path);
}

const Rule* SlotCheck::check(const TemplateSlot& slot, const std::function<bool()>& transactional) {
  const Words words = words_of(slot.path);
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
  if (contact_detail(words)) return nullptr;
  if (!known && of_people(words) && watched(words) && !transactional())
    return rules_.find("invasive-slot-sensitive");
  if (!tells_of_a_life(words) || !seen_.insert(slot.path).second) return nullptr;
  return seen_.size() == kMostFacts + 1 && !transactional() ? rules_.find("invasive-slot-many")
                                                            : nullptr;
}

}  // namespace attune
