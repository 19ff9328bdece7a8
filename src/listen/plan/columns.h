// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which column is what, worked out from the words above the columns and from what stands in the
// first thousand rows. A name proposes, the content decides: "date" full of words is no date, a
// column of five-star numbers called "review" is no text.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/hash_counts.h"
#include "listen/formats/record.h"
#include "listen/plan/dates.h"
#include "listen/plan/mapping.h"

namespace attune {

/// What the cells of one column look like. Counts are of cells that hold something.
struct ColumnFacts {
  std::uint64_t filled = 0;
  std::uint64_t nested = 0;         ///< JSON objects and arrays …
  std::uint64_t object_arrays = 0;  ///< … of which arrays of objects.
  std::uint64_t lettered = 0;       ///< With a letter, and neither a date nor a number.
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;
  std::uint64_t ratings = 0;  ///< A number from 0 to 100, perhaps with stars.
  std::uint64_t dates = 0;
  std::uint64_t wordy_dates = 0;  ///< Dates that are no bare number.
  std::uint64_t roles = 0;
  HashCounts distinct;
  OrderVotes order;

  void look_at(const Cell& cell, std::string_view column);
  [[nodiscard]] double share(std::uint64_t count) const {
    return filled == 0 ? 0 : static_cast<double>(count) / static_cast<double>(filled);
  }
};

struct Sample {
  std::vector<std::string> columns;
  std::vector<ColumnFacts> facts;  ///< Per column.
  std::uint64_t rows = 0;          ///< Good ones.

  void look_at(const Record& record, const std::vector<std::string>& names);
};

struct Choice {
  std::vector<std::uint32_t> columns;  ///< Into Sample::columns; several only for text.
  double confidence = 0;
};

struct Guess {
  std::array<Choice, kFieldCount> fields;
  std::vector<std::uint32_t> other_texts;  ///< Columns that also hold sentences.

  [[nodiscard]] Choice& operator[](Field field) {
    return fields.at(static_cast<std::size_t>(field));
  }
  [[nodiscard]] const Choice& operator[](Field field) const {
    return fields.at(static_cast<std::size_t>(field));
  }
};

/// `taken` columns (those that the user has named) are not considered. Fields of which no column
/// fits stay empty, `text` too.
[[nodiscard]] Guess guess_columns(const Sample& sample, const std::vector<bool>& taken);

}  // namespace attune
