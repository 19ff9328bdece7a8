// SPDX-License-Identifier: Apache-2.0
#pragma once

// The answer as one page to forward: a single HTML file that needs no network, no script and no
// font, reads on paper and on a phone, and opens the sentences behind every number.

#include <string>

#include "attune/explanation.h"

namespace attune {

/// The *explanation* as an HTML document (UTF-8, under about 1.5 MB, the same bytes for the same
/// value). Customers' words are escaped wherever they stand and never enter an attribute.
[[nodiscard]] std::string explanation_html(const Explanation& explanation);

}  // namespace attune
