// SPDX-License-Identifier: Apache-2.0
#include "base/json_out.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace attune {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

bool plain(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
}

void escape(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void JsonOut::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

JsonOut& JsonOut::begin_object() {
  separate();
  out_ += '{';
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::end_object() {
  out_ += '}';
  comma_ = true;
  return *this;
}

JsonOut& JsonOut::begin_array() {
  separate();
  out_ += '[';
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::end_array() {
  out_ += ']';
  comma_ = true;
  return *this;
}

JsonOut& JsonOut::key(std::string_view name) {
  string(name);
  out_ += ':';
  comma_ = false;
  return *this;
}

JsonOut& JsonOut::string(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (plain(text[i])) continue;
    out_.append(text, from, i - from);
    escape(out_, text[i]);
    from = i + 1;
  }
  out_.append(text, from);
  out_ += '"';
  return *this;
}

JsonOut& JsonOut::number(std::int64_t value) {
  separate();
  std::array<char, 24> buffer{};
  out_.append(buffer.data(), std::to_chars(buffer.begin(), buffer.end(), value).ptr);
  return *this;
}

JsonOut& JsonOut::number(std::uint64_t value) {
  separate();
  std::array<char, 24> buffer{};
  out_.append(buffer.data(), std::to_chars(buffer.begin(), buffer.end(), value).ptr);
  return *this;
}

JsonOut& JsonOut::number(double value) {
  constexpr double kScale = 10'000;
  constexpr double kExact =
      1e14;  // Above, every double is a whole number of ten-thousandths or more.
  if (std::isnan(value)) value = 0;
  if (std::abs(value) >= kExact) return number(static_cast<std::int64_t>(value));
  const std::int64_t scaled = std::llround(value * kScale);
  separate();
  if (scaled < 0) out_ += '-';
  const auto magnitude = static_cast<std::uint64_t>(std::llabs(scaled));
  std::array<char, 24> buffer{};
  out_.append(buffer.data(), std::to_chars(buffer.begin(), buffer.end(), magnitude / 10'000).ptr);
  std::uint64_t fraction = magnitude % 10'000;
  if (fraction == 0) return *this;
  out_ += '.';
  for (std::uint64_t unit = 1'000; fraction > 0; unit /= 10) {
    out_ += static_cast<char>('0' + fraction / unit);
    fraction %= unit;
  }
  return *this;
}

JsonOut& JsonOut::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonOut& JsonOut::null() {
  separate();
  out_ += "null";
  return *this;
}

std::string JsonOut::take_piece() {
  return std::exchange(out_, {});
}

std::string JsonOut::take() {
  comma_ = false;
  return std::exchange(out_, {});
}

void JsonOut::newline() {
  out_ += '\n';
  comma_ = false;
}

}  // namespace attune
