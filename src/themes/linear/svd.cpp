// SPDX-License-Identifier: Apache-2.0
//
// Idea. A matrix times a few chance directions spans nearly what its strongest directions span. So
// 12 directions or a few more than asked for are drawn and sent through the matrix, back and
// through it again, made orthonormal after every step, which lets the strong ones win; what is left
// is a small square matrix, solved by rotations, and the basis is turned by the answer.
//
// When it applies. Few directions are wanted of a large sparse matrix, and only on its left side.
// The strengths come from a Gram matrix, which squares them: those far below the strongest are
// inexact. A direction of which less than 1e-6 is left beside the others becomes 0.
//
// What it costs. O(entries · n + (rows + cols) · n²) for n = rank + 12, and O(n³) a sweep of
// rotations, of which there are at most 10. Products run on all threads, the rest on one. Memory
// O(entries + (rows + cols) · n).
//
// Source. N. Halko, P. G. Martinsson, J. A. Tropp, Finding structure with randomness, SIAM Review
// 53 (2011). G. H. Golub, C. F. Van Loan, Matrix Computations, for Jacobi's rotations.
//
// Tested in parts_test.cpp (Svd): the squares of a matrix of rank 4 are all in its four strengths,
// and its columns are orthonormal.
#include "themes/linear/svd.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace attune {

namespace {

constexpr std::size_t kSpare = 12;
constexpr std::size_t kLanes = 16;  // Of the kernels: columns beyond a multiple are added singly.

Matrix flipped(const Matrix& a) {
  Matrix t(a.cols, a.rows);
  for (std::size_t r = 0; r < a.rows; ++r) {
    for (std::size_t c = 0; c < a.cols; ++c) t.values[c * a.rows + r] = a.values[r * a.cols + c];
  }
  return t;
}

/// Orthonormal columns with the same span, by Gram and Schmidt: nearly so after one pass, which is
/// enough on the way, and so but for rounding after two (Giraud et al. 2005).
void orthonormalise(Matrix& a, int passes) {
  Matrix t = flipped(a);
  for (std::size_t j = 0; j < t.rows; ++j) {
    for (int pass = 0; pass < passes; ++pass) {
      for (std::size_t i = 0; i < j; ++i) add_scaled(t.row(j), -dot(t.row(j), t.row(i)), t.row(i));
    }
    if (normalise(t.row(j)) < 1e-6F) std::fill(t.row(j).begin(), t.row(j).end(), 0.0F);
  }
  a = flipped(t);
}

/// Eigenvalues (on the diagonal of `a`) and eigenvectors (rows of the result) of a small symmetric
/// matrix, by Jacobi's rotations.
class Jacobi {
 public:
  explicit Jacobi(std::vector<double>& a, std::size_t n) : a_(a), v_(n * n, 0.0), n_(n) {
    for (std::size_t i = 0; i < n; ++i) v_[i * n + i] = 1.0;
    for (int sweep = 0; sweep < 10 && off_diagonal() > 1e-14 * diagonal(); ++sweep) {
      for (std::size_t p = 0; p < n_; ++p) {
        for (std::size_t q = p + 1; q < n_; ++q) rotate(p, q);
      }
    }
  }
  [[nodiscard]] const std::vector<double>& vectors() const { return v_; }

 private:
  [[nodiscard]] double off_diagonal() const {
    double sum = 0.0;
    for (std::size_t p = 0; p < n_; ++p) {
      for (std::size_t q = p + 1; q < n_; ++q) sum += a_[p * n_ + q] * a_[p * n_ + q];
    }
    return sum;
  }
  [[nodiscard]] double diagonal() const {
    double sum = 0.0;
    for (std::size_t p = 0; p < n_; ++p) sum += a_[p * n_ + p] * a_[p * n_ + p];
    return sum;
  }
  void rotate(std::size_t p, std::size_t q) {
    const double apq = a_[p * n_ + q];
    if (std::fabs(apq) < 1e-300) return;
    const double theta = (a_[q * n_ + q] - a_[p * n_ + p]) / (2.0 * apq);
    const double t =
        (theta >= 0.0 ? 1.0 : -1.0) / (std::fabs(theta) + std::sqrt(theta * theta + 1.0));
    const double c = 1.0 / std::sqrt(t * t + 1.0);
    const double s = t * c;
    for (std::size_t k = 0; k < n_; ++k) turn(a_[k * n_ + p], a_[k * n_ + q], c, s);
    for (std::size_t k = 0; k < n_; ++k) turn(a_[p * n_ + k], a_[q * n_ + k], c, s);
    for (std::size_t k = 0; k < n_; ++k) turn(v_[p * n_ + k], v_[q * n_ + k], c, s);
  }
  static void turn(double& x, double& y, double c, double s) {
    const double kept = x;
    x = c * kept - s * y;
    y = s * kept + c * y;
  }

  std::vector<double>& a_;
  std::vector<double> v_;
  std::size_t n_;
};

/// Columns of `basis` turned so that they are the left singular vectors of basisᵀ·a = projectedᵀ.
LeftFactor turned(const Matrix& basis, const Matrix& projected, std::size_t rank,
                  const Pool& pool) {
  const std::size_t n = basis.cols;
  const Matrix t = flipped(projected);
  std::vector<double> gram(n * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j)
      gram[i * n + j] = gram[j * n + i] = dot(t.row(i), t.row(j));
  }
  const Jacobi eigen(gram, n);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) { return gram[x * n + x] > gram[y * n + y]; });
  LeftFactor out{Matrix(basis.rows, rank), {}};
  Matrix turn(n, rank);
  for (std::size_t j = 0; j < rank; ++j) {
    const std::size_t e = order[j];
    out.strength.push_back(static_cast<float>(std::sqrt(std::max(0.0, gram[e * n + e]))));
    for (std::size_t i = 0; i < n; ++i) {
      turn.row(i)[j] = static_cast<float>(eigen.vectors()[e * n + i]);
    }
  }
  pool.for_each_chunk(basis.rows, 256, [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      for (std::size_t i = 0; i < n; ++i)
        add_scaled(out.vectors.row(r), basis.row(r)[i], turn.row(i));
    }
  });
  return out;
}

}  // namespace

LeftFactor left_factor(const SparseMatrix& a, std::size_t rank, std::uint64_t seed,
                       const Pool& pool) {
  const std::size_t smaller = std::min(a.rows(), a.cols);
  const SparseMatrix at = transpose(a);
  Random chance(seed);
  const std::size_t drawn = (rank + kSpare + kLanes - 1) / kLanes * kLanes;
  Matrix projection(a.cols, std::min(drawn, smaller));
  for (float& x : projection.values) x = static_cast<float>(chance.normal());
  Matrix basis = multiply(a, projection, pool);
  orthonormalise(basis, 1);
  Matrix back = multiply(at, basis, pool);
  orthonormalise(back, 1);
  basis = multiply(a, back, pool);
  orthonormalise(basis, 2);
  return turned(basis, multiply(at, basis, pool), std::min(rank, smaller), pool);
}

}  // namespace attune
