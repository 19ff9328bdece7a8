// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "attune/interval.h"
#include "attune/theme.h"

namespace attune {

/// Complaints that share no topic with others, or do not say of what.
struct LooseStruggles {
  Share reach;                  ///< Units that have no other complaint.
  std::vector<Quote> evidence;  ///< A sentence of each, some of many; in order of the file.
};

}  // namespace attune
