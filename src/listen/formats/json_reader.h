// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON Lines, and arrays of objects. Objects inside an object become columns named "a.b"; an array
// becomes one cell of compact JSON. `Layout::unnest` names an array column whose elements are the
// records (a thread with its messages): each gets its own columns and those of what it stands in.
// Parsed by simdjson on demand (Keiser and Lemire 2023), in place.

#include <memory>
#include <string>
#include <vector>

#include "listen/formats/record.h"

namespace attune {

class JsonReader final : public RecordReader {
 public:
  JsonReader(Window& window, const Layout& layout, const Limits& limits);
  ~JsonReader() override;

  [[nodiscard]] Result<const Record*> next() override;
  [[nodiscard]] const std::vector<std::string>& columns() const override;
  [[nodiscard]] std::uint64_t passed_over() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace attune
