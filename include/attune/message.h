// SPDX-License-Identifier: Apache-2.0
#pragma once

// One thing that one person said, as it was read from a file.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attune/record_id.h"

namespace attune {

/// A column that attune has no use of its own for; kept so that people can filter by it.
struct Attribute {
  std::string name;
  std::string value;
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

enum class Role : std::uint8_t { customer, brand };

/// What the question above a column asks for: anything, or what is good, what is bad, what people
/// wish for. Decided in listen/plan/questions.h.
enum class Asked : std::uint8_t { anything, good, bad, wishes };

struct Message {
  RecordId id;  ///< As given; else the record's number ("17"), or "file:17" with several files.
  std::string text;    ///< Valid UTF-8. May be empty: a blank text is still a message.
  std::string person;  ///< Empty if unknown or a known placeholder ("A Google user").
  std::string channel;
  std::string brand;
  std::string in_reply_to;            ///< The id of the message answered to, or empty.
  std::string context;                ///< The text answered to, or empty.
  std::string lang;                   ///< As given (not detected), or empty.
  std::optional<std::int64_t> time;   ///< Seconds since 1970-01-01T00:00:00Z.
  std::optional<double> rating;       ///< As given, on the file's own scale.
  std::vector<std::string> purposes;  ///< Empty: analysis yes, sending no.
  std::vector<Attribute> attributes;  ///< Unknown columns in file order; kept only if asked for.
  std::uint64_t row = 0;              ///< 1-based number of the record in its file.
  std::uint32_t file = 0;             ///< 0-based index into the files given.
  Role role = Role::customer;
  Asked asked = Asked::anything;  ///< By the name of the column that the text is from.
};

}  // namespace attune
