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
// all. What comes last wins: after `disable`, `enable guilt` brings that one kind back. What stands
// behind " -- " is the reason, for people.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"

namespace attune {

class Suppressions {
 public:
  /// O(bytes + comments · log comments).
  explicit Suppressions(std::string_view source);

  /// Is the rule switched off at `span`, or does `span` begin within such a comment? O(log
  /// comments).
  [[nodiscard]] bool covers(std::string_view rule, Span span) const;
  [[nodiscard]] bool empty() const { return comments_.empty(); }

 private:
  /// From `at` on, a name is off (or on again).
  struct Turn {
    std::size_t at = 0;
    std::size_t order = 0;  ///< Of the comment; decides where two turns are at one place.
    bool off = true;
  };
  struct Named {
    std::vector<Turn> turns;  ///< Ascending.
    std::vector<Span> lines;  ///< Ascending; off there, whatever was turned.
  };
  class Reader;
  [[nodiscard]] const Named* find(std::string_view name) const;

  std::vector<Span> comments_;                       ///< Their own words are not copy.
  std::map<std::string, Named, std::less<>> names_;  ///< "" stands for all rules.
};

/// Is `rule` meant by `name`: the same, or a kind or beginning of it up to a hyphen?
[[nodiscard]] bool names_rule(std::string_view name, std::string_view rule);

}  // namespace attune
