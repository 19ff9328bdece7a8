// SPDX-License-Identifier: Apache-2.0
//
// Idea. A word's weight in a print is the share of the topic's passages that use it, times the
// logarithm of how much larger that is than the share in all passages; the ten heaviest are kept. A
// passage is like a print by the weights of the words that both have, and counts for the likest
// alone. The print's own yardstick, `least`, is set so that in its own round about as many units
// count as the topic has; weights are rounded as they will be read back.
//
// When it applies. Topics are told by single words, of three bytes or more and cut to six; their
// order is lost. Shared messages tell something only where a tenth of the sketches agrees.
//
// What it costs. Counting by prints: O(passages × prints + words × prints that hold them). Making a
// print: O(n log n) in its words and messages. likeness(): O(1), of ten words and 64 hashes.
//
// Source. A. Z. Broder, On the resemblance and containment of documents, SEQUENCES (1997), for the
// sketch; the weights and the yardstick are ours.
//
// Tested in engine/rounds/rounds_test.cpp (counting by prints; better, worse, solved, new), and end
// to end in tests/cases/rounds.test.
#include "problems/topic_fingerprints.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "base/hash.h"
#include "text/tokens.h"

namespace attune::problems {

namespace {

constexpr std::size_t kMostTerms = 10;    // Few and common ones: many would fit this round alone.
constexpr std::size_t kSketch = 64;       // Messages in the sketch.
constexpr std::size_t kCut = 6;           // Letters of a word that count: "parcels" meets "parcel".
constexpr std::size_t kLongWord = 3;      // Letters from which a word carries content.
constexpr std::uint32_t kFewestUses = 3;  // Of a word that is telling,
constexpr double kLeastShare = 0.06;      // the share of a topic's passages that use it,
constexpr double kLeastLift = 0.3;        // and the logarithm of how much more often they do.
constexpr double kLeastOverlap = 0.1;     // Of the sketches, below which the files hardly overlap.
constexpr double kOneWord = 0.7;  // Likeness from which the one word shared is what both are about.

using Terms = std::vector<std::pair<std::uint64_t, float>>;

/// Cosine of two topics' words; 0 where they share one word that is a part of what they say:
/// "app" makes no crash a price.
double shared_language(const Terms& a, const Terms& b) {
  std::unordered_map<std::uint64_t, double> of_a;
  double aa = 0;
  double bb = 0;
  double ab = 0;
  std::size_t shared = 0;
  for (const auto& [term, weight] : a) {
    of_a.emplace(term, weight);
    aa += static_cast<double>(weight) * static_cast<double>(weight);
  }
  for (const auto& [term, weight] : b) {
    bb += static_cast<double>(weight) * static_cast<double>(weight);
    const auto at = of_a.find(term);
    if (at == of_a.end()) continue;
    ab += at->second * static_cast<double>(weight);
    ++shared;
  }
  if (aa <= 0 || bb <= 0) return 0;
  const double like = std::clamp(ab / std::sqrt(aa * bb), 0.0, 1.0);
  return shared == 1 && like < kOneWord ? 0 : like;
}

/// Jaccard index of two sets, from the smallest hashes of each (ascending).
double overlap(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t both = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size() && seen < kSketch; ++seen) {
    both += a[i] == b[j] ? 1 : 0;
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  return seen == 0 ? 0 : static_cast<double>(both) / static_cast<double>(seen);
}

/// Rounded as the JSON rounds, so that both rounds count by the same numbers.
float rounded(double value) {
  return static_cast<float>(std::round(value * 1e4) / 1e4);
}
float rounded_down(float value) {
  return static_cast<float>(std::floor(static_cast<double>(value) * 1e4) / 1e4);
}

/// Prints by word: which of them weigh it, and how much of their length it makes up.
class PrintIndex {
 public:
  explicit PrintIndex(const std::vector<TopicPrint>& prints) : part_(prints.size(), 0) {
    for (std::uint32_t p = 0; p < prints.size(); ++p) {
      double squares = 0;
      for (const auto& [term, weight] : prints[p].terms)
        squares += static_cast<double>(weight) * static_cast<double>(weight);
      if (squares <= 0) continue;
      for (const auto& [term, weight] : prints[p].terms) {
        by_word_[term].emplace_back(
            p, static_cast<float>(static_cast<double>(weight) / std::sqrt(squares)));
      }
    }
  }

