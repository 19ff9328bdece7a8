// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lint/prose/block_writer.h"

namespace attune {

/// Writes the prose of `source` to `out`, in order. Total; O(bytes).
void cut_html(std::string_view source, BlockWriter& out);

}  // namespace attune
