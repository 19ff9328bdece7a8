// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which passages speak of one key problem: what one owner could take on as one project, in however
// many words people say it. Passages are put together by the kind of thing that goes wrong and by
// what it goes wrong with. A passage may speak of several problems, or of none that has a kind.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attune/struggle_kind.h"
#include "problems/groups/item_terms.h"
#include "themes/item.h"

namespace attune::problems {

struct KeyGroup {
  std::string id;                      ///< "t_" and 16 hex digits; of its kind, so it stays.
  StruggleKind kind{};                 ///< That stands for its family (kind_families.h).
  std::vector<std::uint32_t> members;  ///< Item indices, ascending.
  std::vector<float> p;                ///< Parallel: probability that it speaks of this.
};

struct KeyGroups {
  std::vector<KeyGroup> groups;     ///< Most people first.
  std::vector<std::uint32_t> rest;  ///< Items that are in no group, ascending.
};

/// `kinds` as kinds_here() gives them, and `terms`, parallel to `items`. Who speaks of `thing` (see
/// common_thing()) speaks of the problem that it is, whatever the kind. No seed: the same items
/// give the same groups, in any order.
[[nodiscard]] KeyGroups key_groups(std::span<const ThemeItem> items, const ItemTerms& terms,
                                   std::span<const StruggleScores> kinds,
                                   std::optional<std::uint32_t> thing = {});

}  // namespace attune::problems
