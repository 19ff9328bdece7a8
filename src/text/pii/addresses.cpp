// SPDX-License-Identifier: Apache-2.0
//
// Idea. An address is a core that gives it away (a street with its number, a post box, a corner, a
// military post office) and a tail of flat, town, state, postcode and country. Cores are found by
// small patterns over tokens, or were found by the tagger (names.h); the tail is read on from any
// of them, piece by piece, as far as pieces follow.
//
// When it applies. To texts with a digit, or with the word "corner". Streets are told by the words
// of the lexicon (class `street`) and by endings ("…straße", "…gatan").
//
// Tested in addresses_test.cpp.
#include "text/pii/addresses.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>

#include "text/ascii.h"
#include "text/pii/name_list.h"

namespace attune {

namespace {

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr auto kStreetEnds = std::to_array<std::string_view>(
    {"gatan", "gata",   "gade",    "gate",   "vägen",  "vegen",  "veien",  "veg",    "vej",
     "vejen", "straße", "strasse", "strass", "gasse",  "weg",    "allee",  "platz",  "straat",
     "laan",  "katu",   "kuja",    "polku",  "tänav",  "braut",  "stræde", "vænget", "tunet",
     "damm",  "bakken", "plein",   "kade",   "gracht", "brücke", "stræti", "gränd",  "tie"});

constexpr auto kSmallInside = std::to_array<std::string_view>(
    {"de", "du",   "des", "del", "della", "dei",  "di",  "da",  "do",  "dos", "das", "la",
     "le", "les",  "el",  "al",  "of",    "the",  "van", "von", "der", "den", "na",  "u",
     "út", "útja", "tér", "rkp", "str",   "utca", "l'",  "aan", "zur", "am",  "an"});

constexpr auto kMilitary = std::to_array<std::string_view>({"apo", "fpo", "dpo"});
constexpr auto kRegions = std::to_array<std::string_view>({"aa", "ae", "ap"});
constexpr auto kMilitaryUnits = std::to_array<std::string_view>(
    {"psc", "cmr", "unit", "box", "uss", "usns", "uscgc", "usnv", "usafs", "hms", "opc", "poc"});

constexpr auto kFlats = std::to_array<std::string_view>(
    {"apt", "apartment", "suite", "ste", "unit", "flat", "floor", "fl", "room", "rm", "bldg",
     "building", "lgh", "piso", "#", "wohnung", "etage", "lot", "appt"});

constexpr auto kPlacesOfPeople = std::to_array<std::string_view>(
    {"address",   "addresses", "addr",    "live",     "lives",   "lived",   "living",
     "located",   "reside",    "resides", "residing", "office",  "offices", "deliver",
     "delivered", "delivery",  "ship",    "shipped",  "send",    "sent",    "mail",
     "mailed",    "taxi",      "meet",    "arrived",  "station", "moved",   "restaurant",
     "house",     "home",      "pick",    "drops",    "drop",    "adresse", "dirección",
     "indirizzo", "following", "wohne",   "wohnt",    "vivo",    "vive"});

constexpr auto kOnto = std::to_array<std::string_view>(
    {"at", "on", "is", "to", ":", "in", "are", "of", "?", "from", "off"});

/// Things that numbers count, so that "12 Main Features" is no address.
constexpr auto kTravel = std::to_array<std::string_view>(
    {"row", "gate", "flight", "seat", "terminal", "platform", "track", "floor"});

struct Core {
  std::size_t begin = 0;  ///< First token.
  std::size_t end = 0;    ///< Behind the last.
};

class Reader {
 public:
  Reader(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  /// The core that begins at, or is given away by, token `i`.
  [[nodiscard]] std::optional<Core> core(std::size_t i) const {
    const Token& token = tokens_.list[i];
    const std::string_view word = word_at(i);
    if (is_digit(word[0])) return number(i) ? numbered(i) : std::nullopt;
    if (!token.title && !token.capitals && !may_open(word[0])) return std::nullopt;
    if (word.size() == 3 && among(word, kMilitary)) return military(i);
    if (word == "box" || word == "postfach" || word == "apartado") return box(i);
    if (word == "corner") return corner(i);
    if (capital(i) && street_word(i)) return street_then_number(i);
    if (i > 0 && among(word, kFlats)) return flat_of_its_own(i);
    return std::nullopt;
  }

  /// Where the address with a core that ends before token `end` ends.
  [[nodiscard]] std::size_t tail(std::size_t end) const {
    for (int piece = 0; piece < 6; ++piece) {
      const std::size_t next = std::max(flat_end(end), std::max(code_end(end), town_end(end)));
      if (next <= end) break;
      end = next;
    }
    return end;
  }

  /// The first token from `i` on that is no "to", "at" …
  [[nodiscard]] std::size_t behind_leads(std::size_t i, std::size_t end) const {
    while (i < end && among(word_at(i), kOnto)) ++i;
    return i;
  }

  /// Of "28245 Puruntie 82": numbers right before a core are part of it.
  [[nodiscard]] std::size_t head(std::size_t begin) const {
    if (begin > 0 && number(begin - 1) && !line(begin) && !among(word_at(begin - 2), kTravel)) {
      return begin - 1;
    }
    return begin;
  }

 private:
  /// First letters of the words that give an address away: "apo", "box", "corner", "unit" …
  static bool may_open(char c) {
    return std::string_view("abcdefhlpru#sw").find(c) != std::string_view::npos;
  }
  [[nodiscard]] std::string_view word_at(std::size_t i) const {
    return i < tokens_.size() ? tokens_.word(i) : std::string_view();
  }
  [[nodiscard]] std::string_view raw(std::size_t i) const { return tokens_.list[i].span.of(text_); }
  [[nodiscard]] bool in(std::size_t i) const { return i < tokens_.size(); }

  /// "12", "12a", "12/3": up to five digits.
  [[nodiscard]] bool number(std::size_t i) const {
    if (!in(i)) return false;
    const std::string_view word = word_at(i);
    const std::size_t digits = count_digits(word);
    const bool ordinal = word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") ||
                         word.ends_with("th");
    const bool short_one = word.size() <= digits + (ordinal ? 2 : 1) && is_digit(word[0]);
    if (digits == 0 || digits > 5 || !short_one) return false;
    return i == 0 || tokens_.list[i].space_before || !is_symbol(word_at(i - 1));
  }
  static bool is_symbol(std::string_view word) {
    return word == "$" || word == "€" || word == "£" || word == "." || word == "-" || word == ":";
  }
  [[nodiscard]] bool word(std::size_t i) const {
    return in(i) && tokens_.list[i].kind == TokenKind::word && count_digits(word_at(i)) == 0;
  }
  [[nodiscard]] bool capital(std::size_t i) const {
    return word(i) && (tokens_.list[i].title || tokens_.list[i].capitals);
  }
  [[nodiscard]] bool line(std::size_t i) const {
    if (!in(i) || i == 0) return true;
    const std::uint32_t from = tokens_.list[i - 1].span.end;
    return text_.substr(from, tokens_.list[i].span.begin - from).find('\n') !=
           std::string_view::npos;
  }
  [[nodiscard]] std::uint8_t lists(std::size_t i) const { return tokens_.traits(i).name_lists; }
  [[nodiscard]] bool street_word(std::size_t i) const {
    return word(i) && ((lists(i) & NameList::kStreet) != 0 || one_word_street(i));
  }
  [[nodiscard]] bool one_word_street(std::size_t i) const {
    const std::string_view it = word_at(i);
    return it.size() >= 7 && std::any_of(kStreetEnds.begin(), kStreetEnds.end(),
                                         [it](std::string_view end) { return it.ends_with(end); });
  }

  [[nodiscard]] std::optional<Core> military(std::size_t i) const {
    if (!among(word_at(i + 1), kRegions) || !in(i + 2) || !is_digit(word_at(i + 2)[0])) {
      return std::nullopt;
    }
    std::size_t begin = i;
    for (std::size_t back = 1; back <= 7 && back <= i; ++back) {
      const std::string_view before = word_at(i - back);
      if (among(before, kMilitaryUnits)) begin = i - back;
      if (before == "." || before == ":" || before == "?") break;
    }
    return Core{begin, i + 3};
  }

  /// "P.O. Box 12", "PO Box 12", "Postfach 12".
  [[nodiscard]] std::optional<Core> box(std::size_t i) const {
    std::size_t end = i + 1;
    if (word_at(end) == "#" || word_at(end) == "no" || word_at(end) == ".") ++end;
    if (!in(end) || !is_digit(word_at(end)[0])) return std::nullopt;
    std::size_t begin = i;
    if (word_at(i) == "box") {
      while (begin > 0 && i - begin < 4 && postal(word_at(begin - 1))) --begin;
      if (begin == i) return std::nullopt;
    }
    return Core{begin, end + 1};
  }
  static bool postal(std::string_view word) {
    return word == "p" || word == "o" || word == "." || word == "po" || word == "p.o" ||
           word == "post" || word == "office" || word == "postal";
  }

  /// The end of a street's name from token `i` on: capitals, numbers, a street's word.
  [[nodiscard]] std::size_t street_end(std::size_t i, bool small) const {
    std::size_t end = i;
    for (std::size_t j = i; j < i + 7 && in(j); ++j) {
      if (j > i && line(j)) break;
      const bool plain = word(j) && small && !is_function(j);
      if (capital(j) || number(j) || street_word(j) || plain) {
        end = j + 1;
        continue;
      }
      const bool inside = j > i && (word_at(j) == "." || among(word_at(j), kSmallInside));
      if (!inside) break;
    }
    return end;
  }
  [[nodiscard]] bool is_function(std::size_t i) const {
    const std::string_view it = word_at(i);
    constexpr auto kFunction = std::to_array<std::string_view>(
        {"and",     "or",     "the",   "a",      "an",     "in",      "on",    "at",
         "to",      "for",    "of",    "with",   "from",   "by",      "is",    "was",
         "are",     "it",     "i",     "we",     "he",     "she",     "they",  "you",
         "please",  "but",    "after", "before", "last",   "next",    "where", "when",
         "because", "so",     "if",    "as",     "per",    "days",    "day",   "minutes",
         "hours",   "weeks",  "times", "years",  "months", "miles",   "km",    "am",
         "pm",      "people", "items", "stars",  "star",   "percent", "points"});
    return among(it, kFunction);
  }

  [[nodiscard]] bool holds(std::size_t begin, std::size_t end, bool street) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (street ? street_word(i) : number(i)) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<Core> corner(std::size_t i) const {
    if (word_at(i + 1) != "of") return std::nullopt;
    const std::size_t middle = street_end(i + 2, true);
    if (middle == i + 2 || (word_at(middle) != "and" && word_at(middle) != "&")) {
      return std::nullopt;
    }
    const bool small = !capital(middle - 1) && !number(middle - 1);
    const std::size_t end = street_end(middle + 1, small || !capital(middle + 1));
    if (end == middle + 1) return std::nullopt;
    const bool shown = holds(i + 2, end, true) || holds(i + 2, end, false) ||
                       (capital(i + 2) && capital(middle + 1));
    if (!shown) return std::nullopt;
    return Core{i > 0 && word_at(i - 1) == "the" ? i - 1 : i, end};
  }

  /// How the place before token `i` leads to an address: "lives at", "address: ".
  [[nodiscard]] bool led(std::size_t i, std::size_t within) const {
    if (i == 0) return false;
    if (!among(word_at(i - 1), kOnto)) return false;
    for (std::size_t back = 2; back <= within + 1 && back <= i; ++back) {
      if (among(word_at(i - back), kPlacesOfPeople)) return true;
    }
    return false;
  }

  /// From a number: "12 High Street", "28245 Puruntie 82"; after leading words also "5 Piroska".
  [[nodiscard]] std::optional<Core> numbered(std::size_t i) const {
    if (i > 0 && !line(i) && among(word_at(i - 1), kTravel)) return std::nullopt;
    const bool leads = led(i, capital(i + 1) || number(i + 1) ? 7 : 4);
    std::size_t from = i + 1;
    while (number(from) && from < i + 2 && !line(from)) ++from;
    if (line(from) || !word(from)) return std::nullopt;
    const bool small = !capital(from);
    if (small && (is_function(from) || (!leads && !line(i)))) return std::nullopt;
    const std::size_t end = street_end(from, small);
    if (end == from) return std::nullopt;
    return small ? numbered_small(i, {from, end}, leads) : numbered_capital(i, {from, end}, leads);
  }
  /// The number `i` before a name in small letters: only after leading words.
  [[nodiscard]] std::optional<Core> numbered_small(std::size_t i, Core name, bool leads) const {
    if (!leads) return std::nullopt;
    const bool shown = holds(name.begin, name.end, true) ||
                       (holds(name.begin, name.end, false) && !of_something(name.begin, name.end));
    return shown ? std::optional(Core{i, name.end}) : std::nullopt;
  }
  /// The number `i` before a name in capitals.
  [[nodiscard]] std::optional<Core> numbered_capital(std::size_t i, Core name, bool leads) const {
    const bool street = holds(name.begin, name.end, true);
    const bool house = holds(name.begin, name.end, false);
    if (street) return Core{i, house ? name.end : last_street(name.begin, name.end)};
    const bool shown = leads || (line(i) && house && number(i + 1));
    if (!shown || of_something(name.begin, name.end)) return std::nullopt;
    return Core{i, name.end};
  }
  /// "22 Feb", "1.30 AM", "15 USC 1602": a day, an hour or a law in it.
  [[nodiscard]] bool of_something(std::size_t begin, std::size_t end) const {
    constexpr auto kThings = std::to_array<std::string_view>(
        {"am",      "pm",   "usc",    "u.s.c", "cfr", "llc",      "inc",
         "section", "gmt",  "est",    "pst",   "cet", "terminal", "flight",
         "row",     "seat", "number", "u.s",   "us",  "code",     "hrs"});
    for (std::size_t i = begin; i < end; ++i) {
      if (among(word_at(i), kThings) || (lists(i) & NameList::kOther) != 0) return true;
    }
    return false;
  }
  [[nodiscard]] std::size_t last_street(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end; i > begin; --i) {
      if (street_word(i - 1)) return i;
    }
    return end;
  }

