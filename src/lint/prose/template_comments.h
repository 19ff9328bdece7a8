// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds what a template engine never prints, however long it is: comments of Liquid, Django, Jinja,
// Twig, Handlebars, Mustache, Blade, ERB, EJS, JSP and MDX, Liquid's documentation, schemas and
// styles, and tags that go over several lines.
//
//   {% comment %}…{% endcomment %}  {# … #}  {{!-- … --}}  {{! … }}  <%# … %>  <%-- … --%>  {/* …
//   */}

#include <optional>
#include <string_view>
#include <vector>

#include "attune/span.h"
#include "lint/prose/placed_text.h"

namespace attune {

/// What is hidden in `source` from `from` on: ascending, apart from each other. A comment that
/// nothing closes hides nothing. O(bytes).
[[nodiscard]] std::vector<Span> template_comments(std::string_view source, std::size_t from);

/// `source` from `from` on without its comments; nothing where it holds none.
[[nodiscard]] std::optional<PlacedText> without_comments(std::string_view source, std::size_t from);

}  // namespace attune
