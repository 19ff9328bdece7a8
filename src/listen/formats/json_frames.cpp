// SPDX-License-Identifier: Apache-2.0
#include "listen/formats/json_frames.h"

#include <algorithm>

namespace attune {

/// Passes over what stands between objects. False at the end of the text.
Result<bool> JsonFrames::find_start() {
  constexpr std::string_view kBetween = " \t\r,[]";
  for (;;) {
    const std::string_view text = window_->unread();
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
      if (text[at] == '\n') {
        ++line_;
        column_ = 0;
      } else if (kBetween.find(text[at]) != std::string_view::npos) {
        ++column_;
      } else {
        break;
      }
    }
    window_->skip(at);
    if (at < text.size()) return true;
    auto more = window_->more();
    if (!more || !*more) return more;
  }
}

/// One byte of an open object. Sets `ended` after its closing brace, or where another begins.
void JsonFrames::step(Scan& scan, char c) const {
  if (c == '\n') {
    scan.in_string = scan.escaped = false;
    scan.blank = true;
    scan.column = 0;
    return;
  }
  const std::size_t column = scan.column++;
  const bool first = scan.blank && c != ' ' && c != '\t';
  if (first) scan.blank = false;
  if (scan.in_string) {
    const bool closes = c == '"' && !scan.escaped;
    scan.escaped = c == '\\' && !scan.escaped;
    scan.in_string = !closes;
  } else if (c == '"') {
    scan.in_string = true;
  } else if (c == '{' || c == '[') {
    if (c == '{' && first && column <= column_) {
      scan.ended = true;
      return;
    }
    ++scan.depth;
  } else if (c == '}' || c == ']') {
    --scan.depth;
    scan.ended = scan.depth == 0;
  }
}

/// The record is too long: one fault, and nobody needs more of it than its beginning.
void JsonFrames::let_go(Scan& scan) {
  constexpr std::size_t kShown = 4096;
  if (shown_.empty()) shown_ = window_->unread().substr(0, kShown);
  window_->skip(scan.at);
  scan.at = 0;
}

Result<bool> JsonFrames::find_end() {
  Scan scan{.column = column_};
  while (!scan.ended) {
    const std::string_view text = window_->unread();
    for (; scan.at < text.size() && !scan.ended; ++scan.at) {
      step(scan, text[scan.at]);
      lines_inside_ += text[scan.at] == '\n' ? 1 : 0;
    }
    if (scan.ended) break;
    if (scan.at > limit_) let_go(scan);
    auto more = window_->more();
    if (!more) return more;
    if (!*more) break;
  }
  broken_ = scan.depth > 0 || scan.at > limit_ || !shown_.empty();
  if (scan.ended && scan.depth > 0) --scan.at;  // The brace that begins the next object.
  size_ = scan.at;
  column_ = scan.column - (scan.ended && scan.depth > 0 ? 1 : 0);
  return true;
}

Result<bool> JsonFrames::next() {
  window_->skip(size_);
  line_ += lines_inside_;
  size_ = lines_inside_ = 0;
  shown_.clear();
  broken_ = false;
  auto started = find_start();
  if (!started || !*started) return started;
  if (window_->unread().front() == '{') return find_end();
  for (;;) {  // Something else than an object: as far as the next one, or the end of the line.
    const std::string_view text = window_->unread();
    size_ = std::min(text.find_first_of(",]{\n"), text.size());
    if (size_ < text.size() || size_ > limit_) break;
    auto more = window_->more();
    if (!more) return more;
    if (!*more) break;
  }
  column_ += size_;
  return true;
}

}  // namespace attune
