// SPDX-License-Identifier: Apache-2.0
// Idea: reasons are few and short, so they are grouped by the words they share, not by vectors:
// greedily, the reason that most other people's reasons resemble (Jaccard index of their content
// words) speaks for them; then the same among those left. The topic's own words do not count:
// "because my flight was cancelled" explains no cancelled flight, and that two reasons share these
// words makes them no more alike.
//
// Applies to the reasons of one topic's clauses, in any number; above kMostCompared an even sample
// of them is compared. What runs over several sentences tells a story and speaks for nobody.
//
// Costs O(reasons²) comparisons of some five words each, at most 360,000 a topic.
//
// Source: greedy cover (Nemhauser, Wolsey and Fisher 1978) with the index of Jaccard (1912). Tested
// in causes_test.cpp.
#include "problems/causes/causes.h"

#include <algorithm>

#include "base/hash.h"
#include "text/clause_words.h"
#include "text/tokens.h"
#include "text/words/stem.h"
#include "themes/words/terms.h"

namespace attune::problems {

namespace {

constexpr double kAlike = 0.25;             // Least Jaccard index of two reasons that say the like.
constexpr std::size_t kMostCompared = 600;  // Reasons compared with each other; more are sampled.
constexpr std::size_t kShortest = 3;        // Words below which a reason explains nothing.
constexpr std::size_t kFewestNew = 2;       // Content words that the topic does not say itself.
constexpr std::size_t kFewestDated = 1;     // The same of "since the update".
constexpr std::size_t kFewestVoices = 2;    // A reason that one person gives is a story,
constexpr std::uint64_t kOneVoiceOf = 100;  // and so are two among hundreds.
constexpr std::size_t kLongWord = 4;        // Letters from which a word carries content.

struct Reason {
  std::uint32_t clause = 0;
  std::uint32_t unit = 0;
  std::size_t words = 0;
  std::vector<std::uint64_t> content;  // Hashes of its new words, ascending, distinct.
};

/// The short forms of words of four letters or more, so that "parcels" meets "parcel".
std::vector<std::uint64_t> content_words(const Tokens& tokens) {
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string_view word = tokens.word(i);
    if (tokens.list[i].kind != TokenKind::word || word.size() < kLongWord) continue;
    if (is_function_word(word) || is_blacked_out(word)) continue;
    words.push_back(hash64(short_form(word)));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t both = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    both += a[i] == b[j] ? 1 : 0;
    a[i] < b[j] ? ++i : ++j;
  }
  const std::size_t any = a.size() + b.size() - both;
  return any == 0 ? 0 : static_cast<double>(both) / static_cast<double>(any);
}

/// The content words of `tokens` that are not among the topic's own.
std::vector<std::uint64_t> new_words(const Tokens& tokens,
                                     const std::vector<std::uint64_t>& topic) {
  std::vector<std::uint64_t> words = content_words(tokens);
  std::erase_if(words, [&](std::uint64_t word) {
    return std::binary_search(topic.begin(), topic.end(), word);
  });
  return words;
}

/// The content words of a topic's name and keywords.
std::vector<std::uint64_t> words_of(const Topic& topic) {
  std::string all = topic.name;
  for (const std::string& word : topic.keywords) all += " " + word;
  Tokens tokens;
  tokenise(all, tokens);
  return content_words(tokens);
}

/// True where a sentence ends before the last word.
bool runs_on(const Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens.list[i].kind == TokenKind::punctuation && ends_sentence(tokens.word(i)) &&
        tokens.list[i + 1].space_before)
      return true;
  }
  return false;
}

