// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes that a person asks for: themes renamed, merged, split and pinned. What was set by hand
// stays: it is remembered, and no later round undoes it by itself.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attune/theme.h"
#include "attune/theme_memory.h"
#include "themes/words/terms.h"

namespace attune {

/// A theme is meant by its id or by its exact name.
struct ThemeEdits {
  struct Rename {
    std::string theme;
    std::string name;
  };
  struct Merge {
    std::string into;
    std::vector<std::string> from;
  };
  struct Part {
    std::string name;
    std::vector<std::string> words;  ///< Texts with one of these phrases, whatever their endings.
  };
  struct Split {
    std::string theme;
    std::vector<Part> into;  ///< The rest stays. A text goes to the first part that it fits.
  };
  std::vector<Merge> merges;  ///< In the order in which they are made: merges, splits …
  std::vector<Split> splits;
  std::vector<Rename> renames;
  std::vector<std::string> pins;

  [[nodiscard]] bool empty() const {
    return merges.empty() && splits.empty() && renames.empty() && pins.empty();
  }
};

/// Themes and the texts in them: what edits change.
struct EditedThemes {
  ThemeMemory memory;                   ///< `themes`, `parents`, `gone` and `edits` are used.
  std::vector<std::uint32_t> theme_of;  ///< Per text: index into memory.themes; others: none.
  std::vector<ThemeEvent> events;
  std::string refused;  ///< Why an edit cannot be made, in a sentence; empty: all were.
};

/// Makes the edits, but for those that memory.edits says were made before. A theme whose texts all
/// went elsewhere stays in memory.themes with an entry in `gone`. `text_of`: the text behind an
/// index of `theme_of`.
[[nodiscard]] EditedThemes edit(EditedThemes themes, const ThemeEdits& edits,
                                const std::function<std::string_view(std::size_t)>& text_of);

/// Whether a text holds one of some phrases, compared by the stems of their words.
class PhraseFinder {
 public:
  explicit PhraseFinder(std::span<const std::string> phrases);
  [[nodiscard]] bool found_in(std::string_view text);

 private:
  TermReader reader_;
  std::vector<std::vector<std::uint64_t>> phrases_;
};

/// Why `name` cannot name a theme, in a sentence; empty: it can.
[[nodiscard]] std::string name_fault(std::string_view name);

}  // namespace attune
