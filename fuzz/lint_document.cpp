// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lint/document.h"
#include "lint/output/output.h"

namespace {

const attune::Rules& rules() {
  static const attune::Rules loaded = *attune::Rules::load(ATTUNE_RULES);
  return loaded;
}

/// The first byte chooses markup and format; every span must lie in the source.
void lint(std::string_view source, attune::Markup markup, attune::LintFormat format) {
  std::size_t bytes = 0;
  const auto writer = attune::make_writer(format, false, rules().book(),
                                          [&](std::string_view piece) { bytes += piece.size(); });
  attune::LintTotals totals;
  attune::LintSinks sinks;
  sinks.finding = [&](const attune::Finding& finding) {
    if (finding.span.empty() || finding.span.end > source.size()) std::abort();
    const attune::Span cut = finding.fix.value_or(finding.span);
    if (cut.begin > finding.span.begin || cut.end < finding.span.end || cut.end > source.size())
      std::abort();
    totals.count(finding.severity);
    writer->add(finding, source);
  };
  attune::LintState state;
  const attune::LintConfig config;
  attune::lint_document({source, "f", markup}, {rules(), config}, sinks, state);
  writer->finish(totals);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto markup = static_cast<attune::Markup>(data[0] % attune::kMarkups);
  const auto format = static_cast<attune::LintFormat>(data[0] / attune::kMarkups % 6);
  lint({reinterpret_cast<const char*>(data) + 1, size - 1}, markup, format);
  return 0;
}
