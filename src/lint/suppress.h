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
// behind " -- " is the reason, for people. In Markdown, code is no comment.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"
#include "lint/prose/prose.h"

namespace attune {

/// A name in such a comment.
struct SuppressedName {
  Span span;              ///< Of the name, or of "attune-disable" where all are meant.
  std::string_view name;  ///< "" stands for all rules.
  bool enables = false;
  bool used = false;  ///< It has switched off a finding.
};

struct SuppressingComment {
  Span span;              ///< From "attune-" to the end of its words.
  bool reasoned = false;  ///< Words stand behind " -- ".
  bool enables = false;
};

/// The comments of one file. Borrowed.
class Suppressions {
 public:
  /// O(bytes + comments · log comments).
  explicit Suppressions(std::string_view source, Markup markup = Markup::plain);

  /// Is the rule switched off at `span`, or does `span` begin within such a comment? Marks the name
  /// that did it as used. O(log comments).
  [[nodiscard]] bool covers(std::string_view rule, Span span);
  [[nodiscard]] bool empty() const { return comments_.empty(); }
  [[nodiscard]] const std::vector<SuppressingComment>& comments() const { return comments_; }
  /// The names of all comments, in order.
  [[nodiscard]] const std::vector<SuppressedName>& names() const { return mentions_; }

 private:
  /// From `at` on, a name is off (or on again).
  struct Turn {
    std::size_t at = 0;
    std::size_t order = 0;  ///< Of the comment; decides where two turns are at one place.
    bool off = true;
    std::size_t mention = 0;
  };
  struct Line {
    Span span;
    std::size_t mention = 0;
  };
  struct Named {
    std::vector<Turn> turns;  ///< Ascending.
    std::vector<Line> lines;  ///< Ascending; off there, whatever was turned.
  };
  class Reader;
  [[nodiscard]] const Named* find(std::string_view name) const;

  std::vector<SuppressingComment> comments_;  ///< Their own words are not copy.
  std::vector<SuppressedName> mentions_;
  std::map<std::string, Named, std::less<>> names_;  ///< "" stands for all rules.
};

}  // namespace attune
