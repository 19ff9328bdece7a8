// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words can go without a change of meaning: a stock sentence that only hurries ("Hurry!",
// "Don't wait!"), where another sentence stays beside it. Whatever is not plainly so is left to a
// person: words in markup, attributes and placeholders, an answer to a question, a sentence that
// the next one speaks of.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/span.h"
#include "lint/prose/block.h"

namespace attune {

/// Are the words of `text` one of `sentences`? Case and the kind of apostrophe do not count.
[[nodiscard]] bool is_stock_sentence(std::string_view text,
                                     const std::vector<std::string>& sentences);

/// For each of `hits` (spans of a block's text that hold a stock sentence without its marks, in
/// order) the bytes of `source` to delete, with the white space that would be left over; none where
/// that is not safe.
[[nodiscard]] std::vector<std::optional<Span>> deletions(const CopyBlock& block,
                                                         std::string_view source,
                                                         const std::vector<Span>& hits);

}  // namespace attune
