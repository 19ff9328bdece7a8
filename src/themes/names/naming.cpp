// SPDX-License-Identifier: Apache-2.0
//
// Idea. A phrase is worth the share of the theme's texts that have it (one text fewer, to the power
// .6), times the share of all its texts that are the theme's, times the worth of its shape: most
// for three words that say something, little for praise alone. Written forms are looked up for the
// best alone, in a second reading.
//
// When it applies. Texts are English, and people use the same words; a phrase that one text of
// several has is none. C-value's count of nested phrases is left out: the shape stands for it, and
// a longer form said .4 as often. A single word gets a second, as the texts join the two or after a
// comma. Where nothing fits, keywords or a number make a name.
//
// What it costs. O(words) to read, at most six phrases from each, and sorts of what is found;
// themes run on all threads, but choose in turn, since names taken bar the next. Memory O(words).
//
// Source. K. Frantzi, S. Ananiadou, H. Mima, Automatic recognition of multi-word terms: the
// C-value/NC-value method, International Journal on Digital Libraries 3 (2000), for completeness.
//
// Tested in parts_test.cpp (Naming), and in discover_test.cpp: distinct, without handles, links or
// digits.
#include "themes/names/naming.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/hash_counts.h"
#include "themes/words/phrases.h"
#include "themes/words/word_window.h"

