// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small cuts of a line.

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attune::phrases {

[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Takes the first word off `rest`, which is trimmed on the way.
[[nodiscard]] inline std::string_view take_word(std::string_view& rest) {
  rest = trimmed(rest);
  const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest = trimmed(rest.substr(end));
  return word;
}

/// A number from `least` to `most`, written in digits alone.
[[nodiscard]] inline std::optional<std::uint32_t> number_within(std::string_view digits,
                                                                std::uint32_t least,
                                                                std::uint32_t most) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || at != end || value < least || value > most) return std::nullopt;
  return value;
}

/// A share in (0, 1), written as .97 or 0.97.
[[nodiscard]] inline std::optional<float> share(std::string_view text) {
  float value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || at != end || !(value > 0 && value < 1)) return std::nullopt;
  return value;
}

}  // namespace attune::phrases
