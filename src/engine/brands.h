// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "attune/explanation.h"
#include "engine/corpus.h"
#include "engine/topics.h"

namespace attune {

/// The eight largest brands with at least 30 units side by side on the first `problems`, the rest
/// pooled as "all others". None where fewer than two brands are that large.
[[nodiscard]] std::vector<Brand> compare_brands(const Corpus& corpus,
                                                std::span<const FoundTopic> problems);

}  // namespace attune
