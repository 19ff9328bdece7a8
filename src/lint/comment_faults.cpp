// SPDX-License-Identifier: Apache-2.0
#include "lint/comment_faults.h"

#include <algorithm>

#include "lint/rule_names.h"

namespace attune {

std::vector<CommentFault> comment_faults(const Suppressions& comments, const Rules& rules,
                                         bool all_heard) {
  std::vector<CommentFault> faults;
  const auto add = [&](std::string_view rule, Span span, std::string more = {}) {
    const Rule* const found = rules.find(rule);
    if (found != nullptr) faults.push_back({found, span, std::move(more)});
  };
  for (const SuppressingComment& comment : comments.comments()) {
    if (!comment.enables && !comment.reasoned) add("suppression-without-reason", comment.span);
  }
  for (const SuppressedName& one : comments.names()) {
    const std::string unknown =
        one.name.empty() ? std::string() : no_such_rule(one.name, rules.book());
    if (!unknown.empty()) {
      add("suppression-unknown", one.span, " " + unknown + (unknown.ends_with('?') ? "" : "."));
    } else if (all_heard && !one.used && !one.enables) {
      add("suppression-unused", one.span);
    }
  }
  std::stable_sort(faults.begin(), faults.end(), [](const CommentFault& a, const CommentFault& b) {
    return a.span.begin < b.span.begin;
  });
  return faults;
}

}  // namespace attune
