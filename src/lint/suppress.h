// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comments that switch rules off, in any comment syntax:
//
//   <!-- attune-disable guilt -- charity appeal, agreed with the board -->
//   {# attune-disable-next-line false-urgency, scarcity -- the hall holds thirty #}
//   [//]: # (attune-enable guilt)
//
// `attune-disable` holds from the start of its line to `attune-enable` or the end of the file;
// `-line` and `-next-line` for one line. A name is a rule or the kind it begins with; none means
// all. What stands behind " -- " is the reason, for people.

#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"

namespace attune {

class Suppressions {
 public:
  explicit Suppressions(std::string_view source);

  /// Is the rule switched off at `span`, or does `span` lie within such a comment?
  [[nodiscard]] bool covers(std::string_view rule, Span span) const;
  [[nodiscard]] bool empty() const { return ranges_.empty(); }

 private:
  struct Range {
    std::vector<std::string> rules;  ///< Empty: all.
    Span span;
  };
  void read_at(std::string_view source, std::size_t at);
  void enable(const std::vector<std::string>& rules, std::size_t at);

  std::vector<Range> ranges_;
};

/// Is `rule` meant by `name`: the same, or a kind or beginning of it up to a hyphen?
[[nodiscard]] bool names_rule(std::string_view name, std::string_view rule);

}  // namespace attune
