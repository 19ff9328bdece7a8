// SPDX-License-Identifier: Apache-2.0
#pragma once

// The features of the reason model, shared by reading (because.cpp) and training
// (because_train.cpp). Every feature is a number below Reasons::kTable.

#include <array>
#include <cstdint>
#include <vector>

#include "phrases/patterns/patterns.h"

namespace attune {

using FeatureIds = std::vector<std::uint32_t>;

/// A span that may be a reason.
struct ReasonCandidate {
  std::uint32_t first = 0;  ///< Tokens [first, last).
  std::uint32_t last = 0;
  std::uint32_t begin_border = 0;  ///< Indices into begins() and ends().
  std::uint32_t end_border = 0;
};

/// Scratch of a ReasonView, reused from text to text.
struct ReasonBuffers {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  std::vector<ReasonCandidate> candidates;
  std::vector<std::uint32_t> sums;            ///< Kind that is hit × (token + 1): hits before it.
  std::vector<std::uint32_t> sentences;       ///< Per token + 1: sentence ends before it.
  std::vector<std::uint32_t> words;           ///< Per token + 1: words before it.
  std::vector<std::uint32_t> after_pattern;   ///< Per token: low half of the key of a reason-after
                                              ///< up to here.
  std::vector<std::uint64_t> before_pattern;  ///< Per token: key of a reason-before from here.
  std::vector<bool> clause_start;             ///< Per token + 1.
  std::vector<std::uint32_t> clause_of;       ///< Per token.
  std::vector<std::uint64_t> classes;         ///< Per token: reason_class().
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

  /// How the features of a candidate come out, as small numbers; pair_features() in short.
  struct Shape {
    std::uint32_t length = 0;          ///< Bin.
    std::uint32_t share = 0;           ///< Tenths of the text's words.
    std::uint32_t ahead = 0;           ///< Bin of the words before it.
    std::uint32_t behind = 0;          ///< Bin of the words after it.
    std::uint32_t edges = 0;           ///< 1: words before it, 2: after it.
    std::uint32_t sentences = 0;       ///< Ended inside, at most 4.
    std::uint32_t marks = 0;           ///< 1: a mark before it, 2: after it.
    std::uint32_t clauses = 0;         ///< Held in part or whole, at most 4.
    std::uint32_t clause_edges = 0;    ///< 1: begins with a clause, 2: ends with one.
    std::uint32_t ended = 0;           ///< Sentences ended before its last word, at most 3.
    std::uint32_t sentence_edges = 0;  ///< 1: begins with a sentence, 2: ends with one.
    std::uint32_t place = 0;           ///< 1: in the first sentence, 2: in the last.
  };
  [[nodiscard]] Shape shape_of(const Candidate& candidate) const;
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

  static constexpr std::uint32_t kBins = 64;  ///< Above every bin.

 private:
  void none_word_features(FeatureIds& out) const;
  void count_hits();
  void find_clauses();
  void find_borders();
  void pair_borders();
  [[nodiscard]] bool wordlike(std::uint32_t token) const;
  [[nodiscard]] std::uint64_t word_hash(std::uint32_t token) const;
  [[nodiscard]] bool joins(std::uint32_t token) const;
  [[nodiscard]] bool ends_sentence_at(std::uint32_t token) const;
  /// The class of a token; kNoClass outside the text.
  [[nodiscard]] std::uint64_t class_of(std::uint32_t token) const;
  [[nodiscard]] std::uint64_t class_before(std::uint32_t token, std::uint32_t steps) const;
  [[nodiscard]] std::uint32_t hits_in(std::size_t kind, std::uint32_t first,
                                      std::uint32_t last) const;

  Parse parse_;
  std::uint32_t n_ = 0;
  std::array<std::int32_t, kPatternKindCount> column_{};  ///< Of b_.sums; -1: no hit.
  ReasonBuffers own_;
  ReasonBuffers& b_;
};

/// The features that pair_features() and none_features() are made of.
namespace reason_feature {
[[nodiscard]] std::uint32_t bias();
[[nodiscard]] std::uint32_t length(std::uint32_t bin);
[[nodiscard]] std::uint32_t share(std::uint32_t tenths);
[[nodiscard]] std::uint32_t ahead(std::uint32_t bin);
[[nodiscard]] std::uint32_t behind(std::uint32_t bin);
[[nodiscard]] std::uint32_t edges(std::uint32_t edges);
[[nodiscard]] std::uint32_t sentences(std::uint32_t inside, std::uint32_t all);
[[nodiscard]] std::uint32_t marks(std::uint32_t marks, std::uint32_t sentences);
[[nodiscard]] std::uint32_t hits(std::size_t telling, std::uint32_t where);
[[nodiscard]] std::uint32_t connectives(std::uint32_t where);
[[nodiscard]] std::uint32_t clauses(std::uint32_t edges, std::uint32_t clauses);
[[nodiscard]] std::uint32_t sentence(std::uint32_t edges, std::uint32_t ended);
[[nodiscard]] std::uint32_t place(std::uint32_t edges, std::uint32_t place, std::uint32_t all);
[[nodiscard]] std::uint32_t share_of(std::uint32_t tenths, std::uint32_t words);
}  // namespace reason_feature

/// Pattern kinds that say what a span or its surroundings do.
inline constexpr std::array<PatternKind, 9> kTelling = {
    PatternKind::struggle, PatternKind::praise,     PatternKind::need,
    PatternKind::question, PatternKind::feeling,    PatternKind::churn_threat,
    PatternKind::advocacy, PatternKind::motivation, PatternKind::care};

}  // namespace attune
