// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/buyer_warnings.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/ascii.h"
#include "text/tokens.h"

namespace attune::problems {

namespace {

constexpr std::size_t kFewTokens = 4;  // Between "don't" and what is not to be done.

constexpr std::size_t kBareWords = 8;  // Of a warning that gives no reason, at most.

using Words = std::vector<std::string_view>;

bool in_list(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// What only a buyer does, so that whoever says not to speaks to buyers.
constexpr std::string_view kBuying =
    "buy purchase buying purchasing subscribe order ordering download downloading install "
    "installing book booking shop shopping invest rent hire";
/// What a buyer does, if with this thing or in this place.
constexpr std::string_view kDealing =
    "use using try trying go going fly flying stay staying get getting choose pick eat dine visit "
    "travel trust bother fall sign deal do";
/// The thing at hand, or the end of what is said of it.
constexpr std::string_view kThing =
    "this it here there from with them these those that anything any anywhere one another at "
    "unless until if and or guys friends people folks everyone online again";
constexpr std::string_view kPlace =
    "this it here there from with them these those that app application product brand company "
    "seller shop store site website service place hotel airline bank card";
/// May stand between "don't" and the deed.
constexpr std::string_view kBetween =
    "ever even you dare bother to think of about consider think please just waste your time";

/// True where the deed at `i` is one that the buyer is warned of.
bool warned_of(const Words& words, std::size_t i) {
  const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
  if (in_list(kBuying, words[i])) return next.empty() || in_list(kThing, next) || next == "the";
  if (words[i] == "waste" || words[i] == "spend" || words[i] == "wasting") {
    const std::string_view third = i + 2 < words.size() ? words[i + 2] : std::string_view();
    return next == "money" || next == "time" ||
           ((next == "your" || next == "ur") &&
            (third == "money" || third == "time" || third == "hard"));
  }
  if (!in_list(kDealing, words[i])) return false;
  const bool to_thing = next == "to" || next == "for" || next == "with" || next == "near";
  const std::size_t thing = i + (to_thing ? 2 : 1);
  if (thing >= words.size()) return words[i] == "bother";
  // "Don't use this courier" asks the maker; "don't use this", "… this app" warns.
  const bool last = thing + 1 == words.size();
  const bool named = !last && in_list(kPlace, words[thing + 1]);
  return in_list("this it here there them these that", words[thing]) && (last || named);
}

/// Where "don't", "do not", "never" ends that opens an order at `i`; `i` if it opens none.
std::size_t behind_dont(const Words& words, std::size_t i) {
  if (words[i] == "do" && i + 1 < words.size() && words[i + 1] == "not") return i + 2;
  return in_list("don't dont never", words[i]) ? i + 1 : i;
}

/// An order has no subject: "I would not buy" tells, "don't buy" orders.
bool opens_order(const Words& words, std::size_t i) {
  return i == 0 || in_list(
                       "please pls plz kindly so and but just guys friends people folks everyone "
                       "seriously honestly avoid again money",
                       words[i - 1]);
}

bool orders_not_to_buy(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t begin = behind_dont(words, i);
    if (begin == i || !opens_order(words, i)) continue;
    for (std::size_t at = begin; at < std::min(words.size(), begin + kFewTokens); ++at) {
      if (warned_of(words, at)) return true;
      if (!in_list(kBetween, words[at])) break;
    }
  }
  return false;
}

/// "Avoid" and the thing at hand, or alone.
bool says_avoid(const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != "avoid" || !opens_order(words, i)) continue;
    const std::string_view next = i + 1 < words.size() ? words[i + 1] : std::string_view();
    const bool like_plague = next == "like" || next == "at";
    if (next.empty() || like_plague || in_list(kBuying, next) || warned_of(words, i)) return true;
    const bool last = i + 2 >= words.size();
    if (in_list("this it them these", next) &&
        (last || in_list(kPlace, words[i + 2]) || in_list("like at if unless and", words[i + 2])))
      return true;
  }
  return false;
}

