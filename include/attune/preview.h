// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `--dry-run` shows: files as they would be read.

#include <vector>

#include "attune/intake.h"
#include "attune/message.h"

namespace attune {

/// The first ten records of each file as they would be read, and everything assumed.
struct Preview {
  std::vector<Message> messages;
  Intake intake;  ///< Of those first records.
};

}  // namespace attune
