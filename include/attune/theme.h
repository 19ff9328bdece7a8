// SPDX-License-Identifier: Apache-2.0
#pragma once

// What many people say, found without being told the topics.

#include <cstdint>
#include <string>
#include <vector>

#include "attune/span.h"

namespace attune {

/// Somebody's words, with the place they stand in.
struct Quote {
  std::string id;         ///< Of the message.
  Span span;              ///< In the message's original text.
  std::string text;       ///< Those bytes, personal data masked unless asked otherwise.
  std::uint64_t row = 0;  ///< 1-based number of the record in its file.
  friend bool operator==(const Quote&, const Quote&) = default;
};

struct Theme {
  std::string id;      ///< "t_" and 16 hex digits, derived from the theme's content.
  std::string name;    ///< Customers' own words; no personal data, handles or markup.
  std::string parent;  ///< Id of the parent theme, or empty.
  std::vector<std::string> keywords;
  std::uint64_t people = 0;
  std::uint64_t messages = 0;
  std::vector<Quote> quotes;  ///< Most typical first, one per person.
};

/// Where one unit of text (a clause, or a message) belongs.
struct Assignment {
  std::string id;  ///< Of the message.
  Span span;
  std::string theme;  ///< Theme id, or empty.
  std::string why;    ///< Why there is no home, if there is none.
};

}  // namespace attune