/// Set phrases in which others are warned.
bool says_stay_away(std::string_view joined) {
  constexpr std::array<std::string_view, 27> kPhrases = {" stay away ",
                                                         " stay far away ",
                                                         " keep away from ",
                                                         " steer clear ",
                                                         " look elsewhere ",
                                                         " go elsewhere ",
                                                         " shop elsewhere ",
                                                         " buy elsewhere ",
                                                         " book elsewhere ",
                                                         " order elsewhere ",
                                                         " money elsewhere ",
                                                         " business elsewhere ",
                                                         " save your money ",
                                                         " save your time ",
                                                         " save yourself ",
                                                         " buyer beware ",
                                                         " buyers beware ",
                                                         " think twice ",
                                                         " go for another brand ",
                                                         " get another brand ",
                                                         " choose another brand ",
                                                         " pick another brand ",
                                                         " buy another brand ",
                                                         " go with another ",
                                                         " you have been warned ",
                                                         " you've been warned ",
                                                         " run away "};
  return std::any_of(kPhrases.begin(), kPhrases.end(), [&](std::string_view phrase) {
    return joined.find(phrase) != std::string_view::npos;
  });
}

/// A warning and nothing else, which tells of no trouble that anybody could mend.
bool is_bare(const Tokens& tokens, std::size_t words) {
  const auto goes_on = [&](std::size_t i) {
    const std::string_view word = tokens.word(i);
    return word == "," || word == ":" || word == "-" || word == "because" || word == "since" ||
           word == "as" || word == "it's" || word == "its";
  };
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (goes_on(i)) return false;
  }
  return words <= kBareWords;
}

/// False where no word begins as every warning has one that does: saves most clauses from being cut
/// into words. Other letters than ASCII's may fold to one of these.
bool may_warn(std::string_view clause) {
  constexpr std::array<std::string_view, 12> kBegins = {"do",  "nev", "avo", "awa", "ano", "els",
                                                        "cle", "sav", "bew", "bra", "twi", "war"};
  char before = ' ';
  for (std::size_t i = 0; i < clause.size(); ++i) {
    const char c = clause[i];
    if (static_cast<unsigned char>(c) >= 0x80) return true;
    const bool begins = is_letter(c) && !is_letter(before);
    before = c;
    if (!begins) continue;
    const auto matches = [&](std::string_view begin) {
      if (clause.size() - i < begin.size()) return false;
      for (std::size_t k = 0; k < begin.size(); ++k) {
        if (to_lower(clause[i + k]) != begin[k]) return false;
      }
      return true;
    };
    if (std::any_of(kBegins.begin(), kBegins.end(), matches)) return true;
  }
  return false;
}

std::uint16_t bit(Kind kind) {
  return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}

}  // namespace

Warning warning_in(std::string_view clause, Tokens& scratch) {
  tokenise(clause, scratch);
  Words words;
  std::string joined = " ";
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (scratch.list[i].kind != TokenKind::word) continue;
    words.push_back(scratch.word(i));
    joined.append(words.back()).append(" ");
  }
  const bool warns = orders_not_to_buy(words) || says_avoid(words) || says_stay_away(joined) ||
                     (!words.empty() && words.front() == "beware");
  if (!warns) return Warning::none;
  return is_bare(scratch, words.size()) ? Warning::bare : Warning::with_reason;
}

void forget_warning(std::string_view words, Tokens& scratch, CorpusClause& clause) {
  const bool may_mislead =
      clause.is(Kind::need) || clause.is(Kind::struggle) || clause.is(Kind::praise);
  const Warning warning =
      may_mislead && may_warn(words) ? warning_in(words, scratch) : Warning::none;
  if (warning == Warning::none) return;
  auto misread = static_cast<std::uint16_t>(bit(Kind::need) | bit(Kind::praise));
  if (warning == Warning::bare) misread |= bit(Kind::struggle);
  clause.kinds = static_cast<std::uint16_t>(clause.kinds & ~misread);
  if (!clause.is(clause.first))
    clause.first = clause.is(Kind::struggle) ? Kind::struggle : Kind::other;
}

}  // namespace attune::problems
