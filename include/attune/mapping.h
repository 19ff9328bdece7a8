// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which column of a file is what.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

enum class Field : std::uint8_t {
  text,
  title,
  id,
  person,
  time,
  channel,
  brand,
  rating,
  role,
  in_reply_to,
  context,
  lang,
  purposes
};
inline constexpr std::size_t kFieldCount = 13;
inline constexpr std::array<std::string_view, kFieldCount> kFieldNames = {
    "text",   "title", "id",          "person",  "time", "channel", "brand",
    "rating", "role",  "in_reply_to", "context", "lang", "purposes"};

struct Mapping {
  /// Per field: nothing (guess it), no name (there is no such column), one name, or for `text`
  /// more.
  std::array<std::optional<std::vector<std::string>>, kFieldCount> columns;

  [[nodiscard]] std::optional<std::vector<std::string>>& operator[](Field field) {
    return columns.at(static_cast<std::size_t>(field));
  }
  [[nodiscard]] const std::optional<std::vector<std::string>>& operator[](Field field) const {
    return columns.at(static_cast<std::size_t>(field));
  }
  friend bool operator==(const Mapping&, const Mapping&) = default;
};

}  // namespace attune