  /// From a street's word: "Rua Diadema 1903", "Lindenstraße 7".
  [[nodiscard]] std::optional<Core> street_then_number(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < i + 6 && !line(end) &&
           (capital(end) || word_at(end) == "." || among(word_at(end), kSmallInside))) {
      ++end;
    }
    if (!number(end) || line(end)) return std::nullopt;
    const bool trusted = one_word_street(i) || led(i, 7) || end > i + 1;
    if (!trusted) return std::nullopt;
    std::size_t begin = i;
    while (begin > 0 && begin + 3 > i && capital(begin - 1) && !line(begin)) --begin;
    return Core{begin, end + 1};
  }

  /// "> Apt. 902": a line that holds nothing else.
  [[nodiscard]] std::optional<Core> flat_of_its_own(std::size_t i) const {
    const bool marked = i > 0 && line(i - 1) && tokens_.list[i - 1].kind != TokenKind::word;
    if (i == 0 || (!line(i) && !marked)) return std::nullopt;
    const std::size_t end = flat_end(i);
    return end > i && line(end) ? std::optional(Core{i, end}) : std::nullopt;
  }

  /// Behind what may stand between two pieces: a comma, a full stop of an ordinal, a new line.
  [[nodiscard]] std::size_t gap(std::size_t i) const {
    return word_at(i) == "," || (word_at(i) == "." && line(i + 1)) ? i + 1 : i;
  }

