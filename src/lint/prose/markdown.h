// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "lint/prose/block_writer.h"

namespace attune {

/// Writes the prose of `source` from `from` on to `out`, in order. Total; O(bytes).
void cut_markdown(std::string_view source, std::size_t from, BlockWriter& out);

}  // namespace attune
