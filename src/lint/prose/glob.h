// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace attune {

/// Does `path` match? `*` and `?` stay within a folder, `**` does not.
[[nodiscard]] bool glob_matches(std::string_view glob, std::string_view path);

}  // namespace attune
