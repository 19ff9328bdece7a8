// SPDX-License-Identifier: Apache-2.0
//
// Idea. An averaged perceptron over whole paths of labels, and lessons made up for it: each text is
// told again with other names in the places of its persons, marks of removed names are filled with
// names or brands, and in about a third of the lessons the lists forget the names in them, so that
// surroundings are learnt too.
//
// When it applies. Tagged texts are few, and plain texts are many. Finding is worth more than
// sparing: `none` has a head start in training, which the tagger in use does not have. Labels that
// no path can reach are not asked for. No addresses are made up.
//
// What it costs. O(epochs × tokens of all lessons): features are hashed anew each time, and sums
// are brought up to date only where a weight changes. All lessons are held in memory. The means are
// scaled to bytes by the largest of them, so one large weight would make the others coarse.
//
// Source. M. Collins, Discriminative training methods for hidden Markov models, EMNLP (2002); the
// lessons are ours.
//
// Tested in train_names_test.cpp: same examples, same model; a model survives its file. What the
// shipped model finds is tested in text/pii/pii_test.cpp.
#include "learn/train_names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/random.h"
#include "text/pii/name_features.h"
#include "text/pii/name_path.h"
#include "text/utf8.h"
#include "text/words/lexicon.h"

namespace attune::learn {

namespace {

constexpr std::string_view kName = "[NAME]";
constexpr std::string_view kBrand = "[BRAND]";

/// A text of its own with its gold spans.
struct Lesson {
  std::string text;
  std::vector<PiiSpan> gold;
};

/// How often a word was seen, and how.
struct WordCount {
  std::uint32_t small = 0;
  std::uint32_t capital = 0;  ///< With a capital, inside a sentence.
};

using WordCounts =
    std::map<std::string, WordCount>;  // In order: the table must not depend on a hash.

/// Texts without a capital tell nothing: names are in small letters there too.
void count_words(std::string_view text, Tokens& tokens, WordCounts& counts) {
  tokenise(text, tokens);
  if (std::none_of(tokens.list.begin(), tokens.list.end(),
                   [](const Token& token) { return token.title; })) {
    return;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens.list[i];
    if (token.kind != TokenKind::word || token.capitals) continue;
    WordCount& count = counts[std::string(tokens.word(i))];
    const bool inside = i > 0 && tokens.list[i - 1].kind == TokenKind::word;
    if (!token.title) ++count.small;
    if (token.title && inside) ++count.capital;
  }
}

std::uint8_t bits_of(const WordCount& count) {
  std::uint8_t bits = 0;
  if (count.small >= 2 && count.small * 2 > count.capital) bits |= WordFacts::kCommon;
  if (count.small >= 30 && count.small > count.capital) bits |= WordFacts::kVeryCommon;
  if (count.capital >= 3 && count.capital > count.small * 2) bits |= WordFacts::kProper;
  return bits;
}

WordFacts learn_facts(const NameTexts& texts) {
  WordCounts counts;
  Tokens tokens;
  for (const std::string_view text : texts.background) count_words(text, tokens, counts);
  for (const std::string_view text : texts.nobody) count_words(text, tokens, counts);
  WordFacts facts;
  for (const auto& [word, count] : counts) {
    if (const std::uint8_t bits = bits_of(count); bits != 0) facts.set(word, bits);
  }
  return facts;
}

std::string capitalised(std::string_view folded) {
  const CodePoint first = decode(folded, 0);
  std::string out;
  append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first.code))));
  out.append(folded.substr(first.length));
  return out;
}

/// Makes names up.
class Namer {
 public:
  Namer(std::span<const PiiExample> examples, std::uint64_t seed)
      : random_(seed),
        given_(Lexicon::get().words_of(LexicalClass::given)),
        family_(Lexicon::get().words_of(LexicalClass::family)) {
    for (const LexicalClass list : {LexicalClass::place, LexicalClass::no_person}) {
      for (const std::string_view word : Lexicon::get().words_of(list)) things_.push_back(word);
    }
    for (const PiiExample& example : examples) {
      for (const PiiSpan& gold : example.gold) {
        if (gold.kind == "person") seen_.push_back(gold.span.of(example.text));
      }
    }
  }

  std::string person() {
    if (!seen_.empty() && random_.uniform() < .4) return std::string(pick(seen_));
    const double form = random_.uniform();
    if (form < .45) return capitalised(pick(given_));
    if (form < .75) return capitalised(pick(given_)) + " " + capitalised(pick(family_));
    if (form < .87) return capitalised(pick(family_));
    if (form < .92) return std::string(pick(given_));
    const auto initial = static_cast<char>('A' + random_.below(26));
    return capitalised(pick(given_)) + " " + initial + ". " + capitalised(pick(family_));
  }

