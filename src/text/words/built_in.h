// SPDX-License-Identifier: Apache-2.0
#pragma once

// models/words/words.txt as the program was built with it. cmake/embed.cmake writes the source.

#include <string_view>

namespace attune {

[[nodiscard]] std::string_view built_in_words();

}  // namespace attune
