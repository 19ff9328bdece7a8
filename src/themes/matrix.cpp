// SPDX-License-Identifier: Apache-2.0
#include "themes/matrix.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace attune {

namespace {

/// Four floats that are worked on at once (a vector of GCC and clang, on any machine). Each lane
/// sums in the order of the plain loop, so the result is the plain loop's.
using Lanes = float __attribute__((vector_size(16)));
constexpr std::size_t kLanes = 4;

Lanes load(const float* from) {
  Lanes lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}
void store(float* to, Lanes lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

}  // namespace

float dot(std::span<const float> a, std::span<const float> b) {
  Lanes even{};
  Lanes odd{};
  const std::size_t whole = a.size() / (2 * kLanes) * 2 * kLanes;
  const float* x = a.data();
  const float* y = b.data();
  for (std::size_t i = 0; i < whole; i += 2 * kLanes) {
    even += load(x + i) * load(y + i);
    odd += load(x + i + kLanes) * load(y + i + kLanes);
  }
  float rest = 0.0F;
  for (std::size_t i = whole; i < a.size(); ++i) rest += x[i] * y[i];
  const Lanes sums = even + odd;
  return ((sums[0] + sums[2]) + (sums[1] + sums[3])) + rest;
}

void add_scaled(std::span<float> to, float weight, std::span<const float> from) {
  float* x = to.data();
  const float* y = from.data();
  const std::size_t whole = to.size() / kLanes * kLanes;
  const Lanes weights = Lanes{} + weight;
  for (std::size_t i = 0; i < whole; i += kLanes) store(x + i, load(x + i) + weights * load(y + i));
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
    const float* at = values_.data() + p * cols_;
    Lanes s0{}, s1{}, s2{}, s3{}, s4{}, s5{}, s6{}, s7{};
    for (std::size_t c = 0; c < cols_; ++c, at += kWidth) {
      const Lanes v = Lanes{} + x[c];
      s0 += v * load(at);
      s1 += v * load(at + kLanes);
      s2 += v * load(at + 2 * kLanes);
      s3 += v * load(at + 3 * kLanes);
      s4 += v * load(at + 4 * kLanes);
      s5 += v * load(at + 5 * kLanes);
      s6 += v * load(at + 6 * kLanes);
      s7 += v * load(at + 7 * kLanes);
    }
    float* to = out.data() + p;
    for (const Lanes& sum : {s0, s1, s2, s3, s4, s5, s6, s7}) {
      store(to, sum);
      to += kLanes;
    }
  }
}

}  // namespace attune
