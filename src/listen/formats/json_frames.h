// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cuts JSON that is not one object a line, an array of objects or objects printed over many lines,
// into its objects, in one pass and in memory bounded by the largest record.
//
// A broken object must not swallow those after it. Where each object starts on a line of its own,
// an object that begins no deeper than the open one did ends the open one, which is rejected.

#include <cstdint>
#include <string>
#include <string_view>

#include "listen/bytes/window.h"

namespace attune {

class JsonFrames {
 public:
  JsonFrames(Window& window, std::size_t limit) : window_(&window), limit_(limit) {}

  /// Moves on to the next object (or to what stands where one should); false at the end.
  [[nodiscard]] Result<bool> next();
  /// Dies with the next call. Padded as Window is.
  [[nodiscard]] std::string_view record() const {
    return shown_.empty() ? window_->unread().substr(0, size_) : std::string_view(shown_);
  }
  [[nodiscard]] std::uint64_t number() const { return line_; }
  /// True if the record is cut off or too long.
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  struct Scan {
    std::size_t at = 0;
    std::size_t depth = 0;
    std::size_t column = 0;  ///< Of the byte at `at`; only blanks stood before it if `blank`.
    bool blank = false;
    bool in_string = false;
    bool escaped = false;
    bool ended = false;
  };

  [[nodiscard]] Result<bool> find_start();
  [[nodiscard]] Result<bool> find_end();
  void step(Scan& scan, char c) const;
  void let_go(Scan& scan);

  Window* window_;
  std::size_t limit_;
  std::size_t size_ = 0;
  std::string shown_;       ///< Of a record that is too long: its beginning. The rest is let go.
  std::size_t column_ = 0;  ///< Of the record's first byte.
  std::uint64_t line_ = 1;
  std::uint64_t lines_inside_ = 0;
  bool broken_ = false;
};

}  // namespace attune
