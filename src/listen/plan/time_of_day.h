// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of a date that are not the day: a cursor that walks along a value, and the time of day
// with its zone.

#include <optional>
#include <string_view>

namespace attune::dates {

inline bool digit(char c) {
  return c >= '0' && c <= '9';
}

inline bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Walks along a value. Every function moves on only if it found what it looks for.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void step() { ++at_; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void blanks() {
    while (peek() == ' ') ++at_;
  }
  /// A run of `least` to `most` digits, whole.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (digit(peek(n)) && n <= most) value = value * 10 + (text_[at_ + n++] - '0');
    if (n < least || n > most) return std::nullopt;
    at_ += n;
    return value;
  }
  [[nodiscard]] std::size_t digits_ahead() const {
    std::size_t n = 0;
    while (digit(peek(n))) ++n;
    return n;
  }
  std::string_view word() {
    const std::size_t from = at_;
    while (letter(peek())) ++at_;
    return text_.substr(from, at_ - from);
  }
  [[nodiscard]] std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Clock {
  int hour = 0, minute = 0, second = 0;
  std::optional<int> zone_minutes;  ///< East of UTC.
};

/// Minutes east of UTC for the name of a zone ("PST"), or nothing.
[[nodiscard]] std::optional<int> zone_name(std::string_view word);

/// Reads an offset or the name of a zone, if one follows. False if what follows is no good offset.
[[nodiscard]] bool read_zone(Cursor& in, Clock& clock);

/// Reads "11:15", "11:15:59.5 PM", "11:15:59 -0800".
[[nodiscard]] bool read_clock(Cursor& in, Clock& clock);

}  // namespace attune::dates
