// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which theme a text would be looked for under by somebody who sees nothing of the themes but their
// names and keywords: the one that shares most stems with the text, the rare ones counting more.
// A stand-in for a person who reads names: where names are good, it finds the text's own theme.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "themes/words/terms.h"

namespace attune {

/// What is seen of a theme.
struct NamedTheme {
  std::string_view name;
  std::span<const std::string> keywords;
};

class NameMatcher {
 public:
  explicit NameMatcher(std::span<const NamedTheme> themes);
  /// Index of the theme whose words the text shares most; the first of equals; nothing if none.
  [[nodiscard]] std::optional<std::size_t> nearest(std::string_view text);

 private:
  void add(std::uint32_t theme, std::string_view words);

  TermReader reader_;
  std::size_t themes_;
  /// Hash of a stem or of a pair of neighbours → themes that show it, and with what weight.
  std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint32_t, float>>> shown_;
};

}  // namespace attune
