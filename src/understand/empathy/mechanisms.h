// SPDX-License-Identifier: Apache-2.0
#pragma once

// How much empathy a reply shows, mechanism by mechanism (Sharma et al. 2020): what it feels, what
// it understood, what it asks. Evidence comes from patterns (models/empathy/*.txt), from how the
// reply is built, and from what it takes up of the other's words; what each is worth is learnt
// (mechanisms_train.h) and can be read in models/empathy/weights.tsv. Peers comfort in other words
// than companies ("I went through it" against "you waited two weeks"), so all evidence has a second
// weight among peers and levels have second thresholds; between the two the judge moves with how
// sure it is that one person comforts another, told by words of private life and of trade
// (models/empathy/register.txt).
//
//   auto mechanisms = Mechanisms::load("share/attune/models/empathy");
//   mechanisms->read(reply, context, state);
//   float p = mechanisms->logit(0, 1, state);   // Emotional reactions, at least weak.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "phrases/patterns/patterns.h"
#include "text/clauses.h"
#include "text/tokens.h"

namespace attune {

inline constexpr std::array<std::string_view, 3> kMechanisms = {"emotional-reactions",
                                                                "interpretations", "explorations"};
/// At least weak, at least strong: for each mechanism.
inline constexpr std::size_t kMechanismOutputs = 6;

/// Scratch of one thread; holds the evidence in the last reply.
struct MechanismState {
  Tokens tokens;
  Tokens context;
  PatternState patterns;
  std::vector<std::uint32_t> sentence;  ///< One a token: the sentence that it is in.
  std::vector<char> asks;               ///< One a sentence: does it end in a question mark?
  std::vector<char> advises;            ///< One a sentence: does it say what to do?
  std::vector<std::uint64_t> theirs;    ///< Stems of the context's content words, sorted.
  int closeness = 0;                    ///< Words of private life less words of trade.
  float peers = 0;              ///< How sure it is that one person comforts another, in [0, 1].
  std::vector<float> evidence;  ///< One a feature, in [0, 1].
};

class Mechanisms {
 public:
  /// Reads patterns and weights from `folder`.
  [[nodiscard]] static Result<Mechanisms> load(const std::string& folder);
  /// Patterns without weights: what training begins with.
  [[nodiscard]] static Result<Mechanisms> untrained(const std::string& folder);

  /// Fills `state` with the evidence in `reply`, an answer to `context` (which may be empty).
  void read(std::string_view reply, std::string_view context, MechanismState& state) const;
  /// The same where it is known how sure it is that one person comforts another.
  void read(std::string_view reply, std::string_view context, float peers,
            MechanismState& state) const;

  /// The log-odds that mechanism `m` is shown at `level` (1 or 2) at least.
  [[nodiscard]] float logit(std::size_t m, std::size_t level, const MechanismState& state) const;

  /// 0 not shown, 1 weak, 2 strong.
  [[nodiscard]] int level(std::size_t m, const MechanismState& state) const;

  /// The words that speak for mechanism `m`, by hits whose weight is positive: in order of the
  /// text, not overlapping.
  [[nodiscard]] std::vector<Span> spans(std::size_t m, const MechanismState& state) const;

  /// Names of the features, in order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const Patterns& patterns() const { return patterns_; }

  /// May mechanism `m` learn from `feature`?
  [[nodiscard]] bool bears_on(std::size_t feature, std::size_t m) const;

  /// What training finds: a weight for each output and feature, and the log-odds over which an
  /// output is told: among companies, and among peers.
  struct Weights {
    std::array<std::vector<float>, kMechanismOutputs> of;
    std::array<std::array<float, kMechanismOutputs>, 2> thresholds{};
  };
  void set(Weights weights) { weights_ = std::move(weights); }
  /// The weights as models/empathy/weights.tsv has them.
  [[nodiscard]] std::string table() const;

 private:
  struct Counts;
  explicit Mechanisms(Patterns patterns);
  [[nodiscard]] static Counts count(const MechanismState& state);
  [[nodiscard]] Result<void> read_table(std::string_view table);
  [[nodiscard]] Result<void> read_row(std::string_view line, std::size_t feature);
  void read_words(std::string_view reply, std::string_view context, MechanismState& state) const;
  void read_among(float peers, MechanismState& state) const;
  [[nodiscard]] int closeness(std::span<const PatternHit> hits) const;
  void note_sentences(MechanismState& state) const;
  void note_context(std::string_view context, MechanismState& state) const;
  [[nodiscard]] std::size_t feature_of(const PatternHit& hit, const MechanismState& state) const;
  [[nodiscard]] float weight_of(std::size_t m, const PatternHit& hit,
                                const MechanismState& state) const;
  void note_hits(MechanismState& state) const;
  void note_shape(MechanismState& state) const;

  Patterns patterns_;
  std::vector<std::string> names_;  ///< Of evidence in general, and again among peers.
  std::size_t half_ = 0;            ///< Where the second half begins.
  Weights weights_;
};

}  // namespace attune
