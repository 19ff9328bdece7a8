// SPDX-License-Identifier: Apache-2.0
#pragma once

// Says findings as an editor wants them: diagnostics, hovers, code actions (LSP 3.17).

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "engine/copy/lsp/open_text.h"
#include "engine/copy/lsp/positions.h"

namespace attune::lsp {

/// What one editor and one installation have in common.
struct Terms {
  Units units = Units::utf16;
  std::string pages;  ///< URI of the folder that Finding::url begins in; empty: no pages are there.
};

/// All findings of a text, as a list of Diagnostic.
[[nodiscard]] nlohmann::json diagnostics(const OpenText& open, const Terms& terms);

/// Why the words at a place hurt, which fact clears them, and a better wording; null where nothing
/// was found.
[[nodiscard]] nlohmann::json hover(const OpenText& open, Position place, const Terms& terms);

/// What can be done about the findings that touch a range, as a list of CodeAction.
[[nodiscard]] nlohmann::json code_actions(const OpenText& open, Position from, Position to,
                                          const Terms& terms);

}  // namespace attune::lsp
