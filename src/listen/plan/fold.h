// SPDX-License-Identifier: Apache-2.0
#pragma once

// Header words and short values, brought to one form so that they can be looked up.

#include <string>
#include <string_view>

namespace attune {

/// Lower case, Latin letters without accents ("ä" is "ae" in German words and here), camelCase and
/// everything that is no letter or digit as one '_': "Review Text", "reviewText" and "REVIEW-TEXT"
/// are all "review_text". Letters beyond Latin stay.
[[nodiscard]] std::string fold_name(std::string_view name);

/// True for what people write where there is nothing: "", "null", "N/A", "-" …
[[nodiscard]] bool says_nothing(std::string_view value);

/// True for a value that stands for nobody in particular: "A Google user", "anonymous" …
[[nodiscard]] bool is_placeholder_person(std::string_view value);

/// True for a text that says nothing: white space, marks that nobody sees, dashes and dots, or what
/// programs write for nothing ("null", "NaN", "n/a"). "None" and "no" are answers of people.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace attune
