// SPDX-License-Identifier: Apache-2.0
#include "text/pii/name_belief.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attune {

namespace {

/// Nobody is called by these alone: "God", "Monday", "Paris", "Mr", "the".
bool speaks_for_itself(const NameToken& token) {
  const bool named = (token.lists & NameList::kPerson) != 0;
  if ((token.lists & (NameList::kOther | NameList::kTitle)) != 0) return false;
  if ((token.lists & NameList::kPlace) != 0 && !named) return false;
  if (token.shape == Shape::lower || token.shape == Shape::capitals) {
    return named || (token.facts & WordFacts::kCommon) == 0;
  }
  return token.shape == Shape::title;
}

bool numeric(const NameToken& token) {
  return token.shape >= Shape::short_number && token.shape <= Shape::digits_and_letters;
}

template <class Words>
bool among(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view word_at(const NameView& view, std::size_t i) {
  return i < view.tokens.size() ? view.tokens[i].word : std::string_view();
}

constexpr auto kTravel = std::to_array<std::string_view>(
    {"flight",     "flights", "fly",        "flying", "flew",   "trip",    "bags",
     "bag",        "travel",  "going",      "go",     "get",    "back",    "way",
     "drive",      "delay",   "connection", "out",    "landed", "plane",   "moved",
     "come",       "made",    "heading",    "headed", "arrive", "arrived", "traveling",
     "travelling", "route",   "road",       "got",    "leaving"});

bool travel_before(const NameView& view, std::size_t i) {
  for (std::size_t back = 2; back <= 4; ++back) {
    if (among(word_at(view, i - back), kTravel)) return true;
  }
  return i >= 2 && view.tokens[i - 2].shape >= Shape::short_number &&
         view.tokens[i - 2].shape <= Shape::digits_and_letters;
}

constexpr auto kSaints = std::to_array<std::string_view>(
    {"san", "santa", "st", "saint", "fort", "el", "los", "las", "port", "lake", "mount", "new"});

constexpr auto kWhere = std::to_array<std::string_view>(
    {"in", "at", "near", "via", "into", "from", "between", "of", "to", "the"});

/// One word in a place where towns stand: "San Jose", "from Lusaka", "out of Jackson, Wyoming".
bool stands_like_a_town(const NameView& view, std::size_t i) {
  const std::string_view last = word_at(view, i - 1);
  const bool also_place = (view.tokens[i].lists & NameList::kPlace) != 0;
  if (also_place && among(last, kWhere)) return true;
  if (among(last, kSaints) || (last == "." && among(word_at(view, i - 2), kSaints))) return true;
  const bool country = i + 2 < view.tokens.size() && word_at(view, i + 1) == "," &&
                       (view.tokens[i + 2].lists & NameList::kPlace) != 0;
  if (country) return true;
  if (!among(last, kWhere)) return false;
  const bool listed = (view.tokens[i].lists & NameList::kPerson) != 0;
  if (last == "to" || last == "of") return travel_before(view, i);
  if (last == "the") return listed && view.tokens[i].shape == Shape::lower;  // "on the fritz"
  return !listed;
}

constexpr auto kThings = std::to_array<std::string_view>(
    {"app", "apps", "application", "card", "account", "customer", "support", "service", "lounge",
     "airport", "airlines", "airways", "team", "bank", "wallet", "website", "update"});

/// A lone unknown word that is a whole message ("Awesnap"), or that a thing follows ("Junio app").
bool stands_like_a_brand(const NameView& view, std::size_t i) {
  if ((view.tokens[i].lists & NameList::kPerson) != 0) return false;
  if (among(word_at(view, i + 1), kThings)) return true;
  const auto next = i + 1 < view.tokens.size() ? view.tokens[i + 1].shape : Shape::other;
  const bool alone = next == Shape::other || next == Shape::punctuation || next == Shape::full_stop;
  return view.tokens[i].opens && alone && i == 0;
}

constexpr auto kTravelNumbers = std::to_array<std::string_view>(
    {"flight",   "flights", "flt",    "row",   "seat",   "seats",  "gate",
     "terminal", "airbus",  "boeing", "route", "number", "hrs",    "hours",
     "class",    "ticket",  "case",   "conf",  "iphone", "version"});

/// "flight 1142 Denver", "Row 31", "Feb 11": numbers beside capitals that are no address.
bool speaks_of_travel(const NameView& view, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin == 0 ? 0 : begin - 1; i < end; ++i) {
    const NameToken& token = view.tokens[i];
    if ((token.lists & NameList::kOther) != 0 || among(token.word, kTravelNumbers)) return true;
  }
  return false;
}

constexpr auto kEnds = std::to_array<std::string_view>(
    {"gatan",   "gata",  "gade",  "gate",   "vägen",  "vegen",  "veien", "vej",  "vejen", "straße",
     "strasse", "gasse", "weg",   "allee",  "platz",  "straat", "laan",  "tie",  "katu",  "kuja",
     "polku",   "tänav", "braut", "stræde", "vænget", "tunet",  "ring",  "damm", "bakken"});

/// "Drottninggatan", "Lindenstraße", "Puruntie": streets in one word.
bool street_in_one_word(const NameToken& token) {
  return token.shape == Shape::title && token.word.size() >= 7 &&
         std::any_of(kEnds.begin(), kEnds.end(),
                     [&token](std::string_view end) { return token.word.ends_with(end); });
}

constexpr auto kLeads = std::to_array<std::string_view>(
    {"address",    "addresses", "live",    "lives",   "living", "located", "location",  "send",
     "sent",       "meet",      "meeting", "meets",   "moved",  "deliver", "delivered", "office",
     "offices",    "home",      "house",   "station", "drops",  "arrived", "corner",    "street",
     "restaurant", "taxi",      "ship",    "shipped", "mail",   "resides", "side",      "located"});

/// Words that lead to an address, close before it; or a line of its own.
bool leads_to_address(const NameView& view, std::size_t begin) {
  if (view.tokens[begin].line || view.lines >= 4) return true;
  for (std::size_t i = begin; i-- > 0 && begin - i <= 8;) {
    if (among(view.tokens[i].word, kLeads)) return true;
  }
  return among(view.tokens[begin].word, kLeads);
}

constexpr auto kBefore = std::to_array<std::string_view>({"at", "in", "on", "to", "is", ":", "of"});

/// "at Puruntie 82.", "Where is it? To Via Franscini 71": capitals and a small number that nothing
/// counts, where a place is expected.
bool names_a_house(const NameView& view, std::size_t begin, std::size_t end) {
  if (end < begin + 2 || !among(word_at(view, begin - 1), kBefore)) return false;
  if (end < view.tokens.size() && view.tokens[end].shape == Shape::lower) return false;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    const NameToken& token = view.tokens[i];
    const bool place = (token.lists & (NameList::kPlace | NameList::kOther)) != 0;
    if (place || token.shape == Shape::lower || token.shape == Shape::capitals) return false;
  }
  return view.tokens[end - 1].shape == Shape::short_number ||
         view.tokens[end - 1].shape == Shape::number;
}

