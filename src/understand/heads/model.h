// SPDX-License-Identifier: Apache-2.0
#pragma once

// The linear heads: one table of features, each row holding the weights of every head side by side,
// so that one walk over a text's features scores all heads. Integer sums; the floats come last.
//
//   auto model = Model::load("models/heads/heads.model");
//   Scores scores;
//   tokenise(text, tokens);  extract(tokens, features);
//   model->score(features, scores);
//   float p = model->probability(model->output("complaint").value(), scores);

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"
#include "attune/span.h"
#include "base/mapped_file.h"
#include "understand/heads/features.h"
#include "understand/heads/model_format.h"
#include "understand/heads/row_kernels.h"

namespace attune {

struct ModelParts;

using BlockSums = std::array<RowSums, kBlocks>;

/// The features of a text where some were met before, with their rows.
struct FoundFeatures {
  Features features;  ///< Yet to be looked up; without the character block.
  std::array<std::vector<std::uint32_t>, kBlocks> rows;
  std::vector<const WordRowSums*> grams;  ///< The character block, of one word each.

  void clear() {
    for (auto& keys : features.keys) keys.clear();
    for (auto& known : rows) known.clear();
    grams.clear();
  }
};

/// Scratch and result of one text.
struct Scores {
  BlockSums sums;
  std::array<std::vector<std::uint32_t>, kBlocks> rows;  ///< Known features.
  std::array<float, kMaxHeads> logits{};                 ///< One a head.
};

/// Words that moved an output, and by how much (in logits; positive: towards it).
struct Reason {
  Span span;
  float weight = 0;
};

class Model {
 public:
  /// Maps the file and checks it: length, version, checksum, shape, samples. About 15 ms.
  [[nodiscard]] static Result<Model> load(const std::string& path);
  /// The same for bytes that begin at a multiple of 64 and outlive the model.
  [[nodiscard]] static Result<Model> over(std::span<const std::byte> bytes);

  /// Fills `scores` (scratch, overwritten). Total.
  void score(const Features& features, Scores& scores) const;
  /// The same, of features that were looked up in part. The rows of the others join those found.
  void score(FoundFeatures& found, Scores& scores) const;
  /// The same step by step: has the rows of the keys join those found, and adds all to `sums`.
  void find_rows(FoundFeatures& found) const;
  void add_found(const FoundFeatures& found, BlockSums& sums) const;
  /// Fills scores.logits from scores.sums.
  void fill_logits(Scores& scores) const;
  /// Adds up the rows of a word's keys, at most 250 of them; `rows` is scratch.
  void add_keys(std::span<const std::uint64_t> keys, std::vector<std::uint32_t>& rows,
                WordRowSums& sums) const;
  /// The row of a key; kNoRow if it has none.
  [[nodiscard]] std::uint32_t row_of(std::uint64_t key) const;
  /// Asks for what row_of(key) will look at, or for a row that will be added.
  void expect_key(std::uint64_t key) const {
    __builtin_prefetch(&slots_[key & (slots_.size() - 1)]);
  }
  void expect_row(std::uint32_t row) const {
    __builtin_prefetch(rows_ + std::size_t{row} * kRowBytes);
  }

  [[nodiscard]] std::optional<std::size_t> output(std::string_view name) const;
  [[nodiscard]] std::span<const OutputRecord> outputs() const { return outputs_; }
  [[nodiscard]] std::span<const HeadRecord> heads() const { return heads_; }

  /// bias + Σ weight × logit; `output` < outputs().size().
  [[nodiscard]] float logit(std::size_t output, const Scores& scores) const;
  /// The logistic function of logit(): a calibrated probability.
  [[nodiscard]] float probability(std::size_t output, const Scores& scores) const;

  /// The tokens that carried `output`, strongest first, at most `most`. `features` must have been
  /// extracted with Places::keep and scored into `scores`. Exact: a linear model's score is the sum
  /// of what its words add.
  [[nodiscard]] std::vector<Reason> reasons(std::size_t output, const Features& features,
                                            const Scores& scores, std::size_t most) const;

  /// SHA-256 of the file, 64 hex digits. Reads all of it: call it where somebody wants to know.
  [[nodiscard]] std::string sha256() const;
  /// Differs between models.
  [[nodiscard]] std::uint64_t checksum() const { return header_.checksum; }
  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  [[nodiscard]] std::size_t rows() const { return header_.rows; }

 private:
  friend std::string write_model(const ModelParts& parts);

  explicit Model(std::span<const std::byte> bytes);  ///< Unchecked.
  [[nodiscard]] bool shape_holds() const;
  [[nodiscard]] bool samples_hold() const;
  [[nodiscard]] std::uint64_t sample_hash(std::size_t sample) const;
  /// Adds the rows of `keys` to `rows`.
  void find_block(std::span<const std::uint64_t> keys, std::vector<std::uint32_t>& rows) const;

  std::optional<MappedFile> file_;
  std::span<const std::byte> bytes_;
  FileHeader header_;
  std::span<const HeadRecord> heads_;
  std::span<const OutputRecord> outputs_;
  std::span<const HeadTerm> terms_;
  std::span<const SampleRecord> samples_;
  std::string_view sample_text_;
  std::span<const Slot> slots_;
  const std::int8_t* rows_ = nullptr;
};

/// 1 / (1 + e^-x).
[[nodiscard]] float logistic(float x);

}  // namespace attune
