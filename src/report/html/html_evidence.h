// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentences behind a number, folded away under it.

#include <cstddef>
#include <string>

#include "attune/topic.h"
#include "report/html/html_out.h"

namespace attune {

/// Characters of one quote that are shown; the rest is in the file, at its row.
inline constexpr std::size_t kQuoteLength = 420;

/// "row 17", with the message's id where that says more: "row 17, message r17".
[[nodiscard]] std::string place_words(const Quote& quote);

/// `<details>`: "The 34 sentences behind this number". Says so where some are left out, because
/// only some were kept or because they would take more than `bytes`.
void evidence_html(HtmlOut& out, const Topic& topic, Unit unit, std::size_t bytes);

}  // namespace attune
