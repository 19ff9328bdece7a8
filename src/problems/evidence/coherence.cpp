// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/coherence.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "text/words/lexicon.h"
#include "themes/names/naming.h"

namespace attune::problems {

namespace {

constexpr std::size_t kMostRead = 5'000;  // Messages whose words are counted.
constexpr double kStandsOut = 1.5;        // Times as often in the group as outside it, at least.
constexpr double kNearlyAll = 0.8;        // Share of the group that needs no such standing out.
constexpr std::size_t kShortest = 3;      // Letters of a word that says what.

/// Words of asking and wishing, which every group of wishes shares.
bool asks(std::string_view word) {
  constexpr std::array<std::string_view, 22> kAsking = {
      "add",     "ask",  "could", "give",   "hope",   "improve", "let",  "make",
      "need",    "put",  "send",  "please", "prefer", "provide", "wish", "want",
      "suggest", "able", "allow", "better", "option", "would"};
  return std::find(kAsking.begin(), kAsking.end(), word) != kAsking.end();
}

/// True for a word that may say what a sentence is about.
bool says_what(std::string_view word, std::string_view stem) {
  if (word.size() < kShortest || asks(word) || asks(stem)) return false;
  const WordEntry* const entry = Lexicon::get().find(word);
  if (entry == nullptr) return true;
  constexpr std::array<LexicalClass, 7> kHow = {
      LexicalClass::function,      LexicalClass::phrase_light, LexicalClass::phrase_weak,
      LexicalClass::phrase_judges, LexicalClass::unspecific,   LexicalClass::evaluation,
      LexicalClass::please};
  return std::none_of(kHow.begin(), kHow.end(),
                      [&](LexicalClass how) { return entry->classes.has(how); });
}

}  // namespace

Coherence::Coherence(const Corpus& corpus, const Concepts* concepts) : concepts_(concepts) {
  step_ = corpus.messages.size() / kMostRead + 1;
  messages_ = static_cast<std::size_t>(
      std::count_if(corpus.messages.begin(), corpus.messages.end(), Corpus::counts));
  for (std::size_t m = 0; m < corpus.messages.size(); m += step_) {
    if (!Corpus::counts(corpus.messages[m])) continue;
    for (const std::uint64_t thing : things_in(corpus.messages[m].text)) ++held_by_[thing];
  }
}

Coherence::Things Coherence::things_in(std::string_view text) {
  tokenise(text, tokens_);
  Things things;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const TokenKind kind = tokens_.list[i].kind;
    if (kind != TokenKind::word && kind != TokenKind::hashtag) continue;
    const std::string_view stem = stemmer_.stem(tokens_.word(i));
    if (says_what(tokens_.word(i), stem)) things.insert(hash64(stem));
  }
  if (concepts_ == nullptr) return things;
  std::vector<std::uint16_t> ids;
  concepts_->find(tokens_, 0, tokens_.size(), ids);
  for (const std::uint16_t id : ids) things.insert(hash_pair(id, tokens_.size() == 0 ? 1 : 2));
  return things;
}

double Coherence::elsewhere(std::uint64_t thing, std::size_t inside, std::size_t sentences) const {
  const auto known = held_by_.find(thing);
  if (known == held_by_.end() || messages_ <= sentences) return 0;
  const double all = static_cast<double>(known->second) * static_cast<double>(step_);
  const double outside = std::max(0.0, all - static_cast<double>(inside));
  return outside / static_cast<double>(messages_ - sentences);
}

double Coherence::of(std::span<const Quote> sentences) {
  if (sentences.empty()) return 0;
  std::unordered_map<std::uint64_t, std::uint32_t> shared;
  for (const Quote& sentence : sentences) {
    for (const std::uint64_t thing : things_in(sentence.text)) ++shared[thing];
  }
  double best = 0;
  for (const auto& [thing, count] : shared) {
    const double share = (count - 1) / static_cast<double>(sentences.size());
    if (share >= kNearlyAll || share >= kStandsOut * elsewhere(thing, count, sentences.size()))
      best = std::max(best, share);
  }
  return best;
}

void drop_incoherent(const Corpus& corpus, const Concepts* concepts, FoundTopics& found) {
  Coherence coherence(corpus, concepts);
  std::vector<bool> loose(found.clauses.names.size(), false);
  std::vector<FoundTopic> kept;
  for (std::size_t t = 0; t < found.topics.size(); ++t) {
    const Topic& topic = found.topics[t].topic;
    loose[t] = is_word_list(topic.name) || coherence.of(topic.evidence) < kLeastCoherence;
    if (!loose[t]) kept.push_back(std::move(found.topics[t]));
  }
  found.topics = std::move(kept);
  std::erase_if(found.clauses.topics, [&](const auto& clause) { return loose[clause.second]; });
}

}  // namespace attune::problems
