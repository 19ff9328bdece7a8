// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the page looks. Two voices: attune speaks in the system's plain type, customers in its serif.
// One accent colour; contrast at least 4.5 : 1 in light and dark (WCAG 2.2 AA).

#include <string_view>

namespace attune {

/// The style sheet: screen, dark, phone, print.
[[nodiscard]] std::string_view page_style();

}  // namespace attune
