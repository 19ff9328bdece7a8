// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace attune::phrases {

/// Is a number the face of a running clock: with seconds behind a second colon (07:25:41), or with
/// its units written on (34Seconds, 00DAYS02HRS)? A unit of one letter counts only beside another
/// (12h30m): "24h" and "5m" are plain numbers. `word` begins with a digit; letters of any size.
[[nodiscard]] bool is_timer(std::string_view word);

}  // namespace attune::phrases
