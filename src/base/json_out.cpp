// SPDX-License-Identifier: Apache-2.0
#include "base/json_out.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <utility>

namespace attune {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

bool plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

/// True if all eight bytes are plain; a false alarm costs time only.
bool all_plain(std::uint64_t eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  const auto has_zero = [](std::uint64_t x) { return (x - kOnes) & ~x; };
  const std::uint64_t found = ((eight - 0x20 * kOnes) & ~eight) | has_zero(eight ^ ('"' * kOnes)) |
                              has_zero(eight ^ ('\\' * kOnes));
  return (found & (0x80 * kOnes)) == 0;
}

/// Writes the escape of `c` at `to` (six bytes at most); gives the place behind it.
char* escape(char* to, char c) {
  const auto two = [to](char second) {
    to[0] = '\\';
    to[1] = second;
    return to + 2;
  };
  switch (c) {
    case '"':
    case '\\':
      return two(c);
    case '\n':
      return two('n');
    case '\r':
      return two('r');
    case '\t':
      return two('t');
    default:
      std::fill_n(two('u'), 2, '0');
      to[4] = kHex[static_cast<unsigned char>(c) >> 4];
      to[5] = kHex[static_cast<unsigned char>(c) & 15];
      return to + 6;
  }
}

/// std::llround for numbers that fit, without the call.
std::int64_t nearest(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  const double rest = value - static_cast<double>(whole);
  return whole + (rest >= .5 ? 1 : 0) - (rest <= -.5 ? 1 : 0);
}

}  // namespace

void JsonOut::put(std::string_view text) {
  std::memcpy(room(text.size()), text.data(), text.size());
  size_ += text.size();
}

JsonOut& JsonOut::begin_object() {
  separate();
  put('{');
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::end_object() {
  put('}');
  comma_ = true;
  return *this;
}

JsonOut& JsonOut::begin_array() {
  separate();
  put('[');
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::end_array() {
  put(']');
  comma_ = true;
  return *this;
}

JsonOut& JsonOut::key(std::string_view name) {
  string(name);
  put(':');
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::raw_key(std::string_view quoted) {
  char* to = room(quoted.size() + 1);
  if (comma_) *to++ = ',';
  std::memcpy(to, quoted.data(), quoted.size());
  commit(to + quoted.size());
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::string(std::string_view text) {
  char* to = room(text.size() + 12);  // A comma, two quotes, and whole words of eight.
  if (comma_) *to++ = ',';
  comma_ = true;
  *to++ = '"';
  const char* from = text.data();
  const char* const end = from + text.size();
  for (; end - from >= 8; from += 8, to += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, from, 8);
    if (!all_plain(eight)) break;
    std::memcpy(to, &eight, 8);
  }
  while (from != end && plain(*from)) *to++ = *from++;
  commit(to);
  if (from != end) escaped({from, static_cast<std::size_t>(end - from)});
  put('"');
  return *this;
}

/// The rest of a string from its first character that wants an escape.
void JsonOut::escaped(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = std::min<std::size_t>(text.size() - at, 4096);
    char* to = room(6 * run);
    for (const char c : text.substr(at, run)) {
      if (plain(c)) {
        *to++ = c;
      } else {
        to = escape(to, c);
      }
    }
    commit(to);
    at += run;
  }
}

JsonOut& JsonOut::number(std::int64_t value) {
  separate();
  char* const to = room(24);
  commit(std::to_chars(to, to + 24, value).ptr);
  return *this;
}

JsonOut& JsonOut::number(std::uint64_t value) {
  separate();
  char* const to = room(24);
  commit(std::to_chars(to, to + 24, value).ptr);
  return *this;
}

JsonOut& JsonOut::large(double value) {
  constexpr double kMost = std::numeric_limits<double>::max();
  separate();
  char* const to = room(32);
  commit(std::to_chars(to, to + 32, std::clamp(value, -kMost, kMost)).ptr);
  return *this;
}

JsonOut& JsonOut::number(double value) {
  constexpr double kScale = 10'000;
  constexpr double kExact =
      1e14;  // Above, every double is a whole number of ten-thousandths or more.
  if (std::isnan(value)) value = 0;
  if (std::abs(value) >= kExact) return large(value);
  const std::int64_t scaled = nearest(value * kScale);
  char* to = room(32);
  if (comma_) *to++ = ',';
  comma_ = true;
  if (scaled < 0) *to++ = '-';
  const auto magnitude = static_cast<std::uint64_t>(std::abs(scaled));
  const std::uint64_t whole = magnitude / 10'000;
  auto fraction = static_cast<std::uint32_t>(magnitude % 10'000);
  if (whole < 10) {
    *to++ = static_cast<char>('0' + whole);
  } else {
    to = std::to_chars(to, to + 24, whole).ptr;
  }
  if (fraction != 0) {
    *to++ = '.';
    for (std::size_t digit = 4; digit-- > 0; fraction /= 10) {
      to[digit] = static_cast<char>('0' + fraction % 10);
    }
    to += 4;
    while (to[-1] == '0') --to;
  }
  commit(to);
  return *this;
}

JsonOut& JsonOut::boolean(bool value) {
  separate();
  put(value ? std::string_view("true") : std::string_view("false"));
  return *this;
}

JsonOut& JsonOut::raw(std::string_view json) {
  separate();
  put(json);
  return *this;
}

JsonOut& JsonOut::null() {
  separate();
  put("null");
  return *this;
}

std::string JsonOut::take_piece() {
  out_.resize(std::exchange(size_, 0));
  return std::exchange(out_, {});
}

std::string JsonOut::take() {
  comma_ = false;
  return take_piece();
}

void JsonOut::clear() {
  size_ = 0;
  comma_ = false;
}

void JsonOut::newline() {
  put('\n');
  comma_ = false;
}

}  // namespace attune
