// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every output of lint is: it takes findings one by one, and the totals at the end.

#include <cstdint>
#include <functional>
#include <string_view>

#include "attune/finding.h"
#include "lint/document.h"

namespace attune {

struct LintTotals {
  std::uint64_t files = 0;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  std::uint64_t suggestions = 0;
  std::uint64_t cleared = 0;

  void count(Severity severity) {
    errors += severity == Severity::error ? 1 : 0;
    warnings += severity == Severity::warning ? 1 : 0;
    suggestions += severity == Severity::suggestion ? 1 : 0;
  }
  [[nodiscard]] bool loud() const { return errors + warnings > 0; }
};

/// Writes findings as they come. `out` gets pieces of output, in order.
class FindingWriter {
 public:
  using Out = std::function<void(std::string_view)>;
  virtual ~FindingWriter() = default;
  /// A finding in a file whose bytes are `source`.
  virtual void add(const Finding& finding, std::string_view source) = 0;
  virtual void cleared(const Cleared& /*cleared*/, std::string_view /*file*/) {}
  virtual void finish(const LintTotals& totals) = 0;
};

}  // namespace attune
