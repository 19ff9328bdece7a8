// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which files does a name on the command line stand for, and which of them hold copy?

#include <string>
#include <vector>

namespace attune {

struct CopyFiles {
  struct File {
    std::string path;
    bool read = true;   ///< Or nobody knows how: it is only counted.
    bool named = true;  ///< Or found in a folder.
  };
  std::vector<File> files;           ///< In order of the names, those of a folder sorted.
  std::vector<std::string> refused;  ///< Folders that cannot be read, and why.
};

/// The files that `names` stand for. A folder stands for all files below it: links to folders are
/// not followed, what a link does not lead to is no file, and names that begin with a dot are left
/// out, unless they hold copy. A file that is named is read whatever it is called, but for formats
/// of which the bytes are no prose.
[[nodiscard]] CopyFiles find_copy(const std::vector<std::string>& names);

/// What a file's name ends in: ".rst", ".html" of "a.HTML", or "no ending".
[[nodiscard]] std::string ending_of(const std::string& path);

}  // namespace attune