  /// A place, day or brand that is known.
  std::string thing() { return capitalised(pick(things_)); }

  /// A brand or product: known, called like a person, or made up.
  std::string brand() {
    const double form = random_.uniform();
    if (form < .25) return thing();
    if (form < .45) return capitalised(pick(family_));
    if (form < .55) return capitalised(pick(given_));
    if (form < .8) return capitalised(coined());
    if (form < .9) return capitalised(coined()) + " " + capitalised(coined());
    return capitalised(pick(family_)) + " " + capitalised(coined());
  }

  double chance() { return random_.uniform(); }

 private:
  std::string_view pick(const std::vector<std::string_view>& list) {
    return list[random_.below(list.size())];
  }

  /// A word that can be spoken and means nothing: "vomarix".
  std::string coined() {
    constexpr std::string_view kConsonants = "bcdfghjklmnprstvwxz";
    constexpr std::string_view kVowels = "aeiouy";
    std::string word;
    for (std::uint64_t syllables = 2 + random_.below(2); syllables > 0; --syllables) {
      word += kConsonants[random_.below(kConsonants.size())];
      word += kVowels[random_.below(kVowels.size())];
    }
    if (random_.uniform() < .6) word += kConsonants[random_.below(kConsonants.size())];
    return word;
  }

  Random random_;
  std::vector<std::string_view> given_;
  std::vector<std::string_view> family_;
  std::vector<std::string_view> things_;
  std::vector<std::string_view> seen_;
};

Span grown(std::string& text, std::string_view addition) {
  const auto begin = static_cast<std::uint32_t>(text.size());
  text.append(addition);
  return {begin, static_cast<std::uint32_t>(text.size())};
}

/// The example with other names in the places of its persons.
Lesson renamed(const PiiExample& example, Namer& namer) {
  Lesson lesson;
  std::uint32_t at = 0;
  for (const PiiSpan& gold : example.gold) {
    if (gold.span.begin < at) continue;
    lesson.text.append(example.text.substr(at, gold.span.begin - at));
    const std::string words =
        gold.kind == "person" ? namer.person() : std::string(gold.span.of(example.text));
    lesson.gold.push_back({gold.kind, grown(lesson.text, words)});
    at = gold.span.end;
  }
  lesson.text.append(example.text.substr(at));
  return lesson;
}

/// A text with its marks filled in; one in `doubt` of the names by a thing.
Lesson filled(std::string_view text, double doubt, Namer& namer) {
  Lesson lesson;
  for (std::size_t mark = text.find('['); mark != std::string_view::npos;) {
    const std::string_view rest = text.substr(mark);
    const bool name = rest.starts_with(kName);
    if (!name && !rest.starts_with(kBrand)) {
      mark = text.find('[', mark + 1);
      continue;
    }
    lesson.text.append(text.substr(0, mark));
    if (!name) {
      lesson.text.append(namer.brand());
    } else if (namer.chance() < doubt) {
      lesson.text.append(namer.thing());
    } else {
      lesson.gold.push_back({"person", grown(lesson.text, namer.person())});
    }
    text.remove_prefix(mark + (name ? kName : kBrand).size());
    mark = text.find('[');
  }
  lesson.text.append(text);
  return lesson;
}

std::vector<Lesson> make_lessons(const NameTexts& texts, const NameTraining& options) {
  Namer namer(texts.examples, options.seed);
  std::vector<Lesson> lessons;
  for (const PiiExample& example : texts.examples) {
    lessons.push_back({std::string(example.text), example.gold});
    for (std::size_t copy = 1; copy < options.copies; ++copy) {
      lessons.push_back(renamed(example, namer));
    }
  }
  const std::size_t count = std::min(options.background, texts.background.size());
  for (std::size_t i = 0; i < count; ++i) {
    lessons.push_back(filled(texts.background[i], .2, namer));
  }
  for (const std::string_view text : texts.sentences) {
    for (std::size_t copy = 0; copy < options.sentences; ++copy) {
      lessons.push_back(filled(text, 0, namer));
    }
  }
  for (const std::string_view text : texts.nobody) lessons.push_back({std::string(text), {}});
  return lessons;
}

bool touch(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

std::vector<NameLabel> labels_of(const Lesson& lesson, const Tokens& tokens) {
  std::vector<NameLabel> labels(tokens.size(), NameLabel::none);
  for (const PiiSpan& gold : lesson.gold) {
    const bool person = gold.kind == "person";
    if (!person && gold.kind != "address") continue;
    NameLabel next = person ? NameLabel::person_begin : NameLabel::address_begin;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!touch(tokens.list[i].span, gold.span)) continue;
      labels[i] = next;
      next = person ? NameLabel::person_in : NameLabel::address_in;
    }
  }
  return labels;
}

