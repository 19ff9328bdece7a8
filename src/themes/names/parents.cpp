// SPDX-License-Identifier: Apache-2.0
#include "themes/names/parents.h"

#include <algorithm>
#include <numeric>

namespace attune {

namespace {

constexpr std::size_t kFewestThemes = 13;
constexpr std::size_t kFewestParents = 8;
constexpr std::size_t kMostParents = 15;

class Ward {
 public:
  explicit Ward(const Matrix& centres)
      : rows_(centres.rows), costs_(rows_, rows_), weight_(rows_, 1.0F), group_of_(rows_) {
    std::iota(group_of_.begin(), group_of_.end(), 0U);
    for (std::size_t a = 0; a < rows_; ++a) {
      for (std::size_t b = 0; b < rows_; ++b)
        costs_.row(a)[b] = 1.0F - dot(centres.row(a), centres.row(b));
    }
  }

  /// Joins until `parents` groups are left, then all single rows.
  std::vector<std::uint32_t> run(std::size_t parents) {
    for (std::size_t groups = rows_; groups > parents && join(Singles::allowed);) --groups;
    while (join(Singles::must)) {
    }
    return numbered();
  }

 private:
  enum class Singles : std::uint8_t { allowed, must };

  /// Joins the two groups whose spread grows least; with Singles::must, one of them has a single
  /// row. False if there are no such two.
  bool join(Singles singles) {
    float least = 1e30F;
    std::uint32_t kept = 0;
    std::uint32_t lost = 0;
    for (std::uint32_t a = 0; a < rows_; ++a) {
      if (weight_[a] == 0.0F) continue;
      for (std::uint32_t b = a + 1; b < rows_; ++b) {
        const bool wanted = singles == Singles::allowed || weight_[a] == 1.0F || weight_[b] == 1.0F;
        if (weight_[b] == 0.0F || !wanted || costs_.row(a)[b] >= least) continue;
        least = costs_.row(a)[b];
        kept = a;
        lost = b;
      }
    }
    if (kept != lost) put_together(kept, lost);
    return kept != lost;
  }

  /// The costs of the joined group, from those of its parts (Lance and Williams 1967).
  void put_together(std::uint32_t kept, std::uint32_t lost) {
    const float between = costs_.row(kept)[lost];
    for (std::uint32_t other = 0; other < rows_; ++other) {
      const float w = weight_[other];
      if (w == 0.0F || other == kept || other == lost) continue;
      const float cost = ((weight_[kept] + w) * costs_.row(kept)[other] +
                          (weight_[lost] + w) * costs_.row(lost)[other] - w * between) /
                         (weight_[kept] + weight_[lost] + w);
      costs_.row(kept)[other] = costs_.row(other)[kept] = cost;
    }
    weight_[kept] += weight_[lost];
    weight_[lost] = 0.0F;
    std::replace(group_of_.begin(), group_of_.end(), lost, kept);
  }

  [[nodiscard]] std::vector<std::uint32_t> numbered() const {
    std::vector<std::uint32_t> number(rows_, kUnnumbered);
    std::vector<std::uint32_t> out;
    std::uint32_t next = 0;
    for (const std::uint32_t group : group_of_) {
      if (number[group] == kUnnumbered) number[group] = next++;
      out.push_back(number[group]);
    }
    return out;
  }

  static constexpr std::uint32_t kUnnumbered = 0xFFFFFFFF;
  std::size_t rows_;
  Matrix costs_;               ///< Growth of the spread if two groups were joined.
  std::vector<float> weight_;  ///< Rows in each group; 0: joined to another.
  std::vector<std::uint32_t> group_of_;
};

}  // namespace

std::size_t parents_for(std::size_t themes) {
  if (themes < kFewestThemes) return 0;
  if (themes < 3 * kFewestParents) return themes / 3;
  return std::clamp(themes / 4, kFewestParents, kMostParents);
}

std::vector<std::uint32_t> gather(const Matrix& centres, std::size_t parents) {
  std::vector<std::uint32_t> best(centres.rows, 0);
  std::size_t most = 0;
  // Single rows join a neighbour, so a few more groups than wanted may leave as many as wanted.
  for (std::size_t aim = parents; aim <= 2 * parents && aim <= centres.rows; ++aim) {
    std::vector<std::uint32_t> found = Ward(centres).run(aim);
    const std::size_t groups =
        found.empty() ? 0 : *std::max_element(found.begin(), found.end()) + 1U;
    if (groups > parents || groups <= most) continue;
    most = groups;
    best = std::move(found);
  }
  return best;
}

}  // namespace attune
