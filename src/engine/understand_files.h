// SPDX-License-Identifier: Apache-2.0
#pragma once

// `attune understand`: every message's reading, streamed in input order.

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "attune/result.h"
#include "base/pool.h"
#include "listen/listen.h"
#include "understand/understand.h"

namespace attune {

/// Calls `sink` with JSON Lines, several readings at a time, in input order, until it answers
/// false: then nobody wants more, and no more is read. Memory does not grow with the files. The
/// same bytes at any thread count.
[[nodiscard]] Result<Intake> understand_files(
    std::span<const std::string> paths, const Understander& understander,
    const ListenOptions& options, const Pool& pool,
    const std::function<bool(std::string_view lines)>& sink);

}  // namespace attune
