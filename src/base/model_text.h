// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text files that come with attune: patterns, rules, words. Half a file of them would still read
// well, and answers would be wrong in silence; so each ends with the line "# end", and the first of
// a folder lists them all: "# files: sets.txt care.txt …" (on as many lines as it likes).

#include <string>
#include <vector>

#include "attune/result.h"

namespace attune {

struct ModelText {
  std::string name;  ///< Without its folder.
  std::string content;
};

/// The whole file. Refuses one that is absent, empty or cut short, by its path.
[[nodiscard]] Result<std::string> read_model_text(const std::string& path);

/// All files of a folder, as its file `first` lists them. Refuses the folder where one is absent,
/// cut short or not listed.
[[nodiscard]] Result<std::vector<ModelText>> read_model_folder(const std::string& folder,
                                                               const std::string& first);

}  // namespace attune
