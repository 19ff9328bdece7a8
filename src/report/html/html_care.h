// SPDX-License-Identifier: Apache-2.0
#pragma once

// Messages that a person should read and answer: each with its date, what it reads as, the words
// that say so and those around them. Nobody's name, nobody's id.

#include "attune/explanation.h"
#include "report/html/html_out.h"

namespace attune {

/// One <section>, or nothing where there is no such message. Those that may be in danger stand open
/// at the top; of the others the first few do, and the rest is folded away but there.
void care_html(HtmlOut& out, const Explanation& explanation);

}  // namespace attune