  /// The print that a passage says most of, and how much: the sum of its words' parts, whatever
  /// else the passage says; {0, 0} where it is like none.
  std::pair<std::uint32_t, float> nearest(const std::vector<std::uint64_t>& words) {
    std::fill(part_.begin(), part_.end(), 0.0F);
    for (const std::uint64_t word : words) {
      const auto at = by_word_.find(word);
      if (at == by_word_.end()) continue;
      for (const auto& [print, part] : at->second) part_[print] += part;
    }
    const auto best = std::max_element(part_.begin(), part_.end());
    if (best == part_.end()) return {0, 0.0F};
    return {static_cast<std::uint32_t>(best - part_.begin()), *best};
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint32_t, float>>> by_word_;
  std::vector<float> part_;
};

/// Per print: for each unit with a passage most like it, the likeness of the likest.
std::vector<std::vector<float>> unit_likeness(const std::vector<TopicPrint>& prints,
                                              const PassageWords& words) {
  std::vector<std::unordered_map<std::uint32_t, float>> best(prints.size());
  PrintIndex index(prints);
  for (std::size_t i = 0; i < words.words.size(); ++i) {
    const auto [print, like] = index.nearest(words.words[i]);
    if (like <= 0) continue;
    float& unit = best[print][words.unit[i]];
    unit = std::max(unit, like);
  }
  std::vector<std::vector<float>> out(prints.size());
  for (std::size_t p = 0; p < prints.size(); ++p) {
    for (const auto& [unit, like] : best[p]) out[p].push_back(like);
  }
  return out;
}

}  // namespace

PassageWords passage_words(const Corpus& corpus, const std::vector<Passage>& passages) {
  PassageWords out;
  Tokens tokens;
  for (const Passage& passage : passages) {
    tokenise(passage.text, tokens);
    std::vector<std::uint64_t>& words = out.words.emplace_back();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens.list[i].kind != TokenKind::word || tokens.word(i).size() < kLongWord) continue;
      words.push_back(hash64(tokens.word(i).substr(0, kCut)));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    out.unit.push_back(corpus.messages[passage.message].unit);
  }
  return out;
}

std::unordered_map<std::uint64_t, std::uint32_t> units_by_word(const PassageWords& words) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> uses;
  for (std::size_t i = 0; i < words.words.size(); ++i) {
    for (const std::uint64_t word : words.words[i]) uses.emplace_back(word, words.unit[i]);
  }
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  std::unordered_map<std::uint64_t, std::uint32_t> units;
  for (const auto& [word, unit] : uses) ++units[word];
  return units;
}

PrintMaker::PrintMaker(const Corpus& corpus, const std::vector<Passage>& passages,
                       const PassageWords& words)
    : corpus_(corpus), passages_(passages), words_(words) {
  for (const auto& passage : words.words) {
    for (const std::uint64_t word : passage) ++holding_[word];
  }
}

void PrintMaker::add(const Topic& topic, const std::vector<std::uint32_t>& members) {
  TopicPrint print{.theme = topic.theme,
                   .name = topic.name,
                   .keywords = topic.keywords,
                   .count = topic.reach.count};
  std::unordered_map<std::uint64_t, std::uint32_t> here;
  std::uint32_t last = kNobody;
  for (const std::uint32_t member : members) {  // In order of the messages, so equal ones meet.
    for (const std::uint64_t word : words_.words[member]) ++here[word];
    if (std::exchange(last, passages_[member].message) == passages_[member].message) continue;
    const CorpusMessage& message = corpus_.messages[passages_[member].message];
    print.messages.push_back(hash64(message.text, hash64(message.id.text)));
  }
  const auto all = static_cast<double>(passages_.size());
  const auto size = static_cast<double>(members.size());
  for (const auto& [word, count] : here) {
    const double share = count / size;
    const double lift = std::log(share * all / holding_.at(word));
    const bool telling = count >= kFewestUses && share >= kLeastShare && lift > kLeastLift;
    if (telling) print.terms.emplace_back(word, rounded(share * lift));
  }
  std::sort(print.terms.begin(), print.terms.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (print.terms.size() > kMostTerms) print.terms.resize(kMostTerms);
  std::sort(print.messages.begin(), print.messages.end());
  print.messages.erase(std::unique(print.messages.begin(), print.messages.end()),
                       print.messages.end());
  if (print.messages.size() > kSketch) print.messages.resize(kSketch);
  prints_.push_back(std::move(print));
}

std::vector<TopicPrint> PrintMaker::take() {
  std::vector<std::vector<float>> like = unit_likeness(prints_, words_);
  for (std::size_t p = 0; p < prints_.size(); ++p) {
    std::vector<float>& units = like[p];
    std::sort(units.begin(), units.end(), std::greater<>());
    const std::size_t wanted = std::min<std::size_t>(units.size(), prints_[p].count);
    prints_[p].least = wanted == 0 ? 1 : rounded_down(units[wanted - 1]);
    prints_[p].by_words = static_cast<std::uint64_t>(std::count_if(
        units.begin(), units.end(), [&](float likeness) { return likeness >= prints_[p].least; }));
  }
  return std::move(prints_);
}

std::vector<std::uint64_t> count_by_prints(const std::vector<TopicPrint>& prints,
                                           const PassageWords& words) {
  const std::vector<std::vector<float>> like = unit_likeness(prints, words);
  std::vector<std::uint64_t> counts;
  for (std::size_t p = 0; p < prints.size(); ++p) {
    counts.push_back(static_cast<std::uint64_t>(
        std::count_if(like[p].begin(), like[p].end(),
                      [&](float likeness) { return likeness >= prints[p].least; })));
  }
  return counts;
}

double likeness(const TopicPrint& a, const TopicPrint& b) {
  const double shared = overlap(a.messages, b.messages);
  return std::max(shared_language(a.terms, b.terms),
                  shared >= kLeastOverlap ? std::sqrt(shared) : 0);
}

}  // namespace attune::problems