std::vector<Reason> reasons_of(const Corpus& corpus, Judging& judging, const Topic& topic,
                               const std::vector<std::uint32_t>& clauses) {
  std::vector<Reason> reasons;
  const std::vector<std::uint64_t> own = words_of(topic);
  Tokens tokens;
  for (const std::uint32_t index : clauses) {
    const CorpusClause& clause = corpus.clauses[index];
    if (!clause.because) continue;
    const CorpusMessage& message = corpus.messages[clause.message];
    if (!judging.says_what(clause.because->of(message.text))) continue;
    tokenise(clause.because->of(message.text), tokens);
    Reason reason{.clause = index,
                  .unit = message.unit,
                  .words = tokens.size(),
                  .content = new_words(tokens, own)};
    if (reason.words < kShortest || runs_on(tokens)) continue;
    const bool dated = tokens.word(0) == "since" || tokens.word(0) == "after";
    if (reason.content.size() < (dated ? kFewestDated : kFewestNew)) continue;
    reasons.push_back(std::move(reason));
  }
  if (reasons.size() <= kMostCompared) return reasons;
  std::vector<Reason> sample;  // Evenly over the messages.
  sample.reserve(kMostCompared);
  for (std::size_t i = 0; i < kMostCompared; ++i)
    sample.push_back(std::move(reasons[i * reasons.size() / kMostCompared]));
  return sample;
}

/// Distinct people among `group`.
std::size_t people_in(const std::vector<Reason>& reasons, const std::vector<std::size_t>& group) {
  std::vector<std::uint32_t> units;
  units.reserve(group.size());
  for (const std::size_t i : group) units.push_back(reasons[i].unit);
  std::sort(units.begin(), units.end());
  return static_cast<std::size_t>(std::unique(units.begin(), units.end()) - units.begin());
}

/// A reason of middling length reads best; compares how far from fifteen words two reasons are.
bool reads_better(const Reason& a, const Reason& b) {
  const auto off = [](const Reason& reason) {
    return reason.words > 15 ? reason.words - 15 : 15 - reason.words;
  };
  return off(a) < off(b);
}

/// Lets one reason after the other speak for those that resemble it.
class Speakers {
 public:
  explicit Speakers(std::vector<Reason> reasons)
      : reasons_(std::move(reasons)), like_(reasons_.size()), spoken_for_(reasons_.size(), false) {
    for (std::size_t i = 0; i < reasons_.size(); ++i) {
      for (std::size_t j = 0; j < reasons_.size(); ++j) {
        if (i == j || jaccard(reasons_[i].content, reasons_[j].content) >= kAlike) {
          like_[i].push_back(j);
        }
      }
    }
  }

  struct Spoken {
    std::uint32_t clause = 0;
    std::size_t people = 0;  ///< 0: nobody is left.
  };

  /// The reason that speaks for most people who are not yet spoken for.
  Spoken next() {
    std::size_t best = reasons_.size();
    std::size_t most = 0;
    for (std::size_t i = 0; i < reasons_.size(); ++i) {
      if (spoken_for_[i]) continue;
      std::erase_if(like_[i], [&](std::size_t j) { return spoken_for_[j]; });
      const std::size_t people = people_in(reasons_, like_[i]);
      if (people < most || (people == most && !reads_better(reasons_[i], reasons_[best]))) continue;
      best = i;
      most = people;
    }
    if (best == reasons_.size()) return {};
    for (const std::size_t j : like_[best]) spoken_for_[j] = true;
    return {.clause = reasons_[best].clause, .people = most};
  }

 private:
  std::vector<Reason> reasons_;
  std::vector<std::vector<std::size_t>>
      like_;  ///< Per reason: those that say the like, itself too.
  std::vector<bool> spoken_for_;
};

}  // namespace

std::vector<Cause> causes_of(const Corpus& corpus, Judging& judging, const Topic& topic,
                             const std::vector<std::uint32_t>& clauses,
                             const CauseOptions& options) {
  const std::size_t fewest =
      std::max<std::size_t>(kFewestVoices, topic.reach.count / kOneVoiceOf + 1);
  Speakers speakers(reasons_of(corpus, judging, topic, clauses));
  std::vector<Cause> causes;
  while (causes.size() < options.most) {
    const Speakers::Spoken spoken = speakers.next();
    if (spoken.people < fewest) break;
    const CorpusClause& clause = corpus.clauses[spoken.clause];
    causes.push_back(
        {.quote = quote_of(corpus.messages[clause.message], *clause.because, options.show_personal),
         .people = spoken.people});
  }
  return causes;
}

}  // namespace attune::problems
