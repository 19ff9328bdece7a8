// SPDX-License-Identifier: Apache-2.0
#pragma once

// What many people say, found without being told the topics.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/record_id.h"
#include "attune/span.h"

namespace attune {

/// Somebody's words, with the place they stand in.
struct Quote {
  RecordId id;            ///< Of the message.
  Span span;              ///< In the message's original text.
  std::string text;       ///< Those bytes, personal data masked unless asked otherwise.
  std::uint64_t row = 0;  ///< 1-based number of the record in its file.
  friend bool operator==(const Quote&, const Quote&) = default;
};

struct Theme {
  std::string id;          ///< "t_" and 16 hex digits; stays through `--previous`.
  std::string name;        ///< Customers' own words; no personal data, handles or markup.
  std::string parent;      ///< Id of the parent theme, or empty.
  bool is_parent = false;  ///< Gathers other themes; no text is assigned to it.
  std::vector<std::string> keywords;
  std::uint64_t people = 0;
  std::uint64_t messages = 0;
  std::vector<Quote> quotes;  ///< Most typical first, one per person.
};

/// Where one unit of text (a clause, or a message) belongs.
struct Assignment {
  RecordId id;  ///< Of the message.
  Span span;
  std::string theme;  ///< Theme id, or empty.
  std::string why;    ///< Why there is no home, if there is none.
};

/// What became of a theme since the round before.
struct ThemeEvent {
  std::string kind;               ///< born, split, merged, retired, quiet, back, renamed or pinned.
  std::string theme;              ///< Id of the theme it happened to (or that it made).
  std::string name;               ///< Its name now.
  std::vector<std::string> from;  ///< Ids of the themes that it was made of, if any.
  std::string why;                ///< In a sentence.
  friend bool operator==(const ThemeEvent&, const ThemeEvent&) = default;
};

}  // namespace attune