  [[nodiscard]] std::size_t flat_end(std::size_t end) const {
    std::size_t i = gap(end);
    if (!among(word_at(i), kFlats)) return end;
    ++i;
    if (word_at(i) == "." || word_at(i) == "#") ++i;
    if (!in(i) || line(i)) return end;
    const std::string_view name = word_at(i);
    return is_digit(name[0]) || name.size() == 1 ? i + 1 : end;
  }

  /// "LS1 4AP".
  [[nodiscard]] bool british_code(std::size_t i) const {
    if (!in(i + 1)) return false;
    const std::string_view outer = raw(i);
    const std::string_view inner = raw(i + 1);
    const std::size_t digits = count_digits(outer);
    return outer.size() <= 4 && is_upper(outer[0]) && (digits == 1 || digits == 2) &&
           inner.size() == 3 && is_digit(inner[0]) && is_upper(inner[1]) && is_upper(inner[2]);
  }

  /// "RS", "CO": up to three letters, in capitals or apart from what is before.
  [[nodiscard]] bool state(std::size_t i, bool apart) const {
    return word(i) && word_at(i).size() <= 3 && (tokens_.list[i].capitals || apart) &&
           is_letter(word_at(i)[0]) && !is_function(i);
  }

  /// Whether a state that ends before token `i` closes a piece without a postcode.
  [[nodiscard]] bool state_closes(std::size_t i) const {
    return (!in(i) || line(i) || word_at(i) == ",") && tokens_.list[i - 1].capitals;
  }

