// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the sentences of a problem do not say, and customers could.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace attune {

/// What may be unknown of a problem: when it began, at which step it happens, on which device, what
/// people were told when they asked, what would put it right.
enum class Unknown : std::uint8_t { beginning, step, device, reply, remedy };
/// As they stand in the JSON, in the order of Unknown.
inline constexpr std::array<std::string_view, 5> kUnknownNames = {"beginning", "step", "device",
                                                                  "reply", "remedy"};

/// Something to ask customers next, because the data do not say it. Decided in engine/questions.h.
struct OpenQuestion {
  std::string problem;  ///< Its name.
  std::string theme;
  Unknown asks = Unknown::beginning;
  double said = 0;  ///< Share of the problem's sentences that say it, [0, 1].
};

}  // namespace attune
