// SPDX-License-Identifier: Apache-2.0
#include "themes/linear/matrix.h"

#include <algorithm>
#include <cmath>

#include "themes/linear/simd_kernels.h"

namespace attune {

void read_row(const SparseMatrix& from, std::size_t row,
              std::vector<std::pair<std::uint32_t, float>>& out) {
  out.clear();
  for (std::uint32_t e = from.starts[row]; e < from.starts[row + 1]; ++e)
    out.emplace_back(from.columns[e], from.values[e]);
}

float dot(std::span<const float> a, std::span<const float> b) {
  return loops().dot(a.data(), b.data(), a.size());
}

void add_scaled(std::span<float> to, float weight, std::span<const float> from) {
  loops().add_scaled(to.data(), weight, from.data(), to.size());
}

float normalise(std::span<float> v) {
  const float length = std::sqrt(dot(v, v));
  if (length > 1e-12F) {
    for (float& x : v) x /= length;
  }
  return length;
}

SparseMatrix transpose(const SparseMatrix& a) {
  SparseMatrix t;
  t.cols = a.rows();
  t.starts.assign(a.cols + 1, 0);
  for (const std::uint32_t c : a.columns) ++t.starts[c + 1];
  for (std::size_t c = 0; c < a.cols; ++c) t.starts[c + 1] += t.starts[c];
  t.columns.resize(a.columns.size());
  t.values.resize(a.values.size());
  std::vector<std::uint32_t> next(t.starts.begin(), t.starts.end() - 1);
  for (std::size_t r = 0; r < a.rows(); ++r) {
    for (std::uint32_t e = a.starts[r]; e < a.starts[r + 1]; ++e) {
      const std::uint32_t to = next[a.columns[e]]++;
      t.columns[to] = static_cast<std::uint32_t>(r);
      t.values[to] = a.values[e];
    }
  }
  return t;
}

Matrix multiply(const SparseMatrix& a, const Matrix& b, const Pool& pool) {
  Matrix product(a.rows(), b.cols);
  pool.for_each_chunk(a.rows(), 128, [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      for (std::uint32_t e = a.starts[r]; e < a.starts[r + 1]; ++e) {
        add_scaled(product.row(r), a.values[e], b.row(a.columns[e]));
      }
    }
  });
  return product;
}

Panels::Panels(const Matrix& rows)
    : rows_(rows.rows), cols_(rows.cols), values_(padded_rows() * rows.cols, 0.0F) {
  for (std::size_t r = 0; r < rows_; ++r) {
    float* panel = values_.data() + r / kWidth * kWidth * cols_;
    for (std::size_t c = 0; c < cols_; ++c) panel[c * kWidth + r % kWidth] = rows.row(r)[c];
  }
}

void Panels::dots(std::span<const float> x, std::span<float> out) const {
  const LaneLoops& use = loops();
  for (std::size_t p = 0; p < padded_rows(); p += kWidth) {
    use.panel(values_.data() + p * cols_, x.data(), cols_, out.data() + p);
  }
}

void Panels::dots(std::span<const float> x, std::span<const float> y, std::span<float> out_x,
                  std::span<float> out_y) const {
  const LaneLoops& use = loops();
  for (std::size_t p = 0; p < padded_rows(); p += kWidth) {
    use.panel_twice(values_.data() + p * cols_, x.data(), y.data(), cols_, out_x.data() + p,
                    out_y.data() + p);
  }
}

}  // namespace attune
