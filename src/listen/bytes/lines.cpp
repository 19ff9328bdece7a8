// SPDX-License-Identifier: Apache-2.0
#include "listen/bytes/lines.h"

namespace attune {

namespace {
constexpr std::size_t kShownOfLongLine = 4096;
}

/// Sets size_ and taken_ for the line that begins at `from`; false if nothing is there.
Result<bool> Lines::find_end(std::size_t from) {
  std::size_t searched = from;
  for (;;) {
    const std::string_view text = window_->unread();
    const std::size_t end = text.find(end_of_line_, searched);
    if (end != std::string_view::npos) {
      const bool crlf = end_of_line_ == '\n' && end > from && text[end - 1] == '\r';
      size_ = crlf ? end - 1 : end;
      taken_ = end + 1;
      return true;
    }
    searched = text.size();
    if (searched > limit_ + 2) {
      too_long_ = true;
      return true;
    }
    auto more = window_->more();
    if (!more) return more;
    if (*more) continue;
    size_ = taken_ = searched;
    if (end_of_line_ == '\n' && size_ > from && text.back() == '\r') --size_;
    return searched > from;
  }
}

Result<bool> Lines::skip_rest_of_line() {
  for (;;) {
    const std::string_view text = window_->unread();
    const std::size_t end = text.find(end_of_line_);
    window_->skip(end == std::string_view::npos ? text.size() : end + 1);
    if (end != std::string_view::npos) return true;
    auto more = window_->more();
    if (!more) return more;
    if (!*more) return true;
  }
}

Result<bool> Lines::next() {
  if (too_long_) {
    too_long_ = false;
    if (auto skipped = skip_rest_of_line(); !skipped) return skipped;
  } else {
    window_->skip(taken_);
  }
  size_ = taken_ = 0;
  number_ += number_ == 0 ? 1 : spans_;
  spans_ = 1;
  auto found = find_end(0);
  if (!found || !*found) return found;
  if (!too_long_ && size_ > limit_) too_long_ = true;
  if (too_long_) {
    size_ = kShownOfLongLine < limit_ ? kShownOfLongLine : limit_;
    taken_ = 0;
  }
  first_size_ = size_;
  first_taken_ = taken_;
  return true;
}

Result<bool> Lines::extend() {
  if (too_long_ || size_ > limit_) return false;
  const std::size_t size = size_, taken = taken_;
  auto found = find_end(taken);
  if (!found) return found;
  if (!*found || too_long_ || size_ > limit_) {
    too_long_ = false;
    size_ = size;
    taken_ = taken;
    return false;
  }
  ++spans_;
  return true;
}

void Lines::shrink_to_first_line() {
  size_ = first_size_;
  taken_ = first_taken_;
  spans_ = 1;
}

}  // namespace attune
