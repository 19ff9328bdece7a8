// SPDX-License-Identifier: Apache-2.0
#pragma once

// How answers are shown to people and machines. Text from outside can command no terminal.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attune/explanation.h"
#include "attune/intake.h"
#include "attune/preview.h"
#include "attune/themes.h"

namespace attune {

enum class Form : std::uint8_t {
  terminal,
  coloured,  ///< The same with ANSI colours.
  markdown,
  html,  ///< One self-contained page.
  json,
};

/// All forms.
[[nodiscard]] std::string render(const Explanation& explanation, Form form);
/// Terminal and JSON.
[[nodiscard]] std::string render(const ThemesAnswer& answer, Form form);
/// Terminal: the records that were looked at, field by field.
[[nodiscard]] std::string render(const Preview& preview);

/// What the import noticed, a line each: warnings, and where rejects went.
[[nodiscard]] std::vector<std::string> intake_lines(const Intake& intake);
/// "12,345 records read".
[[nodiscard]] std::string progress_words(std::uint64_t read);
/// `text` as one line that commands no terminal.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace attune
