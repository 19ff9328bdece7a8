// SPDX-License-Identifier: Apache-2.0
#include "themes/matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune {

float dot(std::span<const float> a, std::span<const float> b) {
  std::array<float, 8> sums{};
  const std::size_t whole = a.size() / 8 * 8;
  const float* x = a.data();
  const float* y = b.data();
  for (std::size_t i = 0; i < whole; i += 8) {
    for (std::size_t j = 0; j < 8; ++j) sums[j] += x[i + j] * y[i + j];
  }
  float rest = 0.0F;
  for (std::size_t i = whole; i < a.size(); ++i) rest += x[i] * y[i];
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7])) +
         rest;
}

void add_scaled(std::span<float> to, float weight, std::span<const float> from) {
  float* x = to.data();
  const float* y = from.data();
  const std::size_t whole = to.size() / 4 * 4;
  for (std::size_t i = 0; i < whole; i += 4) {
    for (std::size_t j = 0; j < 4; ++j) x[i + j] += weight * y[i + j];
  }
  for (std::size_t i = whole; i < to.size(); ++i) x[i] += weight * y[i];
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
  for (std::size_t p = 0; p < padded_rows(); p += kWidth) {
    const float* panel = values_.data() + p * cols_;
    std::array<float, kWidth> sums{};
    for (std::size_t c = 0; c < cols_; ++c) {
      const float v = x[c];
      for (std::size_t j = 0; j < kWidth; ++j) sums[j] += v * panel[c * kWidth + j];
    }
    std::copy(sums.begin(), sums.end(), out.begin() + static_cast<std::ptrdiff_t>(p));
  }
}

}  // namespace attune
