// SPDX-License-Identifier: Apache-2.0
#pragma once

// From bytes in some encoding to UTF-8, chunk by chunk.
//
// A byte order mark decides; UTF-16 and UTF-32 without one are known by their zero bytes. Otherwise
// each line decides for itself: one that is valid UTF-8 is UTF-8; one whose high bytes stand where
// an accented letter or a typographic mark would is windows-1252; what is neither stays as it is,
// so that only the damaged rows are rejected. A file pieced together from two encodings thus keeps
// its words. Nothing is repaired in silence: what cannot be decoded becomes invalid UTF-8, which
// the readers reject row by row.

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252, utf32_le, utf32_be };

[[nodiscard]] std::string_view encoding_name(Encoding encoding);

class Decoder {
 public:
  /// Appends `raw` to `out` as UTF-8. The first chunk should hold a few bytes at least (it is
  /// looked at for a mark); `last` says that nothing follows.
  void decode(std::string_view raw, bool last, std::string& out);

  /// Of all but the lines of windows-1252; that, if there is nothing else above ASCII.
  [[nodiscard]] Encoding encoding() const {
    return western_lines_ > 0 && !seen_utf8_ ? Encoding::windows_1252 : encoding_;
  }
  /// True if the encoding was worked out from the bytes rather than told by a mark or plain ASCII.
  [[nodiscard]] bool guessed() const { return guessed_ || encoding() == Encoding::windows_1252; }
  /// Lines that were read as windows-1252.
  [[nodiscard]] std::uint64_t western_lines() const { return western_lines_; }

 private:
  void start(std::string_view& raw);
  void decode_utf16(std::string_view raw, bool last, std::string& out);
  void decode_utf32(std::string_view raw, bool last, std::string& out);
  void decode_pieces(std::string_view text, bool last, std::string& out);
  void decode_damaged(std::string_view piece, bool last, std::string& out);
  void put_unit(std::uint16_t unit, std::string& out);

  Encoding encoding_ = Encoding::utf8;
  bool started_ = false;
  bool decided_ = false;
  bool guessed_ = false;
  bool western_ = false;    ///< The first lines above ASCII are windows-1252.
  bool seen_utf8_ = false;  ///< Above ASCII.
  std::uint64_t western_lines_ = 0;
  std::string pending_;         ///< The beginning of a line, from the chunk before.
  int odd_byte_ = -1;           ///< Half of a UTF-16 unit, from the chunk before.
  std::uint32_t unit_ = 0;      ///< Of UTF-32, as far as it has come …
  std::uint32_t quarters_ = 0;  ///< … in bytes.
  std::uint16_t high_ = 0;      ///< A high surrogate that waits for its low one.
};

}  // namespace attune
