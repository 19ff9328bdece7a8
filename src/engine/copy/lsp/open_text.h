// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text that is open in an editor: its words now, and what was last found in them.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "attune/finding.h"
#include "engine/copy/lsp/positions.h"

namespace attune::lsp {

// These functions throw nlohmann::json::exception where the JSON has not the shape that LSP says.

struct OpenText {
  std::string uri;
  std::string path;  ///< Where it lies, or would lie: its ending tells the markup.
  std::optional<std::int64_t> version;  ///< As the editor counts.
  std::string text;
  std::vector<Finding> findings;
  std::vector<std::string> told;  ///< What kept it from being checked, or was of no use.
};

/// The text that an editor opens (TextDocumentItem). What is in no file is taken to stand in
/// `folder`, and its language is its ending.
[[nodiscard]] OpenText opened(const nlohmann::json& document, const std::string& folder);

/// Makes the changes of `params` (DidChangeTextDocumentParams) one after the other: each is of all
/// of the text, or of a range.
void change(OpenText& open, const nlohmann::json& params, Units units);

[[nodiscard]] Position position_of(const nlohmann::json& value);

}  // namespace attune::lsp
