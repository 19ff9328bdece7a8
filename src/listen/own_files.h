// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files that attune wrote itself and that lie beside the ones it is given: `attune explain *.csv`
// must say the same the second time, when rejects and rows of the first run are there too. Known by
// their header, whatever they are called.

#include <span>
#include <string>
#include <vector>

#include "attune/result.h"
#include "listen/bytes/bytes.h"

namespace attune {

struct ChosenFiles {
  std::vector<Source> sources;        ///< Those to read.
  std::vector<std::string> left_out;  ///< A sentence for each of the others.
};

/// Leaves out files of rejects, and `--csv` output beside files that are none. bad_input where
/// nothing else is given than rejects: they are rows of another file with what is wrong with them.
[[nodiscard]] Result<ChosenFiles> without_own_files(std::span<const Source> sources,
                                                    const Limits& limits);

}  // namespace attune
