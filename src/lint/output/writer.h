// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every output of lint is: it takes findings one by one, and the totals at the end.

#include <cstdint>
#include <functional>
#include <string_view>

#include "attune/finding.h"
#include "attune/lint.h"
#include "lint/document.h"

namespace attune {

/// Writes findings as they come. `out` gets pieces of output, in order.
/// Can a reader follow it? Without a page that the team publishes, a finding's url names a place in
/// our documentation, which is no link in the team's repository.
[[nodiscard]] inline bool is_link(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

class FindingWriter {
 public:
  using Out = std::function<void(std::string_view)>;
  virtual ~FindingWriter() = default;
  /// From here on a file is spoken of, which may have no finding.
  virtual void begin_file(std::string_view /*file*/) {}
  /// A finding in a file whose bytes are `source`.
  virtual void add(const Finding& finding, std::string_view source) = 0;
  virtual void cleared(const Cleared& /*cleared*/, std::string_view /*file*/) {}
  virtual void finish(const LintTotals& totals) = 0;
};

}  // namespace attune
