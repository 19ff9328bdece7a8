// SPDX-License-Identifier: Apache-2.0
#include "understand/care.h"

#include <algorithm>
#include <array>

namespace attune {

namespace {

/// Signs below this are not worth showing.
constexpr float kLeast = 0.3F;
constexpr std::size_t kNone = ~std::size_t{0};

/// Illness or disability of "him" or "her" is somebody the writer cares for.
Care kind_of(const Parse& parse, const PatternHit& hit) {
  const auto kind = static_cast<Care>(parse.patterns.at(hit.entry).care);
  if (kind != Care::illness && kind != Care::disability) return kind;
  const std::string_view first = parse.tokens.word(hit.first);
  const bool other = first == "he" || first == "she" || first == "he's" || first == "she's" ||
                     first == "his" || first == "her";
  return other ? Care::caring : kind;
}

}  // namespace

CareSigns find_care(const Parse& parse) {
  CareSigns signs;
  std::array<std::size_t, kCareNames.size()> last_of{};  // Its index in `signs`.
  last_of.fill(kNone);
  for (const PatternHit& hit : parse.hits) {
    const PatternSpec& spec = parse.patterns.at(hit.entry);
    if (spec.kind != PatternKind::care || spec.p < kLeast) continue;
    const Span span{parse.tokens.list[hit.first].span.begin,
                    parse.tokens.list[hit.last - 1].span.end};
    const Care kind = kind_of(parse, hit);
    // Hits come in order, so signs of one kind are disjoint and only its last can be touched.
    std::size_t& last = last_of[static_cast<std::size_t>(kind)];
    if (last == kNone || span.begin >= signs[last].span.end) {
      last = signs.size();
      signs.push_back({kind, span, spec.p});
      continue;
    }
    CareSign& same = signs[last];
    same.span.end = std::max(same.span.end, span.end);
    same.p = std::max(same.p, spec.p);
  }
  std::stable_sort(signs.begin(), signs.end(),
                   [](const CareSign& a, const CareSign& b) { return a.span < b.span; });
  return signs;
}

}  // namespace attune
