// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the words of a shared phrase tell of who wrote it: a customer, a site, a form, a company.

#include <cstddef>
#include <string_view>

namespace attune {

struct LabelWords {
  std::size_t count = 0;
  bool writer = false;   ///< "I", "our": whoever writes speaks of themselves.
  bool judging = false;  ///< "Cons": says how what follows is meant.
  bool site = false;     ///< "Verified", "found this helpful"
  bool trouble = false;  ///< "not", "broken": what many may say on one day.
  bool company = false;  ///< "agent", "our"
  bool answer = false;   ///< "reply"
  bool field = false;    ///< "Name", "Order"
};

[[nodiscard]] LabelWords label_words(std::string_view text);

/// True for names of months and days, whatever their case.
[[nodiscard]] bool is_date_word(std::string_view word);

}  // namespace attune
