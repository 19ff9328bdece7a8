// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which column is what. Written by people and read back by programs in one small language:
//
//   text=body,time=created_at        what `--map` takes
//   text=q3+q7                       several open questions
//   brand=                           no column, even if one looks like it
//   text="Any comments, please?"     names with , + = " or line ends are quoted, " as ""
//
// A mapping file holds the same pairs, one a line; lines that begin with # are remarks.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/result.h"

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

/// bad_input for a field that attune does not know, or one given twice.
[[nodiscard]] Result<Mapping> parse_mapping(std::string_view pairs);

/// The pairs of `mapping`, each followed by `separator`'s character (',' or '\n').
[[nodiscard]] std::string write_mapping(const Mapping& mapping, char separator);

[[nodiscard]] Result<Mapping> load_mapping(const std::string& path);
/// Written beside `path` and renamed; refuses to replace what is not a regular file.
[[nodiscard]] Result<void> save_mapping(const Mapping& mapping, const std::string& path);

}  // namespace attune
