// SPDX-License-Identifier: Apache-2.0
#include "lint/values/scalar.h"

#include <algorithm>

#include "text/utf8.h"

namespace attune {

namespace {

bool white(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Walks through a value and what was written for it, side by side.
class ScalarWalk {
 public:
  ScalarWalk(std::string_view value, std::string_view source, std::size_t begin)
      : value_(value), source_(source), begin_(std::min(begin, source.size())), at_(begin_) {}

  PlacedText run() {
    skip_properties();
    open();
    while (next_ < value_.size() && step()) {
    }
    if (value_.find_first_not_of(" \t\r\n", next_) != std::string_view::npos) {
      placed_ = {};
      placed_.stand_in(value_, rest_of_line());
    }
    return std::move(placed_);
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  /// From where the value is said to begin; one byte at least.
  [[nodiscard]] Span rest_of_line() const {
    const std::size_t begin = std::min(begin_, std::max<std::size_t>(source_.size(), 1) - 1);
    return span(begin, std::max(begin + 1, std::min(source_.find('\n', begin), source_.size())));
  }
  [[nodiscard]] char here() const { return at_ < source_.size() ? source_[at_] : '\0'; }
  [[nodiscard]] char after() const { return at_ + 1 < source_.size() ? source_[at_ + 1] : '\0'; }

  /// "&anchor" and "!tag" of YAML.
  void skip_properties() {
    while (here() == '&' || here() == '!') {
      while (at_ < source_.size() && !white(source_[at_])) ++at_;
      while (at_ < source_.size() && white(source_[at_])) ++at_;
    }
  }
  /// The mark before the first byte of the value: a quote, or the head of a block.
  void open() {
    const char c = here();
    if (c == '"' || c == '\'') {
      quote_ = c;
      ++at_;
    } else if (c == '|' || c == '>') {
      at_ = std::min(source_.find('\n', at_), source_.size());
    }
  }
  /// Finds the next byte or character of the value. Ends the walk where it cannot.
  bool step() {
    if (at_ >= source_.size()) return false;
    const char wanted = value_[next_];
    if (quote_ == '"' && here() == '\\') return escaped();
    if (quote_ != 0 && here() == quote_) {
      if (after() != quote_ || wanted != quote_) return false;
      return take(1, 2);
    }
    if (here() == wanted) return take(1, 1);
    if (!white(here())) return false;
    if (wanted == ' ' || wanted == '\n') return take(1, folded());
    ++at_;  // Indentation, and the line ends that folding drops.
    return true;
  }
  /// Bytes up to the end of this line, if nothing else stands there: one blank of the value.
  [[nodiscard]] std::size_t folded() const {
    std::size_t end = at_;
    while (end < source_.size() && white(source_[end])) {
      if (source_[end++] == '\n') return end - at_;
    }
    return 1;
  }
  bool escaped() {
    const char kind = after();
    if (kind == '\n' || kind == '\r') {  // The line goes on, in YAML.
      ++at_;
      while (at_ < source_.size() && white(source_[at_])) ++at_;
      return true;
    }
    const CodePoint point = decode(value_, next_);
    std::size_t length = 2;
    if (kind == 'x') length = 4;
    if (kind == 'u') length = point.code > 0xFFFF ? 12 : 6;  // Two surrogates, in JSON.
    if (kind == 'U') length = 10;
    return take(point.length, length);
  }
  /// `bytes` of the value stand for `length` bytes here.
  bool take(std::size_t bytes, std::size_t length) {
    if (at_ + length > source_.size()) return false;
    if (bytes == length) {
      placed_.add(value_.substr(next_, bytes), static_cast<std::uint32_t>(at_));
    } else {
      placed_.stand_in(value_.substr(next_, bytes), span(at_, at_ + length));
    }
    next_ += bytes;
    at_ += length;
    return true;
  }

  std::string_view value_;
  std::string_view source_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t next_ = 0;  ///< The next byte of the value.
  char quote_ = 0;
  PlacedText placed_;
};

}  // namespace

PlacedText place_scalar(std::string_view value, std::string_view source, std::size_t begin) {
  return ScalarWalk(value, source, begin).run();
}

}  // namespace attune
