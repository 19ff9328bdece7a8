// SPDX-License-Identifier: Apache-2.0
#pragma once

// Texts as sparse rows: tf-idf, each block of features (features.h) brought to length 1.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/pool.h"
#include "learn/train_data.h"
#include "phrases/patterns/patterns.h"
#include "text/concepts.h"
#include "understand/turns/turns.h"

namespace attune::learn {

/// A kept feature. Its idf is rounded as in the model file, so that training and use agree.
struct Column {
  std::uint64_t key = 0;
  std::uint16_t norm = 0;  ///< idf², in 1/256 (row_sum.h).
  std::uint8_t block = 0;

  [[nodiscard]] float idf() const;
};

/// n texts × columns, compressed rows. Occurrences of one feature in one text are added up.
struct TrainMatrix {
  std::vector<Column> columns;     ///< The most frequent first.
  std::vector<std::size_t> begin;  ///< n + 1 offsets.
  std::vector<std::uint32_t> column;
  std::vector<float> value;

  [[nodiscard]] std::size_t rows() const { return begin.size() - 1; }
};

/// Features beside words and characters: hits of a book of patterns, and of concepts. Borrowed;
/// null: none. With `turns` (of the patterns `book`), the words are those that a text means.
struct MoreFeatures {
  const Patterns* signals = nullptr;
  const Concepts* concepts = nullptr;
  const Patterns* book = nullptr;
  const Turns* turns = nullptr;
};

/// Features that stand in `min_count` texts or more; where these are over `max_columns`, the most
/// frequent (ties by key). The same at any thread count.
[[nodiscard]] TrainMatrix make_matrix(const std::vector<Example>& examples, std::size_t min_count,
                                      std::size_t max_columns, const MoreFeatures& more,
                                      const Pool& pool);

}  // namespace attune::learn
