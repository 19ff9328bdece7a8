// SPDX-License-Identifier: Apache-2.0
#include "phrases/patterns/patterns.h"

#include <algorithm>

#include "base/model_text.h"

namespace attune {

Result<Patterns> Patterns::load(const std::string& folder) {
  const auto files = read_model_folder(folder, "sets.txt");
  if (!files) return tl::unexpected<Error>(files.error());
  PatternReader reader;
  for (const ModelText& file : *files) {
    if (auto done = reader.read(file.name, file.content); !done) {
      return tl::unexpected(done.error());
    }
  }
  return compile(reader.take());
}

Result<Patterns> Patterns::compile(PatternBook book) {
  auto matcher = phrases::TrieMatcher::compile(book);
  if (!matcher) return tl::unexpected(matcher.error());
  return Patterns(std::move(book), std::move(*matcher));
}

std::span<const PatternHit> hits_from(std::span<const PatternHit> hits, std::uint32_t first) {
  const auto at = std::ranges::lower_bound(hits, first, {}, &PatternHit::first);
  return hits.subspan(static_cast<std::size_t>(at - hits.begin()));
}

float pattern_score(const Parse& parse, PatternKind kind, std::uint32_t first, std::uint32_t last) {
  float miss = 1;
  std::uint32_t before = ~0U;
  for (const PatternHit& hit : hits_from(parse.hits, first)) {
    if (hit.first >= last) break;
    if (hit.last > last) continue;
    const PatternSpec& spec = parse.patterns.at(hit.entry);
    if (spec.kind != kind || hit.entry == before) continue;
    before = hit.entry;
    miss *= 1 - spec.p;
  }
  return 1 - miss;
}

float pattern_score(const Parse& parse, PatternKind kind) {
  return pattern_score(parse, kind, 0, static_cast<std::uint32_t>(parse.tokens.size()));
}

}  // namespace attune