/// The averaged perceptron of Collins (2002), lazily averaged.
class Perceptron {
 public:
  explicit Perceptron(float margin)
      : margin_(margin), weights_(kNameRows * kNameLabels), sums_(kNameRows * kNameLabels) {}

  void learn(const NameView& view, const std::vector<NameLabel>& gold) {
    ++time_;
    path_.run(view, weights_.data(), margin_);
    const std::vector<NameLabel>& guess = path_.labels();
    if (guess == gold) return;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (!NamePath<float>::near_candidate(view, i)) continue;
      const auto right = static_cast<std::size_t>(gold[i]);
      const auto wrong = static_cast<std::size_t>(guess[i]);
      const std::size_t right_last = last_of(view, gold, i);
      const std::size_t wrong_last = last_of(view, guess, i);
      if (right == wrong && right_last == wrong_last) continue;
      change_steps(view, i, {right_last, right}, 1);
      change_steps(view, i, {wrong_last, wrong}, -1);
      if (right == wrong) continue;
      view.features(i, hashes_.data());
      for (const std::uint32_t hash : hashes_) {
        change(name_row(hash) * kNameLabels + right, 1);
        change(name_row(hash) * kNameLabels + wrong, -1);
      }
    }
  }

  /// Means over time, scaled so that the largest of them fit a byte.
  [[nodiscard]] std::vector<std::int8_t> means() const {
    std::vector<float> mean(weights_.size());
    float most = 0;
    for (std::size_t i = 0; i < mean.size(); ++i) {
      mean[i] = weights_[i] - static_cast<float>(sums_[i] / static_cast<double>(time_ + 1));
      most = std::max(most, std::abs(mean[i]));
    }
    const float scale = 127.0F / std::max(1.0F, most);
    std::vector<std::int8_t> rounded(mean.size());
    for (std::size_t i = 0; i < mean.size(); ++i) {
      rounded[i] = static_cast<std::int8_t>(std::lround(mean[i] * scale));
    }
    return rounded;
  }

 private:
  struct Step {
    std::size_t last = 0;
    std::size_t label = 0;
  };

  static std::size_t last_of(const NameView& view, const std::vector<NameLabel>& labels,
                             std::size_t i) {
    return i > 0 && NamePath<float>::near_candidate(view, i - 1)
               ? static_cast<std::size_t>(labels[i - 1])
               : 0;
  }

  void change_steps(const NameView& view, std::size_t i, Step step, float by) {
    change(step_row(step.last, 0) * kNameLabels + step.label, by);
    change(step_row(step.last, view.kind(i)) * kNameLabels + step.label, by);
  }

  void change(std::size_t place, float by) {
    weights_[place] += by;
    sums_[place] += static_cast<double>(by) * static_cast<double>(time_);
  }

  float margin_;
  std::vector<float> weights_;
  std::vector<double> sums_;
  std::uint64_t time_ = 0;
  NamePath<float> path_;
  std::array<std::uint32_t, NameView::kFeatures> hashes_{};
};

/// Forgets that listed names are listed, so that the model also learns to do without.
void hide_lists(NameView& view, const std::vector<NameLabel>& gold) {
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (gold[i] == NameLabel::person_begin || gold[i] == NameLabel::person_in) {
      view.tokens[i].lists &= static_cast<std::uint8_t>(~NameList::kPerson);
    }
  }
}

/// Labels that the tagger cannot reach are not asked for.
void drop_unreachable(const NameView& view, std::vector<NameLabel>& gold) {
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (!NamePath<float>::near_candidate(view, i)) gold[i] = NameLabel::none;
    const auto last = static_cast<std::size_t>(i == 0 ? NameLabel::none : gold[i - 1]);
    if (!may_follow(last, static_cast<std::size_t>(gold[i]))) {
      gold[i] =
          gold[i] == NameLabel::person_in ? NameLabel::person_begin : NameLabel::address_begin;
    }
  }
}

}  // namespace

NameModel train_names(const NameTexts& texts, const NameTraining& options) {
  WordFacts facts = learn_facts(texts);
  const std::vector<Lesson> lessons = make_lessons(texts, options);
  std::vector<std::size_t> order(lessons.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random(options.seed + 1);
  Perceptron perceptron(options.margin);
  Tokens tokens;
  NameView view;
  for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    for (const std::size_t i : order) {
      tokenise(lessons[i].text, tokens);
      const bool any = view.prepare(lessons[i].text, tokens, facts);
      std::vector<NameLabel> gold = labels_of(lessons[i], tokens);
      if (random.uniform() < .35) hide_lists(view, gold);
      if (!any) continue;
      drop_unreachable(view, gold);
      perceptron.learn(view, gold);
    }
  }
  return NameModel(std::move(facts), perceptron.means());
}

}  // namespace attune::learn