  /// Whether the digits at token `i` may be a postcode, `stated` behind a state.
  [[nodiscard]] bool postcode(std::size_t i, bool stated) const {
    const std::size_t digits = count_digits(word_at(i));
    if (digits < 3 || (!stated && line(i) && digits > 5)) return false;
    const bool goes_on =
        in(i + 1) && line(i) && !line(i + 1) && word_at(i + 1) != "." && word_at(i + 1) != ",";
    return !goes_on || !is_digit(word_at(i + 1)[0]);  // A line of digits is a phone.
  }

  /// Behind the postcode at token `i`, with its second half: "3610-114".
  [[nodiscard]] std::size_t postcode_end(std::size_t i) const {
    ++i;
    const bool second = word_at(i) == "-" && in(i + 1) && !tokens_.list[i].space_before &&
                        is_digit(word_at(i + 1)[0]);
    return second ? i + 2 : i;
  }

  /// A state and a postcode, or one of them: "RS 24893", "CO", "3610-114", "1234 AB".
  [[nodiscard]] std::size_t code_end(std::size_t end) const {
    std::size_t i = gap(end);
    if (british_code(i)) return i + 2;
    const bool apart = i > end || line(i);
    const bool stated = state(i, apart);
    if (stated) i += word_at(i + 1) == "," ? 2 : 1;
    if (!in(i) || !is_digit(word_at(i)[0]) || raw(i).size() > 8) {
      return apart && stated && state_closes(i) ? i : end;
    }
    return postcode(i, stated) ? postcode_end(i) : end;
  }

