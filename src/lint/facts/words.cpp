// SPDX-License-Identifier: Apache-2.0
#include "lint/facts/words.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "lint/facts/end_claim.h"

namespace attune {

namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kStem = 5;
constexpr std::size_t kMostDigits = 12;

/// Words that say nothing of what a claim is about, cut as content_words() cuts.
constexpr auto kCommon = std::to_array<std::string_view>(
    {"about", "after", "again", "agree", "almos", "alrea", "also",  "among", "annua", "anoth",
     "aroun", "back",  "based", "becau", "been",  "befor", "being", "below", "best",  "bette",
     "betwe", "canno", "come",  "could", "data",  "detai", "does",  "don't", "each",  "eight",
     "eleve", "email", "even",  "ever",  "every", "examp", "exper", "first", "five",  "form",
     "found", "four",  "from",  "gener", "give",  "given", "good",  "have",  "here",  "html",
     "http",  "https", "hundr", "into",  "it's",  "just",  "know",  "last",  "least", "left",
     "lets",  "like",  "link",  "list",  "look",  "made",  "make",  "many",  "milli", "month",
     "more",  "most",  "much",  "need",  "never", "news",  "nine",  "numbe", "onlin", "only",
     "other", "ours",  "over",  "page",  "peopl", "perce", "pleas", "prove", "reall", "repor",
     "resea", "right", "says",  "scien", "seven", "shoul", "show",  "shows", "since", "site",
     "some",  "someo", "sourc", "studi", "study", "such",  "sure",  "surve", "take",  "test",
     "than",  "that",  "their", "them",  "then",  "there", "these", "they",  "thing", "this",
     "those", "thous", "three", "time",  "times", "today", "told",  "twelv", "under", "until",
     "using", "very",  "want",  "week",  "weekl", "were",  "what",  "when",  "where", "which",
     "while", "will",  "with",  "witho", "would", "year",  "years", "yeste", "you'v", "your",
     "yours"});

bool letter(unsigned char c) {
  return std::isalpha(c) != 0 || c >= 0x80;
}

bool is_year(const std::string& digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

/// Where the clause that holds byte `at` begins or ends: the next mark or word that parts clauses.
std::size_t parting(std::string_view text, std::size_t at) {
  std::size_t next = text.size();
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    const bool in_number = i > 0 && i + 1 < text.size() &&
                           std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                           std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (std::string_view(",;:()").find(c) != std::string_view::npos && !in_number) {
      next = i;
      break;
    }
  }
  for (const std::string_view word : {" and ", " but ", " while ", " - ", "\u2013", "\u2014"})
    next = std::min(next, std::min(text.find(word, at), text.size()));
  return next;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return out;
}

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const auto c = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
    if (letter(c) || (c == '\'' && !word.empty())) {
      word += static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::vector<std::string> content_words(std::string_view text) {
  std::vector<std::string> kept;
  for (const std::string& word : plain_words(text)) {
    const std::string cut = word.substr(0, kStem);
    if (word.size() < kShortest || among(kCommon, cut)) continue;
    if (std::find(kept.begin(), kept.end(), cut) == kept.end()) kept.push_back(cut);
  }
  return kept;
}

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  std::string digits;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool digit = c >= '0' && c <= '9';
    const bool thousands = c == ',' && !digits.empty() && i + 1 < text.size() &&
                           std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (digit && digits.size() <= kMostDigits) digits += c;
    if (digit || thousands || digits.empty()) continue;
    if (!is_year(digits) && digits != "1") numbers.push_back(digits);
    digits.clear();
  }
  for (const std::string& word : plain_words(text)) {
    const auto number = number_of(word);
    if (number && *number > 1) numbers.push_back(std::to_string(*number));
  }
  return numbers;
}

std::string_view clause_around(std::string_view sentence, std::string_view words) {
  const std::size_t at = sentence.find(words);
  if (at == std::string_view::npos || words.empty()) return sentence;
  std::size_t begin = 0;
  for (std::size_t part = parting(sentence, 0); part < at; part = parting(sentence, part + 1))
    begin = part + 1;
  return sentence.substr(begin, parting(sentence, at + words.size()) - begin);
}

bool all_among(const std::vector<std::string>& parts, const std::vector<std::string>& all) {
  return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::find(all.begin(), all.end(), part) != all.end();
  });
}

bool any_among(const std::vector<std::string>& parts, const std::vector<std::string>& all) {
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return std::find(all.begin(), all.end(), part) != all.end();
  });
}

}  // namespace attune
