// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the words above a column say about what stands in it, in the languages of the files that
// people export: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish.

#include <string_view>

#include "listen/plan/mapping.h"

namespace attune {

/// How well a column's name fits `field`, in [0, 1]; 0: it says nothing. For "a.b" the last part
/// counts. 1 is reserved for names that leave no doubt.
[[nodiscard]] double name_fit(Field field, std::string_view name);

/// True for a name that tells of something about a text ("sentiment_gold", "review_date") and so
/// never of the text itself.
[[nodiscard]] bool about_text(std::string_view name);

/// True if the name fits any field well: a sign that a row is a header.
[[nodiscard]] bool known_header(std::string_view name);

}  // namespace attune
