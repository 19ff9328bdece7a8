// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which keys hold copy: of the front matter of a page or a mail, and of a file of texts.

#include <string>
#include <string_view>
#include <vector>

namespace attune {

struct CopyKeys {
  /// Of front matter, instead of subject, title, preheader, description and the like.
  std::vector<std::string> front_matter;

  /// Does `path` ("mail/subject") of front matter hold copy? Case, "-" and "_" do not matter.
  [[nodiscard]] bool in_front_matter(std::string_view path) const;
};

}  // namespace attune
