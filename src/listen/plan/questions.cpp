// SPDX-License-Identifier: Apache-2.0
#include "listen/plan/questions.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

#include "listen/plan/fold.h"

namespace attune {

namespace {

constexpr std::size_t kLongestName = 400;
constexpr std::size_t kLabelWords = 4;  // A name of more words is a question.

using Words = std::vector<std::string_view>;

Words words_of(std::string_view folded) {
  Words words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find('_'), folded.size());
    if (end > 0) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

bool in_list(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

bool any_of(const Words& words, std::string_view list) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return in_list(list, word); });
}

/// `phrase` stands in `folded` as whole words.
bool says(std::string_view folded, std::string_view phrase) {
  const std::string padded = "_" + std::string(folded) + "_";
  return padded.find("_" + std::string(phrase) + "_") != std::string::npos;
}

bool says_any(std::string_view folded, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return says(folded, phrase); });
}

// Words that ask by themselves, in a label or in a question.
constexpr std::string_view kGood =
    "pros positives strengths advantages benefits highlights upsides likes liked enjoyed enjoy "
    "loved favorite favourite favorites favourites compliments praise vorteile staerken pluspunkte "
    "lob positives gefallen gefaellt gefiel avantages voordelen pluspunten ventajas gustado gusto "
    "gusta vantaggi pregi piaciuto vantagens gostou zalety plusy foerdelar";
constexpr std::string_view kBad =
    "cons negatives weaknesses disadvantages downsides drawbacks dislikes dislike disliked worst "
    "frustrating frustrated frustrates frustration frustrations annoying annoyed annoys "
    "disappointing disappointed disappoints complaints wrong disadvantage downside drawback "
    "weakness unsatisfied dissatisfied nachteile schwaechen minuspunkte kritik kritikpunkte "
    "gestoert stoert geaergert aergert missfallen missfaellt inconvenients nadelen minpunten "
    "desventajas contras svantaggi difetti desvantagens wady minusy nackdelar";
constexpr std::string_view kWishes =
    "improve improved improvement improvements suggestion suggestions wishes wishlist "
    "verbessern verbessert verbesserung verbesserungen verbesserungsvorschlaege "
    "verbesserungsvorschlag vorschlaege vorschlag anregungen wuensche wuenschen ameliorer "
    "ameliorations mejorar mejoras sugerencias migliorare miglioramenti suggerimenti melhorar "
    "melhorias sugestoes verbeteren verbeterpunten suggesties";
// Words that ask in a label of theirs alone: in a question they may stand for anything.
constexpr std::string_view kGoodLabel = "positive positiv plus pro good best love";
constexpr std::string_view kBadLabel = "negative negativ minus con bad worse";
/// What else a label holds beside them.
constexpr std::string_view kBesideLabel =
    "review reviews text comment comments feedback points point aspects aspect things thing "
    "experience experiences remarks the most answer answers part parts";

/// All words of a short name are of `list`, or of those that stand beside such.
bool is_label(const Words& words, std::string_view list) {
  return words.size() <= kLabelWords && any_of(words, list) &&
         std::all_of(words.begin(), words.end(), [&](std::string_view word) {
           return in_list(list, word) || in_list(kBesideLabel, word);
         });
}

/// "How likely are you to …", "Did you like it?", "best time to call": asks for neither.
bool asks_for_neither(std::string_view folded) {
  constexpr std::array<std::string_view, 5> kOpenings = {"would_you_", "do_you_", "did_you_",
                                                         "are_you_", "how_"};
  const bool yes_or_no =
      std::any_of(kOpenings.begin(), kOpenings.end(),
                  [&](std::string_view opening) { return folded.starts_with(opening); });
  return yes_or_no || says_any(folded, {"contact", "contacted", "call_you", "reach_you"});
}

