// SPDX-License-Identifier: Apache-2.0
#include "problems/evidence/loose_struggles.h"

#include <algorithm>
#include <unordered_set>

#include "measure/interval.h"
#include "problems/passages.h"

namespace attune::problems {

namespace {

/// The surest clause that struggles and is meant; null: none.
const CorpusClause* surest(const Corpus& corpus, const CorpusMessage& message) {
  const CorpusClause* best = nullptr;
  for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
    const CorpusClause& clause = corpus.clauses[c];
    if (Corpus::struggles(message, clause) && (best == nullptr || clause.p > best->p))
      best = &clause;
  }
  return best;
}

}  // namespace

LooseStruggles loose_struggles(const Corpus& corpus, const ClauseTopics& topics, std::size_t most,
                               bool show_personal) {
  std::unordered_set<std::uint32_t> known;  // Of whom a topic was found, or who were counted.
  for (const CorpusMessage& message : corpus.messages) {
    if (!topics.within(message.first_clause, message.last_clause).empty())
      known.insert(message.unit);
  }
  LooseStruggles out;
  std::uint64_t units = 0;
  for (const CorpusMessage& message : corpus.messages) {
    if (!Corpus::counts(message) || known.contains(message.unit)) continue;
    const CorpusClause* const clause = surest(corpus, message);
    if (clause == nullptr) continue;
    known.insert(message.unit);
    ++units;
    if (out.evidence.size() < most)
      out.evidence.push_back(
          quote_of(message, quoted_whole(message).value_or(clause->span), show_personal));
  }
  out.reach = share_of(units, corpus.units);
  return out;
}

}  // namespace attune::problems
