// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that appear whole or not at all: written without a name in the folder of their place (mode
// 0600) and put there when complete, and only where a regular file stood, or nothing. Whatever ends
// the program, nothing half is left. Where the file system knows no nameless files, the file has a
// name of its own until then, which signals remove. A pipe, a device or an open descriptor
// (/dev/stdout) is written to as it stands; a reader of it who leaves had enough, which is no
// fault.

#include <string>
#include <string_view>

#include "attune/result.h"
#include "base/unfinished.h"

namespace attune {

/// Does `path` stand for an open descriptor (/dev/stdout, /dev/fd/63)?
[[nodiscard]] bool is_open_already(std::string_view path);

/// Would a NewFile be let at `path`? Asked before long work; leaves no trace and waits for nobody.
[[nodiscard]] Result<void> can_replace(const std::string& path);

class NewFile {
 public:
  NewFile() = default;
  /// io where the place cannot be written, or holds a folder, a link or what is read-only.
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
  /// Gives the file the mode and the owner of the one at its place. Kept as an error where the
  /// system does not let us.
  void take_mode();
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
  bool in_place_ = false;  ///< Written to as it stands.
};

}  // namespace attune
