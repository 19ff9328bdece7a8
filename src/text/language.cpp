// SPDX-License-Identifier: Apache-2.0
#include "text/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

#include "text/language_script.h"
#include "text/language_words.h"
#include "text/utf8.h"

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

bool ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

template <class See>
void each_word(const Tokens& tokens, See see) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < tokens.size() && seen < kMostWords; ++i) {
    if (tokens.list[i].kind != TokenKind::word) continue;
    see(tokens.word(i));
    ++seen;
  }
}

WordEvidence read_words(const Tokens& tokens) {
  const LanguageWords& table = LanguageWords::get();
  WordEvidence evidence;
  each_word(tokens, [&](std::string_view word) {
    const LanguageSet set = table.find(word);
    ++evidence.words;
    evidence.english += set == kEnglish ? 1 : 0;
    evidence.foreign += set != 0 && (set & kEnglish) == 0 ? 1 : 0;
    evidence.marked += ascii(word) ? 0 : 1;
  });
  return evidence;
}

/// English beyond doubt: English-only words, many for the length, and next to nothing else.
bool plainly_english(const WordEvidence& e) {
  return e.english >= 2 && e.english * 4 >= e.words && e.foreign * 4 <= e.english &&
         e.marked * 4 <= e.english;
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

void add_letters(Scores& scores, const Tokens& tokens) {
  each_word(tokens, [&](std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint point = decode(word, at);
      if (point.code >= 0x80) add(scores, languages_of_letter(point.code), 1.0F);
      at += point.length;
    }
  });
}

/// Words, letters and CLD2 together. Points are about "function words seen".
Language weigh(std::string_view text, const Tokens& tokens, const WordEvidence& evidence) {
  Scores scores{};
  const LanguageWords& table = LanguageWords::get();
  each_word(tokens, [&](std::string_view word) { add(scores, table.find(word), 1.0F); });
  add_letters(scores, tokens);
  const Cld2Answer answer = ask_cld2(text);
  const float trust = (answer.reliable ? 2.0F : 1.0F) +
                      (answer.reliable ? .12F : .06F) * static_cast<float>(evidence.words);
  for (const Guess& guess : answer.guesses) {
    if (guess.language < language_count()) scores[guess.language] += trust * guess.share;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  const float top = *best;
  if (top < 1.0F) {
    const Guess& first = answer.guesses[0];
    if (first.code.empty() || !answer.reliable || evidence.words < 4) return {};
    return {first.code, .5F};
  }
  float second = 0;
  for (const float score : scores) {
    if (score < top) second = std::max(second, score);
  }
  const std::size_t language = static_cast<std::size_t>(best - scores.begin());
  return {language_code(language), 1.0F / (1.0F + std::exp(second - top))};
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
  if (plainly_english(evidence)) {
    return {"en", evidence.english >= 4 ? .99F : .97F};
  }
  if (evidence.words == 0) return {};
  const std::string_view start = cut(text, kMostBytes);
  const Script script = main_script(start);
  if (script == Script::none) return {};
  const std::string_view only = only_language_of(script);
  if (!only.empty()) return {only, .98F};
  return weigh(start, tokens, evidence);
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
