// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string_view>

#include "phrases/book_claims.h"

/// Files of phrases come from users. What is read is within the limits, compiles or is refused, and
/// is found in no place outside the text; the file itself is the text, so that it finds something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!attune::phrases::broken_claim(bytes, bytes).empty()) __builtin_trap();
  return 0;
}
