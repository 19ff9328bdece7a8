// SPDX-License-Identifier: Apache-2.0
//
// Idea. A ladder, the cheap first: words that only English uses; the script, where one language of
// ours has it alone; then points for words and letters by language, with CLD2's shares added as
// points that weigh more the longer the text. Close languages are set apart last: Danish, Norwegian
// and Swedish by pieces of words, and the smaller of a pair has to show itself.
//
// When it applies. One language a text: the leader is named, and a text of two is not divided. A
// language that our lists do not show is named on CLD2's word alone, with p .5, where CLD2 calls
// itself reliable and there are four words and none that only English uses.
//
// What it costs. O(tokens), with at most 48 words looked at; scripts are counted in 1,200 bytes,
// and CLD2 sees no more. It takes 12 µs a text, our own words a tenth of that (text/README.md).
//
// Source. D. Sites, Compact Language Detector 2 (2013); points and ladder are ours.
//
// Tested in language_test.cpp: plain sentences, close languages, short texts, and any bytes.
#include "text/language/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

#include "text/language/language_script.h"
#include "text/utf8.h"
#include "text/words/language_set.h"

namespace attune {

namespace {

constexpr std::size_t kMostWords = 48;    // Enough to know a language by.
constexpr std::size_t kMostBytes = 1200;  // Of a text that CLD2 and the letters see.

/// What the words of a text say.
struct WordEvidence {
  std::size_t words = 0;    ///< Words that were read.
  std::size_t english = 0;  ///< Words that only English uses.
  std::size_t foreign = 0;  ///< Words that others use and English does not.
  std::size_t marked = 0;   ///< Words with letters outside ASCII.
};

/// English beyond doubt: English-only words, many for the length, and next to nothing else.
bool plainly_english(const WordEvidence& e) {
  return e.english >= 2 && e.english * 4 >= e.words && e.foreign * 4 <= e.english &&
         e.marked * 4 <= e.english;
}

/// Calls `see` for each of the first words, until it answers false.
template <class See>
void each_word(const Tokens& tokens, See see) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < tokens.size() && seen < kMostWords; ++i) {
    if (tokens.list[i].kind != TokenKind::word) continue;
    if (!see(tokens.word(i), tokens.traits(i))) return;
    ++seen;
  }
}

WordEvidence read_words(const Tokens& tokens) {
  WordEvidence evidence;
  each_word(tokens, [&](std::string_view, const WordTraits& traits) {
    const LanguageSet set = traits.languages;
    ++evidence.words;
    evidence.english += set == kEnglish ? 1 : 0;
    evidence.foreign += set != 0 && (set & kEnglish) == 0 ? 1 : 0;
    evidence.marked += traits.ascii ? 0 : 1;
    return evidence.english < 6 || !plainly_english(evidence);
  });
  return evidence;
}

/// A short text with a word that only English uses, and nothing that speaks against it.
bool likely_english(const WordEvidence& e) {
  return e.english >= 1 && e.english * 3 >= e.words && e.foreign == 0 && e.marked == 0;
}

using Scores = std::array<float, 64>;

void add(Scores& scores, LanguageSet set, float points) {
  for (; set != 0; set &= set - 1) {
    scores[static_cast<std::size_t>(std::countr_zero(set))] += points;
  }
}

struct Guess {
  std::size_t language = 0;  ///< language_count() and above: none.
  std::string_view code;
  float share = 0;  ///< [0, 1] of the text.
};

struct Cld2Answer {
  std::array<Guess, 3> guesses{};
  bool reliable = false;
};

std::string_view our_code(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE) return "";
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "no") return "nb";
  if (code == "iw") return "he";
  if (code == "zh-Hant") return "zh";
  if (code == "fil") return "tl";
  return code.size() == 2 ? code : std::string_view();
}

/// Every byte that is not part of UTF-8 becomes a blank.
std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t bad = first_invalid(text); bad != std::string_view::npos;
       bad = first_invalid(text)) {
    out.append(text.substr(0, bad));
    out += ' ';
    text.remove_prefix(bad + 1);
  }
  out.append(text);
  return out;
}