bool asks_for_wishes(std::string_view folded, const Words& words) {
  return any_of(words, kWishes) ||
         says_any(folded,
                  {"advice_to",       "advice_for",     "like_to_see",       "love_to_see",
                   "like_us_to_add",  "like_us_to_do",  "like_us_to_change", "want_us_to",
                   "do_better",       "do_differently", "we_change",         "you_change",
                   "could_be_better", "can_be_better",  "could_be_changed",  "should_be_changed",
                   "should_change",   "make_it_better", "made_better",       "is_missing",
                   "do_you_wish",     "you_wish_for",   "should_add",        "we_add",
                   "besser_machen",   "fehlt_ihnen"});
}

/// Asks for what is good, and denies it: "What did you not like?"
bool denies_good(std::string_view folded) {
  return says_any(folded, {"not_like",        "didnt_you",    "didn_t_you",     "dont_you",
                           "did_you_not",     "didnt_like",   "dont_like",      "like_least",
                           "liked_least",     "enjoy_least",  "enjoyed_least",  "least_liked",
                           "least_like",      "not_enjoy",    "didnt_enjoy",    "least_favorite",
                           "least_favourite", "not_go_well",  "didnt_go_well",  "not_work_well",
                           "not_so_good",     "not_good",     "nicht_gefallen", "nicht_gefaellt",
                           "nicht_gut",       "pas_aime",     "pas_plu",        "no_gusto",
                           "no_te_gusto",     "non_piaciuto", "niet_goed"});
}

bool asks_for_bad(std::string_view folded, const Words& words) {
  return any_of(words, kBad) || is_label(words, kBadLabel) ||
         says_any(folded, {"didnt_work", "go_badly", "went_badly", "bothered_you", "bothers_you",
                           "let_you_down", "points_faibles", "points_negatifs", "lo_peor",
                           "punti_deboli", "pontos_fracos"});
}

bool asks_for_good(std::string_view folded, const Words& words) {
  if (any_of(words, kGood) || is_label(words, kGoodLabel)) return true;
  const bool would = says_any(folded, {"would_you_like", "you_d_like", "would_you_love"});
  if (!would && says_any(folded, {"you_like", "you_love", "like_about", "love_about"})) return true;
  return says_any(
      folded,
      {"like_best",      "like_most",       "best_thing",      "best_things",   "best_part",
       "best_about",     "best_feature",    "good_about",      "great_about",   "went_well",
       "go_well",        "going_well",      "do_well",         "did_well",      "doing_well",
       "work_well",      "works_well",      "worked_well",     "doing_right",   "do_right",
       "get_right",      "made_you_happy",  "makes_you_happy", "impressed_you", "delighted_you",
       "you_value_most", "you_appreciate",  "was_good",        "war_gut",       "laeuft_gut",
       "points_forts",   "points_positifs", "vous_aime",       "plus_aime",     "vous_a_plu",
       "lo_mejor",       "puntos_fuertes",  "punti_di_forza",  "pontos_fortes", "gaat_goed",
       "ging_goed"});
}

}  // namespace

Asked asked_by(std::string_view name) {
  if (name.size() > kLongestName) return Asked::anything;
  const std::string folded = fold_name(name);
  const Words words = words_of(folded);
  const bool neither = asks_for_neither(folded);
  const bool denied = denies_good(folded);
  const bool good = !neither && !denied && asks_for_good(folded, words);
  const bool bad = !neither && (denied || asks_for_bad(folded, words));
  const bool wishes = asks_for_wishes(folded, words);
  if (static_cast<int>(good) + static_cast<int>(bad) + static_cast<int>(wishes) != 1)
    return Asked::anything;
  if (wishes) return Asked::wishes;
  return good ? Asked::good : Asked::bad;
}

std::string_view answers_words(Asked asked) {
  switch (asked) {
    case Asked::good:
      return "what is good: its answers are read as praise, and no problem is looked for in them";
    case Asked::bad:
      return "what is bad: its answers are read as problems, however short, and never as praise";
    case Asked::wishes:
      return "what people wish for: its answers are read as such, however short";
    case Asked::anything:
      break;
  }
  return {};
}

}  // namespace attune
