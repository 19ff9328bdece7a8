// SPDX-License-Identifier: Apache-2.0
#pragma once

// How people say two words in one breath, in any of their forms: "plate" and "broken" as "plates
// arrived broken".

#include <span>
#include <string>
#include <string_view>

namespace attune {

/// The words from `a` to `b` or from `b` to `a` as most of `texts` have them, folded, one space
/// between words: of at most five words, no mark between them. Of equals the shorter, then the
/// first by alphabet. Empty where fewer than `fewest` texts hold both so near each other.
[[nodiscard]] std::string common_window(std::span<const std::string_view> texts, std::string_view a,
                                        std::string_view b, std::size_t fewest);

}  // namespace attune
