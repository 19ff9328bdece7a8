// SPDX-License-Identifier: Apache-2.0
#pragma once

// How messages feel, as bars: the four groups, each with its interval and what is unsure.

#include <cstdint>
#include <string_view>

#include "attune/feelings.h"
#include "report/html/html_out.h"

namespace attune {

/// Whose feelings: of one topic, each beside that of all messages; or of all.
enum class FeelingsOf : std::uint8_t { topic, all };

/// A table of four bars. `caption` says of what they are shares.
void groups_html(HtmlOut& out, const FeelingShares& groups, std::string_view caption,
                 FeelingsOf whose);

}  // namespace attune
