// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "attune/explanation.h"

namespace attune {

/// The answer as Markdown to paste into a ticket or a wiki: what terminal.h says, in its order.
[[nodiscard]] std::string explanation_markdown(const Explanation& explanation);

}  // namespace attune
