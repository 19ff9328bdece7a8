// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands in a text and is not its writer's: somebody else wrote it, or a program did.

#include <array>
#include <cstdint>
#include <string_view>

#include "attune/span.h"

namespace attune {

enum class Others : std::uint8_t {
  quote,        ///< Mail that is answered to, with its headers.
  reply,        ///< An agent's or owner's answer below the text.
  signature,    ///< "Kind regards" and the lines behind it; "Sent from my phone".
  disclaimer,   ///< "This e-mail is confidential …"
  translation,  ///< The same again in another language.
  markup,       ///< Tags, keys, codes: what is left of HTML, JSON or CSV.
  label         ///< What many texts of a file share at the same place.
};
inline constexpr std::size_t kOthersCount = 7;
inline constexpr std::array<std::string_view, kOthersCount> kOthersNames = {
    "quote", "reply", "signature", "disclaimer", "translation", "markup", "label"};

struct LeftOut {
  Others kind = Others::quote;
  Span span;
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

}  // namespace attune
