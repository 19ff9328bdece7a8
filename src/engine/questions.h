// SPDX-License-Identifier: Apache-2.0
#pragma once

// What to ask next about the first problems: of what bears on each, what its sentences say least.

#include <cstddef>
#include <vector>

#include "attune/open_question.h"
#include "attune/topic.h"

namespace attune {

/// At most `most` questions, one a problem, in their order; none asks what another asks, and none
/// what half of a problem's sentences say. The same for the same problems.
[[nodiscard]] std::vector<OpenQuestion> questions_about(const std::vector<Topic>& problems,
                                                        std::size_t most);

}  // namespace attune
