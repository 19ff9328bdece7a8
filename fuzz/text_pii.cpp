// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/pii/pii.h"

// The bytes are one message; what is found needs no model.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  attune::Tokens tokens;
  attune::tokenise(text, tokens);
  std::vector<attune::PiiSpan> found;
  attune::PiiFinder().find(text, tokens, found);
  std::uint32_t last = 0;
  for (const attune::PiiSpan& one : found) {
    if (one.span.begin < last || one.span.empty() || one.span.end > text.size()) std::abort();
    last = one.span.end;
  }
  if (attune::mask(text, found).empty() && size > 0) std::abort();
  return 0;
}
