// SPDX-License-Identifier: Apache-2.0
#pragma once

// This round beside the one before.

#include "attune/explanation.h"
#include "report/html/html_out.h"

namespace attune {

/// One <section>, or nothing where there is nothing to say.
void rounds_html(HtmlOut& out, const Explanation& explanation);

}  // namespace attune
