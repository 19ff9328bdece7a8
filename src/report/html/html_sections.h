// SPDX-License-Identifier: Apache-2.0
#pragma once

// Feelings and questions on the page, and what its sections share. Each writes one <section>, or
// nothing where there is nothing to say.

#include <cstddef>
#include <string>
#include <string_view>

#include "attune/explanation.h"
#include "report/html/html_out.h"

namespace attune {

/// What all messages felt like, and how that ran over time.
void feelings_section_html(HtmlOut& out, const Explanation& explanation);
/// The complaints that are part of no problem, folded away: to be read, not ranked.
void no_topic_html(HtmlOut& out, const Explanation& explanation, std::size_t bytes);
/// What to ask customers next.
void questions_html(HtmlOut& out, const Explanation& explanation);

/// "People" or "Messages".
[[nodiscard]] std::string unit_title(Unit unit);
/// Opens <section id="…"> with its heading; close() it twice.
void open_section(HtmlOut& out, std::string_view id, std::string_view heading);

}  // namespace attune