Cld2Answer ask_cld2(std::string_view text) {
  const std::string bytes = clean(text);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  std::array<double, 3> score{};
  int read = 0;
  Cld2Answer answer;
  const CLD2::CLDHints hints{nullptr, nullptr, 0, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(bytes.data(), static_cast<int>(bytes.size()), true, &hints,
                                 CLD2::kCLDFlagBestEffort, languages.data(), percent.data(),
                                 score.data(), nullptr, &read, &answer.reliable);
  for (std::size_t i = 0; i < 3; ++i) {
    Guess& guess = answer.guesses[i];
    guess.code = our_code(languages[i]);
    guess.language = language_number(guess.code);
    guess.share = guess.code.empty() ? 0.0F : static_cast<float>(percent[i]) / 100.0F;
  }
  return answer;
}

/// A piece of a word that only one of two close languages writes.
struct Fragment {
  std::string_view letters;
  std::string_view code;
};

// Danish "vej, høj, nation, frihed", Norwegian "vei, høy, nasjon, frihet"; Swedish "-tion, -het".
constexpr auto kFragments = std::to_array<Fragment>({{"øj", "da"},
                                                     {"hed", "da"},
                                                     {"ej", "da"},
                                                     {"tion", "da"},
                                                     {"øy", "nb"},
                                                     {"het", "nb"},
                                                     {"ei", "nb"},
                                                     {"sjon", "nb"},
                                                     {"het", "sv"},
                                                     {"tion", "sv"}});

/// A smaller language beside a larger one that shares most of its words.
struct Pair {
  std::string_view small;
  std::string_view large;
};
constexpr auto kPairs = std::to_array<Pair>({{"ms", "id"},
                                             {"nn", "nb"},
                                             {"bs", "hr"},
                                             {"gl", "es"},
                                             {"gl", "pt"},
                                             {"gl", "hi"},  // "hai".
                                             {"af", "nl"},
                                             {"mk", "bg"},
                                             {"mk", "ru"},
                                             {"sr", "bg"},
                                             {"sr", "ru"},
                                             {"uk", "ru"},
                                             {"be", "ru"},
                                             {"kk", "ru"},
                                             {"ur", "fa"}});

/// A word that few languages use says more.
float weight_of(LanguageSet set) {
  const int languages = std::popcount(set);
  return languages == 1 ? 1.5F : languages == 2 ? 1.2F : 1.0F;
}

void add_letters(Scores& scores, std::string_view word) {
  LanguageSet before = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    const LanguageSet set = point.code < 0x80 ? 0 : languages_of_letter(point.code);
    if (set != before) add(scores, set, .5F);
    before = set;
    at += point.length;
  }
}

/// Words and letters; points are about "function words seen".
Scores own_evidence(const Tokens& tokens) {
  Scores scores{};
  each_word(tokens, [&](std::string_view word, const WordTraits& traits) {
    add(scores, traits.languages, weight_of(traits.languages));
    if (!traits.ascii) add_letters(scores, word);
    return true;
  });
  return scores;
}

float points(const Scores& scores, std::string_view code) {
  return scores[language_number(code)];
}

/// Sets Danish, Norwegian and Swedish apart, once one of them leads.
void add_fragments(Scores& scores, const Tokens& tokens) {
  each_word(tokens, [&](std::string_view word, const WordTraits&) {
    for (const Fragment& fragment : kFragments) {
      if (word.find(fragment.letters) != std::string_view::npos) {
        scores[language_number(fragment.code)] += .5F;
      }
    }
    return true;
  });
}

