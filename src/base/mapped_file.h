// SPDX-License-Identifier: Apache-2.0
#pragma once

// A file's bytes, read-only, shared with every process that maps the same file.

#include <span>
#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune {

class MappedFile {
 public:
  /// Refuses what cannot be opened or is empty.
  [[nodiscard]] static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// Valid while the object lives, also after a move; begins at a page.
  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  [[nodiscard]] std::string_view text() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
  }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

}  // namespace attune
