// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the prose of a file is written, by the file's name.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attune {

/// Pages and mails first, then files of texts: keys with values.
enum class Markup : std::uint8_t { plain, markdown, html, mail, json, yaml, po, csv };
inline constexpr std::size_t kMarkups = 8;

/// By the ending of the name, in any case; template endings (.liquid, .j2, .hbs …) are looked
/// through.
[[nodiscard]] Markup markup_of(std::string_view path);

/// Is it a file of texts?
[[nodiscard]] constexpr bool is_catalogue(Markup markup) {
  return markup >= Markup::json;
}

/// Does the name say that a file of texts holds those that people read: "locales/en.json",
/// "messages.de.yml", "app.po", "strings.csv"? Settings and data are written in JSON and YAML, too.
[[nodiscard]] bool named_as_catalogue(std::string_view path);

}  // namespace attune
