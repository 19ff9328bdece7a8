// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a file of rejects is called and how it is known again, whatever it is called.

#include <string>
#include <string_view>

namespace attune {

inline constexpr std::string_view kRejectsHeader = "line,record,reason,row";
inline constexpr std::string_view kRejectsHeaderOfMany = "file,line,record,reason,row";

/// Where the rejects of `file` go unless it is said otherwise.
[[nodiscard]] std::string rejects_path_of(const std::string& file);
/// Is this a file of rejects, as an earlier run has left it? By its first line.
[[nodiscard]] bool holds_rejects(const std::string& path);

}  // namespace attune
