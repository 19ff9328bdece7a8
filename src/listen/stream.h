// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can be read only once (standard input, a pipe), made readable again from its start: whoever
// looks twice at a file must get the same answer from a pipe. What has passed is held, in memory at
// first and then in a temporary file without a name, until nobody needs it any more.

#include <cstdint>
#include <span>
#include <string>

#include "attune/result.h"

namespace attune {

class Stream {
 public:
  /// `path` "-" is standard input. Opened when it is first read.
  explicit Stream(std::string path) : path_(std::move(path)) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream();

  /// Some of the bytes from `at` on; none at the end. io where they cannot be read, or not held.
  [[nodiscard]] Result<std::size_t> read(std::uint64_t at, std::span<char> out);
  /// Reads all there is and says how much.
  [[nodiscard]] Result<std::uint64_t> size();
  /// From now on there is one reader, and it does not go back.
  void forget() { holding_ = false; }

 private:
  [[nodiscard]] Result<std::size_t> read_held(std::uint64_t at, std::span<char> out) const;
  [[nodiscard]] Result<std::size_t> read_on(std::span<char> out);
  [[nodiscard]] Result<void> hold(std::span<const char> bytes);
  void let_go();

  std::string path_;
  int file_ = -1;
  int held_file_ = -1;
  std::string head_;        ///< The first bytes held …
  std::uint64_t held_ = 0;  ///< … and how many are, with those in the file.
  bool holding_ = true;
};

/// Opens `path` for reading ("-": standard input): not_found, bad_input for a directory, io.
[[nodiscard]] Result<int> open_to_read(const std::string& path);

}  // namespace attune
