// SPDX-License-Identifier: Apache-2.0
#pragma once

// From clauses to topics: the struggles, needs or praise of a corpus, themed apart from each other,
// with the people who speak of each, how it reads, why they say so, and how it runs over time.

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "attune/round.h"
#include "attune/struggle_kind.h"
#include "attune/topic.h"
#include "base/pool.h"
#include "measure/rank.h"
#include "problems/content_words.h"
#include "problems/corpus.h"
#include "problems/groups/key_names.h"
#include "problems/passages.h"
#include "problems/timeline.h"
#include "problems/topic_fingerprints.h"
#include "text/concepts.h"

namespace attune::problems {

struct TopicOptions {
  std::uint64_t seed = 1;
  std::size_t most_evidence = 200;  ///< Sentences kept behind each number.
  /// Only who speaks of each topic and what ranks it: no reasons, no prints, no test of trends.
  bool first_look = false;
  bool show_personal = false;
  const Concepts* concepts = nullptr;  ///< Words that mean the same; borrowed, null: none.
};

/// A topic and who mentions it.
struct FoundTopic {
  Topic topic;                    ///< Without ranks; reach is of all units.
  std::vector<Mention> mentions;  ///< One per unit, ascending by unit.
  double intensity = 0;           ///< Mean over the units, [0, 1].
  double content = 0;             ///< Share of the units whose words on it read as positive.
};

/// Which topics the clauses of a corpus belong to; a clause may speak of several.
struct ClauseTopics {
  std::vector<std::string> names;  ///< Of all topics, as found.
  /// (clause, index into names), ascending.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> topics;

  /// Indices into names that clauses [first, last) belong to: ascending, each once.
  [[nodiscard]] std::vector<std::uint32_t> within(std::uint32_t first, std::uint32_t last) const;
};

/// The topics of one kind, most people first; their trends are judged among all of the kind.
struct FoundTopics {
  std::vector<FoundTopic> topics;
  std::vector<TopicPrint> prints;  ///< Parallel to the topics, as found; for struggles only.
  PassageWords words;              ///< Likewise.
  ClauseTopics clauses;
};

/// What the topics of each kind are found in.
struct TopicSource {
  const Corpus& corpus;
  const Timeline& timeline;
  Judging& judging;
  /// Takes out the passages of praise that are none when read alone; order stays.
  std::function<void(const Corpus&, std::vector<Passage>&)> keep_praise;
  /// What kinds of struggle each passage names; parallel to them.
  std::function<std::vector<StruggleScores>(const Corpus&, const std::vector<Passage>&)> kinds_of;
  PhraseKinds phrase_kinds;  ///< The same of a phrase.
};

[[nodiscard]] FoundTopics find_topics(const TopicSource& source, Kind kind,
                                      const TopicOptions& options, const Pool& pool);

}  // namespace attune::problems
