// SPDX-License-Identifier: Apache-2.0
#pragma once

// Settles claims on bytes of one text: whoever comes first holds them.
//
//   DisjointSpans taken;
//   taken.take({0, 5});  // true
//   taken.take({3, 9});  // false: the first one holds 3 and 4

#include <iterator>
#include <set>

#include "attune/span.h"

namespace attune {

/// True if both hold a byte. Spans are not empty.
[[nodiscard]] inline bool overlap(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// Spans that do not overlap, by their place: a new one is held against its two neighbours alone.
class DisjointSpans {
 public:
  /// False, and not taken, if the span is empty or overlaps one that is. O(log n).
  bool take(const Span& span) {
    if (span.empty()) return false;
    const auto next = spans_.lower_bound(span);
    if (next != spans_.end() && overlap(*next, span)) return false;
    if (next != spans_.begin() && overlap(*std::prev(next), span)) return false;
    spans_.insert(next, span);
    return true;
  }

 private:
  std::set<Span> spans_;
};

}  // namespace attune