std::size_t leader(const Scores& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// The smaller of a pair has to show itself; else the text is in the larger.
std::string_view settle_pairs(std::string_view code, const Scores& own) {
  for (const Pair& pair : kPairs) {
    if (code == pair.small && points(own, pair.large) > 0 &&
        points(own, pair.small) <= points(own, pair.large) + .5F) {
      return pair.large;
    }
  }
  return code;
}

/// What the script says where nothing else does.
Language by_script(Script script) {
  if (script == Script::cyrillic) return {"ru", .5F};
  if (script == Script::arabic) return {"ar", .5F};
  if (script == Script::devanagari) return {"hi", .7F};
  return {};
}

/// CLD2's own word, where our lists know nothing of the language.
Language by_cld2_alone(const Cld2Answer& answer, const WordEvidence& evidence, Script script) {
  const Guess& first = answer.guesses[0];
  const bool said = !first.code.empty() && answer.reliable;
  if (said && evidence.words >= 4 && evidence.english == 0) return {first.code, .5F};
  if (script != Script::latin) return by_script(script);
  if (evidence.english > 0 || (said && first.code == "en")) return {"en", .6F};
  return {};
}

/// Words, letters and CLD2 together.
Language weigh(std::string_view text, const Tokens& tokens, const WordEvidence& evidence,
               Script script) {
  const Scores own = own_evidence(tokens);
  Scores scores = own;
  const Cld2Answer answer = ask_cld2(text);
  const auto words = static_cast<float>(evidence.words);
  const float trust = answer.reliable ? 2.0F + .12F * words : 1.0F + .06F * words;
  for (const Guess& guess : answer.guesses) {
    if (guess.language < language_count()) scores[guess.language] += trust * guess.share;
  }
  std::string_view code = language_code(std::min(leader(scores), language_count() - 1));
  if (code == "da" || code == "nb" || code == "sv") {
    add_fragments(scores, tokens);
    code = language_code(leader(scores));
  }
  const float top = scores[leader(scores)];
  const bool shown = points(own, code) >= 1.5F || (answer.reliable && evidence.words >= 4);
  if (top < 1.0F || (code != "en" && (!shown || points(own, code) == 0))) {
    return by_cld2_alone(answer, evidence, script);
  }
  float second = 0;
  for (const float score : scores) {
    if (score < top) second = std::max(second, score);
  }
  const float cap = 1.0F - .4F / (words + 1.0F);  // Few words, little to go by.
  return {settle_pairs(code, own), cap / (1.0F + std::exp(second - top))};
}

std::string_view only_language_of(Script script) {
  switch (script) {
    case Script::greek:
      return "el";
    case Script::armenian:
      return "hy";
    case Script::gurmukhi:
      return "pa";
    case Script::gujarati:
      return "gu";
    case Script::tamil:
      return "ta";
    case Script::telugu:
      return "te";
    case Script::kannada:
      return "kn";
    case Script::malayalam:
      return "ml";
    case Script::sinhala:
      return "si";
    case Script::thai:
      return "th";
    case Script::lao:
      return "lo";
    case Script::burmese:
      return "my";
    case Script::georgian:
      return "ka";
    case Script::khmer:
      return "km";
    case Script::kana:
      return "ja";
    case Script::han:
      return "zh";
    case Script::hangul:
      return "ko";
    case Script::bengali:
      return "bn";
    case Script::hebrew:
      return "he";
    case Script::ethiopic:
      return "am";
    default:
      return "";
  }
}

}  // namespace

Language detect_language(std::string_view text, const Tokens& tokens) {
  const WordEvidence evidence = read_words(tokens);
  if (plainly_english(evidence)) return {"en", evidence.english >= 4 ? .99F : .97F};
  if (likely_english(evidence)) return {"en", .9F};
  if (evidence.words == 0) return {};
  const std::string_view start = cut(text, kMostBytes);
  const Script script = main_script(start);
  if (script == Script::none) return {};
  const std::string_view only = only_language_of(script);
  if (!only.empty()) return {only, .98F};
  return weigh(start, tokens, evidence, script);
}

bool shows_foreign_words(std::string_view text, const Tokens& tokens) {
  const Script script = main_script(cut(text, kMostBytes));
  if (script != Script::none && script != Script::latin) return true;
  std::size_t foreign = 0;
  std::size_t english = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < tokens.size() && seen < kMostWords; ++i) {
    if (tokens.list[i].kind != TokenKind::word) continue;
    ++seen;
    const LanguageSet set = tokens.traits(i).languages;
    english += set == kEnglish ? 1 : 0;
    foreign += set != 0 && (set & kEnglish) == 0 && !tokens.list[i].title ? 1 : 0;
  }
  return foreign >= 2 && foreign > english;
}

std::vector<LanguageScore> evaluate_language(std::span<const LanguageExample> examples) {
  std::vector<LanguageScore> scores;
  Tokens tokens;
  for (const LanguageExample& example : examples) {
    auto at = std::find_if(scores.begin(), scores.end(), [&example](const LanguageScore& score) {
      return score.code == example.code;
    });
    if (at == scores.end()) at = scores.insert(scores.end(), LanguageScore{example.code, 0, 0});
    tokenise(example.text, tokens);
    ++at->texts;
    at->right += detect_language(example.text, tokens).code == example.code ? 1 : 0;
  }
  return scores;
}

}  // namespace attune
