// SPDX-License-Identifier: Apache-2.0
#pragma once

// From bytes in some encoding to UTF-8, chunk by chunk.
//
// A byte order mark decides; UTF-16 without one is known by its zero bytes. Otherwise the text is
// ASCII until the first byte above 0x7F, and the chunk that holds it decides between UTF-8 and
// windows-1252: text that is valid UTF-8 is UTF-8; text whose high bytes stand where an accented
// letter or a typographic mark would is windows-1252; what is neither stays UTF-8, so that only the
// damaged rows are rejected. Nothing is repaired in silence: what cannot be decoded becomes invalid
// UTF-8, which the readers reject row by row.

#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252 };

[[nodiscard]] std::string_view encoding_name(Encoding encoding);

class Decoder {
 public:
  /// Appends `raw` to `out` as UTF-8. The first chunk should hold a few bytes at least (it is
  /// looked at for a mark); `last` says that nothing follows.
  void decode(std::string_view raw, bool last, std::string& out);

  [[nodiscard]] Encoding encoding() const { return encoding_; }
  /// True if the encoding was worked out from the bytes rather than told by a mark or plain ASCII.
  [[nodiscard]] bool guessed() const { return guessed_; }

 private:
  void start(std::string_view& raw);
  void decode_utf16(std::string_view raw, bool last, std::string& out);
  void put_unit(std::uint16_t unit, std::string& out);

  Encoding encoding_ = Encoding::utf8;
  bool started_ = false;
  bool decided_ = false;
  bool guessed_ = false;
  int odd_byte_ = -1;       ///< Half of a UTF-16 unit, from the chunk before.
  std::uint16_t high_ = 0;  ///< A high surrogate that waits for its low one.
};

}  // namespace attune
