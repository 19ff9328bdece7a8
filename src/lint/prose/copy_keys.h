// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which keys hold copy: of the front matter of a page or a mail, and of a file of texts.

#include <string>
#include <string_view>
#include <vector>

#include "lint/prose/markup.h"

namespace attune {

struct CopyKeys {
  /// Of front matter, instead of subject, title, preheader, description and the like.
  std::vector<std::string> front_matter;

  /// Globs of files of texts that are read in a folder, besides those whose names say so.
  std::vector<std::string> catalogues;
  /// Of a file of texts, instead of all that does not look like a setting: "title" (at any depth),
  /// "mail.subject", "mail.**"; columns of a table by their names. A slash stands for the dot.
  std::vector<std::string> keys;
  /// What of these is no copy after all.
  std::vector<std::string> not_keys;

  /// Does `path` ("en/mail/subject") of a file of texts hold copy? Languages in front do not
  /// matter.
  [[nodiscard]] bool in_catalogue(std::string_view path, Markup markup) const;
  /// Does `path` ("mail/subject") of front matter hold copy? Case, "-" and "_" do not matter.
  [[nodiscard]] bool in_front_matter(std::string_view path) const;
};

}  // namespace attune
