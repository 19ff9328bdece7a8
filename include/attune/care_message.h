// SPDX-License-Identifier: Apache-2.0
#pragma once

// Messages that a person should read and answer soon.

#include <algorithm>
#include <string>
#include <vector>

#include "attune/care.h"
#include "attune/span.h"
#include "attune/theme.h"

namespace attune {

/// Words that show a hard time.
struct CareWords {
  Care kind = Care::bereavement;
  Span span;         ///< In the message's original text.
  std::string text;  ///< Those bytes, personal data masked unless asked otherwise.
  float p = 0;
};

/// A message that a person should read and answer soon, and why.
struct CareMessage {
  Quote passage;                 ///< The words around its most pressing sign.
  std::vector<CareWords> signs;  ///< In order of the text; never empty.
  std::string date;              ///< "2026-03-01"; empty without a date.
  std::string file;              ///< Its file, where several were given; else empty.
  /// Somebody may be in danger: surely enough for a headline. A weaker sign of it is among the
  /// rest.
  [[nodiscard]] bool danger() const {
    return std::any_of(signs.begin(), signs.end(), [](const CareWords& sign) {
      return sign.kind == Care::crisis && sign.p >= kCareCertain;
    });
  }
};

}  // namespace attune
