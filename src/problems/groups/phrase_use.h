// SPDX-License-Identifier: Apache-2.0
#pragma once

// Is a phrase said by the people of a group, and by whom else? A phrase that is true of a group is
// mostly theirs: "power points" in a lounge is said by those who praise them too, so it must not
// name what is wrong with points.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "themes/item.h"

namespace attune::problems {

struct PhraseCount {
  double share = 0;      ///< Of the members that say it, [0, 1].
  double precision = 0;  ///< Of all texts that say it, those of members, [0, 1].
  std::size_t said = 0;  ///< Members seen to say it; of large groups some are looked at.
};

/// Texts in lower case, one in `step` of those given.
struct LowerTexts {
  std::vector<std::string> texts;
  std::size_t step = 1;
  /// How many of `texts` hold `phrase`.
  [[nodiscard]] std::size_t with(std::string_view phrase) const;
};

class PhraseUse {
 public:
  /// Looks at every text of a small file, of a large one at a few thousand, evenly. `items` are
  /// borrowed.
  PhraseUse(std::span<const ThemeItem> items, std::span<const ThemeItem> others);

  /// What of() takes for the group of `members`, which are indices of the items: some hundreds of
  /// their texts, evenly.
  [[nodiscard]] LowerTexts texts_of(std::span<const std::uint32_t> members) const;

  /// `phrase` in lower case; letters beyond ASCII must be written alike.
  [[nodiscard]] PhraseCount of(std::string_view phrase, const LowerTexts& group) const;

 private:
  std::span<const ThemeItem> items_;
  LowerTexts inside_;
  LowerTexts outside_;
};

}  // namespace attune::problems
