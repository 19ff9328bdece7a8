// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one round of themes hands to the next, so that a theme keeps its id while it is still there.
// It holds names and keywords, which were shown anyway; of texts it holds hashes alone.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attune {

/// One theme as it is remembered.
struct RememberedTheme {
  std::string id;
  std::string name;
  std::string parent;  ///< Id of the parent theme, or empty.
  std::vector<std::string> keywords;
  std::uint64_t settled = 0;  ///< Distinct texts when it was last formed or looked at for a split.
  std::uint32_t quiet = 0;    ///< Rounds in a row in which nobody said it.
  bool pinned = false;        ///< Never split, merged, retired or renamed without being asked to.
  bool named = false;         ///< Its name was given by hand.
  std::string split_from;     ///< Id of the theme that it was cut out of by hand, or empty.
  std::vector<std::string> words;  ///< Texts of `split_from` with one of these phrases belong here.
  std::vector<std::uint64_t> texts;  ///< Keys of the distinct texts in it (hashes), ascending.
  /// What it says more than others do: hash of the term, and how often its texts have it. At most
  /// 64, most telling first.
  std::vector<std::pair<std::uint64_t, float>> terms;
  friend bool operator==(const RememberedTheme&, const RememberedTheme&) = default;
};

struct RememberedParent {
  std::string id;
  std::string name;
  std::vector<std::string> keywords;
  bool named = false;
  friend bool operator==(const RememberedParent&, const RememberedParent&) = default;
};

struct ThemeMemory {
  std::string unit;  ///< "clause" or "message": what was themed.
  std::vector<RememberedTheme> themes;
  std::vector<RememberedParent> parents;
  std::vector<std::uint64_t> homeless;  ///< Keys of texts without a home, ascending.
  /// Ids that are no more: which one, and the id that its texts went to (empty: retired).
  std::vector<std::pair<std::string, std::string>> gone;
  std::vector<std::string> edits;  ///< Edits made by hand so far, as sentences.
  friend bool operator==(const ThemeMemory&, const ThemeMemory&) = default;
};

}  // namespace attune
