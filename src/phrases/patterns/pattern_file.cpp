// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/pattern_file.h"

#include <algorithm>
#include <array>

#include "attune/care.h"
#include "base/hash.h"
#include "phrases/refusal.h"

namespace attune {

namespace {

constexpr std::array<std::string_view, 3> kTurns = {"bad", "neutral", "good"};  // As Polarity.

/// Which of `names` the word is; refuses another one and calls it no such `what`.
template <class Names>
Result<std::uint8_t> place_in(const Names& names, std::string_view word, std::string_view what) {
  const auto* const found = std::ranges::find(names, word);
  if (found != names.end()) return static_cast<std::uint8_t>(found - names.begin());
  std::string cure = "there are";
  for (const std::string_view name : names) cure += " " + std::string(name);
  return phrases::refuse("no such " + std::string(what) + ":", word, cure);
}

}  // namespace

Result<phrases::Entry*> PatternReader::begin(const phrases::Heading& heading) {
  PatternSpec spec;
  std::string_view kind = heading.name;
  if (kind.starts_with("care.")) {
    const auto care = place_in(kCareNames, kind.substr(5), "kind of care");
    if (!care) return tl::unexpected(care.error());
    spec.care = *care;
    kind = "care";
  }
  if (kind.starts_with("turn.")) {
    const auto turned = place_in(kTurns, kind.substr(5), "turn");
    if (!turned) return tl::unexpected(turned.error());
    spec.turned = static_cast<Polarity>(*turned);
    kind = "turn";
  }
  const auto found = place_in(kPatternKindNames, kind, "kind");
  if (!found) return tl::unexpected(found.error());
  spec.kind = static_cast<PatternKind>(*found);
  spec.id = heading.word;
  spec.key = hash64(spec.id);
  book_.entries.push_back(std::move(spec));
  return &book_.entries.back();
}

/// Patterns say nothing but phrases, and turns what these mean.
Result<phrases::OwnLine> PatternReader::own_line(std::string_view line, bool in_entry) {
  if (!line.starts_with("> ")) return phrases::OwnLine::unknown;
  if (!in_entry || book_.entries.back().kind != PatternKind::turn) {
    return phrases::refuse("plain words outside a turn:", line,
                           "begin one with [turn.good] above them");
  }
  book_.entries.back().plain = line.substr(2);
  return phrases::OwnLine::taken;
}

}  // namespace attune
