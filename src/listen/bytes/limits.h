// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a stranger's file may cost us. A record over a limit is rejected with a reason; a file over
// one is refused. Memory stays within a small multiple of `max_record_bytes`.

#include <cstddef>
#include <cstdint>

namespace attune {

struct Limits {
  std::size_t max_field_bytes = 1U << 20;
  std::size_t max_record_bytes = 8U << 20;
  std::size_t max_columns = 4096;
  std::size_t max_name_bytes = 16U << 10;    ///< Of a column …
  std::size_t max_names_bytes = 192U << 10;  ///< … and of all: each row given back carries them.
  std::size_t max_depth = 64;                ///< Of nested JSON.
  std::uint64_t max_inflated_bytes = 64ULL << 30;
  std::uint64_t max_inflate_ratio = 200;      ///< Inflated bytes for each compressed one …
  std::uint64_t ratio_free_bytes = 32 << 20;  ///< … once this many came out.
};

}  // namespace attune
