// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which rules one run is limited to, whatever a team's configuration says. Of several names that
// fit a rule the longest decides, and of equals the one to ignore:
//
//   --select guilt,false-urgency --ignore guilt-debt

#include <cstdint>
#include <string_view>
#include <vector>

#include "attune/lint.h"
#include "attune/result.h"
#include "lint/rule.h"

namespace attune {

/// What a selection says of a rule: nothing; that it is heard, though a configuration or its
/// author switched it off; that it is not.
enum class Standing : std::uint8_t { settled, on, off };

class Selection {
 public:
  /// Says nothing of any rule.
  Selection() = default;
  /// Refuses a name that no rule of `book` has.
  [[nodiscard]] static Result<Selection> make(const RuleSelection& asked, const RuleBook& book);

  /// Of the rule at `entry` of the book.
  [[nodiscard]] Standing of(std::size_t entry) const {
    return entry < standings_.size() ? standings_[entry] : Standing::settled;
  }
  /// The same by its id.
  [[nodiscard]] Standing of(std::string_view rule) const;
  /// Are there rules that it says something of?
  [[nodiscard]] bool limits() const { return !standings_.empty(); }
  /// Findings of less weight are not told.
  [[nodiscard]] Severity least() const { return asked_.least; }

 private:
  RuleSelection asked_;
  std::vector<Standing> standings_;  ///< One a rule; empty where nothing is said.
};

}  // namespace attune
