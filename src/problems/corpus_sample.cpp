// SPDX-License-Identifier: Apache-2.0
#include "problems/corpus_sample.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace attune::problems {

Corpus sample_of(const Corpus& corpus, const UnitSample& sample) {
  Corpus out;
  out.brands = corpus.brands;
  out.cohorts = corpus.cohorts;
  out.intake = corpus.intake;
  out.unit = corpus.unit;
  std::vector<bool> wrote;
  auto care = corpus.care.begin();
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    const CorpusMessage& message = corpus.messages[m];
    const bool has_signs = care != corpus.care.end() && care->message == m;
    if (has_signs) ++care;
    if (!sample.holds(message.unit)) continue;
    CorpusMessage kept = message;
    const auto index = static_cast<std::uint32_t>(out.messages.size());
    kept.unit = sample.number(message.unit);
    kept.first_clause = static_cast<std::uint32_t>(out.clauses.size());
    for (std::uint32_t c = message.first_clause; c < message.last_clause; ++c) {
      out.clauses.push_back(corpus.clauses[c]);
      out.clauses.back().message = index;
    }
    kept.last_clause = static_cast<std::uint32_t>(out.clauses.size());
    if (kept.unit >= wrote.size()) wrote.resize(kept.unit + 1, false);
    if (Corpus::counts(kept)) wrote[kept.unit] = true;
    out.unread += kept.unread ? 1 : 0;
    if (has_signs) {
      out.care.push_back(*std::prev(care));
      out.care.back().message = index;
    }
    out.messages.push_back(std::move(kept));
  }
  out.units = static_cast<std::uint32_t>(std::count(wrote.begin(), wrote.end(), true));
  if (corpus.unit == Unit::people) out.people = wrote.size();
  return out;
}

}  // namespace attune::problems
