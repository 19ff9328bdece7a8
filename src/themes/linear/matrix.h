// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of floats, dense and sparse, and the few sums over them that themes need. Every sum has one
// fixed order, so the same input gives the same bits at any thread count.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/pool.h"

namespace attune {

/// rows × cols, row-major.
struct Matrix {
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t col_count)
      : rows(row_count), cols(col_count), values(row_count * col_count, 0.0F) {}
  [[nodiscard]] std::span<float> row(std::size_t r) { return {values.data() + r * cols, cols}; }
  [[nodiscard]] std::span<const float> row(std::size_t r) const {
    return {values.data() + r * cols, cols};
  }
};

/// rows × cols in compressed rows: the entries of row r are [starts[r], starts[r + 1]).
struct SparseMatrix {
  std::size_t cols = 0;
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> columns;
  std::vector<float> values;

  [[nodiscard]] std::size_t rows() const { return starts.size() - 1; }
};

/// The entries of a row: column and value.
void read_row(const SparseMatrix& from, std::size_t row,
              std::vector<std::pair<std::uint32_t, float>>& out);

[[nodiscard]] float dot(std::span<const float> a, std::span<const float> b);

/// to += weight · from. Same lengths.
void add_scaled(std::span<float> to, float weight, std::span<const float> from);

/// Length 1, or unchanged where all is 0. Gives the length before.
float normalise(std::span<float> v);

[[nodiscard]] SparseMatrix transpose(const SparseMatrix& a);

/// a · b.
[[nodiscard]] Matrix multiply(const SparseMatrix& a, const Matrix& b, const Pool& pool);

/// Many dot products with the same rows: the rows are kept in panels of 32, side by
/// side, so that eight registers sum at once. Agrees with dot() but for rounding.
class Panels {
 public:
  static constexpr std::size_t kWidth = 32;

  explicit Panels(const Matrix& rows);
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// Dot product of `x` with every row, in row order, into `out` (at least padded_rows() long;
  /// what stands after rows() is 0).
  void dots(std::span<const float> x, std::span<float> out) const;
  /// The same for two vectors at once, which is faster than one after the other.
  void dots(std::span<const float> x, std::span<const float> y, std::span<float> out_x,
            std::span<float> out_y) const;
  [[nodiscard]] std::size_t padded_rows() const { return (rows_ + kWidth - 1) / kWidth * kWidth; }

 private:
  std::size_t rows_;
  std::size_t cols_;
  std::vector<float> values_;  ///< panel × column × 32.
};

}  // namespace attune
