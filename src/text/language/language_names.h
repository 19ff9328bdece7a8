// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace attune {

/// The English name of a language ("German" of "de"); the code itself where we know none.
[[nodiscard]] std::string_view language_name(std::string_view code);

}  // namespace attune
