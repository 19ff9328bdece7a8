// SPDX-License-Identifier: Apache-2.0
#pragma once

// A window that slides over the decoded text of a source. Memory: what is unread, plus one chunk.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "listen/bytes/bytes.h"
#include "listen/bytes/encoding.h"

namespace attune {

class Window {
 public:
  /// simdjson reads this far beyond the end; the bytes are there.
  static constexpr std::size_t kPadding = 64;

  /// Opens `source` and looks at its first bytes. bad_input for a file that is no text: an .xlsx
  /// workbook, another archive, a PDF …, each with what to do instead.
  [[nodiscard]] static Result<Window> open(const Source& source, const Limits& limits);
  /// Over text that is all there is.
  explicit Window(std::string_view text);

  /// The text not yet skipped. The view dies with the next more().
  [[nodiscard]] std::string_view unread() const { return {buffer_.data() + at_, end_ - at_}; }
  /// Reads a chunk more; false at the end.
  [[nodiscard]] Result<bool> more();
  /// Lets go of the first `n` bytes of unread(). Views stay alive until more().
  void skip(std::size_t n) { at_ += n; }

  [[nodiscard]] const Decoder& decoder() const { return decoder_; }

 private:
  explicit Window(Bytes bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] Result<std::size_t> read_chunk();

  std::optional<Bytes> bytes_;
  Decoder decoder_;
  std::vector<char> chunk_;
  std::string buffer_;
  std::size_t at_ = 0, end_ = 0;
};

}  // namespace attune
