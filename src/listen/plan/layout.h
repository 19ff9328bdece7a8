// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a file is laid out, worked out from its beginning: JSON Lines, an array of JSON objects, CSV
// and its kin (which delimiter, a header or none, extra header rows as survey tools write them), or
// plain lines.

#include <string_view>
#include <vector>

#include "attune/intake.h"
#include "attune/result.h"
#include "listen/formats/record.h"

namespace attune {

struct Found {
  Layout layout;
  std::vector<Assumption> assumed;  ///< What a person should know of it.
};

/// `sample` is the decoded beginning of the file `name`; `complete` if it is all of it. bad_input
/// for an empty file, or a header of more columns than the limit.
[[nodiscard]] Result<Found> find_layout(std::string_view sample, bool complete,
                                        std::string_view name, const Limits& limits);

}  // namespace attune
