// SPDX-License-Identifier: Apache-2.0
#include "listen/bytes/encoding.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "text/utf8.h"

namespace attune {

namespace {

/// windows-1252, bytes 0x80 to 0x9F (WHATWG Encoding Standard; the five holes are C1 controls).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr std::size_t kLongestPiece = 64U << 10;  ///< Of a line, decided on by itself.

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

HighBytes weigh(std::string_view text, bool whole) {
  HighBytes seen;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.code == 0xFFFD && point.length == 1) {
      if (!whole && text.size() - at < 4) break;  // Perhaps just cut off.
      ++seen.invalid;
      seen.plausible += plausible_1252(text, at) ? 1 : 0;
    } else if (point.length > 1) {
      ++seen.valid;
    }
    at += point.length;
  }
  return seen;
}

bool mostly_plausible(const HighBytes& seen) {
  return seen.invalid > seen.valid && seen.plausible * 10 >= seen.invalid * 9;
}

bool is_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

/// True if the last bytes begin a character of UTF-8 and do not end it.
bool ends_within_character(std::string_view text) {
  std::size_t continued = 0;
  for (auto byte = text.rbegin(); byte != text.rend() && continued < 3; ++byte, ++continued) {
    const auto value = static_cast<unsigned char>(*byte);
    if ((value & 0xC0U) == 0x80) continue;
    const std::size_t needed = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : value >= 0xC2 ? 1 : 0;
    return continued < needed;
  }
  return false;
}

/// A byte within a character of UTF-8.
bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80;
}

/// Where the piece of `text` ends that is decided on by itself: behind its first line end, or
/// within a very long line, between two characters.
std::size_t piece_end(std::string_view text) {
  const std::size_t line = text.substr(0, kLongestPiece).find_first_of("\n\r");
  if (line != std::string_view::npos) return line + 1;
  if (text.size() <= kLongestPiece) return text.size();
  std::size_t end = kLongestPiece;
  while (end > kLongestPiece - 4 && continues(text[end])) --end;
  return end;
}

/// How much of `text`, of which more may follow, can be decided on: whole lines, and of a very long
/// one all but a character that may be cut off.
std::size_t whole_pieces(std::string_view text) {
  const std::size_t line = text.find_last_of("\n\r");
  const std::size_t behind = line == std::string_view::npos ? 0 : line + 1;
  if (text.size() - behind <= kLongestPiece) return behind;
  std::size_t end = text.size() - 1;
  while (end > text.size() - 4 && continues(text[end])) --end;
  return end;
}

/// UTF-32 has three zero bytes of four in most texts of the world, or two.
bool utf32_without_mark(std::string_view raw, Encoding& encoding) {
  const std::string_view head = raw.substr(0, std::min<std::size_t>(raw.size(), 4096) & ~3ULL);
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros.at(i % 4) += head[i] == 0 ? 1 : 0;
  const std::size_t units = head.size() / 4;
  const auto fits = [&](std::size_t none, std::size_t few, std::size_t full) {
    return units >= 2 && zeros.at(none) == units && zeros.at(few) * 10 >= units * 9 &&
           zeros.at(full) * 10 < units;
  };
  encoding = fits(3, 2, 0) ? Encoding::utf32_le : Encoding::utf32_be;
  return fits(3, 2, 0) || fits(0, 1, 3);
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
  constexpr std::array<std::string_view, 6> kNames = {
      "UTF-8",        "UTF-16 (little endian)", "UTF-16 (big endian)",
      "windows-1252", "UTF-32 (little endian)", "UTF-32 (big endian)"};
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
  using namespace std::string_view_literals;
  decided_ = mark("\xEF\xBB\xBF", Encoding::utf8) || mark("\xFF\xFE\0\0"sv, Encoding::utf32_le) ||
             mark("\0\0\xFE\xFF"sv, Encoding::utf32_be) || mark("\xFF\xFE", Encoding::utf16_le) ||
             mark("\xFE\xFF", Encoding::utf16_be);
  if (decided_) return;
  Encoding wide{};
  decided_ = guessed_ = utf32_without_mark(raw, wide) || utf16_without_mark(raw, wide);
  if (guessed_) encoding_ = wide;
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
    odd_byte_ = -1;
    if (unit == 0x0A00) {  // No character: a line end, off by one byte. The line before is damaged.
      out += encoding_ == Encoding::utf16_le ? "\xFF" : "\xFF\n";
      odd_byte_ = byte;
      continue;
    }
    put_unit(static_cast<std::uint16_t>(unit), out);
  }
  if (last && (odd_byte_ >= 0 || high_ != 0)) out += '\xFF';
}

void Decoder::decode_utf32(std::string_view raw, bool last, std::string& out) {
  for (const char c : raw) {
    const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(c));
    const std::uint32_t shift =
        encoding_ == Encoding::utf32_le ? 8U * quarters_ : 24 - 8U * quarters_;
    unit_ |= byte << shift;
    if (++quarters_ < 4) continue;
    const bool valid = unit_ <= 0x10FFFF && (unit_ < 0xD800 || unit_ > 0xDFFF);
    valid ? append_utf8(out, unit_) : out.push_back('\xFF');
    unit_ = quarters_ = 0;
  }
  if (last && quarters_ != 0) out += '\xFF';
}

/// One piece that is not valid UTF-8. What is neither that nor windows-1252 stays as it is.
void Decoder::decode_damaged(std::string_view piece, bool last, std::string& out) {
  const HighBytes seen = weigh(piece, true);
  const bool like_the_first = western_ && !seen_utf8_ && seen.invalid > seen.valid;
  // A file of UTF-8 that breaks off within a character ends in no letter of windows-1252.
  const bool broken_off = last && seen_utf8_ && ends_within_character(piece);
  const bool western = !broken_off && (like_the_first || mostly_plausible(seen));
  if (!western) {
    out += piece;
    return;
  }
  ++western_lines_;
  for (const char c : piece) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252.at(byte - 0x80U) : byte);
  }
}

void Decoder::decode_pieces(std::string_view text, bool last, std::string& out) {
  if (!decided_) {
    decided_ = true;
    western_ = mostly_plausible(weigh(text, last));
  }
  if (is_utf8(text)) {
    seen_utf8_ = seen_utf8_ || has_high(text);
    out += text;
    return;
  }
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, piece_end(text));
    text.remove_prefix(piece.size());
    if (is_utf8(piece)) {
      seen_utf8_ = seen_utf8_ || has_high(piece);
      out += piece;
    } else {
      decode_damaged(piece, last && text.empty(), out);
    }
  }
}

void Decoder::decode(std::string_view raw, bool last, std::string& out) {
  if (!started_) start(raw);
  if (encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be) {
    decode_utf16(raw, last, out);
  } else if (encoding_ != Encoding::utf8) {
    decode_utf32(raw, last, out);
  } else if (pending_.empty() && !has_high(raw)) {
    out += raw;
  } else {
    pending_ += raw;
    const std::size_t end = last ? pending_.size() : whole_pieces(pending_);
    if (end > 0) decode_pieces(std::string_view(pending_).substr(0, end), last, out);
    pending_.erase(0, end);
  }
}

}  // namespace attune
