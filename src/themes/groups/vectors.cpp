// SPDX-License-Identifier: Apache-2.0
//
// Idea. Terms that keep the same company point the same way. Company is counted for one term at a
// time, by a walk through the passages that hold it, so no table of terms × terms is ever made. A
// term's vector is its row of the left factor, each column times the root of its strength.
//
// When it applies. Short texts over one vocabulary. A term counts once a text, however often it is
// said. A term is no company to itself, and pairs that meet less often than chance has it are 0.
// The mean is taken off after the length is made 1, and the length made 1 again; a text without a
// known term stays 0.
//
// What it costs. O(Σ m²) to count, over passages of m terms (at most 32 words each); O(terms² / 64)
// to clear counters; then what left_factor costs. O(terms of the text ·
// dimensions) to place a text. Memory O(entries + terms · dimensions).
//
// Source. O. Levy, Y. Goldberg, I. Dagan, Improving distributional similarity with lessons learned
// from word embeddings, TACL 3 (2015), also for the root of the strength. S. Arora, Y. Liang, T.
// Ma, A simple but tough-to-beat baseline for sentence embeddings, ICLR 2017.
//
// Tested through discover() in discover_test.cpp, by planted topics and at several thread counts.
#include "themes/groups/vectors.h"

#include <algorithm>
#include <cmath>

#include "themes/linear/svd.h"

namespace attune {

namespace {

constexpr double kRarity = 0.02;  // Arora's a
constexpr double kContextPower = 0.75;

/// How many passages each pair of terms shares, row by row; `touched` are the others, in the order
/// of the passages.
void count_company(const SparseMatrix& passages, const SparseMatrix& places, std::size_t term,
                   std::vector<std::uint32_t>& shared, std::vector<std::uint32_t>& touched) {
  touched.clear();
  for (std::uint32_t p = places.starts[term]; p < places.starts[term + 1]; ++p) {
    const std::uint32_t passage = places.columns[p];
    for (std::uint32_t e = passages.starts[passage]; e < passages.starts[passage + 1]; ++e) {
      const std::uint32_t other = passages.columns[e];
      if (other == term) continue;
      if (shared[other]++ == 0) touched.push_back(other);
    }
  }
}

struct Row {
  std::vector<std::uint32_t> columns;
  std::vector<float> values;
};

/// Pairs that each term is part of: per passage of length m that holds it, m - 1.
std::vector<double> company_sizes(const SparseMatrix& passages) {
  std::vector<double> sizes(passages.cols, 0.0);
  for (std::size_t p = 0; p < passages.rows(); ++p) {
    const std::uint32_t length = passages.starts[p + 1] - passages.starts[p];
    for (std::uint32_t e = passages.starts[p]; e < passages.starts[p + 1]; ++e) {
      sizes[passages.columns[e]] += length - 1.0;
    }
  }
  return sizes;
}

SparseMatrix ppmi(const SparseMatrix& passages, const Pool& pool) {
  const SparseMatrix places = transpose(passages);
  const std::vector<double> sizes = company_sizes(passages);
  double all = 0.0;
  for (const double size : sizes) all += std::pow(size, kContextPower);
  std::vector<float> own;     // Logarithms of a term's size,
  std::vector<float> others;  // of its size as company,
  std::vector<float> met;     // and of numbers of passages.
  for (const double size : sizes) {
    own.push_back(static_cast<float>(std::log(size / all)));
    others.push_back(static_cast<float>(std::log(std::pow(size, kContextPower))));
  }
  for (std::size_t n = 0; n <= passages.rows(); ++n) met.push_back(std::log(static_cast<float>(n)));
  std::vector<Row> rows(passages.cols);
  pool.for_each_chunk(passages.cols, 64, [&](std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> shared(passages.cols, 0);
    std::vector<std::uint32_t> touched;
    for (std::size_t term = begin; term < end; ++term) {
      count_company(passages, places, term, shared, touched);
      for (const std::uint32_t other : touched) {
        const float information = met[shared[other]] - own[term] - others[other];
        shared[other] = 0;
        if (information <= 0.0F) continue;
        rows[term].columns.push_back(other);
        rows[term].values.push_back(information);
      }
    }
  });
  SparseMatrix out;
  out.cols = passages.cols;
  for (Row& row : rows) {
    out.columns.insert(out.columns.end(), row.columns.begin(), row.columns.end());
    out.values.insert(out.values.end(), row.values.begin(), row.values.end());
    out.starts.push_back(static_cast<std::uint32_t>(out.columns.size()));
    row = {};
  }
  return out;
}

}  // namespace

VectorSpace::VectorSpace(const TermCorpus& corpus, std::size_t dimensions, std::uint64_t seed,
                         const Pool& pool) {
  LeftFactor factor = left_factor(ppmi(corpus.passages, pool), dimensions, seed, pool);
  terms_ = std::move(factor.vectors);
  double mentions = 0.0;
  for (const std::uint32_t texts : corpus.vocabulary.texts) mentions += texts;
  for (std::size_t t = 0; t < terms_.rows; ++t) {
    const double share = corpus.vocabulary.texts[t] / mentions;
    const auto rare = static_cast<float>(kRarity / (kRarity + share));
    for (std::size_t c = 0; c < terms_.cols; ++c) {
      terms_.row(t)[c] *= rare * std::sqrt(factor.strength[c]);
    }
  }
  mean_.assign(terms_.cols, 0.0F);
  const Matrix texts = place(corpus.counts, pool);
  std::vector<double> sums(terms_.cols, 0.0);
  for (std::size_t i = 0; i < texts.rows; ++i) {
    for (std::size_t c = 0; c < terms_.cols; ++c) sums[c] += texts.row(i)[c];
  }
  for (std::size_t c = 0; c < terms_.cols; ++c) {
    mean_[c] =
        static_cast<float>(sums[c] / static_cast<double>(std::max<std::size_t>(texts.rows, 1)));
  }
}

void VectorSpace::add_term(std::uint32_t term, std::span<float> to) const {
  add_scaled(to, 1.0F, terms_.row(term));
}

void VectorSpace::finish(std::span<float> v) const {
  if (normalise(v) <= 1e-12F) return;
  add_scaled(v, -1.0F, mean_);
  normalise(v);
}

void VectorSpace::place(std::span<const std::pair<std::uint32_t, float>> counts,
                        std::span<float> out) const {
  std::fill(out.begin(), out.end(), 0.0F);
  for (const auto& [term, count] : counts) add_term(term, out);
  finish(out);
}

Matrix VectorSpace::place(const SparseMatrix& counts, const Pool& pool) const {
  Matrix out(counts.rows(), dimensions());
  pool.for_each_chunk(counts.rows(), 256, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      for (std::uint32_t e = counts.starts[i]; e < counts.starts[i + 1]; ++e) {
        add_term(counts.columns[e], out.row(i));
      }
      finish(out.row(i));
    }
  });
  return out;
}

}  // namespace attune
