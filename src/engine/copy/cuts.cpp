// SPDX-License-Identifier: Apache-2.0
#include "engine/copy/cuts.h"

#include <algorithm>

namespace attune {

std::string without(std::string_view bytes, const std::vector<Span>& cuts) {
  std::string left;
  std::size_t from = 0;
  for (const Span cut : cuts) {
    left.append(bytes.substr(from, cut.begin - from));
    from = cut.end;
  }
  return left.append(bytes.substr(from));
}

std::vector<Span> moved(std::vector<Span> spans, const std::vector<Span>& cuts) {
  const auto place = [&](std::uint32_t at) {
    std::uint32_t gone = 0;
    for (const Span cut : cuts) {
      if (cut.begin < at) gone += std::min(at, cut.end) - cut.begin;
    }
    return at - gone;
  };
  for (Span& span : spans) span = {place(span.begin), place(span.end)};
  return spans;
}

}  // namespace attune