bool any_listed(const NameView& view, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const NameToken& token = view.tokens[i];
    if ((token.lists & NameList::kPerson) != 0 && token.shape != Shape::lower) return true;
  }
  return false;
}

constexpr auto kArticles = std::to_array<std::string_view>(
    {"the",   "a",       "an",   "this", "that", "your", "our", "their",
     "new",   "current", "old",  "any",  "no",   "some", "all", "every",
     "using", "use",     "used", "via",  "on",   "in",   "at",  "from"});

/// "the Garuda aircraft", "your Explorer": after these an unknown name is a thing's.
bool follows_article(const NameView& view, std::size_t i) {
  return among(word_at(view, i - 1), kArticles);
}

/// "Hong Kong", "Cust Care": places and things among the words, and no known name.
bool any_thing(const NameView& view, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const NameToken& token = view.tokens[i];
    if ((token.lists & (NameList::kPlace | NameList::kOther)) != 0) return true;
    if (end > begin + 1 && (token.facts & WordFacts::kVeryCommon) != 0 && i + 1 == end) return true;
  }
  return false;
}

/// A lone word in small letters is no name, unless it is a known one or follows "my name is".
bool small_and_unannounced(const NameView& view, std::size_t i) {
  const NameToken& token = view.tokens[i];
  if (token.shape != Shape::lower) return false;
  const bool common = (token.facts & WordFacts::kCommon) != 0;
  return common || ((token.lists & NameList::kPerson) == 0 && !token.candidate);
}

}  // namespace

bool believable_address(const NameView& view, std::size_t begin, std::size_t end) {
  const auto first = view.tokens.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = view.tokens.begin() + static_cast<std::ptrdiff_t>(end);
  const bool street = std::any_of(first, last, [](const NameToken& token) {
    return (token.lists & (NameList::kStreet | NameList::kUnit)) != 0 || street_in_one_word(token);
  });
  const bool digits = std::any_of(first, last, numeric);
  if (street && digits) return !speaks_of_travel(view, begin, begin + 1);
  if (!leads_to_address(view, begin) && !names_a_house(view, begin, end)) return false;
  return (digits || (street && end > begin + 1)) && !speaks_of_travel(view, begin, end);
}

bool believable_person(const NameView& view, std::size_t begin, std::size_t end) {
  const bool lone = end == begin + 1;
  if (lone && small_and_unannounced(view, begin)) return false;
  if (!any_listed(view, begin, end)) {
    if (view.strange || any_thing(view, begin, end) || follows_article(view, begin)) return false;
  }
  if (lone && (stands_like_a_town(view, begin) || stands_like_a_brand(view, begin))) return false;
  return std::any_of(view.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                     view.tokens.begin() + static_cast<std::ptrdiff_t>(end), speaks_for_itself);
}

}  // namespace attune
