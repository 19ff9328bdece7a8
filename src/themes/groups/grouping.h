// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was learnt from a sample: the vector space, the groups' centres and their words; and, with
// it, where any text belongs.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "themes/groups/effort.h"
#include "themes/groups/kmeans.h"
#include "themes/groups/vectors.h"
#include "themes/groups/word_model.h"

namespace attune {

struct Place {
  std::uint32_t group = 0;
  float cosine = 0.0F;  ///< To the group's centre; how typical.
  bool known = false;   ///< False: none of its terms was met before.
};

/// What is remembered of a group: terms and how often its texts had them, taken as one more text.
struct Anchor {
  std::uint32_t group = 0;
  std::span<const std::pair<std::uint64_t, float>> terms;  ///< Borrowed for the call.
  float weight = 0.0F;                                     ///< Of the counts; 0: nothing.
};

struct GroupingOptions {
  std::optional<std::size_t> k;  ///< At most so many groups; absent: as the texts show.
  std::size_t most = 150;        ///< Where k is absent.
  std::uint64_t seed = 1;
  const Concepts* concepts = nullptr;  ///< Borrowed; null: none.
  Effort effort;
};

class Grouping {
 public:
  /// `texts` are distinct and in the order of their `keys` (hashes).
  Grouping(std::span<const std::string_view> texts, std::span<const std::uint64_t> keys,
           const GroupingOptions& options, const Pool& pool);

  /// Learns `count` groups anew: from texts whose groups are known (`groups`, one for each text
  /// learnt from; count or more: none), and from what is remembered of groups.
  void anchor(std::span<const std::uint32_t> groups, std::size_t count,
              std::span<const Anchor> anchors, const Pool& pool);

  /// Texts that were learnt from.
  [[nodiscard]] std::size_t learnt() const { return corpus_.counts.rows(); }
  /// The groups of the texts learnt from.
  [[nodiscard]] const std::vector<std::uint32_t>& known() const { return words_->group_of(); }
  /// Mean directions of the groups.
  [[nodiscard]] const Matrix& centres() const { return words_->centres(); }
  [[nodiscard]] std::size_t groups() const { return words_->centres().rows; }
  [[nodiscard]] std::size_t dimensions() const { return words_->centres().cols; }
  /// Places of `texts`, which begin with those learnt from: the group in `known` where it holds one
  /// for the text, else the likeliest.
  [[nodiscard]] std::vector<Place> place(std::span<const std::string_view> texts,
                                         std::span<const std::uint32_t> known,
                                         const Pool& pool) const;
  /// The nearest of `among` (group numbers) to each text, as an index into `among`.
  [[nodiscard]] std::vector<Nearest> nearest(std::span<const std::string_view> texts,
                                             std::span<const std::uint32_t> among,
                                             const Pool& pool) const;
  /// Their vectors, one a row.
  [[nodiscard]] Matrix vectors(std::span<const std::string_view> texts) const;
  /// The terms that a group says most more than all do, heaviest first: hash and weight.
  [[nodiscard]] std::vector<std::pair<std::uint64_t, float>> signature(std::uint32_t group,
                                                                       std::size_t length) const;
  /// The same terms with how often the group's texts have them.
  [[nodiscard]] std::vector<std::pair<std::uint64_t, float>> terms(std::uint32_t group,
                                                                   std::size_t most) const;

 private:
  /// The group's most telling terms, most telling first: number and weight.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, float>> telling(std::uint32_t group,
                                                                     std::size_t most) const;

  const Concepts* concepts_;
  TermCorpus corpus_;
  std::optional<VectorSpace> space_;
  std::optional<WordModel> words_;
};

}  // namespace attune
