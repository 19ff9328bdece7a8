// SPDX-License-Identifier: Apache-2.0
// What git prints of a file: any bytes are read, and the lines found lie in the file, in order.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/copy/changed_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = attune::added_lines(bytes);
  for (const attune::LineRange& range : lines) {
    if (range.first == 0 || range.last < range.first) std::abort();
  }
  std::uint32_t from = 0;
  for (const attune::Span span : attune::bytes_of_lines(bytes, lines)) {
    if (span.begin < from || span.end <= span.begin || span.end > size) std::abort();
    from = span.end;
  }
  return 0;
}
