// SPDX-License-Identifier: Apache-2.0
#include "engine/prints.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "text/tokens.h"

namespace attune {

namespace {

constexpr std::size_t kMostTerms = 40;
constexpr std::size_t kSketch = 64;    // Messages in the sketch.
constexpr std::size_t kCut = 6;        // Letters of a word that count: "parcels" meets "parcel".
constexpr std::size_t kLongWord = 3;   // Letters from which a word carries content.
constexpr double kLeastOverlap = 0.1;  // Of the sketches, below which the files hardly overlap.

using Terms = std::vector<std::pair<std::uint64_t, float>>;

double cosine(const Terms& a, const Terms& b) {
  std::unordered_map<std::uint64_t, double> of_a;
  double aa = 0;
  double bb = 0;
  double ab = 0;
  for (const auto& [term, weight] : a) {
    of_a.emplace(term, weight);
    aa += static_cast<double>(weight) * static_cast<double>(weight);
  }
  for (const auto& [term, weight] : b) {
    bb += static_cast<double>(weight) * static_cast<double>(weight);
    const auto at = of_a.find(term);
    if (at != of_a.end()) ab += at->second * static_cast<double>(weight);
  }
  return aa > 0 && bb > 0 ? std::clamp(ab / std::sqrt(aa * bb), 0.0, 1.0) : 0;
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

}  // namespace

PrintMaker::PrintMaker(const Corpus& corpus, const std::vector<Passage>& passages)
    : corpus_(corpus), passages_(passages), words_of_(passages.size()) {
  for (std::uint32_t i = 0; i < passages.size(); ++i) {
    words_of_[i] = words(i);
    for (const std::uint64_t word : words_of_[i]) ++holding_[word];
  }
}

std::vector<std::uint64_t> PrintMaker::words(std::uint32_t passage) const {
  Tokens tokens;
  tokenise(passages_[passage].text, tokens);
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens.list[i].kind != TokenKind::word || tokens.word(i).size() < kLongWord) continue;
    out.push_back(hash64(tokens.word(i).substr(0, kCut)));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

TopicPrint PrintMaker::make(const Topic& topic, const std::vector<std::uint32_t>& members) const {
  TopicPrint print{.theme = topic.theme,
                   .name = topic.name,
                   .keywords = topic.keywords,
                   .count = topic.reach.count};
  std::unordered_map<std::uint64_t, std::uint32_t> here;
  for (const std::uint32_t member : members) {
    for (const std::uint64_t word : words_of_[member]) ++here[word];
    const CorpusMessage& message = corpus_.messages[passages_[member].message];
    print.messages.push_back(hash64(message.text, hash64(message.id)));
  }
  const auto all = static_cast<double>(passages_.size());
  const auto size = static_cast<double>(members.size());
  for (const auto& [word, count] : here) {
    const double share = count / size;
    const double lift = std::log(share * all / holding_.at(word));
    if (count > 1 && lift > 0) print.terms.emplace_back(word, static_cast<float>(share * lift));
  }
  std::sort(print.terms.begin(), print.terms.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (print.terms.size() > kMostTerms) print.terms.resize(kMostTerms);
  std::sort(print.messages.begin(), print.messages.end());
  print.messages.erase(std::unique(print.messages.begin(), print.messages.end()),
                       print.messages.end());
  if (print.messages.size() > kSketch) print.messages.resize(kSketch);
  return print;
}

double likeness(const TopicPrint& a, const TopicPrint& b) {
  const double shared = overlap(a.messages, b.messages);
  return std::max(cosine(a.terms, b.terms), shared >= kLeastOverlap ? std::sqrt(shared) : 0);
}

}  // namespace attune