  struct Town {
    std::size_t end = 0;  ///< Behind its last token; where it was looked for, if there is none.
    bool known = false;   ///< As a place.
  };

  /// The words from token `i` on that may name a town, with `small` also in small letters.
  [[nodiscard]] Town town(std::size_t i, bool small) const {
    Town found{i, false};
    for (std::size_t j = i; j < i + 6 && in(j); ++j) {
      if (j > i && line(j)) break;
      if (capital(j) || (small && word(j) && !is_function(j))) {
        found.known = found.known || (lists(j) & NameList::kPlace) != 0;
        found.end = j + 1;
        continue;
      }
      if (j == i || !inside_town(j)) break;
      if (word_at(j) == ")") found.end = j + 1;
    }
    return found;
  }
  [[nodiscard]] bool inside_town(std::size_t i) const {
    const std::string_view it = word_at(i);
    return among(it, kSmallInside) || it == "(" || it == ")" || it == "-" || it == "'";
  }
  /// Whether a town that ends before token `i` is closed there.
  [[nodiscard]] bool closed(std::size_t i) const {
    const std::string_view it = word_at(i);
    return !in(i) || line(i) || it == "," || it == "." || it == "?" || it == ")";
  }

  /// A town or a country: capitals, closed by a comma, a line's end, a code, or known as a place.
  [[nodiscard]] std::size_t town_end(std::size_t end) const {
    const std::size_t i = gap(end);
    const bool apart = i > end || line(i);
    const bool small = word(end - 1) && !capital(end - 1);
    const auto [last, known] = town(i, small);
    if (last == i || (apart && line(i) && small)) return end;
    if (known || code_end(last) > last) return last;
    const bool person_line = line(i);  // Neither a code nor a known place: a person's name.
    return apart && closed(last) && !person_line ? last : end;
  }

