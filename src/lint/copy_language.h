// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which copy can the rules, which are for English, not judge? A language is only named where there
// is enough text to know it by: a name of a dish or a label is none.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/prose/prose.h"
#include "text/tokens.h"

namespace attune {

/// What of a file was left out because of its language.
struct ForeignCopy {
  std::string_view language;  ///< ISO 639-1; empty: all of it was checked.
  bool whole = false;         ///< Nothing was checked.
};

/// The language of one file. Borrowed.
class CopyLanguage {
 public:
  /// Reads the first 32 KiB, or all of a file of texts.
  CopyLanguage(std::string_view source, Markup markup, const CopyKeys& keys);

  /// The language that next to all of the file is in, if it is not English; else empty.
  [[nodiscard]] std::string_view whole() const { return whole_; }
  /// Is the block surely in another language than English? It is counted then.
  [[nodiscard]] bool leaves_out(const CopyBlock& block);
  /// What was left out: all, or the language that most of such blocks were in.
  [[nodiscard]] ForeignCopy left_out() const;

 private:
  struct Share {
    std::string_view language;
    std::size_t bytes = 0;
  };
  /// The language of `text` if it is as likely as that; else empty.
  [[nodiscard]] std::string_view language_of(std::string_view text, float least_p);
  void count(std::string_view language, std::size_t bytes);
  [[nodiscard]] Share foremost() const;

  std::vector<Share> shares_;  ///< Of the copy that was read, English included.
  std::string_view whole_;
  bool watchful_ = false;  ///< Blocks are asked for their language.
  Tokens tokens_;
};

}  // namespace attune
