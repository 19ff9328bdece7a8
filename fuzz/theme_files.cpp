// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string_view>

#include "engine/theme_edits.h"
#include "report/json/memory_json.h"
#include "report/json/read_memory.h"

/// What an earlier round of themes remembered, and the edits that people write.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 1) {
    (void)attune::read_theme_edits(text);
    return 0;
  }
  const auto memory = attune::read_theme_memory(text);
  if (!memory) return 0;
  // What was read can be written and read again, and is the same but for rounded counts.
  attune::JsonOut out;
  out.begin_object().key("themes").begin_array().end_array().key("memory");
  attune::memory_json(out, *memory);
  const auto again = attune::read_theme_memory(out.end_object().take());
  if (!again || again->themes.size() != memory->themes.size()) __builtin_trap();
  return 0;
}
