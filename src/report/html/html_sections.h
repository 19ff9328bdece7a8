// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of the page after the key problems. Each writes one <section>, or nothing where there
// is nothing to say.

#include <string>
#include <string_view>

#include "attune/explanation.h"
#include "report/html/html_out.h"

namespace attune {

/// Brands, and the groups of the column asked for, side by side: tables with intervals.
void cohorts_html(HtmlOut& out, const Explanation& explanation);
/// This round beside the one before.
void rounds_html(HtmlOut& out, const Explanation& explanation);
/// What all messages felt like, and how that ran over time.
void feelings_section_html(HtmlOut& out, const Explanation& explanation);
/// What to ask customers next.
void questions_html(HtmlOut& out, const Explanation& explanation);
/// What was counted, guessed and computed, and how.
void method_html(HtmlOut& out, const Explanation& explanation);

/// "People" or "Messages".
[[nodiscard]] std::string unit_title(Unit unit);
/// Opens <section id="…"> with its heading; close() it twice.
void open_section(HtmlOut& out, std::string_view id, std::string_view heading);

}  // namespace attune
