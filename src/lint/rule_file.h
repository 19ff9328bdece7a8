// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads rule files: phrases (docs/phrases.md) with what the linter says of them. Beside phrases a
// file holds the texts of its kinds, and lines of a rule's own:
//
//   kind guilt | Guilt                      then why: what: clears: rewrite: gray: mathur: edpb:
//   [guilt-after-all] warn .97              id, level (rule.h), precision
//   says: "{words}" holds a debt against the reader.
//   keep quotation                          this context does not clear the hit
//   short                                   holds only in texts as short as an advertisement
//   in reply                                holds only in an answer to a customer in trouble
//   truth                                   a checkable term makes it a suggestion; facts decide
//   fix: delete Hurry | Act now             sentences of just these words may go (lint/fix.h)
//
// shared.txt lists the files of its folder: "# files: shared.txt fear.txt" (base/model_text.h).

#include <string_view>
#include <utility>

#include "attune/result.h"
#include "lint/rule.h"
#include "phrases/reader.h"

namespace attune {

/// Adds files to a book, one after the other; sets and macros last from file to file.
class RuleReader : private phrases::Owner {
 public:
  /// `contexts`: the ids are names of contexts (kContextNames) and not of kinds.
  explicit RuleReader(bool contexts = false) : contexts_(contexts), reader_(*this, book_.classes) {}
  RuleReader(const RuleReader&) = delete;
  RuleReader& operator=(const RuleReader&) = delete;

  /// Refuses a line that it does not understand, with its number and what to do.
  [[nodiscard]] Result<void> read(std::string_view name, std::string_view content);
  /// The book; nothing is read after it.
  [[nodiscard]] RuleBook take() { return std::move(book_); }

 private:
  [[nodiscard]] Result<phrases::Entry*> begin(const phrases::Heading& heading) override;
  [[nodiscard]] Result<phrases::OwnLine> own_line(std::string_view line, bool in_entry) override;
  [[nodiscard]] Result<void> begin_kind(std::string_view line);
  [[nodiscard]] Result<phrases::OwnLine> set_text(std::string_view line, bool in_entry);
  [[nodiscard]] Result<void> keep(std::string_view line);
  [[nodiscard]] Result<void> fix(std::string_view what);
  void inherit(Rule& rule) const;

  bool contexts_;
  RuleBook book_;
  phrases::Reader reader_;
  int kind_ = -1;  ///< The kind whose texts are being read.
};

}  // namespace attune
