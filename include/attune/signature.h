// SPDX-License-Identifier: Apache-2.0
#pragma once

// Does attune still say what it said? Every room reads a small fixed corpus (tests/signature/ and
// the example), and the hash of what each gives is compared with the one that was written down.
// Nothing in it depends on threads or clocks, and numbers are rounded before they are hashed, as
// they are before people see them.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"

namespace attune {

/// What one room gives for the corpus.
struct RoomOutput {
  std::string_view room;  ///< "listen"; points at a constant.
  std::string bytes;      ///< JSON Lines, and documents as people get them.
};

/// All rooms, in the order of the data: listen, text, understand, themes, measure, explain, report,
/// lint. Paths are relative to the folder of attune's source, in which this must run. Refuses a
/// file or a model that cannot be read. About a second.
[[nodiscard]] Result<std::vector<RoomOutput>> signature(const std::string& models_dir,
                                                        std::size_t threads);

/// A line a room ("listen 3f9c51d0a7e34b18"), then one of "all". The first that differs from
/// another build's says where the difference begins.
[[nodiscard]] std::string signature_lines(std::span<const RoomOutput> rooms);

}  // namespace attune
