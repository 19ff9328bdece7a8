// SPDX-License-Identifier: Apache-2.0
#pragma once

// What becomes of the themes of an earlier round, now that more has been said. No theme changes
// without evidence that what people say has changed: the texts of this round are grouped afresh,
// and a fresh group starts a theme of its own only where new texts make up more of it than chance
// would have it (a bound on the binomial tail: Hoeffding 1963), or where it is like no theme there
// was. Old texts keep their theme, but where a theme is split or merged. If old and new texts are
// drawn alike, hardly anything happens, however different a fresh grouping would look.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "themes/linear/matrix.h"

namespace attune {

/// Stand for no theme, of a text that was not there and of one that had no home.
inline constexpr std::uint32_t kNewText = 0xFFFFFFFF;
inline constexpr std::uint32_t kWasHomeless = 0xFFFFFFFE;

struct OldTheme {
  std::uint64_t settled = 0;  ///< Texts when it was formed, or last looked at for a split.
  bool held = false;          ///< Pinned: may neither be split nor merged.
};

/// One round's texts, each once.
struct RoundTexts {
  std::span<const std::uint32_t> old_of;    ///< Index of its old theme, kNewText or kWasHomeless.
  std::span<const std::uint32_t> fresh_of;  ///< Its group of the fresh grouping.
  std::span<const std::uint32_t> person_of;
};

struct Change {
  enum class Kind : std::uint8_t { born, split, merged };
  Kind kind = Kind::born;
  std::uint32_t theme = 0;          ///< Made (born, split) or kept (merged).
  std::vector<std::uint32_t> from;  ///< Old themes: split or merged.
  std::string why;
};

struct Succession {
  /// Per text: a theme, old ones first; kNewText: to be found by likeness; kWasHomeless: none.
  std::vector<std::uint32_t> theme_of;
  std::size_t themes = 0;  ///< Old ones and made ones.
  std::vector<Change> changes;
  std::vector<std::uint32_t> looked_at;  ///< Old themes that grew, were looked at and left whole.
};

struct SuccessionOptions {
  std::size_t most_themes = 150;
  std::size_t fewest_texts = 8;  ///< Of a theme that is born; or .2 % of all, if that is more.
  std::size_t fewest_people = 5;
};

/// `old_centres` and `fresh_centres`: mean directions, one row a theme or group, length 1 or 0.
[[nodiscard]] Succession succeed(std::span<const OldTheme> old, const RoundTexts& texts,
                                 const Matrix& old_centres, const Matrix& fresh_centres,
                                 const SuccessionOptions& options);

}  // namespace attune
