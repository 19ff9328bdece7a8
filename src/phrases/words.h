// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names that files share: sets of words (`set be = is are`), macros (`def cant = ( can't | can
// not )`), and the classes that expressions ask for. A set is a named class; a macro is a piece of
// an expression.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attune/result.h"
#include "phrases/book.h"

namespace attune::phrases {

class Words {
 public:
  /// Classes are added to `classes`, which outlives this.
  explicit Words(std::vector<TokenClass>& classes) : classes_(classes) {}

  /// Reads "NAME = …" behind `set`. A set may go on in another line of the same name.
  [[nodiscard]] Result<void> define_set(std::string_view line);
  /// … behind `def`. A macro has one line.
  [[nodiscard]] Result<void> define_macro(std::string_view line);

  /// The index of the class of `alternatives`: words, beginnings (`can*`), sets (`<be>`) and named
  /// tokens (`%num`), with bars or blanks between them. The same text gives the same index.
  [[nodiscard]] Result<std::uint32_t> class_of(std::string_view alternatives);
  /// The union of classes.
  [[nodiscard]] Result<std::uint32_t> union_of(const std::vector<std::uint32_t>& classes);

  /// The expression with its macros spelled out, each as a group.
  [[nodiscard]] Result<std::string> spelled_out(std::string_view expression) const;

  [[nodiscard]] bool knows_set(const std::string& name) const { return sets_.contains(name); }

 private:
  [[nodiscard]] Result<void> collect(std::string_view alternatives, TokenClass& into);
  [[nodiscard]] Result<void> collect_one(std::string_view one, TokenClass& into);
  [[nodiscard]] Result<void> collect_set(std::string_view one, TokenClass& into);
  [[nodiscard]] Result<void> pay(std::size_t words, std::string_view where);
  [[nodiscard]] Result<void> spell(std::string_view expression, int depth, std::string& out) const;

  std::vector<TokenClass>& classes_;
  std::unordered_map<std::string, TokenClass> sets_;
  std::unordered_map<std::string, std::string> macros_;
  std::unordered_map<std::string, std::uint32_t> known_;  ///< Classes by their text.
  std::size_t paid_ = 0;                                  ///< Words that were copied so far.
};

}  // namespace attune::phrases
