// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was counted, guessed and computed, and how.

#include "attune/explanation.h"
#include "report/html/html_out.h"

namespace attune {

/// One <section>, or nothing where there is nothing to say.
void method_html(HtmlOut& out, const Explanation& explanation);

}  // namespace attune
