// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the texts that a recipe names and what each of them teaches.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "attune/result.h"
#include "learn/recipe.h"

namespace attune::learn {

struct Label {
  std::uint32_t head = 0;  ///< In the recipe's heads.
  bool yes = false;
  float weight = 1;
};

inline constexpr std::uint32_t kNoParent = 0xFFFFFFFF;

struct Example {
  std::string text;
  std::uint32_t parent = kNoParent;  ///< A clause (without labels): the example that it is part of.
  std::uint32_t source = 0;          ///< In the recipe's sources.
  std::uint32_t fold = 0;            ///< Below recipe.folds; equal texts share a fold.
  std::vector<Label> labels;
};

/// The lines of a file, unpacked if its name ends in `.gz`. Refuses what cannot be read.
[[nodiscard]] Result<std::string> read_text_file(const std::string& path);

/// `name` below the first of `folders` that has it, or `name` itself.
[[nodiscard]] std::string find_below(const std::vector<std::string>& folders,
                                     const std::string& name);

/// All examples of `recipe`, in the order of its sources and their lines. Each file is looked for
/// below every folder of `folders`, in order. Behind them stand the clauses of texts that have
/// several, for sources that ask for them. Refuses a file that is absent or is not JSON Lines,
/// and a rule that names an unknown head.
[[nodiscard]] Result<std::vector<Example>> read_examples(const Recipe& recipe,
                                                         const std::vector<std::string>& folders);

}  // namespace attune::learn
