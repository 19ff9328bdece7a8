// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads rule files. A file holds shared words, the texts of its kinds, and rules:
//
//   set never = never not no
//   def dont = (don't | dont | do not)
//   kind guilt | Guilt                      then why: what: clears: rewrite: gray: mathur: edpb:
//   [guilt-after-all] warn .97              id, level (cue, suggest, warn), measured precision
//   says: "{words}" holds a debt against the reader.
//   = after ( all | everything ) we've ( done | given )
//   ! before 3 not                          forbidden near the hit; & requires; where indented,
//                                           for the expression above alone
//   keep quotation                          this context does not clear the hit
//   short                                   holds only in texts as short as an advertisement
//   in reply                                holds only in an answer to a customer in trouble
//   truth                                   a checkable term makes it a suggestion; facts decide
//   + After everything we've done for you, you're leaving?
//   - We look back on all we've done this year.
//
// Lines that begin with # are remarks; the last is "# end" (base/model_text.h), and shared.txt
// lists the files of its folder: "# files: shared.txt fear.txt".
//
// Expressions are tokens in order: `word`, `pre*`, `a|b|c`, `<set>`, `{macro}`,
// `( two words | or three )`, each with `?` behind it where it may be absent; `~3` lets up to three
// tokens of the same sentence lie between; `^` at a sentence's start, `$` at its end; %num %clock
// (10:05) %title %caps %link %emoji %slot (a template placeholder) %word %any; %q ? %bang ! %pct %
// %comma , %colon :
// %stop . %star (of a footnote). Hyphens, quotes, brackets and emphasis marks are not tokens here:
// "hand-picked" is "hand picked". Guards: `before N x`, `after N x`, `sentence x`, `text x`,
// `question`.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attune/result.h"
#include "phrases/rules/rule.h"

namespace attune {

/// Adds files to a book, one after the other; sets and macros last from file to file.
class RuleReader {
 public:
  /// `contexts`: the ids are names of contexts (kContextNames) and not of kinds.
  explicit RuleReader(bool contexts = false) : contexts_(contexts) {}
  /// Refuses a line that it does not understand, with its number.
  [[nodiscard]] Result<void> read(std::string_view name, std::string_view content);
  [[nodiscard]] RuleBook take() { return std::move(book_); }

 private:
  [[nodiscard]] Result<void> read_line(std::string_view line);
  [[nodiscard]] Result<void> begin_kind(std::string_view line);
  [[nodiscard]] Result<void> begin_rule(std::string_view line);
  [[nodiscard]] Result<void> add_phrases(std::string_view line);
  [[nodiscard]] Result<void> add_guard(std::string_view line, bool required);
  [[nodiscard]] Result<void> define(std::string_view line);
  [[nodiscard]] Result<void> set_text(std::string_view line);
  [[nodiscard]] Result<void> keep(std::string_view line);

  void inherit(Rule& rule) const;

  bool contexts_;
  RuleBook book_;
  std::unordered_map<std::string, WordClass> sets_;
  std::unordered_map<std::string, std::string> macros_;
  std::unordered_map<std::string, std::uint32_t> interned_;
  int kind_ = -1;  ///< The kind whose texts are being read.
  bool in_rule_ = false;
  bool indented_ = false;  ///< A guard that is indented holds for the expression above it alone.
};

/// Writes an expression's phrases. Used by RuleReader; in its own file because it is a small
/// language.
class RulePhraseReader {
 public:
  RulePhraseReader(const std::unordered_map<std::string, WordClass>& sets,
                   const std::unordered_map<std::string, std::string>& macros,
                   std::unordered_map<std::string, std::uint32_t>& interned,
                   std::vector<WordClass>& classes)
      : sets_(sets), macros_(macros), interned_(interned), classes_(classes) {}

  /// All ways to match `expression`; at most 4,000.
  [[nodiscard]] Result<std::vector<RulePhrase>> read(std::string_view expression);
  /// The class of `a|b*|<set>|%num`, interned. Refuses an unknown set or an empty word.
  [[nodiscard]] Result<std::uint32_t> class_of(std::string_view alternatives);
  /// Adds the words of `a|b*|<set>` to `into`.
  [[nodiscard]] Result<void> collect(std::string_view alternatives, WordClass& into) const;

 private:
  using Steps = std::vector<PhraseStep>;
  [[nodiscard]] Result<std::string> expand(std::string_view expression, int depth) const;
  [[nodiscard]] Result<std::vector<Steps>> sequence(const std::vector<std::string>& words,
                                                    std::size_t& at, bool inside);
  [[nodiscard]] Result<std::vector<Steps>> element(const std::vector<std::string>& words,
                                                   std::size_t& at);
  [[nodiscard]] Result<std::vector<Steps>> group(const std::vector<std::string>& words,
                                                 std::size_t& at);
  [[nodiscard]] Result<void> collect_one(const std::string& one, WordClass& into) const;
  [[nodiscard]] std::vector<Steps> merge(std::vector<Steps> options);

  static constexpr int kMostNested = 32;
  int open_groups_ = 0;
  const std::unordered_map<std::string, WordClass>& sets_;
  const std::unordered_map<std::string, std::string>& macros_;
  std::unordered_map<std::string, std::uint32_t>& interned_;
  std::vector<WordClass>& classes_;
};

}  // namespace attune
