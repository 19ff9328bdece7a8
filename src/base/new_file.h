// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that appear whole or not at all: written without a name in the folder of their place (mode
// 0600) and put there when complete, and only where a regular file stood, or nothing. Whatever ends
// the program, nothing half is left. Where the file system knows no nameless files, the file has a
// name of its own until then, which signals remove.

#include <string>
#include <string_view>

#include "attune/result.h"
#include "base/unfinished.h"

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
  [[nodiscard]] bool open_nameless(const std::string& folder);
  [[nodiscard]] bool open_named(const std::string& folder);
  /// Sets error_ where it fails.
  void put_in_place();
  void give_name();
  void flush();
  void drop();

  std::string path_, buffer_;
  std::string temporary_;  ///< Empty while the file has no name.
  Unfinished unfinished_;  ///< The temporary name, for signals.
  int file_ = -1;
  int error_ = 0;
};

}  // namespace attune
