// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the texts of a catalogue of gettext (.po, .pot). Our own, since libgettextpo is under the
// GPL and this house is not.

#include <string_view>

#include "attune/result.h"
#include "lint/values/value.h"

namespace attune {

/// Calls `sink` for what each entry of `source` from `from` on shows to people, in order: its
/// translations, or, where it has none or one that is marked fuzzy, its own words. The path is
/// "msgstr" or "msgid", behind the context of the entry, if it has one. The header and what is
/// obsolete is left out. Refuses a line that is not as gettext writes it, with its number.
[[nodiscard]] Result<void> read_po_values(std::string_view source, std::size_t from,
                                          const ValueSink& sink);

}  // namespace attune
