// SPDX-License-Identifier: Apache-2.0
// Idea: reasons are few and short, so they are grouped by the words they share, not by vectors:
// greedily, the reason that most other people's reasons resemble (Jaccard index of their content
// words and concepts, or a short one that the other holds) speaks for them; then the same among
// those left. The topic's own words do not count: "because my flight was cancelled" explains no
// cancelled flight, and that two reasons share these words makes them no more alike.
//
// Applies to the reasons of one topic's clauses, in any number; above kMostCompared an even sample
// of them is compared. Only a reason that the writer marks as one counts: what the reason model
// finds without a connective explains a feeling ("I waited an hour. I'm furious"), not a problem.
//
// Costs O(reasons²) comparisons of some five words each, at most 360,000 a topic, and one walk over
// at most 600 of its clauses.
//
// Source: greedy cover (Nemhauser, Wolsey and Fisher 1978) with the index of Jaccard (1912). Tested
// in causes_test.cpp.
#include "problems/causes/causes.h"

#include <algorithm>

#include "problems/causes/reason_words.h"

namespace attune::problems {

namespace {

constexpr double kAlike = 0.25;             // Least Jaccard index of two reasons that say the like.
constexpr double kHeld = 0.6;               // Or the least share of the shorter one in the longer,
constexpr std::size_t kShort = 3;           // where the shorter has no more words than this.
constexpr double kNew = 0.4;                // Least share of a reason that the topic does not say.
constexpr std::size_t kShortMessage = 280;  // Bytes up to which a message speaks of one thing.
constexpr std::size_t kInLetters = 2;       // Words in common of two reasons of long messages.
constexpr std::size_t kMostCompared = 600;  // Reasons compared with each other; more are sampled.
constexpr std::size_t kFewestVoices = 2;    // A reason that one person gives is a story,
constexpr std::size_t kFewestLetters = 3;   // so are two in long messages,
constexpr std::uint64_t kOneVoiceOf = 100;  // and so are two among hundreds.
constexpr std::size_t kReadsBest = 7;       // Words of a reason that is short and yet says it.

constexpr std::size_t kTorn = 100;  // What half a quotation weighs, in words.

struct Reason {
  std::uint32_t clause = 0;
  std::uint32_t unit = 0;
  std::size_t words = 0;
  bool in_letter = false;  // Of a long message, where a word in common proves little.
  WordSet content;         // What the topic does not say itself; never empty.
};

bool alike(const Reason& a, const Reason& b) {
  const std::size_t common = common_words(a.content, b.content);
  if (a.in_letter && b.in_letter && common < kInLetters) return false;
  const auto both = static_cast<double>(common);
  const std::size_t shorter = std::min(a.content.size(), b.content.size());
  if (shorter <= kShort && both >= kHeld * static_cast<double>(shorter)) return true;
  return both >= kAlike * (static_cast<double>(a.content.size() + b.content.size()) - both);
}

/// Judges the reasons of one topic.
class ReasonJudge {
 public:
  ReasonJudge(const Corpus& corpus, Judging& judging, const Topic& topic,
              const std::vector<std::uint32_t>& clauses, const Concepts* concepts)
      : corpus_(corpus), judging_(judging), words_(concepts) {
    own_ = words_.topic_words(corpus, topic, clauses);
    name_ = words_.name_words(topic);
    common_ = words_.file_words(corpus);
  }

  /// What clause `index` gives as a reason; no content: none that explains the topic.
  Reason judge(std::uint32_t index) {
    const CorpusClause& clause = corpus_.clauses[index];
    const CorpusMessage& message = corpus_.messages[clause.message];
    Reason reason{.clause = index, .unit = message.unit};
    const std::string_view text = clause.because->of(message.text);
    if (!judging_.says_what(text)) return reason;
    const WordSet all = words_.read(text);
    // Half of a quotation reads badly whatever its length.
    const bool torn = std::count(text.begin(), text.end(), '"') % 2 == 1;
    reason.words = words_.tokens().size() + (torn ? kTorn : 0);
    if (explains_nothing(words_.tokens())) return reason;
    // A whole file may speak of the update that broke things; no topic but its own has it in its
    // name.
    WordSet content =
        dated(words_.tokens()) ? without(all, name_) : without(without(all, own_), common_);
    if (static_cast<double>(content.size()) < kNew * static_cast<double>(all.size())) return reason;
    reason.in_letter = message.text.size() > kShortMessage;
    if (reason.in_letter && !speaks_of_topic(clause)) return reason;
    reason.content = std::move(content);
    return reason;
  }

 private:
  /// In a long message, the clause that is explained must speak of the topic itself.
  bool speaks_of_topic(const CorpusClause& clause) {
    return common_words(without(words_.read(effect_of(corpus_, clause)), common_), own_) > 0;
  }

  const Corpus& corpus_;
  Judging& judging_;
  ReasonWords words_;
  WordSet own_;
  WordSet name_;
  WordSet common_;
};

std::vector<Reason> reasons_of(const Corpus& corpus, Judging& judging, const Topic& topic,
                               const std::vector<std::uint32_t>& clauses,
                               const Concepts* concepts) {
  std::vector<std::uint32_t> led = clauses;
  std::erase_if(
      led, [&](std::uint32_t c) { return !corpus.clauses[c].because || !corpus.clauses[c].led; });
  if (led.size() < kFewestVoices) return {};
  ReasonJudge judge(corpus, judging, topic, clauses, concepts);
  std::vector<Reason> reasons;
  for (const std::uint32_t index : led) {
    Reason reason = judge.judge(index);
    if (!reason.content.empty()) reasons.push_back(std::move(reason));
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

/// A reason of middling length reads best.
bool reads_better(const Reason& a, const Reason& b) {
  const auto off = [](const Reason& reason) {
    return reason.words > kReadsBest ? reason.words - kReadsBest : kReadsBest - reason.words;
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
        if (i == j || alike(reasons_[i], reasons_[j])) like_[i].push_back(j);
      }
    }
  }

  struct Spoken {
    std::uint32_t clause = 0;
    std::size_t people = 0;  ///< 0: nobody is left.
    bool in_letter = false;
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
    return {.clause = reasons_[best].clause, .people = most, .in_letter = reasons_[best].in_letter};
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
  Speakers speakers(reasons_of(corpus, judging, topic, clauses, options.concepts));
  std::vector<Cause> causes;
  while (causes.size() < options.most) {
    const Speakers::Spoken spoken = speakers.next();
    if (spoken.people < fewest) break;
    if (spoken.in_letter && spoken.people < kFewestLetters) continue;
    const CorpusClause& clause = corpus.clauses[spoken.clause];
    causes.push_back(
        {.quote = quote_of(corpus.messages[clause.message], *clause.because, options.show_personal),
         .people = spoken.people});
  }
  return causes;
}

}  // namespace attune::problems
