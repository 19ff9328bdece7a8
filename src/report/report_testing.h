// SPDX-License-Identifier: Apache-2.0
#pragma once

// An invented shop's answer, rich enough to fill every part of a report. For tests.

#include <string>
#include <string_view>

#include "attune/explanation.h"

namespace attune {

/// Two key problems that tie, three others, needs, praise, brands, half a year of feelings.
[[nodiscard]] Explanation rich_explanation();

/// The same counted by messages, without persons.
[[nodiscard]] Explanation messages_explanation();

/// The rich one with `words` in every place that comes from outside.
[[nodiscard]] Explanation hostile_explanation(std::string_view words);

}  // namespace attune
