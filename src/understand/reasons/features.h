// SPDX-License-Identifier: Apache-2.0
#pragma once

// The features of the reason model, shared by reading (scorer.cpp) and training
// (learn/train_reasons.cpp). Every feature is a number below kReasonTable.

#include <array>
#include <cstdint>
#include <vector>

#include "phrases/patterns/patterns.h"
#include "understand/reasons/classes.h"
#include "understand/reasons/shape.h"

namespace attune {

using FeatureIds = std::vector<std::uint32_t>;

/// A span that may be a reason.
struct ReasonCandidate {
  std::uint32_t first = 0;  ///< Tokens [first, last).
  std::uint32_t last = 0;
  std::uint32_t begin_border = 0;  ///< Indices into begins() and ends().
  std::uint32_t end_border = 0;
};

/// Where a span may begin, as far as it hangs on the begin alone.
struct ReasonBegin {
  std::uint32_t words = 0;      ///< Before it.
  std::uint32_t sentences = 0;  ///< Ended before it.
  std::uint32_t clause = 0;     ///< That it stands in.
  bool behind_mark = false;
  bool begins_clause = false;
  bool begins_sentence = false;
};

/// … and where it may end.
struct ReasonEnd {
  std::uint32_t words = 0;      ///< Before it.
  std::uint32_t sentences = 0;  ///< Ended before it …
  std::uint32_t ended = 0;      ///< … and before its last token.
  std::uint32_t clause = 0;     ///< That its last token stands in.
  bool before_mark = false;
  bool ends_clause = false;
  bool ends_sentence = false;
};

/// Scratch of a ReasonView, reused from text to text.
struct ReasonBuffers {
  /// What the letters of a word say.
  struct Word {
    std::uint64_t hash = 0;
    std::uint64_t klass = 0;  ///< reason_class().
  };
  Memo<Word> known;
  std::vector<ReasonBegin> begin_shapes;  ///< By index into begins …
  std::vector<ReasonEnd> end_shapes;      ///< … and into ends.
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  std::vector<ReasonCandidate> candidates;
  std::vector<std::uint32_t> sums;            ///< Kind that is hit × (token + 1): hits before it.
  std::vector<std::uint32_t> sentences;       ///< Per token + 1: sentence ends before it.
  std::vector<std::uint32_t> words;           ///< Per token + 1: words before it.
  std::vector<std::uint32_t> after_pattern;   ///< Per token: low half of the key of a reason-after
                                              ///< up to here.
  std::vector<std::uint64_t> before_pattern;  ///< Per token: key of a reason-before from here.
  std::vector<std::uint8_t> clause_start;     ///< Per token + 1: 1 where a clause begins.
  std::vector<std::uint32_t> clause_of;       ///< Per token.
  std::vector<std::uint64_t> classes;         ///< Per token: reason_class().
  std::vector<std::uint64_t> hashes;          ///< Per token: of its word.
};

/// Where spans may begin and end in one text, and the features of each choice.
class ReasonView {
 public:
  explicit ReasonView(const Parse& parse);
  /// The same without allocations; `buffers` live as long as the view.
  ReasonView(const Parse& parse, ReasonBuffers& buffers);
  ReasonView(const ReasonView&) = delete;
  ReasonView& operator=(const ReasonView&) = delete;

  using Candidate = ReasonCandidate;

  [[nodiscard]] const std::vector<std::uint32_t>& begins() const { return b_.begins; }
  [[nodiscard]] const std::vector<std::uint32_t>& ends() const { return b_.ends; }
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return b_.candidates; }
  [[nodiscard]] Span span_of(const Candidate& candidate) const;

  void begin_features(std::uint32_t token, FeatureIds& out) const;
  void end_features(std::uint32_t token, FeatureIds& out) const;
  /// Of a token inside the span, and of one outside it.
  void token_features(std::uint32_t token, FeatureIds& out) const;
  void outside_features(std::uint32_t token, FeatureIds& out) const;
  void pair_features(const Candidate& candidate, FeatureIds& out) const;
  /// Of "no reason given".
  void none_features(FeatureIds& out) const;
  /// Those of them that tell of the text as a whole.
  [[nodiscard]] std::array<std::uint32_t, 8> none_text_features() const;

  /// pair_features() in short.
  [[nodiscard]] ReasonShape shape_of(const Candidate& candidate) const;
  /// Sentences of the text, at most 5.
  [[nodiscard]] std::uint32_t all_sentences() const;
  /// Words of the text in fives, at most 6.
  [[nodiscard]] std::uint32_t all_words() const;
  /// The classes of the tokens around the candidate, as one feature.
  [[nodiscard]] std::uint32_t around(const Candidate& candidate) const;
  /// 1: hits of `kind` inside the candidate, 2: outside; 0: none at all.
  [[nodiscard]] std::uint32_t where_hit(PatternKind kind, const Candidate& candidate) const;
  [[nodiscard]] std::uint32_t where_connected(const Candidate& candidate) const;
  [[nodiscard]] bool is_hit(PatternKind kind) const {
    return column_[static_cast<std::size_t>(kind)] >= 0;
  }
  /// The token's hash; 2 behind the text.
  [[nodiscard]] std::uint64_t word_hash(std::uint32_t token) const {
    return token < n_ ? b_.hashes[token] : 2;
  }
  /// The class of a token; kNoClass outside the text.
  [[nodiscard]] std::uint64_t class_of(std::uint32_t token) const {
    return token < n_ ? b_.classes[token] : kNoClass;
  }
  [[nodiscard]] std::uint64_t class_before(std::uint32_t token, std::uint32_t steps) const {
    return token >= steps ? b_.classes[token - steps] : kNoClass;
  }
  /// The key of a reason-after up to a token, of a reason-before from it; 0: none.
  [[nodiscard]] std::uint64_t pattern_after(std::uint32_t token) const {
    return b_.after_pattern[token];
  }
  [[nodiscard]] std::uint64_t pattern_before(std::uint32_t token) const {
    return b_.before_pattern[token];
  }
  /// The key of the reason-before that an end stands before, with a comma between or without.
  [[nodiscard]] std::uint64_t pattern_behind(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t words() const { return b_.words[n_]; }

 private:
  void none_word_features(FeatureIds& out) const;
  void look_up();
  void count_hits();
  void find_clauses();
  void find_borders();
  void pair_borders();
  [[nodiscard]] bool wordlike(std::uint32_t token) const;
  void shape_borders();
  [[nodiscard]] bool joins(std::uint32_t token) const;
  [[nodiscard]] bool ends_sentence_at(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t hits_in(std::size_t kind, std::uint32_t first,
                                      std::uint32_t last) const;

  Parse parse_;
  std::uint32_t n_ = 0;
  std::array<std::int32_t, kPatternKindCount> column_{};  ///< Of b_.sums; -1: no hit.
  ReasonBuffers own_;
  ReasonBuffers& b_;
};

}  // namespace attune
