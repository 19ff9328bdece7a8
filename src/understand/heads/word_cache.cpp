// SPDX-License-Identifier: Apache-2.0
#include "understand/heads/word_cache.h"

namespace attune {

namespace {

constexpr std::uint32_t kUnknownRow = kNoRow - 1;
constexpr std::uint64_t kCueTags = 6;  ///< From kCueAlone to kShouted.

/// Collects rows and keys of what extract() collects the keys of.
class ScoreSink {
 public:
  ScoreSink(const Model& model, const Tokens& tokens, WordScores& scratch, FoundFeatures& to)
      : model_(model), tokens_(tokens), scratch_(scratch), to_(&to) {
    if (scratch.cue_rows.empty()) {
      scratch.cue_rows.assign(kCueTags * feature_walk::kCueValues, kUnknownRow);
    }
  }

  /// What follows goes there.
  void go_on_in(FoundFeatures& to) { to_ = &to; }

  void at(Span /*place*/) {}
  const SeenWord& see(std::size_t token) {
    word_ = &scratch_.words.of(tokens_.numbers, tokens_.list[token].number,
                               [&](WordScores::Word& made) { make(token, made); });
    return word_->seen;
  }
  void grams(std::size_t /*token*/) { to_->grams.push_back(&word_->grams); }
  void put(Block block, std::uint64_t key) {
    model_.expect_key(key);
    to_->features.keys[static_cast<std::size_t>(block)].push_back(key);
  }
  void put_word() { put_row(Block::words, word_->row); }
  void put_negated() { put_row(Block::words, word_->negated_row); }
  void put_cue(std::uint64_t tag, std::uint64_t value) {
    const std::uint64_t place = (tag - feature_key::kCueAlone) * feature_walk::kCueValues + value;
    std::uint32_t& row = scratch_.cue_rows[place];
    if (row == kUnknownRow) row = model_.row_of(feature_key::finish(tag, value));
    put_row(Block::cues, row);
  }

 private:
  void put_row(Block block, std::uint32_t row) {
    if (row == kNoRow) return;
    model_.expect_row(row);
    to_->rows[static_cast<std::size_t>(block)].push_back(row);
  }

  void make(std::size_t token, WordScores::Word& made) {
    made.seen = reader_.see(tokens_, token);
    made.row = model_.row_of(feature_walk::word_key(made.seen));
    made.negated_row = model_.row_of(feature_walk::negated_key(made.seen));
    if (!made.seen.has_grams) return;
    scratch_.keys.clear();
    reader_.each_gram([this](std::uint64_t key) { scratch_.keys.push_back(key); });
    model_.add_keys(scratch_.keys, scratch_.rows, made.grams);
  }

  const Model& model_;
  const Tokens& tokens_;
  WordScores& scratch_;
  FoundFeatures* to_;
  WordReader reader_;
  const WordScores::Word* word_ = nullptr;
};

void prefetch(const Tokens& tokens, TokenRange range, WordScores& scratch) {
  for (std::size_t i = range.first; i < range.last; ++i) {
    scratch.words.prefetch(tokens.list[i].number);
  }
}

void add(const BlockSums& more, BlockSums& sums) {
  for (std::size_t b = 0; b < kBlocks; ++b) {
    for (std::size_t h = 0; h < kRowBytes; ++h) sums[b].weights[h] += more[b].weights[h];
    sums[b].norm += more[b].norm;
  }
}

}  // namespace

void collect_words(const Model& model, const Tokens& tokens, TokenRange range,
                   WordScores& scratch) {
  scratch.found.clear();
  scratch.words.reserve(tokens.numbers);  // Entries stay where they are for this text.
  prefetch(tokens, range, scratch);
  ScoreSink sink(model, tokens, scratch, scratch.found);
  feature_walk::run(tokens, range, sink);
}

void score_words(const Model& model, const Tokens& tokens, TokenRange range, WordScores& scratch,
                 Scores& scores) {
  collect_words(model, tokens, range, scratch);
  model.score(scratch.found, scores);
}

ClauseScorer::ClauseScorer(const Model& model, const Tokens& tokens, WordScores& scratch,
                           Scores& scores)
    : model_(model), tokens_(tokens), scratch_(scratch), scores_(scores) {
  scratch.words.reserve(tokens.numbers);  // Entries stay where they are for this text.
  prefetch(tokens, {0, tokens.size()}, scratch);
}

/// Sorts the features of a clause: those that it has by itself and within the text, and those that
/// it has in one of the two alone.
void ClauseScorer::walk(TokenRange clause) {
  namespace walk = feature_walk;
  ScoreSink sink(model_, tokens_, scratch_, scratch_.found);
  WalkState own;
  WalkCounts counts;
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const Token& token = tokens_.list[i];
    const SeenWord& seen = sink.see(i);
    walk::count(token, seen, counts);
    const bool alike = walk::puts_alike(token, seen, own, state_);
    if (!alike) sink.go_on_in(scratch_.apart);
    walk::put_token(token, i, seen, own, sink);
    walk::step(token, seen, own);
    if (!alike) {
      sink.go_on_in(scratch_.carried);
      walk::put_token(token, i, seen, state_, sink);
      sink.go_on_in(scratch_.found);
    }
    walk::step(token, seen, state_);
  }
  sink.go_on_in(scratch_.apart);
  walk::put_counts(counts, sink);
  counts_.add(counts);
}

void ClauseScorer::score_clause(TokenRange clause) {
  scratch_.found.clear();
  scratch_.apart.clear();
  scratch_.carried.clear();
  parted_ = parted_ && clause.first == next_;
  next_ = clause.last;
  walk(clause);
  for (FoundFeatures* found : {&scratch_.found, &scratch_.carried, &scratch_.apart}) {
    model_.find_rows(*found);
  }
  scores_.sums = {};
  model_.add_found(scratch_.found, scores_.sums);
  add(scores_.sums, sums_);
  model_.add_found(scratch_.carried, sums_);
  model_.add_found(scratch_.apart, scores_.sums);
  model_.fill_logits(scores_);
}

void ClauseScorer::score_text() {
  const TokenRange all{.first = 0, .last = tokens_.size()};
  if (!parted_ || next_ != all.last) {
    return score_words(model_, tokens_, all, scratch_, scores_);
  }
  scratch_.found.clear();
  ScoreSink sink(model_, tokens_, scratch_, scratch_.found);
  feature_walk::put_counts(counts_, sink);
  scores_.sums = sums_;
  model_.add_found(scratch_.found, scores_.sums);
  model_.fill_logits(scores_);
}

}  // namespace attune
