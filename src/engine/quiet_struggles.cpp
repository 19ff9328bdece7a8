// SPDX-License-Identifier: Apache-2.0
#include "engine/quiet_struggles.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/spares.h"
#include "problems/evidence/contentment.h"

namespace attune {

namespace {

using problems::Corpus;
using problems::CorpusClause;
using problems::CorpusMessage;

// Set on 960 messages coded by reading (train/coded): of 25 that only so are part of a problem, the
// readers found one in 21.
constexpr float kNames = 0.65F;      // Probability of the likeliest kind that is enough,
constexpr float kNamesOfLow = 0.5F;  // and of whoever has rated low.
constexpr float kNotGlad = 0.2F;     // Valence at most, of whoever has not rated.
constexpr std::size_t kShort = 280;  // Bytes. What a longer message tells of, its clauses say.
constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kChunk = 64;

bool has_words(std::string_view text, std::size_t fewest) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::size_t words = 0;
  for (std::size_t at = text.find_first_not_of(kSpace); at < text.size() && words < fewest;
       at = text.find_first_not_of(kSpace, text.find_first_of(kSpace, at))) {
    ++words;
  }
  return words >= fewest;
}

CorpusClause whole(std::uint32_t index, const CorpusMessage& message, float p) {
  const Span all{.begin = 0, .end = static_cast<std::uint32_t>(message.text.size())};
  return {.message = index,
          .span = problems::trimmed(message.text, all),
          .because = {},
          .kinds = 1U << static_cast<unsigned>(Kind::struggle),
          .first = Kind::struggle,
          .p = p};
}

class Listener {
 public:
  Listener(const StruggleHeads& heads, const Corpus& corpus)
      : heads_(heads), corpus_(corpus), content_(corpus) {}

  /// The probability of the kind told of, where one is; else 0.
  float hear(const CorpusMessage& message, StruggleHeads::State& state) const {
    const std::optional<float> enough = bar(message);
    if (!enough) return 0;
    const StruggleScores scores = heads_.score(message.text, state);
    const float p = *std::max_element(scores.begin(), scores.end());
    return p >= *enough ? p : 0;
  }

 private:
  /// What is enough; nothing of what must not be heard.
  [[nodiscard]] std::optional<float> bar(const CorpusMessage& message) const {
    if (!Corpus::counts(message) || message.care || message.asked == Asked::good) return {};
    if (message.text.size() > kShort || !has_words(message.text, kFewestWords)) return {};
    const auto* const clauses = corpus_.clauses.data();
    const bool told = std::any_of(clauses + message.first_clause, clauses + message.last_clause,
                                  [](const CorpusClause& c) { return c.is(Kind::struggle); });
    if (told || content_.is_content(message)) return {};
    if (message.rating != problems::kNoRating) return kNamesOfLow;
    return message.valence <= kNotGlad ? std::optional(kNames) : std::nullopt;
  }

  const StruggleHeads& heads_;
  const Corpus& corpus_;
  problems::ContentReader content_;
};

/// Puts the whole of each message heard before its clauses.
void add(const std::vector<float>& heard, Corpus& corpus) {
  std::vector<CorpusClause> clauses;
  clauses.reserve(corpus.clauses.size());
  for (std::uint32_t m = 0; m < corpus.messages.size(); ++m) {
    CorpusMessage& message = corpus.messages[m];
    const auto* const old = corpus.clauses.data();
    const auto first = static_cast<std::uint32_t>(clauses.size());
    if (heard[m] > 0) clauses.push_back(whole(m, message, heard[m]));
    clauses.insert(clauses.end(), old + message.first_clause, old + message.last_clause);
    message.first_clause = first;
    message.last_clause = static_cast<std::uint32_t>(clauses.size());
  }
  corpus.clauses = std::move(clauses);
}

}  // namespace

void hear_quiet_struggles(const StruggleHeads& heads, const Pool& pool, Corpus& corpus) {
  const Listener listener(heads, corpus);
  std::vector<float> heard(corpus.messages.size(), 0);
  Spares<StruggleHeads::State> spare;
  pool.for_each_chunk(heard.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    auto state = spare.take();
    for (std::size_t m = begin; m < end; ++m) heard[m] = listener.hear(corpus.messages[m], *state);
    spare.give_back(std::move(state));
  });
  add(heard, corpus);
}

}  // namespace attune
