// SPDX-License-Identifier: Apache-2.0
#pragma once

// Feedback files, as somebody names them.

#include <optional>
#include <string>
#include <vector>

#include "attune/mapping.h"

namespace attune {

struct Input {
  std::vector<std::string> files;  ///< Paths; "-" is standard input.
  std::optional<Mapping> mapping;  ///< For all files; fields that it leaves open are guessed.
  std::string rejects_path;        ///< Empty: "<file>.rejects.csv" beside each file.
};

}  // namespace attune