namespace attune {

namespace {

constexpr std::size_t kCandidates = 40;  // of which the written forms are looked up, per theme
constexpr std::size_t kKeywords = 5;
constexpr std::size_t kPhrases = 24;  // told beside the name

/// By number of content words.
constexpr std::array<double, 6> kShape{0.05, 0.75, 1.0, 1.15, 1.1, 1.0};
constexpr double kOneWord = 0.2;
constexpr double kOneJudging = 0.05;
constexpr double kOnlyJudged = 0.45;  // "best app": says nothing but that it is liked
constexpr double kJudged = 0.8;
constexpr std::array<double, 7> kLength{1.0, 1.0, 1.0, 1.0, 1.0, 0.75, 0.5};  // by words, as said
constexpr double kCoverageSay = 0.6;   // power of the share of texts that have the phrase
constexpr double kComplete = 0.4;      // a longer form is shown if so often said as the commonest
constexpr std::size_t kFewestSay = 2;  // texts that have two words near each other
constexpr std::size_t kSmallWord = 2;  // tenths that each small word costs a form

struct Candidate {
  std::uint64_t key = 0;
  std::uint64_t words = 0;
  std::uint32_t said = 0;                      ///< Words that count.
  double coverage = 0.0;                       ///< Share of the theme's texts that have it.
  double telling = 0.0;                        ///< Worth as a keyword.
  double score = 0.0;                          ///< Worth as a name.
  std::map<std::string, std::uint32_t> forms;  ///< As written → in how many texts.
};

/// Worth of a phrase by its words: one word rarely names a problem, "best app" half does.
double shape(const Phrase& phrase) {
  if (phrase.said == 1) return phrase.contents == 1 ? kOneWord : kOneJudging;
  const std::size_t length = std::min<std::size_t>(phrase.end - phrase.begin, kLength.size() - 1);
  const std::size_t contents = std::min<std::size_t>(phrase.contents, kShape.size() - 1);
  const double judged =
      phrase.judges == 0 ? 1.0 : (contents == 1 ? kOnlyJudged / kShape[1] : kJudged);
  return kShape[contents] * kLength[length] * judged;
}

std::vector<std::vector<Phrase>> read_phrases(std::span<const NamingText> texts, const Pool& pool) {
  std::vector<std::vector<Phrase>> read(texts.size());
  pool.for_each_chunk(texts.size(), 512, [&](std::size_t begin, std::size_t end) {
    PhraseReader reader;
    for (std::size_t i = begin; i < end; ++i) {
      read[i] = reader.read(texts[i].text);
      std::sort(read[i].begin(), read[i].end(),
                [](const Phrase& a, const Phrase& b) { return a.key < b.key; });
      const auto same = [](const Phrase& a, const Phrase& b) { return a.key == b.key; };
      read[i].erase(std::unique(read[i].begin(), read[i].end(), same), read[i].end());
    }
  });
  return read;
}

class Namer {
 public:
  Namer(std::span<const NamingText> texts, std::span<const std::string> given,
        std::span<const std::string> taken, const Pool& pool)
      : texts_(texts),
        given_(given),
        phrases_(read_phrases(texts, pool)),
        texts_of_(given.size()),
        candidates_(given.size()),
        taken_(taken.begin(), taken.end()) {
    taken_.insert(given.begin(), given.end());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      texts_of_[texts[i].theme].push_back(i);
      for (const Phrase& phrase : phrases_[i]) everywhere_.add(phrase.key);
    }
    pool.for_each_chunk(given.size(), 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t t = begin; t < end; ++t) candidates_[t] = find(t);
    });
  }

  [[nodiscard]] std::vector<ThemeWords> names() {
    std::vector<ThemeWords> out(texts_of_.size());
    for (std::size_t t = 0; t < out.size(); ++t) {
      out[t].keywords = keywords(candidates_[t]);
      out[t].phrases = phrases_of(candidates_[t]);
      out[t].name = given_[t];
      if (given_[t].empty()) choose(t, out[t]);
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<Candidate> find(std::size_t theme) const {
    struct Met {
      Phrase phrase;  // Where it was met first.
      std::uint32_t texts = 0;
    };
    HashNumbers numbers;
    std::vector<Met> met;
    for (const std::size_t i : texts_of_[theme]) {
      for (const Phrase& phrase : phrases_[i]) {
        const std::uint32_t number = numbers.number(phrase.key);
        if (number == met.size()) met.push_back({phrase, 0});
        ++met[number].texts;
      }
    }
    const std::size_t size = texts_of_[theme].size();
    std::vector<Candidate> found;
    for (const auto& [phrase, count] : met) {
      if (count < std::min<std::size_t>(2, size)) continue;
      const double coverage = static_cast<double>(count) / static_cast<double>(size);
      const double purity = count / (everywhere_.of(phrase.key) + 1.0);
      const double telling = coverage * std::sqrt(purity);
      // One text fewer: what two of a hundred say is hardly what the theme says.
      const double sure = size < 3 ? coverage : (count - 1.0) / static_cast<double>(size);
      const double score = std::pow(sure, kCoverageSay) * purity * shape(phrase);
      found.push_back({phrase.key, phrase.words, phrase.said, coverage, telling, score, {}});
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.key < b.key;
    });
    keep_best(found);
    write_out(theme, found);
    return found;
  }

  /// The best phrases, and the best single words for keywords.
  static void keep_best(std::vector<Candidate>& found) {
    std::size_t phrases = 0;
    std::vector<double> telling;
    for (const Candidate& c : found) {
      if (c.said == 1) telling.push_back(c.telling);
    }
    std::sort(telling.begin(), telling.end(), std::greater<>());
    const double least = telling.size() > kCandidates ? telling[kCandidates] : 0.0;
    std::erase_if(found, [&](const Candidate& c) {
      return c.said == 1 ? c.telling < least : ++phrases > kCandidates;
    });
  }

  void write_out(std::size_t theme, std::vector<Candidate>& found) const {
    std::unordered_map<std::uint64_t, Candidate*> wanted;
    for (Candidate& candidate : found) wanted.emplace(candidate.key, &candidate);
    PhraseReader reader;
    for (const std::size_t i : texts_of_[theme]) {
      for (const Phrase& phrase : reader.read(texts_[i].text)) {
        const auto entry = wanted.find(phrase.key);
        if (entry != wanted.end()) ++entry->second->forms[reader.shown(phrase)];
      }
    }
  }

  /// The form that most texts have, one with few small words rather than one with many; of equals
  /// the shorter, then the first by alphabet.
  static std::string commonest_form(const Candidate& candidate) {
    const auto worth = [&](const auto& form) {
      const auto words =
          static_cast<std::size_t>(std::count(form.first.begin(), form.first.end(), ' ')) + 1;
      const std::size_t small = words > candidate.said ? words - candidate.said : 0;
      return form.second * std::size_t{1000} / (10 + kSmallWord * small);
    };
    const auto better = [&](const auto& a, const auto& b) {
      const std::size_t left = worth(a);
      const std::size_t right = worth(b);
      if (left != right) return left < right;
      return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first > b.first;
    };
    const auto best = std::max_element(candidate.forms.begin(), candidate.forms.end(), better);
    return best == candidate.forms.end() ? std::string() : best->first;
  }

  /// The commonest form, or a longer one around it that is said nearly as often: "on hold" for
  /// "hold".
  static std::string best_form(const Candidate& candidate) {
    const std::string common = commonest_form(candidate);
    if (common.empty()) return {};
    std::string shown = common;
    const double enough = kComplete * candidate.forms.at(common);
    for (const auto& [form, texts] : candidate.forms) {
      const bool around = form.size() > shown.size() && form.ends_with(" " + common);
      if (around && texts >= enough) shown = form;
    }
    return shown;
  }

  static std::vector<std::string> keywords(const std::vector<Candidate>& candidates) {
    std::vector<const Candidate*> words;
    for (const Candidate& candidate : candidates) {
      if (candidate.said == 1) words.push_back(&candidate);
    }
    std::stable_sort(words.begin(), words.end(), [](const Candidate* a, const Candidate* b) {
      return a->telling > b->telling;
    });
    std::vector<std::string> out;
    for (std::size_t i = 0; i < words.size() && out.size() < kKeywords; ++i) {
      std::string form = commonest_form(*words[i]);
      if (form.find(' ') == std::string::npos) out.push_back(std::move(form));
    }
    return out;
  }

  static std::vector<std::string> phrases_of(const std::vector<Candidate>& candidates) {
    std::vector<std::string> out;
    for (const Candidate& candidate : candidates) {
      if (out.size() == kPhrases) break;
      if (candidate.said == 1) continue;
      std::string form = best_form(candidate);
      if (!form.empty()) out.push_back(std::move(form));
    }
    return out;
  }

  /// One word rarely tells: "broken" with the theme's next words is "plate arrived broken" if it
  /// is said so, else "broken, plate".
  [[nodiscard]] std::string with_second(std::size_t t, const std::string& form,
                                        const std::vector<std::string>& words) const {
    std::vector<std::string_view> texts;
    for (const std::size_t i : texts_of_[t]) texts.push_back(texts_[i].text);
    std::string both;
    for (const std::string& word : words) {
      const bool other =
          form.find(word) == std::string::npos && word.find(form) == std::string::npos;
      if (!other) continue;
      if (both.empty()) both.append(form).append(", ").append(word);
      std::string said = common_window(texts, form, word, kFewestSay);
      if (!said.empty()) return said;
    }
    return both.empty() ? form : both;
  }

  void choose(std::size_t t, ThemeWords& theme) {
    for (const Candidate& candidate : candidates_[t]) {
      std::string form = best_form(candidate);
      if (form.empty() || taken_words_.contains(candidate.words) || taken_.contains(form)) continue;
      if (candidate.said == 1) form = with_second(t, form, theme.keywords);
      if (!taken_.insert(form).second) continue;
      taken_words_.insert(candidate.words);
      theme.name = form;
      theme.coverage = candidate.coverage;
      return;
    }
    theme.name = last_resort(theme.keywords);
  }

  std::string last_resort(const std::vector<std::string>& words) {
    std::string plain = words.empty() ? "something else" : words.front();
    for (std::size_t i = 1; i < words.size() && taken_.contains(plain); ++i) {
      plain += ", " + words[i];
    }
    const std::string stem = plain;
    for (int n = 2; taken_.contains(plain); ++n) plain = stem + " (" + std::to_string(n) + ")";
    taken_.insert(plain);
    return plain;
  }

  std::span<const NamingText> texts_;
  std::span<const std::string> given_;
  std::vector<std::vector<Phrase>> phrases_;
  std::vector<std::vector<std::size_t>> texts_of_;  ///< Per theme.
  std::vector<std::vector<Candidate>> candidates_;  ///< Per theme, best first.
  HashCounts everywhere_;                           ///< Texts per phrase.
  std::unordered_set<std::string> taken_;
  std::unordered_set<std::uint64_t> taken_words_;
};

}  // namespace

bool is_word_list(std::string_view name) {
  return name.find(',') != std::string_view::npos;
}

std::vector<ThemeWords> name_themes(std::span<const NamingText> texts,
                                    std::span<const std::string> given,
                                    std::span<const std::string> taken, const Pool& pool) {
  return Namer(texts, given, taken, pool).names();
}

}  // namespace attune
