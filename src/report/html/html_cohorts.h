// SPDX-License-Identifier: Apache-2.0
#pragma once

// Brands, and the groups of the column asked for, side by side: tables with intervals.

#include "attune/explanation.h"
#include "report/html/html_out.h"

namespace attune {

/// One <section>, or nothing where there is nothing to say.
void cohorts_html(HtmlOut& out, const Explanation& explanation);

}  // namespace attune
