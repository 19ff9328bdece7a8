// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `attune explain` is asked, and what it answers.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attune/explanation.h"
#include "attune/input.h"
#include "attune/intake.h"
#include "attune/message.h"

namespace attune {

struct ExplainRequest {
  Input input;
  std::vector<Attribute> where;       ///< Keep only records whose field or attribute is this.
  std::optional<std::int64_t> since;  ///< Keep only records from this moment on (seconds, UTC).
  std::string by;                     ///< Field or attribute to compare people by; empty: none.
  std::string compare_with;           ///< File with an earlier explanation as JSON; empty: none.
  std::uint64_t seed = 1;
  std::size_t top = 8;         ///< Problems, needs and praise shown, each at most.
  bool show_personal = false;  ///< Quotes unmasked.
  bool rows = false;           ///< Ask for ExplainAnswer::rows.
  /// Told now and then how many records have been read; empty: not told.
  std::function<void(std::uint64_t read)> progress;
};

struct ExplainAnswer {
  Intake intake;
  /// Sentences: what was asked for (where, by) and no record has. Then nothing is explained.
  std::vector<std::string> missing;
  Explanation explanation;
  std::string rows;  ///< The user's own rows as CSV, with what was understood; if asked for.
};

}  // namespace attune
