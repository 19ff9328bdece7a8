// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that appear whole or not at all: written beside their place (mode 0600) and renamed, and
// only where a regular file stood, or nothing.

#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune {

class NewFile {
 public:
  NewFile() = default;
  /// io where the place cannot be written or holds something that is no regular file.
  [[nodiscard]] static Result<NewFile> create(const std::string& path);
  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&& other) noexcept;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  /// Removes what was not committed.
  ~NewFile();

  [[nodiscard]] bool is_open() const { return file_ >= 0; }
  /// Buffered; an error is kept for commit().
  void write(std::string_view bytes);
  /// Puts the file in its place.
  [[nodiscard]] Result<void> commit();

 private:
  void flush();
  void drop();

  std::string path_, temporary_, buffer_;
  int file_ = -1;
  int error_ = 0;
};

}  // namespace attune
