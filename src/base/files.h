// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whole files in and out.

#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune {

/// All bytes of a regular file of at most `most_bytes`. Refuses with a sentence that names `path`.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t most_bytes);

/// Puts `bytes` at `path`, readable by the owner alone. A regular file (or nothing) is replaced by
/// rename, so that a reader sees the old bytes or the new, never half; a pipe, a device or an open
/// descriptor (/dev/stdout) is written to.
[[nodiscard]] Result<void> replace_file(const std::string& path, std::string_view bytes);

/// Puts `after` in the place of `before`, which the file at `path` holds, by rename; it keeps its
/// mode and owner. Refuses a file that holds something else by now, a link, a pipe, and what is
/// read-only.
[[nodiscard]] Result<void> rewrite_file(const std::string& path, std::string_view before,
                                        std::string_view after);

/// The part of a path after the last slash.
[[nodiscard]] std::string_view file_name(std::string_view path);

}  // namespace attune
