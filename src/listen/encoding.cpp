// SPDX-License-Identifier: Apache-2.0
#include "listen/encoding.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace attune {

namespace {

/// windows-1252, bytes 0x80 to 0x9F (WHATWG Encoding Standard; the five holes are C1 controls).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool has_high(std::string_view text) {
  return std::any_of(text.begin(), text.end(), high);
}

bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// True where a high byte reads as a mark of windows-1252, or as a letter beside a letter.
bool plausible_1252(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  constexpr std::string_view kMarks =
      "\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa1\xa3\xa7\xa9\xab\xae\xb0"
      "\xb4\xb7\xbb\xbf";
  if (kMarks.find(text[at]) != std::string_view::npos) return true;
  const bool letter = (byte >= 0xC0 && byte <= 0xFD && byte != 0xD7 && byte != 0xF7) ||
                      byte == 0x8A || byte == 0x8C || byte == 0x8E || byte == 0x9A ||
                      byte == 0x9C || byte == 0x9E || byte == 0x9F;
  if (!letter) return false;
  const bool before = at > 0 && ascii_letter(text[at - 1]);
  const bool after = at + 1 < text.size() && ascii_letter(text[at + 1]);
  return before || after;
}

struct HighBytes {
  std::size_t valid = 0;      ///< Well-formed UTF-8 characters above ASCII.
  std::size_t invalid = 0;    ///< Bytes that are not UTF-8 …
  std::size_t plausible = 0;  ///< … and read well as windows-1252.
};

HighBytes weigh(std::string_view text, bool last) {
  HighBytes seen;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.code == 0xFFFD && point.length == 1) {
      if (!last && text.size() - at < 4) break;  // Perhaps just cut off.
      ++seen.invalid;
      seen.plausible += plausible_1252(text, at) ? 1 : 0;
    } else if (point.length > 1) {
      ++seen.valid;
    }
    at += point.length;
  }
  return seen;
}

Encoding utf8_or_1252(std::string_view text, bool last) {
  const HighBytes seen = weigh(text, last);
  const bool reads_as_1252 = seen.invalid > seen.valid && seen.plausible * 10 >= seen.invalid * 9;
  return reads_as_1252 ? Encoding::windows_1252 : Encoding::utf8;
}

/// UTF-16 text in most scripts of the world has many zero bytes on one side.
bool utf16_without_mark(std::string_view raw, Encoding& encoding) {
  const std::string_view head = raw.substr(0, std::min<std::size_t>(raw.size(), 4096) & ~1ULL);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == 0) ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t many = head.size() / 5;  // 40 % of one side.
  if (head.size() < 4 || std::max(even, odd) <= many || std::min(even, odd) * 10 > many) {
    return false;
  }
  encoding = odd > even ? Encoding::utf16_le : Encoding::utf16_be;
  return true;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  constexpr std::array<std::string_view, 4> kNames = {"UTF-8", "UTF-16 (little endian)",
                                                      "UTF-16 (big endian)", "windows-1252"};
  return kNames.at(static_cast<std::size_t>(encoding));
}

void Decoder::start(std::string_view& raw) {
  started_ = true;
  const auto mark = [&](std::string_view bytes, Encoding encoding) {
    if (!raw.starts_with(bytes)) return false;
    raw.remove_prefix(bytes.size());
    encoding_ = encoding;
    return true;
  };
  decided_ = mark("\xEF\xBB\xBF", Encoding::utf8) || mark("\xFF\xFE", Encoding::utf16_le) ||
             mark("\xFE\xFF", Encoding::utf16_be);
  if (!decided_) decided_ = guessed_ = utf16_without_mark(raw, encoding_);
}

void Decoder::put_unit(std::uint16_t unit, std::string& out) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_ != 0 && low) {
    append_utf8(out, 0x10000U + ((high_ - 0xD800U) << 10) + (unit - 0xDC00U));
    high_ = 0;
    return;
  }
  // A surrogate on its own becomes three bytes that are not valid UTF-8.
  if (high_ != 0) append_utf8(out, high_);
  high_ = 0;
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    high_ = unit;
  } else {
    append_utf8(out, unit);
  }
}

void Decoder::decode_utf16(std::string_view raw, bool last, std::string& out) {
  for (const char c : raw) {
    const int byte = static_cast<unsigned char>(c);
    if (odd_byte_ < 0) {
      odd_byte_ = byte;
      continue;
    }
    const int unit =
        encoding_ == Encoding::utf16_le ? odd_byte_ | byte << 8 : odd_byte_ << 8 | byte;
    put_unit(static_cast<std::uint16_t>(unit), out);
    odd_byte_ = -1;
  }
  if (last && (odd_byte_ >= 0 || high_ != 0)) out += '\xFF';
}

void Decoder::decode(std::string_view raw, bool last, std::string& out) {
  if (!started_) start(raw);
  if (!decided_ && has_high(raw)) {
    decided_ = guessed_ = true;
    encoding_ = utf8_or_1252(raw, last);
  }
  if (encoding_ == Encoding::utf8) {
    out += raw;
  } else if (encoding_ == Encoding::windows_1252) {
    for (const char c : raw) {
      const auto byte = static_cast<unsigned char>(c);
      append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80U) : byte);
    }
  } else {
    decode_utf16(raw, last, out);
  }
}

}  // namespace attune
