// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a record is called: as given, so that people can join what comes out with their own tables.

#include <string>
#include <string_view>
#include <utility>

namespace attune {

struct RecordId {
  std::string text;
  bool is_json = false;  ///< `text` is JSON to be written as it stands (7, 1.50, true), no string.
  // NOLINTBEGIN(google-explicit-constructor): an id is a string, unless more is known of it.
  RecordId() = default;
  RecordId(std::string given, bool json = false) : text(std::move(given)), is_json(json) {}
  RecordId(const char* given) : text(given) {}
  friend bool operator==(const RecordId&, const RecordId&) = default;
};
// NOLINTEND(google-explicit-constructor)
}  // namespace attune
