// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/pattern_file.h"

#include <algorithm>

#include "attune/care.h"
#include "base/hash.h"
#include "phrases/refusal.h"

namespace attune {

Result<phrases::Entry*> PatternReader::begin(const phrases::Heading& heading) {
  PatternSpec spec;
  std::string_view kind = heading.name;
  if (kind.starts_with("care.")) {
    const auto* const care = std::find(kCareNames.begin(), kCareNames.end(), kind.substr(5));
    if (care == kCareNames.end()) {
      return phrases::refuse("no such kind of care:", kind, "those of attune/care.h");
    }
    spec.care = static_cast<std::uint8_t>(care - kCareNames.begin());
    kind = "care";
  }
  const auto* const found = std::find(kPatternKindNames.begin(), kPatternKindNames.end(), kind);
  if (found == kPatternKindNames.end()) {
    std::string cure = "there are";
    for (const std::string_view name : kPatternKindNames) cure += " " + std::string(name);
    return phrases::refuse("no such kind:", kind, cure);
  }
  spec.kind = static_cast<PatternKind>(found - kPatternKindNames.begin());
  spec.id = heading.word;
  spec.key = hash64(spec.id);
  book_.entries.push_back(std::move(spec));
  return &book_.entries.back();
}

/// Patterns say nothing but phrases.
Result<phrases::OwnLine> PatternReader::own_line(std::string_view, bool) {
  return phrases::OwnLine::unknown;
}

}  // namespace attune
