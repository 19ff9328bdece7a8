// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cuts a window into lines, or into records of several lines, with a bound on their size.

#include <cstdint>
#include <string>
#include <string_view>

#include "listen/bytes/window.h"

namespace attune {

class Lines {
 public:
  /// `end_of_line` is '\n' (a '\r' before it belongs to it) or '\r'. `window` is borrowed.
  Lines(Window& window, char end_of_line, std::size_t limit)
      : window_(&window), end_of_line_(end_of_line), limit_(limit) {}

  /// Moves on to the next line; false at the end of the text.
  [[nodiscard]] Result<bool> next();
  /// Adds one line more to the record; false where there is none or the record would grow beyond
  /// the limit.
  [[nodiscard]] Result<bool> extend();
  /// Gives back what extend() added.
  void shrink_to_first_line();

  /// The record without its last line end. Dies with the next call.
  [[nodiscard]] std::string_view record() const { return window_->unread().substr(0, size_); }
  /// True if the line is longer than the limit: record() is just its beginning.
  [[nodiscard]] bool too_long() const { return too_long_; }
  /// 1-based numbers of the record's first line and of its last.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  [[nodiscard]] std::uint64_t last_number() const { return number_ + spans_ - 1; }

 private:
  [[nodiscard]] Result<bool> find_end(std::size_t from);
  [[nodiscard]] Result<bool> skip_rest_of_line();

  Window* window_;
  char end_of_line_;
  std::size_t limit_;
  std::size_t size_ = 0;   ///< Of the record, without its last line end.
  std::size_t taken_ = 0;  ///< … with it: what next() skips.
  std::size_t first_size_ = 0, first_taken_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t spans_ = 1;  ///< Lines in the record.
  bool too_long_ = false;
};

}  // namespace attune
