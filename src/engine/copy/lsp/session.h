// SPDX-License-Identifier: Apache-2.0
#pragma once

// One editor from hello to goodbye: its messages in, answers and diagnostics out (LSP 3.17).

#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "attune/result.h"
#include "engine/copy/lint_text.h"

namespace attune::lsp {

/// What an editor is served with.
struct Service {
  /// The findings of a text that stands, or would stand, at `path`. A refusal is told to the
  /// person.
  std::function<Result<TextOutcome>(std::string_view text, const std::string& path)> check;
  std::function<void(std::string_view)> out;  ///< Gets whole messages.
  std::string pages;  ///< URI of the folder that Finding::url begins in; empty: no pages are there.
};

/// Answers what comes from `in` until the editor leaves or the stream ends. Did it leave in the
/// order of the protocol: shutdown first?
[[nodiscard]] bool serve(std::istream& in, const Service& service);

}  // namespace attune::lsp