  std::string_view text_;
  const Tokens& tokens_;
};

bool is_address(const PiiSpan& span) {
  return span.kind == "address";
}

/// Joins what overlaps. `spans` in order of their begin.
void join(std::vector<Span>& spans) {
  std::vector<Span> joined;
  for (const Span& span : spans) {
    if (!joined.empty() && span.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  spans = std::move(joined);
}

std::size_t token_at(const Tokens& tokens, std::uint32_t byte) {
  const auto at = std::lower_bound(
      tokens.list.begin(), tokens.list.end(), byte,
      [](const Token& token, std::uint32_t place) { return token.span.begin < place; });
  return static_cast<std::size_t>(at - tokens.list.begin());
}

/// Where the persons are, in order.
std::vector<Span> persons_of(const std::vector<PiiSpan>& found) {
  std::vector<Span> persons;
  for (const PiiSpan& one : found) {
    if (one.kind == "person") persons.push_back(one.span);
  }
  std::sort(persons.begin(), persons.end());
  return persons;
}

/// Where `address` begins behind the person who lives there, if it begins with one.
std::uint32_t behind_person(std::string_view text, const Span& address,
                            const std::vector<Span>& persons) {
  const auto after =
      std::upper_bound(persons.begin(), persons.end(), Span{address.begin, UINT32_MAX});
  if (after == persons.begin()) return address.begin;
  const std::uint32_t end = std::prev(after)->end;
  const bool apart = end < text.size() && (text[end] == '\n' || text[end] == ',');
  return end > address.begin && end < address.end && apart ? end : address.begin;
}

}  // namespace

void find_addresses(std::string_view text, const Tokens& tokens, std::vector<PiiSpan>& found) {
  const Reader reader(text, tokens);
  std::vector<Span> addresses;
  const auto add = [&](std::size_t begin, std::size_t end) {
    begin = reader.head(begin);
    end = reader.tail(end);
    addresses.push_back({tokens.list[begin].span.begin, tokens.list[end - 1].span.end});
  };
  const std::vector<Span> persons = persons_of(found);
  for (const PiiSpan& one : found) {
    if (!is_address(one)) continue;
    const std::uint32_t begin = behind_person(text, one.span, persons);
    const std::size_t end = token_at(tokens, one.span.end);
    const std::size_t from = reader.behind_leads(token_at(tokens, begin), end);
    if (from < end) add(from, end);
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (const auto core = reader.core(i)) add(core->begin, core->end);
  }
  if (addresses.empty()) return;
  std::sort(addresses.begin(), addresses.end());
  join(addresses);
  std::erase_if(found, is_address);
  for (const Span& span : addresses) found.push_back({"address", span});
}

}  // namespace attune
