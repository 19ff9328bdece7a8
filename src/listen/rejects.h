// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows that could not be used, given back as CSV with line and reason, so that nothing is lost
// in silence. Made only if there is one; where it cannot be written, the run goes on with a
// warning.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/new_file.h"

namespace attune {

class Rejects {
 public:
  /// An empty `path`: rejects are counted, not kept. `with_file` adds a column that names the file.
  Rejects(std::string path, bool with_file) : path_(std::move(path)), with_file_(with_file) {}

  /// Those of one file, beside it. What stands there and holds no rejects is not replaced.
  [[nodiscard]] static Rejects beside(const std::string& file);

  struct Row {
    std::string_view file;
    std::uint64_t line = 0;
    std::uint64_t record = 0;
    std::string_view reason;
    std::string_view raw;  ///< Cut after 64 KiB; what is not UTF-8 becomes U+FFFD.
  };
  void add(const Row& row);

  /// Puts the file in its place. Returns a warning, or nothing.
  [[nodiscard]] std::string finish();
  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// True once finish() has put a file at path().
  [[nodiscard]] bool written() const { return written_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void open();
  void cell(std::string_view text, char after);

  std::string path_;
  bool with_file_;
  bool keep_strange_ = false;
  std::uint64_t count_ = 0;
  NewFile file_;
  std::string why_not_;
  std::string line_;
  bool written_ = false;
};

}  // namespace attune
